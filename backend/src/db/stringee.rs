//! The account at Stringee.

use super::{Answer, Fault, On, each, statements};
use domain::stringee::Hook;
use domain::times::Millis;

statements! {
    GET = "select key_sid, key_secret, project_id, call_api, contact_centre_api, servers, signing_secret, signed, path, \
           answer_timeout, keep_recordings from stringee_account";
    PUT = "insert into stringee_account (only_one, key_sid, key_secret, project_id, call_api, contact_centre_api, servers, \
           signing_secret, signed, path, answer_timeout, keep_recordings, updated_at) \
           values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (only_one) do update set \
           key_sid = excluded.key_sid, key_secret = excluded.key_secret, project_id = excluded.project_id, \
           call_api = excluded.call_api, contact_centre_api = excluded.contact_centre_api, servers = excluded.servers, \
           signing_secret = excluded.signing_secret, signed = excluded.signed, path = excluded.path, \
           answer_timeout = excluded.answer_timeout, keep_recordings = excluded.keep_recordings, \
           updated_at = excluded.updated_at";
    PROJECT = "select project_id from stringee_account";
    KEEP_EVENT = "insert into stringee_events (id, call_id, body, received_at) values ($1, $2, $3, $4) \
                  on conflict (id) do nothing";
    EVENTS = "select body, received_at from stringee_events where call_id = $1 order by received_at, id limit 500";
    FORGET_EVENTS = "delete from stringee_events where received_at < $1";
}

/// The account as stored; its secrets are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) key_sid: String,
    pub(crate) key_secret: String,
    pub(crate) project_id: i64,
    pub(crate) call_api: String,
    pub(crate) contact_centre_api: String,
    pub(crate) servers: Vec<String>,
    pub(crate) signing_secret: Option<String>,
    pub(crate) signed: Vec<Hook>,
    pub(crate) path: String,
    pub(crate) answer_timeout: i64,
    pub(crate) keep_recordings: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    key_sid: String,
    key_secret: String,
    project_id: i64,
    call_api: String,
    contact_centre_api: String,
    servers: String,
    signing_secret: Option<String>,
    signed: String,
    path: String,
    answer_timeout: i64,
    keep_recordings: bool,
}

impl Row {
    fn stored(self) -> Answer<Stored> {
        Ok(Stored {
            key_sid: self.key_sid,
            key_secret: self.key_secret,
            project_id: self.project_id,
            call_api: self.call_api,
            contact_centre_api: self.contact_centre_api,
            servers: serde_json::from_str(&self.servers).map_err(|_| Fault::Stored("servers"))?,
            signing_secret: self.signing_secret,
            signed: serde_json::from_str(&self.signed).map_err(|_| Fault::Stored("webhooks"))?,
            path: self.path,
            answer_timeout: self.answer_timeout,
            keep_recordings: self.keep_recordings,
        })
    }
}

/// The account, where there is one.
pub(crate) async fn get(db: On<'_>) -> Answer<Option<Stored>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(GET).fetch_optional(link).await)?;
    row.map(Row::stored).transpose()
}

/// The number of the account's project.
pub(crate) async fn project(db: On<'_>) -> Answer<Option<i64>> {
    Ok(each!(db, link => sqlx::query_scalar(PROJECT).fetch_optional(link).await)?)
}

/// Saves the account.
pub(crate) async fn put(db: On<'_>, account: &Stored, at: Millis) -> Answer<()> {
    let servers = serde_json::to_string(&account.servers).map_err(|_| Fault::Stored("servers"))?;
    let signed = serde_json::to_string(&account.signed).map_err(|_| Fault::Stored("webhooks"))?;
    each!(db, link => sqlx::query(PUT)
        .bind(&account.key_sid)
        .bind(&account.key_secret)
        .bind(account.project_id)
        .bind(&account.call_api)
        .bind(&account.contact_centre_api)
        .bind(servers)
        .bind(&account.signing_secret)
        .bind(signed)
        .bind(&account.path)
        .bind(account.answer_timeout)
        .bind(account.keep_recordings)
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Keeps what was told of a call, as it came; what is kept already is left as it is.
pub(crate) async fn keep_event(db: On<'_>, id: &str, call: &str, body: &str, received: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(KEEP_EVENT)
        .bind(id).bind(call).bind(body).bind(received.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Everything that was told of a call, and when it came.
pub(crate) async fn events(db: On<'_>, call: &str) -> Answer<Vec<(String, Millis)>> {
    let rows: Vec<(String, i64)> = each!(db, link => sqlx::query_as(EVENTS).bind(call).fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(body, at)| (body, Millis(at))).collect())
}

/// Forgets what was told before a moment.
pub(crate) async fn forget_events(db: On<'_>, before: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET_EVENTS).bind(before.0).execute(link).await.map(drop))?;
    Ok(())
}

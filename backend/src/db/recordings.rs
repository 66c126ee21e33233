//! The tables of recordings and of who listened to them.

use super::{Answer, On, each, statements};
use domain::calls::RecordingAddress;
use domain::ids::{CallId, StaffId};
use domain::times::Millis;

statements! {
    OF_CALL = "select stream, download, state from recordings where call_id = $1";
    NOTE = "insert into recordings (call_id, stream, download, state, noted_at) values ($1, $2, $3, 'known', $4) \
            on conflict (call_id) do update set stream = excluded.stream, download = excluded.download, \
            noted_at = excluded.noted_at";
    FETCHED = "update recordings set state = $2, size = coalesce($3, size), content_type = coalesce($4, content_type) \
               where call_id = $1";
    LISTENED = "select at from listenings where call_id = $1 and staff_id = $2 and listening = $3";
    LISTEN = "insert into listenings (call_id, staff_id, listening, at) values ($1, $2, $3, $4) \
              on conflict (call_id, staff_id, listening) do update set at = excluded.at";
}

/// A recording as stored.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) stream: Option<String>,
    pub(crate) download: Option<String>,
    pub(crate) state: String,
}

/// The recording of a call.
pub(crate) async fn of_call(db: On<'_>, call: &CallId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(OF_CALL).bind(call.as_str()).fetch_optional(link).await)?)
}

/// Where the recording of a call is.
pub(crate) async fn note(db: On<'_>, call: &CallId, address: &RecordingAddress, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(NOTE)
        .bind(call.as_str()).bind(&address.stream).bind(&address.download).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What came of fetching it.
pub(crate) async fn fetched(
    db: On<'_>,
    call: &CallId,
    state: &str,
    size: Option<i64>,
    kind: Option<&str>,
) -> Answer<()> {
    each!(db, link => sqlx::query(FETCHED)
        .bind(call.as_str()).bind(state).bind(size).bind(kind)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// When a member was last noted to listen, in this listening.
pub(crate) async fn listened(db: On<'_>, call: &CallId, who: &StaffId, listening: &str) -> Answer<Option<Millis>> {
    let at: Option<i64> = each!(db, link => sqlx::query_scalar(LISTENED)
        .bind(call.as_str()).bind(who.as_str()).bind(listening).fetch_optional(link).await)?;
    Ok(at.map(Millis))
}

/// A member listens.
pub(crate) async fn listen(db: On<'_>, call: &CallId, who: &StaffId, listening: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(LISTEN)
        .bind(call.as_str()).bind(who.as_str()).bind(listening).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

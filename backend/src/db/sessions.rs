//! The table of browser sessions.

use super::{Answer, On, each, statements};
use domain::times::Millis;

statements! {
    INSERT = "insert into sessions (id, data, expires_at) values ($1, $2, $3) on conflict (id) do nothing";
    SAVE = "insert into sessions (id, data, expires_at) values ($1, $2, $3) \
            on conflict (id) do update set data = excluded.data, expires_at = excluded.expires_at";
    LOAD = "select data from sessions where id = $1 and expires_at > $2";
    DELETE = "delete from sessions where id = $1";
    DELETE_EXPIRED = "delete from sessions where expires_at <= $1";
}

/// A new session; `false` when the id is in use.
pub(crate) async fn insert(db: On<'_>, id: &str, data: &str, expires: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(INSERT)
        .bind(id).bind(data).bind(expires.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// A session as it is now.
pub(crate) async fn save(db: On<'_>, id: &str, data: &str, expires: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SAVE).bind(id).bind(data).bind(expires.0).execute(link).await.map(drop))?;
    Ok(())
}

/// What a session holds, unless it has expired.
pub(crate) async fn load(db: On<'_>, id: &str, now: Millis) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(LOAD).bind(id).bind(now.0).fetch_optional(link).await)?)
}

/// Ends a session.
pub(crate) async fn delete(db: On<'_>, id: &str) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id).execute(link).await.map(drop))?;
    Ok(())
}

/// Removes sessions that have expired; tells how many.
pub(crate) async fn delete_expired(db: On<'_>, now: Millis) -> Answer<u64> {
    Ok(each!(db, link => sqlx::query(DELETE_EXPIRED)
        .bind(now.0).execute(link).await.map(|done| done.rows_affected()))?)
}

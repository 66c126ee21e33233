//! The table of failed attempts to sign in.

use super::{Answer, On, each, statements};
use domain::times::Millis;

statements! {
    GET = "select failures, last_at from sign_in_attempts where subject = $1";
    PUT = "insert into sign_in_attempts (subject, failures, last_at) values ($1, $2, $3) \
           on conflict (subject) do update set failures = excluded.failures, last_at = excluded.last_at";
    FORGET = "delete from sign_in_attempts where subject = $1";
    FORGET_OLD = "delete from sign_in_attempts where last_at < $1";
}

/// How often an account or an address failed, and when last.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub(crate) struct Attempts {
    pub(crate) failures: i64,
    pub(crate) last_at: i64,
}

/// What is remembered of an account or an address.
pub(crate) async fn get(db: On<'_>, subject: &str) -> Answer<Option<Attempts>> {
    Ok(each!(db, link => sqlx::query_as(GET).bind(subject).fetch_optional(link).await)?)
}

/// Remembers this of an account or an address.
pub(crate) async fn put(db: On<'_>, subject: &str, attempts: Attempts) -> Answer<()> {
    each!(db, link => sqlx::query(PUT)
        .bind(subject).bind(attempts.failures).bind(attempts.last_at).execute(link).await.map(drop))?;
    Ok(())
}

/// Forgets an account or an address.
pub(crate) async fn forget(db: On<'_>, subject: &str) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET).bind(subject).execute(link).await.map(drop))?;
    Ok(())
}

/// Forgets whoever has not failed since.
pub(crate) async fn forget_before(db: On<'_>, since: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(FORGET_OLD).bind(since.0).execute(link).await.map(drop))?;
    Ok(())
}

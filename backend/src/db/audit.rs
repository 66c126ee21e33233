//! The table of who changed what.

use super::{Answer, On, each, statements};
use domain::ids::StaffId;
use domain::times::Millis;

statements! {
    INSERT = "insert into audit (id, at, staff_id, action, subject, details) values ($1, $2, $3, $4, $5, $6)";
    ABOUT = "select at, staff_id, action, subject, details from audit where subject = $1 order by at, id";
}

/// One change.
pub(crate) struct Entry<'a> {
    pub(crate) id: String,
    pub(crate) at: Millis,
    pub(crate) who: Option<&'a StaffId>,
    pub(crate) action: &'a str,
    pub(crate) subject: String,
    pub(crate) details: String,
}

/// A change as it was written down.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) at: i64,
    pub(crate) staff_id: Option<String>,
    pub(crate) action: String,
    pub(crate) subject: String,
    pub(crate) details: String,
}

/// Writes a change down, in the transaction that makes it.
pub(crate) async fn insert(db: On<'_>, entry: &Entry<'_>) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(&entry.id)
        .bind(entry.at.0)
        .bind(entry.who.map(StaffId::as_str))
        .bind(entry.action)
        .bind(&entry.subject)
        .bind(&entry.details)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What happened to one thing, oldest first.
pub(crate) async fn about(db: On<'_>, subject: &str) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(ABOUT).bind(subject).fetch_all(link).await)?)
}

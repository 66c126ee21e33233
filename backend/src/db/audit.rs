//! The table of who changed what.

use super::{Answer, On, each, statements};
use domain::calls::Sighting;
use domain::ids::StaffId;
use domain::staff::StaffRef;
use domain::times::Millis;

statements! {
    INSERT = "insert into audit (id, at, staff_id, action, subject, details) values ($1, $2, $3, $4, $5, $6)";
    SIGHTINGS = "select a.at, a.action, s.id, s.name from audit a join staff s on s.id = a.staff_id \
                 where a.subject = $1 and a.action in ('call.opened', 'recording.played') \
                 order by a.at desc, a.id desc limit 100";
    DONE_SINCE = "select count(*) from audit where subject = $1 and at >= $2 and action = $3 and staff_id = $4";
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

#[derive(sqlx::FromRow)]
struct Seen {
    at: i64,
    action: String,
    id: String,
    name: String,
}

/// Who opened a call or listened to it, latest first.
pub(crate) async fn sightings(db: On<'_>, subject: &str) -> Answer<Vec<Sighting>> {
    let rows: Vec<Seen> = each!(db, link => sqlx::query_as(SIGHTINGS).bind(subject).fetch_all(link).await)?;
    let sighting = |row: Seen| Sighting {
        who: StaffRef { id: StaffId::new(row.id), name: row.name },
        at: Millis(row.at),
        heard: row.action == "recording.played",
    };
    Ok(rows.into_iter().map(sighting).collect())
}

/// Whether a member did something to a thing since a moment.
pub(crate) async fn done_since(db: On<'_>, subject: &str, action: &str, who: &StaffId, since: Millis) -> Answer<bool> {
    let times = each!(db, link => sqlx::query_scalar::<_, i64>(DONE_SINCE)
        .bind(subject).bind(since.0).bind(action).bind(who.as_str()).fetch_one(link).await)?;
    Ok(times > 0)
}

//! The table of who changed what.

use super::{Answer, Keeps, On, each, statements};
use domain::audit::{AuditQuery, Group};
use domain::calls::Sighting;
use domain::ids::StaffId;
use domain::names;
use domain::staff::StaffRef;
use domain::times::Millis;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Everything that is read of an entry, which is `a` in every text.
macro_rules! events {
    () => {
        "select a.id, a.at, a.staff_id, s.name as staff_name, a.action, a.subject, a.name, a.details from audit a \
         left join staff s on s.id = a.staff_id"
    };
}

/// All entries; what follows says which.
const EVENTS: &str = concat!(events!(), " where 1 = 1");

statements! {
    INSERT = "insert into audit (id, at, staff_id, action, subject, details, name, name_fold) \
              values ($1, $2, $3, $4, $5, $6, $7, $8)";
    HISTORY = concat!(
        events!(),
        " where a.subject = $1 and (a.at, a.id) < ($2, $3) order by a.at desc, a.id desc limit $4"
    );
    SIGHTINGS = "select a.at, a.action, s.id, s.name from audit a join staff s on s.id = a.staff_id \
                 where a.subject = $1 and a.action in ('call.opened', 'recording.played') \
                 order by a.at desc, a.id desc limit 100";
    DONE_SINCE = "select count(*) from audit where subject = $1 and at >= $2 and action = $3 and staff_id = $4";
    TIMES_SINCE = "select count(*) as times, coalesce(min(at), 0) as first from audit \
                   where staff_id = $1 and at >= $2 and action = $3";
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
    /// What the thing is called; empty where it has no name.
    pub(crate) name: String,
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
        .bind(&entry.name)
        .bind(names::fold(&entry.name))
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

/// How often a member did something since, and when first.
pub(crate) async fn times_since(db: On<'_>, who: &StaffId, action: &str, since: Millis) -> Answer<(i64, Millis)> {
    let (times, first) = each!(db, link => sqlx::query_as::<_, (i64, i64)>(TIMES_SINCE)
        .bind(who.as_str()).bind(since.0).bind(action).fetch_one(link).await)?;
    Ok((times, Millis(first)))
}

/// An entry with the name of whoever did it.
#[derive(sqlx::FromRow)]
pub(crate) struct EventRow {
    pub(crate) id: String,
    pub(crate) at: i64,
    pub(crate) staff_id: Option<String>,
    pub(crate) staff_name: Option<String>,
    pub(crate) action: String,
    pub(crate) subject: String,
    pub(crate) name: String,
    pub(crate) details: String,
}

/// What happened to one thing before a moment and id, newest first.
pub(crate) async fn history(db: On<'_>, subject: &str, before: (i64, &str), limit: i64) -> Answer<Vec<EventRow>> {
    Ok(each!(db, link => sqlx::query_as(HISTORY)
        .bind(subject).bind(before.0).bind(before.1).bind(limit).fetch_all(link).await)?)
}

/// What is looked for before a moment and id, newest first.
pub(crate) async fn page(db: On<'_>, query: &AuditQuery, before: (i64, &str), limit: i64) -> Answer<Vec<EventRow>> {
    Ok(
        each!(db, link => page_text(query, before, limit).build_query_as().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

fn page_text<DB>(query: &AuditQuery, before: (i64, &str), limit: i64) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(EVENTS);
    if let Some(who) = &query.who {
        text.push(" and a.staff_id = ").push_bind(who.as_str().to_owned());
    }
    if let Some(group) = query.group {
        push_group(&mut text, group);
    }
    for word in names::words(&query.text) {
        text.push(" and a.name_fold like ").push_bind(format!("%{word}%"));
    }
    if let Some(from) = query.from {
        text.push(" and a.at >= ").push_bind(from.start().0);
    }
    if let Some(until) = query.until {
        text.push(" and a.at < ").push_bind(until.plus(1).start().0);
    }
    text.push(" and (a.at, a.id) < (").push_bind(before.0).push(", ").push_bind(before.1.to_owned());
    text.push(") order by a.at desc, a.id desc limit ").push_bind(limit);
    text
}

fn push_group<DB>(text: &mut QueryBuilder<DB>, group: Group)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    for (n, beginning) in group.beginnings().iter().enumerate() {
        text.push(if n == 0 { " and (a.action like " } else { " or a.action like " });
        text.push_bind(format!("{beginning}%"));
    }
    text.push(")");
}

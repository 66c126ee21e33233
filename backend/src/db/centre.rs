//! The tables of the contact centre's draft and of what the provider has.

use super::{Answer, Fault, On, each, statements};
use domain::centre::{Centre, Known, Links, Ref, SoundFile};
use domain::ids::{Seat, StaffId};
use domain::times::Millis;
use serde::Serialize;
use serde::de::DeserializeOwned;

statements! {
    DESK = "select account, revision, draft, expected, there, links, files, moved_seats, read_at from centre_desk \
            where only_one = 1";
    PUT = "insert into centre_desk (only_one, account, revision, draft, expected, there, links, files, moved_seats, \
           read_at, next_read_at) values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, 0) \
           on conflict (only_one) do update set account = excluded.account, revision = excluded.revision, \
           draft = excluded.draft, expected = excluded.expected, there = excluded.there, links = excluded.links, \
           files = excluded.files, moved_seats = excluded.moved_seats, read_at = excluded.read_at";
    TURN = "update centre_desk set next_read_at = $2 where next_read_at <= $1";
    DUE = "select count(*) from centre_desk where next_read_at <= $1";
    REVISION = "select revision from centre_edits order by revision desc limit 1";
    EDIT = "insert into centre_edits (revision, at, staff_id, touched) values ($1, $2, $3, $4)";
    SINCE = "select e.touched, s.name from centre_edits e join staff s on s.id = e.staff_id where e.revision > $1 \
             order by e.revision desc";
}

/// The draft, and what the provider has.
#[derive(Clone, Default)]
pub(crate) struct Desk {
    /// Whose contact centre this is.
    pub(crate) account: String,
    pub(crate) revision: i64,
    pub(crate) draft: Centre,
    /// What we left at the provider.
    pub(crate) expected: Centre,
    /// What was there when it was last read.
    pub(crate) known: Known,
    /// `None` where the provider does not say.
    pub(crate) files: Option<Vec<SoundFile>>,
    /// Seats that agents of the draft had before, and those they have.
    pub(crate) moved_seats: Vec<(Seat, Seat)>,
    pub(crate) read_at: Millis,
}

#[derive(sqlx::FromRow)]
struct Row {
    account: String,
    revision: i64,
    draft: String,
    expected: String,
    there: String,
    links: String,
    files: String,
    moved_seats: String,
    read_at: i64,
}

impl Row {
    fn desk(self) -> Answer<Desk> {
        let links: Links = json(&self.links)?;
        Ok(Desk {
            account: self.account,
            revision: self.revision,
            draft: json(&self.draft)?,
            expected: json(&self.expected)?,
            known: Known { centre: json(&self.there)?, links },
            files: json(&self.files)?,
            moved_seats: json(&self.moved_seats)?,
            read_at: Millis(self.read_at),
        })
    }
}

pub(in crate::db) fn json<T: DeserializeOwned>(text: &str) -> Answer<T> {
    serde_json::from_str(text).map_err(|_| Fault::Stored("part of the contact centre"))
}

pub(in crate::db) fn text(value: &impl Serialize) -> Answer<String> {
    serde_json::to_string(value).map_err(|_| Fault::Stored("part of the contact centre"))
}

/// The draft, and what the provider has; `None` before it was first read.
pub(crate) async fn desk(db: On<'_>) -> Answer<Option<Desk>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(DESK).fetch_optional(link).await)?;
    row.map(Row::desk).transpose()
}

/// Puts this in the place of what was there.
pub(crate) async fn put(db: On<'_>, desk: &Desk) -> Answer<()> {
    let (draft, expected) = (text(&desk.draft)?, text(&desk.expected)?);
    let (there, links) = (text(&desk.known.centre)?, text(&desk.known.links)?);
    let (files, moved) = (text(&desk.files)?, text(&desk.moved_seats)?);
    each!(db, link => sqlx::query(PUT)
        .bind(&desk.account).bind(desk.revision)
        .bind(draft).bind(expected).bind(there).bind(links).bind(files).bind(moved)
        .bind(desk.read_at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Whether it is time to read again by oneself.
pub(crate) async fn is_due(db: On<'_>, now: Millis) -> Answer<bool> {
    let due = each!(db, link => sqlx::query_scalar::<_, i64>(DUE).bind(now.0).fetch_one(link).await)?;
    Ok(due > 0)
}

/// Takes the turn of reading by oneself, until the next one; whoever comes second does not get it.
pub(crate) async fn take_turn(db: On<'_>, now: Millis, next: Millis) -> Answer<bool> {
    let taken = each!(db, link => sqlx::query(TURN).bind(now.0).bind(next.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(taken > 0)
}

/// The newest change's number; 0 before the first.
pub(crate) async fn revision(db: On<'_>) -> Answer<i64> {
    Ok(each!(db, link => sqlx::query_scalar(REVISION).fetch_optional(link).await)?.unwrap_or_default())
}

/// Writes down what a change of the draft touched.
pub(crate) async fn edited(db: On<'_>, revision: i64, at: Millis, who: &StaffId, touched: &[Ref]) -> Answer<()> {
    let touched = text(&touched)?;
    each!(db, link => sqlx::query(EDIT)
        .bind(revision).bind(at.0).bind(who.as_str()).bind(touched).execute(link).await.map(drop))?;
    Ok(())
}

/// What was touched since a revision, and by whom; the latest first.
pub(crate) async fn since(db: On<'_>, revision: i64) -> Answer<Vec<(Vec<Ref>, String)>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(SINCE).bind(revision).fetch_all(link).await)?;
    rows.into_iter().map(|(touched, by)| Ok((json(&touched)?, by))).collect()
}

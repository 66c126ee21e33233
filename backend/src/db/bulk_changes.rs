//! The tables of what was changed at many records at once, and of what each was before.

use super::{Answer, Fault, On, each, statements};
use domain::bulk::{Change, Deed};
use domain::ids::{BulkId, StaffId};
use domain::lists::List;
use domain::staff::StaffRef;
use domain::times::Millis;
use sqlx::QueryBuilder;

/// Everything that is read of a change.
macro_rules! changes {
    ($rest:literal) => {
        concat!(
            "select c.id, c.staff_id, s.name as staff_name, c.list, c.deed, c.records, c.at, c.undone_at ",
            "from bulk_changes c join staff s on s.id = c.staff_id ",
            $rest
        )
    };
}

statements! {
    INSERT = "insert into bulk_changes (id, staff_id, list, deed, records, at) values ($1, $2, $3, $4, $5, $6)";
    BY_ID = changes!("where c.id = $1");
    OF_LIST = changes!("where c.list = $1 and c.undone_at is null and c.at >= $3 and ($2 = '' or c.staff_id = $2) \
                        order by c.at desc, c.id desc limit $4");
    UNDONE = "update bulk_changes set undone_at = $2 where id = $1 and undone_at is null";
    RECORDS = "select record_id, version, before from bulk_records where bulk_id = $1 order by position desc";
}

/// Rows written by one statement.
const TOGETHER: usize = 200;

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    staff_id: String,
    staff_name: String,
    list: String,
    deed: String,
    records: i64,
    at: i64,
    undone_at: Option<i64>,
}

impl Row {
    fn change(self) -> Answer<Change> {
        Ok(Change {
            id: BulkId::new(self.id),
            at: Millis(self.at),
            who: StaffRef { id: StaffId::new(self.staff_id), name: self.staff_name },
            list: List::from_word(&self.list).ok_or(Fault::Stored("list"))?,
            deed: serde_json::from_str(&self.deed).map_err(|_| Fault::Stored("deed"))?,
            records: self.records,
            undone_at: self.undone_at.map(Millis),
        })
    }
}

/// A record that was changed.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub(crate) struct Changed {
    /// Its id.
    #[sqlx(rename = "record_id")]
    pub(crate) record: String,
    /// Its version after the change.
    pub(crate) version: i64,
    /// What it was before, as JSON.
    pub(crate) before: String,
}

/// A change, and what each record was before.
pub(crate) async fn insert(
    mut db: On<'_>,
    id: &BulkId,
    who: &StaffId,
    list: List,
    deed: &Deed,
    changed: &[Changed],
    at: Millis,
) -> Answer<()> {
    let deed = serde_json::to_string(deed).map_err(|_| Fault::Stored("deed"))?;
    let records = i64::try_from(changed.len()).unwrap_or(i64::MAX);
    each!(&mut db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(who.as_str()).bind(list.as_str()).bind(&deed).bind(records).bind(at.0)
        .execute(&mut **link).await.map(drop))?;
    let numbered: Vec<(i64, &Changed)> = (0..).zip(changed).collect();
    for some in numbered.chunks(TOGETHER) {
        let begin = "insert into bulk_records (bulk_id, record_id, position, version, before) ";
        each!(&mut db, link => QueryBuilder::new(begin)
            .push_values(some, |mut row, (position, changed)| {
                row.push_bind(id.as_str())
                    .push_bind(&changed.record)
                    .push_bind(position)
                    .push_bind(changed.version)
                    .push_bind(&changed.before);
            })
            .build().persistent(false).execute(&mut **link).await.map(drop))?;
    }
    Ok(())
}

/// One change.
pub(crate) async fn by_id(db: On<'_>, id: &BulkId) -> Answer<Option<Change>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    row.map(Row::change).transpose()
}

/// What a member, or anybody, has changed since a moment, latest first.
pub(crate) async fn since(
    db: On<'_>,
    list: List,
    who: Option<&StaffId>,
    at: Millis,
    limit: i64,
) -> Answer<Vec<Change>> {
    let who = who.map_or("", StaffId::as_str);
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_LIST)
        .bind(list.as_str()).bind(who).bind(at.0).bind(limit).fetch_all(link).await)?;
    rows.into_iter().map(Row::change).collect()
}

/// Writes down that it was undone; `false` when it was already.
pub(crate) async fn undone(db: On<'_>, id: &BulkId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(UNDONE)
        .bind(id.as_str()).bind(at.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// The records it changed, the last one first.
pub(crate) async fn records(db: On<'_>, id: &BulkId) -> Answer<Vec<Changed>> {
    Ok(each!(db, link => sqlx::query_as(RECORDS).bind(id.as_str()).fetch_all(link).await)?)
}

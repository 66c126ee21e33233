//! The table of customers that became one, and what moves with them.

use super::bulk::VALUES;
use super::imports::{read, written};
use super::{Answer, On, Tx, each, statements};
use domain::customers::{Customer, CustomerRef};
use domain::duplicates::Belongings;
use domain::ids::{CustomerId, MergeId, StaffId};
use domain::staff::StaffRef;
use domain::times::Millis;
use serde::{Deserialize, Serialize};
use sqlx::{Database, Encode, QueryBuilder, Type};

statements! {
    BY_ID = "select m.id, m.at, m.staff_id, s.name as staff_name, m.kept_before, m.gone_before, m.kept_after, m.moved \
             from merges m join staff s on s.id = m.staff_id where m.id = $1";
    OF_KEPT = "select m.id, m.at, m.staff_id, s.name as staff_name, m.kept_before, m.gone_before, m.kept_after, m.moved \
               from merges m join staff s on s.id = m.staff_id \
               where m.kept_id = $1 and m.undone_at is null order by m.at desc, m.id desc limit 20";
    KEPT = "select kept_id from merges where gone_id = $1 and undone_at is null";
    INSERT = "insert into merges (id, kept_id, gone_id, staff_id, at, kept_before, gone_before, kept_after, moved) \
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SET_UNDONE = "update merges set undone_at = $2, undone_by = $3 where id = $1 and undone_at is null";
    BRING_BACK = "update customers set deleted_at = null, version = version + 1, updated_at = $2 \
                  where id = $1 and deleted_at is not null";
    TAGS_TO_COME = "select g.tag_id from tagged g where g.kind = 'customer' and g.record_id = $1 and not exists \
                    (select 1 from tagged h where h.kind = 'customer' and h.record_id = $2 and h.tag_id = g.tag_id)";
    PUT_TAG = "insert into tagged (kind, record_id, tag_id) values ('customer', $1, $2)";
    TAKE_TAG = "delete from tagged where kind = 'customer' and record_id = $1 and tag_id = $2";
    BELONGINGS = "select (select count(*) from calls where customer_id = $1 and deleted_at is null) as calls, \
                  (select count(*) from notes where customer_id = $1 and deleted_at is null) as notes, \
                  (select count(*) from deals where customer_id = $1 and deleted_at is null) as deals, \
                  (select count(*) from tasks where customer_id = $1) as tasks";
}

/// Tables whose rows belong to a customer and move with them.
const MOVING: [&str; 5] = ["calls", "notes", "deals", "tasks", "missed_items"];

/// What moved, by its ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Moved {
    /// Of each table, which rows.
    rows: Vec<(String, Vec<String>)>,
    /// Tags that the kept one did not have.
    tags: Vec<String>,
}

/// A merge as it was written down.
pub(crate) struct Record {
    pub(crate) id: MergeId,
    pub(crate) at: Millis,
    pub(crate) by: StaffRef,
    pub(crate) kept_before: Customer,
    pub(crate) gone_before: Customer,
    pub(crate) kept_after: Customer,
    pub(crate) moved: Moved,
}

impl Record {
    /// Who became part of the other.
    pub(crate) fn gone(&self) -> CustomerRef {
        CustomerRef { id: self.gone_before.id.clone(), name: self.gone_before.name.clone() }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    at: i64,
    staff_id: String,
    staff_name: String,
    kept_before: String,
    gone_before: String,
    kept_after: String,
    moved: String,
}

impl Row {
    fn record(self) -> Answer<Record> {
        Ok(Record {
            id: MergeId::new(self.id),
            at: Millis(self.at),
            by: StaffRef { id: StaffId::new(self.staff_id), name: self.staff_name },
            kept_before: read(&self.kept_before)?,
            gone_before: read(&self.gone_before)?,
            kept_after: read(&self.kept_after)?,
            moved: read(&self.moved)?,
        })
    }
}

/// A merge.
pub(crate) async fn by_id(db: On<'_>, id: &MergeId) -> Answer<Option<Record>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    row.map(Row::record).transpose()
}

/// Merges into a customer that nobody took back, latest first; at most twenty.
pub(crate) async fn of_kept(db: On<'_>, kept: &CustomerId) -> Answer<Vec<Record>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(OF_KEPT).bind(kept.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(Row::record).collect()
}

/// Of whom this customer became part.
pub(crate) async fn kept(db: On<'_>, gone: &CustomerId) -> Answer<Option<CustomerId>> {
    let id: Option<String> =
        each!(db, link => sqlx::query_scalar(KEPT).bind(gone.as_str()).fetch_optional(link).await)?;
    Ok(id.map(CustomerId::new))
}

/// What hangs on a customer.
pub(crate) async fn belongings(db: On<'_>, id: &CustomerId) -> Answer<Belongings> {
    let (calls, notes, deals, tasks) =
        each!(db, link => sqlx::query_as(BELONGINGS).bind(id.as_str()).fetch_one(link).await)?;
    Ok(Belongings { calls, notes, deals, tasks })
}

/// Writes a merge down.
pub(crate) async fn insert(db: On<'_>, record: &Record) -> Answer<()> {
    let Record { kept_before, gone_before, kept_after, .. } = record;
    let (before, gone, after) = (written(kept_before)?, written(gone_before)?, written(kept_after)?);
    let moved = written(&record.moved)?;
    each!(db, link => sqlx::query(INSERT)
        .bind(record.id.as_str())
        .bind(kept_before.id.as_str())
        .bind(gone_before.id.as_str())
        .bind(record.by.id.as_str())
        .bind(record.at.0)
        .bind(&before)
        .bind(&gone)
        .bind(&after)
        .bind(&moved)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// It was taken back; `false` when it was already.
pub(crate) async fn set_undone(db: On<'_>, id: &MergeId, who: &StaffId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(SET_UNDONE)
        .bind(id.as_str()).bind(at.0).bind(who.as_str()).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// A hidden customer is there again; `false` when they are not hidden.
pub(crate) async fn bring_back(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(BRING_BACK)
        .bind(id.as_str()).bind(at.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Gives everything of one customer to another.
pub(crate) async fn move_all(tx: &mut Tx, from: &CustomerId, to: &CustomerId) -> Answer<Moved> {
    let mut moved = Moved::default();
    for table in MOVING {
        let ids: Vec<String> =
            each!(tx.on(), link => ids_text(table, from).build_query_scalar().fetch_all(link).await)?;
        give(tx, table, &ids, from, to).await?;
        moved.rows.push((table.to_owned(), ids));
    }
    moved.tags = each!(tx.on(), link => sqlx::query_scalar(TAGS_TO_COME)
        .bind(from.as_str()).bind(to.as_str()).fetch_all(link).await)?;
    for tag in &moved.tags {
        each!(tx.on(), link => sqlx::query(PUT_TAG).bind(to.as_str()).bind(tag).execute(link).await.map(drop))?;
    }
    Ok(moved)
}

/// Gives back what moved; how many rows are somebody else's by now.
pub(crate) async fn move_back(tx: &mut Tx, moved: &Moved, from: &CustomerId, to: &CustomerId) -> Answer<u64> {
    let mut elsewhere = 0;
    for (name, ids) in &moved.rows {
        let Some(table) = MOVING.iter().find(|table| *table == name) else { continue };
        elsewhere += ids.len() as u64 - give(tx, table, ids, from, to).await?;
    }
    for tag in &moved.tags {
        each!(tx.on(), link => sqlx::query(TAKE_TAG).bind(from.as_str()).bind(tag).execute(link).await.map(drop))?;
    }
    Ok(elsewhere)
}

/// Gives rows to another customer where they are still this one's; how many were.
async fn give(tx: &mut Tx, table: &str, ids: &[String], from: &CustomerId, to: &CustomerId) -> Answer<u64> {
    let mut given = 0;
    for ids in ids.chunks(VALUES - 2) {
        given += each!(tx.on(), link => give_text(table, ids, from, to)
            .build().persistent(false).execute(link).await.map(|done| done.rows_affected()))?;
    }
    Ok(given)
}

fn ids_text<DB>(table: &str, of: &CustomerId) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(format!("select id from {table} where customer_id = "));
    text.push_bind(of.as_str().to_owned()).push(" order by id");
    text
}

fn give_text<DB>(table: &str, ids: &[String], from: &CustomerId, to: &CustomerId) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(format!("update {table} set customer_id = "));
    text.push_bind(to.as_str().to_owned()).push(" where customer_id = ").push_bind(from.as_str().to_owned());
    text.push(" and id in (");
    let mut list = text.separated(", ");
    for id in ids {
        list.push_bind(id.clone());
    }
    text.push(")");
    text
}

//! The table of what a call can come to.

use super::{Answer, On, each, statements};
use domain::ids::DispositionId;
use domain::names;
use domain::times::Millis;
use domain::wrap_up::Disposition;

statements! {
    LIST = "select id, name, active from dispositions order by position, id";
    BY_ID = "select id, name, active from dispositions where id = $1";
    NAME_TAKEN = "select count(*) from dispositions where name_fold = $1 and id <> $2";
    INSERT = "insert into dispositions (id, name, name_fold, position, active, created_at, updated_at) \
              select $1, $2, $3, coalesce(max(position), 0) + 1, true, $4, $4 from dispositions";
    RENAME = "update dispositions set name = $2, name_fold = $3, updated_at = $4 where id = $1";
    PLACE = "update dispositions set position = $2, updated_at = $3 where id = $1 and position <> $2";
    ACTIVE = "update dispositions set active = $2, updated_at = $3 where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    active: bool,
}

impl Row {
    fn disposition(self) -> Disposition {
        Disposition { id: DispositionId::new(self.id), name: self.name, active: self.active }
    }
}

/// All of them, in the admins' order.
pub(crate) async fn list(db: On<'_>) -> Answer<Vec<Disposition>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).fetch_all(link).await)?;
    Ok(rows.into_iter().map(Row::disposition).collect())
}

/// One of them.
pub(crate) async fn by_id(db: On<'_>, id: &DispositionId) -> Answer<Option<Disposition>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?;
    Ok(row.map(Row::disposition))
}

/// Whether another one is called so, accents and case aside.
pub(crate) async fn name_taken(db: On<'_>, name: &str, except: &DispositionId) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(NAME_TAKEN)
        .bind(names::fold(name)).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// A new one, the last in order.
pub(crate) async fn insert(db: On<'_>, id: &DispositionId, name: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Another name.
pub(crate) async fn rename(db: On<'_>, id: &DispositionId, name: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(RENAME)
        .bind(id.as_str()).bind(name).bind(names::fold(name)).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Its place in the order, from 1.
pub(crate) async fn place(db: On<'_>, id: &DispositionId, position: i64, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(PLACE).bind(id.as_str()).bind(position).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Whether it can be chosen.
pub(crate) async fn set_active(db: On<'_>, id: &DispositionId, active: bool, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(ACTIVE).bind(id.as_str()).bind(active).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

//! The table of the directory.

use super::{Answer, Fault, On, each, statements};
use domain::directory::{Entry, EntryForm, EntryKind};
use domain::ids::EntryId;
use domain::names;
use domain::telephone::Provider;
use domain::times::Millis;

statements! {
    LIST = "select id, kind, address, name from directory where provider = $1 order by kind, position, id";
    BY_ID = "select id, kind, address, name from directory where id = $1 and provider = $2";
    TAKEN_NAME = "select count(*) from directory where provider = $1 and kind = $2 and name_fold = $3 and id <> $4";
    TAKEN_ADDRESS = "select count(*) from directory where provider = $1 and kind = $2 and address = $3 and id <> $4";
    INSERT = "insert into directory (id, provider, kind, address, name, name_fold, position, created_at, updated_at) \
              select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1, $7, $7 from directory \
              where provider = $2 and kind = $3";
    UPDATE = "update directory set address = $2, name = $3, name_fold = $4, updated_at = $5 where id = $1";
    PLACE = "update directory set position = $2, updated_at = $3 where id = $1 and position <> $2";
    DELETE = "delete from directory where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    address: String,
    name: String,
}

impl Row {
    fn entry(self) -> Answer<Entry> {
        let kind = EntryKind::from_stored(&self.kind).ok_or(Fault::Stored("kind of entry"))?;
        Ok(Entry { id: EntryId::new(self.id), kind, address: self.address, name: self.name })
    }
}

/// What admins wrote for a provider, each kind in its order.
pub(crate) async fn list(db: On<'_>, provider: Provider) -> Answer<Vec<Entry>> {
    let rows: Vec<Row> = each!(db, link => sqlx::query_as(LIST).bind(provider.as_str()).fetch_all(link).await)?;
    rows.into_iter().map(Row::entry).collect()
}

/// One of a provider's entries.
pub(crate) async fn by_id(db: On<'_>, provider: Provider, id: &EntryId) -> Answer<Option<Entry>> {
    let row: Option<Row> = each!(db, link => sqlx::query_as(BY_ID)
        .bind(id.as_str()).bind(provider.as_str()).fetch_optional(link).await)?;
    row.map(Row::entry).transpose()
}

/// Whether another entry has the name, accents and case aside, and whether another has the address.
pub(crate) async fn taken(
    mut db: On<'_>,
    provider: Provider,
    form: &EntryForm,
    except: &EntryId,
) -> Answer<(bool, bool)> {
    let kind = form.kind.as_str();
    let names = each!(&mut db, link => sqlx::query_scalar::<_, i64>(TAKEN_NAME)
        .bind(provider.as_str()).bind(kind).bind(names::fold(&form.name)).bind(except.as_str())
        .fetch_one(&mut **link).await)?;
    let addresses = each!(&mut db, link => sqlx::query_scalar::<_, i64>(TAKEN_ADDRESS)
        .bind(provider.as_str()).bind(kind).bind(&form.address).bind(except.as_str())
        .fetch_one(&mut **link).await)?;
    Ok((names > 0, addresses > 0))
}

/// A new entry, the last of its kind.
pub(crate) async fn insert(db: On<'_>, provider: Provider, id: &EntryId, form: &EntryForm, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str()).bind(provider.as_str()).bind(form.kind.as_str()).bind(&form.address)
        .bind(&form.name).bind(names::fold(&form.name)).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Another address or name.
pub(crate) async fn update(db: On<'_>, id: &EntryId, form: &EntryForm, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str()).bind(&form.address).bind(&form.name).bind(names::fold(&form.name)).bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Its place among its kind, from 1.
pub(crate) async fn place(db: On<'_>, id: &EntryId, position: i64, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(PLACE).bind(id.as_str()).bind(position).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Takes an entry away.
pub(crate) async fn delete(db: On<'_>, id: &EntryId) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

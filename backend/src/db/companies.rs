//! The table of companies, and who works there.

use super::customer_list::Row as PersonRow;
use super::customers::member;
use super::found_by::{self, COMPANIES};
use super::within::within;
use super::{Answer, On, custom, each, statements};
use domain::companies::{self, Company, CompanyDraft, CompanyRef};
use domain::custom::Entity;
use domain::ids::{CompanyId, CustomerId, StaffId};
use domain::names;
use domain::phone::Number;
use domain::rights::Extent;
use domain::staff::StaffRef;
use domain::times::Millis;
use sqlx::QueryBuilder;

statements! {
    BY_ID = "select c.id, c.version, c.name, c.tax_code, c.website, c.email, c.address, c.note, c.owner_id, \
             s.name as owner_name, c.created_at, c.updated_at, c.last_activity_at \
             from companies c left join staff s on s.id = c.owner_id where c.id = $1 and c.deleted_at is null";
    NAMED = "select id, name from companies where name_key = $1 and deleted_at is null order by id limit 1";
    INSERT = "insert into companies (id, version, name, name_key, name_fold, words, tax_code, website, email, address, \
              note, owner_id, last_activity_at, created_at, updated_at) \
              values ($1, 1, $2, $3, $4, '', $5, $6, $7, $8, $9, $10, $11, $11, $11)";
    UPDATE = "update companies set version = version + 1, name = $2, name_key = $3, name_fold = $4, tax_code = $5, \
              website = $6, email = $7, address = $8, note = $9, owner_id = $10, updated_at = $11, \
              last_activity_at = $11 where id = $1 and version = $12 and deleted_at is null";
    DELETE = "update companies set deleted_at = $2, version = version + 1 where id = $1 and deleted_at is null";
    BRING_BACK = "update companies set deleted_at = null, version = version + 1 \
                  where id = $1 and version = $2 and deleted_at is not null";
    SET_ACTIVE = "update companies set last_activity_at = $2 where id = $1";
    TOUCH = "update companies set last_activity_at = $2 where id = $1 and last_activity_at < $2";
    HOLDERS = "select c.id, c.name, c.owner_id, s.name as owner_name, p.do_not_call \
               from company_phones p join companies c on c.id = p.company_id left join staff s on s.id = c.owner_id \
               where p.number = $1 and c.deleted_at is null order by c.last_activity_at desc, c.id limit 10";
    UNWANTED = "select count(*) from company_phones p join companies c on c.id = p.company_id \
                where p.number = $1 and p.do_not_call and c.deleted_at is null";
    PEOPLE = concat!(
        "select c.id, c.version, c.email, c.address, c.created_at, cast(null as text) as tags, c.name, c.name_fold, c.company, c.company_id, c.owner_id, s.name as owner_name, ",
        "c.last_activity_at, p.number, p.do_not_call from customers c ",
        "left join customer_phones p on p.customer_id = c.id and p.is_primary ",
        "left join staff s on s.id = c.owner_id ",
        "where c.company_id = $1 and c.deleted_at is null and (c.name_fold, c.id) > ($2, $3) and ",
        within!("c.owner_id", "$5", "$6"),
        " order by c.name_fold, c.id limit $4"
    );
    HIDDEN_NAME = "select name from companies where id = $1 and version = $2 and deleted_at is not null";
    WORKERS = "select id from customers where company_id = $1 and deleted_at is null order by id";
    RENAME_AT_PEOPLE = "update customers set company = $2, version = version + 1, updated_at = $3 where company_id = $1";
    UNSETTLED = "select id, name from companies where name_key = '' order by id limit 1000";
    SETTLE = "update companies set name_key = $2, name_fold = $3 where id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    version: i64,
    name: String,
    tax_code: Option<String>,
    website: Option<String>,
    email: Option<String>,
    address: Option<String>,
    note: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    created_at: i64,
    updated_at: i64,
    last_activity_at: i64,
}

/// A company that holds a number.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Holder {
    id: String,
    name: String,
    owner_id: Option<String>,
    owner_name: Option<String>,
    pub(crate) do_not_call: bool,
}

impl Holder {
    /// As other records name it.
    pub(crate) fn named(&self) -> CompanyRef {
        reference((self.id.clone(), self.name.clone()))
    }

    /// Who is responsible.
    pub(crate) fn owner(&self) -> Option<StaffRef> {
        member(self.owner_id.clone(), self.owner_name.clone())
    }
}

fn reference((id, name): (String, String)) -> CompanyRef {
    CompanyRef { id: CompanyId::new(id), name }
}

/// A company, whole.
pub(crate) async fn by_id(mut db: On<'_>, id: &CompanyId) -> Answer<Option<Company>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    let Some(row) = row else { return Ok(None) };
    let custom = custom::of_record(db.again(), Entity::Company, id.as_str()).await?;
    let phones = found_by::phones(db, COMPANIES, id.as_str()).await?;
    Ok(Some(Company {
        id: CompanyId::new(row.id),
        version: row.version,
        name: row.name,
        tax_code: row.tax_code,
        website: row.website,
        email: row.email,
        address: row.address,
        note: row.note,
        owner: member(row.owner_id, row.owner_name),
        phones,
        created_at: Millis(row.created_at),
        updated_at: Millis(row.updated_at),
        last_activity_at: Millis(row.last_activity_at),
        custom,
    }))
}

/// The company of this name, however it is spaced and capitalised; of several the first that was made.
pub(crate) async fn named(db: On<'_>, name: &str) -> Answer<Option<CompanyRef>> {
    let row: Option<(String, String)> =
        each!(db, link => sqlx::query_as(NAMED).bind(companies::key(name)).fetch_optional(link).await)?;
    Ok(row.map(reference))
}

/// Those of many names that there are: key and id.
pub(crate) async fn all_named(db: On<'_>, names: &[&str]) -> Answer<Vec<(String, String)>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let keys = names.iter().map(|name| companies::key(name));
    Ok(each!(db, link => {
        let mut text = QueryBuilder::new(
            "select name_key, min(id) as id from companies where deleted_at is null and name_key in (",
        );
        let mut list = text.separated(", ");
        keys.for_each(|key| _ = list.push_bind(key));
        text.push(") group by name_key").build_query_as().persistent(false).fetch_all(link).await
    })?)
}

/// A new company without numbers and words.
pub(crate) async fn insert(db: On<'_>, id: &CompanyId, draft: &CompanyDraft, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str())
        .bind(&draft.name)
        .bind(companies::key(&draft.name))
        .bind(names::fold(&draft.name))
        .bind(&draft.tax_code)
        .bind(&draft.website)
        .bind(&draft.email)
        .bind(&draft.address)
        .bind(&draft.note)
        .bind(draft.owner.as_ref().map(StaffId::as_str))
        .bind(at.0)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Saves what was changed, unless somebody saved since `version`: then `false`.
pub(crate) async fn update(db: On<'_>, id: &CompanyId, version: i64, draft: &CompanyDraft, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str())
        .bind(&draft.name)
        .bind(companies::key(&draft.name))
        .bind(names::fold(&draft.name))
        .bind(&draft.tax_code)
        .bind(&draft.website)
        .bind(&draft.email)
        .bind(&draft.address)
        .bind(&draft.note)
        .bind(draft.owner.as_ref().map(StaffId::as_str))
        .bind(at.0)
        .bind(version)
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Hides a company; `false` when there is none.
pub(crate) async fn delete(db: On<'_>, id: &CompanyId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(DELETE)
        .bind(id.as_str()).bind(at.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// What a hidden company is called, unless it has changed since `version`.
pub(crate) async fn hidden_name(db: On<'_>, id: &CompanyId, version: i64) -> Answer<Option<String>> {
    Ok(each!(db, link => sqlx::query_scalar(HIDDEN_NAME)
        .bind(id.as_str()).bind(version).fetch_optional(link).await)?)
}

/// When something last happened with a company, whatever was said before.
pub(crate) async fn set_active(db: On<'_>, id: &CompanyId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SET_ACTIVE).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Shows a hidden company again, unless it has changed since `version`: then `false`.
pub(crate) async fn bring_back(db: On<'_>, id: &CompanyId, version: i64) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(BRING_BACK)
        .bind(id.as_str()).bind(version).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Something happened with a company; an earlier time changes nothing.
pub(crate) async fn touch(db: On<'_>, id: &CompanyId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(TOUCH).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Which companies hold a number, latest dealt with first; at most ten.
pub(crate) async fn holders(db: On<'_>, number: &Number) -> Answer<Vec<Holder>> {
    Ok(each!(db, link => sqlx::query_as(HOLDERS).bind(number.as_str()).fetch_all(link).await)?)
}

/// Whether a company does not want calls on a number.
pub(crate) async fn unwanted(db: On<'_>, number: &Number) -> Answer<bool> {
    let unwanted = each!(db, link => sqlx::query_scalar::<_, i64>(UNWANTED)
        .bind(number.as_str()).fetch_one(link).await)?;
    Ok(unwanted > 0)
}

/// Who works there, by name, after a name and id.
pub(crate) async fn people(
    db: On<'_>,
    id: &CompanyId,
    seen: &Extent,
    after: (&str, &str),
    limit: i64,
) -> Answer<Vec<PersonRow>> {
    Ok(each!(db, link => sqlx::query_as(PEOPLE)
        .bind(id.as_str()).bind(after.0).bind(after.1).bind(limit)
        .bind(seen.reach.as_str()).bind(seen.me.as_str()).fetch_all(link).await)?)
}

/// Everybody who works there.
pub(crate) async fn workers(db: On<'_>, id: &CompanyId) -> Answer<Vec<CustomerId>> {
    let ids: Vec<String> = each!(db, link => sqlx::query_scalar(WORKERS).bind(id.as_str()).fetch_all(link).await)?;
    Ok(ids.into_iter().map(CustomerId::new).collect())
}

/// Writes a company's new name beside everybody who works there: whoever edits one of them must look again.
pub(crate) async fn rename_at_people(db: On<'_>, id: &CompanyId, name: &str, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(RENAME_AT_PEOPLE)
        .bind(id.as_str()).bind(name).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Companies that a migration made and that are not found by anything yet; some of them.
pub(crate) async fn unsettled(db: On<'_>) -> Answer<Vec<CompanyRef>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(UNSETTLED).fetch_all(link).await)?;
    Ok(rows.into_iter().map(reference).collect())
}

/// What a company that a migration made is found and ordered by.
pub(crate) async fn settle(mut db: On<'_>, company: &CompanyRef, words: &[String]) -> Answer<()> {
    let id = company.id.as_str();
    each!(&mut db, link => sqlx::query(SETTLE)
        .bind(id)
        .bind(companies::key(&company.name))
        .bind(names::fold(&company.name))
        .execute(&mut **link).await.map(drop))?;
    found_by::set_words(db, COMPANIES, id, words).await
}

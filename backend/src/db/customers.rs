//! The tables of customers, their telephone numbers and the words they are found by.

use super::found_by::{self, CUSTOMERS};
use super::{Answer, On, custom, each, statements};
use domain::custom::{Entity, Values};
use domain::customers::{Customer, CustomerDraft, CustomerRef, Phone};
use domain::ids::{CompanyId, CustomerId, StaffId};
use domain::phone::Number;
use domain::staff::StaffRef;
use domain::times::Millis;

statements! {
    BY_ID = "select c.id, c.version, c.name, c.email, c.company, c.company_id, c.address, c.note, c.owner_id, \
             s.name as owner_name, c.created_at, c.updated_at, c.last_activity_at \
             from customers c left join staff s on s.id = c.owner_id where c.id = $1 and c.deleted_at is null";
    INSERT = "insert into customers (id, version, name, name_fold, words, email, company, company_id, address, note, \
              owner_id, last_activity_at, created_at, updated_at) \
              values ($1, 1, $2, $3, '', $4, $5, $10, $6, $7, $8, $9, $9, $9)";
    UPDATE = "update customers set version = version + 1, name = $3, name_fold = $4, email = $5, company = $6, \
              address = $7, note = $8, owner_id = $9, updated_at = $10, last_activity_at = $10, company_id = $11 \
              where id = $1 and version = $2 and deleted_at is null";
    NEXT_VERSION = "update customers set version = version + 1, updated_at = $2 where id = $1";
    DELETE = "update customers set deleted_at = $2, version = version + 1 where id = $1 and deleted_at is null";
    BRING_BACK = "update customers set deleted_at = null, version = version + 1 \
                  where id = $1 and version = $2 and deleted_at is not null";
    SET_ACTIVE = "update customers set last_activity_at = $2 where id = $1";
    TOUCH = "update customers set last_activity_at = $2 where id = $1 and last_activity_at < $2";
    HOLDERS = "select c.id, c.name, c.company, c.owner_id, s.name as owner_name, p.do_not_call \
               from customer_phones p join customers c on c.id = p.customer_id left join staff s on s.id = c.owner_id \
               where p.number = $1 and c.deleted_at is null order by c.last_activity_at desc, c.id limit 11";
    CALLED = "select c.id, c.name, c.company, c.owner_id, s.name as owner_name, \
              exists (select 1 from customer_phones p where p.customer_id = c.id and p.number = $2 and p.do_not_call) \
              as do_not_call \
              from customers c left join staff s on s.id = c.owner_id where c.id = $1 and c.deleted_at is null";
}

/// A customer's own columns, and who is responsible.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: String,
    version: i64,
    name: String,
    email: Option<String>,
    company: Option<String>,
    company_id: Option<String>,
    address: Option<String>,
    note: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    created_at: i64,
    updated_at: i64,
    last_activity_at: i64,
}

/// A customer as a caller's card and a number check need them.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Holder {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) company: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    pub(crate) do_not_call: bool,
}

impl Holder {
    /// As other records name them.
    pub(crate) fn named(&self) -> CustomerRef {
        CustomerRef { id: CustomerId::new(self.id.clone()), name: self.name.clone() }
    }

    /// Who is responsible.
    pub(crate) fn owner(&self) -> Option<StaffRef> {
        member(self.owner_id.clone(), self.owner_name.clone())
    }
}

/// A member named beside a row that may have none.
pub(super) fn member(id: Option<String>, name: Option<String>) -> Option<StaffRef> {
    Some(StaffRef { id: StaffId::new(id?), name: name? })
}

impl Row {
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn with(self, phones: Vec<Phone>, custom: Values) -> Customer {
        Customer {
            id: CustomerId::new(self.id),
            version: self.version,
            name: self.name,
            email: self.email,
            company: self.company,
            company_id: self.company_id.map(CompanyId::new),
            address: self.address,
            note: self.note,
            owner: member(self.owner_id, self.owner_name),
            phones,
            created_at: Millis(self.created_at),
            updated_at: Millis(self.updated_at),
            last_activity_at: Millis(self.last_activity_at),
            custom,
        }
    }
}

/// A customer, whole.
pub(crate) async fn by_id(mut db: On<'_>, id: &CustomerId) -> Answer<Option<Customer>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    let Some(row) = row else { return Ok(None) };
    let custom = custom::of_record(db.again(), Entity::Customer, id.as_str()).await?;
    Ok(Some(row.with(found_by::phones(db, CUSTOMERS, id.as_str()).await?, custom)))
}

/// A new customer without numbers and words; `company` is the one that the draft names.
pub(crate) async fn insert(
    db: On<'_>,
    id: &CustomerId,
    draft: &CustomerDraft,
    company: Option<&CompanyId>,
    at: Millis,
) -> Answer<()> {
    each!(db, link => sqlx::query(INSERT)
        .bind(id.as_str())
        .bind(&draft.name)
        .bind(domain::names::fold(&draft.name))
        .bind(&draft.email)
        .bind(&draft.company)
        .bind(&draft.address)
        .bind(&draft.note)
        .bind(draft.owner.as_ref().map(StaffId::as_str))
        .bind(at.0)
        .bind(company.map(CompanyId::as_str))
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Saves what was changed, unless somebody saved since `version`: then `false`.
pub(crate) async fn update(
    db: On<'_>,
    id: &CustomerId,
    version: i64,
    draft: &CustomerDraft,
    company: Option<&CompanyId>,
    at: Millis,
) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(UPDATE)
        .bind(id.as_str())
        .bind(version)
        .bind(&draft.name)
        .bind(domain::names::fold(&draft.name))
        .bind(&draft.email)
        .bind(&draft.company)
        .bind(&draft.address)
        .bind(&draft.note)
        .bind(draft.owner.as_ref().map(StaffId::as_str))
        .bind(at.0)
        .bind(company.map(CompanyId::as_str))
        .execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Something beside the form's fields was saved: whoever edits the customer must look again.
pub(crate) async fn next_version(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(NEXT_VERSION).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Hides a customer; `false` when there is none.
pub(crate) async fn delete(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(DELETE)
        .bind(id.as_str()).bind(at.0).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// When something last happened with a customer, whatever was said before.
pub(crate) async fn set_active(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(SET_ACTIVE).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Shows a hidden customer again, unless it has changed since `version`: then `false`.
pub(crate) async fn bring_back(db: On<'_>, id: &CustomerId, version: i64) -> Answer<bool> {
    let rows = each!(db, link => sqlx::query(BRING_BACK)
        .bind(id.as_str()).bind(version).execute(link).await.map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Something happened with a customer; an earlier time changes nothing.
pub(crate) async fn touch(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(TOUCH).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces a customer's numbers; their order is kept.
pub(crate) async fn set_phones(db: On<'_>, id: &CustomerId, phones: &[Phone]) -> Answer<()> {
    found_by::set_phones(db, CUSTOMERS, id.as_str(), phones).await
}

/// Replaces the words a customer is found by; with none they are not found.
pub(crate) async fn set_words(db: On<'_>, id: &CustomerId, words: &[String]) -> Answer<()> {
    found_by::set_words(db, CUSTOMERS, id.as_str(), words).await
}

/// Who holds a number, latest dealt with first; at most eleven.
pub(crate) async fn holders(db: On<'_>, number: &Number) -> Answer<Vec<Holder>> {
    Ok(each!(db, link => sqlx::query_as(HOLDERS).bind(number.as_str()).fetch_all(link).await)?)
}

/// The customer of a call, and whether they want calls on this number.
pub(crate) async fn called(db: On<'_>, id: &CustomerId, number: Option<&Number>) -> Answer<Option<Holder>> {
    let number = number.map_or("", Number::as_str);
    Ok(each!(db, link => sqlx::query_as(CALLED).bind(id.as_str()).bind(number).fetch_optional(link).await)?)
}

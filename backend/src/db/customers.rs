//! The tables of customers, their telephone numbers and the words they are found by.

use super::{Answer, On, each, statements};
use domain::customers::{Customer, CustomerDraft, CustomerRef, Phone};
use domain::ids::{CustomerId, PhoneId, StaffId};
use domain::phone::Number;
use domain::staff::StaffRef;
use domain::times::Millis;
use sqlx::{Database, Encode, QueryBuilder, Type};

statements! {
    BY_ID = "select c.id, c.version, c.name, c.email, c.company, c.address, c.note, c.owner_id, s.name as owner_name, \
             c.created_at, c.updated_at, c.last_activity_at \
             from customers c left join staff s on s.id = c.owner_id where c.id = $1 and c.deleted_at is null";
    PHONES = "select id, raw, number, label, is_primary, do_not_call from customer_phones \
              where customer_id = $1 order by is_primary desc, position";
    INSERT = "insert into customers (id, version, name, name_fold, words, email, company, address, note, owner_id, \
              last_activity_at, created_at, updated_at) values ($1, 1, $2, $3, '', $4, $5, $6, $7, $8, $9, $9, $9)";
    UPDATE = "update customers set version = version + 1, name = $3, name_fold = $4, email = $5, company = $6, \
              address = $7, note = $8, owner_id = $9, updated_at = $10, last_activity_at = $10 \
              where id = $1 and version = $2 and deleted_at is null";
    NEXT_VERSION = "update customers set version = version + 1, updated_at = $2 where id = $1";
    DELETE = "update customers set deleted_at = $2, version = version + 1 where id = $1 and deleted_at is null";
    TOUCH = "update customers set last_activity_at = $2 where id = $1 and last_activity_at < $2";
    DELETE_PHONES = "delete from customer_phones where customer_id = $1";
    WORDS = "select words from customers where id = $1";
    SET_WORDS = "update customers set words = $2 where id = $1";
    HOLDERS = "select c.id, c.name, c.company, c.owner_id, s.name as owner_name, p.do_not_call \
               from customer_phones p join customers c on c.id = p.customer_id left join staff s on s.id = c.owner_id \
               where p.number = $1 and c.deleted_at is null order by c.last_activity_at desc, c.id limit 11";
    CALLED = "select c.id, c.name, c.company, c.owner_id, s.name as owner_name, \
              exists (select 1 from customer_phones p where p.customer_id = c.id and p.number = $2 and p.do_not_call) \
              as do_not_call \
              from customers c left join staff s on s.id = c.owner_id where c.id = $1 and c.deleted_at is null";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    version: i64,
    name: String,
    email: Option<String>,
    company: Option<String>,
    address: Option<String>,
    note: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    created_at: i64,
    updated_at: i64,
    last_activity_at: i64,
}

#[derive(sqlx::FromRow)]
struct PhoneRow {
    id: String,
    raw: String,
    number: String,
    label: String,
    is_primary: bool,
    do_not_call: bool,
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
    fn with(self, phones: Vec<PhoneRow>) -> Customer {
        Customer {
            id: CustomerId::new(self.id),
            version: self.version,
            name: self.name,
            email: self.email,
            company: self.company,
            address: self.address,
            note: self.note,
            owner: member(self.owner_id, self.owner_name),
            phones: phones.into_iter().map(PhoneRow::phone).collect(),
            created_at: Millis(self.created_at),
            updated_at: Millis(self.updated_at),
            last_activity_at: Millis(self.last_activity_at),
        }
    }
}

impl PhoneRow {
    fn phone(self) -> Phone {
        Phone {
            id: PhoneId::new(self.id),
            raw: self.raw,
            number: Number::from_stored(self.number),
            label: self.label,
            primary: self.is_primary,
            do_not_call: self.do_not_call,
        }
    }
}

/// A customer, whole. Two questions, so it is asked with a closure that lends the connection twice.
pub(crate) async fn by_id(mut db: On<'_>, id: &CustomerId) -> Answer<Option<Customer>> {
    let row: Option<Row> =
        each!(&mut db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(&mut **link).await)?;
    let Some(row) = row else { return Ok(None) };
    let phones = each!(db, link => sqlx::query_as(PHONES).bind(id.as_str()).fetch_all(link).await)?;
    Ok(Some(row.with(phones)))
}

/// A new customer without numbers and words.
pub(crate) async fn insert(db: On<'_>, id: &CustomerId, draft: &CustomerDraft, at: Millis) -> Answer<()> {
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
        .execute(link).await.map(drop))?;
    Ok(())
}

/// Saves what was changed, unless somebody saved since `version`: then `false`.
pub(crate) async fn update(
    db: On<'_>,
    id: &CustomerId,
    version: i64,
    draft: &CustomerDraft,
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

/// Something happened with a customer; an earlier time changes nothing.
pub(crate) async fn touch(db: On<'_>, id: &CustomerId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(TOUCH).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces a customer's numbers; their order is kept.
pub(crate) async fn set_phones(mut db: On<'_>, id: &CustomerId, phones: &[Phone]) -> Answer<()> {
    each!(&mut db, link => sqlx::query(DELETE_PHONES).bind(id.as_str()).execute(&mut **link).await.map(drop))?;
    let rows: Vec<_> = (0_i64..).zip(phones).map(|(position, phone)| (id, position, phone)).collect();
    insert_phones(db, &rows).await
}

/// Adds numbers: of whom, in which place.
pub(crate) async fn insert_phones(db: On<'_>, rows: &[(&CustomerId, i64, &Phone)]) -> Answer<()> {
    const TEXT: &str = "insert into customer_phones \
                        (id, customer_id, position, raw, number, label, is_primary, do_not_call) ";
    if rows.is_empty() {
        return Ok(());
    }
    each!(db, link => QueryBuilder::new(TEXT)
        .push_values(rows, |mut row, (customer, position, phone)| {
            row.push_bind(phone.id.as_str())
                .push_bind(customer.as_str())
                .push_bind(position)
                .push_bind(&phone.raw)
                .push_bind(phone.number.as_str())
                .push_bind(&phone.label)
                .push_bind(phone.primary)
                .push_bind(phone.do_not_call);
        })
        .build().persistent(false).execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces the words a customer is found by; with none they are not found.
pub(crate) async fn set_words(mut db: On<'_>, id: &CustomerId, words: &[String]) -> Answer<()> {
    let before: String =
        each!(&mut db, link => sqlx::query_scalar(WORDS).bind(id.as_str()).fetch_one(&mut **link).await)?;
    each!(&mut db, link => sqlx::query(SET_WORDS)
        .bind(id.as_str()).bind(joined(words)).execute(&mut **link).await.map(drop))?;
    let gone: Vec<&str> = before.split_whitespace().filter(|word| words.iter().all(|w| w != word)).collect();
    if !gone.is_empty() {
        each!(&mut db, link => delete_words(id, &gone).build().persistent(false).execute(&mut **link).await.map(drop))?;
    }
    let new = words.iter().filter(|word| before.split_whitespace().all(|w| w != word.as_str()));
    let rows: Vec<_> = new.map(|word| (id, word.as_str())).collect();
    insert_words(db, &rows).await
}

/// Words as a customer's row has them: each after a space.
pub(super) fn joined(words: &[String]) -> String {
    words.iter().flat_map(|word| [" ", word]).collect()
}

fn delete_words<DB>(id: &CustomerId, words: &[&str]) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("delete from customer_words where customer_id = ");
    text.push_bind(id.as_str().to_owned()).push(" and word in (");
    let mut list = text.separated(", ");
    for word in words {
        list.push_bind((*word).to_owned());
    }
    text.push(")");
    text
}

/// Adds words: of whom, which.
pub(crate) async fn insert_words(db: On<'_>, rows: &[(&CustomerId, &str)]) -> Answer<()> {
    if rows.is_empty() {
        return Ok(());
    }
    each!(db, link => QueryBuilder::new("insert into customer_words (word, customer_id) ")
        .push_values(rows, |mut row, (customer, word)| {
            row.push_bind(*word).push_bind(customer.as_str());
        })
        .build().persistent(false).execute(link).await.map(drop))?;
    Ok(())
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

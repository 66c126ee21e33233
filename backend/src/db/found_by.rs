//! What customers, companies and deals are found by: their telephone numbers and the words of their names.

use super::bulk::together;
use super::{Answer, On, each};
use domain::customers::Phone;
use domain::ids::PhoneId;
use domain::phone::Number;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// The tables of such records.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    /// The records themselves.
    pub(super) records: &'static str,
    /// Their telephone numbers; empty where such records have none.
    pub(super) phones: &'static str,
    /// Their words.
    pub(super) words: &'static str,
    /// The column of those two that names the record.
    pub(super) record: &'static str,
}

/// People.
pub(crate) const CUSTOMERS: Kind =
    Kind { records: "customers", phones: "customer_phones", words: "customer_words", record: "customer_id" };
/// Where they work.
pub(crate) const COMPANIES: Kind =
    Kind { records: "companies", phones: "company_phones", words: "company_words", record: "company_id" };
/// What somebody may buy.
pub(crate) const DEALS: Kind = Kind { records: "deals", phones: "", words: "deal_words", record: "deal_id" };

/// One of a record's numbers.
#[derive(sqlx::FromRow)]
pub(super) struct PhoneRow {
    id: String,
    raw: String,
    number: String,
    label: String,
    is_primary: bool,
    do_not_call: bool,
}

impl PhoneRow {
    pub(super) fn phone(self) -> Phone {
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

/// A record's numbers, primary first.
pub(crate) async fn phones(db: On<'_>, of: Kind, id: &str) -> Answer<Vec<Phone>> {
    let rows: Vec<PhoneRow> = each!(db, link => phones_text(of, id).build_query_as().fetch_all(link).await)?;
    Ok(rows.into_iter().map(PhoneRow::phone).collect())
}

fn phones_text<DB>(of: Kind, id: &str) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let Kind { phones, record, .. } = of;
    let mut text = QueryBuilder::new("select id, raw, number, label, is_primary, do_not_call from ");
    text.push(format_args!("{phones} where {record} = ")).push_bind(id.to_owned());
    text.push(" order by is_primary desc, position");
    text
}

/// Replaces a record's numbers; their order is kept.
pub(crate) async fn set_phones(mut db: On<'_>, of: Kind, id: &str, phones: &[Phone]) -> Answer<()> {
    each!(&mut db, link => delete_of(of.phones, of.record, id).build().execute(&mut **link).await.map(drop))?;
    let rows: Vec<_> = (0_i64..).zip(phones).map(|(position, phone)| (id, position, phone)).collect();
    insert_phones(db, of, &rows).await
}

/// Adds numbers: of whom, in which place.
pub(crate) async fn insert_phones(db: On<'_>, of: Kind, rows: &[(&str, i64, &Phone)]) -> Answer<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let Kind { phones, record, .. } = of;
    let begin = format!("insert into {phones} (id, {record}, position, raw, number, label, is_primary, do_not_call) ");
    each!(db, link => QueryBuilder::new(begin)
        .push_values(rows, |mut row, (record, position, phone)| {
            row.push_bind(phone.id.as_str())
                .push_bind(*record)
                .push_bind(position)
                .push_bind(&phone.raw)
                .push_bind(phone.number.as_str())
                .push_bind(&phone.label)
                .push_bind(phone.primary)
                .push_bind(phone.do_not_call);
        })
        .build().persistent(rows.len() == together(8)).execute(link).await.map(drop))?;
    Ok(())
}

/// Replaces the words a record is found by; with none it is not found.
pub(crate) async fn set_words(mut db: On<'_>, of: Kind, id: &str, words: &[String]) -> Answer<()> {
    let before: String = each!(&mut db, link => words_text(of, id).build_query_scalar().fetch_one(&mut **link).await)?;
    each!(&mut db, link => set_text(of, id, words).build().execute(&mut **link).await.map(drop))?;
    let gone: Vec<&str> = before.split_whitespace().filter(|word| words.iter().all(|w| w != word)).collect();
    if !gone.is_empty() {
        each!(&mut db, link =>
            delete_words(of, id, &gone).build().persistent(false).execute(&mut **link).await.map(drop))?;
    }
    let new = words.iter().filter(|word| before.split_whitespace().all(|w| w != word.as_str()));
    let rows: Vec<_> = new.map(|word| (id, word.as_str())).collect();
    insert_words(db, of, &rows).await
}

/// Adds words: of whom, which.
pub(crate) async fn insert_words(db: On<'_>, of: Kind, rows: &[(&str, &str)]) -> Answer<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let begin = format!("insert into {} (word, {}) ", of.words, of.record);
    each!(db, link => QueryBuilder::new(begin)
        .push_values(rows, |mut row, (record, word)| {
            row.push_bind(*word).push_bind(*record);
        })
        .build().persistent(rows.len() == together(2)).execute(link).await.map(drop))?;
    Ok(())
}

/// Words as a record's row has them: each after a space.
pub(super) fn joined(words: &[String]) -> String {
    words.iter().flat_map(|word| [" ", word]).collect()
}

fn words_text<DB>(of: Kind, id: &str) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(format!("select words from {} where id = ", of.records));
    text.push_bind(id.to_owned());
    text
}

fn set_text<DB>(of: Kind, id: &str, words: &[String]) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(format!("update {} set words = ", of.records));
    text.push_bind(joined(words)).push(" where id = ").push_bind(id.to_owned());
    text
}

/// Everything of a record in one of its tables.
fn delete_of<DB>(table: &str, record: &str, id: &str) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(format!("delete from {table} where {record} = "));
    text.push_bind(id.to_owned());
    text
}

fn delete_words<DB>(of: Kind, id: &str, words: &[&str]) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = delete_of(of.words, of.record, id);
    text.push(" and word in (");
    let mut list = text.separated(", ");
    for word in words {
        list.push_bind((*word).to_owned());
    }
    text.push(")");
    text
}

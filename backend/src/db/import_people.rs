//! Whom an import meets, many at a time: found by what they are recognised by, changed, hidden, and put back.

use super::bulk::{self, VALUES, together};
use super::found_by::{self, CUSTOMERS, Kind, PhoneRow};
use super::imports::{read, written};
use super::{Answer, On, Tx, custom, customers, each, statements};
use domain::custom::{Entity, Values};
use domain::customers::{Customer, CustomerDraft, Phone};
use domain::ids::{CompanyId, CustomerId, ImportId, StaffId, TeamId};
use domain::times::Millis;
use sqlx::{Database, Encode, QueryBuilder, Type};
use std::collections::HashMap;

statements! {
    UPDATE = "update customers set version = version + 1, name = $2, name_fold = $3, email = $4, company = $5, \
              address = $6, note = $7, owner_id = $8, words = $9, updated_at = $10, last_activity_at = $11, \
              company_id = $12 \
              where id = $1";
    OPEN = "select c.customer_id, c.version, c.at, c.before, p.version as version_now, \
            p.last_activity_at as active_at from import_changes c join customers p on p.id = c.customer_id \
            where c.import_id = $1 and c.customer_id > $2 and not c.looked_at and p.deleted_at is null \
            order by c.customer_id limit $3";
    UNUSED = "select c.id, c.words from import_companies i join companies c on c.id = i.company_id \
              where i.import_id = $1 and c.deleted_at is null and c.version = 1 \
              and c.last_activity_at = c.created_at and not exists \
              (select 1 from customers p where p.company_id = c.id and p.deleted_at is null) \
              and not exists (select 1 from deals d where d.company_id = c.id and d.deleted_at is null) \
              order by c.id limit $2";
    GONE_ALREADY = "update import_changes set looked_at = true where import_id = $1 and not looked_at \
                    and customer_id in (select id from customers where deleted_at is not null)";
}

/// Somebody who is there.
pub(crate) struct Held {
    pub(crate) customer: Customer,
    /// The words they are found by, each after a space.
    pub(crate) words: String,
    /// The team of whoever is responsible.
    pub(crate) team: Option<TeamId>,
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    #[sqlx(flatten)]
    customer: customers::Row,
    words: String,
    team_id: Option<String>,
}

#[derive(sqlx::FromRow)]
struct PhoneOf {
    customer_id: String,
    #[sqlx(flatten)]
    phone: PhoneRow,
}

/// How somebody shall be.
pub(crate) struct Wanted<'a> {
    pub(crate) id: &'a CustomerId,
    pub(crate) is: &'a CustomerDraft,
    /// The company that is named there.
    pub(crate) company: Option<&'a CompanyId>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) words: Vec<String>,
    /// What the installation's own fields say of them now.
    pub(crate) custom_before: &'a Values,
    /// The words they are found by now, each after a space.
    pub(crate) words_before: &'a str,
    /// When something last happened with them.
    pub(crate) active_at: Millis,
}

/// How an import left a customer.
pub(crate) struct Left<'a> {
    pub(crate) id: &'a CustomerId,
    pub(crate) version: i64,
    /// How they were before; `None` for those it made.
    pub(crate) before: Option<&'a Customer>,
}

/// A customer of an import that is being undone.
#[derive(sqlx::FromRow)]
pub(crate) struct Open {
    customer_id: String,
    version: i64,
    at: i64,
    before: Option<String>,
    version_now: i64,
    active_at: i64,
}

impl Open {
    pub(crate) fn id(&self) -> CustomerId {
        CustomerId::new(self.customer_id.clone())
    }

    /// Whether nobody has changed or dealt with them since.
    pub(crate) fn is_as_left(&self) -> bool {
        self.version == self.version_now && self.at == self.active_at
    }

    /// How they were before; `None` for those the import made.
    pub(crate) fn before(&self) -> Answer<Option<Customer>> {
        self.before.as_deref().map(read).transpose()
    }
}

/// Whoever has one of these numbers or email addresses.
pub(crate) async fn recognised(mut db: On<'_>, numbers: &[&str], emails: &[&str]) -> Answer<Vec<String>> {
    const BY_NUMBER: &str = "select c.id from customer_phones p join customers c on c.id = p.customer_id \
                             where c.deleted_at is null and p.number in (";
    const BY_EMAIL: &str = "select id from customers where deleted_at is null and email in (";
    let mut ids = Vec::new();
    for (text, keys) in [(BY_NUMBER, numbers), (BY_EMAIL, emails)] {
        for keys in keys.chunks(VALUES) {
            let found: Vec<String> = each!(db.again(), link =>
                among(text, keys, ")").build_query_scalar().persistent(false).fetch_all(link).await)?;
            ids.extend(found);
        }
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// These customers, whole, by id. Within a transaction nobody else changes them until its end.
pub(crate) async fn held(mut db: On<'_>, ids: &[String]) -> Answer<Vec<Held>> {
    const TEXT: &str = "select c.id, c.version, c.name, c.email, c.company, c.company_id, c.address, c.note, \
                        c.owner_id, s.name as owner_name, c.created_at, c.updated_at, c.last_activity_at, c.words, s.team_id \
                        from customers c left join staff s on s.id = c.owner_id \
                        where c.deleted_at is null and c.id in (";
    const PHONES: &str = "select customer_id, id, raw, number, label, is_primary, do_not_call from customer_phones \
                          where customer_id in (";
    let mut all = Vec::new();
    for ids in ids.chunks(VALUES) {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        // SQLite has one writer, and that is us.
        let end = if matches!(db, On::Sqlite(_)) { ") order by c.id" } else { ") order by c.id for update of c" };
        let rows: Vec<HeldRow> =
            each!(db.again(), link => among(TEXT, &ids, end).build_query_as().persistent(false).fetch_all(link).await)?;
        let phones: Vec<PhoneOf> = each!(db.again(), link =>
            among(PHONES, &ids, ") order by is_primary desc, position").build_query_as().persistent(false).fetch_all(link).await)?;
        let mut by_customer: HashMap<String, Vec<Phone>> = HashMap::new();
        for one in phones {
            by_customer.entry(one.customer_id).or_default().push(one.phone.phone());
        }
        let mut values = custom::of_many(db.again(), Entity::Customer, &ids).await?;
        all.extend(rows.into_iter().map(|row| {
            let custom = values.remove(row.customer.id()).unwrap_or_default();
            let phones = by_customer.remove(row.customer.id()).unwrap_or_default();
            let team = row.team_id.map(TeamId::new);
            Held { customer: row.customer.with(phones, custom), words: row.words, team }
        }));
    }
    Ok(all)
}

/// Makes customers what they shall be; their versions grow by one.
pub(crate) async fn change(tx: &mut Tx, people: &[Wanted<'_>], at: Millis) -> Answer<()> {
    for one in people {
        let words = found_by::joined(&one.words);
        each!(tx.on(), link => sqlx::query(UPDATE)
            .bind(one.id.as_str())
            .bind(&one.is.name)
            .bind(domain::names::fold(&one.is.name))
            .bind(&one.is.email)
            .bind(&one.is.company)
            .bind(&one.is.address)
            .bind(&one.is.note)
            .bind(one.is.owner.as_ref().map(StaffId::as_str))
            .bind(&words)
            .bind(at.0)
            .bind(one.active_at.0)
            .bind(one.company.map(CompanyId::as_str))
            .execute(link).await.map(drop))?;
    }
    let ids: Vec<&str> = people.iter().map(|one| one.id.as_str()).collect();
    for ids in ids.chunks(VALUES) {
        const TEXT: &str = "delete from customer_phones where customer_id in (";
        each!(tx.on(), link => among(TEXT, ids, ")").build().persistent(false).execute(link).await.map(drop))?;
    }
    let phones =
        people.iter().flat_map(|one| (0_i64..).zip(&one.phones).map(|(place, phone)| (one.id.as_str(), place, phone)));
    bulk::insert_phones(tx, CUSTOMERS, &phones.collect::<Vec<_>>()).await?;
    let customs = people.iter().map(|one| (one.id.as_str(), one.custom_before, &one.is.custom));
    custom::set_many(tx.on(), &customs.collect::<Vec<_>>()).await?;
    let (mut gone, mut new) = (Vec::new(), Vec::new());
    for one in people {
        let before: Vec<&str> = one.words_before.split_whitespace().collect();
        gone.extend(
            before.iter().filter(|word| !one.words.iter().any(|w| w == **word)).map(|word| (one.id.as_str(), *word)),
        );
        let missing = one.words.iter().map(String::as_str).filter(|word| !before.contains(word));
        new.extend(missing.map(|word| (one.id.as_str(), word)));
    }
    delete_words(tx, CUSTOMERS, gone).await?;
    new.sort_unstable_by_key(|(_, word)| *word);
    bulk::insert_words(tx, CUSTOMERS, &new).await
}

/// Hides records, each with the words it is found by, from every list and search.
pub(crate) async fn hide(tx: &mut Tx, of: Kind, found_by: &[(&str, &str)], at: Millis) -> Answer<()> {
    for records in found_by.chunks(VALUES - 1) {
        each!(tx.on(), link => {
            let mut text = QueryBuilder::new("update ");
            text.push(of.records).push(" set words = '', version = version + 1, deleted_at = ");
            text.push_bind(at.0).push(" where id in (");
            let mut list = text.separated(", ");
            for (id, _) in records {
                list.push_bind(*id);
            }
            text.push(")");
            text.build().persistent(false).execute(link).await.map(drop)
        })?;
    }
    let words = found_by.iter().flat_map(|(id, words)| words.split_whitespace().map(|word| (*id, word)));
    delete_words(tx, of, words.collect()).await
}

async fn delete_words(tx: &mut Tx, of: Kind, mut words: Vec<(&str, &str)>) -> Answer<()> {
    words.sort_unstable_by_key(|(_, word)| *word);
    for words in words.chunks(VALUES / 2) {
        each!(tx.on(), link => {
            let mut text = QueryBuilder::new("delete from ");
            // Of values that are not selected from, SQLite would read the whole table.
            text.push(format_args!("{} where (word, {}) in (select column1, column2 from (", of.words, of.record));
            text.push_values(words, |mut row, (record, word)| {
                row.push_bind(*word).push_bind(*record);
            });
            text.push(") as gone)");
            text.build().persistent(false).execute(link).await.map(drop)
        })?;
    }
    Ok(())
}

/// Writes down which companies an import made.
pub(crate) async fn remember_companies(tx: &mut Tx, id: &ImportId, companies: &[CompanyId]) -> Answer<()> {
    for companies in companies.chunks(together(2)) {
        each!(tx.on(), link => QueryBuilder::new("insert into import_companies (import_id, company_id) ")
            .push_values(companies, |mut row, company| {
                row.push_bind(id.as_str()).push_bind(company.as_str());
            })
            .build().persistent(companies.len() == together(2)).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// Companies that an import made, where nobody works any more and that nobody has changed or dealt with: each with the
/// words it is found by.
pub(crate) async fn unused_companies(tx: &mut Tx, id: &ImportId, limit: i64) -> Answer<Vec<(String, String)>> {
    Ok(each!(tx.on(), link => sqlx::query_as(UNUSED).bind(id.as_str()).bind(limit).fetch_all(link).await)?)
}

/// Writes down how an import leaves customers. Of one it has dealt with already, what they were at first is kept.
pub(crate) async fn remember(tx: &mut Tx, id: &ImportId, left: &[Left<'_>], at: Millis) -> Answer<()> {
    const TEXT: &str = "insert into import_changes (import_id, customer_id, version, at, before, looked_at) ";
    // Had somebody else changed them in between, the versions would not follow each other.
    const AGAIN: &str = " on conflict (import_id, customer_id) do update set version = excluded.version, \
                         at = excluded.at where import_changes.version = excluded.version - 1";
    for left in left.chunks(together(6)) {
        let mut befores = Vec::with_capacity(left.len());
        for one in left {
            befores.push((one, one.before.map(written).transpose()?));
        }
        each!(tx.on(), link => {
            let mut text = QueryBuilder::new(TEXT);
            text.push_values(&befores, |mut row, (one, before)| {
                row.push_bind(id.as_str())
                    .push_bind(one.id.as_str())
                    .push_bind(one.version)
                    .push_bind(at.0)
                    .push_bind(before)
                    .push_bind(false);
            });
            text.push(AGAIN);
            text.build().persistent(left.len() == together(6)).execute(link).await.map(drop)
        })?;
    }
    Ok(())
}

/// Customers of an import that is being undone, who were not looked at yet, after one of them.
pub(crate) async fn open(tx: &mut Tx, id: &ImportId, after: &str, limit: i64) -> Answer<Vec<Open>> {
    Ok(each!(tx.on(), link => sqlx::query_as(OPEN)
        .bind(id.as_str()).bind(after).bind(limit).fetch_all(link).await)?)
}

/// Those whom somebody has hidden since need no looking at; how many they were.
pub(crate) async fn pass_by_the_hidden(tx: &mut Tx, id: &ImportId) -> Answer<u64> {
    Ok(each!(tx.on(), link => sqlx::query(GONE_ALREADY).bind(id.as_str()).execute(link).await
        .map(|done| done.rows_affected()))?)
}

/// These were looked at.
pub(crate) async fn looked_at(tx: &mut Tx, id: &ImportId, people: &[Open]) -> Answer<()> {
    for people in people.chunks(VALUES - 1) {
        each!(tx.on(), link => {
            let mut text = QueryBuilder::new("update import_changes set looked_at = true where import_id = ");
            text.push_bind(id.as_str()).push(" and customer_id in (");
            let mut list = text.separated(", ");
            for one in people {
                list.push_bind(one.customer_id.as_str());
            }
            text.push(")");
            text.build().persistent(false).execute(link).await.map(drop)
        })?;
    }
    Ok(())
}

/// A question about one of these.
pub(super) fn among<'v, DB>(beginning: &str, keys: &[&'v str], end: &str) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'e> Encode<'e, DB>,
{
    let mut text = QueryBuilder::new(beginning);
    let mut list = text.separated(", ");
    for key in keys {
        list.push_bind((*key).to_owned());
    }
    text.push(end);
    text
}

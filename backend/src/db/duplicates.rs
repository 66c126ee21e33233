//! The tables of customers who may be one person.

use super::bulk::VALUES;
use super::customers::member;
use super::import_people::among;
use super::within::push_within;
use super::{Answer, On, Tx, each, statements};
use domain::duplicates::{Group, HOLDERS_MAX, Person, keys};
use domain::ids::{CompanyId, CustomerId, StaffId};
use domain::phone::Number;
use domain::rights::Extent;
use domain::times::Millis;
use sqlx::{Database, Encode, QueryBuilder, Type};
use std::collections::{BTreeSet, HashMap};

statements! {
    PLACE = "select at, customer_id from duplicate_sweep where id = 'customers'";
    MOVE_ON = "update duplicate_sweep set at = $1, customer_id = $2 where id = 'customers'";
    SAVED = "select updated_at, id from customers where deleted_at is null and (updated_at, id) > ($1, $2) \
             and updated_at <= $3 order by updated_at, id limit $4";
    GROUPS = "select id, score from duplicate_groups where (score, id) < ($1, $2) order by score desc, id desc limit $3";
    ADD_GROUP = "insert into duplicate_groups (id, score) values ($1, $2)";
    ADD_MEMBER = "insert into duplicate_members (customer_id, group_id) values ($1, $2)";
    FORGET = "delete from duplicate_members where customer_id = $1";
    FORGET_KEYS = "delete from duplicate_keys where customer_id = $1";
    DISMISS = "insert into not_duplicates (first_id, second_id, staff_id, at) values ($1, $2, $3, $4) \
               on conflict (first_id, second_id) do nothing";
}

/// The word before a key of this kind.
const NAME: &str = "name ";

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    name: String,
    company: Option<String>,
    company_id: Option<String>,
    email: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    last_activity_at: i64,
}

impl Row {
    fn with(self, numbers: Vec<Number>) -> Person {
        Person {
            id: CustomerId::new(self.id),
            name: self.name,
            company: self.company,
            company_id: self.company_id.map(CompanyId::new),
            email: self.email,
            numbers,
            owner: member(self.owner_id, self.owner_name),
            last_activity_at: Millis(self.last_activity_at),
        }
    }
}

/// How far saved customers were looked at.
pub(crate) async fn place(db: On<'_>) -> Answer<(i64, String)> {
    Ok(each!(db, link => sqlx::query_as(PLACE).fetch_one(link).await)?)
}

/// Those before this save were looked at.
pub(crate) async fn move_on(db: On<'_>, to: &(i64, String)) -> Answer<()> {
    each!(db, link => sqlx::query(MOVE_ON).bind(to.0).bind(&to.1).execute(link).await.map(drop))?;
    Ok(())
}

/// Customers saved after a place and not after a moment, in the order of their saves; some of them.
pub(crate) async fn saved(db: On<'_>, after: &(i64, String), until: Millis, limit: i64) -> Answer<Vec<(i64, String)>> {
    Ok(each!(db, link => sqlx::query_as(SAVED)
        .bind(after.0).bind(&after.1).bind(until.0).bind(limit).fetch_all(link).await)?)
}

/// Those of these customers one sees, those dealt with last first; without an extent all.
pub(crate) async fn people(mut db: On<'_>, ids: &[&str], seen: Option<&Extent>) -> Answer<Vec<Person>> {
    const TEXT: &str = "select c.id, c.name, c.company, c.company_id, c.email, c.owner_id, s.name as owner_name, \
                        c.last_activity_at from customers c left join staff s on s.id = c.owner_id \
                        where c.deleted_at is null and c.id in (";
    const PHONES: &str = "select customer_id, number from customer_phones where customer_id in (";
    let mut people = Vec::new();
    for ids in ids.chunks(VALUES) {
        let rows: Vec<Row> = each!(db.again(), link => seen_among(TEXT, ids, seen).build_query_as().persistent(false).fetch_all(link).await)?;
        let phones: Vec<(String, String)> = each!(db.again(), link =>
            among(PHONES, ids, ") order by is_primary desc, position").build_query_as().persistent(false).fetch_all(link).await)?;
        let mut numbers: HashMap<String, Vec<Number>> = HashMap::new();
        for (id, number) in phones {
            numbers.entry(id).or_default().push(Number::from_stored(number));
        }
        people.extend(rows.into_iter().map(|row| {
            let numbers = numbers.remove(&row.id).unwrap_or_default();
            row.with(numbers)
        }));
    }
    people.sort_by(|a, b| (b.last_activity_at, &a.id).cmp(&(a.last_activity_at, &b.id)));
    Ok(people)
}

fn seen_among<'v, DB>(beginning: &str, ids: &[&'v str], seen: Option<&Extent>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'e> Encode<'e, DB>,
{
    let mut text = among(beginning, ids, ")");
    if let Some(seen) = seen {
        push_within(&mut text, seen);
    }
    text
}

/// Whoever shares a key with one of these, unless too many do; their ids, also of the hidden.
pub(crate) async fn sharing(mut db: On<'_>, people: &[Person]) -> Answer<BTreeSet<String>> {
    let numbers: BTreeSet<&str> = people.iter().flat_map(|person| &person.numbers).map(Number::as_str).collect();
    let emails: BTreeSet<&str> = people.iter().filter_map(|person| person.email.as_deref()).collect();
    let names: BTreeSet<String> = people.iter().flat_map(keys).filter(|key| key.starts_with(NAME)).collect();
    let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let mut ids = BTreeSet::new();
    for (text, column, keys) in [
        (
            "select customer_id from customer_phones where number in (select number from customer_phones where number in (",
            "number",
            numbers,
        ),
        (
            "select id from customers where deleted_at is null and email in (select email from customers where deleted_at is null and email in (",
            "email",
            emails,
        ),
        (
            "select customer_id from duplicate_keys where key in (select key from duplicate_keys where key in (",
            "key",
            names,
        ),
    ] {
        let end = format!(") group by {column} having count(*) between 1 and {HOLDERS_MAX})");
        let keys: Vec<&str> = keys.into_iter().collect();
        for keys in keys.chunks(VALUES) {
            let found: Vec<String> = each!(db.again(), link =>
                among(text, keys, &end).build_query_scalar().persistent(false).fetch_all(link).await)?;
            ids.extend(found);
        }
    }
    Ok(ids)
}

/// Replaces the keys by which these are found.
pub(crate) async fn set_keys(tx: &mut Tx, people: &[Person]) -> Answer<()> {
    const CLEAR: &str = "delete from duplicate_keys where customer_id in (";
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    for ids in ids.chunks(VALUES) {
        each!(tx.on(), link => among(CLEAR, ids, ")").build().persistent(false).execute(link).await.map(drop))?;
    }
    let with_keys = people.iter().map(|person| (person.id.as_str(), keys(person)));
    let rows: Vec<(&str, String)> = with_keys
        .flat_map(|(id, keys)| keys.into_iter().filter(|key| key.starts_with(NAME)).map(move |key| (id, key)))
        .collect();
    for rows in rows.chunks(VALUES / 2) {
        each!(tx.on(), link => QueryBuilder::new("insert into duplicate_keys (key, customer_id) ")
            .push_values(rows, |mut row, (id, key)| {
                row.push_bind(key).push_bind(*id);
            })
            .build().persistent(false).execute(link).await.map(drop))?;
    }
    Ok(())
}

/// The groups of these customers.
pub(crate) async fn groups_of(db: On<'_>, ids: &[&str]) -> Answer<Vec<String>> {
    const TEXT: &str = "select distinct group_id from duplicate_members where customer_id in (";
    Ok(each!(db, link => among(TEXT, ids, ")").build_query_scalar().persistent(false).fetch_all(link).await)?)
}

/// Who is in these groups: group, customer.
pub(crate) async fn members(db: On<'_>, groups: &[&str]) -> Answer<Vec<(String, String)>> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    const TEXT: &str = "select group_id, customer_id from duplicate_members where group_id in (";
    Ok(each!(db, link => among(TEXT, groups, ")").build_query_as().persistent(false).fetch_all(link).await)?)
}

/// Replaces groups by what they are now.
pub(crate) async fn replace_groups(tx: &mut Tx, old: &[&str], new: &[Group]) -> Answer<()> {
    if !old.is_empty() {
        const MEMBERS: &str = "delete from duplicate_members where group_id in (";
        const OLD: &str = "delete from duplicate_groups where id in (";
        for text in [MEMBERS, OLD] {
            each!(tx.on(), link => among(text, old, ")").build().persistent(false).execute(link).await.map(drop))?;
        }
    }
    for group in new {
        let Some(id) = group.members.first() else { continue };
        each!(tx.on(), link => sqlx::query(ADD_GROUP)
            .bind(id.as_str()).bind(i64::from(group.score)).execute(link).await.map(drop))?;
        for member in &group.members {
            each!(tx.on(), link => sqlx::query(ADD_MEMBER)
                .bind(member.as_str()).bind(id.as_str()).execute(link).await.map(drop))?;
        }
    }
    Ok(())
}

/// Groups after a place, those most alike first: score and id.
pub(crate) async fn groups(db: On<'_>, after: (i64, &str), limit: i64) -> Answer<Vec<(String, i64)>> {
    Ok(each!(db, link => sqlx::query_as(GROUPS).bind(after.0).bind(after.1).bind(limit).fetch_all(link).await)?)
}

/// Pairs of these customers of whom somebody said that they are two people.
pub(crate) async fn dismissed(mut db: On<'_>, ids: &[&str]) -> Answer<Vec<(CustomerId, CustomerId)>> {
    const TEXT: &str = "select first_id, second_id from not_duplicates where first_id in (";
    let mut pairs: Vec<(String, String)> = Vec::new();
    for ids in ids.chunks(VALUES) {
        let found: Vec<(String, String)> =
            each!(db.again(), link => among(TEXT, ids, ")").build_query_as().persistent(false).fetch_all(link).await)?;
        pairs.extend(found);
    }
    Ok(pairs.into_iter().map(|(a, b)| (CustomerId::new(a), CustomerId::new(b))).collect())
}

/// These are two people.
pub(crate) async fn dismiss(db: On<'_>, pair: (&CustomerId, &CustomerId), who: &StaffId, at: Millis) -> Answer<()> {
    let (first, second) = (pair.0.min(pair.1), pair.0.max(pair.1));
    each!(db, link => sqlx::query(DISMISS)
        .bind(first.as_str()).bind(second.as_str()).bind(who.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Somebody is hidden: nobody may be the same any more.
pub(crate) async fn forget(mut db: On<'_>, id: &CustomerId) -> Answer<()> {
    for text in [FORGET, FORGET_KEYS] {
        each!(db.again(), link => sqlx::query(text).bind(id.as_str()).execute(link).await.map(drop))?;
    }
    Ok(())
}

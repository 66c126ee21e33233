//! The list of customers: a page of a million, by key, with an index for each order.
//!
//! The text depends on what is asked for, so it is put together; values are always bound.

use super::customers::member;
use super::{Answer, Fault, On, cursor, each};
use domain::customers::{CustomerRow, CustomerSort, OwnerFilter};
use domain::ids::CustomerId;
use domain::paging::Cursor;
use domain::phone::Number;
use domain::times::Millis;
use serde::{Deserialize, Serialize};
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Beginnings of indexed words; a hit has a word with any of them.
pub(crate) type Term = Vec<String>;

/// Where a page begins: after the row with this key and id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// In which of the stretches that a search is made of; 0 for a list that is one.
    pub(crate) stretch: usize,
    /// How it was found: the stretches after it depend on that.
    pub(crate) plan: Plan,
    key: Key,
    id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Activity(i64),
    Name(String),
}

/// Which names a stretch of the list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// All.
    All,
    /// Those that begin with this, without accents.
    From(String),
    /// Those that begin with none of these.
    Besides(Vec<String>),
}

/// How the rows are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Plan {
    /// Along the order of the list, looking at each row's words: for words that many have.
    Walk,
    /// From everybody who has the first term: for a word that few have.
    Drive,
}

/// What a page is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) owner: &'a OwnerFilter,
    pub(crate) sort: CustomerSort,
    /// All must hold; the rarest first.
    pub(crate) terms: &'a [Term],
    /// Must not all hold; nothing when empty.
    pub(crate) without: &'a [Term],
    pub(crate) names: &'a Names,
    pub(crate) plan: Plan,
    pub(crate) after: Option<&'a Place>,
    pub(crate) limit: i64,
}

/// A line of the list and its place.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: String,
    name: String,
    name_fold: String,
    company: Option<String>,
    owner_id: Option<String>,
    owner_name: Option<String>,
    last_activity_at: i64,
    number: Option<String>,
    do_not_call: Option<bool>,
}

impl Row {
    /// Where the page after this row begins.
    pub(crate) fn place(&self, sort: CustomerSort, stretch: usize, plan: Plan) -> Place {
        let key = match sort {
            CustomerSort::Activity => Key::Activity(self.last_activity_at),
            CustomerSort::Name => Key::Name(self.name_fold.clone()),
        };
        Place { stretch, plan, key, id: self.id.clone() }
    }

    /// As the list shows it.
    pub(crate) fn shown(self) -> CustomerRow {
        CustomerRow {
            id: CustomerId::new(self.id),
            name: self.name,
            company: self.company,
            phone: self.number.map(Number::from_stored),
            do_not_call: self.do_not_call.unwrap_or_default(),
            owner: member(self.owner_id, self.owner_name),
            last_activity_at: Millis(self.last_activity_at),
        }
    }
}

impl Place {
    /// As opaque text.
    pub(crate) fn cursor(&self) -> Answer<Cursor> {
        cursor::write(self)
    }

    /// From opaque text; `None` when it is not a place in this order.
    pub(crate) fn read(text: &Cursor, sort: CustomerSort) -> Option<Self> {
        let place: Self = cursor::read(text)?;
        let fits = matches!(
            (&place.key, sort),
            (Key::Activity(_), CustomerSort::Activity) | (Key::Name(_), CustomerSort::Name)
        );
        fits.then_some(place)
    }
}

/// A page of the list.
pub(crate) async fn page(db: On<'_>, asked: Asked<'_>) -> Answer<Vec<Row>> {
    Ok(each!(db, link => page_text(asked).build_query_as::<Row>().fetch_all(link).await)?)
}

/// How many words begin like each term, counted up to `most` for each beginning.
pub(crate) async fn counts(db: On<'_>, terms: &[Term], most: i64) -> Answer<Vec<i64>> {
    let mut rows: Vec<(i64, i64)> = each!(db, link => counts_text(terms, most).build_query_as().fetch_all(link).await)?;
    rows.sort_unstable();
    if rows.len() == terms.len() {
        Ok(rows.into_iter().map(|(_, hits)| hits).collect())
    } else {
        Err(Fault::Stored("word"))
    }
}

/// About how many customers there are; 0 where nobody has counted yet.
pub(crate) async fn size(db: On<'_>) -> Answer<i64> {
    Ok(match db {
        On::Sqlite(link) => sqlx::query_scalar("select coalesce(max(rowid), 0) from customers").fetch_one(link).await?,
        On::Postgres(link) => {
            let counted =
                "select cast(greatest(reltuples, 0) as bigint) from pg_class where oid = 'customers'::regclass";
            sqlx::query_scalar(counted).fetch_one(link).await?
        }
    })
}

/// The order of the list, for the table under this name.
fn order(sort: CustomerSort) -> &'static str {
    match sort {
        CustomerSort::Activity => " order by c.last_activity_at desc, c.id desc",
        CustomerSort::Name => " order by c.name_fold, c.id",
    }
}

fn page_text<DB>(asked: Asked<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    // The page is cut first; numbers and owners are looked up for its rows only.
    let mut text = QueryBuilder::new(
        "select c.id, c.name, c.name_fold, c.company, c.owner_id, s.name as owner_name, c.last_activity_at, \
         p.number, p.do_not_call from (\
         select c.id, c.name, c.name_fold, c.company, c.owner_id, c.last_activity_at from ",
    );
    let others = match (asked.plan, asked.terms.split_first()) {
        (Plan::Drive, Some((first, others))) => {
            push_having(&mut text, first);
            others
        }
        _ => {
            text.push("customers c where c.deleted_at is null");
            asked.terms
        }
    };
    for term in others {
        text.push(" and ");
        push_has(&mut text, term);
    }
    for (n, term) in asked.without.iter().enumerate() {
        text.push(if n == 0 { " and not (" } else { " and " });
        push_has(&mut text, term);
    }
    text.push(if asked.without.is_empty() { "" } else { ")" });
    push_names(&mut text, asked.names);
    push_owner(&mut text, asked.owner);
    push_after(&mut text, asked);
    text.push(order(asked.sort)).push(" limit ").push_bind(asked.limit);
    text.push(
        ") c left join customer_phones p on p.customer_id = c.id and p.is_primary \
         left join staff s on s.id = c.owner_id",
    );
    text.push(order(asked.sort));
    text
}

/// Customers that have a term, each once. SQLite takes a cross join in the order it is written.
fn push_having<DB>(text: &mut QueryBuilder<DB>, term: &Term)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push("(select distinct w.customer_id from customer_words w where ");
    push_any(text, term);
    text.push(") h cross join customers c where c.id = h.customer_id and c.deleted_at is null");
}

/// The customer has the term. Words hold no sign that means something in a pattern.
fn push_has<DB>(text: &mut QueryBuilder<DB>, term: &Term)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    for (n, beginning) in term.iter().enumerate() {
        text.push(if n == 0 { "(c.words like " } else { " or c.words like " });
        text.push_bind(format!("% {beginning}%"));
    }
    text.push(")");
}

/// In which part of the alphabet.
fn push_names<DB>(text: &mut QueryBuilder<DB>, names: &Names)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    match names {
        Names::All => {}
        Names::From(beginning) => {
            text.push(" and c.name_fold >= ").push_bind(beginning.clone());
            text.push(" and c.name_fold < ").push_bind(after_all(beginning));
        }
        Names::Besides(beginnings) => {
            for beginning in beginnings {
                text.push(" and (c.name_fold < ").push_bind(beginning.clone());
                text.push(" or c.name_fold >= ").push_bind(after_all(beginning)).push(")");
            }
        }
    }
}

/// In byte order nothing that begins so comes after the greatest character.
fn after_all(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// `w.word` begins with any of these.
fn push_any<DB>(text: &mut QueryBuilder<DB>, term: &Term)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    for (n, beginning) in term.iter().enumerate() {
        text.push(if n == 0 { "((w.word >= " } else { " or (w.word >= " });
        text.push_bind(beginning.clone());
        text.push(" and w.word < ").push_bind(after_all(beginning)).push(")");
    }
    text.push(")");
}

fn push_owner<DB>(text: &mut QueryBuilder<DB>, owner: &OwnerFilter)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    match owner {
        OwnerFilter::Anyone => {}
        OwnerFilter::Nobody => _ = text.push(" and c.owner_id is null"),
        // In no form that an index fits: the list is walked in its order.
        OwnerFilter::Team(id) => {
            text.push(" and coalesce(c.owner_id, '') in (select s.id from staff s where s.team_id = ");
            text.push_bind(id.as_str().to_owned()).push(")");
        }
        OwnerFilter::Member(id) => _ = text.push(" and c.owner_id = ").push_bind(id.as_str().to_owned()),
    }
}

fn push_after<DB>(text: &mut QueryBuilder<DB>, asked: Asked<'_>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let Some(place) = asked.after else { return };
    match &place.key {
        Key::Activity(at) => text.push(" and (c.last_activity_at, c.id) < (").push_bind(*at),
        Key::Name(name) => text.push(" and (c.name_fold, c.id) > (").push_bind(name.clone()),
    };
    text.push(", ").push_bind(place.id.clone()).push(")");
}

fn counts_text<DB>(terms: &[Term], most: i64) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("");
    for (n, term) in terms.iter().enumerate() {
        text.push(if n == 0 { "select cast(" } else { " union all select cast(" });
        text.push(n).push(" as bigint), 0");
        for beginning in term {
            text.push(" + (select count(*) from (select 1 from customer_words w where ");
            push_any(&mut text, &vec![beginning.clone()]);
            text.push(" limit ").push_bind(most).push(") as hits)");
        }
    }
    text
}

//! Lists of records that have a name, the words they are found by, an owner and a last activity: a page of a million, by
//! key, with an index for each order.
//!
//! The text depends on what is asked for, so it is put together; values are always bound.

mod counting;

pub(crate) use counting::counts;

use super::filtering::{self, Records, push_owner, push_tag};
use super::found_by::Kind;
use super::within::push_within;
use super::{Answer, Keeps, On, cursor, each};
use domain::customers::{CustomerSort, OwnerFilter};
use domain::filters::Tree;
use domain::ids::TagId;
use domain::lists::List;
use domain::paging::Cursor;
use domain::rights::Extent;
use serde::{Deserialize, Serialize};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Database, Encode, FromRow, QueryBuilder, Type};

/// Beginnings of indexed words; a hit has a word with any of them. One that ends with [`WHOLE`] is all of a word.
pub(crate) type Term = Vec<String>;

/// What follows every word of a record but its last, which is never a number.
pub(crate) const WHOLE: char = ' ';

/// Where such records are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    /// Which list they make.
    pub(crate) list: List,
    /// The records are `c` in every text, their words `w`.
    pub(super) of: Kind,
    /// What they are called where tags are put on them.
    pub(super) tagged: &'static str,
    /// Whether there is an index of their names: `c.name_fold`.
    pub(crate) by_name: bool,
    /// What they are called, and that without accents, as `name` and `name_fold`.
    pub(super) names: &'static str,
    /// Columns of the record that a line shows besides those that all lists have.
    pub(super) own: &'static str,
    /// What is looked up for the lines of a page only.
    pub(super) looked_up: &'static str,
    /// Where that is looked up.
    pub(super) joins: &'static str,
}

/// A line of such a list.
pub(crate) trait Listed: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {
    /// Where the records are.
    const TABLE: Table;

    /// What the list is ordered by.
    fn order(&self) -> Order<'_>;

    /// Where the page after this line begins.
    fn place(&self, sort: CustomerSort, stretch: usize, plan: Plan) -> Place {
        let Order { id, name_fold, last_activity_at } = self.order();
        let key = match sort {
            CustomerSort::Activity => Key::Activity(last_activity_at),
            CustomerSort::Name => Key::Name(name_fold.to_owned()),
        };
        Place { stretch, plan, key, id: id.to_owned() }
    }
}

/// What lists are ordered by.
pub(crate) struct Order<'a> {
    pub(crate) id: &'a str,
    pub(crate) name_fold: &'a str,
    pub(crate) last_activity_at: i64,
}

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
    /// What one may see.
    pub(crate) seen: &'a Extent,
    pub(crate) owner: &'a OwnerFilter,
    pub(crate) tag: Option<&'a TagId>,
    /// What else must hold, and whether few records were made when it asks.
    pub(crate) filter: &'a Tree,
    pub(crate) rare: bool,
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

/// Whether a filter asks for so few records by when they were made that it leads to them.
pub(crate) async fn is_rare(db: On<'_>, of: Table, filter: &Tree, few: i64) -> Answer<bool> {
    filtering::is_rare(db, of.of.records, filter, few).await
}

/// A page of the list.
pub(crate) async fn page<R: Listed>(db: On<'_>, asked: Asked<'_>) -> Answer<Vec<R>> {
    Ok(
        each!(db, link => page_text(R::TABLE, asked).build_query_as::<R>().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

/// The last of those that were dealt with last: when, and which.
pub(crate) type Edge = (i64, String);

/// The edge of so many; `None` where there are no more.
pub(crate) async fn edge(db: On<'_>, of: Table, count: i64) -> Answer<Option<Edge>> {
    Ok(each!(db, link => edge_text(of, count).build_query_as().fetch_optional(link).await)?)
}

/// A page of those that were dealt with last; of all without an edge.
pub(crate) async fn among<R: Listed>(db: On<'_>, asked: Asked<'_>, latest: Option<&Edge>) -> Answer<Vec<R>> {
    Ok(
        each!(db, link => among_text(R::TABLE, asked, latest).build_query_as::<R>().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

fn edge_text<DB>(of: Table, count: i64) -> QueryBuilder<DB>
where
    DB: Database,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select c.last_activity_at, c.id from ");
    text.push(of.of.records).push(" c where c.deleted_at is null").push(order(CustomerSort::Activity));
    text.push(" limit 1 offset ").push_bind(count);
    text
}

/// How many records a list has, whatever page is asked for.
pub(crate) async fn count(db: On<'_>, of: Table, asked: Asked<'_>) -> Answer<i64> {
    Ok(each!(db, link => count_text(of, asked).build_query_scalar().fetch_one(link).await)?)
}

/// About how many records there are; 0 where nobody has counted yet.
pub(crate) async fn size(db: On<'_>, of: Table) -> Answer<i64> {
    Ok(match db {
        On::Sqlite(link) => {
            let mut text = QueryBuilder::new("select coalesce(max(rowid), 0) from ");
            text.push(of.of.records).build_query_scalar().fetch_one(link).await?
        }
        On::Postgres(link) => {
            let counted =
                "select cast(greatest(reltuples, 0) as bigint) from pg_class where oid = cast($1 as regclass)";
            sqlx::query_scalar(counted).bind(of.of.records).fetch_one(link).await?
        }
    })
}

fn count_text<DB>(of: Table, asked: Asked<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select count(*) from ");
    push_which(&mut text, of, asked);
    text
}

/// The records, under the name `c`, and which of them.
fn push_which<DB>(text: &mut QueryBuilder<DB>, of: Table, asked: Asked<'_>)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let others = match (asked.plan, asked.terms.split_first()) {
        (Plan::Drive, Some((first, others))) => {
            push_having(text, of, first);
            others
        }
        _ => {
            text.push(of.of.records).push(" c where c.deleted_at is null");
            asked.terms
        }
    };
    for term in others {
        text.push(" and ");
        push_has(text, term);
    }
    for (n, term) in asked.without.iter().enumerate() {
        text.push(if n == 0 { " and not (" } else { " and " });
        push_has(text, term);
    }
    text.push(if asked.without.is_empty() { "" } else { ")" });
    push_names(text, asked.names);
    push_within(text, asked.seen);
    push_owner(text, asked.owner);
    push_tag(text, of.tagged, asked.tag);
    let records = Records { list: of.list, tagged: of.tagged, of: Some(of.of) };
    filtering::push_filter(text, records, asked.filter, asked.rare);
}

/// The order of the list, for the table under this name.
fn order(sort: CustomerSort) -> &'static str {
    match sort {
        CustomerSort::Activity => " order by c.last_activity_at desc, c.id desc",
        CustomerSort::Name => " order by c.name_fold, c.id",
    }
}

fn page_text<DB>(of: Table, asked: Asked<'_>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    among_text(of, asked, None)
}

/// A page of the list, or of those of it that were dealt with last.
fn among_text<DB>(of: Table, asked: Asked<'_>, latest: Option<&Edge>) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    // The page is cut first; numbers and owners are looked up for its rows only.
    let mut text = QueryBuilder::new("select c.*, s.name as owner_name");
    text.push(of.looked_up).push(" from (select c.id, ").push(of.names).push(", c.owner_id, c.last_activity_at");
    text.push(of.own).push(" from ");
    push_which(&mut text, of, asked);
    push_after(&mut text, asked);
    if let Some((at, id)) = latest {
        text.push(" and (c.last_activity_at, c.id) >= (").push_bind(*at);
        text.push(", ").push_bind(id.clone()).push(")");
    }
    text.push(order(asked.sort)).push(" limit ").push_bind(asked.limit);
    text.push(") c left join staff s on s.id = c.owner_id").push(of.joins);
    text.push(order(asked.sort));
    text
}

/// Records that have a term, each once. SQLite takes a cross join in the order it is written.
fn push_having<DB>(text: &mut QueryBuilder<DB>, of: Table, term: &Term)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    let Kind { records, words, record, .. } = of.of;
    text.push(format_args!("(select distinct w.{record} as id from {words} w where "));
    push_any(text, term);
    text.push(format_args!(") h cross join {records} c where c.id = h.id and c.deleted_at is null"));
}

/// The record has the term. Words hold no sign that means something in a pattern.
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

/// `w.word` begins with any of these, or is one of them.
fn push_any<DB>(text: &mut QueryBuilder<DB>, term: &Term)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
{
    for (n, beginning) in term.iter().enumerate() {
        text.push(if n == 0 { "(" } else { " or " });
        if let Some(word) = beginning.strip_suffix(WHOLE) {
            text.push("w.word = ").push_bind(word.to_owned());
            continue;
        }
        text.push("(w.word >= ");
        text.push_bind(beginning.clone());
        text.push(" and w.word < ").push_bind(after_all(beginning)).push(")");
    }
    text.push(")");
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

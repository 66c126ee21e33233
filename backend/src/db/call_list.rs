//! The log: a page of a million calls, by key, along the index that leads to it soonest.
//!
//! The text depends on what is asked for, so it is put together; values are always bound.

mod conditions;
#[cfg(test)]
mod tests;

use super::calls::{LINES, Row};
use super::{Answer, Keeps, On, each, statements};
use conditions::{Condition, Value, Way};
use domain::access::Scope;
use domain::calls::CallFilter;
use domain::ids::DispositionId;
use domain::times::Millis;
use domain::wrap_up::DispositionRef;
use sqlx::{Database, Encode, QueryBuilder, Type};

pub(crate) use conditions::Wanted;

statements! {
    HOTLINES = "with recursive h(v) as (select min(c.hotline) from calls c where c.deleted_at is null union all \
                select (select min(c.hotline) from calls c where c.deleted_at is null and c.hotline > h.v) from h \
                where h.v is not null) select v from h where v is not null limit 100";
    QUEUES = "with recursive q(v) as (select min(c.queue) from calls c where c.deleted_at is null union all \
              select (select min(c.queue) from calls c where c.deleted_at is null and c.queue > q.v) from q \
              where q.v is not null) select v from q where v is not null limit 100";
    DISPOSITIONS = "select id, name from dispositions order by active desc, position, id";
}

/// Rows of a way are counted so far; of one that has more, only that it is long is known.
const COUNTED: i64 = 5_000;

/// What the log is asked for: conditions on every row, and the ways to them.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    conditions: Vec<Condition>,
    ways: Vec<Way>,
    from: i64,
    /// The first moment that is too late.
    until: i64,
    pub(crate) oldest_first: bool,
}

impl Asked {
    /// What a member asks for at a moment.
    pub(crate) fn new(
        filter: &CallFilter,
        wanted: Option<&Wanted>,
        scope: &Scope,
        oldest_first: bool,
        now: Millis,
    ) -> Self {
        let (from, until) = filter.period.bounds(now);
        Self {
            conditions: conditions::all(filter, wanted, scope),
            ways: conditions::ways(filter, wanted, scope),
            from: from.map_or(i64::MIN, |at| at.0),
            until: until.map_or(i64::MAX, |at| at.0),
            oldest_first,
        }
    }

    fn direction(&self) -> &'static str {
        if self.oldest_first { "" } else { " desc" }
    }
}

/// The way that leads to the rows soonest; settled once for a whole walk through the pages.
#[derive(Clone, Debug)]
pub(crate) struct Path(Option<Way>);

/// Finds the shortest way: each is counted a little.
pub(crate) async fn path(db: On<'_>, asked: &Asked) -> Answer<Path> {
    if let [] | [Way::Ranges(_)] = asked.ways.as_slice() {
        return Ok(Path(asked.ways.first().cloned()));
    }
    let mut counts: Vec<(i64, i64)> =
        each!(db, link => counts_text(asked).build_query_as().persistent(link.keeps_texts()).fetch_all(link).await)?;
    counts.sort_unstable();
    let counted = counts.iter().map(|(_, count)| *count).zip(&asked.ways);
    // Many calls that are not in order cannot be put in order quickly.
    let usable = counted.filter(|(count, way)| *count < COUNTED || matches!(way, Way::Ranges(_)));
    Ok(Path(usable.min_by_key(|(count, _)| *count).map(|(_, way)| way.clone())))
}

/// Calls after a place, in order.
pub(crate) async fn page(
    db: On<'_>,
    asked: &Asked,
    path: &Path,
    after: Option<&(i64, String)>,
    limit: i64,
) -> Answer<Vec<Row>> {
    Ok(
        each!(db, link => page_text("", asked, path, after, limit).build_query_as::<Row>().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

/// How many calls there are in all.
pub(crate) async fn count(db: On<'_>, asked: &Asked, path: &Path) -> Answer<i64> {
    Ok(
        each!(db, link => count_text(asked, path).build_query_scalar::<i64>().persistent(link.keeps_texts()).fetch_one(link).await)?,
    )
}

/// Our numbers that calls came to or went out from.
pub(crate) async fn hotlines(db: On<'_>) -> Answer<Vec<String>> {
    Ok(each!(db, link => sqlx::query_scalar(HOTLINES).fetch_all(link).await)?)
}

/// The queues that calls came through.
pub(crate) async fn queues(db: On<'_>) -> Answer<Vec<String>> {
    Ok(each!(db, link => sqlx::query_scalar(QUEUES).fetch_all(link).await)?)
}

/// What calls can come to, today's choices first.
pub(crate) async fn dispositions(db: On<'_>) -> Answer<Vec<DispositionRef>> {
    let rows: Vec<(String, String)> = each!(db, link => sqlx::query_as(DISPOSITIONS).fetch_all(link).await)?;
    Ok(rows.into_iter().map(|(id, name)| DispositionRef { id: DispositionId::new(id), name }).collect())
}

/// Ids of a page are found first; names are looked up for its rows only. The text begins as is said.
fn page_text<DB>(begin: &str, asked: &Asked, path: &Path, after: Option<&(i64, String)>, limit: i64) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(begin);
    text.push(LINES);
    text.push("where c.id in (select p.id from (");
    push_found(&mut text, asked, path, after, Some(limit));
    text.push(") p) ");
    push_order(&mut text, asked, "c.started_at");
    text
}

fn count_text<DB>(asked: &Asked, path: &Path) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("select count(*) from (");
    push_found(&mut text, asked, path, None, None);
    text.push(") p");
    text
}

/// The ids and times of calls, along a way.
fn push_found<DB>(
    text: &mut QueryBuilder<DB>,
    asked: &Asked,
    path: &Path,
    after: Option<&(i64, String)>,
    limit: Option<i64>,
) where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    match &path.0 {
        None => push_range(text, asked, &[], after, limit),
        Some(Way::Ranges(ranges)) => {
            // The same call in two ranges counts once.
            for (n, range) in ranges.iter().enumerate() {
                text.push(if n == 0 { "select * from (" } else { " union select * from (" });
                push_range(text, asked, range, after, limit);
                text.push(") r").push(n);
            }
            if ranges.len() > 1 {
                // In a compound, columns of the answer are ordered by.
                text.push(order("started_at", "id", asked));
                push_limit(text, limit);
            }
        }
        Some(Way::Few(few)) => push_few(text, asked, few, after, limit),
    }
}

/// One range of an index, in order of time.
fn push_range<DB>(
    text: &mut QueryBuilder<DB>,
    asked: &Asked,
    range: &[Condition],
    after: Option<&(i64, String)>,
    limit: Option<i64>,
) where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push("select c.id, c.started_at from calls c where c.deleted_at is null");
    for condition in range {
        push_condition(text, condition);
    }
    push_rest(text, asked, after, limit, "c.started_at");
}

/// Few calls, put in order: the sum keeps the order's own index out of it.
fn push_few<DB>(
    text: &mut QueryBuilder<DB>,
    asked: &Asked,
    few: &[Condition],
    after: Option<&(i64, String)>,
    limit: Option<i64>,
) where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push("select c.id, c.started_at from calls c where c.deleted_at is null and c.id in (");
    for (n, condition) in few.iter().enumerate() {
        text.push(if n == 0 { "" } else { " union " });
        text.push("select c.id from calls c where c.deleted_at is null");
        push_condition(text, condition);
    }
    text.push(")");
    push_rest(text, asked, after, limit, "c.started_at + 0");
}

/// What holds whichever way was taken: the times, every condition, and for a page its order and length.
fn push_rest<DB>(
    text: &mut QueryBuilder<DB>,
    asked: &Asked,
    after: Option<&(i64, String)>,
    limit: Option<i64>,
    time: &str,
) where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    push_times(text, asked, after, time);
    for condition in &asked.conditions {
        push_condition(text, condition);
    }
    if limit.is_some() {
        push_order(text, asked, time);
        push_limit(text, limit);
    }
}

/// From when to when, and after which row.
fn push_times<DB>(text: &mut QueryBuilder<DB>, asked: &Asked, after: Option<&(i64, String)>, time: &str)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (until_sign, until, sign, begin) = if asked.oldest_first {
        (" < ", asked.until, ") > (", asked.from)
    } else {
        (" >= ", asked.from, ") < (", asked.until)
    };
    text.push(" and ").push(time).push(until_sign).push_bind(until);
    // No id comes before the empty one.
    let (at, id) = after.map_or((begin, ""), |(at, id)| (*at, id.as_str()));
    text.push(" and (").push(time).push(", c.id").push(sign).push_bind(at);
    text.push(", ").push_bind(id.to_owned()).push(")");
}

fn push_order<DB: Database>(text: &mut QueryBuilder<DB>, asked: &Asked, time: &str) {
    text.push(order(time, "c.id", asked));
}

fn order(time: &str, id: &str, asked: &Asked) -> String {
    let direction = asked.direction();
    format!(" order by {time}{direction}, {id}{direction}")
}

fn push_limit<DB>(text: &mut QueryBuilder<DB>, limit: Option<i64>)
where
    DB: Database,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    if let Some(limit) = limit {
        text.push(" limit ").push_bind(limit);
    }
}

/// A condition; its question marks become values.
fn push_condition<DB>(text: &mut QueryBuilder<DB>, condition: &Condition)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    text.push(" and ");
    let mut pieces = condition.text.split('?');
    text.push(pieces.next().unwrap_or_default());
    for (piece, value) in pieces.zip(&condition.values) {
        match value {
            Value::Text(value) => text.push_bind(value.clone()),
            Value::Int(value) => text.push_bind(*value),
        };
        text.push(piece);
    }
}

/// How many calls lie on each way, each of its parts counted so far.
fn counts_text<DB>(asked: &Asked) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new("");
    for (n, way) in asked.ways.iter().enumerate() {
        text.push(if n == 0 { "select cast(" } else { " union all select cast(" });
        text.push(n).push(" as bigint), 0");
        let parts: Vec<&[Condition]> = match way {
            Way::Ranges(ranges) => ranges.iter().map(Vec::as_slice).collect(),
            Way::Few(few) => few.iter().map(std::slice::from_ref).collect(),
        };
        for part in parts {
            text.push(" + (select count(*) from (select 1 from calls c where c.deleted_at is null");
            for condition in part {
                push_condition(&mut text, condition);
            }
            if matches!(way, Way::Ranges(_)) {
                text.push(" and c.started_at >= ").push_bind(asked.from);
                text.push(" and c.started_at < ").push_bind(asked.until);
            }
            text.push(" limit ").push_bind(COUNTED).push(") as hits)");
        }
    }
    text
}

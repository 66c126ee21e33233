//! Pages of deals, and what a column of the board comes to. The text depends on what is asked for, so it is put
//! together; values are always bound.

use super::{Row, TAGGED_DEALS, UNKNOWN};
use crate::db::filtering::{self, DEALS, push_owner, push_tag};
use crate::db::within::push_within;
use crate::db::{Answer, Keeps, On, cursor, each};
use domain::deals::{DealFilter, DealSort, Due};
use domain::filters::Tree;
use domain::names;
use domain::paging::Cursor;
use domain::rights::Extent;
use domain::times::Millis;
use serde::{Deserialize, Serialize};
use sqlx::{Database, Encode, QueryBuilder, Type};

/// Where a page begins: after the deal with this key and id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Place {
    key: Key,
    id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Number(i64),
    Text(String),
}

impl Place {
    /// From opaque text; `None` when it is not a place in this order.
    pub(crate) fn read(text: &Cursor, sort: DealSort) -> Option<Self> {
        let place: Self = cursor::read(text)?;
        (matches!(place.key, Key::Text(_)) == (sort == DealSort::Title)).then_some(place)
    }

    /// As opaque text.
    pub(crate) fn cursor(&self) -> Answer<Cursor> {
        cursor::write(self)
    }
}

impl Row {
    /// Where the page after this deal begins.
    pub(crate) fn place(&self, sort: DealSort) -> Place {
        let key = match sort {
            DealSort::Close => Key::Number(self.closes),
            DealSort::Amount => Key::Number(self.amount),
            DealSort::Moved => Key::Number(self.moved_at),
            DealSort::Title => Key::Text(self.title_fold.clone()),
        };
        Place { key, id: self.id.clone() }
    }
}

/// Deals that one sees after a place, in order.
pub(crate) async fn page(
    db: On<'_>,
    seen: &Extent,
    filter: (&DealFilter, &Tree),
    sort: DealSort,
    after: Option<&Place>,
    limit: i64,
    now: Millis,
) -> Answer<Vec<Row>> {
    Ok(
        each!(db, link => page_text(seen, filter, sort, after, limit, now).build_query_as::<Row>().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

/// Of each stage: its id, how many deals are there, and what they come to.
pub(crate) async fn totals(
    db: On<'_>,
    seen: &Extent,
    filter: (&DealFilter, &Tree),
    now: Millis,
) -> Answer<Vec<(String, i64, i64)>> {
    Ok(
        each!(db, link => totals_text(seen, filter, now).build_query_as().persistent(link.keeps_texts()).fetch_all(link).await)?,
    )
}

fn page_text<DB>(
    seen: &Extent,
    filter: (&DealFilter, &Tree),
    sort: DealSort,
    after: Option<&Place>,
    limit: i64,
    now: Millis,
) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(TAGGED_DEALS);
    push_within(&mut text, seen);
    push_filter(&mut text, filter, now);
    let (column, direction, beyond) = match sort {
        DealSort::Close => ("c.closes", "", ">"),
        DealSort::Title => ("c.title_fold", "", ">"),
        DealSort::Amount => ("c.amount", " desc", "<"),
        DealSort::Moved => ("c.moved_at", " desc", "<"),
    };
    if let Some(Place { key, id }) = after {
        text.push(format_args!(" and ({column}, c.id) {beyond} ("));
        match key {
            Key::Number(number) => text.push_bind(*number),
            Key::Text(word) => text.push_bind(word.clone()),
        };
        text.push(", ").push_bind(id.clone()).push(")");
    }
    text.push(format_args!(" order by {column}{direction}, c.id{direction} limit ")).push_bind(limit);
    text
}

fn totals_text<DB>(seen: &Extent, filter: (&DealFilter, &Tree), now: Millis) -> QueryBuilder<DB>
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let mut text = QueryBuilder::new(
        "select c.stage_id, count(*), cast(coalesce(sum(c.amount), 0) as bigint) from deals c \
         join stages g on g.id = c.stage_id \
         left join customers k on k.id = c.customer_id and k.deleted_at is null \
         left join companies m on m.id = c.company_id and m.deleted_at is null where c.deleted_at is null",
    );
    push_within(&mut text, seen);
    push_filter(&mut text, filter, now);
    text.push(" group by c.stage_id");
    text
}

/// Each word of the text stands in the title or in a name, with or without accents.
fn push_filter<DB>(text: &mut QueryBuilder<DB>, filter: (&DealFilter, &Tree), now: Millis)
where
    DB: Database,
    String: Type<DB> + for<'v> Encode<'v, DB>,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    let (filter, tree) = filter;
    filtering::push_filter(text, DEALS, tree, false);
    if let Some(pipeline) = &filter.pipeline {
        text.push(" and c.pipeline_id = ").push_bind(pipeline.as_str().to_owned());
    }
    if let Some(stage) = &filter.stage {
        text.push(" and c.stage_id = ").push_bind(stage.as_str().to_owned());
    }
    push_owner(text, &filter.owner);
    push_tag(text, "deal", filter.tag.as_ref());
    if let Some(due) = filter.due {
        push_due(text, due, now);
    }
    for word in names::words(&filter.text) {
        let like = format!("%{word}%");
        text.push(" and (c.title_fold like ").push_bind(like.clone());
        text.push(" or k.name_fold like ").push_bind(like.clone());
        text.push(" or m.name_fold like ").push_bind(like).push(")");
    }
}

fn push_due<DB>(text: &mut QueryBuilder<DB>, due: Due, now: Millis)
where
    DB: Database,
    i64: Type<DB> + for<'v> Encode<'v, DB>,
{
    match due.bounds(now) {
        Some((from, until)) => {
            text.push(" and c.closes >= ").push_bind(from.0);
            text.push(" and c.closes < ").push_bind(until.0);
        }
        None => _ = text.push(" and c.closes = ").push_bind(UNKNOWN),
    }
    if due == Due::Overdue {
        text.push(" and g.kind = 'open'");
    }
}

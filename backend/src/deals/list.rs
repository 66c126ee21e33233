//! Deals page by page.

use crate::db::deals::{self as table, Place, Row};
use crate::db::{self, Answer, Read};
use crate::permit::May;
use crate::{Backend, listing};
use domain::access::{Action, Actor};
use domain::custom::Entity;
use domain::deals::{Deal, DealQuery};
use domain::lists::List;
use domain::paging::Page;
use domain::problem::Problem;
use domain::rights::{Deed, Extent, Records};

/// Rows of a page of the list.
const PAGE: usize = 50;

/// A page of deals.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &DealQuery) -> Result<Page<Deal>, Problem> {
    who.may(Action::SeeDeals)?;
    let mut read = b.read().await?;
    let mut page = page(b, &mut read, who, &who.extent(Records::Deals, Deed::See), query, PAGE).await?;
    fill(&mut read, &mut page.rows).await?;
    Ok(page)
}

/// What deals of a list have in the installation's own fields.
pub(crate) async fn fill(read: &mut Read, deals: &mut [Deal]) -> Result<(), Problem> {
    let ids: Vec<&str> = deals.iter().map(|deal| deal.id.as_str()).collect();
    let mut values = db::custom::of_many(read.on(), Entity::Deal, &ids).await?;
    for deal in deals {
        deal.custom = values.remove(deal.id.as_str()).unwrap_or_default();
    }
    Ok(())
}

/// How many deals all pages of a list have together.
pub(crate) async fn count(b: &Backend, who: &Actor, seen: &Extent, query: &DealQuery) -> Result<i64, Problem> {
    let tree = listing::filter(b, who, List::Deals, &query.filter.conditions).await?;
    let totals = table::totals(b.read().await?.on(), seen, (&query.filter, &tree), b.now()).await?;
    Ok(totals.iter().map(|(_, count, _)| count).sum())
}

/// A page of so many deals.
///
/// # Errors
/// As [`list`].
pub(crate) async fn page(
    b: &Backend,
    read: &mut Read,
    who: &Actor,
    seen: &Extent,
    query: &DealQuery,
    size: usize,
) -> Result<Page<Deal>, Problem> {
    let tree = listing::filter(b, who, List::Deals, &query.filter.conditions).await?;
    let after = match &query.after {
        Some(cursor) => Some(Place::read(cursor, query.sort).ok_or(Problem::NotFound)?),
        None => None,
    };
    let limit = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let mut rows =
        table::page(read.on(), seen, (&query.filter, &tree), query.sort, after.as_ref(), limit, b.now()).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|row| row.place(query.sort).cursor()).transpose()?;
    let rows = rows.into_iter().map(Row::deal).collect::<Answer<_>>()?;
    Ok(Page { rows, next })
}

//! The list of customers and the search in it.

use super::terms::{self, Sought};
use crate::Backend;
use crate::db::customer_list::{self as table, Asked, Place, Plan, Row, Term};
use crate::db::{Answer, Read};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::customers::{CustomerQuery, CustomerRow, CustomerSort};
use domain::paging::Page;
use domain::problem::Problem;

/// Rows of a page.
const PAGE: usize = 50;
/// A word that at most so many have leads to all of them; to walk the list until a page of them is met takes longer.
const RARE: i64 = 5_000;
/// Of several words that all are common, the rarest still leads if no more than this have it: few may have them all.
const UNCOMMON: i64 = 30_000;

/// A page of customers. With a text, those who have every word of it, or a number with these digits; hits with the
/// very accents typed come first.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &CustomerQuery) -> Result<Page<CustomerRow>, Problem> {
    who.may(Action::SeeCustomers)?;
    let after = match &query.after {
        Some(cursor) => Some(Place::read(cursor, query.sort).ok_or(Problem::NotFound)?),
        None => None,
    };
    let mut search = Search { read: b.read().await?, query, rows: Vec::new() };
    match terms::read(&query.text) {
        None => search.fill(&[], false, after.as_ref(), |_| true).await?,
        Some(Sought { folded, .. }) if folded.is_empty() => {}
        Some(Sought { folded, exact: None }) => search.fill(&folded, false, after.as_ref(), |_| true).await?,
        Some(Sought { folded, exact: Some(exact) }) => {
            search.exact_first(&folded, &exact, after.as_ref()).await?;
        }
    }
    Ok(search.page()?)
}

/// A page that is being filled; it wants one row more than it shows, to know whether another follows.
struct Search<'a> {
    read: Read,
    query: &'a CustomerQuery,
    rows: Vec<(bool, Row)>,
}

impl Search<'_> {
    async fn exact_first(&mut self, folded: &[Term], exact: &[Term], after: Option<&Place>) -> Answer<()> {
        if after.is_none_or(|place| place.exact) {
            self.fill(exact, true, after, |_| true).await?;
        }
        if self.rows.len() > PAGE {
            return Ok(());
        }
        let after = after.filter(|place| !place.exact);
        self.fill(folded, false, after, |row| !terms::has_exactly(exact, row.name(), row.company())).await
    }

    /// Adds hits after a place until the page is full or there are no more.
    async fn fill(
        &mut self,
        terms: &[Term],
        exact: bool,
        after: Option<&Place>,
        wanted: impl Fn(&Row) -> bool,
    ) -> Answer<()> {
        let (terms, plan) = plan(&mut self.read, terms).await?;
        let mut after = after.cloned();
        while self.rows.len() <= PAGE {
            let (sort, limit) = (self.query.sort, i64::try_from(PAGE + 1).unwrap_or(i64::MAX));
            let asked = Asked { owner: &self.query.owner, sort, terms: &terms, plan, after: after.as_ref(), limit };
            let found = table::page(self.read.on(), asked).await?;
            let all = found.len() <= PAGE;
            after = found.last().map(|row| row.place(sort, exact));
            self.rows.extend(found.into_iter().filter(|row| wanted(row)).map(|row| (exact, row)));
            if all {
                break;
            }
        }
        Ok(())
    }

    fn page(mut self) -> Answer<Page<CustomerRow>> {
        let more = self.rows.len() > PAGE;
        self.rows.truncate(PAGE);
        let last = self.rows.last().filter(|_| more);
        let next = last.map(|(exact, row)| place(row, self.query.sort, *exact)).transpose()?;
        Ok(Page { rows: self.rows.into_iter().map(|(_, row)| row.shown()).collect(), next })
    }
}

fn place(row: &Row, sort: CustomerSort, exact: bool) -> Answer<domain::paging::Cursor> {
    row.place(sort, exact).cursor()
}

/// The rarest term first, and whether it leads.
async fn plan(read: &mut Read, terms: &[Term]) -> Answer<(Vec<Term>, Plan)> {
    if terms.is_empty() {
        return Ok((Vec::new(), Plan::Walk));
    }
    let most = if terms.len() == 1 { RARE } else { UNCOMMON };
    let frequencies = table::frequencies(read.on(), terms, most + 1).await?;
    let mut ranked: Vec<(i64, &Term)> = frequencies.into_iter().zip(terms).collect();
    ranked.sort_by_key(|(frequency, _)| *frequency);
    let leads = ranked.first().is_some_and(|(frequency, _)| *frequency <= most);
    let plan = if leads { Plan::Drive } else { Plan::Walk };
    Ok((ranked.into_iter().map(|(_, term)| term.clone()).collect(), plan))
}

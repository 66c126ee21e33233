//! The first few records that a text finds: looked for while it is typed, so no further than somebody waits.

use super::{Pass, Planned, passes, plan, terms};
use crate::db::listing::{self as table, Asked, Edge, Listed, Names, Plan};
use crate::db::{Answer, Read};
use domain::customers::{CustomerSort, OwnerFilter};
use domain::filters::Tree;
use domain::rights::Extent;

/// Nothing but the words is asked.
static EVERYTHING: Tree = Tree::All(Vec::new());

/// Words are counted so far, and so many records are looked up at most.
const COUNTED: i64 = 3_000;
/// So many records are walked past at most: those that were dealt with last.
const WALKED: i64 = 6_000;

/// At most so many of the records one sees that have every word of a text, or a number with these digits: those dealt with last
/// first, hits with the very accents typed before others. Of words that very many have, only the records dealt with
/// last are looked at.
pub(crate) async fn first<R: Listed>(read: &mut Read, seen: &Extent, text: &str, most: usize) -> Answer<Vec<R>> {
    let mut found = Vec::new();
    let Some(sought) = terms::read(text) else { return Ok(found) };
    for pass in passes(&sought) {
        if found.len() < most {
            found.extend(of_pass(read, seen, &pass, most - found.len()).await?);
        }
    }
    Ok(found)
}

async fn of_pass<R: Listed>(read: &mut Read, seen: &Extent, pass: &Pass, most: usize) -> Answer<Vec<R>> {
    let planned = plan(read, R::TABLE, &pass.terms, most, COUNTED).await?;
    if planned.plan == Plan::Walk {
        let edge = table::edge(read.on(), R::TABLE, WALKED).await?;
        let met = table::among(read.on(), asked(seen, pass, &planned, Plan::Walk, most), edge.as_ref()).await?;
        // Where all were walked past, or where a word leads to too many, there is nothing better.
        if met.len() == most || edge.is_none() || planned.rarest >= COUNTED {
            return Ok(met);
        }
    }
    table::among(read.on(), asked(seen, pass, &planned, Plan::Drive, most), None::<&Edge>).await
}

fn asked<'a>(seen: &'a Extent, pass: &'a Pass, planned: &'a Planned, plan: Plan, most: usize) -> Asked<'a> {
    Asked {
        seen,
        owner: &OwnerFilter::Anyone,
        tag: None,
        filter: &EVERYTHING,
        rare: false,
        sort: CustomerSort::Activity,
        terms: &planned.terms,
        without: &pass.without,
        names: &Names::All,
        plan,
        after: None,
        limit: i64::try_from(most).unwrap_or(i64::MAX),
    }
}

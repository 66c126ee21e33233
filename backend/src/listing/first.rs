//! The first few records that a text finds: looked for while it is typed, so no further than somebody waits.

use super::{Pass, Planned, passes, plan, terms};
use crate::db::listing::{self as table, Asked, Edge, Listed, Names, Plan};
use crate::db::{Answer, Read};
use domain::customers::{CustomerSort, OwnerFilter};
use domain::filters::Tree;
use domain::names;
use domain::rights::{Extent, Reach};

/// Nothing but the words is asked.
static EVERYTHING: Tree = Tree::All(Vec::new());

/// Words are counted so far, and so many records are looked up at most.
const COUNTED: i64 = 3_000;
/// So many records are walked past at most: those that were dealt with last.
const WALKED: i64 = 6_000;

/// At most so many of the records one sees that have every word of a text, or a number with these digits: those dealt with last
/// first, hits with the very accents typed before others. Of words that very many have, only the records dealt with
/// last are looked at, all that are one's own, and those whose names begin with the text.
pub(crate) async fn first<R: Listed>(read: &mut Read, seen: &Extent, text: &str, most: usize) -> Answer<Vec<R>> {
    let mut found: Vec<R> = Vec::new();
    let Some(sought) = terms::read(text, seen.numbers) else { return Ok(found) };
    for pass in passes(&sought) {
        if found.len() < most {
            found.extend(of_pass(read, seen, &pass, most - found.len()).await?);
        }
    }
    // Whoever sees only some would walk past all the others of the alphabet.
    if found.len() < most && R::TABLE.by_name && seen.reach == Reach::All {
        let mut named = named::<R>(read, seen, text, most).await?;
        named.retain(|row| found.iter().all(|other| other.order().id != row.order().id));
        named.truncate(most - found.len());
        found.extend(named);
    }
    Ok(found)
}

/// Those whose names begin with a text, however long ago they were dealt with.
async fn named<R: Listed>(read: &mut Read, seen: &Extent, text: &str, most: usize) -> Answer<Vec<R>> {
    let (pass, planned) = (Pass::default(), Planned { terms: Vec::new(), plan: Plan::Walk, rarest: 0 });
    let names = Names::From(names::fold(text));
    let asked = asked(seen, &pass, &planned, Plan::Walk, most);
    table::page(read.on(), Asked { names: &names, sort: CustomerSort::Name, ..asked }).await
}

async fn of_pass<R: Listed>(read: &mut Read, seen: &Extent, pass: &Pass, most: usize) -> Answer<Vec<R>> {
    let planned = plan(read, R::TABLE, &pass.terms, most, COUNTED).await?;
    if planned.plan == Plan::Walk {
        // One's own are never too many, and have an order of their own.
        let edge = if seen.reach == Reach::Own { None } else { table::edge(read.on(), R::TABLE, WALKED).await? };
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

//! Lists of records with a name and words they are found by: a page, and the search in it.

mod first;
mod terms;
mod words;

pub(crate) use first::first;
pub(crate) use words::words;

use crate::db::listing::{self as table, Asked, Listed, Names, Place, Plan, Table, Term};
use crate::db::{Answer, Read};
use crate::{Backend, custom, numbers};
use domain::access::Actor;
use domain::custom::Entity;
use domain::customers::{CustomerQuery, CustomerSort};
use domain::filters::{Filter, Kind, Reader, Tree};
use domain::lists::List;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::Extent;
use terms::Sought;

/// Rows of a page.
const PAGE: usize = 50;
/// Words are counted so far; of one that more have, only that it is common is known.
const COUNTED: i64 = 30_000;
/// To look one customer up and sort it takes as long as to walk past so many.
const LOOK_UP: i64 = 3;

/// A page of lines of those one sees. With a text, those who have every word of it, or a number with these digits: hits
/// with the very accents typed come first; of very many, by name, those whose name begins with a word of it.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list; [`Problem::Invalid`] at the filter; [`Problem::Throttled`] for too
/// many whole numbers.
pub(crate) async fn page<R: Listed, T>(
    b: &Backend,
    who: &Actor,
    seen: &Extent,
    query: &CustomerQuery,
    shown: impl Fn(R) -> T,
) -> Result<Page<T>, Problem> {
    page_of(b, who, seen, query, PAGE, shown).await
}

/// A page of so many lines.
///
/// # Errors
/// As [`page`].
pub(crate) async fn page_of<R: Listed, T>(
    b: &Backend,
    who: &Actor,
    seen: &Extent,
    query: &CustomerQuery,
    size: usize,
    shown: impl Fn(R) -> T,
) -> Result<Page<T>, Problem> {
    let after = match &query.after {
        Some(cursor) => Some(Place::read(cursor, query.sort).ok_or(Problem::NotFound)?),
        None => None,
    };
    allowed(b, who, &query.text).await?;
    let filter = filter(b, who, R::TABLE.list, &query.filter).await?;
    let (passes, names) = match terms::read(&query.text, seen.numbers) {
        Some(sought) => (passes(&sought), names(&sought, query.sort)),
        None => (vec![Pass::default()], vec![Names::All]),
    };
    let mut read = b.read().await?;
    let rare = table::is_rare(read.on(), R::TABLE, &filter, COUNTED).await?;
    let mut filling = Filling { read, seen, query, filter, rare, size, after, rows: Vec::new() };
    for (n, pass) in passes.iter().enumerate() {
        filling.pass(n * names.len(), pass, &names).await?;
    }
    let (rows, next) = filling.page()?;
    Ok(Page { rows: rows.into_iter().map(shown).collect(), next })
}

/// How many lines all pages of a list have together.
///
/// # Errors
/// [`Problem::Invalid`] at the filter; [`Problem::Throttled`] for too many whole numbers.
pub(crate) async fn count<R: Listed>(
    b: &Backend,
    who: &Actor,
    seen: &Extent,
    query: &CustomerQuery,
) -> Result<i64, Problem> {
    allowed(b, who, &query.text).await?;
    let filter = filter(b, who, R::TABLE.list, &query.filter).await?;
    let terms = match terms::read(&query.text, seen.numbers) {
        Some(sought) if sought.folded.is_empty() => return Ok(0),
        Some(sought) => sought.folded,
        None => Vec::new(),
    };
    let mut read = b.read().await?;
    let Planned { terms, plan, .. } = plan(&mut read, R::TABLE, &terms, PAGE, COUNTED).await?;
    let asked = Asked {
        seen,
        owner: &query.owner,
        tag: query.tag.as_ref(),
        filter: &filter,
        rare: table::is_rare(read.on(), R::TABLE, &filter, COUNTED).await?,
        sort: query.sort,
        terms: &terms,
        without: &[],
        names: &Names::All,
        plan,
        after: None,
        limit: 0,
    };
    Ok(table::count(read.on(), R::TABLE, asked).await?)
}

/// Lets a text be searched for, unless a member who is shown no numbers typed too many whole ones.
///
/// # Errors
/// [`Problem::Throttled`].
pub(crate) async fn allowed(b: &Backend, who: &Actor, text: &str) -> Result<(), Problem> {
    let sought = if who.sees_numbers() { None } else { terms::read(text, who.rights.numbers()) };
    for number in sought.iter().flat_map(Sought::numbers) {
        numbers::look_up(b, who, number).await?;
    }
    Ok(())
}

/// A filter as this member means it now.
pub(crate) async fn filter(b: &Backend, who: &Actor, list: List, filter: &Filter) -> Result<Tree, Problem> {
    let fields = match entity(list).filter(|_| filter.asks_custom()) {
        Some(entity) => custom::of(b.read().await?.on(), entity).await?,
        None => Vec::new(),
    };
    let custom: Vec<_> = fields.iter().map(|field| (field.id.to_string(), Kind::from(field.kind))).collect();
    Ok(filter.read(&Reader { list, me: &who.id, now: b.now(), custom: &custom })?)
}

/// Whose fields a list shows, as far as records have any.
pub(crate) fn entity(list: List) -> Option<Entity> {
    match list {
        List::Customers => Some(Entity::Customer),
        List::Companies => Some(Entity::Company),
        List::Deals => Some(Entity::Deal),
        List::Calls => None,
    }
}

/// Hits that come before those of the next pass.
#[derive(Default)]
struct Pass {
    terms: Vec<Term>,
    /// Hits of an earlier pass.
    without: Vec<Term>,
}

/// Exact hits, then the others.
fn passes(sought: &Sought) -> Vec<Pass> {
    let folded = |without: &[Term]| Pass { terms: sought.folded.clone(), without: without.to_vec() };
    match &sought.exact {
        _ if sought.folded.is_empty() => Vec::new(),
        Some(exact) => vec![Pass { terms: exact.clone(), without: Vec::new() }, folded(exact)],
        None => vec![folded(&[])],
    }
}

/// By name, hits whose name begins with each of the words in turn, then the rest: where the alphabet is walked. Hits
/// are not strewn over it: to the first Nguyễn one would pass by half of all people.
fn names(sought: &Sought, sort: CustomerSort) -> Vec<Names> {
    let beginnings = if sort == CustomerSort::Name { sought.beginnings() } else { Vec::new() };
    let mut names: Vec<Names> = beginnings.iter().cloned().map(Names::From).collect();
    names.push(Names::Besides(beginnings));
    names
}

/// A page that is being filled.
struct Filling<'a, R> {
    read: Read,
    seen: &'a Extent,
    query: &'a CustomerQuery,
    filter: Tree,
    rare: bool,
    /// One more than it shows tells whether another follows.
    size: usize,
    after: Option<Place>,
    /// Each with its stretch and how it was found.
    rows: Vec<(usize, Plan, R)>,
}

impl<R: Listed> Filling<'_, R> {
    /// Adds the hits of a pass, stretch by stretch, until the page is full. Stretches are numbered from `first`.
    async fn pass(&mut self, first: usize, pass: &Pass, names: &[Names]) -> Answer<()> {
        let begins = self.after.as_ref().map_or(0, |place| place.stretch);
        if self.rows.len() > self.size || begins >= first + names.len() {
            return Ok(());
        }
        let Planned { terms, plan, .. } = plan(&mut self.read, R::TABLE, &pass.terms, PAGE, COUNTED).await?;
        // A page goes on as the one before it began.
        let plan = self.after.as_ref().filter(|place| place.stretch >= first).map_or(plan, |place| place.plan);
        let names = if plan == Plan::Drive { &[Names::All] } else { names };
        for (stretch, names) in (first..).zip(names).filter(|(stretch, _)| *stretch >= begins) {
            let missing = self.size + 1 - self.rows.len();
            if missing == 0 {
                break;
            }
            let asked = Asked {
                seen: self.seen,
                owner: &self.query.owner,
                tag: self.query.tag.as_ref(),
                filter: &self.filter,
                rare: self.rare,
                sort: self.query.sort,
                terms: &terms,
                without: &pass.without,
                names,
                plan,
                after: self.after.as_ref().filter(|place| place.stretch == stretch),
                limit: i64::try_from(missing).unwrap_or(i64::MAX),
            };
            let found = table::page(self.read.on(), asked).await?;
            self.rows.extend(found.into_iter().map(|row| (stretch, plan, row)));
        }
        Ok(())
    }

    fn page(mut self) -> Answer<(Vec<R>, Option<Cursor>)> {
        let more = self.rows.len() > self.size;
        self.rows.truncate(self.size);
        let last = self.rows.last().filter(|_| more);
        let next = last.map(|(n, plan, row)| row.place(self.query.sort, *n, *plan).cursor()).transpose()?;
        Ok((self.rows.into_iter().map(|(_, _, row)| row).collect(), next))
    }
}

/// How terms are looked for.
struct Planned {
    /// The rarest first.
    terms: Vec<Term>,
    plan: Plan,
    /// How many words begin like the rarest.
    rarest: i64,
}

/// The rarest term first, and whether it leads to the hits or the list is walked until so many of them are met. Of
/// records that have several words there are about as many as if the words knew nothing of each other.
async fn plan(read: &mut Read, of: Table, terms: &[Term], wanted: usize, counted: i64) -> Answer<Planned> {
    if terms.is_empty() {
        return Ok(Planned { terms: Vec::new(), plan: Plan::Walk, rarest: 0 });
    }
    let size = table::size(read.on(), of).await?;
    let counts = table::counts(read.on(), of, terms, counted).await?;
    let mut ranked: Vec<(i64, &Term)> = counts.iter().copied().zip(terms).collect();
    ranked.sort_by_key(|(count, _)| *count);
    let rarest = ranked.first().map_or(0, |(count, _)| *count);
    let plan = if rarest >= counted { Plan::Walk } else { cheaper(size, &counts, wanted) };
    Ok(Planned { terms: ranked.into_iter().map(|(_, term)| term.clone()).collect(), plan, rarest })
}

fn cheaper(size: i64, counts: &[i64], wanted: usize) -> Plan {
    let rarest = counts.iter().copied().min().unwrap_or(0);
    let wanted = i64::try_from(wanted + 1).unwrap_or(i64::MAX);
    let walked = counts.iter().fold(wanted, |rows, count| rows.saturating_mul(size) / count.max(&1));
    if rarest.saturating_mul(LOOK_UP) < walked.min(size) { Plan::Drive } else { Plan::Walk }
}

#[cfg(test)]
mod tests {
    use super::{COUNTED, PAGE, Plan, cheaper};

    #[test]
    fn rare_words_lead_and_common_ones_are_met() {
        for (size, counts, plan) in [
            (1_000_000, vec![20], Plan::Drive),
            (1_000_000, vec![4_000], Plan::Drive),
            (1_000_000, vec![20_000], Plan::Walk),
            (1_000_000, vec![COUNTED, 10_000], Plan::Drive),
            (100_000, vec![COUNTED, 20_000], Plan::Walk),
            (300, vec![3], Plan::Drive),
            (300, vec![200], Plan::Walk),
            (0, vec![20], Plan::Walk),
        ] {
            assert_eq!(cheaper(size, &counts, PAGE), plan, "{counts:?} of {size}");
        }
    }
}

//! The import itself: while a part is written, the next is read.

use super::people::{People, found_by_rows, held, known};
use super::subject;
use super::work::{Job, Part, aside, turn};
use crate::db::Tx;
use crate::db::imports::{self as table, Advance, Line};
use crate::{Backend, assignment, audit, db};
use domain::assignment::{Origin, Standing, give};
use domain::ids::StaffId;
use domain::imports::{BadRow, Batch, Counts, Outcome, Person, State};
use domain::problem::Problem;
use serde_json::json;
use std::collections::BTreeMap;

/// After so many new customers the database counts anew what it has.
const MANY: u64 = 20_000;

/// Goes on from a part, to the end.
pub(super) async fn all(b: &Backend, job: &Job, from: i64, mut counts: Counts) -> Result<(), Problem> {
    let reading = |number: i64| {
        let (b, job) = (b.clone(), job.clone());
        tokio::spawn(async move { next(&b, &job, number).await })
    };
    let mut coming = reading(from);
    for number in from.. {
        let Some(part) = coming.await.map_err(|_| Problem::Unavailable)?? else { break };
        coming = reading(number + 1);
        match take(b, job, number, part, counts).await? {
            Some(after) => counts = after,
            None => return Ok(()),
        }
    }
    end(b, job, counts).await
}

/// A part, and what those are found by whom its rows describe.
type Read = (Part, Vec<Vec<String>>);

/// Reads a part as far as it can be read before it is known who is there; `None` after the last.
async fn next(b: &Backend, job: &Job, number: i64) -> Result<Option<Read>, Problem> {
    let Some(part) = job.part(b, number).await? else { return Ok(None) };
    let read = aside(move || {
        let found_by = found_by_rows(&part);
        (part, found_by)
    });
    Ok(Some(read.await?))
}

/// Takes a part, wholly or not at all; `None` when the import was stopped.
async fn take(b: &Backend, job: &Job, number: i64, read: Read, counts: Counts) -> Result<Option<Counts>, Problem> {
    let (part, found_by) = read;
    let mut tx = b.write().await?;
    tx.alone(job.id.as_str()).await?;
    // Whoever makes a customer waits for their turn before they hold rows: so do we, or each would wait for the other.
    let before = turns(&mut tx, job).await?;
    let held = held(tx.on(), job, &part).await?;
    let (then, backend) = (job.clone(), b.clone());
    let mut rules = before.clone();
    let (people, given, rules, counts, bad) = aside(move || {
        let mut counts = counts;
        let mut batch = Batch::new(&then.plan, &then.fields, known(&then.who, &then.scope, &held));
        let outcomes: Vec<_> = part.read.into_iter().map(|read| batch.take(read)).collect();
        outcomes.iter().for_each(|outcome| counts.count(outcome));
        let mut people = batch.into_people();
        let given = share_out(&mut people, &mut rules, &then.who.id);
        let people = People::of(&backend, people, held, found_by);
        (people, given, rules, counts, bad_rows(part.lines, outcomes))
    })
    .await?;
    people.store(b, &mut tx, &job.id, b.now()).await?;
    assignment::keep(&mut tx, &before, &rules).await?;
    assignment::told_of_import(b, &mut tx, &job.id, &given).await?;
    table::insert_problems(&mut tx, &job.id, &bad).await?;
    let done = Advance { id: &job.id, state: State::Running, part: number, counts: &counts, until: turn(b) };
    if !table::advance(tx.on(), &done).await? {
        return Ok(None);
    }
    // Were the power to fail now, the part would be taken once more.
    tx.commit_unkept().await?;
    Ok(Some(counts))
}

/// The rules by which new customers are given; none where the plan says whose they become.
async fn turns(tx: &mut Tx, job: &Job) -> Result<Vec<Standing>, Problem> {
    if job.plan.owner.is_some() { Ok(Vec::new()) } else { assignment::desk(tx).await }
}

/// Gives whoever is new and nobody's to somebody, by the rules; how many each gets who is not told otherwise.
fn share_out(people: &mut [Person], rules: &mut [Standing], maker: &StaffId) -> BTreeMap<StaffId, i64> {
    let mut told = BTreeMap::new();
    let nobodys = people.iter_mut().filter(|person| person.known.is_none() && person.now.owner.is_none());
    for person in nobodys {
        let Some(given) = give(rules, &Origin::Import, maker) else { continue };
        if given.to != *maker {
            *told.entry(given.to.clone()).or_default() += 1;
        }
        person.now.owner = Some(given.to);
    }
    told
}

async fn end(b: &Backend, job: &Job, counts: Counts) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    if !table::move_on(tx.on(), &job.id, State::Running, State::Done, Some(b.now())).await? {
        return Ok(());
    }
    audit::note(b, &mut tx, Some(&job.who), "customers.imported", subject(&job.id), json!(counts)).await?;
    tx.commit().await?;
    if counts.created >= MANY {
        let mut tx = b.write().await?;
        db::settle(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The rows that cannot be taken, and why.
pub(super) fn bad_rows(lines: Vec<Line>, outcomes: Vec<Outcome>) -> Vec<BadRow> {
    let bad = |((line, cells), outcome): (Line, Outcome)| match outcome {
        Outcome::Rejected(problems) => Some(BadRow { line, problems, cells }),
        _ => None,
    };
    lines.into_iter().zip(outcomes).filter_map(bad).collect()
}

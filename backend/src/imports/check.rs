//! The rehearsal: what would become of each row, without anything coming of it.

use super::people::{held, known};
use super::run::bad_rows;
use super::work::{Job, Part, aside, turn};
use crate::Backend;
use crate::db::imports::{self as table, Advance};
use domain::customers::CustomerDraft;
use domain::imports::{BadRow, Batch, Counts, Known, Rehearsal, State};
use domain::problem::Problem;

/// Rehearses the whole import. Whom earlier parts would have made is only remembered here: after a restart it begins anew.
pub(super) async fn all(b: &Backend, job: &Job) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::from_the_beginning(tx.on(), &job.id).await?;
    tx.commit().await?;
    let (mut rehearsal, mut counts) = (Rehearsal::default(), Counts::default());
    for number in 0.. {
        let Some(part) = job.part(b, number).await? else { break };
        let held = held(b.read().await?.on(), job, &part).await?;
        let (then, known) = (job.clone(), known(&job.who, &job.scope, &held));
        let (after, sofar, bad) = aside(move || rehearse(&then, rehearsal, counts, part, known)).await?;
        (rehearsal, counts) = (after, sofar);
        let mut tx = b.write().await?;
        table::insert_problems(&mut tx, &job.id, &bad).await?;
        let done = Advance { id: &job.id, state: State::Checking, part: number, counts: &counts, until: turn(b) };
        if !table::advance(tx.on(), &done).await? {
            return Ok(());
        }
        tx.commit().await?;
    }
    let mut tx = b.write().await?;
    table::move_on(tx.on(), &job.id, State::Checking, State::Checked, None).await?;
    Ok(tx.commit().await?)
}

fn rehearse(
    job: &Job,
    mut rehearsal: Rehearsal,
    mut counts: Counts,
    part: Part,
    mut known: Vec<Known>,
) -> (Rehearsal, Counts, Vec<BadRow>) {
    let drafts: Vec<&CustomerDraft> = part.drafts().collect();
    rehearsal.remember(&job.plan, &drafts, &mut known);
    let mut batch = Batch::new(&job.plan, &job.fields, known);
    let outcomes: Vec<_> = part.read.into_iter().map(|read| batch.take(read)).collect();
    outcomes.iter().for_each(|outcome| counts.count(outcome));
    rehearsal.learn(&job.plan, &batch.into_people());
    (rehearsal, counts, bad_rows(part.lines, outcomes))
}

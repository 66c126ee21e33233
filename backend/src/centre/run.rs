//! A version on its way to the provider.
//!
//! Nothing is remembered but the version: what is left to do is the plan from what the provider has. So whoever carries
//! it out reads that first, and again whenever nobody knows whether a step was done. One server has the turn.

use super::follow;
use super::provider::{self, Setback};
use super::{begin, note, read_desk};
use crate::Backend;
use crate::db::{Tx, centre as table, centre_versions as versions};
use domain::centre::{Centre, Change, Known, Obstacle, Ref, Step, changes, plan};
use domain::problem::Problem;
use domain::times::{Millis, SECOND};
use serde_json::json;

/// Whoever carries it out and is not heard of for so long has lost the turn.
const TURN: i64 = 90 * SECOND;
/// How often it is read anew what is there before somebody is asked.
const READINGS: usize = 4;

/// Why whoever carries a version out stops.
enum Stop {
    /// Something is in the way.
    At(Obstacle),
    /// Somebody stopped it, or has the turn instead.
    Lost,
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::At(match problem {
            Problem::Telephone(problem) => Obstacle::Silent(problem),
            _ => Obstacle::Ours,
        })
    }
}

impl From<crate::db::Fault> for Stop {
    fn from(fault: crate::db::Fault) -> Self {
        Self::from(Problem::from(fault))
    }
}

/// Whoever carries out which version.
struct Run<'a> {
    b: &'a Backend,
    version: i64,
    turn: String,
    account: String,
    wanted: Centre,
    /// What was done so far.
    done: Vec<Step>,
}

/// Carries out what is to be published, if nobody else does. To be called every moment.
///
/// # Errors
/// [`Problem::Unavailable`] only; what stops it is kept with it.
pub async fn carry_out(b: &Backend) -> Result<(), Problem> {
    let Some(version) = versions::due(b.read().await?.on(), b.now()).await? else { return Ok(()) };
    let turn = b.new_id();
    let mut tx = b.write().await?;
    if !versions::take_turn(tx.on(), version, &turn, b.now(), until(b)).await? {
        return Ok(());
    }
    let wanted = versions::get(tx.on(), version).await?.ok_or(Problem::NotFound)?;
    let done = versions::latest(tx.on()).await?.map(|mut one| one.steps.drain(..one.done).collect());
    tx.commit().await?;
    let account = provider::facts(b).await.map(|facts| facts.account).unwrap_or_default();
    let mut run = Run { b, version, turn, account, wanted, done: done.unwrap_or_default() };
    match run.through().await {
        Err(Stop::At(obstacle)) => run.pause(obstacle).await,
        Err(Stop::Lost) => run.let_go().await,
        Ok(()) => Ok(()),
    }
}

fn until(b: &Backend) -> Millis {
    b.now().plus(TURN)
}

impl Run<'_> {
    /// From what is there now to what is wanted.
    async fn through(&mut self) -> Result<(), Stop> {
        let mut stuck = None;
        for _ in 0..READINGS {
            let (steps, drifted) = self.read().await?;
            if !drifted.is_empty() {
                return Err(Stop::At(Obstacle::Drifted { at: drifted }));
            }
            if steps.is_empty() {
                return self.finish().await;
            }
            match self.walk(steps).await? {
                // Where the provider made something else of it, that is shown as what is otherwise there.
                None => {
                    self.read().await?;
                    return self.finish().await;
                }
                Some(unknown) => stuck = Some(unknown),
            }
        }
        Err(Stop::At(stuck.unwrap_or(Obstacle::Ours)))
    }

    /// Reads what is there; tells what is left to do, and what somebody did there meanwhile.
    async fn read(&mut self) -> Result<(Vec<Step>, Vec<Ref>), Stop> {
        let found = provider::read(self.b).await?;
        let mut tx = begin(self.b).await?;
        let mut desk = read_desk(&mut tx, &self.account).await?;
        let known = Known::read(found.listed, &desk.known.links, &self.wanted);
        let drifted = drifted(&desk.known.centre, &known.centre, &self.wanted);
        let steps = plan(&known.centre, &self.wanted).map_err(|_| Stop::At(Obstacle::Ours))?;
        (desk.known, desk.files, desk.read_at) = (known, found.files, self.b.now());
        table::put(tx.on(), &desk).await?;
        let goes_on = self.progress(&mut tx, &steps).await?;
        tx.commit().await?;
        if goes_on { Ok((steps, drifted)) } else { Err(Stop::Lost) }
    }

    /// Does these steps; answers what is in the way where nobody knows whether a step was done.
    async fn walk(&mut self, steps: Vec<Step>) -> Result<Option<Obstacle>, Stop> {
        let mut known = {
            let mut tx = begin(self.b).await?;
            read_desk(&mut tx, &self.account).await?.known
        };
        let pace = provider::Pace::new();
        let mut left = steps.as_slice();
        while let Some((step, rest)) = left.split_first() {
            let id = match provider::carry_out(self.b, &pace, step, &known).await {
                Ok(id) => id,
                Err(Setback { obstacle, certain: true }) => return Err(Stop::At(obstacle)),
                Err(Setback { obstacle, certain: false }) => return Ok(Some(obstacle)),
            };
            known = self.step_done(step, id, rest).await?;
            left = rest;
        }
        Ok(None)
    }

    /// Writes down at once what was done, also when it is not to go on.
    async fn step_done(&mut self, step: &Step, id: Option<String>, left: &[Step]) -> Result<Known, Stop> {
        let mut tx = begin(self.b).await?;
        let mut desk = read_desk(&mut tx, &self.account).await?;
        desk.known.done(step, id);
        desk.expected.apply(step);
        table::put(tx.on(), &desk).await?;
        self.done.push(step.clone());
        let goes_on = self.progress(&mut tx, left).await?;
        tx.commit().await?;
        if goes_on { Ok(desk.known) } else { Err(Stop::Lost) }
    }

    /// Tells whether it goes on: nobody has stopped it, or has the turn instead.
    async fn progress(&self, tx: &mut Tx, left: &[Step]) -> Result<bool, Stop> {
        let steps: Vec<Step> = self.done.iter().chain(left).cloned().collect();
        let so_far = (steps.as_slice(), self.done.len());
        Ok(versions::progress(tx.on(), self.version, &self.turn, so_far, until(self.b)).await?)
    }

    /// The provider has it; what the rest of the product keeps follows.
    async fn finish(&mut self) -> Result<(), Stop> {
        let mut tx = begin(self.b).await?;
        let mut desk = read_desk(&mut tx, &self.account).await?;
        desk.expected = self.wanted.clone();
        let goes_on = self.progress(&mut tx, &[]).await?;
        if !goes_on || !versions::end(tx.on(), self.version, &self.turn, None).await? {
            return Err(Stop::Lost);
        }
        follow::all(self.b, &mut tx, &mut desk).await?;
        table::put(tx.on(), &desk).await?;
        let told = json!({ "version": self.version, "steps": self.done });
        note(self.b, &mut tx, None, "centre.published", told).await?;
        Ok(tx.commit().await?)
    }

    /// Whoever goes on need not wait.
    async fn let_go(&self) -> Result<(), Problem> {
        let mut tx = self.b.write().await?;
        versions::release(tx.on(), self.version, &self.turn).await?;
        Ok(tx.commit().await?)
    }

    async fn pause(&self, obstacle: Obstacle) -> Result<(), Problem> {
        let mut tx = begin(self.b).await?;
        if versions::end(tx.on(), self.version, &self.turn, Some(&obstacle)).await? {
            let told = json!({ "version": self.version, "obstacle": obstacle, "done": self.done });
            note(self.b, &mut tx, None, "centre.paused", told).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// What is otherwise than it was known to be, and not because we were on our way to what is wanted.
fn drifted(known: &Centre, there: &Centre, wanted: &Centre) -> Vec<Ref> {
    let theirs = |at: &Ref| there.get(at) != wanted.get(at);
    changes(known, there).iter().map(Change::at).filter(theirs).collect()
}

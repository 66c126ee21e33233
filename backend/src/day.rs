//! A member's own day.

use crate::db::{deals, floor, tasks};
use crate::permit::May;
use crate::{Backend, missed};
use domain::access::{Action, Actor};
use domain::day::{DAY_MAX, DayFigures, MyDay, end_of_week};
use domain::missed::{MissedQuery, Which};
use domain::problem::Problem;
use domain::tasks::{Task, Urgency, end_of_day};

/// Tasks that are looked through; more are on their own page.
const TASKS: i64 = 2 * DAY_MAX;

/// What one's own day looks like: at most [`DAY_MAX`] of each kind.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn mine(b: &Backend, who: &Actor) -> Result<MyDay, Problem> {
    who.may(Action::WrapUp)?;
    who.may(Action::SeeDeals)?;
    let at = b.now();
    let missed = missed::list(b, who, &MissedQuery { which: Which::Mine, ..MissedQuery::default() }).await?;
    let mut read = b.read().await?;
    let due = tasks::due(read.on(), &who.id, end_of_day(at), TASKS).await?;
    let (overdue, today): (Vec<Task>, Vec<Task>) =
        due.into_iter().partition(|task| task.urgency(at) == Urgency::Overdue);
    let week = end_of_week(at);
    let closing = deals::closing(read.on(), &who.id, week, DAY_MAX).await?;
    let idle = deals::idle(read.on(), &who.id, week, DAY_MAX).await?;
    let (deals_won, won_amount) = deals::won_since(read.on(), &who.id, at.day_start()).await?;
    let figures = DayFigures {
        calls: floor::today(read.on(), &who.id, at).await?,
        tasks_done: tasks::done_since(read.on(), &who.id, at.day_start()).await?,
        deals_won,
        won_amount,
    };
    Ok(MyDay { at, overdue, today, missed: missed.rows, closing, idle, figures })
}

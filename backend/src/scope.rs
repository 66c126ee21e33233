//! Whose calls a member sees, and what hangs on them: missed calls, the floor, figures.

use crate::db::{self, On};
use crate::permit::May;
use domain::access::{Action, Actor, Scope};
use domain::problem::Problem;

/// Worked out anew for each question: who leads whom may have changed since the last.
pub(crate) async fn of(db: On<'_>, who: &Actor) -> Result<Scope, Problem> {
    if who.may(Action::SeeAllCalls).is_ok() {
        return Ok(Scope::All);
    }
    if who.may(Action::SeeTeamCalls).is_ok() {
        return Ok(Scope::Teams(who.id.clone(), db::teams::led_by(db, &who.id).await?));
    }
    Ok(Scope::Own(who.id.clone()))
}

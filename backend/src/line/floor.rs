//! The floor as a manager sees it.

use crate::db::floor::{self as table, Whom};
use crate::permit::May;
use crate::{Backend, db, scope};
use domain::access::{Action, Actor, Scope};
use domain::floor::{Floor, FloorMember, MemberDay};
use domain::ids::StaffId;
use domain::problem::Problem;
use domain::times::{DAY, Millis};

/// Everybody one sees, and what they do now.
///
/// # Errors
/// [`Problem::Forbidden`] for agents.
pub async fn floor(b: &Backend, who: &Actor) -> Result<Floor, Problem> {
    who.may(Action::SeeFloor)?;
    let at = b.now();
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let mut members = table::members(read.on(), Whom::Everybody, at).await?;
    members.retain(|member| sees(&scope, member));
    let mut floor = Floor { at, members };
    floor.sort();
    Ok(floor)
}

/// A member's day: what they did and when. `day` is any moment of it.
///
/// # Errors
/// [`Problem::Forbidden`] for agents and for whoever does not lead the member; [`Problem::NotFound`].
pub async fn day(b: &Backend, who: &Actor, member: &StaffId, day: Option<Millis>) -> Result<MemberDay, Problem> {
    who.may(Action::SeeFloor)?;
    let at = b.now();
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let found = table::members(read.on(), Whom::These(std::slice::from_ref(member)), at).await?;
    let found = found.into_iter().next().ok_or(Problem::NotFound)?;
    if !sees(&scope, &found) {
        return Err(Problem::Forbidden);
    }
    let day = day.unwrap_or(at).day_start();
    let stretches = db::members::stretches(read.on(), member, day, day.plus(DAY)).await?;
    Ok(MemberDay { member: found, day, at, stretches })
}

/// What these members do now, for the servers to tell whoever may see it: asked once, not by each of those.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn changed(b: &Backend, members: &[StaffId]) -> Result<(Millis, Vec<FloorMember>), Problem> {
    let at = b.now();
    let members = table::members(b.read().await?.on(), Whom::These(members), at).await?;
    Ok((at, members))
}

fn sees(scope: &Scope, one: &FloorMember) -> bool {
    scope.sees(Some(&one.member.id), one.team.as_ref().map(|team| &team.id))
}

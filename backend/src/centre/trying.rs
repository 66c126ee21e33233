//! What a call through the draft needs to know of us: whom our own routing wants.

use super::provider;
use crate::Backend;
use crate::db::{centre as table, routing};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::centre::{Digits, Ref, Wanted};
use domain::ids::{QueueId, Seat};
use domain::phone::Number;
use domain::problem::Problem;

/// What our routing goes by for a caller in a queue of the draft. A queue that the provider does not have yet is served
/// by no team.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] without an account.
pub async fn wanted(b: &Backend, who: &Actor, caller: Option<&Digits>, queue: &QueueId) -> Result<Wanted, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let number: Vec<Number> = caller.map(|digits| Number::from_stored(digits.dialled())).into_iter().collect();
    let mut read = b.read().await?;
    let known = table::desk(read.on()).await?.filter(|desk| desk.account == facts.account).map(|desk| desk.known);
    let at_provider = known.as_ref().and_then(|known| known.links.id(&Ref::Queue(queue.clone())).ok());
    let team = match at_provider {
        Some(id) => routing::team_of(read.on(), provider::PROVIDER, id).await?,
        None => None,
    };
    let (owner, spoke_last) = routing::callers(read.on(), &number).await?.into_values().next().unwrap_or_default();
    let seated = routing::seated(read.on(), provider::PROVIDER).await?.into_iter();
    Ok(Wanted {
        owner,
        spoke_last,
        team,
        seated: seated.map(|one| (Seat::new(one.seat), one.member, one.team)).collect(),
        seconds: facts.answer_seconds,
    })
}

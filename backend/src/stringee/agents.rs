//! Whom waiting callers are given to.

use super::account::Account;
use super::hooks::{Decided, Outcome};
use super::watch::ask_again;
use crate::Backend;
use crate::db::routing::Seated;
use crate::routing::{self, Waiting};
use domain::ids::StaffId;
use domain::problem::Problem;
use domain::routing::Route;
use domain::stringee::{self, Offered, given_to};
use domain::telephone::Provider;
use std::time::Duration;
use tokio::time::timeout;

/// The provider asks again every few seconds: better nobody for now than an answer that comes too late.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// So long the contact centre may take to say what somebody does who was passed over.
const ASKING: Duration = Duration::from_millis(800);
/// Of so many at once it is asked.
const ASKED_OF: usize = 4;

pub(super) async fn answer(b: &Backend, account: &Account, body: &[u8]) -> Outcome {
    let Some(asked) = stringee::waiting(body) else { return Outcome::refused(400, "unreadable") };
    let waiting: Vec<Waiting> =
        asked.calls.iter().map(|(call, number)| Waiting { call: call.clone(), number: number.clone() }).collect();
    let decided = timeout(PATIENCE, decide(b, &asked.queue, &waiting)).await;
    let nobody = || given_to(&waiting.iter().map(|one| (one.call.as_str(), Vec::new())).collect::<Vec<_>>(), 0);
    match decided {
        Ok(Ok(decided)) => {
            let offered = |route: &Route| offered(route, &decided.seated);
            let given: Vec<_> =
                waiting.iter().zip(&decided.routes).map(|(one, route)| (one.call.as_str(), offered(route))).collect();
            let body = given_to(&given, account.answer_timeout);
            let routes = waiting.iter().map(|one| one.call.clone()).zip(decided.routes.iter().cloned()).collect();
            Outcome::decided(body, Decided { queue: asked.queue, routes })
        }
        Ok(Err(Problem::Unavailable)) => Outcome::makeshift(nobody(), "unavailable"),
        Ok(Err(_)) => Outcome::makeshift(nobody(), "not decided"),
        Err(_) => Outcome::makeshift(nobody(), "slow"),
    }
}

/// Nobody who is wanted is passed over for what the contact centre said up to fifteen seconds ago: it is asked anew of
/// them first. Where it does not answer in time, what is known counts.
async fn decide(b: &Backend, queue: &str, waiting: &[Waiting]) -> Result<routing::Decided, Problem> {
    let decided = routing::decide(b, Provider::Stringee, queue, waiting).await?;
    let mut passed_over = decided.kept_by_provider(b.now());
    passed_over.truncate(ASKED_OF);
    if passed_over.is_empty() {
        return Ok(decided);
    }
    match timeout(ASKING, ask_again(b, &passed_over)).await {
        Ok(Ok(())) => routing::decide(b, Provider::Stringee, queue, waiting).await,
        Ok(Err(_)) | Err(_) => Ok(decided),
    }
}

fn offered<'a>(route: &Route, seated: &'a [Seated]) -> Vec<Offered<'a>> {
    let seat = |member: &StaffId| seated.iter().find(|one| one.member == *member);
    let offered = |one: &'a Seated| Offered {
        seat: &one.seat,
        rings_at: one.telephone.as_ref().map(|telephone| telephone.rings_at).unwrap_or_default(),
        phone_number: one.telephone.as_ref().and_then(|telephone| telephone.phone_number.as_deref()),
    };
    route.choices.iter().filter_map(|choice| seat(&choice.member)).map(offered).collect()
}

//! Whom waiting callers are given to.

use super::account::Account;
use super::hooks::{Decided, Outcome};
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

pub(super) async fn answer(b: &Backend, account: &Account, body: &[u8]) -> Outcome {
    let Some(asked) = stringee::waiting(body) else { return Outcome::refused(400, "unreadable") };
    let waiting: Vec<Waiting> =
        asked.calls.iter().map(|(call, number)| Waiting { call: call.clone(), number: number.clone() }).collect();
    let decided = timeout(PATIENCE, routing::decide(b, Provider::Stringee, &asked.queue, &waiting)).await;
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

fn offered<'a>(route: &Route, seated: &'a [Seated]) -> Vec<Offered<'a>> {
    let seat = |member: &StaffId| seated.iter().find(|one| one.member == *member);
    let offered = |one: &'a Seated| Offered {
        seat: &one.seat,
        rings_at: one.telephone.as_ref().map(|telephone| telephone.rings_at).unwrap_or_default(),
        phone_number: one.telephone.as_ref().and_then(|telephone| telephone.phone_number.as_deref()),
    };
    route.choices.iter().filter_map(|choice| seat(&choice.member)).map(offered).collect()
}

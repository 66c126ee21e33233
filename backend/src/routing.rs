//! Whom waiting callers are given to: what is looked up for it, what was decided, and which team serves which queue.

use crate::db::routing::{self as table, Seated};
use crate::permit::May;
use crate::{Backend, audit, db};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::ids::{StaffId, TeamId};
use domain::phone::{self, Number};
use domain::problem::Problem;
use domain::reach::Known;
use domain::routing::{Caller, Decision, Route, Telephonist, route};
use domain::staff::StaffRef;
use domain::telephone::Provider;
use domain::times::{DAY, Millis};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// How long decisions are kept.
const KEPT: i64 = 90 * DAY;

/// Somebody who waits in a queue.
pub(crate) struct Waiting {
    /// The provider's id of their call.
    pub(crate) call: String,
    /// Their number, as the provider writes it.
    pub(crate) number: String,
}

/// What was decided for a queue's callers, in their order, and everybody who has a seat.
pub(crate) struct Decided {
    pub(crate) seated: Vec<Seated>,
    pub(crate) routes: Vec<Route>,
}

impl Decided {
    /// Those who were wanted, and passed over for nothing but what the provider last said.
    pub(crate) fn kept_by_provider(&self, now: Millis) -> Vec<&Seated> {
        let wanted: BTreeSet<&StaffId> =
            self.routes.iter().flat_map(|route| &route.passed_over).map(|one| &one.member).collect();
        let may_be_rung = |one: &&Seated| wanted.contains(&one.member) && known(one, now).is_kept_by_provider();
        self.seated.iter().filter(may_be_rung).collect()
    }
}

/// Decides for every caller of a queue: three questions, however many wait.
pub(crate) async fn decide(
    b: &Backend,
    provider: Provider,
    queue: &str,
    waiting: &[Waiting],
) -> Result<Decided, Problem> {
    let key = |one: &Waiting| phone::parse(&one.number).ok().map(|parsed| parsed.number);
    let numbers: Vec<Option<Number>> = waiting.iter().map(key).collect();
    let asked: Vec<Number> = numbers.iter().flatten().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let mut read = b.read().await?;
    let seated = table::seated(read.on(), provider).await?;
    let team = table::team_of(read.on(), provider, queue).await?;
    let known = table::callers(read.on(), &asked).await?;
    let telephonists: Vec<Telephonist> = seated.iter().map(|one| telephonist(one, b.now())).collect();
    let routed = |number: &Option<Number>| route(&caller(number.as_ref(), &known, team.as_ref()), &telephonists);
    let routes = numbers.iter().map(routed).collect();
    Ok(Decided { seated, routes })
}

fn caller(number: Option<&Number>, known: &HashMap<Number, table::Known>, team: Option<&TeamId>) -> Caller {
    let (owner, spoke_last) = number.and_then(|number| known.get(number).cloned()).unwrap_or_default();
    Caller { owner, spoke_last, team: team.cloned() }
}

fn telephonist(one: &Seated, now: Millis) -> Telephonist {
    Telephonist { member: one.member.clone(), team: one.team.clone(), unmet: known(one, now).unmet() }
}

fn known(one: &Seated, now: Millis) -> Known<'_> {
    let telephone = one.telephone.as_ref();
    Known { has_seat: true, telephone, status: one.status, since: one.since, connected: one.connected, now }
}

/// The members at a provider who can take a call now.
pub(crate) async fn who_can_be_rung(b: &Backend, db: db::On<'_>, provider: Provider) -> Result<Vec<StaffId>, Problem> {
    let seated = table::seated(db, provider).await?;
    let can = |one: &Seated| known(one, b.now()).unmet().is_none();
    Ok(seated.into_iter().filter(can).map(|one| one.member).collect())
}

/// Keeps what was decided, by the provider's ids of the calls; the same once more changes nothing.
pub(crate) async fn keep(
    b: &Backend,
    provider: Provider,
    queue: &str,
    decided: &[(String, Route)],
) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    for (call, route) in decided {
        table::keep(tx.on(), provider, call, queue, b.now(), route).await?;
    }
    Ok(tx.commit().await?)
}

/// What was decided for a call, with everybody's names.
pub(crate) async fn of_call(db: db::On<'_>, provider: &str, call: Option<&str>) -> Result<Option<Decision>, Problem> {
    let mut db = db;
    let (Some(provider), Some(call)) = (Provider::from_stored(provider), call) else { return Ok(None) };
    let Some((queue, at, route)) = table::decided(db.again(), provider, call).await? else { return Ok(None) };
    let centre = db::centre::desk(db.again()).await?;
    let queue = centre.and_then(|desk| desk.known.queue_name(&queue).map(str::to_owned)).unwrap_or(queue);
    let names: HashMap<StaffId, String> = db::staff::list(db).await?.into_iter().map(named).collect();
    let name = |member: &StaffId| Some(StaffRef { id: member.clone(), name: names.get(member)?.clone() });
    Ok(Some(Decision {
        at,
        queue,
        choices: route.choices.iter().filter_map(|one| Some((name(&one.member)?, one.because))).collect(),
        passed_over: route
            .passed_over
            .iter()
            .filter_map(|one| Some((name(&one.member)?, one.because, one.unmet)))
            .collect(),
    }))
}

fn named(row: db::staff::Row) -> (StaffId, String) {
    let StaffRef { id, name } = row.named();
    (id, name)
}

/// Which team serves which queue of a provider; of a queue that is not named, the team of the customer's owner.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn queues(b: &Backend, who: &Actor, provider: Provider) -> Result<Vec<(String, TeamId)>, Problem> {
    who.may(Action::ManageTelephone)?;
    Ok(table::teams(b.read().await?.on(), provider).await?)
}

/// Says which team serves which queue.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] at [`Field::Team`] for a team that is not there, and at
/// [`Field::Title`] for a queue without a name or named twice.
pub async fn save_queues(
    b: &Backend,
    who: &Actor,
    provider: Provider,
    queues: &[(String, TeamId)],
) -> Result<(), Problem> {
    who.may(Action::ManageTelephone)?;
    let queues: Vec<(String, TeamId)> =
        queues.iter().map(|(queue, team)| (queue.trim().to_owned(), team.clone())).collect();
    let names: BTreeSet<&String> = queues.iter().map(|(queue, _)| queue).filter(|queue| !queue.is_empty()).collect();
    if names.len() < queues.len() {
        return Err(Problem::at(Field::Title, FieldProblem::Repeated));
    }
    let mut tx = b.write().await?;
    for (_, team) in &queues {
        if db::teams::by_id(tx.on(), team).await?.is_none() {
            return Err(Problem::at(Field::Team, FieldProblem::Unknown));
        }
    }
    table::replace_teams(tx.on(), provider, &queues).await?;
    let subject = format!("telephone:{}", provider.as_str());
    audit::note(b, &mut tx, Some(who), "queues.saved", subject, json!(queues)).await?;
    Ok(tx.commit().await?)
}

/// Forgets decisions of long ago. To be called now and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn forget_decisions(b: &Backend) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::forget(tx.on(), b.now().plus(-KEPT)).await?;
    Ok(tx.commit().await?)
}

//! Keeping facts, and the row they add up to.

use super::holders;
use crate::db::calls::{self as table, Begun, Row, Written};
use crate::db::{self, Tx};
use crate::history;
use crate::line::{self, Heard};
use crate::permit::May;
use crate::{Backend, missed, numbers, telephone, wrap_up};
use domain::access::{Action, Actor};
use domain::calls::{Fact, MatchHow, Reported, State, fold};
use domain::fields::{Field, FieldProblem};
use domain::ids::{CallId, CustomerId, StaffId, TeamId};
use domain::outbox::TAKEN_MAX;
use domain::phone::{self, Number, Rewrite};
use domain::problem::Problem;
use domain::telephone::Provider;
use domain::times::Millis;
use domain::voice::is_heard_of;

/// The figure of facts kept, for whoever watches the server.
const FACTS: &str = "alo_call_facts_total";

/// Takes facts on their way from a browser: late, repeated, in any order. What is known already changes nothing.
///
/// # Errors
/// [`Problem::Forbidden`] when a call is somebody else's; the facts of the other calls are kept all the same.
/// [`Problem::Invalid`] for more facts than a page sends together: then none is kept.
pub async fn report(b: &Backend, who: &Actor, reported: &[Reported]) -> Result<(), Problem> {
    who.may(Action::UseTelephone)?;
    few(reported)?;
    let mut refused = Ok(());
    for one in reported {
        let mut tx = b.write().await?;
        match store(b, &mut tx, who, one).await {
            Ok(_) => tx.commit().await?,
            Err(Problem::Forbidden) => refused = Err(Problem::Forbidden),
            Err(problem) => return Err(problem),
        }
    }
    refused
}

/// So many facts no page sends together.
pub(super) fn few(reported: &[Reported]) -> Result<(), Problem> {
    let facts: usize = reported.iter().map(|one| one.facts.len()).sum();
    if facts > TAKEN_MAX { Err(Problem::at(Field::Phone(0), FieldProblem::TooMany { max: TAKEN_MAX })) } else { Ok(()) }
}

/// Whose call it is that begins, and at which provider.
#[derive(Clone, Copy)]
pub(crate) struct Begins<'a> {
    /// `None` for the member's own.
    provider: Option<Provider>,
    /// `None` where nobody of us was rung.
    agent: Option<&'a StaffId>,
}

impl<'a> Begins<'a> {
    /// A call of a member, at the provider where they are.
    pub(crate) fn by(agent: Option<&'a StaffId>) -> Self {
        Self { provider: None, agent }
    }

    /// A call that a provider tells of.
    pub(crate) fn at(provider: Provider, agent: Option<&'a StaffId>) -> Self {
        Self { provider: Some(provider), agent }
    }
}

/// The name under which changes of one call wait for each other.
pub(super) fn alone(call: &CallId) -> String {
    format!("call:{call}")
}

/// Waits until nobody else changes the call.
pub(crate) async fn alone_with(tx: &mut Tx, call: &CallId) -> Result<(), Problem> {
    Ok(tx.alone(&alone(call)).await?)
}

/// Keeps what a member's browser tells of one call and brings its row up to date. `None` while the fact that begins it
/// is missing.
pub(super) async fn store(b: &Backend, tx: &mut Tx, who: &Actor, reported: &Reported) -> Result<Option<Row>, Problem> {
    let reported = &numbers::opened_facts(b, who, reported);
    let call = &reported.call;
    // The provider's history may tell of the same call at this very moment.
    tx.alone(&history::calls_of(Some(&who.id))).await?;
    if let Some(id) = history::provider_id(&reported.facts) {
        tx.alone(&history::with_id(id)).await?;
    }
    tx.alone(&alone(call)).await?;
    let existing = table::any_by_id(tx.on(), call).await?;
    let owner = match &existing {
        Some(row) => row.agent_id.clone(),
        None => db::call_events::reporter(tx.on(), call).await?,
    };
    if owner.is_some_and(|owner| owner != who.id.as_str()) {
        return Err(Problem::Forbidden);
    }
    let kept = db::call_events::insert(tx.on(), call, Some(&who.id), &reported.facts, b.now()).await?;
    metrics::counter!(FACTS, "from" => "browser").increment(kept);
    let gone = match &existing {
        Some(row) if row.provider_call_id.is_some() => None,
        row => history::adopt(b, tx, &who.id, reported, row.as_ref().map(Row::begun)).await?,
    };
    let row = bring_up_to_date(b, tx, call, Begins::by(Some(&who.id)), existing).await?;
    // What comes late says nothing about now.
    let heard = if is_heard_of(last_of(&reported.facts), b.now()) { Heard::Facts } else { Heard::Nothing };
    line::renew(tx, &who.id, heard, b.now()).await?;
    let Some(gone) = gone else { return Ok(row) };
    history::take_over(tx, &gone, call).await?;
    Ok(table::any_by_id(tx.on(), call).await?)
}

/// Keeps what a part of the server tells of one call, with nobody signed in: its sweep, the provider's own history.
/// `begins` says whose call it is should it begin with these facts. `None` while the fact that begins it is missing.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub(crate) async fn store_from_server(
    b: &Backend,
    tx: &mut Tx,
    begins: Begins<'_>,
    reported: &Reported,
) -> Result<Option<Row>, Problem> {
    let call = &reported.call;
    tx.alone(&alone(call)).await?;
    let existing = table::any_by_id(tx.on(), call).await?;
    let kept = db::call_events::insert(tx.on(), call, None, &reported.facts, b.now()).await?;
    metrics::counter!(FACTS, "from" => "server").increment(kept);
    let row = bring_up_to_date(b, tx, call, begins, existing).await?;
    if let Some(agent) = row.as_ref().and_then(Row::agent) {
        line::renew(tx, &agent, Heard::Nothing, b.now()).await?;
    }
    Ok(row)
}

/// Makes the row what the facts add up to, and tells open pages.
async fn bring_up_to_date(
    b: &Backend,
    tx: &mut Tx,
    call: &CallId,
    begins: Begins<'_>,
    existing: Option<Row>,
) -> Result<Option<Row>, Problem> {
    let facts = db::call_events::of_call(tx.on(), call).await?;
    let Some(state) = fold(&facts) else { return Ok(None) };
    let as_of = last_of(&facts);
    let customer = match &existing {
        Some(row) => refresh(tx, call, &state, as_of, row).await?,
        None => begin(tx, begins, call, &state, as_of).await?,
    };
    let was_answered = existing.as_ref().and_then(Row::answered);
    wrap_up::keep_step(b, tx, call, &state, was_answered).await?;
    if let Some(customer) = customer {
        // A browser's clock may be wrong; nobody was dealt with in the future.
        db::customers::touch(tx.on(), &customer, as_of.min(b.now())).await?;
    }
    let row = table::any_by_id(tx.on(), call).await?;
    if let Some(row) = &row {
        if existing.as_ref().is_none_or(|before| before.to_inbox() != row.to_inbox()) {
            missed::follow(b, tx, existing.as_ref().and_then(Row::key), row).await?;
        }
        tx.tell(row.change());
    }
    Ok(row)
}

/// Up to when the times of a call that is not over are counted.
pub(super) fn last_of(facts: &[Fact]) -> Millis {
    facts.iter().map(|fact| fact.at).max().unwrap_or_default()
}

/// The first row of a call: now its customer is looked for, once.
async fn begin(
    tx: &mut Tx,
    begins: Begins<'_>,
    call: &CallId,
    state: &State,
    as_of: Millis,
) -> Result<Option<CustomerId>, Problem> {
    let agent = begins.agent;
    let provider = provider(tx, begins).await?;
    let domain = telephone::account_name(tx.on(), provider).await?;
    let team = match agent {
        Some(agent) => db::teams::of_member(tx.on(), agent).await?,
        None => None,
    };
    let team = team.as_ref().map(TeamId::as_str);
    let begun = Begun { provider: provider.as_str(), domain: &domain, agent: agent.map(StaffId::as_str), team };
    let (number, how, customer) = matched(tx, &state.number).await?;
    let provider_call_id = match &state.provider_id {
        // A call that was passed on may keep its id: it stays with the first of our calls, and in both stories.
        Some(id) if table::provider_id_taken(tx.on(), &begun, id, call).await? => None,
        id => id.as_deref(),
    };
    let written =
        Written { id: call, state, as_of, number, customer: customer.clone(), how, note: "", provider_call_id };
    table::insert(tx.on(), &written, &begun).await?;
    Ok(customer)
}

/// At which provider a call is that begins.
async fn provider(tx: &mut Tx, begins: Begins<'_>) -> Result<Provider, Problem> {
    let agents = match (begins.provider, begins.agent) {
        (None, Some(agent)) => db::staff::provider_of(tx.on(), agent).await?,
        (told, _) => told,
    };
    Ok(agents.unwrap_or_default())
}

/// The row of a call of which more is known now.
async fn refresh(
    tx: &mut Tx,
    call: &CallId,
    state: &State,
    as_of: Millis,
    row: &Row,
) -> Result<Option<CustomerId>, Problem> {
    let kept = (row.key(), row.how(), row.customer_id.clone().map(CustomerId::new));
    let (number, how, customer) = match kept {
        // A fact that came late named another number; what a member chose stays.
        (_, how, _) if row.number_raw != state.number && how != MatchHow::ByHand => matched(tx, &state.number).await?,
        kept => kept,
    };
    let provider_call_id = known_id(tx, call, state, row).await?;
    let written = Written {
        id: call,
        state,
        as_of,
        number,
        customer: customer.clone(),
        how,
        note: &row.note,
        provider_call_id: provider_call_id.as_deref(),
    };
    table::update(tx.on(), &written).await?;
    Ok(customer)
}

/// The provider's id of a call, unless another of our calls has it.
pub(super) async fn known_id(tx: &mut Tx, call: &CallId, state: &State, row: &Row) -> Result<Option<String>, Problem> {
    let Some(id) = &state.provider_id else { return Ok(None) };
    let begun = row.begun();
    let taken = table::provider_id_taken(tx.on(), &begun, id, call).await?;
    Ok((!taken).then(|| id.clone()))
}

/// Whose number it is, and how that was found.
async fn matched(tx: &mut Tx, raw: &str) -> Result<(Option<Number>, MatchHow, Option<CustomerId>), Problem> {
    let parsed = phone::parse(raw).ok();
    let rewrite = parsed.as_ref().map_or(Rewrite::None, |parsed| parsed.rewrite);
    let number = parsed.map(|parsed| parsed.number);
    let holders = holders(tx, number.as_ref()).await?;
    Ok(match holders.as_slice() {
        [] => (number, MatchHow::None, None),
        [only] => {
            let how = if rewrite == Rewrite::None { MatchHow::Exact } else { MatchHow::Legacy };
            (number, how, Some(only.named().id))
        }
        _ => (number, MatchHow::Ambiguous, None),
    })
}

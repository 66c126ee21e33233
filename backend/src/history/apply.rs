//! What the history adds to calls. A line tells of a call that a browser told of, or of one that nobody saw: that one is
//! made here, with an id that follows from the line, so that telling it again changes nothing. Should the browser tell
//! of it later, the made call's facts become the browser's call's, and the made one is gone: no call is there twice.

use crate::Backend;
use crate::calls::{Begins, store_from_server};
use crate::db::history::{self as table, At};
use crate::db::recordings;
use crate::db::{self, Tx};
use domain::calls::{Candidate, Course, Fact, HistoryCall, Reported, What, fold, same_call};
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::problem::Problem;
use domain::telephone::Provider;
use uuid::Uuid;

/// The source of what the history tells.
const SOURCE: &str = "history";
/// Whose history it is.
const PROVIDER: Provider = Provider::ThreeC;

/// The name under which whoever decides which call is which waits for others, for the calls of one member.
pub(crate) fn calls_of(agent: Option<&StaffId>) -> String {
    format!("calls of:{}", agent.map_or("nobody", StaffId::as_str))
}

/// The same, for the calls that share one of the provider's ids.
pub(crate) fn with_id(provider_id: &str) -> String {
    format!("calls with id:{provider_id}")
}

/// Takes lines of the history; those that were told before change nothing.
pub(super) async fn all(b: &Backend, domain: &str, told: &[HistoryCall]) -> Result<(), Problem> {
    let facts: Vec<String> = told.iter().map(|one| fact_id(domain, one)).collect();
    let known = table::known(b.read().await?.on(), SOURCE, &facts).await?;
    for (one, fact) in told.iter().zip(facts) {
        if !known.contains(&fact) {
            take(b, domain, one, fact).await?;
        }
    }
    Ok(())
}

async fn take(b: &Backend, domain: &str, told: &HistoryCall, fact: String) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    let agent = match &told.seat {
        Some(seat) => db::staff::at_seat(tx.on(), PROVIDER, seat).await?,
        None => None,
    };
    tx.alone(&calls_of(agent.as_ref())).await?;
    tx.alone(&with_id(&told.course.provider_id)).await?;
    let call = the_call(b, &mut tx, domain, told, agent.as_ref()).await?;
    let what = What::HistoryTold { record: told.record.clone() };
    let fact = Fact { id: FactId::new(fact), source: SourceId::new(SOURCE), at: told.course.ended_at, what };
    let reported = Reported { call: call.call.clone(), facts: vec![fact] };
    store_from_server(b, &mut tx, Begins::at(PROVIDER, agent.as_ref()), &reported).await?;
    if call.is_made {
        table::make(tx.on(), &call.call, at(domain), &told.course, agent.as_ref()).await?;
    }
    if let Some(address) = &told.recording {
        recordings::note(tx.on(), &call.call, address, b.now()).await?;
    }
    Ok(tx.commit().await?)
}

fn at(domain: &str) -> At<'_> {
    At { provider: PROVIDER.as_str(), domain }
}

/// The call a line tells of, and whether it is known from the history alone.
struct TheCall {
    call: CallId,
    is_made: bool,
}

async fn the_call(
    b: &Backend,
    tx: &mut Tx,
    domain: &str,
    told: &HistoryCall,
    agent: Option<&StaffId>,
) -> Result<TheCall, Problem> {
    let made = CallId::new(id(&["call", domain, &part(told)]));
    if let Some(call) = table::merged_into(tx.on(), &made).await? {
        return Ok(TheCall { call, is_made: false });
    }
    let rows = table::told_of(tx.on(), at(domain), &told.course, agent).await?;
    let candidates = candidates(tx, rows).await?;
    match same_call(&told.course, agent, &candidates) {
        Some(same) => {
            if db::calls::any_by_id(tx.on(), &made).await?.is_some() {
                merge(b, tx, &made, &same.call).await?;
                table::take_over(tx.on(), &made, &same.call).await?;
            }
            Ok(TheCall { call: same.call.clone(), is_made: false })
        }
        None => Ok(TheCall { call: made, is_made: true }),
    }
}

async fn candidates(tx: &mut Tx, rows: Vec<(CallId, Option<StaffId>)>) -> Result<Vec<Candidate>, Problem> {
    let mut found: Vec<Candidate> = Vec::new();
    for (call, agent) in rows {
        if let Some(state) = fold(&db::call_events::of_call(tx.on(), &call).await?) {
            found.push(Candidate { call, agent, state });
        }
    }
    Ok(found)
}

/// A browser tells of a call: where the history told of it before, what it told becomes part of this call. Answers the
/// call that was known from the history alone and is gone now.
pub(crate) async fn adopt(
    b: &Backend,
    tx: &mut Tx,
    agent: &StaffId,
    reported: &Reported,
) -> Result<Option<CallId>, Problem> {
    let Reported { call, facts: told_now } = reported;
    let (Some(first), Some(last)) = (told_now.iter().map(|f| f.at).min(), told_now.iter().map(|f| f.at).max()) else {
        return Ok(None);
    };
    let account = db::accounts::get(tx.on(), PROVIDER.as_str()).await?;
    let domain = account.map(|account| account.domain).unwrap_or_default();
    let rows = table::made(tx.on(), at(&domain), provider_id(told_now), agent, (first, last)).await?;
    let made = candidates(tx, rows.into_iter().filter(|(id, _)| id != call).collect()).await?;
    let Some(state) = fold(&db::call_events::of_call(tx.on(), call).await?).filter(|_| !made.is_empty()) else {
        return Ok(None);
    };
    let this = [Candidate { call: call.clone(), agent: Some(agent.clone()), state }];
    let is_same =
        |one: &&Candidate| course_of(one).is_some_and(|course| same_call(course, one.agent.as_ref(), &this).is_some());
    let apart = |one: &&Candidate| one.state.started_at.since(this[0].state.started_at).abs();
    let same = made.iter().filter(is_same).min_by_key(apart);
    let Some(same) = same else { return Ok(None) };
    merge(b, tx, &same.call, call).await?;
    Ok(Some(same.call.clone()))
}

/// The provider's id among facts.
pub(crate) fn provider_id(facts: &[Fact]) -> Option<&str> {
    facts.iter().find_map(|fact| match &fact.what {
        What::ProviderId { id } => Some(id.as_str()),
        _ => None,
    })
}

fn course_of(made: &Candidate) -> Option<&Course> {
    made.state.history.as_ref()?.course.as_deref()
}

async fn merge(b: &Backend, tx: &mut Tx, made: &CallId, into: &CallId) -> Result<(), Problem> {
    let gone = db::calls::any_by_id(tx.on(), made).await?;
    table::merge(tx.on(), made, into, b.now()).await?;
    if let Some(gone) = gone {
        tx.tell(gone.change());
    }
    Ok(())
}

/// What members wrote of a call that is gone now belongs to the one that took it over.
pub(crate) async fn take_over(tx: &mut Tx, gone: &CallId, call: &CallId) -> Result<(), Problem> {
    Ok(table::take_over(tx.on(), gone, call).await?)
}

/// What makes a line this member's part of this call, whatever else is told of it.
fn part(told: &HistoryCall) -> String {
    let Course { provider_id, started_at, .. } = &told.course;
    format!("{provider_id}\n{}\n{}", told.seat.as_deref().unwrap_or_default(), started_at.0)
}

/// Told once more with something new, a line is another fact.
fn fact_id(domain: &str, told: &HistoryCall) -> String {
    let content = serde_json::to_string(&told.record).unwrap_or_default();
    id(&["fact", domain, &part(told), &content])
}

/// An id that follows from what it names.
fn id(names: &[&str]) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, [&[PROVIDER.as_str()], names].concat().join("\n").as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{fact_id, part};
    use domain::calls::{Course, Direction, HistoryCall, HistoryRecord};
    use domain::times::Millis;

    fn told(recorded: bool) -> HistoryCall {
        let course = Course {
            provider_id: "P".into(),
            direction: Direction::Inbound,
            number: "0901234567".into(),
            hotline: None,
            started_at: Millis(0),
            answered_at: None,
            ended_at: Millis(9_000),
        };
        let record = HistoryRecord { course: Some(Box::new(course.clone())), recorded, ..HistoryRecord::default() };
        HistoryCall { seat: Some("5001".into()), course, record, recording: None }
    }

    #[test]
    fn the_same_line_is_the_same_call_and_the_same_fact() {
        assert_eq!(fact_id("demo", &told(true)), fact_id("demo", &told(true)));
        assert_ne!(fact_id("demo", &told(true)), fact_id("demo", &told(false)), "the recording is news");
        assert_ne!(fact_id("demo", &told(true)), fact_id("other", &told(true)), "ids are unique in an account only");
        assert_eq!(part(&told(true)), part(&told(false)));
    }
}

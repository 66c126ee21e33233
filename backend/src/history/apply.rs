//! What the history adds to calls. A line tells of a call that a browser told of, or of one that nobody saw: that one is
//! made here, with an id that follows from the line, so that telling it again changes nothing. Should the browser tell
//! of it later, the made call's facts become the browser's call's, and the made one is gone: no call is there twice.

use crate::calls::{Begins, store_from_server};
use crate::db::calls::Begun;
use crate::db::history::{self as table, At};
use crate::db::recordings;
use crate::db::{self, Tx};
use crate::{Backend, telephone};
use domain::calls::{Candidate, Course, Fact, HistoryCall, Reported, What, fold, same_call};
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::problem::Problem;
use domain::telephone::Provider;
use domain::times::Millis;
use uuid::Uuid;

/// Who tells of calls besides browsers.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(crate) provider: Provider,
    /// The account's name there.
    pub(crate) domain: &'a str,
    /// The source of what it tells.
    pub(crate) source: &'static str,
}

/// The name under which whoever decides which call is which waits for others, for the calls of one member.
pub(crate) fn calls_of(agent: Option<&StaffId>) -> String {
    format!("calls of:{}", agent.map_or("nobody", StaffId::as_str))
}

/// The same, for the calls that share one of the provider's ids.
pub(crate) fn with_id(provider_id: &str) -> String {
    format!("calls with id:{provider_id}")
}

/// Takes lines of the history; those that were told before change nothing.
pub(crate) async fn all(b: &Backend, teller: Teller<'_>, told: &[HistoryCall]) -> Result<(), Problem> {
    let facts: Vec<String> = told.iter().map(|one| teller.fact_id(one)).collect();
    let known = table::known(b.read().await?.on(), teller.source, &facts).await?;
    for (one, fact) in told.iter().zip(facts) {
        if !known.contains(&fact) {
            take(b, teller, one, fact).await?;
        }
    }
    Ok(())
}

async fn take(b: &Backend, teller: Teller<'_>, told: &HistoryCall, fact: String) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    let agent = match &told.seat {
        Some(seat) => db::staff::at_seat(tx.on(), teller.provider, seat).await?,
        None => None,
    };
    tx.alone(&calls_of(agent.as_ref())).await?;
    tx.alone(&with_id(&told.course.provider_id)).await?;
    let call = the_call(b, &mut tx, teller, told, agent.as_ref()).await?;
    let what = What::HistoryTold { record: told.record.clone() };
    let fact =
        Fact { id: FactId::new(fact), source: SourceId::new(teller.source), at: last_moment(&told.course), what };
    let reported = Reported { call: call.call.clone(), facts: vec![fact] };
    store_from_server(b, &mut tx, Begins::at(teller.provider, agent.as_ref()), &reported).await?;
    if call.is_made {
        table::make(tx.on(), &call.call, teller.at(), &told.course, agent.as_ref()).await?;
    }
    if let Some(address) = &told.recording {
        recordings::note(tx.on(), &call.call, address, b.now()).await?;
        // A history tells of recordings that are there; whoever tells of calls while they go on does so too early.
        if told.part.is_some() {
            recordings::expect(tx.on(), &call.call, b.now()).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// What is told of a call is told as of then.
fn last_moment(course: &Course) -> Millis {
    course.ended_at.or(course.answered_at).unwrap_or(course.started_at)
}

impl Teller<'_> {
    fn at(&self) -> At<'_> {
        At { provider: self.provider.as_str(), domain: self.domain }
    }

    /// Told once more with something new, a line is another fact.
    fn fact_id(&self, told: &HistoryCall) -> String {
        let content = serde_json::to_string(&told.record).unwrap_or_default();
        self.id(&["fact", self.domain, &part(told), &content])
    }

    /// The id of a call that is known from this alone.
    fn made(&self, part: &str) -> CallId {
        CallId::new(self.id(&["call", self.domain, part]))
    }

    /// An id that follows from what it names.
    fn id(&self, names: &[&str]) -> String {
        let name = [&[self.provider.as_str()], names].concat().join("\n");
        Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()).to_string()
    }
}

/// Nobody was thought to be rung of a call, and now somebody was: what was told of nobody becomes theirs.
pub(crate) async fn found_somebody(
    b: &Backend,
    teller: Teller<'_>,
    nobodys_part: &str,
    told: &HistoryCall,
) -> Result<(), Problem> {
    let nobodys = teller.made(nobodys_part);
    if db::calls::by_id(b.read().await?.on(), &nobodys).await?.is_none() {
        return Ok(());
    }
    let mut tx = b.write().await?;
    tx.alone(&with_id(&told.course.provider_id)).await?;
    let agent = match &told.seat {
        Some(seat) => db::staff::at_seat(tx.on(), teller.provider, seat).await?,
        None => None,
    };
    let somebodys = the_call(b, &mut tx, teller, told, agent.as_ref()).await?;
    merge(b, &mut tx, &nobodys, &somebodys.call).await?;
    table::take_over(tx.on(), &nobodys, &somebodys.call).await?;
    let nothing_new = Reported { call: somebodys.call, facts: Vec::new() };
    store_from_server(b, &mut tx, Begins::at(teller.provider, agent.as_ref()), &nothing_new).await?;
    Ok(tx.commit().await?)
}

/// The call a line tells of, and whether it is known from the history alone.
struct TheCall {
    call: CallId,
    is_made: bool,
}

async fn the_call(
    b: &Backend,
    tx: &mut Tx,
    teller: Teller<'_>,
    told: &HistoryCall,
    agent: Option<&StaffId>,
) -> Result<TheCall, Problem> {
    let made = teller.made(&part(told));
    if let Some(call) = table::merged_into(tx.on(), &made).await? {
        return Ok(TheCall { call, is_made: false });
    }
    let rows = table::told_of(tx.on(), teller.at(), &told.course, agent).await?;
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
/// call that was known from the history alone and is gone now. `known` is where the call is, if it has a row.
pub(crate) async fn adopt(
    b: &Backend,
    tx: &mut Tx,
    agent: &StaffId,
    reported: &Reported,
    known: Option<Begun<'_>>,
) -> Result<Option<CallId>, Problem> {
    let Reported { call, facts: told_now } = reported;
    let (Some(first), Some(last)) = (told_now.iter().map(|f| f.at).min(), told_now.iter().map(|f| f.at).max()) else {
        return Ok(None);
    };
    let (provider, domain) = match &known {
        Some(begun) => (begun.provider, begun.domain.to_owned()),
        None => {
            let provider = db::staff::provider_of(tx.on(), agent).await?.unwrap_or_default();
            (provider.as_str(), telephone::account_name(tx.on(), provider).await?)
        }
    };
    let at = At { provider, domain: &domain };
    let rows = table::made(tx.on(), at, provider_id(told_now), agent, (first, last)).await?;
    let made = candidates(tx, rows.into_iter().filter(|(id, _)| id != call).collect()).await?;
    if made.is_empty() {
        return Ok(None);
    }
    let Some(state) = fold(&db::call_events::of_call(tx.on(), call).await?) else { return Ok(None) };
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
    if let Some(part) = &told.part {
        return part.clone();
    }
    let Course { provider_id, started_at, .. } = &told.course;
    format!("{provider_id}\n{}\n{}", told.seat.as_deref().unwrap_or_default(), started_at.0)
}

#[cfg(test)]
mod tests {
    use super::{Teller, part};
    use domain::calls::{Course, Direction, HistoryCall, HistoryRecord};
    use domain::telephone::Provider;
    use domain::times::Millis;

    fn told(recorded: bool) -> HistoryCall {
        let course = Course {
            provider_id: "P".into(),
            direction: Direction::Inbound,
            number: "0901234567".into(),
            hotline: None,
            started_at: Millis(0),
            answered_at: None,
            ended_at: Some(Millis(9_000)),
        };
        let record = HistoryRecord { course: Some(Box::new(course.clone())), recorded, ..HistoryRecord::default() };
        HistoryCall { seat: Some("5001".into()), course, record, recording: None, part: None }
    }

    #[test]
    fn the_same_line_is_the_same_call_and_the_same_fact() {
        let at = |domain| Teller { provider: Provider::ThreeC, domain, source: "history" };
        assert_eq!(at("demo").fact_id(&told(true)), at("demo").fact_id(&told(true)));
        assert_ne!(at("demo").fact_id(&told(true)), at("demo").fact_id(&told(false)), "the recording is news");
        assert_ne!(at("demo").fact_id(&told(true)), at("other").fact_id(&told(true)), "ids are an account's own");
        assert_eq!(part(&told(true)), part(&told(false)));
    }
}

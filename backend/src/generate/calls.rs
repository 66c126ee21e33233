//! A year of calls.

use super::in_the_background;
use crate::db::bulk_calls::{self, Told};
use crate::db::calls::{Begun, Written};
use crate::made_up::Chance;
use crate::made_up::calls::{CallInventor, Course, Year};
use crate::{Backend, db};
use domain::access::Role;
use domain::calls::{MatchHow, State, fold};
use domain::ids::{CallId, CustomerId, DispositionId, SourceId, StaffId};
use domain::phone::{self, Number};
use domain::problem::Problem;
use domain::telephone::Provider;
use domain::times::Millis;
use std::sync::Arc;

/// Calls stored together: see the customers'.
const BATCH: u64 = 50_000;
/// Customers who call or are called, at most.
pub(super) const CALLERS: i64 = 200_000;

/// Who telephones with whom.
struct House {
    /// The account at the provider.
    domain: String,
    /// Members and their teams.
    agents: Vec<(StaffId, Option<String>)>,
    callers: Vec<(CustomerId, Number)>,
    dispositions: Vec<DispositionId>,
    year: Year,
}

/// A call as it is stored.
struct Made {
    id: CallId,
    course: Course,
    state: State,
    as_of: Millis,
    provider_id: Option<String>,
    number: Option<Number>,
    customer: Option<CustomerId>,
    agent: Option<(StaffId, Option<String>)>,
    disposition: Option<DispositionId>,
}

/// Adds so many calls over the last twelve months, each as its facts add up. For the console of the server: nobody is
/// signed in there. Without members there are none.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn calls(b: &Backend, count: u64) -> Result<(), Problem> {
    let house = Arc::new(House::of(b).await?);
    let there = bulk_calls::calls_there(b.read().await?.on()).await?.unsigned_abs();
    // Facts of another run may have been for a while where these will be: their source is another.
    let source = SourceId::new(format!("made-up-{:016x}", u64::from_le_bytes(b.random())));
    let mut done = 0;
    while done < count && !house.agents.is_empty() {
        let batch = done..count.min(done + BATCH);
        let (backend, invented_for) = (b.clone(), house.clone());
        let (source, chance) = (source.clone(), Chance::new(there + done));
        done = batch.end;
        let invent = move || {
            let mut inventor = CallInventor { chance, source };
            batch
                .filter_map(|place| invented_for.call(&mut inventor, place, count, CallId::new(backend.new_id())))
                .collect::<Vec<_>>()
        };
        store(b, &house, &in_the_background(invent).await?).await?;
    }
    let mut tx = b.write().await?;
    db::settle(&mut tx).await?;
    Ok(tx.commit().await?)
}

impl House {
    async fn of(b: &Backend) -> Result<Self, Problem> {
        let mut read = b.read().await?;
        let staff = db::staff::list(read.on()).await?;
        let account = db::accounts::get(read.on(), Provider::ThreeC.as_str()).await?;
        Ok(Self {
            domain: account.map(|account| account.domain).unwrap_or_default(),
            agents: staff
                .into_iter()
                .filter(|member| member.active && member.role() != Role::Admin)
                .map(|member| (StaffId::new(member.id), member.team_id))
                .collect(),
            callers: bulk_calls::callers(read.on(), CALLERS).await?,
            dispositions: bulk_calls::dispositions(read.on()).await?,
            year: Year::before(b.now()),
        })
    }

    fn call(&self, inventor: &mut CallInventor, place: u64, count: u64, id: CallId) -> Option<Made> {
        let at = self.year.moment(place, count, &mut inventor.chance);
        let known = if inventor.chance.below(100) < 85 { inventor.chance.one(&self.callers) } else { None };
        let raw = match known {
            Some((_, number)) => number.national(),
            None => format!("09{:08}", inventor.chance.below(100_000_000)),
        };
        let course = inventor.call(place, at, raw);
        let state = fold(&course.facts)?;
        let agent = inventor.chance.one(&self.agents).filter(|_| course.rang_somebody).cloned();
        let talked = state.answered_at.is_some() && inventor.chance.below(10) < 8;
        Some(Made {
            id,
            as_of: course.facts.iter().map(|fact| fact.at).max()?,
            number: phone::parse(&state.number).ok().map(|parsed| parsed.number),
            customer: known.map(|(customer, _)| customer.clone()),
            disposition: inventor.chance.one(&self.dispositions).filter(|_| talked).cloned(),
            provider_id: state.provider_id.clone(),
            agent,
            course,
            state,
        })
    }
}

async fn store(b: &Backend, house: &House, calls: &[Made]) -> Result<(), Problem> {
    let begun: Vec<Begun<'_>> = calls.iter().map(|made| made.begun(&house.domain)).collect();
    let rows: Vec<Told<'_>> = calls.iter().zip(&begun).map(|(made, begun)| made.told(begun)).collect();
    let facts = calls.iter().flat_map(|made| {
        let who = made.agent.as_ref().map(|(agent, _)| agent);
        made.course.facts.iter().map(move |fact| (&made.id, who, fact))
    });
    let mut tx = b.write().await?;
    db::make_room(&mut tx).await?;
    bulk_calls::insert_calls(&mut tx, &rows).await?;
    bulk_calls::insert_facts(&mut tx, &facts.collect::<Vec<_>>(), b.now()).await?;
    Ok(tx.commit().await?)
}

impl Made {
    fn begun<'a>(&'a self, domain: &'a str) -> Begun<'a> {
        Begun {
            provider: Provider::ThreeC.as_str(),
            domain,
            agent: self.agent.as_ref().map(|(agent, _)| agent.as_str()),
            team: self.agent.as_ref().and_then(|(_, team)| team.as_deref()),
        }
    }

    fn told<'a>(&'a self, begun: &'a Begun<'a>) -> Told<'a> {
        let how = if self.customer.is_some() { MatchHow::Exact } else { MatchHow::None };
        let written = Written {
            id: &self.id,
            state: &self.state,
            as_of: self.as_of,
            number: self.number.clone(),
            customer: self.customer.clone(),
            how,
            note: "",
            provider_call_id: self.provider_id.as_deref(),
        };
        Told { written, begun, disposition: self.disposition.as_ref() }
    }
}

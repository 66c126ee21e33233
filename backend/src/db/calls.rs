//! The table of calls: each row is what the facts of one call add up to, and whose number it was.

pub(in crate::db) mod around;
mod words;

pub(crate) use around::of_subject;
pub(in crate::db) use words::{direction_of, direction_word, outcome_words, phase_of, phase_word};

use super::{Answer, On, each, statements};
use domain::calls::{CallRow, CallerMatch, Direction, MatchHow, Phase, State};
use domain::customers::CustomerRef;
use domain::ids::{CallId, CustomerId, DispositionId, StaffId, TeamId};
use domain::live::Change;
use domain::phone::Number;
use domain::staff::StaffRef;
use domain::teams::TeamRef;
use domain::times::Millis;
use domain::wrap_up::DispositionRef;
use words::outcome_of;

/// What a line of the log is made of.
macro_rules! lines {
    ($rest:literal) => {
        concat!(
            "select c.id, c.provider, c.domain, c.provider_call_id, c.agent_id, s.name as agent_name, c.team_id, ",
            "t.name as team_name, c.direction, c.number, c.number_raw, c.customer_id, k.name as customer_name, ",
            "c.match_how, c.hotline, c.queue, c.phase, c.outcome, c.failure, c.missed_reason, c.lost_since, c.held_since, ",
            "c.estimated, c.transferred, c.started_at, c.ringing_at, c.answered_at, c.ended_at, c.ring_ms, c.talk_ms, ",
            "c.hold_ms, c.note, c.disposition_id, d.name as disposition_name, ",
            "c.recorded, c.merged_into from calls c left join staff s on s.id = c.agent_id left join teams t on t.id = c.team_id ",
            "left join dispositions d on d.id = c.disposition_id ",
            "left join customers k on k.id = c.customer_id and k.deleted_at is null ",
            $rest
        )
    };
}

use lines;

/// The lines of the log; what follows says which.
pub(super) const LINES: &str = lines!("");

statements! {
    BY_ID = lines!("where c.id = $1 and c.deleted_at is null");
    ANY_BY_ID = lines!("where c.id = $1");
    LATEST = lines!("where c.id in (select (select y.id from calls y where y.deleted_at is null and y.customer_id = x.id and y.id <> $11 \
                     and y.started_at <= $12 order by y.started_at desc, y.id desc limit 1) \
                     from customers x where x.id in ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))");
    ID_TAKEN = "select count(*) from calls where provider = $1 and domain = $2 and provider_call_id = $3 and id <> $4";
    INSERT = "insert into calls (id, provider, domain, provider_call_id, agent_id, team_id, direction, number, \
              number_raw, customer_id, match_how, hotline, queue, phase, outcome, failure, missed_reason, transferred, \
              lost_since, estimated, started_at, ringing_at, answered_at, ended_at, ring_ms, talk_ms, hold_ms, note, \
              held_since, recorded) values ($1, $27, $28, $24, $29, $30, $2, $3, $4, $5, $6, $7, $20, $8, $9, $10, $21, $11, $22, \
              $23, $12, $13, $14, $15, $16, $17, $18, $19, $25, $26)";
    UPDATE = "update calls set direction = $2, number = $3, number_raw = $4, customer_id = $5, match_how = $6, \
              hotline = $7, phase = $8, outcome = $9, failure = $10, transferred = $11, started_at = $12, \
              ringing_at = $13, answered_at = $14, ended_at = $15, ring_ms = $16, talk_ms = $17, hold_ms = $18, \
              note = $19, queue = $20, missed_reason = $21, lost_since = $22, estimated = $23, \
              provider_call_id = $24, held_since = $25, recorded = $26 where id = $1";
    DELETE = "update calls set deleted_at = $2 where id = $1";
    NOTE = "update calls set note = $2 where id = $1";
    ATTACH = "update calls set customer_id = $2, match_how = $3 where id = $1";
    BETWEEN = lines!("where c.id between $1 and $2");
    AFTER = "select id from calls where id > $1 order by id limit $2";
}

/// A call as stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    provider: String,
    domain: String,
    pub(crate) provider_call_id: Option<String>,
    pub(crate) agent_id: Option<String>,
    agent_name: Option<String>,
    pub(crate) team_id: Option<String>,
    team_name: Option<String>,
    direction: String,
    pub(crate) number: Option<String>,
    pub(crate) number_raw: String,
    pub(crate) customer_id: Option<String>,
    customer_name: Option<String>,
    match_how: String,
    hotline: Option<String>,
    queue: Option<String>,
    phase: String,
    outcome: Option<String>,
    failure: Option<String>,
    missed_reason: Option<String>,
    lost_since: Option<i64>,
    held_since: Option<i64>,
    estimated: bool,
    transferred: bool,
    pub(crate) started_at: i64,
    ringing_at: Option<i64>,
    answered_at: Option<i64>,
    ended_at: Option<i64>,
    ring_ms: i64,
    talk_ms: i64,
    hold_ms: i64,
    pub(crate) note: String,
    disposition_id: Option<String>,
    disposition_name: Option<String>,
    recorded: bool,
    /// The call that took this one over.
    pub(crate) merged_into: Option<String>,
}

/// What is written of a call.
pub(crate) struct Written<'a> {
    pub(crate) id: &'a CallId,
    pub(crate) state: &'a State,
    /// Times of a call that is not over are counted up to here.
    pub(crate) as_of: Millis,
    pub(crate) number: Option<Number>,
    pub(crate) customer: Option<CustomerId>,
    pub(crate) how: MatchHow,
    pub(crate) note: &'a str,
    pub(crate) provider_call_id: Option<&'a str>,
}

/// What does not change any more once a call has begun.
pub(crate) struct Begun<'a> {
    pub(crate) provider: &'a str,
    pub(crate) domain: &'a str,
    pub(crate) agent: Option<&'a str>,
    /// The team of that member at that time.
    pub(crate) team: Option<&'a str>,
}

impl Row {
    /// How the customer was found.
    pub(crate) fn how(&self) -> MatchHow {
        MatchHow::from_stored(&self.match_how)
    }

    /// The number as it is matched.
    pub(crate) fn key(&self) -> Option<Number> {
        self.number.clone().map(Number::from_stored)
    }

    /// Whose call it is.
    pub(crate) fn belongs_to(&self, who: &StaffId) -> bool {
        self.agent_id.as_deref() == Some(who.as_str())
    }

    /// Whose it is.
    pub(crate) fn agent(&self) -> Option<StaffId> {
        self.agent_id.clone().map(StaffId::new)
    }

    /// What it came to.
    pub(crate) fn disposition(&self) -> Option<DispositionRef> {
        let (id, name) = pair(self.disposition_id.clone(), self.disposition_name.clone())?;
        Some(DispositionRef { id: DispositionId::new(id), name })
    }

    /// Of which team it is.
    pub(crate) fn team(&self) -> Option<TeamId> {
        self.team_id.clone().map(TeamId::new)
    }

    /// Whether it can open or close an item of the missed-call inbox.
    pub(crate) fn matters_to_inbox(&self) -> bool {
        let is_over = self.phase == phase_word(Phase::Ended);
        let answered = self.phase == phase_word(Phase::Talking) || self.outcome.as_deref() == Some("answered");
        answered || is_over && self.direction == direction_word(Direction::Inbound)
    }

    /// When somebody answered it.
    pub(crate) fn answered(&self) -> Option<Millis> {
        self.answered_at.map(Millis)
    }

    /// What the missed-call inbox makes its items of: where two are alike, it makes the same of both.
    pub(crate) fn to_inbox(&self) -> impl PartialEq {
        let whose = (&self.number, &self.customer_id, &self.agent_id, &self.team_id, &self.hotline, &self.queue);
        let when = (self.started_at, self.answered_at, self.ended_at);
        (&self.direction, whose, when, self.matters_to_inbox())
    }

    /// What open pages are told of it.
    pub(crate) fn change(&self) -> Change {
        Change::Call {
            call: CallId::new(self.id.clone()),
            agent: self.agent(),
            team: self.team(),
            rings: self.phase == phase_word(Phase::Ringing) && self.direction == direction_word(Direction::Inbound),
        }
    }

    /// As the log shows it.
    pub(crate) fn line(self) -> Answer<CallRow> {
        let disposition = self.disposition();
        let matched = CallerMatch {
            how: self.how(),
            customer: pair(self.customer_id, self.customer_name)
                .map(|(id, name)| CustomerRef { id: CustomerId::new(id), name }),
        };
        Ok(CallRow {
            id: CallId::new(self.id),
            started_at: Millis(self.started_at),
            direction: direction_of(&self.direction)?,
            number: self.number.map(Number::from_stored),
            number_raw: self.number_raw,
            matched,
            agent: pair(self.agent_id, self.agent_name).map(|(id, name)| StaffRef { id: StaffId::new(id), name }),
            team: pair(self.team_id, self.team_name).map(|(id, name)| TeamRef { id: TeamId::new(id), name }),
            hotline: self.hotline,
            queue: self.queue,
            phase: phase_of(&self.phase)?,
            outcome: outcome_of(self.outcome.as_deref(), self.failure.as_deref())?,
            ring_ms: self.ring_ms,
            talk_ms: self.talk_ms,
            hold_ms: self.hold_ms,
            note: self.note,
            disposition,
            missed_reason: self.missed_reason,
            lost_since: self.lost_since.map(Millis),
            estimated: self.estimated,
            recorded: self.recorded,
        })
    }

    /// What does not change of it.
    pub(crate) fn begun(&self) -> Begun<'_> {
        Begun {
            provider: &self.provider,
            domain: &self.domain,
            agent: self.agent_id.as_deref(),
            team: self.team_id.as_deref(),
        }
    }

    /// Whether the row says what its facts add up to.
    pub(crate) fn agrees(&self, state: &State, as_of: Millis, provider_call_id: Option<&str>) -> bool {
        let (outcome, failure) = outcome_words(state.outcome.as_ref());
        self.direction == direction_word(state.direction)
            && self.number_raw == state.number
            && self.hotline == state.hotline
            && self.queue == state.queue
            && self.lost_since == state.lost_since.map(|at| at.0)
            && self.held_since == state.held_since.map(|at| at.0)
            && self.estimated == state.estimated
            && self.recorded == is_recorded(state)
            && self.phase == phase_word(state.phase)
            && self.outcome.as_deref() == outcome
            && self.failure == failure
            && self.missed_reason.as_deref() == missed_reason(state)
            && self.transferred == state.transferred
            && self.started_at == state.started_at.0
            && self.ringing_at == state.ringing_at.map(|at| at.0)
            && self.answered_at == state.answered_at.map(|at| at.0)
            && self.ended_at == state.ended_at.map(|at| at.0)
            && self.ring_ms == state.ring_ms(as_of)
            && self.talk_ms == state.talk_ms(as_of)
            && self.hold_ms == state.hold_ms(as_of)
            && self.provider_call_id.as_deref() == provider_call_id
    }
}

pub(super) fn missed_reason(state: &State) -> Option<&str> {
    state.history.as_ref().and_then(|record| record.missed_reason.as_deref())
}

/// Only the provider's own history knows.
fn is_recorded(state: &State) -> bool {
    state.history.as_ref().is_some_and(|record| record.recorded)
}

fn pair(id: Option<String>, name: Option<String>) -> Option<(String, String)> {
    id.zip(name)
}

/// One call.
pub(crate) async fn by_id(db: On<'_>, id: &CallId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// One call, even one that was removed: facts of it may still arrive.
pub(crate) async fn any_by_id(db: On<'_>, id: &CallId) -> Answer<Option<Row>> {
    Ok(each!(db, link => sqlx::query_as(ANY_BY_ID).bind(id.as_str()).fetch_optional(link).await)?)
}

/// The last call of each of at most ten customers before a call.
pub(crate) async fn latest(db: On<'_>, of: [&str; 10], call: &CallId, at: Millis) -> Answer<Vec<Row>> {
    Ok(each!(db, link => {
        let query = of.iter().fold(sqlx::query_as(LATEST), |query, id| query.bind(*id));
        query.bind(call.as_str()).bind(at.0).fetch_all(link).await
    })?)
}

/// Whether another call has the provider's id.
pub(crate) async fn provider_id_taken(
    db: On<'_>,
    begun: &Begun<'_>,
    provider_id: &str,
    except: &CallId,
) -> Answer<bool> {
    let others = each!(db, link => sqlx::query_scalar::<_, i64>(ID_TAKEN)
        .bind(begun.provider).bind(begun.domain).bind(provider_id).bind(except.as_str()).fetch_one(link).await)?;
    Ok(others > 0)
}

/// Binds what both texts have in common, in the order of their numbers.
macro_rules! bind_written {
    ($text:expr, $written:expr) => {{
        let state = $written.state;
        let (outcome, failure) = outcome_words(state.outcome.as_ref());
        sqlx::query($text)
            .bind($written.id.as_str())
            .bind(direction_word(state.direction))
            .bind($written.number.as_ref().map(Number::as_str))
            .bind(&state.number)
            .bind($written.customer.as_ref().map(CustomerId::as_str))
            .bind($written.how.as_str())
            .bind(&state.hotline)
            .bind(phase_word(state.phase))
            .bind(outcome)
            .bind(failure)
            .bind(state.transferred)
            .bind(state.started_at.0)
            .bind(state.ringing_at.map(|at| at.0))
            .bind(state.answered_at.map(|at| at.0))
            .bind(state.ended_at.map(|at| at.0))
            .bind(state.ring_ms($written.as_of))
            .bind(state.talk_ms($written.as_of))
            .bind(state.hold_ms($written.as_of))
            .bind($written.note)
            .bind(&state.queue)
            .bind(missed_reason(state))
            .bind(state.lost_since.map(|at| at.0))
            .bind(state.estimated)
            .bind($written.provider_call_id)
            .bind(state.held_since.map(|at| at.0))
            .bind(is_recorded(state))
    }};
}

/// A new call.
pub(crate) async fn insert(db: On<'_>, written: &Written<'_>, begun: &Begun<'_>) -> Answer<()> {
    each!(db, link => bind_written!(INSERT, written)
        .bind(begun.provider)
        .bind(begun.domain)
        .bind(begun.agent)
        .bind(begun.team)
        .execute(link).await.map(drop))?;
    Ok(())
}

/// What a call has become.
pub(crate) async fn update(db: On<'_>, written: &Written<'_>) -> Answer<()> {
    each!(db, link => bind_written!(UPDATE, written).execute(link).await.map(drop))?;
    Ok(())
}

/// What the member wrote about a call.
pub(crate) async fn set_note(db: On<'_>, id: &CallId, text: &str) -> Answer<()> {
    each!(db, link => sqlx::query(NOTE).bind(id.as_str()).bind(text).execute(link).await.map(drop))?;
    Ok(())
}

/// Takes a call out of every list.
pub(crate) async fn delete(db: On<'_>, id: &CallId, at: Millis) -> Answer<()> {
    each!(db, link => sqlx::query(DELETE).bind(id.as_str()).bind(at.0).execute(link).await.map(drop))?;
    Ok(())
}

/// Whose call it was.
pub(crate) async fn attach(db: On<'_>, id: &CallId, customer: &CustomerId, how: MatchHow) -> Answer<()> {
    each!(db, link => sqlx::query(ATTACH)
        .bind(id.as_str()).bind(customer.as_str()).bind(how.as_str()).execute(link).await.map(drop))?;
    Ok(())
}

/// Ids of calls after an id.
pub(crate) async fn ids_after(db: On<'_>, id: &str, limit: i64) -> Answer<Vec<String>> {
    Ok(each!(db, link => sqlx::query_scalar(AFTER).bind(id).bind(limit).fetch_all(link).await)?)
}

/// Calls of a range of ids, removed ones too.
pub(crate) async fn between(db: On<'_>, first: &str, last: &str) -> Answer<Vec<Row>> {
    Ok(each!(db, link => sqlx::query_as(BETWEEN).bind(first).bind(last).fetch_all(link).await)?)
}

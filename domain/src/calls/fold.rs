//! The fold: what a call's facts add up to.
//!
//! It works on the *set* of facts: repeated ones count once, and they are put in order by their own times, so
//! it does not matter how they were delivered. The rules:
//! - A call begins with the first wish to dial or offer; without one there is no call yet.
//! - It ends with the first of end, failure, ignored wish and lost voice, and is never reopened. After that only the
//!   reason of a failure, the provider's id and a passing-on that succeeded still count.
//! - A call that was answered stays answered, whatever is reported later.
//! - What the provider's history says stands where no tab saw it: the beginning, the answer, the end. Where a tab saw it,
//!   the tab's word counts, so it does not matter which of the two came first.
//! - An end that the server only presumes counts as long as no tab or history tells of a later moment or of the real end,
//!   and the tab is not heard of again.
//! - Where the answer itself was lost, what is only possible in an answered call stands for it.

mod history;

use super::{Direction, Fact, Failure, HistoryRecord, TransferTarget, What};
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The provider was asked to dial; nothing rings at the customer yet.
    Dialing,
    /// Rings: at the member for a call in, at the customer for a call out.
    Ringing,
    /// The two are connected.
    Talking,
    /// Over.
    Ended,
}

/// How a call ended, derived from its facts alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "outcome")]
pub enum Outcome {
    /// The two talked.
    Answered,
    /// A call in that nobody took.
    Missed,
    /// A call in that the member refused.
    Rejected,
    /// A call out that the member gave up before it was answered.
    Cancelled,
    /// A call out that did not come about.
    Failed {
        /// Why.
        reason: Failure,
    },
}

/// What a call's facts add up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Who called whom.
    pub direction: Direction,
    /// The customer's number as the provider wrote it.
    pub number: String,
    /// Which of our numbers, where known.
    pub hotline: Option<String>,
    /// Through which queue, where known.
    pub queue: Option<String>,
    /// The provider's own id, when it became known.
    pub provider_id: Option<String>,
    /// How far it is.
    pub phase: Phase,
    /// How it ended; `Some` exactly when ended.
    pub outcome: Option<Outcome>,
    /// When it was wished for or offered.
    pub started_at: Millis,
    /// When ringing began.
    pub ringing_at: Option<Millis>,
    /// When talking began.
    pub answered_at: Option<Millis>,
    /// When it was over.
    pub ended_at: Option<Millis>,
    /// Since when the customer is on hold now.
    pub held_since: Option<Millis>,
    /// Milliseconds of finished holds.
    pub held_ms: i64,
    /// Whether the member's microphone is shut.
    pub muted: bool,
    /// Where the member asked to pass the call on to, until that is refused, fails or is done.
    pub transfer: Option<TransferTarget>,
    /// Whether it has been passed on.
    pub transferred: bool,
    /// Since when the server has not heard of the tab that has the call; only while it is not over.
    pub lost_since: Option<Millis>,
    /// Whether its end is only presumed.
    pub estimated: bool,
    /// What the provider's own history says.
    pub history: Option<HistoryRecord>,
}

impl State {
    /// Milliseconds of ringing, up to the answer, the end or `now`.
    pub fn ring_ms(&self, now: Millis) -> i64 {
        between(self.ringing_at, self.answered_at.or(self.ended_at).unwrap_or(now))
    }

    /// Milliseconds of talking, hold included, up to the end or `now`.
    pub fn talk_ms(&self, now: Millis) -> i64 {
        between(self.answered_at, self.ended_at.unwrap_or(now))
    }

    /// Milliseconds on hold, up to `now` where it still is.
    pub fn hold_ms(&self, now: Millis) -> i64 {
        self.held_ms + between(self.held_since, now)
    }

    fn begun(fact: &Fact) -> Option<Self> {
        let (direction, number) = match &fact.what {
            What::DialWished { number } => (Direction::Outbound, number),
            What::Offered { number, .. } => (Direction::Inbound, number),
            _ => return None,
        };
        Some(Self::new(direction, number.clone(), fact.at))
    }

    fn new(direction: Direction, number: String, started_at: Millis) -> Self {
        Self {
            direction,
            number,
            hotline: None,
            queue: None,
            provider_id: None,
            phase: Phase::Dialing,
            outcome: None,
            started_at,
            ringing_at: None,
            answered_at: None,
            ended_at: None,
            held_since: None,
            held_ms: 0,
            muted: false,
            transfer: None,
            transferred: false,
            lost_since: None,
            estimated: false,
            history: None,
        }
    }
}

/// Derives the state of a call from all of its facts, in any order, however often each is there.
///
/// `None` when the fact that begins the call is not among them.
pub fn fold(facts: &[Fact]) -> Option<State> {
    let facts = in_order(facts);
    let seen = facts.iter().find_map(|fact| State::begun(fact));
    let state = seen.or_else(|| facts.iter().find_map(|fact| State::told(fact)))?;
    let mut folding = Folding { state, refused: false, failure: None };
    let last_seen = facts.iter().filter(|fact| !is_presumption(&fact.what)).map(|fact| fact.at).max();
    for fact in facts.iter().filter(|fact| !is_presumption(&fact.what)) {
        folding.take(fact);
    }
    folding.learn();
    let counts = |fact: &&&Fact| is_presumption(&fact.what) && last_seen.is_none_or(|last| fact.at >= last);
    let presumed: Vec<&Fact> = facts.iter().filter(counts).copied().collect();
    let found = presumed.iter().rposition(|fact| fact.what == What::ContactFound);
    for fact in &presumed[found.map_or(0, |found| found + 1)..] {
        folding.presume(fact);
    }
    Some(folding.finish())
}

/// Whether the server only concludes this from silence.
fn is_presumption(what: &What) -> bool {
    matches!(what, What::ContactLost | What::ContactFound | What::PresumedEnded)
}

/// The state so far, and what only its outcome needs.
struct Folding {
    state: State,
    /// The member refused it or gave it up before it was over.
    refused: bool,
    failure: Option<Failure>,
}

impl Folding {
    fn take(&mut self, fact: &Fact) {
        match &fact.what {
            What::ProviderId { id } => self.state.provider_id = self.state.provider_id.take().or(Some(id.clone())),
            What::Failed { reason } => self.fail(fact.at, reason),
            What::DialIgnored => self.fail(fact.at, &Failure::Ignored),
            What::Ended | What::VoiceLost => self.end(fact.at),
            What::Transferred => self.passed_on(fact.at),
            What::HistoryTold { record } => self.told(record),
            what if self.state.ended_at.is_none() => self.take_while_running(fact.at, what),
            _ => {}
        }
    }

    /// Comes after everything that was seen, and never changes what that says. What was presumed before contact was found
    /// again is not asked for.
    fn presume(&mut self, fact: &Fact) {
        if self.state.ended_at.is_some() {
            return;
        }
        match fact.what {
            What::ContactLost => self.state.lost_since = self.state.lost_since.or(Some(fact.at)),
            What::PresumedEnded => {
                self.end(fact.at);
                self.state.estimated = true;
            }
            _ => {}
        }
    }

    fn take_while_running(&mut self, at: Millis, what: &What) {
        match what {
            What::Offered { hotline, queue, .. } => self.offered(at, hotline.as_ref(), queue.as_ref()),
            What::CustomerRinging => self.ringing(at),
            What::AgentAnswered if self.state.direction == Direction::Inbound => self.answered(at),
            What::CustomerAnswered if self.state.direction == Direction::Outbound => self.answered(at),
            What::RejectWished | What::HangUpWished => self.refused = true,
            What::Held => self.held(at),
            What::Resumed => self.resumed(at),
            What::Muted => self.state.muted = true,
            What::Unmuted => self.state.muted = false,
            What::ToneSent { .. } => self.answered(at),
            What::TransferWished { to } => self.state.transfer = Some(to.clone()),
            What::TransferAnswered { accepted } => self.transfer_answered(at, *accepted),
            What::TransferFailed { .. } => self.state.transfer = None,
            _ => {}
        }
    }

    fn offered(&mut self, at: Millis, hotline: Option<&String>, queue: Option<&String>) {
        let state = &mut self.state;
        state.hotline = state.hotline.take().or_else(|| hotline.cloned());
        state.queue = state.queue.take().or_else(|| queue.cloned());
        if state.direction == Direction::Inbound {
            self.ringing(at);
        }
    }

    fn ringing(&mut self, at: Millis) {
        self.state.ringing_at.get_or_insert(at);
    }

    fn answered(&mut self, at: Millis) {
        self.state.answered_at.get_or_insert(at);
    }

    fn held(&mut self, at: Millis) {
        self.answered(at);
        self.state.held_since.get_or_insert(at);
    }

    fn resumed(&mut self, at: Millis) {
        self.answered(at);
        self.state.held_ms += between(self.state.held_since.take(), at);
    }

    /// A queue says nothing more than that it takes the call; a colleague's taking is confirmed afterwards.
    fn transfer_answered(&mut self, at: Millis, accepted: bool) {
        if !accepted {
            self.state.transfer = None;
        } else if matches!(self.state.transfer, Some(TransferTarget::Queue(_))) {
            self.passed_on(at);
        }
    }

    fn passed_on(&mut self, at: Millis) {
        if self.state.ended_at.is_none() {
            self.answered(at);
        }
        self.state.transfer = None;
        self.state.transferred = self.state.answered_at.is_some();
    }

    fn fail(&mut self, at: Millis, reason: &Failure) {
        self.failure.get_or_insert_with(|| reason.clone());
        self.end(at);
    }

    fn end(&mut self, at: Millis) {
        if self.state.ended_at.is_some() {
            return;
        }
        if self.state.held_since.is_some() {
            self.resumed(at);
        }
        self.state.ended_at = Some(at);
        self.state.lost_since = None;
        self.state.muted = false;
        self.state.transfer = None;
    }

    fn finish(mut self) -> State {
        self.state.phase = self.phase();
        self.state.outcome = (self.state.phase == Phase::Ended).then(|| self.outcome());
        self.state
    }

    fn phase(&self) -> Phase {
        let state = &self.state;
        match (state.ended_at, state.answered_at, state.ringing_at) {
            (Some(_), _, _) => Phase::Ended,
            (None, Some(_), _) => Phase::Talking,
            (None, None, Some(_)) => Phase::Ringing,
            (None, None, None) => Phase::Dialing,
        }
    }

    fn outcome(&self) -> Outcome {
        if self.state.answered_at.is_some() {
            return Outcome::Answered;
        }
        match (self.state.direction, self.refused) {
            (Direction::Inbound, true) => Outcome::Rejected,
            (Direction::Inbound, false) => Outcome::Missed,
            (Direction::Outbound, true) => Outcome::Cancelled,
            (Direction::Outbound, false) => Outcome::Failed { reason: self.reason() },
        }
    }

    /// Providers also end calls out without a word of why.
    fn reason(&self) -> Failure {
        let unsaid = if self.state.ringing_at.is_some() { Failure::NoAnswerOrError } else { Failure::Provider };
        self.failure.clone().unwrap_or(unsaid)
    }
}

/// Each fact once, by time; facts of one moment in the order in which they happen in a call.
fn in_order(facts: &[Fact]) -> Vec<&Fact> {
    let mut known: Vec<&Fact> = facts.iter().collect();
    // Two facts of one identity should be equal; were they not, the choice must not depend on the delivery.
    known.sort_by(|a, b| {
        let same = identity(a).cmp(&identity(b)).then_with(|| moment(a).cmp(&moment(b)));
        same.then_with(|| format!("{:?}", a.what).cmp(&format!("{:?}", b.what)))
    });
    known.dedup_by(|a, b| identity(a) == identity(b));
    known.sort_by(|a, b| moment(a).cmp(&moment(b)).then_with(|| identity(a).cmp(&identity(b))));
    known
}

fn identity(fact: &Fact) -> (&str, &str) {
    (fact.source.as_str(), fact.id.as_str())
}

fn moment(fact: &Fact) -> (i64, u8) {
    (fact.at.0, rank(&fact.what))
}

/// The place of a kind of fact among facts of the same moment. Never changes: stored calls are folded by it.
fn rank(what: &What) -> u8 {
    match what {
        What::DialWished { .. } | What::Offered { .. } => 0,
        What::ProviderId { .. } => 1,
        What::DialTaken => 2,
        What::OwnDeviceRinging => 3,
        What::CustomerRinging => 4,
        What::AnswerWished | What::RejectWished => 5,
        What::AgentAnswered => 6,
        What::CustomerAnswered => 7,
        What::Held => 8,
        What::Resumed => 9,
        What::Muted => 10,
        What::Unmuted => 11,
        What::ToneSent { .. } => 12,
        What::TransferWished { .. } => 13,
        What::TransferAnswered { .. } => 14,
        What::TransferFailed { .. } => 15,
        What::Transferred => 16,
        What::HangUpWished => 17,
        What::DialIgnored => 18,
        What::Failed { .. } => 19,
        What::VoiceLost => 20,
        What::Ended => 21,
        What::ContactLost => 22,
        What::ContactFound => 23,
        What::PresumedEnded => 24,
        What::HistoryTold { .. } => 25,
    }
}

/// Milliseconds from `since`, where there is one, to `until`; never negative, for clocks differ.
fn between(since: Option<Millis>, until: Millis) -> i64 {
    since.map_or(0, |since| until.0.saturating_sub(since.0).max(0))
}

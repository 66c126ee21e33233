//! The desk: the machine of one browser tab. Its line, its calls, and the wishes that wait for their fact.
//!
//! Pure: time and ids are arguments, and what is to be done comes back as [`Output`]s, to be carried out in
//! order after [`Desk::handle`] has returned. What it shows follows facts, never hopes.

mod commands;
mod events;
mod facts;
mod passing_on;
mod wishes;
mod words;

pub use wishes::{Wish, Wished};
pub use words::{Ability, Colleague, Command, Input, Notice, Order, Output, Refused, TransferOffer};

use super::{Fact, Line, Phase, State};
use crate::ids::{CallId, SourceId};
use crate::times::{MINUTE, Millis};
use serde::{Deserialize, Serialize};
use wishes::Waiting;

/// How many ended calls stay on the desk at most.
const ENDED_KEPT: usize = 3;
/// How long a call on another device is taken to go on though no page has known of it.
const AWAY_AT_MOST: i64 = 2 * MINUTE;
/// How many provider ids of calls that have left the desk are remembered.
const SPENT_KEPT: usize = 32;

/// A call on the desk: running, or ended and not yet dismissed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveCall {
    /// Our own id.
    pub id: CallId,
    /// What this tab saw of it, in order; the first is its beginning.
    pub facts: Vec<Fact>,
    /// What these facts add up to.
    pub state: State,
    /// What the member asked for and the provider has not yet reported.
    pub pending: Vec<Wish>,
    /// The desk closed it because the provider said nothing; an echo of it may still come.
    pub given_up: bool,
    /// Until when an end without a name is taken for this call's, though it is over already.
    pub end_due_until: Option<Millis>,
    /// Its page was gone while it ran: it ended when that page was last known to live.
    #[serde(default)]
    pub cut_off: bool,
    /// It is known to ring no longer, though the provider has not said so here.
    #[serde(default)]
    pub hushed: bool,
    /// A call out for which the provider calls the member first: it rings here until they answer.
    #[serde(default)]
    pub own_leg_rings: bool,
    /// It can be passed on to a queue, where not every call can.
    #[serde(default)]
    pub passes_on_to_queues: bool,
    /// Answered on another device of the member: here it is only shown.
    #[serde(default)]
    pub on_other_device: bool,
}

impl LiveCall {
    /// Whether it is still running.
    pub fn is_live(&self) -> bool {
        self.state.phase != Phase::Ended
    }

    /// Whether the member waits for this.
    pub fn waits_for(&self, wished: Wished) -> bool {
        self.pending.iter().any(|wish| wish.what == wished)
    }
}

/// The provider's id of a call that has not rung yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Parked {
    id: String,
    at: Millis,
}

/// The machine of one tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    source: SourceId,
    facts_made: u64,
    clock: Millis,
    line: Line,
    calls: Vec<LiveCall>,
    parked: Option<Parked>,
    spent: Vec<String>,
    offer: Option<TransferOffer>,
    colleagues: Vec<Colleague>,
    waiting: Vec<Waiting>,
    mobile: String,
    rings: bool,
    voice_on_wish_only: bool,
    #[serde(default)]
    answers_own_leg: bool,
}

impl Desk {
    /// An empty desk whose facts come from `source`; no other desk may use the same source.
    pub fn new(source: SourceId) -> Self {
        Self {
            source,
            facts_made: 0,
            clock: Millis(0),
            line: Line::default(),
            calls: Vec::new(),
            parked: None,
            spent: Vec::new(),
            offer: None,
            colleagues: Vec::new(),
            waiting: Vec::new(),
            mobile: String::new(),
            rings: false,
            voice_on_wish_only: false,
            answers_own_leg: false,
        }
    }

    /// Whether this tab takes the voice only when it is asked to, not by itself when it is first connected: for a tab
    /// that does not know whether another one has it.
    pub fn set_voice_on_wish_only(&mut self, only: bool) {
        self.voice_on_wish_only = only;
    }

    /// Whether the member's own leg of a call out is answered by itself, where the provider calls them first.
    pub fn set_answers_own_leg(&mut self, does: bool) {
        self.answers_own_leg = does;
    }

    /// Goes on after the page was loaded again or has died, under a new `source`. `seen` is when the page that is gone
    /// was last known to live. Calls are kept, but one whose sound was in that page is over since then: its `Ended` is
    /// among the outputs. So is a call on another device of which nobody has known for too long. Wishes are dropped:
    /// who wished is gone.
    pub fn resume(&mut self, now: Millis, seen: Millis, source: SourceId) -> Vec<Output> {
        let over = self.line.is_browser() || now.since(seen) > AWAY_AT_MOST;
        self.source = source;
        self.facts_made = 0;
        self.line = Line { device: self.line.device.take(), manner: self.line.manner, ..Line::default() };
        self.parked = None;
        self.offer = None;
        self.waiting.clear();
        self.rings = false;
        for call in &mut self.calls {
            call.pending.clear();
        }
        let mut out = Vec::new();
        if over {
            self.cut_off(seen, &mut out);
        }
        self.settle(&mut out);
        out
    }

    /// What other tabs of the browser show of this one: the calls that run. It rings only here.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut mirrored = self.clone();
        mirrored.calls.retain(LiveCall::is_live);
        mirrored.rings = false;
        mirrored
    }

    /// The tab or part of a program that this desk's facts come from.
    pub fn source(&self) -> &SourceId {
        &self.source
    }

    /// Whether a call runs whose sound is in the page: it is cut off when the page goes or another takes the voice.
    pub fn talks_in_page(&self) -> bool {
        self.line.is_browser() && self.calls.iter().any(LiveCall::is_live)
    }

    /// Takes in one thing that happened. `fresh` becomes the id of a call that begins here.
    ///
    /// Events and ticks are never refused; a refused command changes nothing. The outputs are to be carried out in
    /// order.
    pub fn handle(&mut self, now: Millis, fresh: CallId, input: Input) -> Result<Vec<Output>, Refused> {
        let mut out = Vec::new();
        match input {
            Input::Event(event) => self.event(now, fresh, event, &mut out),
            Input::Command(command) => self.command(now, &fresh, command, &mut out)?,
            Input::Tick => {}
        }
        self.expire(now, &mut out);
        self.settle(&mut out);
        Ok(out)
    }

    /// The connection to the provider.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// The calls on the desk, oldest first; ended ones until they are dismissed.
    pub fn calls(&self) -> &[LiveCall] {
        &self.calls
    }

    /// What a colleague wants to pass on to this member, while it can be answered.
    pub fn offer(&self) -> Option<&TransferOffer> {
        self.offer.as_ref()
    }

    /// The colleagues of the last list that was asked for.
    pub fn colleagues(&self) -> &[Colleague] {
        &self.colleagues
    }

    /// Whether a call can be passed on to a queue.
    pub fn passes_on_to_queues(&self, call: &CallId) -> bool {
        let marked = || self.calls.iter().any(|known| known.id == *call && known.passes_on_to_queues);
        !self.line.manner.queues_by_call || marked()
    }

    /// Whether the provider has not yet answered this wish about the line.
    pub fn waits_for(&self, what: Ability) -> bool {
        self.waiting.iter().any(|waiting| waiting.what == what)
    }
}

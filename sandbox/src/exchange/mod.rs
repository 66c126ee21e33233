//! The exchange: agents, calls and queues as one state machine. It does nothing itself: inputs go in with the time,
//! effects come out. No clock, no network, no randomness.

mod agents;
mod callout;
mod calls;
mod commands;
mod inbound;
mod parts;
mod snapshot;
mod timers;
mod transfer;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use snapshot::Snapshot;
pub(crate) use words::{
    CallIdRule, Command, Device, Direction, Effect, Input, News, Part, Patience, Progress, Ring, SessionId, Status,
    Transfer, VirtualCaller, Wish,
};

use crate::acd::Acd;
use crate::leg::{LegEvent, LegId, LegIds};
use crate::settings::{Agent, Queue};
use agents::Seat;
use calls::{Call, Leg};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::{Duration, Instant};
use timers::{Timer, Timers};

/// How long a lost telephone may take to come back before its calls end.
const GRACE: Duration = Duration::from_secs(3);

/// Makes the company's name for a new call.
pub(crate) type Namer = Box<dyn FnMut() -> String + Send>;

/// A call inside the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct CallKey(u64);

/// Everything that the pretend company knows.
pub(crate) struct Exchange {
    seats: BTreeMap<String, Seat>,
    sessions: HashMap<SessionId, String>,
    acd: Acd<CallKey>,
    calls: BTreeMap<CallKey, Call>,
    legs: BTreeMap<LegId, Leg>,
    /// Telephones that can be called.
    lines: HashSet<String>,
    timers: Timers,
    /// The last moment set for asking agents again.
    next_chance: Option<Instant>,
    patience: Patience,
    call_ids: CallIdRule,
    ids: LegIds,
    call_count: u64,
    namer: Namer,
    effects: Vec<Effect>,
}

impl Exchange {
    /// A company with nobody at work.
    pub(crate) fn new(now: Instant, agents: &[Agent], queues: Vec<Queue>, ids: LegIds, namer: Namer) -> Self {
        Self {
            seats: agents.iter().map(|agent| (agent.ipphone.clone(), Seat::new(&agent.name, now))).collect(),
            sessions: HashMap::new(),
            acd: Acd::new(queues),
            calls: BTreeMap::new(),
            legs: BTreeMap::new(),
            lines: HashSet::new(),
            timers: Timers::default(),
            next_chance: None,
            patience: Patience::default(),
            call_ids: CallIdRule::default(),
            ids,
            call_count: 0,
            namer,
            effects: Vec::new(),
        }
    }

    /// Takes what happened; returns what shall be done, in this order.
    pub(crate) fn handle(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        match input {
            Input::Caller { leg, from, to } => self.on_caller(now, leg, from, &to),
            Input::Leg(leg, event) => self.on_leg(now, leg, event),
            Input::Line { user, up } => self.on_line(now, user, up),
            Input::Enter { session, ipphone } => self.enter(session, ipphone),
            Input::Left(session) => self.leave(session),
            Input::Wish(session, wish) => self.on_wish(now, session, wish),
            Input::Command(command) => self.on_command(now, command),
        }
        self.offer_callers(now);
        std::mem::take(&mut self.effects)
    }

    /// When [`Exchange::wake`] wants to be called next.
    pub(crate) fn next_wake(&self) -> Option<Instant> {
        self.timers.next()
    }

    /// Does what was waiting for this moment.
    pub(crate) fn wake(&mut self, now: Instant) -> Vec<Effect> {
        while let Some(timer) = self.timers.due(now) {
            self.on_timer(now, timer);
        }
        self.offer_callers(now);
        std::mem::take(&mut self.effects)
    }

    fn on_timer(&mut self, now: Instant, timer: Timer) {
        match timer {
            Timer::RingsOut(leg) => self.rang_out(now, leg),
            Timer::Virtual(leg, event) => self.on_leg(now, leg, event),
            Timer::LineLost(user) => self.line_lost(now, &user),
            Timer::WaitedEnough(leg) => self.waited_enough(now, leg),
            Timer::GivesUp(leg) => self.gives_up(now, leg),
            Timer::AskAgain => {}
            Timer::Tell(session, news) => self.tell(session, news),
            Timer::Dial(leg) => self.dial_line(leg),
        }
    }

    fn on_line(&mut self, now: Instant, user: String, up: bool) {
        if up {
            self.lines.insert(user);
        } else if self.lines.remove(&user) {
            self.timers.set(now + GRACE, Timer::LineLost(user));
        }
    }

    fn line_lost(&mut self, now: Instant, user: &str) {
        if self.lines.contains(user) {
            return;
        }
        let theirs = |leg: &Leg| leg.line.as_deref() == Some(user);
        let lost: Vec<LegId> = self.legs.iter().filter(|(_, leg)| theirs(leg)).map(|(id, _)| *id).collect();
        for leg in lost {
            self.hang_up_line(leg);
            self.on_leg(now, leg, LegEvent::Ended);
        }
    }

    fn tell(&mut self, session: SessionId, news: News) {
        if self.sessions.contains_key(&session) {
            self.effects.push(Effect::Tell(session, news));
        }
    }
}

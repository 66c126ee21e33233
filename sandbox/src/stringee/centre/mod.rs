//! The contact centre: hotlines, menus, queues, agents and calls as one state machine. It does nothing itself: inputs go
//! in with the time, effects come out. No clock, no network, no randomness.

mod agents;
mod answers;
mod callout;
mod calls;
mod commands;
mod ends;
mod events;
mod inbound;
mod menu;
mod queues;
mod scco;
pub(crate) mod setup;
mod snapshot;
mod timers;
mod transfer;
pub(crate) mod words;

#[cfg(test)]
mod tests;

pub(crate) use menu::talk_length;
pub(crate) use snapshot::Snapshot;

use crate::leg::{LegEvent, LegId, LegIds};
use calls::{Call, Leg, Telephony};
use setup::Setup;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;
use timers::{Timer, Timers};
use words::{AskId, DeviceId, Effect, Input, Moment, Patience};

/// How long a lost telephone may take to come back before its calls end.
const GRACE: Duration = Duration::from_secs(3);
/// Calls that are over and still known by their id.
const REMEMBERED: usize = 1_000;

/// Makes the company's name for a new call.
pub(crate) type Namer = Box<dyn FnMut(Moment) -> String + Send>;

/// A call inside the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct CallKey(u64);

/// What a question was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// Who may take these calls of a queue?
    Agents(String, Vec<CallKey>),
    /// Who is the customer of this call?
    Customer(CallKey),
    /// May this call be made?
    CallOut(CallKey),
}

/// Everything that the contact centre knows.
pub(crate) struct Centre {
    setup: Setup,
    calls: BTreeMap<CallKey, Call>,
    legs: BTreeMap<LegId, Leg>,
    /// Telephones that can be called.
    lines: BTreeSet<String>,
    /// Agents' open pages.
    devices: BTreeMap<DeviceId, String>,
    asked: BTreeMap<AskId, Asked>,
    /// When a queue's agents may be asked for next.
    polls: BTreeMap<String, Moment>,
    over: VecDeque<String>,
    timers: Timers,
    patience: Patience,
    ids: LegIds,
    call_count: u64,
    ask_count: u64,
    event_count: u64,
    namer: Namer,
    effects: Vec<Effect>,
}

impl Centre {
    /// A centre with nobody at work.
    pub(crate) fn new(setup: Setup, ids: LegIds, namer: Namer) -> Self {
        Self {
            setup,
            calls: BTreeMap::new(),
            legs: BTreeMap::new(),
            lines: BTreeSet::new(),
            devices: BTreeMap::new(),
            asked: BTreeMap::new(),
            polls: BTreeMap::new(),
            over: VecDeque::new(),
            timers: Timers::default(),
            patience: Patience::default(),
            ids,
            call_count: 0,
            ask_count: 0,
            event_count: 0,
            namer,
            effects: Vec::new(),
        }
    }

    /// How everything is set up.
    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    /// How everything is set up, to be changed: calls follow the new rules from their next step on.
    pub(crate) fn setup_mut(&mut self) -> &mut Setup {
        &mut self.setup
    }

    /// Takes what happened; returns what shall be done, in this order.
    pub(crate) fn handle(&mut self, now: Moment, input: Input) -> Vec<Effect> {
        match input {
            Input::Caller { leg, from, to } => self.on_caller(now, leg, &from, &to),
            Input::Leg(leg, event) => self.on_leg(now, leg, event),
            Input::Line { user, up } => self.on_line(now, user, up),
            Input::Device { device, user, up } => self.on_device(device, user, up),
            Input::Dial { request, leg, user, from, to, custom } => {
                let dial = callout::Dial { request: Some(request), leg, user, from, to, custom };
                self.dial(now, dial, Telephony::App);
            }
            Input::Wish(request, wish) => self.on_wish(now, request, wish),
            Input::Answered(ask, answer) => self.on_answer(now, ask, answer),
            Input::Command(command) => self.on_command(now, command),
        }
        self.look_around(now)
    }

    /// When [`Centre::wake`] wants to be called next.
    pub(crate) fn next_wake(&self) -> Option<Moment> {
        self.timers.next()
    }

    /// Does what was waiting for this moment.
    pub(crate) fn wake(&mut self, now: Moment) -> Vec<Effect> {
        while let Some(timer) = self.timers.due(now) {
            self.on_timer(now, timer);
        }
        self.look_around(now)
    }

    /// Whatever happened may have freed somebody, or brought somebody who waits.
    pub(crate) fn look_around(&mut self, now: Moment) -> Vec<Effect> {
        self.offer_callers(now);
        self.ask_for_agents(now);
        std::mem::take(&mut self.effects)
    }

    fn on_timer(&mut self, now: Moment, timer: Timer) {
        match timer {
            Timer::RingsOut(leg) => self.rang_out(now, leg),
            Timer::Virtual(leg, event) => self.on_leg(now, leg, event),
            Timer::LineLost(user) => self.line_lost(now, &user),
            Timer::GivesUp(leg) => self.gives_up(now, leg),
            Timer::Menu(call, step) => self.menu_goes_on(now, call, step),
            Timer::WaitedEnough(call, joined) => self.waited_enough(now, call, joined),
            Timer::AskAgain => {}
            Timer::WrappedUp(user, since) => self.wrapped_up(&user, since),
            Timer::Unanswered(ask) => self.on_answer(now, ask, Err(words::Failure::TimedOut)),
            Timer::TalkedEnough(call) => self.talked_enough(now, call),
        }
    }

    fn on_line(&mut self, now: Moment, user: String, up: bool) {
        if up {
            self.lines.insert(user);
        } else if self.lines.remove(&user) {
            self.timers.set(now.after(GRACE), Timer::LineLost(user));
        }
    }

    fn line_lost(&mut self, now: Moment, user: &str) {
        if self.lines.contains(user) {
            return;
        }
        let theirs = |leg: &Leg| matches!(&leg.telephony, Telephony::Line(line) if line == user);
        let lost: Vec<LegId> = self.legs.iter().filter(|(_, leg)| theirs(leg)).map(|(id, _)| *id).collect();
        for leg in lost {
            self.effects.push(Effect::Order(leg, crate::leg::LegOrder::Hangup));
            self.on_leg(now, leg, LegEvent::Ended);
        }
    }
}

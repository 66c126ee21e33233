//! Calls and their legs: dialling, joining, holding, ending.

use super::words::{CallId, CallIdRule, Direction, Effect, News, Progress};
use super::{CallKey, Device, Exchange, Timer};
use crate::customers::Behaviour;
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::media::{Source, Tone};
use std::time::{Duration, Instant};

/// A softphone or a mobile picks up by itself after this long.
const DEVICE_ANSWERS: Duration = Duration::from_secs(2);
/// Any virtual telephone rings after this long.
const STARTS_RINGING: Duration = Duration::from_millis(300);
/// How much earlier an early name is.
const HEAD_START: Duration = Duration::from_millis(400);

/// One conversation, or the attempt at one.
#[derive(Debug)]
pub(super) struct Call {
    /// What the company calls it.
    pub(super) name: String,
    /// The customer's number.
    pub(super) number: String,
    /// What the customer dialled, or is called from.
    pub(super) hotline: String,
    /// The name of the queue it came through.
    pub(super) queue: String,
    pub(super) customer: Option<LegId>,
    pub(super) agent: Option<Party>,
    /// The colleague whose telephone rings for a transfer.
    pub(super) heir: Option<Party>,
    /// The colleague who was asked to take it.
    pub(super) offered: Option<String>,
    /// The customer waits in a queue.
    pub(super) waiting: bool,
    /// A virtual customer hangs up this long after the answer.
    pub(super) talks: Option<Duration>,
    /// When it began.
    pub(super) began: Instant,
}

/// An agent's side of a call.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) ipphone: String,
    pub(super) leg: LegId,
    pub(super) direction: Direction,
    pub(super) up: bool,
    /// When their telephone was called.
    pub(super) began: Instant,
    /// Since when customer and agent talk.
    pub(super) talked: Option<Instant>,
    /// Since when the customer is on hold.
    pub(super) held_since: Option<Instant>,
    /// Holds that are over.
    pub(super) held: Duration,
}

/// One end of a call.
#[derive(Debug)]
pub(super) struct Leg {
    pub(super) call: CallKey,
    pub(super) role: Role,
    /// Whose telephone it is; `None` for a virtual one.
    pub(super) line: Option<String>,
    /// We called it.
    pub(super) dialled: bool,
    pub(super) up: bool,
}

/// Who is at a leg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Customer,
    Agent(String),
}

/// Why a call is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Because {
    CustomerLeft,
    AgentLeft,
    Failed(&'static str, Option<u16>),
}

impl Exchange {
    /// A new call with nobody in it yet.
    pub(super) fn open_call(&mut self, now: Instant, number: &str, hotline: &str) -> CallKey {
        self.call_count += 1;
        let key = CallKey(self.call_count);
        let call = Call {
            name: (self.namer)(),
            number: number.to_owned(),
            hotline: hotline.to_owned(),
            queue: String::new(),
            customer: None,
            agent: None,
            heir: None,
            offered: None,
            waiting: false,
            talks: None,
            began: now,
        };
        self.calls.insert(key, call);
        key
    }

    /// The name of a call, as agents are told it.
    pub(super) fn told_name(&self, key: CallKey) -> CallId {
        let call = self.calls.get(&key)?;
        (self.call_ids != CallIdRule::Never).then(|| call.name.clone())
    }

    pub(super) fn on_leg(&mut self, now: Instant, id: LegId, event: LegEvent) {
        let Some(leg) = self.legs.get_mut(&id) else { return };
        let (call, role, was_up) = (leg.call, leg.role.clone(), leg.up);
        match event {
            LegEvent::Ringing | LegEvent::Answered if was_up => return, // told before
            LegEvent::Ringing | LegEvent::Digit(_) => {}
            LegEvent::Answered => leg.up = true,
            LegEvent::Failed(_) | LegEvent::Ended => {
                self.legs.remove(&id);
            }
        }
        match (role, event) {
            (_, LegEvent::Digit(digit)) => self.pass_digit(call, id, digit),
            (Role::Customer, LegEvent::Ringing) => self.customer_rings(now, call),
            (Role::Customer, LegEvent::Answered) => self.customer_answers(now, call),
            (Role::Customer, LegEvent::Failed(status)) => self.customer_failed(now, call, status),
            (Role::Customer, LegEvent::Ended) => self.end_call(now, call, Because::CustomerLeft),
            (Role::Agent(_), LegEvent::Ringing) => {}
            (Role::Agent(_), LegEvent::Answered) => self.agent_answers(now, call, id),
            (Role::Agent(_), LegEvent::Failed(status)) => self.agent_failed(now, call, id, status),
            (Role::Agent(_), LegEvent::Ended) if was_up => self.agent_gone(now, call, id),
            (Role::Agent(_), LegEvent::Ended) => self.agent_failed(now, call, id, 480),
        }
    }

    /// Calls an agent's device.
    pub(super) fn dial_agent(&mut self, now: Instant, key: CallKey, ipphone: &str, direction: Direction) -> Party {
        let leg = self.ids.next();
        let in_browser = self.seats.get(ipphone).is_some_and(|seat| seat.device == Device::BROWSER);
        let line = in_browser.then(|| ipphone.to_owned());
        let role = Role::Agent(ipphone.to_owned());
        self.legs.insert(leg, Leg { call: key, role, line, dialled: true, up: false });
        if let Some(seat) = self.seats.get_mut(ipphone) {
            // Whoever is rung although they are in a call stays in it.
            seat.call.get_or_insert(key);
        }
        self.timers.set(now + self.patience.agent, Timer::RingsOut(leg));
        match (in_browser, self.call_ids) {
            (true, CallIdRule::Early) if direction == Direction::In => {
                self.timers.set(now + HEAD_START, Timer::Dial(leg));
            }
            (true, _) => self.dial_line(leg),
            (false, _) => self.act(now, leg, Behaviour::Answers { after: DEVICE_ANSWERS, talks: None }),
        }
        Party {
            ipphone: ipphone.to_owned(),
            leg,
            direction,
            up: false,
            began: now,
            talked: None,
            held_since: None,
            held: Duration::ZERO,
        }
    }

    /// Calls a real telephone.
    pub(super) fn dial_line(&mut self, id: LegId) {
        let Some(leg) = self.legs.get(&id) else { return };
        let (Some(user), Some(call)) = (leg.line.clone(), self.calls.get(&leg.call)) else { return };
        let from = if leg.role == Role::Customer { call.hotline.clone() } else { call.number.clone() };
        self.effects.push(Effect::Dial { leg: id, user, from });
    }

    /// Lets a virtual telephone behave.
    pub(super) fn act(&mut self, now: Instant, leg: LegId, behaviour: Behaviour) {
        let mut later = |after: Duration, event| self.timers.set(now + after, Timer::Virtual(leg, event));
        match behaviour {
            Behaviour::Answers { after, talks } => {
                later(STARTS_RINGING, LegEvent::Ringing);
                later(after, LegEvent::Answered);
                if let Some(talks) = talks {
                    later(after + talks, LegEvent::Ended);
                }
            }
            Behaviour::Refuses { rings, status } => {
                if rings.is_some() {
                    later(STARTS_RINGING, LegEvent::Ringing);
                }
                later(rings.unwrap_or(STARTS_RINGING), LegEvent::Failed(status));
            }
            Behaviour::Forbidden(_) => later(Duration::ZERO, LegEvent::Failed(503)),
        }
    }

    /// Nobody answered.
    pub(super) fn rang_out(&mut self, now: Instant, id: LegId) {
        let Some(leg) = self.legs.get(&id).filter(|leg| !leg.up) else { return };
        let (call, role) = (leg.call, leg.role.clone());
        self.hang_up(id, None);
        match role {
            Role::Customer => self.customer_failed(now, call, 408),
            Role::Agent(ipphone) => {
                let in_another = self.seats.get(&ipphone).is_some_and(|seat| seat.call != Some(call));
                if !in_another && self.direction(&ipphone) != Some(Direction::Out) {
                    self.missed(&ipphone);
                }
                self.agent_failed(now, call, id, 408);
            }
        }
    }

    /// Ends a leg; a caller who was never answered gets the status.
    pub(super) fn hang_up(&mut self, id: LegId, status: Option<u16>) {
        let Some(leg) = self.legs.remove(&id) else { return };
        let order = match status {
            Some(status) if !leg.up && !leg.dialled => LegOrder::Refuse(status),
            _ => LegOrder::Hangup,
        };
        if leg.line.is_some() {
            self.effects.push(Effect::Order(id, order));
        }
    }

    /// Lets a leg's task end; the exchange still has to be told.
    pub(super) fn hang_up_line(&mut self, id: LegId) {
        self.effects.push(Effect::Order(id, LegOrder::Hangup));
    }

    pub(super) fn hear(&mut self, id: LegId, source: Source) {
        if self.legs.get(&id).is_some_and(|leg| leg.line.is_some()) {
            self.effects.push(Effect::Hear(id, source));
        }
    }

    /// Tells the customer's page what is going on.
    pub(super) fn note(&mut self, id: LegId, note: &'static str) {
        if self.legs.get(&id).is_some_and(|leg| leg.line.is_some() && leg.role == Role::Customer) {
            self.effects.push(Effect::Order(id, LegOrder::Note(note)));
        }
    }

    fn voice_of(&self, id: LegId) -> Source {
        match self.legs.get(&id) {
            Some(leg) if leg.line.is_some() => Source::Leg(id),
            Some(_) => Source::Tone(Tone::Voice),
            None => Source::Silence,
        }
    }

    /// Lets customer and agent hear each other.
    pub(super) fn bridge(&mut self, key: CallKey) {
        let Some((customer, agent)) = self.both(key) else { return };
        self.hear(customer, self.voice_of(agent));
        self.hear(agent, self.voice_of(customer));
        self.note(customer, "talking");
    }

    /// Lets the customer hear music and the agent nothing.
    pub(super) fn park(&mut self, key: CallKey, note: &'static str) {
        let Some(call) = self.calls.get(&key) else { return };
        let (customer, agent) = (call.customer, call.agent.as_ref().map(|agent| agent.leg));
        if let Some(customer) = customer {
            self.hear(customer, Source::Tone(Tone::Music));
            self.note(customer, note);
        }
        if let Some(agent) = agent {
            self.hear(agent, Source::Silence);
        }
    }

    fn both(&self, key: CallKey) -> Option<(LegId, LegId)> {
        let call = self.calls.get(&key)?;
        let (customer, agent) = (call.customer?, call.agent.as_ref()?.leg);
        (self.legs.get(&customer)?.up && self.legs.get(&agent)?.up).then_some((customer, agent))
    }

    fn pass_digit(&mut self, key: CallKey, from: LegId, digit: char) {
        let Some((customer, agent)) = self.both(key) else { return };
        let other = if from == customer { agent } else { customer };
        if self.legs.get(&other).is_some_and(|leg| leg.line.is_some()) {
            self.effects.push(Effect::Order(other, LegOrder::Digit(digit)));
        }
    }

    /// The agent's side of a call in which both talk.
    pub(super) fn talking(&self, ipphone: &str) -> Option<&Party> {
        let key = self.seats.get(ipphone)?.call?;
        self.both(key)?;
        self.calls.get(&key)?.agent.as_ref().filter(|party| party.ipphone == ipphone)
    }

    /// Holds or takes back the customer; false when there is none, or the call is being handed over.
    pub(super) fn hold(&mut self, now: Instant, ipphone: &str, on: bool) -> bool {
        let key = self.seats.get(ipphone).and_then(|seat| seat.call);
        let (Some(key), true) = (key, self.talking(ipphone).is_some()) else { return false };
        if self.calls.get(&key).is_none_or(|call| call.heir.is_some()) {
            return false;
        }
        if let Some(party) = self.calls.get_mut(&key).and_then(|call| call.agent.as_mut()) {
            party.hold(now, on);
        }
        if on {
            self.park(key, "held");
        } else {
            self.bridge(key);
        }
        true
    }

    /// The agent ends the call, or turns it down.
    pub(super) fn end(&mut self, now: Instant, ipphone: &str) {
        self.drop_agent(now, ipphone);
    }

    /// Takes an agent out of whatever call there is.
    pub(super) fn drop_agent(&mut self, now: Instant, ipphone: &str) {
        let Some(key) = self.seats.get(ipphone).and_then(|seat| seat.call) else { return };
        let Some(call) = self.calls.get(&key) else { return };
        let theirs = |party: &&Party| party.ipphone == ipphone;
        let Some(party) = call.agent.iter().chain(&call.heir).find(theirs).cloned() else { return };
        self.hang_up(party.leg, None);
        if party.up || party.direction == Direction::Out {
            self.agent_gone(now, key, party.leg);
        } else {
            self.agent_failed(now, key, party.leg, 486);
        }
    }

    /// An agent who was in the call has left it.
    pub(super) fn agent_gone(&mut self, now: Instant, key: CallKey, leg: LegId) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        let handing_over = call.heir.is_some() && call.agent.as_ref().is_some_and(|party| party.leg == leg);
        if !handing_over {
            return self.end_call(now, key, Because::AgentLeft);
        }
        if let Some(party) = call.agent.take() {
            self.dismiss(now, key, &party, Because::AgentLeft);
        }
    }

    /// Ends a call: every leg, and every agent is told and free.
    pub(super) fn end_call(&mut self, now: Instant, key: CallKey, because: Because) {
        let Some(call) = self.calls.get(&key) else { return };
        let parties: Vec<Party> = call.agent.iter().chain(&call.heir).cloned().collect();
        let status = match because {
            Because::Failed(_, status) => status,
            _ => None,
        };
        if let Some(customer) = call.customer {
            self.hang_up(customer, status);
        }
        self.acd.leave(key);
        if parties.is_empty() {
            self.over(now, key, None, because == Because::CustomerLeft);
        }
        for party in parties {
            self.hang_up(party.leg, None);
            self.dismiss(now, key, &party, because);
        }
        self.calls.remove(&key);
    }

    /// Tells an agent that it is over, and lets the agent have the next call.
    pub(super) fn dismiss(&mut self, now: Instant, key: CallKey, party: &Party, because: Because) {
        let news = match party.direction {
            Direction::In => News::Ended(self.told_name(key)),
            Direction::Out => self.progress_news(
                key,
                match because {
                    Because::CustomerLeft => Progress::Ended,
                    Because::AgentLeft => Progress::Terminated,
                    Because::Failed(error, status) => Progress::Failed(error, status),
                },
            ),
        };
        self.tell_voice(&party.ipphone, news);
        self.over(now, key, Some(party), because == Because::CustomerLeft);
        self.release(now, &party.ipphone, key);
    }
}

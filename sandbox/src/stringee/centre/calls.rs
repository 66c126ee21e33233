//! Calls and their legs: who is in them, who is called, who hears whom.

use super::menu::Menu;
use super::queues::Waiting;
use super::words::{Effect, Handover, Moment, RequestId, Ring, Sound, Telephone};
use super::{CallKey, Centre, Timer};
use crate::customers::{Behaviour, behaviour};
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::media::Tone;
use std::time::Duration;

/// Any virtual telephone rings after this long.
const STARTS_RINGING: Duration = Duration::from_millis(300);

/// How a call came about, as events have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A customer dialled a hotline.
    Customer,
    /// An agent dialled, in the page or on a SIP telephone.
    Agent,
    /// The customer's server asked for it: the agent first.
    Server,
}

/// One conversation, or the attempt at one.
#[derive(Debug)]
pub(super) struct Call {
    /// What the company calls it.
    pub(super) id: String,
    pub(super) origin: Origin,
    /// What the customer dialled, or is called from.
    pub(super) hotline: String,
    /// The customer's number, or the colleague's user id.
    pub(super) number: String,
    pub(super) customer: Option<LegId>,
    pub(super) stage: Stage,
    /// Who is with the customer, or is called to be.
    pub(super) agent: Option<Party>,
    /// Who gets the customer next, and how.
    pub(super) heir: Option<(Party, Handover)>,
    /// The customer hears music.
    pub(super) held: bool,
    /// What the customer's server said about the customer; `None` while it is asked.
    pub(super) info: Option<String>,
    /// What the agent's page said about the call.
    pub(super) custom: String,
    /// Who waits for the outcome of the wish to call.
    pub(super) pending: Option<RequestId>,
    pub(super) record: bool,
    /// Where the recording's event goes, when not where the others go.
    pub(super) record_url: Option<String>,
    pub(super) began: Moment,
    pub(super) answered: Option<Moment>,
    /// Everybody who was called.
    pub(super) participants: Vec<String>,
    /// The queue that the call came through, which says what follows it.
    pub(super) queue: Option<String>,
    /// A virtual customer hangs up this long after the answer.
    pub(super) talks: Option<Duration>,
    /// They may talk for so long.
    pub(super) longest: Option<Duration>,
    /// The customer's telephone may ring for so long.
    pub(super) rings: Option<Duration>,
}

/// Where a call stands.
#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Nobody is called yet.
    New,
    /// The customer hears a menu, or the last words before the end.
    Menu(Menu),
    /// The customer waits in a queue.
    Waiting(Waiting),
    /// Somebody is called.
    Connecting,
    /// They talk.
    Talking,
}

/// Who serves the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// An agent, by user id.
    Agent(String),
    /// A telephone outside.
    Number(String),
}

impl Who {
    /// The user id or the number.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Agent(name) | Self::Number(name) => name,
        }
    }
}

/// One server of the customer.
#[derive(Clone, Debug)]
pub(super) struct Party {
    pub(super) who: Who,
    pub(super) leg: LegId,
    pub(super) up: bool,
}

/// Whose telephone a leg is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Telephony {
    /// An agent's page.
    App,
    /// A registered telephone.
    Line(String),
    /// Nobody's.
    Virtual,
}

/// One end of a call.
#[derive(Clone, Debug)]
pub(super) struct Leg {
    pub(super) call: CallKey,
    /// The agent at this end, by user id.
    pub(super) user: Option<String>,
    pub(super) telephony: Telephony,
    /// We called it.
    pub(super) dialled: bool,
    pub(super) rang: bool,
    pub(super) up: bool,
}

impl Centre {
    /// A new call with nobody in it yet.
    pub(super) fn open_call(&mut self, now: Moment, origin: Origin, hotline: &str, number: &str) -> CallKey {
        self.call_count += 1;
        let key = CallKey(self.call_count);
        let call = Call {
            id: (self.namer)(now),
            origin,
            hotline: hotline.to_owned(),
            number: number.to_owned(),
            customer: None,
            stage: Stage::New,
            agent: None,
            heir: None,
            held: false,
            info: Some(String::new()),
            custom: String::new(),
            pending: None,
            record: false,
            record_url: None,
            began: now,
            answered: None,
            participants: Vec::new(),
            queue: None,
            talks: None,
            longest: None,
            rings: None,
        };
        self.calls.insert(key, call);
        key
    }

    /// The call with this id.
    pub(super) fn call_named(&self, id: &str) -> Option<CallKey> {
        self.calls.iter().find(|(_, call)| call.id == id).map(|(key, _)| *key)
    }

    /// A leg that called us.
    pub(super) fn take_leg(&mut self, key: CallKey, id: LegId, user: Option<String>, telephony: Telephony) {
        self.legs.insert(id, Leg { call: key, user, telephony, dialled: false, rang: false, up: false });
    }

    /// Calls somebody; after `rings` it is over.
    pub(super) fn ring(
        &mut self,
        now: Moment,
        key: CallKey,
        who: (Option<String>, Telephony),
        ring: Ring,
        rings: Duration,
    ) -> LegId {
        let (user, telephony) = who;
        let id = self.ids.next();
        let called = user.clone().unwrap_or_else(|| ring.to.clone());
        if let Some(call) = self.calls.get_mut(&key).filter(|call| !call.participants.contains(&called)) {
            call.participants.push(called.clone());
        }
        let leg = Leg { call: key, user, telephony: telephony.clone(), dialled: true, rang: false, up: false };
        self.legs.insert(id, leg);
        self.timers.set(now.after(rings), Timer::RingsOut(id));
        match telephony {
            Telephony::App => self.effects.push(Effect::Ring { leg: id, telephone: Telephone::App(called), ring }),
            Telephony::Line(line) => {
                self.effects.push(Effect::Ring { leg: id, telephone: Telephone::Line(line), ring });
            }
            Telephony::Virtual => self.act(now, id, behaviour(&ring.to)),
        }
        id
    }

    /// The telephone with a number: a registered one, as it is dialled here or abroad, or nobody's.
    pub(super) fn telephone(&self, number: &str) -> Telephony {
        let domestic = number.strip_prefix("84").map(|rest| format!("0{rest}"));
        let names = [Some(number.to_owned()), domestic];
        let line = names.into_iter().flatten().find(|name| self.lines.contains(name));
        line.map_or(Telephony::Virtual, Telephony::Line)
    }

    /// Lets a virtual telephone behave.
    fn act(&mut self, now: Moment, leg: LegId, behaviour: Behaviour) {
        let mut later = |after: Duration, event| self.timers.set(now.after(after), Timer::Virtual(leg, event));
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

    pub(super) fn on_leg(&mut self, now: Moment, id: LegId, event: LegEvent) {
        let Some(leg) = self.legs.get_mut(&id) else { return };
        let (key, was_up, rang, dialled) = (leg.call, leg.up, leg.rang, leg.dialled);
        match event {
            LegEvent::Ringing if was_up || rang || !dialled => return,
            LegEvent::Answered if was_up || !dialled => return,
            LegEvent::Ringing => leg.rang = true,
            LegEvent::Answered => leg.up = true,
            LegEvent::Digit(_) => {}
            LegEvent::Failed(_) | LegEvent::Ended => {
                self.legs.remove(&id);
            }
        }
        let Some(call) = self.calls.get(&key) else { return };
        let is_customer = call.customer == Some(id);
        match event {
            LegEvent::Digit(digit) => self.on_digit(now, key, id, digit),
            LegEvent::Ringing if is_customer => self.customer_rings(now, key),
            LegEvent::Answered if is_customer => self.customer_answers(now, key),
            LegEvent::Failed(status) if is_customer => self.customer_failed(now, key, status),
            LegEvent::Ended if is_customer && !was_up && dialled => self.customer_failed(now, key, 487),
            LegEvent::Ended if is_customer => self.customer_left(now, key),
            LegEvent::Ringing => self.agent_rings(now, key, id),
            LegEvent::Answered => self.agent_answers(now, key, id),
            LegEvent::Failed(status) => self.agent_failed(now, key, id, status),
            LegEvent::Ended if was_up || !dialled => self.agent_left(now, key, id),
            LegEvent::Ended => self.agent_failed(now, key, id, 480),
        }
    }

    /// Would a key of this leg, heard in its sound, mean something to us?
    pub(crate) fn listens(&self, id: LegId) -> bool {
        let call = self.legs.get(&id).and_then(|leg| self.calls.get(&leg.call));
        call.is_some_and(|call| call.customer == Some(id) && matches!(call.stage, Stage::Menu(_)))
    }

    fn on_digit(&mut self, now: Moment, key: CallKey, from: LegId, digit: char) {
        let Some(call) = self.calls.get(&key) else { return };
        let from_customer = call.customer == Some(from);
        match (&call.stage, &call.agent) {
            (Stage::Menu(_), _) if from_customer => self.key_pressed(now, key, digit),
            (Stage::Talking, Some(agent)) if !call.held => {
                let other = if from_customer { Some(agent.leg) } else { call.customer };
                if let Some(other) = other {
                    self.order(other, LegOrder::Digit(digit));
                }
            }
            _ => {}
        }
    }

    /// Nobody answered.
    pub(super) fn rang_out(&mut self, now: Moment, id: LegId) {
        if self.legs.get(&id).is_some_and(|leg| !leg.up && leg.dialled) {
            self.order(id, LegOrder::Hangup);
            self.on_leg(now, id, LegEvent::Failed(408));
        }
    }

    /// Gives an order to somebody's real telephone.
    pub(super) fn order(&mut self, id: LegId, order: LegOrder) {
        if self.legs.get(&id).is_some_and(|leg| leg.telephony != Telephony::Virtual) {
            self.effects.push(Effect::Order(id, order));
        }
    }

    /// Ends a leg; a caller who was never answered gets the status.
    pub(super) fn hang_up(&mut self, id: LegId, status: Option<u16>) {
        let Some(leg) = self.legs.get(&id) else { return };
        let order = match status {
            Some(status) if !leg.up && !leg.dialled => LegOrder::Refuse(status),
            _ => LegOrder::Hangup,
        };
        self.order(id, order);
        self.legs.remove(&id);
    }

    /// Picks up a leg that called us.
    pub(super) fn pick_up(&mut self, id: LegId) {
        let Some(leg) = self.legs.get_mut(&id) else { return };
        if !std::mem::replace(&mut leg.up, true) {
            self.order(id, LegOrder::Answer);
        }
    }

    pub(super) fn hear(&mut self, id: LegId, sound: Sound) {
        if self.legs.get(&id).is_some_and(|leg| leg.telephony != Telephony::Virtual) {
            self.effects.push(Effect::Hear(id, sound));
        }
    }

    /// Tells a customer's page what is going on.
    pub(super) fn note(&mut self, id: LegId, note: &'static str) {
        let on_a_page = |leg: &Leg| matches!(leg.telephony, Telephony::Line(_)) && leg.user.is_none();
        if self.legs.get(&id).is_some_and(on_a_page) {
            self.effects.push(Effect::Order(id, LegOrder::Note(note)));
        }
    }

    fn voice_of(&self, id: LegId) -> Sound {
        match self.legs.get(&id) {
            Some(leg) if leg.telephony == Telephony::Virtual => Sound::Tone(Tone::Voice),
            Some(_) => Sound::Leg(id),
            None => Sound::Silence,
        }
    }

    /// Lets two legs hear each other.
    pub(super) fn join(&mut self, one: LegId, other: LegId) {
        self.hear(one, self.voice_of(other));
        self.hear(other, self.voice_of(one));
        self.note(one, "talking");
        self.note(other, "talking");
    }

    /// Lets the customer and who serves the customer hear each other.
    pub(super) fn bridge(&mut self, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.held = false;
        if let (Some(customer), Some(agent)) = (call.customer, call.agent.as_ref().map(|agent| agent.leg)) {
            self.join(customer, agent);
        }
    }

    /// Lets the customer hear music.
    pub(super) fn park(&mut self, key: CallKey, note: &'static str) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.held = true;
        let (customer, queue) = (call.customer, call.queue.clone());
        let queue = queue.and_then(|queue| self.setup.queues.get(&queue));
        let music = queue.and_then(|queue| {
            let file = if note == "held" { &queue.hold_greeting } else { &queue.wait_greeting };
            file.clone().filter(|file| self.setup.files.get(file).is_some())
        });
        let music = music.map_or(Sound::Tone(Tone::Music), Sound::Music);
        if let Some(customer) = customer {
            self.hear(customer, music);
            self.note(customer, note);
        }
    }
}

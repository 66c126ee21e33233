//! What the control panel can make happen.

use super::calls::{Stage, Telephony};
use super::events::Cause;
use super::words::{Command, Moment, Patience, VirtualCaller};
use super::{CallKey, Centre, Timer};
use crate::leg::{LegEvent, LegId};
use std::time::Duration;

/// A virtual caller presses a key this long after the one before.
const EACH_KEY: Duration = Duration::from_secs(1);

impl Centre {
    pub(super) fn on_command(&mut self, now: Moment, command: Command) {
        match command {
            Command::Ring(caller) => self.virtual_caller(now, &caller),
            Command::Keys(number, keys) => {
                let customer = self.with_number(&number).and_then(|key| self.calls.get(&key)?.customer);
                for digit in keys.chars() {
                    if let Some(customer) = customer {
                        self.on_leg(now, customer, LegEvent::Digit(digit));
                    }
                }
            }
            Command::HangUp(number) => {
                if let Some(key) = self.with_number(&number) {
                    self.end_call(now, key, &Cause::hung_up(true));
                }
            }
            Command::Answer(number) => self.virtual_one(now, &number, LegEvent::Answered),
            Command::Refuse(number, status) => self.virtual_one(now, &number, LegEvent::Failed(status)),
            Command::Patience(patience) => self.patience = patience,
            Command::Reset(setup) => {
                let keys: Vec<CallKey> = self.calls.keys().copied().collect();
                for key in keys {
                    self.end_call(now, key, &Cause::by_us("USER_END_CALL"));
                }
                self.timers.clear();
                self.asked.clear();
                self.polls.clear();
                self.patience = Patience::default();
                self.setup = *setup;
            }
        }
    }

    /// The latest call of the customer with this number.
    fn with_number(&self, number: &str) -> Option<CallKey> {
        let number = super::inbound::international(number);
        self.calls.iter().rev().find(|(_, call)| call.number == number).map(|(key, _)| *key)
    }

    /// Lets a virtual telephone that rings do something.
    fn virtual_one(&mut self, now: Moment, number: &str, event: LegEvent) {
        let number = super::inbound::international(number);
        let rings = |id: &LegId| {
            self.legs.get(id).is_some_and(|leg| leg.telephony == Telephony::Virtual && leg.dialled && !leg.up)
        };
        let of_call = |call: &super::Call| {
            let customer = call.customer.filter(|_| call.number == number);
            let servers = call.agent.iter().chain(call.heir.as_ref().map(|(heir, _)| heir));
            let outside = servers.filter(|party| party.who.name() == number).map(|party| party.leg);
            customer.into_iter().chain(outside).find(rings)
        };
        if let Some(leg) = self.calls.values().find_map(of_call) {
            self.on_leg(now, leg, event);
        }
    }

    fn virtual_caller(&mut self, now: Moment, caller: &VirtualCaller) {
        let id = self.ids.next();
        let Some(key) = self.take_caller(now, id, &caller.number, &caller.to, Telephony::Virtual) else { return };
        if let Some(call) = self.calls.get_mut(&key) {
            call.talks = caller.talks;
        }
        if let Some(patience) = caller.patience {
            self.timers.set(now.after(patience), Timer::GivesUp(id));
        }
        let mut at = now;
        for digit in caller.keys.chars() {
            at = at.after(EACH_KEY);
            self.timers.set(at, Timer::Virtual(id, LegEvent::Digit(digit)));
        }
    }

    /// How far a call is, for the panel.
    pub(super) fn state_of(&self, key: CallKey) -> &'static str {
        let Some(call) = self.calls.get(&key) else { return "over" };
        match (&call.stage, &call.agent) {
            (Stage::New, _) => "asking",
            (Stage::Menu(_), _) => "menu",
            (Stage::Waiting(_), None) => "queued",
            (Stage::Waiting(_), Some(_)) => "ringing",
            (Stage::Connecting, _) => "dialling",
            (Stage::Talking, _) if call.held => "held",
            (Stage::Talking, _) => "talking",
        }
    }
}

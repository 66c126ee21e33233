//! What the control panel can make happen.

use super::calls::{Because, Leg, Role};
use super::words::{CallIdRule, Command, Device, News, Patience, Status, VirtualCaller};
use super::{CallKey, Exchange, Timer};
use crate::leg::LegEvent;
use std::time::Instant;

impl Exchange {
    pub(super) fn on_command(&mut self, now: Instant, command: Command) {
        match command {
            Command::Ring(ring) => self.virtual_caller(now, &ring),
            Command::HangUp(number) => self.customer_hangs_up(now, &number),
            Command::DropSockets(ipphone) => self.drop_sockets(&ipphone),
            Command::StealVoice { ipphone, keep } => {
                self.steal_voice(now, &ipphone);
                if let Some(seat) = self.seats.get_mut(&ipphone) {
                    seat.voice_kept = keep;
                }
            }
            Command::CallIds(rule) => self.call_ids = rule,
            Command::Patience(patience) => self.patience = patience,
            Command::Reset => self.reset(now),
        }
    }

    fn virtual_caller(&mut self, now: Instant, ring: &VirtualCaller) {
        let hotline = self.acd.hotline().to_owned();
        let key = self.open_call(now, &ring.number, &hotline);
        let id = self.ids.next();
        if let Some(call) = self.calls.get_mut(&key) {
            call.talks = ring.talks;
        }
        if let Some(patience) = ring.patience {
            self.timers.set(now + patience, Timer::GivesUp(id));
        }
        let leg = Leg { call: key, role: Role::Customer, line: None, dialled: false, up: false };
        self.take_caller(now, key, id, leg, &ring.to, ring.although_busy);
    }

    /// A caller who has waited long enough hangs up, unless somebody has answered.
    pub(super) fn gives_up(&mut self, now: Instant, customer: crate::leg::LegId) {
        let Some(key) = self.legs.get(&customer).map(|leg| leg.call) else { return };
        let answered = |call: &super::Call| call.agent.as_ref().is_some_and(|agent| agent.up);
        if !self.calls.get(&key).is_some_and(answered) {
            self.on_leg(now, customer, LegEvent::Ended);
        }
    }

    fn customer_hangs_up(&mut self, now: Instant, number: &str) {
        let theirs = self.calls.iter().filter(|(_, call)| call.number == number);
        let keys: Vec<CallKey> = theirs.map(|(key, _)| *key).collect();
        for key in keys {
            self.end_call(now, key, Because::CustomerLeft);
        }
    }

    fn drop_sockets(&mut self, ipphone: &str) {
        let sessions = self.seats.get(ipphone).map(|seat| seat.sessions.clone()).unwrap_or_default();
        for session in sessions {
            self.tell(session, News::Closed);
        }
    }

    fn reset(&mut self, now: Instant) {
        let keys: Vec<CallKey> = self.calls.keys().copied().collect();
        for key in keys {
            self.end_call(now, key, Because::CustomerLeft);
        }
        self.timers.clear();
        self.patience = Patience::default();
        self.call_ids = CallIdRule::default();
        for seat in self.seats.values_mut() {
            seat.status = Status::Available;
            seat.voice_kept = false;
            seat.device = Device::BROWSER;
            seat.phone = None;
            seat.idle_since = now;
        }
    }
}

//! How calls in agents' pages end, and what the centre orders before.

use super::legs::Leg;
use super::{Client, Effect, Pages, Word};
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::stringee::centre::words::DeviceId;
use crate::stringee::packets::told;
use serde_json::{Value, json};

impl Pages {
    /// A page hangs up; the real company says nothing more to it.
    pub(super) fn stop(&mut self, word: &Word, call: &str) {
        let found = self.leg_of(word, call);
        self.reply(word, &json!({}));
        let Some(id) = found else { return };
        match self.legs.get(&id).is_some_and(|leg| leg.outgoing || leg.up) {
            true => self.end(id, LegEvent::Ended),
            false => self.refused(id, &word.device.client, 486),
        }
    }

    fn end(&mut self, id: LegId, event: LegEvent) {
        let Some(leg) = self.take(id) else { return };
        self.tell_rest(&leg, &told::over_elsewhere(&leg.call));
        self.report(id, event);
    }

    /// Forgets a leg and its sound.
    pub(super) fn take(&mut self, id: LegId) -> Option<Leg> {
        let leg = self.legs.remove(&id)?;
        self.effects.push(Effect::Silence(id));
        Some(leg)
    }

    /// The centre's word about a leg.
    pub(super) fn order(&mut self, id: LegId, order: LegOrder) {
        let Some(leg) = self.legs.get_mut(&id) else { return };
        let (class, call) = (leg.class, leg.call.clone());
        match order {
            LegOrder::Answer => {
                leg.up = true;
                self.tell_all(id, &told::state_now(class, &call, 200));
            }
            LegOrder::Ringing => self.tell_all(id, &told::state_now(class, &call, 180)),
            LegOrder::Refuse(status) => self.over(id, &told::state_now(class, &call, status)),
            LegOrder::Hangup => {
                let cancelled = !leg.up;
                self.over(id, &told::stopped(class, &call, cancelled));
            }
            LegOrder::Digit(_) | LegOrder::Note(_) => {} // the SDK has no ear for keys, and shows no notes
        }
    }

    fn over(&mut self, id: LegId, packet: &Value) {
        self.tell_all(id, packet);
        let Some(leg) = self.take(id) else { return };
        if leg.at.is_some() {
            self.tell_rest(&leg, &told::over_elsewhere(&leg.call));
        }
    }

    /// A client did not come back.
    pub(super) fn missed(&mut self, last: DeviceId) {
        let Some((user, client)) = self.absent.remove(&last) else { return };
        let here = |client: &Client| self.devices.values().any(|d| d.user == user && d.client == *client);
        let lost = |leg: &Leg| match &leg.at {
            Some(at) => *at == client,
            None => !leg.rung.iter().any(here),
        };
        let theirs = self.legs.iter().filter(|(_, leg)| leg.user == user && lost(leg));
        let lost: Vec<(LegId, bool)> = theirs.map(|(id, leg)| (*id, leg.at.is_some())).collect();
        for (id, had) in lost {
            self.end(id, if had { LegEvent::Ended } else { LegEvent::Failed(480) });
        }
    }
}

//! Calls as agents' pages have them: ringing, answering, talking.

use super::rooms::Room;
use super::{Client, Device, Effect, Pages, Report, Waiting, Word};
use crate::leg::{LegEvent, LegId};
use crate::stringee::centre::words::{DeviceId, Handover, Ring, Target, Wish};
use crate::stringee::packets::{Class, told};
use serde_json::{Value, json};

/// There is no such call, or it is over.
const NO_CALL: &str = "CALL_NOT_EXIST";

/// A user's end of one call.
#[derive(Debug)]
pub(super) struct Leg {
    pub(super) user: String,
    /// The call's id; empty until the centre has allowed it.
    pub(super) call: String,
    pub(super) class: Class,
    /// The other side: a number, or a user.
    pub(super) other: String,
    pub(super) outgoing: bool,
    rang: bool,
    pub(super) up: bool,
    /// Who was rung.
    pub(super) rung: Vec<Client>,
    /// Who has the call.
    pub(super) at: Option<Client>,
    /// Answers to our offer from before anybody picked up.
    early: Vec<(Client, String)>,
    pub(super) room: Room,
}

impl Leg {
    pub(super) fn new(user: String, class: Class, other: String, outgoing: bool) -> Self {
        let (call, rung, early) = (String::new(), Vec::new(), Vec::new());
        let room = Room::default();
        Self { user, call, class, other, outgoing, rang: false, up: false, rung, at: None, early, room }
    }

    fn is_at_another(&self, client: &Client) -> bool {
        self.at.as_ref().is_some_and(|at| at != client)
    }
}

impl Pages {
    /// The leg of this user's call, unless another client has it.
    pub(super) fn leg_of(&self, word: &Word, call: &str) -> Option<LegId> {
        let Device { user, client, .. } = &word.device;
        let found = self.legs.iter().find(|(_, leg)| leg.user == *user && leg.call == call)?;
        (!call.is_empty() && !found.1.is_at_another(client)).then_some(*found.0)
    }

    pub(super) fn ring(&mut self, id: LegId, user: String, ring: &Ring) {
        let devices: Vec<DeviceId> = self.devices_of(&user).collect();
        if devices.is_empty() {
            return self.report(id, LegEvent::Failed(480));
        }
        let class = self.classes.get(&user).copied().unwrap_or_default();
        let mut leg = Leg::new(user, class, ring.from.clone(), false);
        leg.call.clone_from(&ring.call);
        leg.rung = devices.iter().filter_map(|id| self.devices.get(id)).map(|device| device.client.clone()).collect();
        self.legs.insert(id, leg);
        for device in devices {
            self.tell(device, told::ring(class, ring, &Room::name(id)));
        }
        self.effects.push(Effect::Open(id));
        if class == Class::Call {
            self.effects.push(Effect::Offer(id));
        }
    }

    /// Our offer is ready: everybody who may pick up gets it.
    pub(super) fn offered(&mut self, id: LegId, sdp: &str) {
        let Some(leg) = self.legs.get(&id) else { return };
        let packet = told::sdp(&leg.call, "offer", sdp);
        self.tell_all(id, &packet);
    }

    /// Tells who has the call; while it rings, everybody who was rung.
    pub(super) fn tell_all(&mut self, id: LegId, packet: &Value) {
        let Some(leg) = self.legs.get(&id) else { return };
        let user = leg.user.clone();
        let clients = leg.at.as_ref().map_or_else(|| leg.rung.clone(), |at| vec![at.clone()]);
        for client in clients {
            self.tell_client(&user, &client, packet.clone());
        }
    }

    /// Tells those who were rung and do not have the call.
    pub(super) fn tell_rest(&mut self, leg: &Leg, packet: &Value) {
        for client in leg.rung.iter().filter(|client| Some(*client) != leg.at.as_ref()) {
            self.tell_client(&leg.user, client, packet.clone());
        }
    }

    pub(super) fn state(&mut self, word: &Word, call: &str, code: u64) {
        let Some(found) = self.leg_of(word, call) else {
            let elsewhere = self.legs.values().any(|leg| leg.user == word.device.user && leg.call == call);
            let (r, message) = if elsewhere { (2, "CALL_IS_ON_OTHER_DEVICE") } else { (1, NO_CALL) };
            return self.refuse(word, r, message);
        };
        self.reply(word, &json!({}));
        match code {
            180 => self.rings(found),
            200 => self.picked_up(found, word.device.client.clone()),
            _ => self.refused(found, &word.device.client, code),
        }
    }

    fn rings(&mut self, id: LegId) {
        let Some(leg) = self.legs.get_mut(&id) else { return };
        if !std::mem::replace(&mut leg.rang, true) && !leg.up {
            self.report(id, LegEvent::Ringing);
        }
    }

    fn picked_up(&mut self, id: LegId, client: Client) {
        let Some(leg) = self.legs.get_mut(&id).filter(|leg| !leg.up) else { return };
        leg.up = true;
        let early = std::mem::take(&mut leg.early).into_iter().find(|(by, _)| *by == client);
        leg.at = Some(client);
        let (class, call) = (leg.class, leg.call.clone());
        if let Some((_, sdp)) = early {
            self.effects.push(Effect::Answer(id, sdp));
        }
        self.inform_rest(id, &told::elsewhere(class, &call, 200));
        self.report(id, LegEvent::Answered);
    }

    fn inform_rest(&mut self, id: LegId, packet: &Value) {
        if let Some(leg) = self.legs.remove(&id) {
            self.tell_rest(&leg, packet);
            self.legs.insert(id, leg);
        }
    }

    pub(super) fn refused(&mut self, id: LegId, client: &Client, code: u64) {
        let Some(mut leg) = self.take(id) else { return };
        leg.at = Some(client.clone());
        self.tell_rest(&leg, &told::elsewhere(leg.class, &leg.call, code));
        self.report(id, LegEvent::Failed(486));
    }

    /// A device that is no page of ours picks up, or refuses.
    pub(super) fn elsewhere(&mut self, user: &str, code: u64) {
        let ringing = |(_, leg): &(&LegId, &Leg)| leg.user == user && !leg.outgoing && leg.at.is_none();
        let Some(id) = self.legs.iter().find(ringing).map(|(id, _)| *id) else { return };
        let other = Client("elsewhere".to_owned());
        if code == 200 { self.picked_up(id, other) } else { self.refused(id, &other, code) }
    }

    /// A page describes its sound, as the first word about it or again.
    pub(super) fn describes(&mut self, word: &Word, call: &str, effect: impl FnOnce(LegId) -> Effect) {
        self.reply(word, &json!({}));
        if let Some(leg) = self.leg_of(word, call) {
            self.effects.push(effect(leg));
        }
    }

    /// A page answers our offer: when a colleague calls, before anybody has picked up.
    pub(super) fn answers(&mut self, word: &Word, call: &str, sdp: String) {
        let waits = self.leg_of(word, call).and_then(|id| self.legs.get_mut(&id)).filter(|leg| leg.at.is_none());
        match waits {
            Some(leg) => {
                leg.early.push((word.device.client.clone(), sdp));
                self.reply(word, &json!({}));
            }
            None => self.describes(word, call, |leg| Effect::Answer(leg, sdp)),
        }
    }

    pub(super) fn keys(&mut self, word: &Word, call: &str, digits: &str) {
        let Some(leg) = self.leg_of(word, call) else { return self.refuse(word, 1, NO_CALL) };
        self.reply(word, &json!({}));
        for digit in digits.chars().filter(|digit| "0123456789*#".contains(*digit)) {
            self.report(leg, LegEvent::Digit(digit));
        }
    }

    pub(super) fn hold(&mut self, word: Word, call: &str, on: bool) {
        match self.leg_of(&word, call) {
            Some(leg) => self.wish(word, Wish::Hold { leg, on }),
            None => self.refuse(&word, 1, NO_CALL),
        }
    }

    pub(super) fn transfer(&mut self, word: Word, call: String, to: Target, how: Handover) {
        match self.leg_of(&word, &call) {
            Some(_) => self.wish(word, Wish::Transfer { call, to, how }),
            None => self.refuse(&word, 1, NO_CALL),
        }
    }

    fn wish(&mut self, word: Word, wish: Wish) {
        let request = self.requests.next();
        self.waiting.insert(request, Waiting { word, leg: None });
        self.effects.push(Effect::Centre(Report::Wish(request, wish)));
    }
}

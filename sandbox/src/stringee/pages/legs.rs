//! Calls as agents' pages have them: ringing, answering, calling out, and their end.

use super::rooms::Room;
use super::{Client, Device, Effect, Pages, Report, Waiting};
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::stringee::centre::words::{DeviceId, Handover, Outcome, Ring, Target, Wish};
use crate::stringee::packets::{Class, Packet, Said, told};
use serde_json::{Value, json};

/// Calls at a time in one user's pages.
const MOST_CALLS: usize = 8;

/// A user's end of one call.
#[derive(Debug)]
pub(super) struct Leg {
    pub(super) user: String,
    /// The call's id; empty until the centre has allowed it.
    pub(super) call: String,
    pub(super) class: Class,
    /// The other side: a number, or a user.
    pub(super) other: String,
    outgoing: bool,
    rang: bool,
    up: bool,
    /// Who was rung.
    rung: Vec<Client>,
    /// Who has the call.
    pub(super) at: Option<Client>,
    /// Answers to our offer from before anybody picked up.
    early: Vec<(Client, String)>,
    pub(super) room: Room,
}

impl Leg {
    fn new(user: String, class: Class, other: String, outgoing: bool) -> Self {
        let (call, rung, early) = (String::new(), Vec::new(), Vec::new());
        let room = Room::default();
        Self { user, call, class, other, outgoing, rang: false, up: false, rung, at: None, early, room }
    }

    pub(super) fn outgoing(&self) -> bool {
        self.outgoing
    }

    fn is_at_another(&self, client: &Client) -> bool {
        self.at.as_ref().is_some_and(|at| at != client)
    }
}

impl Pages {
    /// The leg of this user's call, unless another client has it.
    pub(super) fn leg_of(&self, device: &Device, call: &str) -> Option<LegId> {
        let found = self.legs.iter().find(|(_, leg)| leg.user == device.user && leg.call == call)?;
        (!call.is_empty() && !found.1.is_at_another(&device.client)).then_some(*found.0)
    }

    // ---- calls that ring

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
    fn tell_all(&mut self, id: LegId, packet: &Value) {
        let Some(leg) = self.legs.get(&id) else { return };
        let user = leg.user.clone();
        let clients = leg.at.as_ref().map_or_else(|| leg.rung.clone(), |at| vec![at.clone()]);
        for client in clients {
            self.tell_client(&user, &client, packet.clone());
        }
    }

    /// Tells those who were rung and do not have the call.
    fn tell_rest(&mut self, leg: &Leg, packet: &Value) {
        for client in leg.rung.iter().filter(|client| Some(*client) != leg.at.as_ref()) {
            self.tell_client(&leg.user, client, packet.clone());
        }
    }

    pub(super) fn state(&mut self, id: DeviceId, device: &Device, packet: &Packet, call: &str, code: u64) {
        let Some(found) = self.leg_of(device, call) else {
            let elsewhere = self.legs.values().any(|leg| leg.user == device.user && leg.call == call);
            let (r, message) = if elsewhere { (2, "CALL_IS_ON_OTHER_DEVICE") } else { (1, "CALL_NOT_EXIST") };
            return self.tell(id, packet.reply(r, message, json!({})));
        };
        self.tell(id, packet.acknowledge());
        match code {
            180 => self.rings(found),
            200 => self.picked_up(found, device.client.clone()),
            _ => self.refused(found, &device.client, code),
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

    fn refused(&mut self, id: LegId, client: &Client, code: u64) {
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

    // ---- calls that are made

    pub(super) fn start(
        &mut self,
        id: DeviceId,
        device: &Device,
        packet: Packet,
        class: Class,
        (from, to, custom): (String, String, String),
    ) {
        let busy = self.legs.values().filter(|leg| leg.user == device.user).count() >= MOST_CALLS;
        if let Some((r, message)) = self.refusal(device, busy) {
            return self.tell(id, packet.reply(r, message, json!({})));
        }
        let (leg, request) = (self.ids.next(), self.requests.next());
        let mut made = Leg::new(device.user.clone(), class, to.clone(), true);
        made.at = Some(device.client.clone());
        self.legs.insert(leg, made);
        self.waiting.insert(request, Waiting { device: id, packet, leg: Some(leg) });
        self.effects.push(Effect::Open(leg));
        let user = device.user.clone();
        self.effects.push(Effect::Centre(Report::Dial { request, leg, user, from, to, custom }));
    }

    fn refusal(&mut self, device: &Device, busy: bool) -> Option<(i64, &'static str)> {
        if let Some((r, times)) = self.refusals.get_mut(&device.user).filter(|(_, times)| *times > 0) {
            *times -= 1;
            return Some((*r, "REFUSED_BY_THE_PANEL"));
        }
        match (device.centre, busy) {
            (false, _) => Some((11, "CALL_NOT_ALLOWED_BY_YOUR_SERVER")),
            (true, true) => Some((12, "MAX_CONCURRENT_CALL")),
            (true, false) => None,
        }
    }

    /// The centre has decided about a call.
    pub(super) fn placed(&mut self, device: DeviceId, packet: &Packet, id: LegId, outcome: &Outcome) {
        if outcome.r != 0 {
            self.take(id);
            let why = outcome.custom_data.as_deref().unwrap_or_default();
            let more = json!({"customDataFromYourServer": why});
            return self.tell(device, packet.reply(outcome.r, &outcome.message, more));
        }
        let Some(leg) = self.legs.get_mut(&id) else { return };
        leg.call = outcome.call.clone().unwrap_or_default();
        let trying = told::state_now(leg.class, &leg.call, 100);
        if let Said::Start { class, from, to, .. } = &packet.said {
            let more = told::started(*class, from, to, &Room::name(id), outcome);
            self.tell(device, packet.reply(0, "SUCCESS", more));
            self.tell(device, trying);
        }
    }

    // ---- calls that go on

    /// A page describes its sound, as the first word about it or again.
    pub(super) fn describes(
        &mut self,
        id: DeviceId,
        device: &Device,
        packet: &Packet,
        call: &str,
        effect: impl FnOnce(LegId) -> Effect,
    ) {
        self.tell(id, packet.acknowledge());
        if let Some(leg) = self.leg_of(device, call) {
            self.effects.push(effect(leg));
        }
    }

    /// A page answers our offer: when a colleague calls, before anybody has picked up.
    pub(super) fn answers(&mut self, id: DeviceId, device: &Device, packet: &Packet, call: &str, sdp: String) {
        let waits = self.leg_of(device, call).and_then(|id| self.legs.get_mut(&id)).filter(|leg| leg.at.is_none());
        match waits {
            Some(leg) => {
                leg.early.push((device.client.clone(), sdp));
                self.tell(id, packet.acknowledge());
            }
            None => self.describes(id, device, packet, call, |leg| Effect::Answer(leg, sdp)),
        }
    }

    pub(super) fn keys(&mut self, id: DeviceId, device: &Device, packet: &Packet, call: &str, digits: &str) {
        let Some(leg) = self.leg_of(device, call) else {
            return self.tell(id, packet.reply(1, "CALL_NOT_EXIST", json!({})));
        };
        self.tell(id, packet.acknowledge());
        for digit in digits.chars().filter(|digit| "0123456789*#".contains(*digit)) {
            self.report(leg, LegEvent::Digit(digit));
        }
    }

    pub(super) fn hold(&mut self, id: DeviceId, device: &Device, packet: Packet, call: &str, on: bool) {
        match self.leg_of(device, call) {
            Some(leg) => self.wish(id, packet, Wish::Hold { leg, on }),
            None => self.tell(id, packet.reply(1, "CALL_NOT_EXIST", json!({}))),
        }
    }

    pub(super) fn transfer(
        &mut self,
        id: DeviceId,
        device: &Device,
        packet: Packet,
        call: String,
        to: Target,
        how: Handover,
    ) {
        match self.leg_of(device, &call) {
            Some(_) => self.wish(id, packet, Wish::Transfer { call, to, how }),
            None => self.tell(id, packet.reply(1, "CALL_NOT_EXIST", json!({}))),
        }
    }

    fn wish(&mut self, device: DeviceId, packet: Packet, wish: Wish) {
        let request = self.requests.next();
        self.waiting.insert(request, Waiting { device, packet, leg: None });
        self.effects.push(Effect::Centre(Report::Wish(request, wish)));
    }

    // ---- calls that end

    /// A page hangs up; the real company says nothing more to it.
    pub(super) fn stop(&mut self, id: DeviceId, device: &Device, packet: &Packet, call: &str) {
        let found = self.leg_of(device, call);
        self.tell(id, packet.acknowledge());
        let Some(leg) = found.and_then(|found| self.legs.get(&found).map(|leg| leg.outgoing || leg.up)) else { return };
        let Some(id) = found else { return };
        if leg {
            self.end(id, LegEvent::Ended);
        } else {
            self.refused(id, &device.client, 486);
        }
    }

    fn end(&mut self, id: LegId, event: LegEvent) {
        let Some(leg) = self.take(id) else { return };
        self.tell_rest(&leg, &told::over_elsewhere(&leg.call));
        self.report(id, event);
    }

    /// Forgets a leg and its sound.
    fn take(&mut self, id: LegId) -> Option<Leg> {
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

//! Agents: their pages, their status, who has the voice.

use super::calls::{Call, Party};
use super::words::{Colleague, Device, Direction, Effect, News, SessionId, Status, Wish};
use super::{CallKey, Exchange};
use std::time::Instant;

/// A seat, whoever sits there.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) name: String,
    pub(super) status: Status,
    pub(super) device: Device,
    /// The mobile that takes the calls, if that is the device.
    pub(super) phone: Option<String>,
    pub(super) sessions: Vec<SessionId>,
    /// The one page that phones.
    pub(super) voice: Option<SessionId>,
    /// Somebody has taken the voice who will not give it back.
    pub(super) voice_kept: bool,
    pub(super) call: Option<CallKey>,
    pub(super) idle_since: Instant,
}

impl Seat {
    pub(super) fn new(name: &str, now: Instant) -> Self {
        Self {
            name: name.to_owned(),
            status: Status::Available,
            device: Device::BROWSER,
            phone: None,
            sessions: Vec::new(),
            voice: None,
            voice_kept: false,
            call: None,
            idle_since: now,
        }
    }
}

impl Exchange {
    /// Is this a seat?
    pub(crate) fn has_seat(&self, ipphone: &str) -> bool {
        self.seats.contains_key(ipphone)
    }

    pub(super) fn enter(&mut self, session: SessionId, ipphone: String) {
        let Some(seat) = self.seats.get_mut(&ipphone) else { return };
        seat.sessions.push(session);
        let voice = !seat.voice_kept && *seat.voice.get_or_insert(session) == session;
        let news = News::Welcome { status: seat.status, voice, device: seat.device };
        self.sessions.insert(session, ipphone);
        self.tell(session, news);
    }

    pub(super) fn leave(&mut self, session: SessionId) {
        let Some(ipphone) = self.sessions.remove(&session) else { return };
        let Some(seat) = self.seats.get_mut(&ipphone) else { return };
        seat.sessions.retain(|open| *open != session);
        seat.voice = seat.voice.filter(|voice| *voice != session);
    }

    pub(super) fn on_wish(&mut self, now: Instant, session: SessionId, wish: Wish) {
        let Some(ipphone) = self.sessions.get(&session).cloned() else { return };
        match wish {
            Wish::Available(yes) => self.set_status(now, session, &ipphone, yes),
            Wish::CallOut(number) => self.call_out(now, session, &ipphone, number),
            Wish::Hold { on, direction } => {
                let done = self.hold(now, &ipphone, on);
                self.tell(session, News::Held { on, direction, done });
            }
            Wish::Mute(on) => self.mute(session, &ipphone, on),
            Wish::End => self.end(now, &ipphone),
            Wish::TakeVoice => self.take_voice(now, session, &ipphone),
            Wish::Device { device, phone } => self.set_device(now, session, &ipphone, device, phone),
            Wish::Colleagues => {
                let colleagues = self.colleagues(&ipphone);
                self.tell(session, News::Colleagues(colleagues));
            }
            Wish::Transfer(to) => self.offer_transfer(session, &ipphone, to),
            Wish::AnswerTransfer(yes) => self.answer_transfer(now, &ipphone, yes),
            Wish::TransferToQueue(queue) => self.transfer_to_queue(now, session, &ipphone, &queue),
        }
    }

    fn set_status(&mut self, now: Instant, session: SessionId, ipphone: &str, available: bool) {
        if let Some(seat) = self.seats.get_mut(ipphone) {
            seat.status = if available { Status::Available } else { Status::Away };
            seat.idle_since = now;
        }
        self.tell(session, News::StatusSet);
    }

    /// One page has the voice: the other one loses it, and its live call.
    fn take_voice(&mut self, now: Instant, session: SessionId, ipphone: &str) {
        let Some(seat) = self.seats.get(ipphone) else { return };
        let device = seat.device;
        if seat.voice_kept {
            return self.tell(session, News::VoiceRefused);
        }
        if seat.voice != Some(session) {
            self.steal_voice(now, ipphone);
        }
        if let Some(seat) = self.seats.get_mut(ipphone) {
            seat.voice = Some(session);
        }
        self.tell(session, News::VoiceTaken(device));
    }

    /// Takes the voice from the page that has it.
    pub(super) fn steal_voice(&mut self, now: Instant, ipphone: &str) {
        let Some(seat) = self.seats.get_mut(ipphone) else { return };
        let Some(loser) = seat.voice.take() else { return };
        let in_browser = seat.device == Device::BROWSER;
        self.tell(loser, News::VoiceLost);
        if in_browser {
            self.drop_agent(now, ipphone);
        }
    }

    /// Leaving the browser ends a call that lives in it.
    fn set_device(&mut self, now: Instant, session: SessionId, ipphone: &str, new: Device, phone: Option<String>) {
        let Some(seat) = self.seats.get_mut(ipphone) else { return };
        let old = std::mem::replace(&mut seat.device, new);
        seat.phone = phone;
        if old == Device::BROWSER && new != old {
            self.drop_agent(now, ipphone);
        }
        self.tell(session, News::DeviceSet { old, new });
    }

    fn colleagues(&self, asking: &str) -> Vec<Colleague> {
        let others = self.seats.iter().filter(|(ipphone, _)| *ipphone != asking && self.idle_since(ipphone).is_some());
        others.map(|(ipphone, seat)| Colleague { ipphone: ipphone.clone(), name: seat.name.clone() }).collect()
    }

    /// Since when an agent could take a call; `None` for one who cannot.
    pub(crate) fn idle_since(&self, ipphone: &str) -> Option<Instant> {
        let seat = self.seats.get(ipphone)?;
        let free = seat.status == Status::Available && seat.call.is_none() && self.reachable(ipphone);
        free.then_some(seat.idle_since)
    }

    /// Does the agent's device answer? A softphone and a mobile here always do.
    pub(crate) fn reachable(&self, ipphone: &str) -> bool {
        let Some(seat) = self.seats.get(ipphone) else { return false };
        seat.device != Device::BROWSER || seat.voice.is_some() && self.lines.contains(ipphone)
    }

    /// The agent let a call ring out: no more calls until back online.
    pub(super) fn missed(&mut self, ipphone: &str) {
        let Some(seat) = self.seats.get_mut(ipphone) else { return };
        seat.status = Status::NoAnswer;
        for session in seat.sessions.clone() {
            self.tell(session, News::NoAnswer);
        }
    }

    /// The agent is out of a call, and free again unless in another.
    pub(super) fn release(&mut self, now: Instant, ipphone: &str, from: CallKey) {
        let theirs = |party: &Party| party.ipphone == ipphone;
        let in_it = |call: &Call| call.agent.iter().chain(&call.heir).any(theirs);
        let other = self.calls.iter().find(|(key, call)| **key != from && in_it(call)).map(|(key, _)| *key);
        let Some(seat) = self.seats.get_mut(ipphone).filter(|seat| seat.call == Some(from)) else { return };
        seat.call = other;
        seat.idle_since = now;
    }

    /// Tells the page that phones.
    pub(super) fn tell_voice(&mut self, ipphone: &str, news: News) {
        if let Some(session) = self.seats.get(ipphone).and_then(|seat| seat.voice) {
            self.tell(session, news);
        }
    }

    fn mute(&mut self, session: SessionId, ipphone: &str, on: bool) {
        if let Some(party) = self.talking(ipphone) {
            let leg = party.leg;
            self.effects.push(Effect::Mute(leg, on));
        }
        self.tell(session, News::Muted(on));
    }

    /// The direction of the agent's call, for tests and the panel.
    pub(super) fn direction(&self, ipphone: &str) -> Option<Direction> {
        let call = self.seats.get(ipphone)?.call?;
        let party = self.calls.get(&call)?.agent.as_ref()?;
        (party.ipphone == ipphone).then_some(party.direction)
    }
}

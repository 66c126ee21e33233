//! The agents' side: open pages, and what rings and talks in them, as one state machine. It does nothing itself: inputs
//! go in, effects come out. No clock, no network, no randomness.

mod calling;
mod ending;
mod legs;
mod rooms;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use words::{Client, Command, Effect, Input, Report, RequestIds};

use crate::leg::{LegEvent, LegId, LegIds};
use crate::stringee::centre::words::{DeviceId, Outcome, RequestId};
use crate::stringee::packets::{Class, Packet, Said, told};
use crate::stringee::token::Holder;
use legs::Leg;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

/// How often a page hears a word from us at the least.
pub(crate) const PING: Duration = Duration::from_secs(15);
/// How long a client that lost its socket may take to come back before its calls end.
const GRACE: Duration = Duration::from_secs(5);

/// Everything that the company knows about agents' pages.
pub(crate) struct Pages {
    project: u32,
    devices: BTreeMap<DeviceId, Device>,
    /// Users and their clients that may still come back, by their last socket.
    absent: BTreeMap<DeviceId, (String, Client)>,
    legs: BTreeMap<LegId, Leg>,
    waiting: HashMap<RequestId, Waiting>,
    classes: HashMap<String, Class>,
    refusals: HashMap<String, (i64, u32)>,
    ids: LegIds,
    requests: RequestIds,
    effects: Vec<Effect>,
}

/// One open socket.
#[derive(Clone, Debug)]
struct Device {
    user: String,
    client: Client,
    browser: String,
    /// May call through the contact centre.
    centre: bool,
}

/// What a page says, and which page.
#[derive(Debug)]
struct Word {
    id: DeviceId,
    device: Device,
    packet: Packet,
}

/// Who waits for the outcome of a wish.
#[derive(Debug)]
struct Waiting {
    word: Word,
    /// The leg of a call that is made.
    leg: Option<LegId>,
}

impl Pages {
    /// Nobody is there yet.
    pub(crate) fn new(project: u32, ids: LegIds, requests: RequestIds) -> Self {
        Self {
            project,
            devices: BTreeMap::new(),
            absent: BTreeMap::new(),
            legs: BTreeMap::new(),
            waiting: HashMap::new(),
            classes: HashMap::new(),
            refusals: HashMap::new(),
            ids,
            requests,
            effects: Vec::new(),
        }
    }

    /// Takes what happened; returns what shall be done, in this order.
    pub(crate) fn handle(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Enter { device, holder, client, browser, packet } => {
                self.enter(device, holder, client, browser, &packet);
            }
            Input::Left(device) => self.left(device),
            Input::Missed(device) => self.missed(device),
            Input::Said(device, packet) => self.said(device, packet),
            Input::Ring { leg, user, ring } => self.ring(leg, user, &ring),
            Input::Order(leg, order) => self.order(leg, order),
            Input::Settle(request, outcome) => self.settle(request, &outcome),
            Input::Offered(leg, sdp) => self.offered(leg, &sdp),
            Input::Accepted(peer, sdp) => self.accepted(peer, &sdp),
            Input::Command(command) => self.command(command),
        }
        std::mem::take(&mut self.effects)
    }

    /// Does a page wait for this outcome?
    pub(crate) fn awaits(&self, request: RequestId) -> bool {
        self.waiting.contains_key(&request)
    }

    /// Is this the leg of a page?
    pub(crate) fn owns(&self, leg: LegId) -> bool {
        self.legs.contains_key(&leg)
    }

    /// The sockets of a user.
    pub(crate) fn devices_of<'a>(&'a self, user: &'a str) -> impl Iterator<Item = DeviceId> + 'a {
        self.devices.iter().filter(move |(_, device)| device.user == user).map(|(id, _)| *id)
    }

    /// How many sockets each user has open.
    pub(crate) fn users(&self) -> BTreeMap<&str, usize> {
        let mut users = BTreeMap::new();
        for device in self.devices.values() {
            *users.entry(device.user.as_str()).or_default() += 1;
        }
        users
    }

    /// Legs that exist now.
    pub(crate) fn leg_count(&self) -> usize {
        self.legs.len()
    }

    fn tell(&mut self, device: DeviceId, packet: Value) {
        self.effects.push(Effect::Tell(device, packet));
    }

    fn tell_others(&mut self, user: &str, but: DeviceId, packet: &Value) {
        let others: Vec<DeviceId> = self.devices_of(user).filter(|id| *id != but).collect();
        for other in others {
            self.tell(other, packet.clone());
        }
    }

    /// Tells a client, where it is connected now.
    fn tell_client(&mut self, user: &str, client: &Client, packet: Value) {
        let here = |(_, device): &(&DeviceId, &Device)| device.user == user && device.client == *client;
        if let Some(id) = self.devices.iter().find(here).map(|(id, _)| *id) {
            self.tell(id, packet);
        }
    }

    fn report(&mut self, leg: LegId, event: LegEvent) {
        self.effects.push(Effect::Centre(Report::Leg(leg, event)));
    }

    fn enter(&mut self, id: DeviceId, holder: Holder, client: Client, browser: String, packet: &Packet) {
        let Holder { user, centre } = holder;
        let before = |(_, device): &(&DeviceId, &Device)| device.user == user && device.client == client;
        if let Some(old) = self.devices.iter().find(before).map(|(id, _)| *id) {
            self.devices.remove(&old);
            self.effects.push(Effect::Close(old));
            self.effects.push(Effect::Centre(Report::Device { device: old, user: user.clone(), up: false }));
        }
        self.absent.retain(|_, (who, which)| *who != user || *which != client);
        let news = told::other_device(true, &client.0, &browser);
        self.devices.insert(id, Device { user: user.clone(), client, browser, centre });
        let shown = |device: &Device| json!({"clientId": device.client.0, "browserId": device.browser});
        let clients: Vec<Value> = self.devices_of(&user).filter_map(|id| self.devices.get(&id)).map(shown).collect();
        let welcome = json!({
            "userId": user,
            "projectId": self.project,
            "connectionId": id.0.to_string(),
            "ping_after_ms": PING.as_millis(),
            "clients": clients,
            "ice_servers": [],
        });
        self.tell(id, packet.reply(0, "SUCCESS", welcome));
        self.tell_others(&user, id, &news);
        self.effects.push(Effect::Centre(Report::Device { device: id, user, up: true }));
    }

    fn left(&mut self, id: DeviceId) {
        let Some(Device { user, client, browser, .. }) = self.devices.remove(&id) else { return };
        self.tell_others(&user, id, &told::other_device(false, &client.0, &browser));
        self.effects.push(Effect::Centre(Report::Device { device: id, user: user.clone(), up: false }));
        self.absent.insert(id, (user, client));
        self.effects.push(Effect::Later(GRACE, Input::Missed(id)));
    }

    fn said(&mut self, id: DeviceId, packet: Packet) {
        let Some(device) = self.devices.get(&id).cloned() else { return };
        let said = packet.said.clone();
        let word = Word { id, device, packet };
        match said {
            Said::Pong | Said::Authen(_) => {}
            Said::Start { class, from, to, custom } => self.start(word, class, (from, to, custom)),
            Said::Offer { call, sdp } => self.describes(&word, &call, |leg| Effect::Accept(leg, sdp)),
            Said::Answer { call, sdp } => self.answers(&word, &call, sdp),
            Said::State { call, code, .. } => self.state(&word, &call, code),
            Said::Stop { call } => self.stop(&word, &call),
            Said::Keys { call, digits } => self.keys(&word, &call, &digits),
            Said::Hold { call, on } => self.hold(word, &call, on),
            Said::Transfer { call, to, how } => self.transfer(word, call, to, how),
            Said::Message { user, message } => self.message(&word, &user, &message),
            Said::Exists { call } => {
                let exist = self.leg_of(&word, &call).is_some();
                self.reply(&word, &json!({"exist": exist, "callId": call}));
            }
            Said::Join { token } => self.join(&word, &token),
            Said::Publish { room, pc } => self.publish(&word, &room, pc),
            Said::Subscribe { room, pc } => self.subscribe(&word, &room, pc),
            Said::Endpoint { room, pc, sdp } => self.endpoint(&word, &room, &pc, sdp),
            Said::Other => self.reply(&word, &json!({})),
        }
    }

    /// It was done; `more` goes with the answer.
    fn reply(&mut self, word: &Word, more: &Value) {
        self.tell(word.id, word.packet.reply(0, "SUCCESS", more.clone()));
    }

    /// It was not done.
    fn refuse(&mut self, word: &Word, r: i64, message: &str) {
        self.tell(word.id, word.packet.reply(r, message, json!({})));
    }

    fn message(&mut self, word: &Word, user: &str, message: &Value) {
        let theirs: Vec<DeviceId> = self.devices_of(user).collect();
        if theirs.is_empty() {
            return self.refuse(word, 1, "USER_OFFLINE");
        }
        self.reply(word, &json!({}));
        for other in theirs {
            self.tell(other, told::message(&word.device.user, message));
        }
    }

    fn settle(&mut self, request: RequestId, outcome: &Outcome) {
        let Some(Waiting { word, leg }) = self.waiting.remove(&request) else { return };
        match leg {
            Some(leg) => self.placed(&word, leg, outcome),
            None => self.refuse(&word, outcome.r, &outcome.message),
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Drop(user) => {
                let theirs: Vec<DeviceId> = self.devices_of(&user).collect();
                self.effects.extend(theirs.into_iter().map(Effect::Close));
            }
            Command::Class(user, class) => {
                self.classes.insert(user, class);
            }
            Command::RefuseCalls { user, r, times } => {
                self.refusals.insert(user, (r, times));
            }
            Command::Elsewhere(user, code) => self.elsewhere(&user, code),
            Command::Reset => {
                self.classes.clear();
                self.refusals.clear();
            }
        }
    }
}

//! Calls to customers: from an agent's page or SIP telephone, or by the customer's server with the agent first.

use super::agents::Place;
use super::calls::{Origin, Party, Stage, Telephony, Who};
use super::events::Cause;
use super::inbound::international;
use super::scco::{self, Connect, Plan};
use super::words::{CallOut, Effect, Moment, Outcome, Question, RequestId, Ring};
use super::{Asked, CallKey, Centre};
use crate::leg::{LegId, LegOrder};
use serde_json::json;
use std::time::Duration;

/// Why an agent's call is not made, as the code for `makeCall`.
type Objection = (i64, &'static str);

/// The message for an agent who is not there, or busy.
const NO_AGENT: &str = "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL";

/// An agent dials.
pub(super) struct Dial {
    /// Who waits for the outcome; nobody for a SIP telephone.
    pub(super) request: Option<RequestId>,
    pub(super) leg: LegId,
    pub(super) user: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) custom: String,
}

impl Centre {
    pub(super) fn dial(&mut self, now: Moment, dial: Dial, telephony: Telephony) {
        if let Err((r, why)) = self.objection(&dial) {
            let custom_data = (why == NO_AGENT).then(|| json!({"msg": NO_AGENT}).to_string());
            let message = if why == NO_AGENT { "CALL_NOT_ALLOWED_BY_YOUR_SERVER" } else { why };
            let outcome = Outcome { r, message: message.to_owned(), custom_data, ..Outcome::default() };
            return match dial.request {
                Some(request) => self.effects.push(Effect::Settle(request, outcome)),
                None => self.effects.push(Effect::Order(dial.leg, LegOrder::Refuse(403))),
            };
        }
        let hotline = international(&dial.from);
        let key = self.open_call(now, Origin::Agent, &hotline, &dial.to);
        self.take_leg(key, dial.leg, Some(dial.user.clone()), telephony);
        let record = self.hotline(&hotline).is_some_and(|number| number.record_outbound_calls);
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(Party { who: Who::Agent(dial.user.clone()), leg: dial.leg, up: false });
            call.pending = dial.request;
            call.record = record;
            call.custom.clone_from(&dial.custom);
        }
        match self.setup.calls.callout_answer_url.clone().filter(|url| !url.is_empty()) {
            Some(url) => self.ask_permission(now, key, url, dial),
            None => self.connect(now, key, &self.usual(&hotline, &dial.to)),
        }
    }

    /// Why the centre does not even ask.
    fn objection(&self, dial: &Dial) -> Result<(), Objection> {
        if dial.to.starts_with('+') || dial.from.starts_with('+') {
            return Err((10, "FROM_NUMBER_OR_TO_NUMBER_INVALID_FORMAT"));
        }
        let hotline = self.hotline(&dial.from).ok_or((4, "FROM_NUMBER_NOT_FOUND"))?;
        if self.agent(&dial.user).is_none() || self.busy(&dial.user) {
            return Err((11, NO_AGENT));
        }
        if !hotline.allow_outbound_calls {
            return Err((17, "NOT_ALLOW_CALLOUT"));
        }
        let is_number = (3..=15).contains(&dial.to.len()) && dial.to.bytes().all(|digit| digit.is_ascii_digit());
        if is_number || self.agent(&dial.to).is_some() { Ok(()) } else { Err((14, "TO_NUMBER_INVALID")) }
    }

    fn usual(&self, from: &str, to: &str) -> Connect {
        Connect {
            from: from.to_owned(),
            to: to.to_owned(),
            to_internal: self.agent(to).is_some(),
            custom_data: None,
            timeout: self.patience.customer,
            longest: None,
            record: false,
            record_url: None,
        }
    }

    fn ask_permission(&mut self, now: Moment, key: CallKey, url: String, dial: Dial) {
        let id = self.calls.get(&key).map(|call| call.id.clone()).unwrap_or_default();
        let query = vec![
            ("from", dial.from),
            ("to", dial.to),
            ("fromInternal", "true".to_owned()),
            ("userId", dial.user),
            ("projectId", self.setup.project.to_string()),
            ("custom", dial.custom),
            ("callId", id),
            ("videocall", "false".to_owned()),
        ];
        let patience = self.patience.server;
        self.ask(now, Asked::CallOut(key), url, Question::Get(query), patience);
    }

    /// The customer's server has answered.
    pub(super) fn follow_actions(&mut self, now: Moment, key: CallKey, body: &str) {
        match scco::read(body) {
            Ok(Plan::Connect(connect)) => self.connect(now, key, &connect),
            Ok(Plan::Refuse(reason)) => self.refuse_call(key, 11, "CALL_NOT_ALLOWED_BY_YOUR_SERVER", reason),
            Err((r, why)) => self.refuse_call(key, r, why, None),
        }
    }

    /// The call is not made; it was never one.
    pub(super) fn refuse_call(&mut self, key: CallKey, r: i64, why: &str, reason: Option<String>) {
        let Some(call) = self.calls.remove(&key) else { return };
        let Some(leg) = call.agent.map(|agent| agent.leg) else { return };
        match call.pending {
            Some(request) => {
                let outcome = Outcome { r, message: why.to_owned(), custom_data: reason, ..Outcome::default() };
                self.effects.push(Effect::Settle(request, outcome));
            }
            None => self.order(leg, LegOrder::Refuse(403)),
        }
        self.legs.remove(&leg);
    }

    /// The call is made.
    fn connect(&mut self, now: Moment, key: CallKey, connect: &Connect) {
        if self.hotline(&connect.from).is_none() && self.agent(&connect.from).is_none() {
            return self.refuse_call(key, 5, "FROM_NUMBER_NOT_BELONG_YOUR_ACCOUNT", None);
        }
        let internal = connect.to_internal;
        if internal && (self.busy(&connect.to) || !self.online(&connect.to)) {
            let reason = json!({"msg": NO_AGENT}).to_string();
            return self.refuse_call(key, 11, "CALL_NOT_ALLOWED_BY_YOUR_SERVER", Some(reason));
        }
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.number = if internal { connect.to.clone() } else { international(&connect.to) };
        call.record |= connect.record;
        call.record_url.clone_from(&connect.record_url);
        call.rings = Some(connect.timeout);
        call.longest = connect.longest;
        if let Some(request) = call.pending.take() {
            let outcome = Outcome {
                r: 0,
                message: "SUCCESS".to_owned(),
                call: Some(call.id.clone()),
                custom_data: connect.custom_data.clone(),
                internal,
            };
            self.effects.push(Effect::Settle(request, outcome));
        }
        self.tell(now, key, "created", None);
        self.dial_customer(now, key);
    }

    /// Calls the customer, or the colleague, for the agent who waits.
    pub(super) fn dial_customer(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.stage = Stage::Connecting;
        let (id, hotline, number) = (call.id.clone(), call.hotline.clone(), call.number.clone());
        let rings = call.rings.unwrap_or(self.patience.customer);
        let server = call.agent.as_ref().map(|agent| agent.who.clone());
        let colleague = self.agent(&number).is_some();
        let caller = server.as_ref().map(|who| who.name().to_owned()).unwrap_or_default();
        let ring = Ring {
            call: id,
            from: if colleague { caller.clone() } else { hotline.clone() },
            to: number.clone(),
            from_alias: if colleague { caller } else { hotline.clone() },
            to_alias: number.clone(),
            from_internal: colleague,
            custom_data: String::new(),
        };
        let user = colleague.then(|| number.clone());
        let everywhere = Place { routing: 1, phone: None, sip_counts: true };
        let at_desk = user.as_ref().and_then(|user| self.reach(user, &everywhere));
        let telephony = at_desk.unwrap_or_else(|| self.telephone(&number));
        let leg = self.ring(now, key, (user, telephony), ring, rings);
        if let Some(call) = self.calls.get_mut(&key) {
            call.customer = Some(leg);
        }
        self.tell(now, key, "started", server.as_ref());
    }

    /// `POST /v1/call/callout`: the agent first.
    pub(super) fn call_out(&mut self, now: Moment, request: RequestId, wish: &CallOut) {
        let refused = |r, message: &str| Outcome { r, message: message.to_owned(), ..Outcome::default() };
        let number = international(&wish.number);
        let sip = wish.sip.then_some(Place { routing: 4, phone: None, sip_counts: true });
        let place = sip.or_else(|| self.place(&wish.user));
        let outcome = match (self.hotline(&wish.hotline), place) {
            (None, _) => Err(refused(4, "FROM_NUMBER_NOT_FOUND")),
            (Some(hotline), _) if !hotline.allow_outbound_calls => Err(refused(17, "NOT_ALLOW_CALLOUT")),
            _ if !(3..=15).contains(&number.len()) => Err(refused(14, "TO_NUMBER_INVALID")),
            (_, None) => Err(refused(1, NO_AGENT)),
            _ if self.busy(&wish.user) => Err(refused(1, NO_AGENT)),
            (Some(hotline), Some(place)) => Ok((hotline.record_outbound_calls, place)),
        };
        let (record, place) = match outcome {
            Ok(found) => found,
            Err(refused) => return self.effects.push(Effect::Settle(request, refused)),
        };
        let key = self.open_call(now, Origin::Server, &international(&wish.hotline), &number);
        let id = self.calls.get(&key).map(|call| call.id.clone());
        let outcome = Outcome { r: 0, message: "success".to_owned(), call: id, ..Outcome::default() };
        self.effects.push(Effect::Settle(request, outcome));
        if let Some(call) = self.calls.get_mut(&key) {
            call.record = record;
            call.stage = Stage::Connecting;
        }
        self.tell(now, key, "created", None);
        self.ring_first(now, key, wish, &place, self.patience.agent);
    }

    /// Rings the agent for whom the customer is called afterwards.
    fn ring_first(&mut self, now: Moment, key: CallKey, wish: &CallOut, place: &Place, rings: Duration) {
        let Some(telephony) = self.reach(&wish.user, place) else {
            return self.end_call(now, key, &Cause::failed(480, false));
        };
        let Some(call) = self.calls.get(&key) else { return };
        let phone = place.phone.clone().filter(|_| place.routing == 2);
        let ring = Ring {
            call: call.id.clone(),
            from: wish.shown.clone(),
            to: phone.unwrap_or_else(|| wish.user.clone()),
            from_alias: wish.alias.clone(),
            to_alias: wish.user.clone(),
            from_internal: false,
            custom_data: String::new(),
        };
        let who = Who::Agent(wish.user.clone());
        let leg = self.ring(now, key, (Some(wish.user.clone()), telephony), ring, rings);
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(Party { who: who.clone(), leg, up: false });
        }
        self.tell(now, key, "started", Some(&who));
    }
}

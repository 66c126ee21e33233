//! What the customer's server is told of a call, as Stringee writes it.

use super::calls::{Call, Origin, Who};
use super::words::{Effect, Moment};
use super::{CallKey, Centre};
use serde_json::{Value, json};

/// One end of a call, as events have it.
#[derive(Clone, Debug)]
pub(super) struct End {
    number: String,
    alias: String,
    internal: bool,
    online: bool,
}

impl End {
    fn show(&self) -> Value {
        let kind = if self.internal { "internal" } else { "external" };
        json!({"number": self.number, "alias": self.alias, "is_online": self.online, "type": kind})
    }
}

/// Why a call is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cause {
    /// `endCallCause`.
    pub(super) why: String,
    /// Did the customer end it?
    pub(super) by_customer: bool,
    /// What a caller who was never answered is told.
    pub(super) status: Option<u16>,
}

impl Cause {
    /// Somebody hung up.
    pub(super) fn hung_up(by_customer: bool) -> Self {
        Self { why: "USER_END_CALL".to_owned(), by_customer, status: None }
    }

    /// The centre ended it.
    pub(super) fn by_us(why: &str) -> Self {
        Self { why: why.to_owned(), by_customer: false, status: None }
    }

    /// Somebody could not be reached.
    pub(super) fn failed(status: u16, by_customer: bool) -> Self {
        let why = match status {
            403 => "403 Forbidden",
            404 => "404 Not Found",
            408 => "NO_ANSWER",
            480 => "480 Temporarily Unavailable",
            486 => "USER_BUSY",
            487 => "487 Request Terminated",
            603 => "603 Decline",
            _ => "CAN_NOT_MAKE_CALL",
        };
        Self { why: why.to_owned(), by_customer, status: Some(status) }
    }
}

impl Origin {
    fn name(self) -> &'static str {
        match self {
            Self::Customer => "EXTERNAL_CALL_IN",
            Self::Agent => "CLIENT_MAKE_CALL",
            Self::Server => "SERVER_CALL_OUT_BY_MAKE_CALL_TO_APP_BEFORE",
        }
    }
}

impl Centre {
    /// Tells of a call what we did, or who serves the customer: `about` names them.
    pub(super) fn tell(&mut self, now: Moment, key: CallKey, status: &str, about: Option<&Who>) {
        let Some(call) = self.calls.get(&key) else { return };
        let by_customer = about.is_none() && call.origin == Origin::Customer;
        let body = self.event(now, call, status, about, by_customer);
        self.post(body);
    }

    /// Tells of a call what the customer did.
    pub(super) fn tell_of_customer(&mut self, now: Moment, key: CallKey, status: &str, about: &Who) {
        let Some(call) = self.calls.get(&key) else { return };
        let body = self.event(now, call, status, Some(about), true);
        self.post(body);
    }

    /// Tells that a call is over, and of its recording.
    pub(super) fn tell_end(&mut self, now: Moment, key: CallKey, cause: &Cause, last: Option<&Who>, in_menu: bool) {
        let Some(call) = self.calls.get(&key) else { return };
        let seconds = |since: Moment| (now.since(since).as_millis() as u64 + 500) / 1_000;
        let more = json!({
            "endCallCause": cause.why,
            "endedBy": if cause.by_customer { "EXTERNAL" } else { "INTERNAL" },
            "callType": if in_menu { "IVR" } else { "CALL" },
            "duration": seconds(call.began),
            "answerDuration": call.answered.map_or(0, seconds),
        });
        let mut body = self.event(now, call, "ended", last, cause.by_customer);
        if let (Value::Object(body), Value::Object(more)) = (&mut body, more) {
            body.extend(more);
        }
        self.post(body);
    }

    fn post(&mut self, mut body: Value) {
        let Some(url) = self.setup.calls.event_url.clone().filter(|url| !url.is_empty()) else { return };
        self.event_count += 1;
        body["serial"] = json!(self.event_count);
        body["event_id"] = json!(format!("{}-{}", body["call_id"].as_str().unwrap_or_default(), self.event_count));
        self.effects.push(Effect::Post { url, body });
    }

    fn event(&self, now: Moment, call: &Call, status: &str, about: Option<&Who>, by_customer: bool) -> Value {
        let (theirs, ours) = self.ends(call, about);
        let actor = if by_customer { theirs.clone() } else { ours.clone() };
        let (from, to) = if call.origin == Origin::Customer { (theirs, ours) } else { (ours, theirs) };
        let dialler = call.agent.as_ref().filter(|_| call.origin == Origin::Agent);
        json!({
            "call_status": status,
            "project_id": self.setup.project,
            "request_from_user_id": dialler.map_or("", |dialler| dialler.who.name()),
            "account_sid": format!("AC{}", self.setup.account),
            "timestamp_ms": now.0,
            "from": from.show(),
            "to": to.show(),
            "type": "stringee_call",
            "call_id": call.id,
            "clientCustomData": call.custom,
            "callCreatedReason": call.origin.name(),
            "actor": actor.number,
            "actorType": if actor.internal { "internal" } else { "external" },
            "original": true,
            "peerToPeer": false,
        })
    }

    /// The customer, and our end: who serves the customer, or the hotline itself.
    fn ends(&self, call: &Call, about: Option<&Who>) -> (End, End) {
        let customer = End {
            number: call.number.clone(),
            alias: call.number.clone(),
            internal: self.agent(&call.number).is_some(),
            online: false,
        };
        let hotline =
            || End { number: call.hotline.clone(), alias: call.hotline.clone(), internal: true, online: false };
        let server = about.map_or_else(hotline, |who| End {
            number: who.name().to_owned(),
            alias: call.hotline.clone(),
            internal: matches!(who, Who::Agent(_)),
            online: self.devices.values().any(|user| user == who.name()),
        });
        (customer, server)
    }
}

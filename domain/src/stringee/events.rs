//! What the provider tells of calls while they go on: reading one telling.
//!
//! `{call_status, call_id, event_id, timestamp_ms, from{number, alias, type}, to{...}, actor, actorType,
//! request_from_user_id, callCreatedReason, ...}`; a recording is told of without a status. Builds differ, and projects of
//! different age are told different fields: whatever is missing is done without.

use crate::calls::Direction;
use crate::times::Millis;
use serde_json::Value;

/// Why a body tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or not an object.
    NotAnEvent,
    /// It does not say of which call it is.
    NoCall,
}

/// One telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What makes it this telling: the same one twice is told once.
    pub key: String,
    /// The provider's id of the call.
    pub call: String,
    /// When it happened, by the provider's clock.
    pub at: Millis,
    /// What happened.
    pub kind: Kind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the call, or to one of its legs.
    Call(Box<CallEvent>),
    /// There is a recording of it.
    Recorded,
}

/// What happened to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallEvent {
    /// How far it is.
    pub status: Status,
    /// Who called whom.
    pub direction: Direction,
    /// Whether our server asked for it, so that the member's telephone rings first and the customer's afterwards.
    pub member_first: bool,
    /// The customer's number.
    pub customer: String,
    /// Which of our numbers.
    pub hotline: Option<String>,
    /// The seat it is about.
    pub seat: Option<String>,
    /// Whether the customer did it.
    pub by_customer: bool,
    /// Why it is over, in the provider's words.
    pub cause: Option<String>,
}

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is there.
    Created,
    /// Somebody is called.
    Started,
    /// Their telephone rings.
    Ringing,
    /// They picked up.
    Answered,
    /// One member's part is over; the call may go on.
    LegEnded,
    /// The call is over.
    Ended,
}

/// Reads a telling.
///
/// # Errors
/// Why it tells nothing. A status that is not known is none: it is read as the call being there.
pub fn event(body: &[u8], received: Millis) -> Result<Event, Unreadable> {
    let told: Value = serde_json::from_slice(body).map_err(|_| Unreadable::NotAnEvent)?;
    if !told.is_object() {
        return Err(Unreadable::NotAnEvent);
    }
    let call = text(&told, &["call_id", "callId"]).ok_or(Unreadable::NoCall)?;
    let status = text(&told, &["call_status"]);
    let at = number(&told, &["timestamp_ms", "end_time"]).map_or(received, Millis);
    let said = status.as_deref().unwrap_or("recorded");
    let key = text(&told, &["event_id"]).unwrap_or_else(|| {
        let actor = text(&told, &["actor"]).unwrap_or_default();
        format!("{call}:{said}:{}:{actor}", number(&told, &["timestamp_ms", "end_time"]).unwrap_or_default())
    });
    let kind = match &status {
        None => Kind::Recorded,
        Some(word) => Kind::Call(Box::new(call_event(&told, word))),
    };
    Ok(Event { key, call, at, kind })
}

/// One end of a call.
struct End {
    number: String,
    alias: Option<String>,
    internal: bool,
}

impl End {
    fn of(told: &Value, key: &str) -> Self {
        let end = told.get(key).cloned().unwrap_or(Value::Null);
        Self {
            number: text(&end, &["number"]).unwrap_or_default(),
            alias: text(&end, &["alias"]),
            internal: text(&end, &["type"]).as_deref() == Some("internal"),
        }
    }

    /// Our end is a member's seat, or the number itself: then its other name is the same.
    fn seat(&self) -> Option<String> {
        let is_seat = self.internal && !self.number.is_empty() && self.alias.as_deref() != Some(&self.number);
        is_seat.then(|| self.number.clone())
    }

    fn hotline(&self) -> Option<String> {
        let named = if self.seat().is_some() { self.alias.clone() } else { Some(self.number.clone()) };
        named.filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

fn call_event(told: &Value, word: &str) -> CallEvent {
    let (from, to) = (End::of(told, "from"), End::of(told, "to"));
    let reason = text(told, &["callCreatedReason"]).unwrap_or_default();
    let direction = match reason.as_str() {
        "EXTERNAL_CALL_IN" => Direction::Inbound,
        "" if !from.internal => Direction::Inbound,
        _ => Direction::Outbound,
    };
    let (theirs, ours) = if direction == Direction::Inbound { (from, to) } else { (to, from) };
    let by_customer = text(told, &["actorType"]).as_deref() == Some("external");
    let hotline = ours.hotline();
    let actor = text(told, &["actor"]).filter(|actor| !by_customer && hotline.as_ref() != Some(actor));
    let asked_by = text(told, &["request_from_user_id"]);
    CallEvent {
        status: status(word),
        direction,
        member_first: reason == "SERVER_CALL_OUT_BY_MAKE_CALL_TO_APP_BEFORE",
        seat: actor.filter(|actor| *actor != theirs.number).or_else(|| ours.seat()).or(asked_by),
        customer: theirs.number,
        hotline,
        by_customer,
        cause: text(told, &["endCallCause"]),
    }
}

fn status(word: &str) -> Status {
    match word {
        "started" => Status::Started,
        "ringing" => Status::Ringing,
        "answered" => Status::Answered,
        "agentEnded" => Status::LegEnded,
        "ended" | "connect_failed" => Status::Ended,
        _ => Status::Created,
    }
}

/// The first of these that says something, be it text or a number.
fn text(told: &Value, keys: &[&str]) -> Option<String> {
    let said = keys.iter().find_map(|key| match told.get(key)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })?;
    (!said.is_empty()).then_some(said)
}

fn number(told: &Value, keys: &[&str]) -> Option<i64> {
    text(told, keys)?.parse().ok()
}

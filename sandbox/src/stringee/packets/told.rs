//! What the company says, as packets.

use super::{Class, packet};
use crate::stringee::centre::words::{Outcome, Ring};
use serde_json::{Value, json};

/// Are you still there?
pub(crate) fn ping() -> Value {
    packet(1, &json!({}))
}

/// What goes into the answer to a call that is made.
pub(crate) fn started(class: Class, from: &str, to: &str, room: &str, outcome: &Outcome) -> Value {
    let mut body = json!({
        "callId": outcome.call.as_deref().unwrap_or_default(),
        "toType": if outcome.internal { "internal" } else { "external" },
        "fromNumber": from,
        "toNumber": to,
        "video": false,
        "peerToPeerCall": false,
        "customDataFromYourServer": outcome.custom_data.as_deref().unwrap_or_default(),
    });
    match class {
        Class::Call => body["iceServers"] = json!([]),
        Class::Call2 => body["roomToken"] = json!(room),
    }
    body
}

/// A telephone rings.
pub(crate) fn ring(class: Class, ring: &Ring, room: &str) -> Value {
    let mut body = json!({
        "callId": ring.call,
        "fromNumber": ring.from,
        "toNumber": ring.to,
        "fromAlias": ring.from_alias,
        "toAlias": ring.to_alias,
        "fromInternal": ring.from_internal,
        "video": false,
        "customDataFromYourServer": ring.custom_data,
    });
    match class {
        Class::Call => body["iceServers"] = json!([]),
        Class::Call2 => body["roomToken"] = json!(room),
    }
    packet(if class == Class::Call { 33 } else { 129 }, &body)
}

/// Our side's sound, for a `StringeeCall`. The candidates are inside: one that comes alone might come too early.
pub(crate) fn sdp(call: &str, kind: &str, sdp: &str) -> Value {
    packet(29, &json!({"callId": call, "type": "sdp", "data": {"type": kind, "sdp": sdp}}))
}

/// How a call goes: a SIP status.
pub(crate) fn state_now(class: Class, call: &str, code: u16) -> Value {
    let reason = match code {
        100 => "Trying",
        180 => "Ringing",
        183 => "Session Progress",
        200 => "OK",
        403 => "Forbidden",
        404 => "Not Found",
        408 => "Request Timeout",
        480 => "Temporarily Unavailable",
        486 => "Busy Here",
        487 => "Request Terminated",
        603 => "Decline",
        _ => "Server Failure",
    };
    packet(if class == Class::Call { 32 } else { 134 }, &json!({"callId": call, "code": code, "reason": reason}))
}

/// The other side hung up, or gave up (`cancelled`: before anybody answered).
pub(crate) fn stopped(class: Class, call: &str, cancelled: bool) -> Value {
    match (class, cancelled) {
        (Class::Call, _) => packet(30, &json!({"callId": call})),
        (Class::Call2, true) => packet(130, &json!({"callId": call, "code": 487, "reason": "Request Terminated"})),
        (Class::Call2, false) => packet(133, &json!({"callId": call, "code": 200, "reason": "Bye"})),
    }
}

/// Another page of the same user answered (200) or refused (486).
pub(crate) fn elsewhere(class: Class, call: &str, code: u64) -> Value {
    let kind = if class == Class::Call { "CALL_STATE" } else { "CALL2_STATE" };
    packet(38, &json!({"type": kind, "data": {"callId": call, "code": code}}))
}

/// The call that another page of the same user has is over.
pub(crate) fn over_elsewhere(call: &str) -> Value {
    packet(38, &json!({"type": "CALL_END", "data": {"callId": call}}))
}

/// Another page of the same user came or went.
pub(crate) fn other_device(connected: bool, client: &str, browser: &str) -> Value {
    let status = if connected { "connected" } else { "disconnected" };
    packet(104, &json!({"status": status, "clientId": client, "browserId": browser}))
}

/// A message from another user.
pub(crate) fn message(from: &str, message: &Value) -> Value {
    packet(55, &json!({"fromUser": from, "message": message}))
}

/// What somebody can listen to in a room.
pub(crate) fn track(name: &str, user: &str) -> Value {
    json!({"serverId": name, "userPublish": user, "audio": true, "video": false, "screen": false})
}

/// There is something new to listen to in a room.
pub(crate) fn track_added(room: &str, track: &Value) -> Value {
    packet(121, &json!({"roomId": room, "track": track}))
}

/// The answer to what a page offered in a room under the name `pc`.
pub(crate) fn endpoint(room: &str, pc: &str, track: &str, sdp: &str) -> Value {
    let data = json!({"type": "answer", "sdp": sdp});
    packet(110, &json!({"roomId": room, "localTrackId": pc, "serverTrackId": track, "data": data}))
}

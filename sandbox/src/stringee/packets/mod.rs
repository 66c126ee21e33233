//! The packets of the SDK's socket: `{"service": number, "body": object}`, one per text frame. An answer repeats the
//! `service` and the `requestId` of what it answers; what the company says of itself carries no `requestId`.

pub(crate) mod told;

use super::centre::words::{Handover, Target};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The two kinds of call of the SDK: `StringeeCall`, and `StringeeCall2` with its rooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Class {
    /// `StringeeCall`.
    #[default]
    Call,
    /// `StringeeCall2`.
    Call2,
}

/// What a page says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Packet {
    /// What the answer must repeat.
    pub(crate) service: u64,
    /// What the answer must repeat, too.
    pub(crate) request: Value,
    /// The words themselves.
    pub(crate) said: Said,
}

/// The words of a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Said {
    /// It is still there.
    Pong,
    /// Who it is.
    Authen(Credentials),
    /// It calls.
    Start { class: Class, from: String, to: String, custom: String },
    /// It offers its sound, for the first time or again.
    Offer { call: String, sdp: String },
    /// It answers our offer.
    Answer { call: String, sdp: String },
    /// It rings (180), picks up (200) or refuses (486).
    State { class: Class, call: String, code: u64 },
    /// It hangs up.
    Stop { call: String },
    /// Keys were pressed.
    Keys { call: String, digits: String },
    /// The customer shall wait, or come back.
    Hold { call: String, on: bool },
    /// Somebody else shall have the customer.
    Transfer { call: String, to: Target, how: Handover },
    /// A message to the pages of a user.
    Message { user: String, message: Value },
    /// Is this call still there?
    Exists { call: String },
    /// It enters a call's room.
    Join { token: String },
    /// It will offer its sound in a room under this name.
    Publish { room: String, pc: String },
    /// It will listen to a track in a room under this name.
    Subscribe { room: String, pc: String },
    /// It offers to send or to listen in a room.
    Endpoint { room: String, pc: String, sdp: String },
    /// Anything else; it only wants to be acknowledged. The SDK's own candidates are among them: ours are in our
    /// descriptions, theirs we learn from the packets, and some of them are made up.
    Other,
}

/// What a page shows of itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Credentials {
    #[serde(default)]
    pub(crate) accesstoken: String,
    /// The client, until its page is reloaded.
    #[serde(default)]
    pub(crate) device_id: String,
    /// The browser, for good.
    #[serde(default)]
    pub(crate) browser_id: String,
}

#[derive(Deserialize)]
struct Frame {
    service: u64,
    #[serde(default)]
    body: Value,
}

/// Reads a frame; `None` when it is no packet.
pub(crate) fn read(text: &str) -> Option<Packet> {
    let Frame { service, body } = serde_json::from_str(text).ok()?;
    let request = body.get("requestId").cloned().unwrap_or_default();
    Some(Packet { service, request, said: said(service, body)? })
}

fn said(service: u64, body: Value) -> Option<Said> {
    Some(match service {
        1 => Said::Pong,
        2 => Said::Authen(shape(body)?),
        26 => start(Class::Call, shape(body)?),
        128 => start(Class::Call2, shape(body)?),
        27 => description(shape(body)?),
        28 | 132 => Said::Stop { call: shape::<Named>(body)?.call_id },
        31 => state(Class::Call, shape(body)?),
        131 => state(Class::Call2, shape(body)?),
        34 | 145 => shape(body).map(|Keys { call_id, digits }| Said::Keys { call: call_id, digits })?,
        100 | 136 => shape(body).map(|Hold { call_id, hold }| Said::Hold { call: call_id, on: hold })?,
        101 => to_user(shape(body)?),
        135 => to_anybody(shape(body)?),
        54 => shape(body).map(|Message { to_user, message }| Said::Message { user: to_user, message })?,
        205 => Said::Exists { call: shape::<Named>(body)?.call_id },
        115 => Said::Join { token: shape::<Joining>(body)?.room_token },
        117 => shape(body).map(|Pc { room_id, local_pc_id }| Said::Publish { room: room_id, pc: local_pc_id })?,
        119 => shape(body).map(|Pc { room_id, local_pc_id }| Said::Subscribe { room: room_id, pc: local_pc_id })?,
        108 => shape(body).map(|Endpoint { room_id, server_pc_id, data }| Said::Endpoint {
            room: room_id,
            pc: server_pc_id,
            sdp: data.sdp,
        })?,
        _ => Said::Other,
    })
}

fn shape<T: DeserializeOwned>(body: Value) -> Option<T> {
    serde_json::from_value(body).ok()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Start {
    from_number: String,
    to_number: String,
    #[serde(default)]
    custom: Value,
}

fn start(class: Class, body: Start) -> Said {
    let custom = match body.custom {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    };
    Said::Start { class, from: body.from_number, to: body.to_number, custom }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Named {
    call_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Description {
    call_id: String,
    data: Value,
}

#[derive(Deserialize)]
struct Sdp {
    sdp: String,
}

fn description(Description { call_id: call, data }: Description) -> Said {
    let text = |name: &str| data.get(name).and_then(Value::as_str).map(str::to_owned);
    match (text("type").as_deref(), text("sdp")) {
        (Some("offer"), Some(sdp)) => Said::Offer { call, sdp },
        (Some("answer"), Some(sdp)) => Said::Answer { call, sdp },
        _ => Said::Other,
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct State {
    call_id: String,
    code: u64,
}

fn state(class: Class, State { call_id: call, code }: State) -> Said {
    Said::State { class, call, code }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Keys {
    call_id: String,
    digits: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Hold {
    call_id: String,
    hold: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ToUser {
    call_id: String,
    to: Number,
}

#[derive(Deserialize)]
struct Number {
    number: String,
}

fn to_user(ToUser { call_id: call, to }: ToUser) -> Said {
    Said::Transfer { call, to: Target::Agent(to.number), how: Handover::Blind }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ToAnybody {
    call_id: String,
    to_number: String,
    to_type: String,
    transfer_type: String,
}

fn to_anybody(body: ToAnybody) -> Said {
    let to = match body.to_type.as_str() {
        "queue" => Target::Queue(body.to_number),
        "agent" => Target::Agent(body.to_number),
        _ => Target::Number(body.to_number),
    };
    let how = if body.transfer_type == "attended" { Handover::Attended } else { Handover::Blind };
    Said::Transfer { call: body.call_id, to, how }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    to_user: String,
    #[serde(default)]
    message: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Joining {
    room_token: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pc {
    room_id: String,
    local_pc_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint {
    room_id: String,
    server_pc_id: String,
    data: Sdp,
}

impl Packet {
    /// The answer to this packet, with `more` in its body.
    pub(crate) fn reply(&self, r: i64, message: &str, more: Value) -> Value {
        let mut body = json!({"requestId": self.request, "r": r, "message": message});
        if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
            body.extend(more);
        }
        packet(self.service, &body)
    }
}

fn packet(service: u64, body: &Value) -> Value {
    json!({"service": service, "body": body})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(service: u64, body: &Value) -> Option<Said> {
        read(&json!({"service": service, "body": body}).to_string()).map(|packet| packet.said)
    }

    #[test]
    fn a_reply_repeats_service_and_request() {
        let packet = read(r#"{"service":31,"body":{"callId":"c","code":180,"requestId":7}}"#).expect("a packet");
        assert_eq!(packet.said, Said::State { class: Class::Call, call: "c".to_owned(), code: 180 });
        let reply = packet.reply(1, "no such call", json!({"exist": false}));
        let body = json!({"requestId": 7, "r": 1, "message": "no such call", "exist": false});
        assert_eq!(reply, json!({"service": 31, "body": body}));
    }

    #[test]
    fn candidates_are_taken_and_dropped() {
        let data = json!({"sdpMLineIndex": 0, "candidate": "candidate:1 1 udp 1 115.78.95.208 47279 typ srflx"});
        assert_eq!(said(27, &json!({"callId": "c", "type": "candidate", "data": data})), Some(Said::Other));
        let offer = json!({"callId": "c", "type": "sdp", "data": {"type": "offer", "sdp": "v=0"}});
        assert_eq!(said(27, &offer), Some(Said::Offer { call: "c".to_owned(), sdp: "v=0".to_owned() }));
    }

    #[test]
    fn both_kinds_of_call_transfer_in_their_own_words() {
        let (call, colleague) = ("c".to_owned(), Target::Agent("agent_minh".to_owned()));
        let plain = json!({"callId": "c", "to": {"number": "agent_minh", "type": "internal", "alias": "agent_minh"}});
        let blind = Said::Transfer { call: call.clone(), to: colleague, how: Handover::Blind };
        assert_eq!(said(101, &plain), Some(blind));
        let room = json!({"callId": "c", "fromNumber": "f", "toNumber": "QU_1", "toType": "queue",
            "transferType": "attended"});
        let attended = Said::Transfer { call, to: Target::Queue("QU_1".to_owned()), how: Handover::Attended };
        assert_eq!(said(135, &room), Some(attended));
    }

    #[test]
    fn what_is_no_packet_is_not_read_and_what_is_unknown_is_acknowledged() {
        for text in ["", "[]", "{}", r#"{"service":"2","body":{}}"#, r#"{"service":31,"body":{"code":200}}"#] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(said(138, &json!({"requestId": 1})), Some(Said::Other));
    }
}

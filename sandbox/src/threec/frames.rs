//! The messages of the agents' socket: JSON with an `objectId` that says what it is.

use crate::exchange::{Device, Direction, News, Progress, Ring, Status, Transfer, Wish};
use serde_json::{Value, json};

/// Every number of the protocol. `..._IN` is for calls received, `..._OUT` for calls made.
mod id {
    pub(super) const LOGIN: u64 = 1_010_003;
    pub(super) const PING: u64 = 11_111_111;
    pub(super) const SET_STATUS: u64 = 2013;
    pub(super) const STATUS_SET: u64 = 1027;
    pub(super) const NO_ANSWER: u64 = 1020;
    pub(super) const RING: u64 = 1038;
    pub(super) const ANSWERED: u64 = 1039;
    pub(super) const ENDED: u64 = 1009;
    pub(super) const CALL_OUT: u64 = 2032;
    pub(super) const CALL_OUT_STATUS: u64 = 1055;
    pub(super) const HOLD_IN: u64 = 2015;
    pub(super) const UNHOLD_IN: u64 = 2016;
    pub(super) const HELD_IN: u64 = 1029;
    pub(super) const UNHELD_IN: u64 = 1028;
    pub(super) const HOLD_OUT: u64 = 2055;
    pub(super) const UNHOLD_OUT: u64 = 2056;
    pub(super) const HELD_OUT: u64 = 1084;
    pub(super) const UNHELD_OUT: u64 = 1085;
    pub(super) const MUTE: u64 = 2018;
    pub(super) const UNMUTE: u64 = 2017;
    pub(super) const MUTED: u64 = 1030;
    pub(super) const UNMUTED: u64 = 1031;
    pub(super) const END_IN: u64 = 2009;
    pub(super) const LEAVE: u64 = 2019;
    pub(super) const END_OUT: u64 = 2033;
    pub(super) const TAKE_VOICE: u64 = 1_511_232_003;
    pub(super) const TAKE_VOICE_REPLY: u64 = 1_511_231_003;
    pub(super) const VOICE_ON: u64 = 1_511_231_001;
    pub(super) const VOICE_OFF: u64 = 1_511_231_002;
    pub(super) const SET_DEVICE: u64 = 1_511_242_004;
    pub(super) const DEVICE_SET: u64 = 1_511_241_004;
    pub(super) const SEARCH_AGENTS: u64 = 1_410_122_081;
    pub(super) const AGENTS: u64 = 1_410_121_118;
    pub(super) const TRANSFER: u64 = 1_410_122_076;
    pub(super) const TRANSFER_ANSWER: u64 = 1_410_121_123;
    pub(super) const TRANSFER_RESULT: u64 = 1_410_121_119;
    pub(super) const TRANSFER_ACD: u64 = 2052;
    pub(super) const TRANSFER_ACD_REPLY: u64 = 1116;
}

/// What a hold that could not be done is answered with.
const NOT_DONE: &str = "IPCCERR0000";

fn object_id(frame: &Value) -> Option<u64> {
    frame["objectId"].as_u64()
}

fn word<'a>(frame: &'a Value, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| frame[*name].as_str()).filter(|text| !text.is_empty())
}

/// The token of a sign-in message.
pub(super) fn login_token(frame: &Value) -> Option<&str> {
    if object_id(frame)? == id::LOGIN { word(frame, &["authenToken"]) } else { None }
}

/// What a page wants; `None` for pings and for what nobody knows.
pub(super) fn read(frame: &Value) -> Option<Wish> {
    let hold = |on, direction| Wish::Hold { on, direction };
    let named = |names: &[&str]| word(frame, names).map(str::to_owned);
    Some(match object_id(frame)? {
        id::SET_STATUS => Wish::Available(frame["status"] == "AVAILABLE"),
        id::CALL_OUT => Wish::CallOut(named(&["telephoneNumber"])?),
        id::HOLD_IN => hold(true, Direction::In),
        id::UNHOLD_IN => hold(false, Direction::In),
        id::HOLD_OUT => hold(true, Direction::Out),
        id::UNHOLD_OUT => hold(false, Direction::Out),
        id::MUTE => Wish::Mute(true),
        id::UNMUTE => Wish::Mute(false),
        id::END_IN | id::END_OUT | id::LEAVE => Wish::End,
        id::TAKE_VOICE => Wish::TakeVoice,
        id::SET_DEVICE => {
            let device = Device(frame["deviceType"].as_u64()?);
            Wish::Device { device, phone: named(&["phoneNumber", "phone", "mobile"]) }
        }
        id::SEARCH_AGENTS => Wish::Colleagues,
        id::TRANSFER => Wish::Transfer(named(&["newAgentId"])?),
        id::TRANSFER_ANSWER => Wish::AnswerTransfer(frame["status"] == "OK"),
        id::TRANSFER_ACD => Wish::TransferToQueue(named(&["acdId"])?),
        id::PING | id::LOGIN => return None,
        unknown => {
            tracing::debug!(unknown, "an objectId that nobody knows");
            return None;
        }
    })
}

/// The ping that both sides send.
pub(super) fn ping() -> Value {
    json!({"objectId": id::PING})
}

/// The answer to a token that is not taken.
pub(super) fn login_refused() -> Value {
    json!({"objectId": id::LOGIN, "errorCode": 401})
}

/// The messages that carry a piece of news to the page of the agent `me`.
pub(super) fn write(me: &str, news: &News) -> Vec<Value> {
    let one = match news {
        News::Welcome { status, voice, device } => json!({
            "objectId": id::LOGIN, "agentStatus": status_word(*status), "isVoiceChannel": u8::from(*voice), "deviceType": device.0,
        }),
        News::StatusSet => json!({"objectId": id::STATUS_SET, "status": "OK"}),
        News::NoAnswer => json!({"objectId": id::NO_ANSWER, "status": "NO ANSWER"}),
        News::Ring(ring) => ring_frame(me, ring),
        News::Answered(call) => json!({"objectId": id::ANSWERED, "extension": me, "callId": call}),
        News::Ended(call) => json!({"objectId": id::ENDED, "extension": me, "callId": call}),
        News::CallOut { progress, call, number } => call_out_frame(me, *progress, call.as_deref(), number),
        News::Held { on, direction, done } => held_frame(*on, *direction, *done),
        News::Muted(on) => json!({"objectId": if *on { id::MUTED } else { id::UNMUTED }}),
        News::VoiceTaken(device) => {
            return vec![
                json!({"objectId": id::TAKE_VOICE_REPLY, "result": 1}),
                json!({"objectId": id::VOICE_ON, "result": 1, "deviceType": device.0}),
            ];
        }
        News::VoiceRefused => json!({"objectId": id::TAKE_VOICE_REPLY, "result": 0}),
        News::VoiceLost => json!({"objectId": id::VOICE_OFF}),
        News::DeviceSet { old, new } => json!({
            "objectId": id::DEVICE_SET, "result": 1, "oldDeviceType": old.0, "newDeviceType": new.0,
        }),
        News::Colleagues(colleagues) => {
            let list: Vec<Value> = colleagues
                .iter()
                .map(|agent| {
                    json!({
                        "ipPhone": agent.ipphone, "userName": agent.name, "username": agent.name,
                        "agentStatus": "AVAILABLE", "callStatus": "READY",
                    })
                })
                .collect();
            json!({"objectId": id::AGENTS, "listAgentSearch": list})
        }
        News::TransferOffered(transfer) => transfer_frame(id::TRANSFER, transfer, None),
        News::TransferAnswered { transfer, accepted } => transfer_frame(id::TRANSFER_ANSWER, transfer, Some(*accepted)),
        News::Transferred { transfer, error } => result_frame(transfer, *error),
        News::QueueTransfer(done) => json!({"objectId": id::TRANSFER_ACD_REPLY, "status": ok_word(*done)}),
        News::Closed => return Vec::new(),
    };
    vec![one]
}

fn ring_frame(me: &str, ring: &Ring) -> Value {
    json!({
        "objectId": id::RING, "extension": me, "callId": ring.call, "caller": ring.caller, "line": ring.line,
        "queueDescription": ring.queue, "callDirection": 1,
    })
}

fn call_out_frame(me: &str, progress: Progress, call: Option<&str>, number: &str) -> Value {
    let (status, error, sip) = match progress {
        Progress::Starting => ("STARTING", None, None),
        Progress::Ringing => ("RINGING", None, None),
        Progress::Answered => ("ANSWER", None, None),
        Progress::Ended => ("ENDCALL", None, None),
        Progress::Terminated => ("TERMINATE", None, None),
        Progress::Failed(error, sip) => ("ERROR", Some(error), Some(sip.map_or(json!(""), |code| json!(code)))),
    };
    let mut frame = json!({
        "objectId": id::CALL_OUT_STATUS, "status": status, "callId": call, "telephoneNumber": number,
        "ipphone": me, "extension": me,
    });
    if let Some(error) = error {
        frame["errorCode"] = json!(error);
        frame["sipCode"] = sip.unwrap_or_default();
    }
    frame
}

fn held_frame(on: bool, direction: Direction, done: bool) -> Value {
    let object_id = match (on, direction) {
        (true, Direction::In) => id::HELD_IN,
        (false, Direction::In) => id::UNHELD_IN,
        (true, Direction::Out) => id::HELD_OUT,
        (false, Direction::Out) => id::UNHELD_OUT,
    };
    json!({"objectId": object_id, "status": if done { "OK" } else { NOT_DONE }})
}

fn transfer_frame(object_id: u64, transfer: &Transfer, accepted: Option<bool>) -> Value {
    let mut frame = json!({
        "objectId": object_id, "callId": transfer.call, "dropAgentId": transfer.from, "newAgentId": transfer.to,
    });
    if let Some(accepted) = accepted {
        frame["status"] = json!(ok_word(accepted));
    }
    frame
}

fn result_frame(transfer: &Transfer, error: Option<&str>) -> Value {
    let mut frame = json!({
        "objectId": id::TRANSFER_RESULT, "callId": transfer.call, "status": ok_word(error.is_none()),
        "dropAgent": transfer.from, "newAgent": transfer.to,
    });
    if let Some(error) = error {
        frame["errorCode"] = json!(error);
    }
    frame
}

fn ok_word(done: bool) -> &'static str {
    if done { "OK" } else { "NOK" }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Available => "AVAILABLE",
        Status::Away => "NOT AVAILABLE",
        Status::NoAnswer => "NO ANSWER",
    }
}

#[cfg(test)]
mod tests;

//! What 3C's scripts report, in our words. They pass strings, numbers, nothing, or objects that lack half of what
//! they should have: whatever cannot be understood reports nothing, and nothing here fails.

use super::{call_failure, transfer_failure};
use crate::calls::{Colleague, Device, Event, Presence, TransferOffer};
use crate::times::Millis;
use serde_json::Value;

/// The callbacks that must be properties of `window` before the scripts are started: 23 of the document, and two that
/// the scripts call besides, unguarded.
pub const CALLBACKS: [&str; 25] = [
    "csCallRinging",
    "csAcceptCall",
    "csEndCall",
    "csMuteCall",
    "csUnMuteCall",
    "csHoldCall",
    "csUnHoldCall",
    "showCalloutInfo",
    "showCalloutError",
    "csShowEnableVoice",
    "csShowCallStatus",
    "csCustomerAccept",
    "csShowDeviceType",
    "csCurrentCallId",
    "csInitError",
    "csInitComplete",
    "csListTransferAgent",
    "csTransferCallError",
    "csTransferCallSuccess",
    "csNewCallTransferRequest",
    "csTransferCallResponse",
    "csNotifyReconnecting",
    "csOndisconnected",
    "csCallRingingAgent",
    "csTransferSurveyResponse",
];

/// What the frame read from the scripts' `csVoice` object inside the callback; gone afterwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceSnapshot {
    /// `csVoice.isHold`: what really is, for the hold callbacks come even when holding failed.
    pub is_hold: Option<bool>,
    /// `csVoice.isCallout`: the scripts believe that a call out runs.
    pub is_callout: Option<bool>,
    /// `csVoice.enableVoice`: whether this tab has the voice.
    pub enable_voice: Option<bool>,
    /// The id in `csVoice.callInfo`: of the current call, or still of the one before.
    pub call_id: Option<String>,
    /// Which of our numbers was called, where the build says.
    pub hotline: Option<String>,
}

/// What a callback means: usually one event, sometimes none. Unknown names mean nothing.
pub fn callback(name: &str, args: &[Value], voice: &VoiceSnapshot) -> Vec<Event> {
    let first = args.first();
    let event = match name {
        "csCallRinging" => Some(ringing(first, voice)),
        "csAcceptCall" => Some(Event::AgentAnswered),
        "csEndCall" => Some(Event::Ended),
        "csMuteCall" => Some(Event::MutedIs(true)),
        "csUnMuteCall" => Some(Event::MutedIs(false)),
        "csHoldCall" => Some(Event::HeldIs(voice.is_hold.unwrap_or(true))),
        "csUnHoldCall" => Some(Event::HeldIs(voice.is_hold.unwrap_or(false))),
        "showCalloutInfo" => Some(Event::DialTaken { number: text(first).unwrap_or_default() }),
        "showCalloutError" => Some(dial_failed(args, voice)),
        "csShowEnableVoice" => truth(first).or(voice.enable_voice).map(Event::VoiceIs),
        "csShowCallStatus" => presence(first).map(Event::PresenceIs),
        "csCustomerAccept" => Some(Event::CustomerAnswered),
        "csShowDeviceType" => number(first).map(|code| Event::DeviceIs(device(code))),
        "csCurrentCallId" => text(first).map(|id| Event::ProviderId { id }),
        "csInitError" => Some(Event::SignInRefused { code: text(first) }),
        "csInitComplete" => Some(Event::Connected),
        "csListTransferAgent" => Some(Event::Colleagues(colleagues(first))),
        "csTransferCallError" => Some(Event::TransferFailed { reason: transfer_failure(text(first).as_deref()) }),
        "csTransferCallSuccess" => Some(Event::TransferDone),
        "csNewCallTransferRequest" => Some(Event::TransferOffered { offer: offer(first) }),
        "csTransferCallResponse" => accepted(first).map(|accepted| Event::TransferAnswer { accepted }),
        "csNotifyReconnecting" => Some(Event::Reconnecting { attempt: count(first), total: count(args.get(1)) }),
        "csOndisconnected" => Some(Event::GaveUp),
        "csCallRingingAgent" => Some(Event::OwnDeviceRinging),
        _ => None,
    };
    event.into_iter().collect()
}

fn ringing(phone: Option<&Value>, voice: &VoiceSnapshot) -> Event {
    Event::Ringing { number: text(phone).unwrap_or_default(), hotline: voice.hotline.clone() }
}

fn dial_failed(args: &[Value], voice: &VoiceSnapshot) -> Event {
    let (code, sip) = (text(args.first()), text(args.get(1)));
    let reason = call_failure(code.as_deref(), sip.as_deref());
    Event::DialFailed { reason, provider_id: voice.call_id.clone() }
}

fn presence(status: Option<&Value>) -> Option<Presence> {
    match text(status)?.to_lowercase().replace([' ', '_', '-'], "").as_str() {
        "online" => Some(Presence::Online),
        "offline" => Some(Presence::Offline),
        "noanswer" => Some(Presence::NoAnswer),
        _ => None,
    }
}

fn device(code: i64) -> Device {
    match code {
        1 => Device::Browser,
        2 => Device::Softphone,
        3 => Device::Mobile { number: String::new() },
        4 => Device::IpPhone,
        other => Device::Other(other),
    }
}

fn colleagues(list: Option<&Value>) -> Vec<Colleague> {
    let parsed = list.and_then(Value::as_str).and_then(|json| serde_json::from_str(json).ok());
    let list = parsed.as_ref().or(list);
    list.and_then(Value::as_array).map(|items| items.iter().filter_map(colleague).collect()).unwrap_or_default()
}

/// Without a seat nothing can be passed on to them.
fn colleague(item: &Value) -> Option<Colleague> {
    let seat = text(item.get("ipPhone").or_else(|| item.get("ipphone")))?;
    let name = text(item.get("userName").or_else(|| item.get("username"))).unwrap_or_else(|| seat.clone());
    Some(Colleague { seat, name })
}

/// An offer whose sender cannot be read is an offer still.
fn offer(request: Option<&Value>) -> TransferOffer {
    let word = |key: &str| text(request.and_then(|request| request.get(key)));
    TransferOffer {
        call_id: word("callId"),
        from: word("dropAgentId").unwrap_or_default(),
        to: word("newAgentId").unwrap_or_default(),
        since: Millis(0),
    }
}

fn accepted(status: Option<&Value>) -> Option<bool> {
    match text(status)?.to_ascii_uppercase().as_str() {
        "OK" => Some(true),
        "NOK" => Some(false),
        _ => None,
    }
}

/// Whatever is written as text or number; `None` for nothing at all.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!matches!(text.as_str(), "" | "undefined" | "null")).then_some(text)
}

/// Numbers come as text too, and JavaScript's whole numbers may arrive with a fraction of nothing.
fn number(value: Option<&Value>) -> Option<i64> {
    let text = text(value)?;
    text.split_once('.').map_or(text.as_str(), |(whole, _)| whole).parse().ok()
}

fn count(value: Option<&Value>) -> u32 {
    number(value).and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}

fn truth(value: Option<&Value>) -> Option<bool> {
    match value? {
        Value::Bool(truth) => Some(*truth),
        other => match text(Some(other))?.to_lowercase().as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
    }
}

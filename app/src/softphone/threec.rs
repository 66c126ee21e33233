//! 3C in the page: what its frame is told and what it says. The words themselves are in `domain::threec`.

use super::provider::{Adapter, Asked, Heard};
use domain::calls::{Event, Manner, Order};
use domain::telephone::SignInTicket;
use domain::threec::{self, VoiceSnapshot};
use serde::Deserialize;
use serde_json::{Value, json};

/// 3C by MobiFone.
pub(super) struct ThreeC;

/// What the frame's script posts; see `style/public/softphone/threec-frame.js`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Posted {
    /// 3C's scripts called one of the callbacks.
    Callback {
        callback: String,
        #[serde(default)]
        args: Vec<Value>,
        voice: Voice,
    },
    /// Whether a call out was taken: the acknowledgement came inside `csCallout` or never comes.
    Dialled { taken: bool },
    /// A script could not be loaded.
    ScriptFailed { script_failed: String },
    /// Functions that are not there once all scripts are.
    Lacks { lacks: Vec<String> },
    /// All scripts are there.
    Ready { ready: bool },
    /// An alert of the scripts.
    Said { said: String },
}

/// [`VoiceSnapshot`] as it is posted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Voice {
    is_hold: Option<bool>,
    is_callout: Option<bool>,
    enable_voice: Option<bool>,
    call_id: Option<String>,
    hotline: Option<String>,
}

impl From<Voice> for VoiceSnapshot {
    fn from(voice: Voice) -> Self {
        let Voice { is_hold, is_callout, enable_voice, call_id, hotline } = voice;
        Self { is_hold, is_callout, enable_voice, call_id, hotline }
    }
}

impl Adapter for ThreeC {
    fn page(&self) -> &'static str {
        "/softphone/threec"
    }

    fn manner(&self) -> Manner {
        Manner::default()
    }

    fn sign_in(&self, ticket: &SignInTicket) -> Value {
        invoke("csInit", &[json!(ticket.token), json!(ticket.domain)])
    }

    /// 3C has one call at a time, and its functions name none.
    fn order(&self, asked: &Asked<'_>) -> Option<Value> {
        let (function, args) = threec::order(asked.order);
        Some(invoke(function, &args))
    }

    fn carried_out(&self, order: &Order) -> Option<Event> {
        match order {
            Order::Tone { key } => Some(Event::ToneSent { key: *key }),
            _ => None,
        }
    }

    fn dialable(&self, number: &str) -> Option<String> {
        threec::dialable(number).ok()
    }

    fn hear(&self, message: &Value) -> Vec<Heard> {
        let Ok(posted) = Posted::deserialize(message) else { return Vec::new() };
        match posted {
            Posted::Callback { callback, args, voice } => events(threec::callback(&callback, &args, &voice.into())),
            Posted::Dialled { taken: true } | Posted::Ready { ready: false } => Vec::new(),
            Posted::Dialled { taken: false } => events(vec![Event::DialIgnored]),
            Posted::ScriptFailed { script_failed: file } => events(vec![Event::ScriptFailed { file }]),
            Posted::Lacks { lacks } => events(threec::lacks(|name| !lacks.iter().any(|lacking| lacking == name))),
            Posted::Ready { ready: true } => vec![Heard::Loaded],
            Posted::Said { said } => vec![Heard::Said(said)],
        }
    }
}

fn invoke(function: &str, args: &[Value]) -> Value {
    json!({ "order": function, "args": args })
}

fn events(events: Vec<Event>) -> Vec<Heard> {
    events.into_iter().map(Heard::Event).collect()
}

#[cfg(test)]
mod tests {
    use super::{Adapter, ThreeC};
    use crate::softphone::provider::{Asked, Heard};
    use domain::calls::{Device, Event, Order};
    use serde_json::{Value, json};

    fn hear(message: Value) -> Vec<Heard> {
        ThreeC.hear(&message)
    }

    fn callback(name: &str, args: Value) -> Value {
        let voice =
            json!({"is_hold": false, "is_callout": null, "enable_voice": true, "call_id": null, "hotline": "1900"});
        json!({"callback": name, "args": args, "voice": voice})
    }

    #[test]
    fn a_callback_becomes_an_event() {
        let ringing = Event::Ringing { number: "0901234567".into(), hotline: Some("1900".into()) };
        assert_eq!(hear(callback("csCallRinging", json!(["0901234567"]))), [Heard::Event(ringing)]);
    }

    #[test]
    fn a_hold_that_failed_is_told_by_what_really_is() {
        assert_eq!(hear(callback("csHoldCall", json!([]))), [Heard::Event(Event::HeldIs(false))]);
    }

    #[test]
    fn a_silent_refusal_to_dial_is_an_event() {
        assert_eq!(hear(json!({"taken": false})), [Heard::Event(Event::DialIgnored)]);
        assert_eq!(hear(json!({"taken": true})), []);
    }

    #[test]
    fn what_the_scripts_lack_is_told_and_whether_keys_sound() {
        let lacks = Event::Lacks { functions: vec!["muteCall".into()] };
        let heard = hear(json!({"lacks": ["muteCall", "sendDTMF"]}));
        assert_eq!(heard, [Heard::Event(lacks), Heard::Event(Event::TonesAre(false))]);
    }

    #[test]
    fn a_script_that_fails_is_named() {
        let failed = Event::ScriptFailed { file: "cs_voice.js".into() };
        assert_eq!(hear(json!({"script_failed": "cs_voice.js"})), [Heard::Event(failed)]);
        assert_eq!(hear(json!({"ready": true})), [Heard::Loaded]);
    }

    #[test]
    fn anything_else_means_nothing() {
        for message in
            [json!(null), json!("x"), json!({"order": "csInit", "args": []}), json!({"threw": "endCall", "text": "x"})]
        {
            assert_eq!(hear(message), []);
        }
    }

    #[test]
    fn orders_go_out_in_its_words() {
        let said = |order: Order| ThreeC.order(&Asked { order: &order, of: None, hotline: "", rings_first: false });
        let mobile = Order::ChangeDevice { device: Device::Mobile { number: "0901234567".into() } };
        assert_eq!(said(mobile), Some(json!({"order": "changeDevice", "args": [3, "0901234567"]})));
        let dial = Order::Dial { number: "+84901234567".into() };
        assert_eq!(said(dial), Some(json!({"order": "csCallout", "args": ["0901234567"]})));
    }
}

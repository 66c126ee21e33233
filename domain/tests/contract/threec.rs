//! 3C's part: callbacks by their names, as its scripts call them. It names no call: what it says is about the call that
//! rings, or that talks.

use crate::player::{Message, Player, Report, Who};
use domain::calls::{Failure, Order};
use domain::threec::{FUNCTIONS, VoiceSnapshot, callback, order};
use serde_json::{Value, json};

pub(crate) struct ThreeC;

fn said(name: &str, args: &[Value]) -> Message {
    callback(name, args, &VoiceSnapshot::default())
}

fn id(who: Who) -> Value {
    match who {
        Who::First => json!("20250901155817-VYVHFBXO-373"),
        Who::Second => json!("20250901155901-QWERTYUI-374"),
    }
}

fn failure(reason: &Failure) -> [Value; 2] {
    let customer = |sip: i64| [json!("IPCC_NOT_CONNECT_CUSTOMER"), json!(sip)];
    let own = |code: &str| [json!(code), Value::Null];
    match reason {
        Failure::Unreachable => customer(404),
        Failure::Busy => customer(486),
        Failure::NoAnswer => customer(487),
        Failure::Unpaid => customer(403),
        Failure::TemporarilyUnreachable => customer(480),
        Failure::MemberBusy => own("CALLOUT_AGENT_BUSY"),
        Failure::NotPermitted => own("CALLOUT_PERMISSION_DENY"),
        other => own(&format!("{other:?}")),
    }
}

impl Player for ThreeC {
    fn name(&self) -> &'static str {
        "3C"
    }

    fn opening(&self) -> Vec<Message> {
        [self.says(&Report::LetsIn, false), vec![said("csShowEnableVoice", &[json!(true)])]].concat()
    }

    fn says(&self, report: &Report, out: bool) -> Vec<Message> {
        let number = |who| json!(self.number(who));
        match report {
            Report::LetsIn => vec![
                said("csShowCallStatus", &[json!("Online")]),
                said("csShowEnableVoice", &[json!(true)]),
                said("csShowDeviceType", &[json!(1)]),
                said("csInitComplete", &[]),
            ],
            Report::LosesConnection => vec![said("csNotifyReconnecting", &[json!(1), json!(5)])],
            Report::Rings(who) => {
                vec![said("csCallRinging", &[number(*who)]), said("csCurrentCallId", &[id(*who)])]
            }
            Report::PickedUp(_) => vec![said("csAcceptCall", &[])],
            Report::Dials => vec![said("showCalloutInfo", &[number(Who::First)]), said("csCallRingingAgent", &[])],
            Report::CustomerRings => {
                vec![said("csCurrentCallId", &[id(Who::First)]), said("csCallRinging", &[number(Who::First)])]
            }
            Report::CustomerPicksUp => vec![said("csCustomerAccept", &[])],
            Report::Fails(reason) => vec![said("showCalloutError", &failure(reason)), said("csEndCall", &[])],
            Report::Held(_, true) => vec![said("csHoldCall", &[])],
            Report::Held(_, false) => vec![said("csUnHoldCall", &[])],
            Report::Muted(_, true) => vec![said("csMuteCall", &[])],
            Report::Muted(_, false) => vec![said("csUnMuteCall", &[])],
            // The scripts send keys without a word.
            Report::Key(_, key) => vec![vec![domain::calls::Event::ToneSent { key: *key }]],
            Report::PassedOn(_) => vec![
                said("csTransferCallResponse", &[json!("OK")]),
                said("csTransferCallSuccess", &[]),
                said("csEndCall", &[]),
            ],
            Report::NotPassedOn(_) => vec![said("csTransferCallError", &[json!("TRANSFER_CALL_FAILED")])],
            Report::Over(_) if out => vec![said("csEndCall", &[]), said("csEndCall", &[])],
            Report::Over(_) => vec![said("csEndCall", &[])],
        }
    }

    fn names_calls(&self) -> bool {
        false
    }

    fn number(&self, who: Who) -> &'static str {
        match who {
            Who::First => "0901234567",
            Who::Second => "0912000111",
        }
    }

    fn can_be_asked(&self, wanted: &Order) -> bool {
        let (function, _) = order(wanted);
        FUNCTIONS.required.contains(&function) || FUNCTIONS.optional.contains(&function)
    }
}

//! Stringee's part: what the frame that holds its browser kit posts. It names every call.

use crate::player::{Message, Player, Report, Who};
use domain::calls::{Event, Failure, Order};
use domain::stringee::{MANNER, Said, callback, order};
use serde_json::{Value, json};

pub(crate) struct Stringee;

const HOTLINE: &str = "842471000001";

fn posted(message: Value) -> Message {
    let said: Said = serde_json::from_value(message).expect("a message of the frame");
    callback(&said)
}

fn id(who: Who) -> &'static str {
    match who {
        Who::First => "call-vn-1-EHHC6JW1LT-1534145391502",
        Who::Second => "call-vn-1-ZZZZ6JW1LT-1534145399999",
    }
}

fn state(who: Who, out: bool, code: i64, sip: i64) -> Message {
    posted(json!({"said": "signaling_state", "call": id(who), "incoming": !out, "code": code, "sip": sip}))
}

fn gone(who: Who) -> Message {
    posted(json!({"said": "gone", "call": id(who)}))
}

/// The customer's failures come as SIP's codes; others refuse the call itself.
fn failure(reason: &Failure) -> Vec<Message> {
    let customer = |code, sip| vec![state(Who::First, true, code, sip), gone(Who::First)];
    let refused = |r: i64, custom: &str| {
        vec![posted(json!({"said": "make_call", "call": "", "r": r, "to": "84901234567", "custom": custom}))]
    };
    match reason {
        Failure::Unreachable => customer(6, 404),
        Failure::Busy => customer(5, 486),
        Failure::NoAnswer => customer(6, 408),
        Failure::Unpaid => refused(8, ""),
        Failure::TemporarilyUnreachable => customer(6, 480),
        Failure::MemberBusy => refused(2, r#"{"msg":"AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL"}"#),
        Failure::NotPermitted => refused(17, ""),
        other => refused(0, &format!("{other:?}")),
    }
}

impl Player for Stringee {
    fn name(&self) -> &'static str {
        "Stringee"
    }

    fn opening(&self) -> Vec<Message> {
        let ready = posted(json!({"said": "ready"}));
        [vec![vec![Event::MannerIs(MANNER)], ready], self.says(&Report::LetsIn, false)].concat()
    }

    fn says(&self, report: &Report, out: bool) -> Vec<Message> {
        match report {
            Report::LetsIn => vec![posted(json!({"said": "authen", "r": 0}))],
            Report::LosesConnection => vec![posted(json!({"said": "disconnect", "attempt": 1}))],
            Report::Rings(who) => vec![posted(json!({
                "said": "incoming", "call": id(*who), "from": self.number(*who), "from_alias": self.number(*who),
                "to": "agent_ha", "to_alias": HOTLINE,
            }))],
            Report::PickedUp(who) => vec![posted(json!({"said": "answered", "call": id(*who), "r": 0}))],
            Report::Dials => vec![
                posted(json!({"said": "make_call", "call": id(Who::First), "r": 0, "to": self.number(Who::First)})),
                state(Who::First, true, 1, 100),
            ],
            Report::CustomerRings => vec![state(Who::First, true, 2, 180)],
            Report::CustomerPicksUp => vec![state(Who::First, true, 3, 200)],
            Report::Fails(reason) => failure(reason),
            Report::Held(who, on) => vec![posted(json!({"said": "held", "call": id(*who), "on": on, "r": 0}))],
            Report::Muted(who, on) => vec![posted(json!({"said": "muted", "call": id(*who), "on": on}))],
            Report::Key(who, key) => vec![posted(json!({"said": "tone", "call": id(*who), "key": key, "r": 0}))],
            Report::PassedOn(who) => vec![
                posted(json!({"said": "transferred", "call": id(*who), "r": 0})),
                state(*who, out, 6, -1),
                gone(*who),
            ],
            Report::NotPassedOn(who) => vec![posted(json!({"said": "transferred", "call": id(*who), "r": -1}))],
            Report::Over(who) => vec![state(*who, out, 6, -1), gone(*who)],
        }
    }

    fn names_calls(&self) -> bool {
        MANNER.names_calls
    }

    fn number(&self, who: Who) -> &'static str {
        match who {
            Who::First => "84901234567",
            Who::Second => "84912000111",
        }
    }

    fn can_be_asked(&self, wanted: &Order) -> bool {
        order(wanted, Some(id(Who::First)), HOTLINE).is_some()
    }
}

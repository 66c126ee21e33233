//! A page with Stringee's browser kit: messages as its frame posts them.

use crate::tab::Tab;
use domain::calls::{Event, LiveCall, Order, Outcome, Output, What};
use domain::stringee::{MANNER, Said, callback};
use serde_json::{Value, json};

pub(crate) const CUSTOMER: &str = "84901234567";
pub(crate) const OTHER: &str = "84912000111";
pub(crate) const HOTLINE: &str = "842471000001";
pub(crate) const CALL: &str = "call-vn-1-EHHC6JW1LT-1534145391502";
pub(crate) const OTHER_CALL: &str = "call-vn-1-ZZZZ6JW1LT-1534145399999";

/// A tab in which the browser kit runs.
pub(crate) struct Page {
    pub(crate) tab: Tab,
}

impl Page {
    /// Not signed in yet.
    pub(crate) fn new() -> Self {
        let mut page = Self { tab: Tab::new() };
        page.tab.hears(Event::MannerIs(MANNER));
        page
    }

    /// Signed in.
    pub(crate) fn ready() -> Self {
        let mut page = Self::new();
        page.hear(&[json!({"said": "ready"}), json!({"said": "authen", "r": 0})]);
        page
    }

    /// The frame posts, one message after the other.
    pub(crate) fn hear(&mut self, messages: &[Value]) -> Vec<Output> {
        let mut outputs = Vec::new();
        for message in messages {
            let said: Said = serde_json::from_value(message.clone()).expect("a message of the frame");
            for event in callback(&said) {
                outputs.extend(self.tab.hears(event));
            }
        }
        outputs
    }

    /// The newest call.
    pub(crate) fn call(&self) -> &LiveCall {
        self.tab.call()
    }

    /// How the newest call ended.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.call().state.outcome.clone()
    }

    /// How a call of this id ended.
    pub(crate) fn outcome_of(&self, id: &str) -> Option<Outcome> {
        let call = self.tab.desk.calls().iter().find(|call| call.state.provider_id.as_deref() == Some(id));
        call.expect("a call of that id").state.outcome.clone()
    }

    /// What is recorded of the newest call.
    pub(crate) fn facts(&self) -> Vec<What> {
        self.call().facts.iter().map(|fact| fact.what.clone()).collect()
    }
}

/// What was ordered, and of which call.
pub(crate) fn ordered(outputs: &[Output]) -> Vec<(Order, Option<String>)> {
    let asked = outputs.iter().filter_map(|output| match output {
        Output::Provider { order, of } => Some((order.clone(), of.clone())),
        _ => None,
    });
    asked.collect()
}

pub(crate) fn incoming(call: &str, from: &str) -> Value {
    json!({"said": "incoming", "call": call, "from": from, "from_alias": from, "to": "agent_ha", "to_alias": HOTLINE})
}

/// The member's own leg of a call out that the provider was asked for.
pub(crate) fn own_leg(call: &str, customer: &str) -> Value {
    let alias = domain::stringee::call_first_alias(HOTLINE, customer);
    json!({"said": "incoming", "call": call, "from": HOTLINE, "from_alias": alias, "to": "agent_ha", "to_alias": "agent_ha"})
}

pub(crate) fn dialled(call: &str) -> Value {
    json!({"said": "make_call", "call": call, "r": 0, "to": CUSTOMER})
}

pub(crate) fn state(call: &str, incoming: bool, code: i64, sip: i64) -> Value {
    json!({"said": "signaling_state", "call": call, "incoming": incoming, "code": code, "sip": sip})
}

pub(crate) fn answered(call: &str) -> Value {
    json!({"said": "answered", "call": call, "r": 0})
}

pub(crate) fn gone(call: &str) -> Value {
    json!({"said": "gone", "call": call})
}

pub(crate) fn held(call: &str, on: bool, r: i64) -> Value {
    json!({"said": "held", "call": call, "on": on, "r": r})
}

pub(crate) fn elsewhere(call: &str, kind: &str, code: i64) -> Value {
    json!({"said": "other_device", "call": call, "kind": kind, "code": code})
}

//! A page with 3C's scripts: callbacks by their names, as the scripts call them.

use crate::tab::Tab;
use domain::calls::{LiveCall, Outcome, Output, What};
use domain::threec::{VoiceSnapshot, callback};
use serde_json::{Value, json};

pub(crate) const CUSTOMER: &str = "0901234567";
pub(crate) const CALL_ID: &str = "20250901155817-VYVHFBXO-373";

/// A tab in which 3C's scripts run.
pub(crate) struct Page {
    pub(crate) tab: Tab,
    pub(crate) voice: VoiceSnapshot,
}

/// A callback with no argument or with one.
pub(crate) type Said = (&'static str, Value);

/// The callbacks of a log-in, in their order, and of every reconnection.
pub(crate) fn login(enabled: bool) -> [Said; 4] {
    [
        ("csShowCallStatus", json!("Online")),
        ("csShowEnableVoice", json!(enabled)),
        ("csShowDeviceType", json!(1)),
        ("csInitComplete", Value::Null),
    ]
}

impl Page {
    /// Not signed in yet.
    pub(crate) fn new() -> Self {
        Self { tab: Tab::new(), voice: VoiceSnapshot::default() }
    }

    /// Signed in, with the voice.
    pub(crate) fn ready() -> Self {
        let mut page = Self::new();
        page.hear(&login(false));
        page.hear(&[("csShowEnableVoice", json!(true))]);
        page
    }

    /// The scripts call back, one after the other.
    pub(crate) fn hear(&mut self, said: &[Said]) -> Vec<Output> {
        let all = said.iter().flat_map(|(name, argument)| self.hear_args(name, std::slice::from_ref(argument)));
        all.collect()
    }

    /// The scripts call back with these arguments.
    pub(crate) fn hear_args(&mut self, name: &str, args: &[Value]) -> Vec<Output> {
        let events = callback(name, args, &self.voice);
        events.into_iter().flat_map(|event| self.tab.hears(event)).collect()
    }

    /// The newest call.
    pub(crate) fn call(&self) -> &LiveCall {
        self.tab.call()
    }

    /// How the newest call ended.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.call().state.outcome.clone()
    }

    /// What is recorded of the newest call.
    pub(crate) fn facts(&self) -> Vec<What> {
        self.call().facts.iter().map(|fact| fact.what.clone()).collect()
    }
}

//! The heartbeat: what the tab that has the telephone tells the server every few seconds, and at once when any of it
//! changes; and what the server answers about who has the voice.
//!
//! A beat that fails never disturbs a call: the provider carries it, not our server. The server will show the call as
//! out of contact for a while, and the member is told so.

use super::computer;
use super::phone::Phone;
use crate::api::Fault;
use crate::line::api;
use crate::surroundings::now;
use domain::ids::CallId;
use domain::times::Millis;
use domain::voice::{BEAT_EVERY, Beat, BeatAnswer, Claim, LEAVE, LOST_AFTER, LineReport};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// So long a change waits for others that come with it.
const TOGETHER: Duration = Duration::from_millis(100);

/// What is told besides the claim.
#[derive(Clone, Debug, PartialEq)]
struct Report {
    line: LineReport,
    calls: Vec<CallId>,
    wrap_up: Option<CallId>,
}

/// The heartbeat of this tab.
#[derive(Clone, Copy)]
pub(super) struct Heart {
    /// The number of the lease this tab holds.
    fence: StoredValue<Option<i64>>,
    last: StoredValue<Millis>,
    beating: StoredValue<bool>,
    again: StoredValue<bool>,
    /// Since when the server has not answered.
    silent_since: RwSignal<Option<Millis>>,
}

impl Heart {
    /// Not beating yet.
    pub(super) fn new() -> Self {
        Self {
            fence: StoredValue::new(None),
            last: StoredValue::new(Millis(0)),
            beating: StoredValue::new(false),
            again: StoredValue::new(false),
            silent_since: RwSignal::new(None),
        }
    }

    /// Beats as long as the page lives, whenever this tab speaks for its browser.
    pub(super) fn start(self, phone: Phone) {
        let every = Duration::from_millis(BEAT_EVERY.unsigned_abs());
        if let Ok(beating) = set_interval_with_handle(move || self.beat_now(phone), every) {
            on_cleanup(move || beating.clear());
        }
        for event in ["visibilitychange", "online"] {
            let back = window_event_listener_untyped(event, move |_| self.beat_if_due(phone));
            on_cleanup(move || back.remove());
        }
        let report = Memo::new(move |_| report(phone));
        Effect::new(move |told: Option<()>| {
            // Read, not only tracked: a memo that nobody reads never learns that anything changed.
            report.with(|_| ());
            if told.is_some() {
                set_timeout(move || self.beat_now(phone), TOGETHER);
            }
        });
    }

    /// Whether somebody was given the voice after this tab.
    pub(super) fn is_older_than(self, fence: i64) -> bool {
        self.fence.get_value().is_none_or(|mine| mine < fence)
    }

    /// Since when the server takes this tab for lost.
    pub(super) fn lost_since(self, now: Millis) -> Option<Millis> {
        self.silent_since.get().filter(|since| now.since(*since) > LOST_AFTER)
    }

    /// Browsers slow the timers of tabs that are not looked at; a word of the server is as good a clock.
    pub(super) fn beat_if_due(self, phone: Phone) {
        if now().since(self.last.get_value()) >= BEAT_EVERY {
            self.beat_now(phone);
        }
    }

    /// Beats, and does what the answer asks for. While one is under way, another follows it.
    pub(super) fn beat_now(self, phone: Phone) {
        let Some(claim) = phone.voice.claim(self.fence.get_value()) else { return };
        if self.beating.get_value() {
            return self.again.set_value(true);
        }
        self.beating.set_value(true);
        spawn_local(async move {
            let answer = self.beat(phone, claim).await;
            self.beating.set_value(false);
            if let Ok(answer) = answer {
                phone.voice.answered(phone, claim, answer);
            }
            if self.again.try_update_value(std::mem::take).unwrap_or(false) {
                self.beat_now(phone);
            }
        });
    }

    /// One beat.
    pub(super) async fn beat(self, phone: Phone, claim: Claim) -> Result<BeatAnswer, Fault> {
        self.last.set_value(now());
        let answer = api::beat(beat_of(phone, claim)).await;
        match &answer {
            Ok(answer) => {
                self.silent_since.set(None);
                let lease = answer.lease.as_ref().filter(|_| answer.mine);
                self.fence.set_value(lease.map(|lease| lease.fence));
            }
            Err(_) => self.silent_since.update(|since| *since = since.or(Some(now()))),
        }
        answer
    }

    /// Gives the lease back while the page goes on.
    pub(super) fn release(self, phone: Phone) {
        let Some(fence) = self.fence.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            // Not arrived, it runs out by itself.
            let _ = api::beat(beat_of(phone, Claim::Release { fence })).await;
        });
    }

    /// Gives the lease back while the page is being left: nobody would wait for an answer.
    pub(super) fn release_leaving(self, phone: Phone) {
        let Some(fence) = self.fence.try_update_value(Option::take).flatten() else { return };
        if let Ok(text) = serde_json::to_string(&beat_of(phone, Claim::Release { fence })) {
            // Not sent, it runs out by itself.
            let _ = window().navigator().send_beacon_with_opt_str(LEAVE, Some(&text));
        }
    }
}

fn beat_of(phone: Phone, claim: Claim) -> Beat {
    let Report { line, calls, wrap_up } = untrack(|| report(phone));
    let tab = phone.desk_now(|desk| desk.source().clone());
    Beat { tab, computer: computer::name(), claim, line, calls, wrap_up }
}

fn report(phone: Phone) -> Report {
    let wrap_up = phone.wrap_up();
    phone.desk(|desk| {
        let line = desk.line();
        let line = LineReport { connected: line.is_connected(), presence: line.presence, device: line.device.clone() };
        let calls = desk.calls().iter().filter(|call| call.is_live()).map(|call| call.id.clone()).collect();
        Report { line, calls, wrap_up }
    })
}

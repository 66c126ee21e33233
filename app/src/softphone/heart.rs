//! The heartbeat: what the tab that has the telephone tells the server every few seconds, and at once when any of it
//! changes; and what the server answers about who has the voice.
//!
//! A beat that fails never disturbs a call: the provider carries it, not our server. The server will show the call as
//! out of contact for a while, and the member is told so.
//!
//! The last beat of a page is its goodbye: nothing is said after it, and beats carry numbers, so that the server knows
//! what was said before it though it arrives later.

use super::computer;
use super::phone::Phone;
use crate::api::Fault;
use crate::line::api;
use crate::surroundings::now;
use domain::ids::CallId;
use domain::times::Millis;
use domain::voice::{BEAT_EVERY, Beat, BeatAnswer, Claim, LEAVE, LOST_AFTER, LastWord, LineReport};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// So long a change waits for others that come with it.
const TOGETHER: Duration = Duration::from_millis(100);

/// Who signs out leaves the page within this time; where they are still here, they were kept by a question or a fault.
pub(super) const SIGNING_OUT: Duration = Duration::from_secs(10);

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
    /// How many beats are not answered yet.
    under_way: StoredValue<u32>,
    again: StoredValue<bool>,
    /// How many beats there were.
    said: StoredValue<u64>,
    /// Whether the page has said goodbye.
    has_left: StoredValue<bool>,
    /// Since when the server has not answered.
    silent_since: RwSignal<Option<Millis>>,
}

impl Heart {
    /// Not beating yet.
    pub(super) fn new() -> Self {
        Self {
            fence: StoredValue::new(None),
            last: StoredValue::new(Millis(0)),
            under_way: StoredValue::new(0),
            again: StoredValue::new(false),
            said: StoredValue::new(0),
            has_left: StoredValue::new(false),
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
        // Browsers may keep a page that was left, and show it again as it was.
        let shown = window_event_listener_untyped("pageshow", move |_| self.come_back(phone));
        on_cleanup(move || shown.remove());
        let report = Memo::new(move |_| report(phone));
        Effect::new(move |told: Option<()>| {
            // Read, not only tracked: a memo that nobody reads never learns that anything changed.
            report.with(|_| ());
            if told.is_some() {
                set_timeout(move || self.beat_now(phone), TOGETHER);
            }
        });
    }

    /// Whether the page has said goodbye.
    pub(super) fn has_left(self) -> bool {
        self.has_left.get_value()
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
        let Some(claim) = phone.voice.claim(self.fence.get_value()).filter(|_| !self.has_left()) else { return };
        if self.under_way.get_value() > 0 {
            return self.again.set_value(true);
        }
        spawn_local(async move {
            let (answer, is_overtaken) = self.ask(phone, claim).await;
            if let (Ok(answer), false, false) = (answer, is_overtaken, self.has_left()) {
                phone.voice.answered(phone, claim, answer);
            }
        });
    }

    /// One beat of somebody who waits for the answer.
    pub(super) async fn beat(self, phone: Phone, claim: Claim) -> Result<BeatAnswer, Fault> {
        self.ask(phone, claim).await.0
    }

    /// One beat, and whether another was sent meanwhile: that one's answer holds, whichever comes first.
    async fn ask(self, phone: Phone, claim: Claim) -> (Result<BeatAnswer, Fault>, bool) {
        self.last.set_value(now());
        self.under_way.update_value(|beats| *beats += 1);
        let beat = self.beat_of(phone, claim);
        let number = beat.number;
        let answer = api::beat(beat).await;
        self.under_way.update_value(|beats| *beats -= 1);
        let is_overtaken = self.said.get_value() != number;
        match &answer {
            Ok(_) if is_overtaken => self.silent_since.set(None),
            Ok(answer) => {
                self.silent_since.set(None);
                let lease = answer.lease.as_ref().filter(|_| answer.mine);
                self.fence.set_value(lease.map(|lease| lease.fence));
            }
            Err(_) => self.silent_since.update(|since| *since = since.or(Some(now()))),
        }
        if self.under_way.get_value() == 0 && self.again.try_update_value(std::mem::take).unwrap_or(false) {
            // Once whoever waits for this answer has done what it asks for.
            set_timeout(move || self.beat_now(phone), Duration::ZERO);
        }
        (answer, is_overtaken)
    }

    /// Gives the lease back while the page goes on.
    pub(super) fn release(self, phone: Phone) {
        self.fence.set_value(None);
        // Made now: soon this tab shows the desk of another.
        let goodbye = self.beat_of(phone, Claim::Release);
        spawn_local(async move {
            // Not arrived, whoever comes next finds nobody there.
            let _ = api::beat(goodbye).await;
        });
    }

    /// Gives the lease back while the member signs out, as whom nothing can be said afterwards.
    pub(super) fn release_signing_out(self, phone: Phone) {
        self.release_leaving(phone);
        set_timeout(move || self.come_back(phone), SIGNING_OUT);
    }

    /// Gives the lease back while the page is being left: nobody would wait for an answer.
    pub(super) fn release_leaving(self, phone: Phone) {
        if self.has_left.try_update_value(|left| std::mem::replace(left, true)).unwrap_or(true) {
            return;
        }
        self.fence.set_value(None);
        let Some(member) = phone.outbox.member() else { return };
        let last_word = LastWord { member, beat: self.beat_of(phone, Claim::Release), facts: phone.outbox.facts() };
        if let Ok(text) = serde_json::to_string(&last_word) {
            // Not sent, whoever comes next finds nobody there, and the next page of this browser delivers the facts.
            let _ = window().navigator().send_beacon_with_opt_str(LEAVE, Some(&text));
        }
    }

    fn come_back(self, phone: Phone) {
        if self.has_left.try_update_value(std::mem::take).unwrap_or(false) {
            self.beat_now(phone);
        }
    }

    fn beat_of(self, phone: Phone, claim: Claim) -> Beat {
        let Report { line, calls, wrap_up } = untrack(|| report(phone));
        let tab = phone.desk_now(|desk| desk.source().clone());
        let number = self.said.try_update_value(|said| {
            *said += 1;
            *said
        });
        Beat { tab, number: number.unwrap_or_default(), computer: computer::name(), claim, line, calls, wrap_up }
    }
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

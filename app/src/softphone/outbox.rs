//! The way of facts and notes to the server: written down first, sent in order, sent again until they have arrived.
//!
//! The server takes the same fact twice as one, so nothing is lost and nothing is doubled.

use super::queue::{Load, Parcel, Queue};
use super::{api, backoff, storage};
use crate::api::Fault;
use crate::calls::api::set_call_note;
use crate::wrap_up::api::save_wrap_up;
use domain::ids::{CallId, StaffId};
use domain::problem::Problem;
use domain::wrap_up::WrapUpForm;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// So long a new fact waits for others that come with it.
const TOGETHER: Duration = Duration::from_millis(150);
/// The pause after the first failure, in seconds.
const FIRST_PAUSE: u64 = 1;

/// What waits for the server.
#[derive(Clone, Copy)]
pub(super) struct Outbox {
    queue: RwSignal<Queue>,
    /// Whose facts these are: another member of this computer must not report them.
    member: StoredValue<Option<StaffId>>,
    sending: StoredValue<bool>,
    failures: RwSignal<u32>,
    /// How often the server has been told everything.
    told: RwSignal<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Outbox {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            queue: RwSignal::new(Queue::default()),
            member: StoredValue::new(None),
            sending: StoredValue::new(false),
            failures: RwSignal::new(0),
            told: RwSignal::new(0),
            timer: StoredValue::new(None),
        }
    }

    /// In the browser: takes up what an earlier page of this member left, and listens for the network's return.
    pub(super) fn start(self, member: StaffId) {
        self.member.set_value(Some(member));
        self.queue.set(Queue::resumed(self.left_behind()));
        self.send_now();
        for event in ["online", "visibilitychange", "focus"] {
            let listening = window_event_listener_untyped(event, move |_| self.send_now());
            on_cleanup(move || listening.remove());
        }
    }

    /// Something the server must know.
    pub(super) fn put(self, parcel: Parcel) {
        if let Ok(text) = serde_json::to_string(&parcel) {
            storage::keep(storage::for_all_tabs().as_ref(), &self.key(&parcel), &text);
        }
        self.queue.update(|queue| queue.put(parcel));
        if !self.is_pausing() {
            self.send_in(TOGETHER);
        }
    }

    /// These have arrived on another way.
    pub(super) fn arrived(self, parcels: &[Parcel]) {
        if let Some(storage) = storage::for_all_tabs() {
            for parcel in parcels.iter().filter(|parcel| self.is_latest(parcel)) {
                storage::forget(&storage, &self.key(parcel));
            }
        }
        self.queue.update(|queue| queue.remove(parcels));
        if self.queue.with_untracked(Queue::len) == 0 {
            self.told.update(|times| *times = times.wrapping_add(1));
        }
    }

    /// How often the server has been told everything.
    pub(super) fn told(self) -> u32 {
        self.told.get()
    }

    /// The note of a call as far as the server does not know it yet.
    pub(super) fn note(self, call: &CallId) -> Option<String> {
        self.queue.with(|queue| queue.note(call).map(str::to_owned))
    }

    /// The wrap-up of a call as far as the server does not know it yet.
    pub(super) fn wrap_up(self, call: &CallId) -> Option<WrapUpForm> {
        self.queue.with(|queue| queue.wrap_up(call).cloned())
    }

    /// How many parcels wait though sending them was tried; nothing to speak of until an attempt has failed.
    pub(super) fn stuck(self) -> usize {
        if self.failures.get() > 0 { self.queue.with(Queue::len) } else { 0 }
    }

    /// A note or wrap-up that was changed while its older text travelled must stay written down.
    fn is_latest(self, parcel: &Parcel) -> bool {
        match parcel {
            Parcel::Note { call, text } => self.queue.with_untracked(|queue| queue.note(call) == Some(text)),
            Parcel::WrapUp { call, form } => self.queue.with_untracked(|queue| queue.wrap_up(call) == Some(form)),
            Parcel::Fact { .. } => true,
        }
    }

    fn left_behind(self) -> Vec<Parcel> {
        let Some(storage) = storage::for_all_tabs() else { return Vec::new() };
        let entries = storage::beginning_with(&storage, &self.prefix());
        entries.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect()
    }

    fn prefix(self) -> String {
        let member = self.member.with_value(|member| member.as_ref().map(ToString::to_string).unwrap_or_default());
        format!("alo.outbox.{member}.")
    }

    fn key(self, parcel: &Parcel) -> String {
        self.prefix() + &parcel.key()
    }

    fn is_pausing(self) -> bool {
        self.failures.get_untracked() > 0
    }

    fn send_now(self) {
        self.send_in(Duration::ZERO);
    }

    fn send_in(self, pause: Duration) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(set_timeout_with_handle(move || self.send(), pause).ok());
    }

    fn send(self) {
        if self.sending.get_value() {
            return;
        }
        let Some(load) = self.queue.with_untracked(Queue::next) else { return };
        self.sending.set_value(true);
        spawn_local(async move {
            let answer = match load.clone() {
                Load::Facts(reported) => api::report(vec![reported]).await,
                Load::Note { call, text } => set_call_note(call, text).await,
                Load::WrapUp { call, form } => save_wrap_up(call, form).await,
            };
            self.sending.set_value(false);
            self.answered(&load, answer);
        });
    }

    fn answered(self, load: &Load, answer: Result<(), Fault>) {
        match answer {
            Err(Fault(problem)) if may_pass(&problem) => {
                self.failures.update(|failures| *failures += 1);
                self.send_in(backoff::pause(FIRST_PAUSE, self.failures.get_untracked()));
            }
            // Arrived, or refused for good: sending it again would only hold up what comes after.
            Ok(()) | Err(_) => {
                self.failures.set(0);
                self.arrived(&load.parcels());
                self.send_now();
            }
        }
    }
}

/// Whether the same request may succeed later.
fn may_pass(problem: &Problem) -> bool {
    match problem {
        Problem::Unreachable | Problem::Unavailable | Problem::Throttled { .. } | Problem::SignedOut => true,
        Problem::Forbidden
        | Problem::NotFound
        | Problem::Invalid(_)
        | Problem::Stale(_)
        | Problem::WrongCredentials
        | Problem::Telephone(_) => false,
    }
}

//! The way of facts and notes to the server: written down first, sent in order, sent again until they have arrived.
//! What waits and in which order is `domain::outbox`'s matter; here are the clock, the network and the browser's storage.

use super::storage::Drawer;
use super::{api, backoff};
use crate::api::Fault;
use domain::calls::Reported;
use domain::ids::{CallId, StaffId};
use domain::outbox::{Load, Parcel, Queue};
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
/// How often this tab looks for what others left, dead or alive.
const LOOK_AROUND: Duration = Duration::from_secs(20);

/// What waits for the server.
#[derive(Clone, Copy)]
pub(super) struct Outbox {
    queue: RwSignal<Queue>,
    /// Whose facts these are: another member of this computer must not report them.
    member: StoredValue<Option<StaffId>>,
    sending: StoredValue<bool>,
    failures: RwSignal<u32>,
    signed_out: RwSignal<bool>,
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
            signed_out: RwSignal::new(false),
            told: RwSignal::new(0),
            timer: StoredValue::new(None),
        }
    }

    /// In the browser: takes up what earlier pages of this member left, now and again and again, and listens for the
    /// network's return.
    pub(super) fn start(self, member: StaffId) {
        self.member.set_value(Some(member));
        self.look_around();
        for event in ["online", "visibilitychange", "focus"] {
            let listening = window_event_listener_untyped(event, move |_| self.send_now());
            on_cleanup(move || listening.remove());
        }
        if let Ok(looking) = set_interval_with_handle(move || self.look_around(), LOOK_AROUND) {
            on_cleanup(move || looking.clear());
        }
    }

    /// Takes up what lies in the browser's storage.
    pub(super) fn look_around(self) {
        let before = self.queue.with_untracked(Queue::len);
        self.on_queue(Queue::take_up);
        if self.queue.with_untracked(Queue::len) > before && !self.is_pausing() {
            self.send_now();
        }
    }

    /// Something the server must know.
    pub(super) fn put(self, parcel: Parcel) {
        self.on_queue(|queue, drawer| queue.put(drawer, parcel));
        if !self.is_pausing() {
            self.send_in(TOGETHER);
        }
    }

    /// These have arrived on another way.
    pub(super) fn arrived(self, parcels: &[Parcel]) {
        self.on_queue(|queue, drawer| queue.arrived(drawer, parcels));
        if self.queue.with_untracked(Queue::is_empty) {
            self.told.update(|times| *times = times.wrapping_add(1));
        }
    }

    /// The server is asked once more to take what it refused.
    pub(super) fn try_again(self) {
        self.on_queue(Queue::try_again);
        self.send_now();
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

    /// Whether they wait for the member to sign in again.
    pub(super) fn is_signed_out(self) -> bool {
        self.signed_out.get()
    }

    /// How many parcels are lost with the page, since the browser does not keep them.
    pub(super) fn unwritten(self) -> usize {
        self.queue.with(Queue::unwritten)
    }

    /// The facts that wait, for the last word of a page.
    pub(super) fn facts(self) -> Vec<Reported> {
        self.queue.with_untracked(Queue::facts)
    }

    /// How many parcels the server refused.
    pub(super) fn set_aside(self) -> usize {
        self.queue.with(Queue::set_aside)
    }

    fn on_queue(self, change: impl FnOnce(&mut Queue, &mut Drawer)) {
        let mut drawer = self.drawer();
        self.queue.update(|queue| change(queue, &mut drawer));
    }

    fn drawer(self) -> Drawer {
        let member = self.member.with_value(|member| member.as_ref().map(ToString::to_string).unwrap_or_default());
        Drawer::new(format!("alo.outbox.{member}."))
    }

    /// Whose facts these are.
    pub(super) fn member(self) -> Option<StaffId> {
        self.member.get_value()
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
        let drawer = self.drawer();
        // What another tab has delivered leaves the queue here.
        let load = self.queue.try_update(|queue| queue.next(&drawer)).flatten();
        let (Some(load), member) = (load, self.member.get_value()) else { return };
        self.sending.set_value(true);
        spawn_local(async move {
            let answer = match load.clone() {
                Load::Facts(reported) => api::report(member, vec![reported]).await,
                Load::Note { call, text } => api::note(member, call, text).await,
                Load::WrapUp { call, form } => api::wrap_up(member, call, form).await,
            };
            self.sending.set_value(false);
            self.answered(&load, answer);
        });
    }

    fn answered(self, load: &Load, answer: Result<(), Fault>) {
        self.signed_out.set(matches!(answer, Err(Fault(Problem::SignedOut))));
        match answer {
            Err(Fault(problem)) if may_pass(&problem) => {
                self.failures.update(|failures| *failures += 1);
                if let Some(parcel) = load.parcels().first() {
                    self.queue.update(|queue| queue.postpone(parcel.call()));
                }
                self.send_in(backoff::pause(FIRST_PAUSE, self.failures.get_untracked()));
            }
            // Refused for good: sending it again would only hold up what comes after.
            Err(_) => {
                self.on_queue(|queue, drawer| queue.refused(drawer, &load.parcels()));
                self.send_now();
            }
            Ok(()) => {
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
        | Problem::StaleCompany(_)
        | Problem::StaleDeal(_)
        | Problem::File(_)
        | Problem::WrongCredentials
        | Problem::MayNotDial(_)
        | Problem::Centre(_)
        | Problem::Merge(_)
        | Problem::Telephone(_) => false,
    }
}

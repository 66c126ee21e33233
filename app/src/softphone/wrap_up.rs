//! Wrap-up in the dock: which calls still have to be written up, until when, and what has been filled in so far. What is
//! chosen goes to the server by the outbox; what is only typed is kept in the browser until it is finished.

use super::phone::Phone;
use super::{backoff, storage};
use crate::api::Fault;
use crate::surroundings::now;
use crate::wrap_up::api::open_wrap_ups;
use domain::calls::{LiveCall, Phase};
use domain::ids::{CallId, StaffId};
use domain::problem::Problem;
use domain::times::Millis;
use domain::wrap_up::{DispositionRef, OpenWrapUp, WrapUpDesk, begins};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// The pause after the first failure, in seconds.
const FIRST_PAUSE: u64 = 2;

/// What is to be written up.
#[derive(Clone, Copy)]
pub(super) struct WrapUps {
    /// What the server said last: the choices, the settings, what is open there.
    known: RwSignal<WrapUpDesk>,
    /// When it said so, by this computer's clock.
    known_at: RwSignal<Millis>,
    /// What was finished in this page; the server may not know yet.
    finished: RwSignal<BTreeSet<CallId>>,
    member: StoredValue<Option<StaffId>>,
    /// Whether the server is being asked, or will be again after a failure.
    asking: StoredValue<bool>,
}

impl WrapUps {
    /// Nothing.
    pub(super) fn new() -> Self {
        Self {
            known: RwSignal::new(WrapUpDesk::default()),
            known_at: RwSignal::new(Millis(0)),
            finished: RwSignal::new(BTreeSet::new()),
            member: StoredValue::new(None),
            asking: StoredValue::new(false),
        }
    }

    /// In the browser: asks the server now, and again after each call: an admin may have changed the choices.
    pub(super) fn start(self, phone: Phone, member: StaffId) {
        self.member.set_value(Some(member));
        let over = Memo::new(move |_| {
            phone.desk(|desk| desk.calls().iter().rev().find(|call| !call.is_live()).map(|call| call.id.clone()))
        });
        Effect::new(move |_| {
            // Read, not only tracked: a memo that nobody reads never learns that anything changed.
            over.with(|_| ());
            if !self.asking.get_value() {
                self.asking.set_value(true);
                self.ask(0);
            }
        });
    }

    fn ask(self, failures: u32) {
        spawn_local(async move {
            match open_wrap_ups().await {
                Ok(desk) => {
                    self.asking.set_value(false);
                    self.known_at.set(now());
                    self.known.set(desk);
                }
                // Whoever is signed out is led away by others.
                Err(Fault(Problem::SignedOut | Problem::Forbidden)) => self.asking.set_value(false),
                Err(_) => set_timeout(move || self.ask(failures + 1), backoff::pause(FIRST_PAUSE, failures + 1)),
            }
        });
    }

    /// What can be chosen.
    pub(super) fn choices(self) -> Vec<DispositionRef> {
        self.known.with(|known| known.dispositions.clone())
    }

    /// Whether a choice must be made.
    pub(super) fn needs_choice(self) -> bool {
        self.known.with_untracked(|known| known.settings.disposition_required && !known.dispositions.is_empty())
    }

    /// What the server has open of a call.
    pub(super) fn known<T>(self, call: &CallId, read: impl FnOnce(&OpenWrapUp) -> T) -> Option<T> {
        self.known.with(|known| known.open.iter().find(|open| open.wrap_up.call == *call).map(read))
    }

    /// The member is done with a call.
    pub(super) fn finish(self, call: &CallId) {
        self.finished.update(|finished| {
            finished.insert(call.clone());
        });
        storage::forget(storage::for_all_tabs().as_ref(), &self.draft_key(call));
    }

    /// What an earlier page left half filled in.
    pub(super) fn draft(self, call: &CallId) -> Option<String> {
        storage::read(storage::for_all_tabs().as_ref(), &self.draft_key(call))
    }

    /// Keeps what is half filled in.
    pub(super) fn keep_draft(self, call: &CallId, text: &str) {
        storage::keep(storage::for_all_tabs().as_ref(), &self.draft_key(call), text);
    }

    fn draft_key(self, call: &CallId) -> String {
        let member = self.member.with_value(|member| member.as_ref().map(ToString::to_string).unwrap_or_default());
        format!("alo.wrap-up.{member}.{call}")
    }

    fn is_finished(self, call: &CallId) -> bool {
        self.finished.with(|finished| finished.contains(call))
    }
}

impl Phone {
    /// Whether a call on the desk is over and leaves something to say.
    pub(super) fn wraps_up(self, call: &CallId) -> bool {
        self.call(call, |call| begins(&call.state).is_some()).unwrap_or(false)
    }

    /// Until when a call can be written up, by this computer's clock.
    pub(super) fn wrap_up_due(self, call: &CallId) -> Option<Millis> {
        let wrap_ups = self.wrap_ups;
        let settings = wrap_ups.known.with(|known| known.settings);
        let ended = self.call(call, |call| begins(&call.state)).flatten();
        let here = ended.and_then(|ended| settings.due(ended));
        let there = wrap_ups.known(call, |open| open.left_ms).flatten();
        here.or_else(|| there.map(|left| wrap_ups.known_at.get().plus(left)))
    }

    /// Whether the time to write a call up has passed.
    pub(super) fn wrap_up_time_is_up(self, call: &CallId) -> bool {
        self.wrap_up_due(call).is_some_and(|due| due <= self.clock.get())
    }

    /// Wrap-ups that the server has open and the desk does not show: those of an earlier page.
    pub(super) fn other_wrap_ups(self) -> Vec<CallId> {
        let on_desk = self.desk(|desk| desk.calls().iter().map(|call| call.id.clone()).collect::<Vec<_>>());
        let open = self
            .wrap_ups
            .known
            .with(|known| known.open.iter().map(|open| open.wrap_up.call.clone()).collect::<Vec<CallId>>());
        let is_left = |call: &CallId| {
            let delivered = self.outbox.wrap_up(call).is_none_or(|form| !form.done);
            !on_desk.contains(call) && !self.wrap_ups.is_finished(call) && delivered
        };
        open.into_iter().filter(is_left).collect()
    }

    /// The call that the member writes up now: the newest that is over, while they are in no other and there is time.
    pub fn wrap_up(self) -> Option<CallId> {
        if self.desk(|desk| desk.calls().iter().any(LiveCall::is_live)) {
            return None;
        }
        let talked = self.desk(|desk| desk.calls().iter().filter_map(|call| call.state.answered_at).max());
        let not_overtaken =
            |call: &&LiveCall| begins(&call.state).is_some_and(|ended| talked.is_none_or(|at| at <= ended));
        let here = self.desk(|desk| desk.calls().iter().rev().find(not_overtaken).map(|call| call.id.clone()));
        let call = here.or_else(|| self.other_wrap_ups().into_iter().next())?;
        (!self.wrap_up_time_is_up(&call)).then_some(call)
    }

    /// How many calls were written up on this page, as far as the server knows of it: they may have left tasks.
    pub fn written_up(self) -> usize {
        let delivered = |call: &&CallId| self.outbox.wrap_up(call).is_none();
        self.wrap_ups.finished.with(|finished| finished.iter().filter(delivered).count())
    }

    /// Whether time is counted down.
    pub(super) fn wrap_up_counts(self) -> bool {
        let limited = self.wrap_ups.known.with(|known| known.settings.limit_seconds.is_some());
        let over = |call: &LiveCall| call.state.phase == Phase::Ended;
        limited && (self.desk(|desk| desk.calls().iter().any(over)) || !self.other_wrap_ups().is_empty())
    }
}

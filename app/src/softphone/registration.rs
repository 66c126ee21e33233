//! How this tab gets its line at the provider and keeps it: a ticket from our server, the provider's page in a frame, and
//! both again, with growing pauses, whenever it is lost. Nothing here reloads the application.

use super::phone::Phone;
use super::provider::{Adapter, Asked, adapter};
use super::{api, backoff, by_server, microphone};
use crate::api::Fault;
use crate::components::form;
use domain::calls::{Ability, Command, Event, LineState, LiveCall};
use domain::problem::Problem;
use domain::telephone::{SignInTicket, TelephoneProblem};
use leptos::html::Iframe;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use std::time::Duration;

/// The pause after the first failure, in seconds.
const FIRST_PAUSE: u64 = 2;
/// The pause after a failure that only an administrator can mend.
const ADMIN_PAUSE: Duration = Duration::from_secs(60);
/// So long may signing in at the provider take.
const PATIENCE: Duration = Duration::from_secs(30);
/// A live call in the page is not cut off to sign in anew: so long until it is looked at again.
const CALL_PAUSE: Duration = Duration::from_secs(5);

/// One attempt to sign in at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attempt {
    /// Which one, from 1: another one is another page in the frame.
    pub(super) number: u32,
    ticket: SignInTicket,
}

impl Attempt {
    /// The provider's words.
    pub(super) fn adapter(&self) -> &'static dyn Adapter {
        adapter(self.ticket.provider)
    }
}

/// This tab's way into the provider.
#[derive(Clone, Copy)]
pub(super) struct Registration {
    /// What the frame shows.
    pub(super) attempt: RwSignal<Option<Attempt>>,
    /// The frame.
    pub(super) frame: NodeRef<Iframe>,
    failures: StoredValue<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// The voice was here when the page had to sign in anew: it is taken back.
    take_voice_back: StoredValue<bool>,
    /// Whether our server is being asked for a ticket.
    asking: StoredValue<bool>,
    /// How often another token was wanted since the line last stood.
    renewals: StoredValue<u32>,
    /// Whether this tab is to be signed in at all.
    wanted: StoredValue<bool>,
}

/// What an event means for the registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The line is there.
    Connected,
    /// The line is gone: try again after a pause that grows.
    Failed,
    /// The line is not given: try again, but seldom.
    NeedsAdmin,
    /// Nothing.
    Nothing,
}

impl Registration {
    /// Nothing has begun.
    pub(super) fn new() -> Self {
        Self {
            attempt: RwSignal::new(None),
            frame: NodeRef::new(),
            failures: StoredValue::new(0),
            timer: StoredValue::new(None),
            take_voice_back: StoredValue::new(false),
            asking: StoredValue::new(false),
            renewals: StoredValue::new(0),
            wanted: StoredValue::new(false),
        }
    }

    /// Listens; signs in only when told to.
    pub(super) fn start(self, phone: Phone) {
        let online = window_event_listener_untyped("online", move |_| {
            if self.wanted.get_value() && phone.desk_now(|desk| has_failed(&desk.line().state)) {
                self.connect(phone);
            }
        });
        on_cleanup(move || online.remove());
        self.ask_for_the_microphone(phone);
    }

    /// Whether this tab is signed in, or is on the way there.
    pub(super) fn is_under_way(self) -> bool {
        self.wanted.get_value()
    }

    /// Signs off, and stays so: the frame and all it holds is taken away.
    pub(super) fn disconnect(self) {
        self.wanted.set_value(false);
        self.take_voice_back.set_value(false);
        self.stop_waiting();
        self.attempt.set(None);
    }

    /// Signs in, or in anew: the frame is given another page.
    pub(super) fn connect(self, phone: Phone) {
        self.wanted.set_value(true);
        self.wait_for_the_provider(phone);
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        let attempts = self.attempt.with_untracked(|attempt| attempt.as_ref().map_or(0, |attempt| attempt.number));
        spawn_local(async move {
            let answer = api::ticket().await;
            self.asking.set_value(false);
            match answer {
                // Another tab or computer has taken the telephone meanwhile.
                _ if !self.wanted.get_value() => {}
                Ok(ticket) => {
                    self.take_voice_back.set_value(phone.desk_now(|desk| desk.line().voice));
                    phone.hear(Event::MannerIs(adapter(ticket.provider).manner()));
                    phone.hear(Event::Connecting);
                    self.renewals.set_value(0);
                    phone.answers_own_leg(phone.habits.answers_itself_now());
                    phone.habits.offer(ticket.hotlines.clone());
                    self.attempt.set(Some(Attempt { number: attempts + 1, ticket }));
                }
                Err(fault) => no_ticket(phone, fault),
            }
        });
    }

    /// The provider wants another token: our server gives one, and the page in the frame goes on with it. A token that is
    /// refused at once is not replaced at once.
    pub(super) fn renew(self, phone: Phone) {
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        self.wait_for_the_provider(phone);
        let renewals = self.renewals.get_value();
        self.renewals.set_value(renewals + 1);
        spawn_local(async move {
            if renewals > 0 {
                backoff::sleep(backoff::pause(FIRST_PAUSE, renewals)).await;
            }
            let answer = api::ticket().await;
            self.asking.set_value(false);
            let provider =
                self.attempt.with_untracked(|attempt| attempt.as_ref().map(|attempt| attempt.ticket.provider));
            match answer {
                _ if !self.wanted.get_value() => {}
                Ok(ticket) if Some(ticket.provider) == provider => {
                    self.post(&adapter(ticket.provider).sign_in(&ticket));
                }
                // The seat has moved to another provider meanwhile.
                Ok(_) => self.connect(phone),
                Err(fault) => no_ticket(phone, fault),
            }
        });
    }

    fn wait_for_the_provider(self, phone: Phone) {
        self.wait(PATIENCE, move || {
            phone.hear(Event::ProviderDown { problem: TelephoneProblem::ProviderUnreachable });
        });
    }

    /// On the member's wish: the microphone is asked for again as well.
    pub(super) fn connect_now(self, phone: Phone) {
        self.failures.set_value(0);
        if phone.desk_now(|desk| desk.line().microphone == Some(false)) {
            listen_to_microphone(phone);
        }
        if self.wanted.get_value() && phone.desk_now(|desk| !desk.line().is_connected()) {
            self.connect(phone);
        }
    }

    /// The provider's page holds its scripts now.
    pub(super) fn loaded(self) {
        if let Some(attempt) = self.attempt.get_untracked() {
            self.post(&attempt.adapter().sign_in(&attempt.ticket));
        }
    }

    /// Gives an order to the provider's page, or lets our server ask for it.
    pub(super) fn order(self, phone: Phone, asked: &Asked<'_>) {
        let Some(attempt) = self.attempt.get_untracked() else { return };
        let Some(message) = attempt.adapter().order(asked) else {
            return by_server::carry_out(phone, asked.order.clone(), asked.of.map(str::to_owned));
        };
        self.post(&message);
        if let Some(event) = attempt.adapter().carried_out(asked.order) {
            phone.hear(event);
        }
    }

    /// A number in the form the provider dials; `None` where it refuses it, or no provider is there.
    pub(super) fn dialable(self, number: &str) -> Option<String> {
        self.attempt.get_untracked()?.adapter().dialable(number)
    }

    fn post(self, message: &Value) {
        let page = self.frame.get_untracked().and_then(|frame| frame.content_window());
        if let (Some(page), Ok(home)) = (page, window().location().origin()) {
            // Fails only for what cannot be copied, and text can.
            let _ = page.post_message(&message.to_string().into(), &home);
        }
    }

    /// Looks at an event before the desk does.
    pub(super) fn before(self, event: &Event) -> Meaning {
        match event {
            Event::Connected => Meaning::Connected,
            Event::GaveUp | Event::SignInRefused { .. } | Event::ScriptFailed { .. } => Meaning::Failed,
            Event::ProviderDown { problem } if needs_admin(problem) => Meaning::NeedsAdmin,
            Event::ProviderDown { .. } => Meaning::Failed,
            _ => Meaning::Nothing,
        }
    }

    /// Does what the event asks for, after the desk has taken it in.
    pub(super) fn after(self, phone: Phone, meaning: Meaning) {
        match meaning {
            Meaning::Nothing => {}
            Meaning::Connected => {
                self.failures.set_value(0);
                self.renewals.set_value(0);
                self.stop_waiting();
                if phone.desk_now(|desk| desk.line().manner.presence_by_server) {
                    by_server::learn_presence(phone);
                }
                if self.take_voice_back.get_value() && phone.desk_now(|desk| desk.can(Ability::TakeVoice, None).is_ok())
                {
                    phone.press(Command::TakeVoice);
                }
                self.take_voice_back.set_value(false);
            }
            Meaning::Failed => {
                self.failures.update_value(|failures| *failures += 1);
                self.retry_in(phone, backoff::pause(FIRST_PAUSE, self.failures.get_value()));
            }
            Meaning::NeedsAdmin => self.retry_in(phone, ADMIN_PAUSE),
        }
    }

    fn retry_in(self, phone: Phone, pause: Duration) {
        self.wait(pause, move || {
            let on_the_phone =
                |desk: &domain::calls::Desk| desk.line().is_browser() && desk.calls().iter().any(LiveCall::is_live);
            if phone.desk_now(on_the_phone) { self.retry_in(phone, CALL_PAUSE) } else { self.connect(phone) }
        });
    }

    fn wait(self, pause: Duration, then: impl FnOnce() + 'static) {
        self.stop_waiting();
        self.timer.set_value(set_timeout_with_handle(then, pause).ok());
    }

    fn stop_waiting(self) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        self.timer.set_value(None);
    }

    /// As soon as this tab has the voice and the sound is in the page, not when the first call rings.
    fn ask_for_the_microphone(self, phone: Phone) {
        let needed = Memo::new(move |_| {
            phone.voice.speaks() && phone.desk(|desk| desk.line().voice && desk.line().is_browser())
        });
        Effect::new(move |_| {
            if needed.get() {
                listen_to_microphone(phone);
            }
        });
    }
}

fn no_ticket(phone: Phone, fault: Fault) {
    match fault {
        Fault(Problem::SignedOut) => form::to_sign_in(),
        Fault(Problem::Telephone(problem)) => phone.hear(Event::ProviderDown { problem }),
        Fault(_) => phone.hear(Event::ProviderDown { problem: TelephoneProblem::ProviderUnreachable }),
    }
}

fn listen_to_microphone(phone: Phone) {
    spawn_local(async move {
        let granted = microphone::ask().await;
        phone.hear(if granted { Event::MicrophoneGranted } else { Event::MicrophoneRefused });
    });
}

/// Whether the line is in a state that only another attempt ends.
pub(super) fn has_failed(state: &LineState) -> bool {
    match state {
        LineState::Lost
        | LineState::Refused { .. }
        | LineState::ScriptFailed { .. }
        | LineState::ProviderDown { .. } => true,
        LineState::Off
        | LineState::Connecting
        | LineState::Ready
        | LineState::Elsewhere
        | LineState::Reconnecting { .. } => false,
    }
}

fn needs_admin(problem: &TelephoneProblem) -> bool {
    match problem {
        TelephoneProblem::NotConfigured
        | TelephoneProblem::NoSeat
        | TelephoneProblem::DomainUnknown
        | TelephoneProblem::DomainExpired
        | TelephoneProblem::KeyRefused
        | TelephoneProblem::SeatUnknown => true,
        TelephoneProblem::ProviderError
        | TelephoneProblem::ProviderUnreachable
        | TelephoneProblem::Unintelligible
        | TelephoneProblem::TooManyRequests => false,
    }
}

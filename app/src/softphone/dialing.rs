//! From any number anywhere on the page to the wish to dial: checked by the server first, asked about where the customer
//! does not want calls.

use super::api;
use super::phone::Phone;
use crate::api::Fault;
use domain::calls::{Ability, Command, DialCheck, Refused};
use domain::dial_policy::DialRefusal;
use domain::phone::{self, Number};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Why a number was not dialled.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NotDialled {
    /// The telephone refuses.
    Refused(Refused),
    /// The server does not take it for a number, or could not be asked.
    Problem(Problem),
}

/// A number that was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// As the provider dials it.
    pub(super) number: String,
    /// As people read it.
    pub(super) shown: String,
    /// Whose it is; empty when several hold it.
    pub(super) name: String,
}

/// What is being dialled.
#[derive(Clone, Copy)]
pub(super) struct Dialing {
    /// What stands in the number field.
    pub(super) typed: RwSignal<String>,
    /// Whether the server is being asked.
    pub(super) checking: RwSignal<bool>,
    /// Why the last number was not dialled.
    pub(super) failed: RwSignal<Option<NotDialled>>,
    /// Why our own rules refused the last call out when the provider asked our server.
    pub(super) forbidden: RwSignal<Option<DialRefusal>>,
    /// The number that does not want calls.
    pub(super) question: RwSignal<Option<Question>>,
    /// Whether it is being asked about.
    pub(super) asking: RwSignal<bool>,
}

impl Dialing {
    /// Nothing.
    pub(super) fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            checking: RwSignal::new(false),
            failed: RwSignal::new(None),
            forbidden: RwSignal::new(None),
            question: RwSignal::new(None),
            asking: RwSignal::new(false),
        }
    }
}

impl Phone {
    /// Dials a number, written in any way. What stands against it is shown in the dock.
    pub fn dial(self, number: impl Into<String>) {
        let (number, dialing) = (number.into(), self.dialing);
        dialing.failed.set(None);
        dialing.forbidden.set(None);
        self.open.set(true);
        if let Err(refused) = self.desk_now(|desk| desk.can(Ability::Dial, None)) {
            return dialing.failed.set(Some(NotDialled::Refused(refused)));
        }
        dialing.checking.set(true);
        spawn_local(async move {
            let check = api::dial_check(number.clone()).await;
            dialing.checking.set(false);
            match check {
                Ok(check) => self.checked(&number, &check),
                Err(Fault(problem)) => dialing.failed.set(Some(NotDialled::Problem(problem))),
            }
        });
    }

    fn checked(self, asked: &str, check: &DialCheck) {
        let Some(number) = meant(asked, check).and_then(|number| self.dialable(number.as_str())) else {
            return self.dialing.failed.set(Some(NotDialled::Refused(Refused::NumberNotDialable)));
        };
        if !check.do_not_call {
            return self.place(number);
        }
        let name = match check.holders.as_slice() {
            [one] => one.name.clone(),
            _ => String::new(),
        };
        self.dialing.question.set(Some(Question { number, shown: check.number.grouped(), name }));
        self.dialing.asking.set(true);
    }

    /// The number as the provider dials it; a tab without the telephone hands it on as it is, and a masked one is no
    /// number yet.
    fn dialable(self, number: &str) -> Option<String> {
        if phone::is_sealed(number) {
            return Some(number.to_owned());
        }
        if self.voice.speaks_now() { self.registration.dialable(number) } else { Some(number.to_owned()) }
    }

    /// The member wants to call all the same.
    pub(super) fn dial_anyway(self) {
        self.dialing.asking.set(false);
        if let Some(question) = self.dialing.question.get_untracked() {
            self.place(question.number);
        }
    }

    /// At this moment, and not before, the server is asked what a masked number is dialled by.
    fn place(self, number: String) {
        if !phone::is_sealed(&number) {
            return self.call_out(number);
        }
        let dialing = self.dialing;
        dialing.checking.set(true);
        spawn_local(async move {
            let handed = api::hand_over(number).await;
            dialing.checking.set(false);
            match handed.map(|whole| self.dialable(&whole.number)) {
                Ok(Some(number)) => self.call_out(number),
                Ok(None) => dialing.failed.set(Some(NotDialled::Refused(Refused::NumberNotDialable))),
                Err(Fault(problem)) => dialing.failed.set(Some(NotDialled::Problem(problem))),
            }
        });
    }

    fn call_out(self, number: String) {
        match self.wish(Command::Dial { number }) {
            Ok(()) => self.dialing.typed.set(String::new()),
            Err(refused) => self.dialing.failed.set(Some(NotDialled::Refused(refused))),
        }
    }
}

/// What is dialled: the number as the server has it. Whoever typed it knows it, though it comes back masked.
fn meant(asked: &str, check: &DialCheck) -> Option<Number> {
    if check.number.is_masked() && !phone::is_sealed(asked) {
        return phone::dialled(asked).ok();
    }
    Some(check.number.clone())
}

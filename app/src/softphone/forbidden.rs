//! Why our own rules refused a call out, where the provider asked our server: it tells the page only that it was refused.

use super::dialing::NotDialled;
use super::phone::Phone;
use super::voice::Place;
use crate::live;
use domain::live::Push;
use domain::problem::Problem;
use leptos::prelude::*;

/// Shows the reason where numbers are dialled, in every tab of the computer that telephones.
pub(super) fn listen(phone: Phone) {
    live::on(move |push| {
        let Push::DialRefused { refusal } = push else { return };
        if !matches!(untrack(|| phone.voice.place()), Place::AnotherComputer(_)) {
            phone.dialing.failed.set(Some(NotDialled::Problem(Problem::MayNotDial(refusal.clone()))));
        }
    });
}

//! Why our own rules refused a call out, where the provider asked our server: it tells the page only that it was refused.

use super::phone::Phone;
use super::voice::Place;
use crate::calls::may_be_ours;
use crate::components::words::may_not_dial;
use crate::live;
use domain::calls::Outcome;
use domain::ids::CallId;
use domain::live::Push;
use leptos::prelude::*;

/// Takes the reason in, in every tab of the computer that telephones.
pub(super) fn listen(phone: Phone) {
    live::on(move |push| {
        let Push::DialRefused { refusal } = push else { return };
        if !matches!(untrack(|| phone.voice.place()), Place::AnotherComputer(_)) {
            phone.dialing.forbidden.set(Some(refusal.clone()));
        }
    });
}

/// The reason, for the card of the call that has just failed.
pub(super) fn on_card(phone: Phone, call: &CallId) -> Option<String> {
    let is_it = newest_refused(phone).is_some_and(|newest| newest == *call);
    is_it.then(|| said(phone)).flatten()
}

/// The reason, where numbers are dialled: in a tab that has no card of the call.
pub(super) fn on_pad(phone: Phone) -> Option<String> {
    newest_refused(phone).is_none().then(|| said(phone)).flatten()
}

fn said(phone: Phone) -> Option<String> {
    phone.dialing.forbidden.with(|refusal| refusal.as_ref().map(may_not_dial))
}

/// The newest call, where our rules may have refused it.
fn newest_refused(phone: Phone) -> Option<CallId> {
    phone.desk(|desk| {
        let newest = desk.calls().last()?;
        let ours = matches!(&newest.state.outcome, Some(Outcome::Failed { reason }) if may_be_ours(reason));
        ours.then(|| newest.id.clone())
    })
}

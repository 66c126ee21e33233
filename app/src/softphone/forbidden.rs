//! Why our own rules refused a call out, where the provider asked our server: it tells the page only that it was refused.

use super::api;
use super::dialing::NotDialled;
use super::phone::Phone;
use domain::calls::{Event, Failure};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Asks for the reason, and shows it where numbers are dialled. Nothing where the provider refused by itself.
pub(super) fn ask_why(phone: Phone, event: &Event) {
    if !is_refused(event) {
        return;
    }
    spawn_local(async move {
        if let Ok(Some(kept)) = api::last_refusal().await {
            let why = NotDialled::Problem(Problem::MayNotDial(kept.refusal));
            // The page may be gone by now.
            let _ = phone.dialing.failed.try_set(Some(why));
        }
    });
}

/// Providers call it a refusal, or an answer of our server that connects nobody.
fn is_refused(event: &Event) -> bool {
    match event {
        Event::DialFailed { reason, .. } => matches!(reason, Failure::NotPermitted | Failure::Misconfigured),
        Event::Of { what, .. } => is_refused(what),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_refused;
    use domain::calls::{Event, Failure};

    #[test]
    fn only_a_refused_call_out_is_asked_about() {
        let failed = |reason| Event::DialFailed { reason, provider_id: None };
        assert!(is_refused(&failed(Failure::NotPermitted)));
        assert!(is_refused(&Event::Of { id: "a".into(), what: Box::new(failed(Failure::Misconfigured)) }));
        assert!(!is_refused(&failed(Failure::Busy)) && !is_refused(&Event::Ended));
    }
}

//! A page that is left gives the lease back, and leaves its desk to whoever comes next. Who signs out does so while the
//! server still knows them.

use super::heart::SIGNING_OUT;
use super::phone::Phone;
use crate::components::form;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Leaves properly when the time comes.
pub(super) fn properly(phone: Phone) {
    let signing_out = window_event_listener(leptos::ev::submit, move |event| {
        if !is_sign_out(&event) {
            return;
        }
        form::signs_out(true);
        set_timeout(|| form::signs_out(false), SIGNING_OUT);
        if phone.voice.speaks_now() {
            phone.voice.heart.release_signing_out(phone);
        }
    });
    on_cleanup(move || signing_out.remove());
    let leaving = window_event_listener_untyped("pagehide", move |_| {
        form::signs_out(false);
        if phone.voice.speaks_now() {
            phone.write_desk_down();
            phone.voice.heart.release_leaving(phone);
        }
    });
    on_cleanup(move || leaving.remove());
}

fn is_sign_out(event: &web_sys::SubmitEvent) -> bool {
    let form = event.target().and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok());
    form.and_then(|form| form.get_attribute("action")).is_some_and(|action| action == "/sign-out")
}

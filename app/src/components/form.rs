//! What a form needs besides its fields: where each problem belongs, and what to do with the others.

use super::{toasts, words};
use crate::api::{Answer, Fault};
use crate::routes::Route;
use crate::surroundings::viewer;
use domain::fields::{Field, FieldError};
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::Cell;

/// The problems of a form, each at its field.
#[derive(Clone, Copy, Debug)]
pub struct FieldErrors(RwSignal<Vec<FieldError>>);

impl Default for FieldErrors {
    fn default() -> Self {
        Self::new()
    }
}

impl FieldErrors {
    /// No problems.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// What is wrong at a field, in words.
    pub fn at(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.0.with(|errors| errors.iter().find(|e| e.field == field).map(|e| words::field(&e.problem)))
        })
    }

    /// Whether anything is wrong.
    pub fn any(self) -> bool {
        self.0.with(|errors| !errors.is_empty())
    }

    /// Replaces all problems.
    pub fn set(self, errors: Vec<FieldError>) {
        self.0.set(errors);
    }

    /// Forgets all problems.
    pub fn clear(self) {
        self.0.set(Vec::new());
    }

    /// Shows the problems of a fault at their fields; `false` when it is not about fields.
    pub fn take(self, fault: &Fault) -> bool {
        let Problem::Invalid(errors) = &fault.0 else {
            return false;
        };
        self.set(errors.clone());
        true
    }

    /// Shows a fault where it belongs: at fields, as the sign-in page, or as a toast.
    pub fn show(self, fault: &Fault) {
        if !self.take(fault) {
            tell(fault);
        }
    }
}

/// Sends a form, once at a time, and takes the answer; if the page is left meanwhile, only a fault is still told.
pub fn send<T: 'static>(
    busy: RwSignal<bool>,
    answer: impl Future<Output = Answer<T>> + 'static,
    then: impl FnOnce(Answer<T>) + 'static,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    leptos::task::spawn_local(async move {
        let answer = answer.await;
        let left = busy.try_set(false).is_some();
        match answer {
            Err(fault) if left => tell(&fault),
            _ if left => {}
            answer => then(answer),
        }
    });
}

/// Says what went wrong; signed out, it leads to the sign-in page.
pub fn tell(fault: &Fault) {
    if fault.0 == Problem::SignedOut {
        to_sign_in();
    } else {
        toasts::warn(words::problem(&fault.0));
    }
}

thread_local! {
    /// Whoever signs out is led on by the answer: that the session is over may be heard before it.
    static SIGNING_OUT: Cell<bool> = const { Cell::new(false) };
}

/// Says that the form was sent which signs out; or that the page has been left.
pub fn signs_out(so: bool) {
    SIGNING_OUT.set(so);
}

/// Leaves for the sign-in page, to come back here afterwards. The whole page goes: nobody is signed in on it.
pub fn to_sign_in() {
    if SIGNING_OUT.get() {
        return;
    }
    viewer().me.set(None);
    let location = window().location();
    let here = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let next = String::from(js_sys::encode_uri_component(&here));
    // Fails only for an address that is none.
    let _ = location.set_href(&format!("{}?next={next}", Route::SignIn.href()));
}

/// Brings the first field that must be mended into sight, once it is marked.
pub fn to_first_problem() {
    request_animation_frame(|| {
        let marked = document().query_selector("main [aria-invalid=true]").ok().flatten();
        if let Some(field) = marked.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only for what cannot have the focus, and a field can.
            let _ = field.focus();
        }
    });
}

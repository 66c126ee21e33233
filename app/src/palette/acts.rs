//! What a line of the palette does.

use crate::customers::unsaved;
use crate::profile;
use crate::softphone::phone;
use crate::surroundings::viewer;
use domain::staff::{Language, Theme};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Goes to an address of ours.
    Go(String),
    /// Dials a number, on the way of every number: with its checks.
    Dial(String),
    /// Changes the colours.
    Theme(Theme),
    /// Changes to the other language.
    Language,
    /// Shows which keys there are.
    Keys,
    /// Leaves.
    SignOut,
}

/// Does whatever a line says; `keys` shows which keys there are.
pub(super) fn doing(keys: RwSignal<bool>) -> Callback<Act> {
    let (navigate, unsaved, telephone) = (use_navigate(), unsaved(), phone());
    Callback::new(move |act: Act| match act {
        Act::Go(address) => {
            if unsaved.may_go(&address) {
                navigate(&address, NavigateOptions::default());
            }
        }
        Act::Dial(number) => telephone.dial(number),
        Act::Theme(theme) => {
            viewer().theme.set(theme);
            profile::remember_appearance();
        }
        Act::Language => {
            viewer().language.update(|language| *language = other(*language));
            profile::remember_appearance();
        }
        Act::Keys => keys.set(true),
        Act::SignOut => sign_out(),
    })
}

fn other(language: Language) -> Language {
    match language {
        Language::Vi => Language::En,
        Language::En => Language::Vi,
    }
}

/// Sends the form that stands in the navigation of every page.
fn sign_out() {
    let form = document().query_selector("form[action='/sign-out']").ok().flatten();
    if let Some(form) = form.and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok()) {
        // Fails only for a form outside the document.
        let _ = form.submit();
    }
}

//! A number that is dialled by a press, anywhere on the page.

use super::phone::phone;
use super::words;
use crate::texts::t;
use domain::phone::Number;
use leptos::prelude::*;

/// A number, grouped as it is read; pressed, it is dialled. Numbers that do not want calls are marked, and asked about.
#[component]
pub fn Dialable(
    /// Which.
    number: Number,
    /// The customer does not want calls on it.
    #[prop(optional)]
    do_not_call: bool,
) -> impl IntoView {
    let phone = phone();
    let (shown, key) = (number.grouped(), number.as_str().to_owned());
    let spoken = shown.clone();
    let refused = move || phone.dials_not.get().map(words::refused);
    let title = move || match refused() {
        Some(why) => why.to_owned(),
        None if do_not_call => t().softphone.do_not_call.to_owned(),
        None => (t().softphone.dial_number)(&spoken),
    };
    let press = move |event: leptos::ev::MouseEvent| {
        // A number in a row that opens a record must not open it.
        event.stop_propagation();
        phone.dial(key.clone());
    };
    view! {
        <button
            type="button"
            class="dialable"
            class:is-unwanted=do_not_call
            aria-disabled=move || refused().is_some().then_some("true")
            title=title
            on:click=press
        >
            <span class="dialable__number">{shown}</span>
            {do_not_call.then(|| view! { <span class="visually-hidden">{move || t().softphone.do_not_call}</span> })}
        </button>
    }
}

//! The number field and its keys.

use super::dialing::NotDialled;
use super::habits::HotlineChoice;
use super::keypad::Keypad;
use super::keys::Key;
use super::phone::phone;
use super::{forbidden, words};
use crate::components::words::problem;
use crate::components::{Button, ButtonKind};
use crate::texts::t;
use domain::calls::Ability;
use leptos::prelude::*;

/// The number field's id.
pub(super) const FIELD: &str = "softphone-number";
/// The id of what is wrong with the number.
const ERROR: &str = "softphone-number-error";

/// A field for a number in any format, and keys to press it together.
#[component]
pub(super) fn DialPad() -> impl IntoView {
    let phone = phone();
    let dialing = phone.dialing;
    let shows_keys = RwSignal::new(false);
    let refused = Signal::derive(move || phone.refusal(Ability::Dial, None).map(|why| words::refused(why).to_owned()));
    let failed = move || dialing.failed.with(|failed| failed.as_ref().map(not_dialled));
    let error = move || failed().or_else(|| forbidden::on_pad(phone));
    let is_empty = move || dialing.typed.with(|typed| typed.trim().is_empty());
    let dial = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = dialing.typed.get_untracked();
        if !number.trim().is_empty() {
            phone.dial(number);
        }
    };
    view! {
        <form class="dial-pad" on:submit=dial>
            <label class="dial-pad__label" for=FIELD>
                {move || t().softphone.number} <kbd class="key" aria-hidden="true">{Key::Dial.cap()}</kbd>
            </label>
            <div class="dial-pad__row">
                <input
                    class="field__input dial-pad__number"
                    id=FIELD
                    type="tel"
                    autocomplete="off"
                    aria-describedby=ERROR
                    aria-invalid=move || error().is_some().then_some("true")
                    title=move || t().softphone.number_hint
                    prop:value=move || dialing.typed.get()
                    on:input=move |event| {
                        dialing.failed.set(None);
                        dialing.forbidden.set(None);
                        dialing.typed.set(event_target_value(&event));
                    }
                />
                <Button
                    label=move || t().softphone.keys
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuGrip
                    icon_only=true
                    on_press=move |()| shows_keys.update(|shows| *shows = !*shows)
                />
                <Button
                    label=move || t().softphone.dial
                    kind=ButtonKind::Success
                    icon=icondata_lu::LuPhone
                    submit=true
                    busy=Signal::derive(move || dialing.checking.get())
                    disabled=Signal::derive(move || refused.get().is_some() || is_empty())
                    reason=refused
                />
            </div>
            <p class="field__error" id=ERROR role="alert">{error}</p>
            <HotlineChoice />
            <Show when=move || shows_keys.get()>
                <Keys typed=dialing.typed />
            </Show>
        </form>
    }
}

fn not_dialled(why: &NotDialled) -> String {
    match why {
        NotDialled::Refused(why) => words::refused(*why).to_owned(),
        NotDialled::Problem(why) => problem(why),
    }
}

/// Keys that type into the number field.
#[component]
fn Keys(typed: RwSignal<String>) -> impl IntoView {
    let delete = move |()| {
        typed.update(|typed| {
            typed.pop();
        });
    };
    view! {
        <Keypad on_key=move |key| typed.update(|typed| typed.push(key)) />
        <Button
            label=move || t().softphone.delete_digit
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuDelete
            on_press=delete
        />
    }
}

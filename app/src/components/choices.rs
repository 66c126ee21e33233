//! Fields that a person chooses in.

use super::fields::{Labelled, described_by};
use leptos::prelude::*;

/// One of several, in a list that opens.
#[component]
pub fn Select(
    /// Unique on the page; also the name in a plain form.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    value: RwSignal<String>,
    /// (value, words) of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let id = format!("field-{name}");
    let described = described_by(&id, hint, error);
    let choices = move || {
        let choice = |(word, text): (String, String)| {
            let chosen = word.clone();
            view! { <option value=word selected=move || value.with(|v| *v == chosen)>{text}</option> }
        };
        options.get().into_iter().map(choice).collect_view()
    };
    view! {
        <Labelled id=id.clone() label=label required=required hint=hint error=error>
            <select
                class="field__input field__input--select"
                id=id
                name=name
                prop:value=move || value.get()
                on:change=move |event| value.set(event_target_value(&event))
                aria-required=required.then_some("true")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=described
            >
                {choices}
            </select>
        </Labelled>
    }
}

/// Yes or no.
#[component]
pub fn Checkbox(
    /// What is so when ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    checked: RwSignal<bool>,
    /// The name in a plain form.
    #[prop(optional, into)]
    name: Option<String>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="checkbox">
            <input
                type="checkbox"
                class="checkbox__box"
                name=name
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                disabled=move || disabled.get()
                on:change=move |event| checked.set(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

/// One of a few, all seen at once. Arrow keys move, as in any group of radio buttons.
#[component]
pub fn Segmented(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What to choose; heard, not seen.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Takes another choice.
    #[prop(into)]
    on_choose: Callback<String>,
    /// (value, words) of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let choices = move || {
        let choice = |(word, text): (String, String)| {
            let (mine, taken) = (word.clone(), word.clone());
            let is_chosen = move || chosen.with(|chosen| *chosen == mine);
            view! {
                <label class="segmented__choice">
                    <input
                        type="radio"
                        class="segmented__radio"
                        name=name.clone()
                        value=word
                        prop:checked=is_chosen.clone()
                        checked=is_chosen
                        on:change=move |_| on_choose.run(taken.clone())
                    />
                    <span class="segmented__text">{text}</span>
                </label>
            }
        };
        options.get().into_iter().map(choice).collect_view()
    };
    view! { <fieldset class="segmented"><legend class="visually-hidden">{label}</legend>{choices}</fieldset> }
}

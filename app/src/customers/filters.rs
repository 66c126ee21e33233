//! Filters above a list: plain fields of a form that also work before the page is live.

use leptos::prelude::*;

/// One of several; a change is told at once.
#[component]
pub(crate) fn FilterSelect(
    /// The name in the address.
    name: &'static str,
    /// What is filtered.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// (value, words) of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Told what was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let choices = move || {
        let choice = |(word, text): (String, String)| {
            let chosen = value.with(|value| *value == word);
            view! { <option value=word selected=chosen>{text}</option> }
        };
        options.get().into_iter().map(choice).collect_view()
    };
    view! {
        <label class="filter">
            <span class="visually-hidden">{label}</span>
            <select
                class="field__input field__input--select filter__select"
                name=name
                title=move || label.get()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {choices}
            </select>
        </label>
    }
}

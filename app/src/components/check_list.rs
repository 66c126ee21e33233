//! Some of several.

use leptos::prelude::*;

/// Choices of which any number can be ticked.
#[component]
pub fn CheckList(
    /// Unique on the page; also the name in a plain form.
    #[prop(into)]
    name: String,
    /// What to choose.
    #[prop(into)]
    label: Signal<String>,
    /// The values that are ticked.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Takes the values that are ticked after a change.
    #[prop(into)]
    on_choose: Callback<Vec<String>>,
    /// (value, words) of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Signal<String>,
) -> impl IntoView {
    let choices = move || {
        let choice = |(word, text): (String, String)| {
            let (mine, toggled) = (word.clone(), word.clone());
            let is_chosen = move || chosen.with(|chosen| chosen.contains(&mine));
            view! {
                <label class="checkbox">
                    <input
                        type="checkbox"
                        class="checkbox__box"
                        name=name.clone()
                        value=word
                        checked=is_chosen.clone()
                        prop:checked=is_chosen
                        on:change=move |_| on_choose.run(toggle(chosen.get_untracked(), &toggled))
                    />
                    <span>{text}</span>
                </label>
            }
        };
        options.get().into_iter().map(choice).collect_view()
    };
    view! {
        <fieldset class="check-list">
            <legend class="field__label">{label}</legend>
            <div class="check-list__choices">{choices}</div>
            <p class="field__hint" hidden=move || hint.with(String::is_empty)>{hint}</p>
            <p class="field__error" aria-live="polite" hidden=move || error.with(Option::is_none)>{error}</p>
        </fieldset>
    }
}

/// Without the value when it is there, with it when it is not.
fn toggle(mut chosen: Vec<String>, value: &str) -> Vec<String> {
    match chosen.iter().position(|one| one == value) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(value.to_owned()),
    }
    chosen
}

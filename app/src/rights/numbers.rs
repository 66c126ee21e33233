//! What roles see of telephone numbers.

use crate::staff::role_name;
use crate::texts::{Texts, t};
use domain::access::Role;
use domain::rights::{Numbers, Rights};
use domain::telephone::Provider;
use leptos::prelude::*;

/// A column for each role, and what it means.
#[component]
pub(super) fn NumbersTable(
    /// The table that is being decided.
    rights: RwSignal<Rights>,
) -> impl IntoView {
    let cell = move |role| view! { <td class="rights__cell"><Choice role=role rights=rights /></td> };
    view! {
        <div class="rights__entity">
            <h2 class="section-heading" id="rights-numbers">
                {move || t().numbers.title}
            </h2>
            <p class="rights__intro">{move || t().numbers.intro}</p>
            <div class="table-scroll rights__scroll" tabindex="0" role="region" aria-labelledby="rights-numbers">
                <table class="table rights__table">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().rights.right}</th>
                            {Rights::EDITABLE.map(|role| view! { <th scope="col">{move || role_name(role)}</th> })}
                            <th scope="col" class="rights__admin">
                                {move || role_name(Role::Admin)}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <th scope="row" class="rights__deed">
                                <span class="rights__name">{move || t().numbers.numbers}</span>
                                <span class="rights__meaning">{move || t().numbers.meaning}</span>
                            </th>
                            {Rights::EDITABLE.map(cell)}
                            <td class="rights__admin">{move || name(t(), Numbers::Whole)}</td>
                        </tr>
                    </tbody>
                </table>
            </div>
            <ul class="rights__rules">
                <li>{move || t().numbers.dialling}</li>
                <li>{move || (t().numbers.provider)(Provider::ThreeC.name(), Provider::Stringee.name())}</li>
                <li>{move || t().numbers.search}</li>
                <li>{move || t().numbers.besides}</li>
            </ul>
        </div>
    }
}

/// What one role sees.
#[component]
fn Choice(role: Role, rights: RwSignal<Rights>) -> impl IntoView {
    let chosen = Memo::new(move |_| rights.with(|rights| rights.of(role).numbers()));
    let choose = move |word: String| {
        if let Some(numbers) = Numbers::from_stored(&word) {
            rights.update(|rights| rights.decide_numbers(role, numbers));
        }
    };
    let option = |numbers: Numbers| {
        view! {
            <option value=numbers.as_str() selected=move || chosen.get() == numbers>
                {move || name(t(), numbers)}
            </option>
        }
    };
    view! {
        <select
            class="field__input field__input--select rights__choice"
            class:is-changed=move || chosen.get() != Numbers::default()
            name=format!("{}-numbers", role.as_str())
            aria-label=move || format!("{}: {}", role_name(role), t().numbers.numbers)
            prop:value=move || chosen.get().as_str()
            on:change=move |event| choose(event_target_value(&event))
        >
            {Numbers::ALL.map(option)}
        </select>
    }
}

/// What is seen, in words.
pub(crate) fn name(texts: &Texts, numbers: Numbers) -> &'static str {
    match numbers {
        Numbers::Whole => texts.numbers.whole,
        Numbers::OnDemand => texts.numbers.on_demand,
        Numbers::Masked => texts.numbers.masked,
    }
}

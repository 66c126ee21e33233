//! The table: a row for each right, a column for each role.

use super::words::{deed_meaning, deed_name, entity_name, reach_name};
use crate::staff::role_name;
use crate::texts::t;
use domain::access::Role;
use domain::rights::{Deed, Grant, Reach, Records, Rights};
use leptos::prelude::*;

/// The rights to records of one kind.
#[component]
pub(super) fn EntityTable(
    /// Which kind.
    entity: Records,
    /// The table that is being decided.
    rights: RwSignal<Rights>,
) -> impl IntoView {
    let heading = format!("rights-{}", entity.as_str());
    let labelled = heading.clone();
    let row = move |deed: &Deed| view! { <DeedRow entity=entity deed=*deed rights=rights /> };
    view! {
        <div class="rights__entity">
            <h2 class="section-heading" id=heading>
                {move || entity_name(t(), entity)}
            </h2>
            <div class="table-scroll rights__scroll" tabindex="0" role="region" aria-labelledby=labelled>
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
                    <tbody>{entity.deeds().iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
}

#[component]
fn DeedRow(entity: Records, deed: Deed, rights: RwSignal<Rights>) -> impl IntoView {
    let cell =
        move |role| view! { <td class="rights__cell"><Choice entity=entity deed=deed role=role rights=rights /></td> };
    view! {
        <tr>
            <th scope="row" class="rights__deed">
                <span class="rights__name">{move || deed_name(t(), deed)}</span>
                <span class="rights__meaning">{move || deed_meaning(t(), deed)}</span>
            </th>
            {Rights::EDITABLE.map(cell)}
            <td class="rights__admin">{move || reach_name(t(), deed, Reach::All)}</td>
        </tr>
    }
}

/// How far one right of one role reaches. What seeing does not reach cannot be chosen.
#[component]
fn Choice(entity: Records, deed: Deed, role: Role, rights: RwSignal<Rights>) -> impl IntoView {
    let reach = move |rights: &Rights| rights.of(role).reach(entity, deed);
    let chosen = Memo::new(move |_| rights.with(reach));
    let see = Memo::new(move |_| rights.with(|rights| rights.of(role).reach(entity, Deed::See)));
    let is_usual = move || chosen.get() == reach(&Rights::default());
    let choose = move |word: String| {
        if let Some(reach) = Reach::from_stored(&word) {
            rights.update(|rights| rights.grant(Grant { role, entity, deed, reach }));
        }
    };
    let option = move |reach: &Reach| {
        let reach = *reach;
        let beyond =
            move || deed != Deed::See && reach > see.get() && !(deed == Deed::Import && see.get() > Reach::None);
        view! {
            <option value=reach.as_str() selected=move || chosen.get() == reach disabled=beyond>
                {move || reach_name(t(), deed, reach)}
            </option>
        }
    };
    let name = format!("{}-{}-{}", role.as_str(), entity.as_str(), deed.as_str());
    view! {
        <select
            class="field__input field__input--select rights__choice"
            class:is-changed=move || !is_usual()
            name=name
            aria-label=move || format!("{}: {}, {}", role_name(role), entity_name(t(), entity), deed_name(t(), deed))
            title=move || (!is_usual()).then(|| (t().rights.usually)(reach_name(t(), deed, reach(&Rights::default()))))
            prop:value=move || chosen.get().as_str()
            on:change=move |event| choose(event_target_value(&event))
        >
            {entity.choices(deed).iter().map(option).collect_view()}
        </select>
    }
}

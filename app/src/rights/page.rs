//! The page.

use super::numbers::NumbersTable;
use super::table::EntityTable;
use super::{get_rights, save_rights};
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, ErrorState, LinkButton, PageHead, Skeleton, toasts};
use crate::routes::Route;
use crate::texts::t;
use domain::rights::{Records, Rights};
use leptos::prelude::*;

/// What roles may do to records.
#[component]
pub fn RightsPage() -> impl IntoView {
    let rights = Resource::new_blocking(|| (), |()| get_rights());
    let retry = Callback::new(move |()| rights.refetch());
    let table = move || {
        Suspend::new(async move {
            match rights.await {
                Ok(rights) => view! { <Decide stored=rights /> }.into_any(),
                Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
            }
        })
    };
    view! {
        <PageHead title=move || t().rights.title>
            <LinkButton
                label=move || t().staff.title
                route=Route::Staff
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>{table}</Transition>
    }
}

#[component]
fn Decide(
    /// As the table stands.
    stored: Rights,
) -> impl IntoView {
    let (stored, rights) = (RwSignal::new(stored), RwSignal::new(stored));
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send(busy, save_rights(rights.get_untracked()), move |answer| match answer {
            Ok(saved) => {
                stored.set(saved);
                rights.set(saved);
                toasts::tell(t().rights.saved);
            }
            Err(fault) => errors.show(&fault),
        });
    };
    let unchanged = Signal::derive(move || rights.get() == stored.get());
    let usual = Signal::derive(move || rights.get() == Rights::default());
    view! {
        <form class="rights" novalidate on:submit=submit>
            <p class="rights__intro">{move || t().rights.intro}</p>
            <ul class="rights__rules">
                <li>{move || t().rights.rule_team}</li>
                <li>{move || t().rights.rule_nobody}</li>
                <li>{move || t().rights.rule_caller}</li>
                <li>{move || t().rights.rule_admin}</li>
            </ul>
            <NumbersTable rights=rights />
            {Records::ALL.map(|entity| view! { <EntityTable entity=entity rights=rights /> })}
            <div class="rights__actions">
                <Button
                    label=move || t().frame.save
                    kind=ButtonKind::Primary
                    submit=true
                    busy=busy
                    disabled=unchanged
                    reason=Signal::derive(move || unchanged.get().then(|| t().rights.nothing_changed.to_owned()))
                />
                <Button
                    label=move || t().rights.reset
                    icon=icondata_lu::LuRotateCcw
                    on_press=move || rights.set(Rights::default())
                    disabled=usual
                    reason=Signal::derive(move || usual.get().then(|| t().rights.is_usual.to_owned()))
                />
            </div>
        </form>
    }
}

//! What somebody changed elsewhere: shown, and taken over or overwritten.

use super::api;
use super::desk::desk;
use super::differences::{DifferenceList, differences};
use super::reading::ReadButton;
use crate::components::form::{send, tell};
use crate::components::{Ago, Button, ButtonKind, toasts};
use crate::texts::t;
use domain::centre::TakenIn;
use leptos::prelude::*;

/// What is otherwise at the provider; nothing where nothing is.
#[component]
pub(super) fn DriftPanel() -> impl IntoView {
    let differs = differs();
    view! {
        <Show when=move || differs.get()>
            <Drift />
        </Show>
    }
}

/// In one line that the provider is as we left it, and when that was looked at; nothing where it is not.
#[component]
pub(super) fn AsWeLeftIt() -> impl IntoView {
    let differs = differs();
    view! {
        <Show when=move || !differs.get()>
            <div class="form__actions">
                <span class="panel__text">{move || t().centre.publish.no_drift}</span>
                <ReadAgain />
            </div>
        </Show>
    }
}

fn differs() -> Memo<bool> {
    let desk = desk();
    Memo::new(move |_| desk.with(|desk| !desk.drift.is_empty()))
}

#[component]
fn Drift() -> impl IntoView {
    let desk = desk();
    let all = Memo::new(move |_| {
        let drift = desk.with(|desk| desk.drift.clone());
        desk.named(|book| differences(&drift, book))
    });
    view! {
        <section class="panel" aria-labelledby="drift">
            <h2 class="panel__title" id="drift">{move || t().centre.publish.drift}</h2>
            <p class="panel__text">{move || t().centre.publish.drift_text}</p>
            <DifferenceList differences=all />
            <p class="panel__text">{move || t().centre.publish.take_over_hint}</p>
            <div class="form__actions">
                <TakeOver />
                <ReadAgain />
            </div>
        </section>
    }
}

/// Reads what the provider has once more; beside it when that was last done.
#[component]
fn ReadAgain() -> impl IntoView {
    let desk = desk();
    let at = Memo::new(move |_| desk.with(|desk| desk.provider_has));
    view! {
        <ReadButton label=move || t().centre.read_again />
        {move || at.get().map(|at| view! { <span class="field__hint">{t().centre.read_at} " " <Ago at=at /></span> })}
    }
}

#[component]
fn TakeOver() -> impl IntoView {
    let desk = desk();
    let busy = RwSignal::new(false);
    let take = move || {
        send(busy, api::take_over(), move |answer| match answer {
            Ok(taken) => {
                told(desk, &taken);
                desk.refresh();
            }
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <Button
            label=move || t().centre.publish.take_over
            kind=ButtonKind::Primary
            icon=icondata_lu::LuGitMerge
            busy=busy
            on_press=take
        />
    }
}

fn told(desk: super::desk::Desk, taken: &TakenIn) {
    if taken.contested.is_empty() {
        return toasts::tell(t().centre.publish.taken_over);
    }
    let names: Vec<String> =
        untrack(|| desk.named(|book| taken.contested.iter().map(|at| book.titled_within(at)).collect()));
    toasts::warn((t().centre.publish.contested)(&names.join(", ")));
}

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

/// What is otherwise at the provider; or that nothing is, and when that was looked at.
#[component]
pub(super) fn DriftPanel() -> impl IntoView {
    let desk = desk();
    let all = Memo::new(move |_| {
        let drift = desk.with(|desk| desk.drift.clone());
        desk.named(|book| differences(&drift, book))
    });
    let read_at = move || desk.with(|desk| desk.provider_has);
    let differs = move || desk.with(|desk| !desk.drift.is_empty());
    view! {
        <section class="panel" aria-labelledby="drift">
            <h2 class="panel__title" id="drift">
                {move || if differs() { t().centre.publish.drift } else { t().centre.publish.no_drift }}
            </h2>
            <Show when=differs>
                <p class="panel__text">{move || t().centre.publish.drift_text}</p>
                <DifferenceList differences=all />
                <p class="panel__text">{move || t().centre.publish.take_over_hint}</p>
            </Show>
            <div class="form__actions">
                <Show when=differs>
                    <TakeOver />
                </Show>
                <ReadButton label=move || t().centre.read_again />
                {move || {
                    read_at()
                        .map(|at| {
                            view! { <span class="field__hint">{t().centre.read_at} " " <Ago at=at /></span> }
                        })
                }}
            </div>
        </section>
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

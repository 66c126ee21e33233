//! What came lately to the addresses that the provider calls, and what became of it.

use super::{stringee_deliveries, words};
use crate::components::form::{send, tell};
use crate::components::{Ago, Badge, Button, ButtonKind, EmptyState, ErrorState, Select, Skeleton, Tone};
use crate::texts::t;
use domain::deliveries::Delivery;
use domain::stringee::Hook;
use leptos::prelude::*;
use std::time::Duration;

/// How often the list asks for what is new.
const EVERY: Duration = Duration::from_secs(5);

/// The list's panel, loaded by itself.
#[component]
pub(super) fn DeliveriesPanel() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| stringee_deliveries());
    view! {
        <section class="panel" aria-labelledby="deliveries-heading">
            <Suspense fallback=|| view! { <Skeleton rows=4 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(deliveries) => view! { <Deliveries first=deliveries /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=move || first.refetch() /> }.into_any(),
                    }
                })}
            </Suspense>
        </section>
    }
}

#[component]
fn Deliveries(first: Vec<Delivery>) -> impl IntoView {
    let known = RwSignal::new(first);
    let (kind, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    keep_up(known);
    let refresh = move || {
        send(busy, stringee_deliveries(), move |answer| match answer {
            Ok(latest) => replace(known, latest),
            Err(fault) => tell(&fault),
        });
    };
    let shown = Memo::new(move |_| {
        let of_kind = |delivery: &&Delivery| kind.with(|kind| kind.is_empty() || *kind == delivery.hook);
        known.with(|known| known.iter().filter(of_kind).cloned().collect::<Vec<_>>())
    });
    view! {
        <header class="settings__head">
            <h2 class="panel__title" id="deliveries-heading">{move || t().settings.stringee.deliveries}</h2>
            <Button
                label=move || t().settings.stringee.refresh
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuRefreshCw
                busy=busy
                on_press=refresh
            />
        </header>
        <Show when=move || known.with(|known| !known.is_empty()) fallback=|| view! { <NothingYet /> }>
            <KindFilter kind=kind />
            <Rows shown=shown />
        </Show>
    }
}

/// Asks for what is new now and then, while the page is looked at; whatever fails is asked for again.
fn keep_up(known: RwSignal<Vec<Delivery>>) {
    let ask = move || {
        if document().hidden() {
            return;
        }
        leptos::task::spawn_local(async move {
            if let Ok(latest) = stringee_deliveries().await {
                replace(known, latest);
            }
        });
    };
    Effect::new(move |_| {
        if let Ok(asking) = set_interval_with_handle(ask, EVERY) {
            on_cleanup(move || asking.clear());
        }
    });
}

/// Rows that stay as they are are not drawn anew. The page may be gone by now.
fn replace(known: RwSignal<Vec<Delivery>>, latest: Vec<Delivery>) {
    if known.try_with_untracked(|known| *known != latest) == Some(true) {
        known.set(latest);
    }
}

#[component]
fn NothingYet() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuWebhook
            title=move || t().settings.stringee.no_deliveries
            text=move || t().settings.stringee.no_deliveries_text
        />
    }
}

#[component]
fn KindFilter(kind: RwSignal<String>) -> impl IntoView {
    let options = || {
        let all = (String::new(), t().settings.stringee.all_kinds.to_owned());
        let each = Hook::ALL.into_iter().map(|hook| (hook.as_str().to_owned(), words::hook(hook).to_owned()));
        std::iter::once(all).chain(each).collect()
    };
    view! {
        <Select
            name="delivery-kind"
            label=move || t().settings.stringee.kind
            value=kind
            options=Signal::derive(options)
        />
    }
}

#[component]
fn Rows(shown: Memo<Vec<Delivery>>) -> impl IntoView {
    let rows = move || shown.get().into_iter().map(|delivery| view! { <Row delivery=delivery /> }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="deliveries-heading">
            <table class="table deliveries">
                <thead>
                    <tr>
                        <th scope="col">{move || t().settings.stringee.came}</th>
                        <th scope="col">{move || t().settings.stringee.kind}</th>
                        <th scope="col">{move || t().settings.stringee.answered}</th>
                        <th scope="col" class="number">{move || t().settings.stringee.took}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Show when=move || shown.with(Vec::is_empty)>
            <p class="panel__text">{move || t().settings.stringee.none_of_kind}</p>
        </Show>
    }
}

#[component]
fn Row(delivery: Delivery) -> impl IntoView {
    let Delivery { hook, at, status, took_ms, problem } = delivery;
    let tone = match (status, &problem) {
        (200..300, None) => Tone::Ok,
        (200..300, Some(_)) => Tone::Warn,
        _ => Tone::Danger,
    };
    let kind = move || match Hook::from_stored(&hook) {
        Some(hook) => words::hook(hook).to_owned(),
        None => hook.clone(),
    };
    view! {
        <tr>
            <td><Ago at=at /></td>
            <td>{kind}</td>
            <td>
                <span class="deliveries__answer">
                    <Badge label=status.to_string() tone=tone />
                    {problem.map(|problem| view! { <span>{move || words::delivery_problem(&problem)}</span> })}
                </span>
            </td>
            <td class="number">{move || (t().settings.stringee.milliseconds)(took_ms)}</td>
        </tr>
    }
}

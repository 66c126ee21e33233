//! The admins' page of assignment rules.

use super::api::assignment_rules;
use super::form::{Offered, RuleDialog, offered};
use super::row::RuleRow;
use crate::api::Answer;
use crate::components::{Button, ButtonKind, EmptyState, ErrorState, PageHead, Skeleton};
use crate::texts::t;
use domain::assignment::Rule;
use leptos::prelude::*;

/// The rules, in order.
#[component]
pub fn AssignmentPage() -> impl IntoView {
    // Asked for together: one who may not set rules sees one refusal.
    let all = Resource::new_blocking(|| (), |()| everything());
    let again = Callback::new(move |()| all.refetch());
    view! {
        <PageHead title=move || t().assignment.title />
        <p class="panel__text">{move || t().assignment.text}</p>
        <div class="panels panels--wide">
            <Transition fallback=|| view! { <Skeleton rows=6 /> }>
                {move || Suspend::new(async move {
                    match all.await {
                        Ok((rules, offered)) => view! { <Rules rules=rules offered=offered again=again /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

async fn everything() -> Answer<(Vec<Rule>, Offered)> {
    Ok((assignment_rules().await?, offered().await?))
}

#[component]
fn Rules(rules: Vec<Rule>, offered: Offered, again: Callback<()>) -> impl IntoView {
    let rows = RwSignal::new(rules);
    let adding = RwSignal::new(false);
    let offered = StoredValue::new(offered);
    let added = Callback::new(move |_: Rule| again.run(()));
    let add = move |()| adding.set(true);
    let button = move || {
        view! {
            <Button
                label=move || t().assignment.add
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
                on_press=add
            />
        }
    };
    view! {
        <section class="panel" aria-labelledby="rules-heading">
            <header class="section-head">
                <h2 class="panel__title" id="rules-heading">{move || t().assignment.rules}</h2>
                {button()}
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=|| {
                    view! {
                        <EmptyState
                            icon=icondata_lu::LuShuffle
                            title=move || t().assignment.none_title
                            text=move || t().assignment.none_text
                        />
                    }
                }
            >
                <ol class="choice-list">
                    <For each=move || rows.get() key=Clone::clone let(rule)>
                        <RuleRow rule=rule rows=rows offered=offered />
                    </For>
                </ol>
                <p class="panel__text">{move || t().assignment.otherwise}</p>
            </Show>
        </section>
        <RuleDialog open=adding of=None offered=offered on_saved=added />
    }
}

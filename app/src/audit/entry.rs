//! An entry: who, what, and from what to what.

use super::words;
use crate::components::Ago;
use crate::routes::Route;
use crate::texts::t;
use domain::audit::{Changed, Event};
use leptos::prelude::*;

/// What was made another, line by line, and what else is told.
#[component]
pub(super) fn Details(
    /// Of which entry.
    event: Event,
) -> impl IntoView {
    let facts = event.facts;
    let said = move || facts.iter().filter_map(|one| words::fact(t(), one)).collect::<Vec<_>>().join(" · ");
    let changes = event.changes.into_iter().map(|change| view! { <Change change=change /> }).collect_view();
    view! {
        <ul class="audit-changes">{changes}</ul>
        <span class="audit-facts">{said}</span>
    }
}

#[component]
fn Change(change: Changed) -> impl IntoView {
    let (name, was, is) = (change.clone(), change.clone(), change);
    let gone = was.from.is_empty();
    view! {
        <li class="audit-change">
            <span class="audit-change__field">{move || words::changed(t(), &name).0} ": "</span>
            {(!gone)
                .then(|| {
                    view! {
                        <del class="audit-change__from">{move || words::changed(t(), &was).1}</del>
                        <span aria-hidden="true">" → "</span>
                    }
                })}
            <ins class="audit-change__to">
                {move || Some(words::changed(t(), &is).2).filter(|to| !to.is_empty()).unwrap_or_else(|| t().audit.nothing.to_owned())}
            </ins>
        </li>
    }
}

/// An entry of a record's history.
#[component]
pub(super) fn HistoryEntry(
    /// Which.
    event: Event,
) -> impl IntoView {
    let (done, at) = (event.action.clone(), event.at);
    let who = event.who.clone().map(|who| who.name);
    view! {
        <li class="audit-entry">
            <p class="audit-entry__head">
                <strong>{move || who.clone().unwrap_or_else(|| t().audit.program.to_owned())}</strong>
                <span>{move || words::action(t(), &done)}</span>
                <Ago at=at />
            </p>
            <Details event=event />
        </li>
    }
}

/// An entry of what was searched.
#[component]
pub(super) fn Row(
    /// Which.
    event: Event,
) -> impl IntoView {
    let (done, at, name) = (event.action.clone(), event.at, event.name.clone());
    let who = event.who.clone().map(|who| who.name);
    let named = match event.subject.as_ref().map(Route::of) {
        Some(record) => view! { <a href=record.href()>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    view! {
        <tr>
            <td class="audit__when">
                <Ago at=at />
            </td>
            <td class="audit__who">{move || who.clone().unwrap_or_else(|| t().audit.program.to_owned())}</td>
            <td class="audit__what">{move || words::action(t(), &done)}</td>
            <td class="audit__record">{named}</td>
            <td class="audit__details">
                <Details event=event />
            </td>
        </tr>
    }
}

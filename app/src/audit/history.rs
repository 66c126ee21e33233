//! What happened with a record, and what was changed of it: two views of one place.

use super::entry::HistoryEntry;
use super::record_history;
use crate::components::{EmptyState, ErrorState, Segmented, Skeleton};
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::timeline::Timeline;
use crate::texts::t;
use domain::audit::Event;
use domain::paging::{Cursor, Page};
use domain::tags::Subject;
use leptos::prelude::*;

/// The word of the choice that shows what was changed.
const HISTORY: &str = "history";

/// The timeline, or the history of changes.
#[component]
pub(crate) fn Activity(
    /// Of what.
    subject: Subject,
) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let is_history = Memo::new(move |_| chosen.with(|chosen| chosen == HISTORY));
    let of = StoredValue::new(subject.clone());
    let options =
        || vec![(String::new(), t().customers.timeline.to_owned()), (HISTORY.to_owned(), t().audit.history.to_owned())];
    view! {
        <div class="activity">
            <Segmented
                name="activity"
                label=move || t().audit.show
                chosen=chosen
                on_choose=move |word| chosen.set(word)
                options=Signal::derive(options)
            />
            <div hidden=move || is_history.get()>
                <Timeline subject=subject />
            </div>
            <Show when=move || is_history.get()>
                <History subject=of.get_value() />
            </Show>
        </div>
    }
}

/// What was changed of a record; asked for when somebody wants to see it.
#[component]
fn History(subject: Subject) -> impl IntoView {
    let of = StoredValue::new(subject);
    let first = LocalResource::new(move || record_history(of.get_value(), None));
    let retry = Callback::new(move |()| first.refetch());
    view! {
        <section class="history" aria-labelledby="history-heading">
            <h2 class="section-heading" id="history-heading">
                {move || t().audit.history}
            </h2>
            <Suspense fallback=|| view! { <Skeleton rows=5 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <Changes subject=of.get_value() first=page /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })}
            </Suspense>
        </section>
    }
}

#[component]
fn Changes(subject: Subject, first: Page<Event>) -> impl IntoView {
    let growing = Growing::new(first, move |from: Cursor| record_history(subject.clone(), Some(from)));
    let rows = growing.rows;
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=|| {
                view! { <EmptyState icon=icondata_lu::LuScrollText title=move || t().audit.history_empty /> }
            }
        >
            <ol class="history__entries">
                <For each=move || rows.get() key=|event| event.id.clone() let(event)>
                    <HistoryEntry event=event />
                </For>
            </ol>
        </Show>
        <MoreRows growing=growing />
    }
}

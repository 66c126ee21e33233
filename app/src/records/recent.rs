//! The last changes of many records, as long as they can be undone.

use super::api::recent_changes;
use super::words;
use crate::components::words::problem;
use crate::components::{Ago, Button, ButtonKind, Dialog, Skeleton};
use crate::fetched::{Part, fetched};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::bulk::{Change, Deed};
use domain::ids::BulkId;
use domain::lists::List;
use leptos::prelude::*;
use leptos::task::spawn_local;

fetched! {
    lists {
        changes((List, RwSignal<bool>, Callback<()>)) = |(list, open, again)| {
            view! { <Changes list=list open=open again=again /> }.into_any()
        };
    }
}

/// The button that shows them.
#[component]
pub(crate) fn RecentChanges(
    /// Of which list.
    list: List,
    /// Asks for the list anew.
    again: Callback<()>,
) -> impl IntoView {
    let (open, inside) = (RwSignal::new(false), Part::new(changes));
    view! {
        <Button
            label=move || t().records.recent
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuHistory
            icon_only=true
            on_press=move || inside.before(move || open.set(true))
        />
        <Dialog open=open title=move || t().records.recent>
            {inside.show((list, open, again))}
        </Dialog>
    }
}

#[component]
fn Changes(list: List, open: RwSignal<bool>, again: Callback<()>) -> impl IntoView {
    let answer = RwSignal::new(None);
    spawn_local(async move {
        answer.try_set(Some(recent_changes(list).await));
    });
    let undo = Callback::new(move |id: BulkId| {
        open.set(false);
        super::bulk_bar::undo(id, again);
    });
    move || match answer.get() {
        None => view! { <Skeleton rows=3 /> }.into_any(),
        Some(Err(fault)) => view! { <p class="field__error">{problem(&fault.0)}</p> }.into_any(),
        Some(Ok(all)) => {
            let now = viewer().now.get_untracked();
            let mine: Vec<Change> = all.into_iter().filter(|one| one.is_undoable(now)).collect();
            if mine.is_empty() {
                return view! { <p class="field__hint">{t().records.no_recent}</p> }.into_any();
            }
            let row = |change| view! { <Row change=change undo=undo /> };
            view! { <ul class="recent">{mine.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    }
}

#[component]
fn Row(change: Change, undo: Callback<BulkId>) -> impl IntoView {
    let (id, deed, list) = (change.id, change.deed, change.list);
    let count = usize::try_from(change.records).unwrap_or_default();
    view! {
        <li class="recent__change">
            <span class="recent__said">{move || said(list, &deed, count)}</span>
            <span class="recent__when">{change.who.name} " · " <Ago at=change.at /></span>
            <Button label=move || t().records.undo icon=icondata_lu::LuUndo2 on_press=move || undo.run(id.clone()) />
        </li>
    }
}

fn said(list: List, deed: &Deed, count: usize) -> String {
    let words = &t().records;
    match deed {
        Deed::Set { cell, .. } => (words.did_set)(words::cell(list, *cell), count),
        Deed::SetCustom { .. } => (words.did_set)(t().records.field, count),
        Deed::Tag(names) => (words.did_tag)(&names.join(", "), count),
        Deed::Untag(_) => (words.did_untag)(count),
        Deed::Delete => (words.did_delete)(count),
    }
}

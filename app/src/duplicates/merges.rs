//! What became part of a customer, and the way back.

use super::api::{merges_into, undo_merge};
use super::words;
use crate::components::{Ago, Button, form, toasts};
use crate::custom::api::custom_fields;
use crate::nested;
use crate::routes::Route;
use crate::texts::t;
use domain::custom::{CustomField, Entity};
use domain::duplicates::{Merged, Undone};
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Merges into a customer that can be taken back. Nothing where there are none.
#[component]
pub(crate) fn MergedInto(
    /// Into whom.
    id: CustomerId,
) -> impl IntoView {
    let merges = nested::resource(move || id.clone(), merges_into);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let merges = merges.await.unwrap_or_default();
                (!merges.is_empty()).then(|| view! { <Merges merges=merges /> })
            })}
        </Transition>
    }
}

#[component]
fn Merges(
    /// Latest first.
    merges: Vec<Merged>,
) -> impl IntoView {
    let line = |merged: Merged| view! { <OneMerge merged=merged /> };
    view! {
        <section class="alike" aria-labelledby="merged">
            <h2 class="section-heading" id="merged">{move || t().duplicates.merged_here}</h2>
            <ul class="alike__list">{merges.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

#[component]
fn OneMerge(
    /// Which.
    merged: Merged,
) -> impl IntoView {
    let navigate = use_navigate();
    let id = merged.id.clone();
    let undo = Action::new(move |()| {
        let (id, navigate) = (id.clone(), navigate.clone());
        async move {
            match undo_merge(id).await {
                Ok(undone) => {
                    let fields = custom_fields(Entity::Customer).await.unwrap_or_default();
                    tell(&undone, &fields);
                    navigate(&Route::Customer(undone.back.id).href(), NavigateOptions::default());
                }
                Err(fault) => form::tell(&fault),
            }
        }
    });
    let by = merged.by.name.clone();
    view! {
        <li class="alike__line">
            <span class="alike__who">
                <strong>{merged.gone.name}</strong>
                <span class="alike__about">{by} " · " <Ago at=merged.at /></span>
            </span>
            {merged
                .may_undo
                .then(|| {
                    view! {
                        <Button
                            label=move || t().duplicates.undo
                            icon=icondata_lu::LuUndo2
                            busy=undo.pending()
                            on_press=move |()| _ = undo.dispatch(())
                        />
                    }
                })}
        </li>
    }
}

/// Who is there again, and what could not be put back.
fn tell(undone: &Undone, fields: &[CustomField]) {
    let texts = &t().duplicates;
    toasts::tell((texts.undone)(&undone.back.name));
    if !undone.stayed.is_empty() {
        let parts: Vec<String> = undone.stayed.iter().map(|part| words::part(part, fields)).collect();
        toasts::warn((texts.stayed)(&parts.join(", ")));
    }
    if undone.elsewhere > 0 {
        toasts::warn((texts.elsewhere)(undone.elsewhere));
    }
}

//! Who looked at a call, for those who lead and run.

use super::api::call_seen_by;
use crate::components::{Ago, Avatar, ErrorState, Skeleton};
use crate::nested;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::calls::Sighting;
use domain::ids::CallId;
use leptos::prelude::*;

/// Who opened a call of somebody else, or listened to it.
#[component]
pub(super) fn SeenBy(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let may = viewer().may(Deed::SeeTeamCalls);
    view! {
        <Show when=move || may.get()>
            <Sightings call=call.clone() />
        </Show>
    }
}

#[component]
fn Sightings(call: CallId) -> impl IntoView {
    let sightings = nested::resource(move || call.clone(), call_seen_by);
    view! {
        <section class="seen-by" aria-labelledby="seen-by-heading">
            <h2 class="section-heading" id="seen-by-heading">
                {move || t().log.seen_by}
            </h2>
            <Suspense fallback=|| view! { <Skeleton rows=2 /> }>
                {move || Suspend::new(async move {
                    match sightings.await {
                        Ok(seen) if seen.is_empty() => {
                            view! { <p class="seen-by__none">{move || t().log.seen_by_nobody}</p> }.into_any()
                        }
                        Ok(seen) => {
                            view! { <ul class="seen-by__list">{seen.into_iter().map(line).collect_view()}</ul> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=move || sightings.refetch() /> }.into_any(),
                    }
                })}
            </Suspense>
        </section>
    }
}

fn line(seen: Sighting) -> impl IntoView {
    let Sighting { who, at, heard } = seen;
    view! {
        <li class="seen-by__one">
            <Avatar name=who.name.clone() />
            <span>{who.name} " " {move || if heard { t().log.heard } else { t().log.opened }}</span>
            <Ago at=at />
        </li>
    }
}

//! Who is waiting for us: calls in that ring and nobody has taken.

use super::clock::{Clock, Timer};
use super::row::With;
use crate::components::Icon;
use crate::texts::t;
use domain::floor::{FloorCall, FloorMember, Status};
use leptos::prelude::*;

/// Calls that ring now, the longest first.
#[component]
pub(super) fn Waiting(
    /// Those one watches.
    members: Memo<Vec<FloorMember>>,
    /// The time.
    clock: Clock,
) -> impl IntoView {
    let calls = Memo::new(move |_| members.with(|members| ringing(members)));
    view! {
        <section class="waiting" aria-labelledby="waiting-heading">
            <h2 class="section-heading" id="waiting-heading">
                {move || t().floor.waiting}
                <span class="waiting__count">{move || calls.with(Vec::len)}</span>
            </h2>
            <Show when=move || calls.with(Vec::is_empty)>
                <p class="waiting__none">{move || t().floor.nobody_waits}</p>
            </Show>
            <ul class="waiting__calls">
                <For each=move || calls.get() key=|(call, agent)| (call.id.clone(), agent.clone()) let((call, agent))>
                    <li class="waiting__call">
                        <Icon icon=icondata_lu::LuPhoneIncoming />
                        <With call=call.clone() />
                        {call.queue.clone().map(|queue| view! { <span class="waiting__queue">{queue}</span> })}
                        <span class="waiting__agent">{move || (t().floor.rings_at)(&agent)}</span>
                        <Timer since=Signal::stored(call.since) clock=clock />
                    </li>
                </For>
            </ul>
            <p class="waiting__hint">{move || t().floor.queue_unknown}</p>
        </section>
    }
}

fn ringing(members: &[FloorMember]) -> Vec<(FloorCall, String)> {
    let rings = members.iter().filter(|one| one.status == Status::Ringing);
    let mut calls: Vec<(FloorCall, String)> =
        rings.filter_map(|one| Some((one.call.clone()?, one.member.name.clone()))).collect();
    calls.sort_by_key(|(call, _)| call.since);
    calls
}

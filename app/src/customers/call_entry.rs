//! A call in the timeline.

use super::timeline::Clock;
use crate::calls::words::agent_name;
use crate::calls::{DirectionIcon, OutcomeBadge};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::calls::CallRow;
use domain::times;
use leptos::prelude::*;

/// A call, with the way to its story for those who may read it.
#[component]
pub(super) fn CallEntry(
    /// The call.
    call: CallRow,
    /// Whether it is said with whom it was.
    names_customer: bool,
) -> impl IntoView {
    let with = call.matched.customer.clone().filter(|_| names_customer);
    let story = Route::Call(call.id.clone()).href();
    let talked = (call.talk_ms > 0).then(|| times::duration(call.talk_ms));
    let note = (!call.note.is_empty()).then(|| call.note.clone());
    let (agent, at) = (agent_name(&call), call.started_at);
    let (sees_team, of) = (viewer().may(Deed::SeeTeamCalls), call.agent.as_ref().map(|agent| agent.id.clone()));
    let may_read = move || sees_team.get() || viewer().me.with(|me| me.as_ref().map(|me| &me.id) == of.as_ref());
    view! {
        <div class="entry__head">
            <DirectionIcon direction=call.direction />
            <OutcomeBadge call=call />
            {talked
                .map(|talked| {
                    view! { <span class="entry__figure">{move || (t().customers.talked_for)(&talked)}</span> }
                })}
            <span class="entry__who">{agent}</span>
            {with
                .map(|who| {
                    view! { <a class="entry__about" href=Route::Customer(who.id).href()>{who.name}</a> }
                })}
            <Clock at=at />
            <Show when=may_read>
                <a class="entry__link" href=story.clone()>
                    {move || t().customers.open_call}
                </a>
            </Show>
        </div>
        {note.map(|note| view! { <p class="entry__text">{note}</p> })}
    }
}

//! Whether calls can be given to a member, and why not: a mark in their row, and every condition on their page.

use crate::components::{Glyph, Icon};
use crate::softphone::{ReachConditions, condition};
use crate::texts::t;
use domain::floor::FloorMember;
use domain::reach::Reachability;
use leptos::prelude::*;

/// Says it in one drawing. Nothing where the provider does not tell of telephones.
#[component]
pub(super) fn ReachMark(
    /// Of whom.
    member: Signal<FloorMember>,
) -> impl IntoView {
    let unmet =
        Memo::new(move |_| member.with(|one| one.reach.as_ref().map(|reach| reach.unmet().collect::<Vec<_>>())));
    let in_the_way = move || unmet.with(|unmet| unmet.as_ref().is_some_and(|unmet| !unmet.is_empty()));
    let icon = Signal::derive(move || -> Glyph {
        if in_the_way() { icondata_lu::LuBellOff } else { icondata_lu::LuBell }
    });
    let said = Signal::derive(move || {
        let words: Vec<&str> = unmet.get().into_iter().flatten().map(condition).collect();
        if words.is_empty() {
            t().floor.calls_come.to_owned()
        } else {
            (t().floor.calls_do_not_come)(&words.join("; "))
        }
    });
    view! {
        <Show when=move || unmet.with(Option::is_some)>
            <span class="reach-mark" class:is-unmet=in_the_way role="img" aria-label=said title=said>
                <Icon icon=icon />
            </span>
        </Show>
    }
}

/// Says it condition by condition.
#[component]
pub(super) fn ReachPanel(
    /// As it was when the page was asked for.
    reach: Reachability,
) -> impl IntoView {
    view! {
        <section class="member-day__reach" aria-labelledby="member-reach">
            <h2 id="member-reach" class="section-heading">{move || t().floor.reach}</h2>
            <div class="reach">
                <ReachConditions reach=reach />
            </div>
        </section>
    }
}

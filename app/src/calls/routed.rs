//! To whom a call was given while its caller waited, and why.

use crate::components::{Ago, Avatar};
use crate::texts::t;
use domain::reach::Condition;
use domain::routing::{Because, Decision};
use domain::staff::StaffRef;
use leptos::prelude::*;

/// The last decision; nothing where our server was not asked.
#[component]
pub(super) fn Routed(
    /// What was decided.
    decision: Option<Decision>,
) -> impl IntoView {
    let Some(Decision { at, queue, choices, passed_over }) = decision else { return ().into_any() };
    let nobody = choices.is_empty();
    view! {
        <section class="seen-by" aria-labelledby="routed-heading">
            <h2 class="section-heading" id="routed-heading">
                {move || t().routing.title}
            </h2>
            <p class="seen-by__none">{move || (t().routing.decided)(&queue)} " · " <Ago at=at /></p>
            {nobody.then(|| view! { <p class="seen-by__none">{move || t().routing.nobody}</p> })}
            <ul class="seen-by__list">
                {choices.into_iter().map(|(who, because)| line(who, move || why(because).to_owned())).collect_view()}
                {passed_over
                    .into_iter()
                    .map(|(who, because, unmet)| {
                        line(who, move || (t().routing.passed_over)(why(because), what_keeps(unmet)))
                    })
                    .collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

fn line(who: StaffRef, text: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    view! {
        <li class="seen-by__one">
            <Avatar name=who.name.clone() />
            <span>{who.name} " · " {text}</span>
        </li>
    }
}

/// Why somebody was thought of.
pub(crate) fn why(because: Because) -> &'static str {
    let words = &t().routing;
    match because {
        Because::Owner => words.owner,
        Because::SpokeLast => words.spoke_last,
        Because::Team => words.team,
        Because::Fallback => words.fallback,
    }
}

/// What keeps somebody from a call.
fn what_keeps(unmet: Option<Condition>) -> &'static str {
    let words = &t().routing;
    match unmet {
        None | Some(Condition::Seat) => words.no_seat,
        Some(Condition::Available) => words.unavailable,
        Some(Condition::Free) => words.in_call,
        Some(Condition::NotAfterCall) => words.after_call,
        Some(Condition::Reachable) => words.unreachable,
    }
}

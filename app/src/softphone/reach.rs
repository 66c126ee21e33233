//! Why the member's telephone does not ring: condition by condition, from what this page knows and what the server says.

use super::api;
use super::phone::{Phone, phone};
use crate::components::{Button, ButtonKind, Icon, Skeleton};
use crate::texts::t;
use domain::calls::LineState;
use domain::reach::{Condition, Met, Reachability, RingsAt};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was asked, and what came of it.
type Asked = Option<Result<Option<Reachability>, ()>>;

/// The question; the answer opens below it. Nothing where the provider says nothing of it.
#[component]
pub(super) fn Reach() -> impl IntoView {
    let phone = phone();
    let shown = move || phone.desk(|desk| desk.line().manner.presence_by_server) && !phone.voice.is_elsewhere();
    view! {
        <Show when=shown>
            <Question />
        </Show>
    }
}

#[component]
fn Question() -> impl IntoView {
    let open = RwSignal::new(false);
    let asked = RwSignal::new(Asked::None);
    let ask = move || {
        asked.set(None);
        spawn_local(async move { asked.set(Some(api::reachability().await.map_err(drop))) });
    };
    let press = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            ask();
        }
    };
    view! {
        <button
            type="button"
            class="reach__question"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            aria-controls="softphone-reach"
            on:click=press
        >
            <Icon icon=icondata_lu::LuBellOff />
            <span>{move || t().softphone.reach.question}</span>
        </button>
        <div id="softphone-reach" class="reach" role="status" hidden=move || !open.get()>
            {move || open.get().then(|| view! { <Answer asked=asked ask=Callback::new(move |()| ask()) /> })}
        </div>
    }
}

#[component]
fn Answer(asked: RwSignal<Asked>, ask: Callback<()>) -> impl IntoView {
    let phone = phone();
    let told = move || match asked.get() {
        None => view! { <Skeleton rows=3 /> }.into_any(),
        Some(Err(())) => view! { <p class="line-head__text">{move || t().softphone.reach.unknown}</p> }.into_any(),
        Some(Ok(None)) => ().into_any(),
        Some(Ok(Some(reach))) => view! { <ReachConditions reach=reach /> }.into_any(),
    };
    view! {
        <ul class="reach__list">
            <Line label=Signal::derive(move || t().softphone.reach.signed_in) met=Signal::derive(move || Some(is_signed_in(phone))) />
            <Line
                label=Signal::derive(move || t().softphone.reach.microphone)
                met=Signal::derive(move || phone.desk(|desk| desk.line().microphone))
            />
        </ul>
        {told}
        <Button
            label=move || t().softphone.reach.again
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuRefreshCw
            on_press=move |()| ask.run(())
        />
    }
}

fn is_signed_in(phone: Phone) -> bool {
    phone.desk(|desk| desk.line().state == LineState::Ready)
}

/// What the server says of a telephone: of one's own, and on the floor of others'.
#[component]
pub(crate) fn ReachConditions(
    /// All of it.
    reach: Reachability,
) -> impl IntoView {
    let all_met = reach.unmet().next().is_none();
    let Reachability { conditions, telephone, .. } = reach;
    let rings_at = telephone.map(|telephone| telephone.rings_at);
    let lines = conditions.into_iter().map(|Met { condition, met }| {
        view! { <Line label=Signal::derive(move || word(condition)) met=Signal::derive(move || met) /> }
    });
    view! {
        <ul class="reach__list">{lines.collect_view()}</ul>
        <p class="line-head__text">{move || rings_at.map(place)}</p>
        <p class="line-head__text">
            {move || if all_met { t().softphone.reach.should_ring } else { t().softphone.reach.does_not }}
        </p>
    }
}

/// One condition: met, not met, or not known.
#[component]
fn Line(
    /// What must be so.
    label: Signal<&'static str>,
    /// Whether it is.
    met: Signal<Option<bool>>,
) -> impl IntoView {
    let icon = Signal::derive(move || -> crate::components::Glyph {
        match met.get() {
            Some(true) => icondata_lu::LuCircleCheck,
            Some(false) => icondata_lu::LuCircleX,
            None => icondata_lu::LuCircleHelp,
        }
    });
    let said = move || match met.get() {
        Some(true) => t().softphone.reach.yes,
        Some(false) => t().softphone.reach.no,
        None => t().softphone.reach.nobody_knows,
    };
    view! {
        <li class="reach__line" class:is-met=move || met.get() == Some(true) class:is-unmet=move || met.get() == Some(false)>
            <Icon icon=icon />
            <span class="reach__condition">{label}</span>
            <span class="reach__said">{said}</span>
        </li>
    }
}

/// What must be so.
pub(crate) fn word(condition: Condition) -> &'static str {
    let words = &t().softphone.reach;
    match condition {
        Condition::Seat => words.seat,
        Condition::Available => words.available,
        Condition::Free => words.free,
        Condition::NotAfterCall => words.not_after_call,
        Condition::Reachable => words.reachable,
    }
}

fn place(rings_at: RingsAt) -> &'static str {
    let words = &t().softphone.reach;
    match rings_at {
        RingsAt::Anywhere => words.rings_anywhere,
        RingsAt::Number => words.rings_number,
        RingsAt::App => words.rings_app,
        RingsAt::DeskPhone => words.rings_desk_phone,
    }
}

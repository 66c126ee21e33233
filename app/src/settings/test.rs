//! Trying the account with a member's seat.

use super::test_telephone;
use crate::api::Fault;
use crate::components::form::{send, tell};
use crate::components::{Button, EmptyState, Icon, LinkButton, Select, words};
use crate::routes::Route;
use crate::texts::t;
use domain::problem::Problem;
use domain::staff::Member;
use domain::telephone::{Provider, TelephoneProblem};
use leptos::prelude::*;

/// What came of trying a seat.
type Result = (String, Option<TelephoneProblem>);

/// Tries a seat and explains what the provider says.
#[component]
pub(super) fn TestPanel(members: Vec<Member>, usable: bool) -> impl IntoView {
    let seats: Vec<(String, String)> = members
        .into_iter()
        .filter(|member| member.active && member.provider == Provider::ThreeC)
        .filter_map(|member| member.seat.map(|seat| (seat.clone(), format!("{seat} · {}", member.name))))
        .collect();
    let chosen = RwSignal::new(seats.first().map(|(seat, _)| seat.clone()).unwrap_or_default());
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().settings.test}</h2>
            <p class="panel__text">{move || t().settings.test_text}</p>
            {if seats.is_empty() {
                view! { <NoSeats /> }.into_any()
            } else {
                view! { <SeatTest seats=seats chosen=chosen usable=usable /> }.into_any()
            }}
        </section>
    }
}

#[component]
fn NoSeats() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuHeadset
            title=move || t().settings.no_seats
            text=move || t().settings.no_seats_text
        >
            <LinkButton route=Route::Staff label=move || t().staff.title />
        </EmptyState>
    }
}

#[component]
fn SeatTest(seats: Vec<(String, String)>, chosen: RwSignal<String>, usable: bool) -> impl IntoView {
    let busy = RwSignal::new(false);
    let result = RwSignal::new(None::<Result>);
    let start = move || {
        let seat = chosen.get_untracked();
        result.set(None);
        send(busy, test_telephone(seat.clone()), move |answer| match answer {
            Ok(()) => result.set(Some((seat, None))),
            Err(Fault(Problem::Telephone(problem))) => result.set(Some((seat, Some(problem)))),
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <div>
            <div class="settings__test">
                <Select name="seat" label=move || t().settings.test_seat value=chosen options=Signal::stored(seats) />
                <Button
                    label=move || t().settings.test_start
                    icon=icondata_lu::LuPlugZap
                    on_press=start
                    busy=busy
                    disabled=!usable
                    reason=move || Some(t().settings.save_first.to_owned())
                />
            </div>
            <div class="settings__answer" role="status" aria-live="polite">{move || result.get().map(explained)}</div>
        </div>
    }
}

fn explained((seat, problem): Result) -> AnyView {
    match problem {
        None => view! {
            <div class="notice notice--ok">
                <Icon icon=icondata_lu::LuCircleCheck />
                <p>{move || (t().settings.test_passed)(&seat)}</p>
            </div>
        }
        .into_any(),
        Some(problem) => view! {
            <div class="notice notice--danger">
                <Icon icon=icondata_lu::LuCircleAlert />
                <div>
                    <p class="notice__title">{move || (t().settings.test_failed)(&seat)}</p>
                    <p>{move || words::telephone(&problem)}</p>
                </div>
            </div>
        }
        .into_any(),
    }
}

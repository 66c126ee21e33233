//! One member on the floor.

use super::clock::{Clock, Timer};
use super::reach::ReachMark;
use super::status::{LineState, StatusBadge, StatusTimer, in_call};
use crate::calls::marks::DirectionIcon;
use crate::components::Avatar;
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::floor::{FloorCall, FloorMember, Today};
use domain::phone;
use domain::times;
use leptos::prelude::*;

/// A member's row.
#[component]
pub(super) fn MemberRow(
    /// As they are now.
    member: Signal<FloorMember>,
    /// The time.
    clock: Clock,
) -> impl IntoView {
    let name = Signal::derive(move || member.with(|one| one.member.name.clone()));
    let href = member.with_untracked(|one| Route::FloorMember(one.member.id.clone()).href());
    let status = Signal::derive(move || member.with(|one| one.status));
    let line = Signal::derive(move || member.with(|one| one.line.clone()));
    let team = move || member.with(|one| one.team.as_ref().map(|team| team.name.clone()));
    let call = Memo::new(move |_| member.with(|one| one.call.clone().filter(|_| in_call(one.status))));
    let today = Memo::new(move |_| member.with(|one| one.today));
    view! {
        <tr class="table__row floor__row">
            <td class="floor__who">
                <span class="table__who">
                    <Avatar name=name />
                    <span>
                        <a class="table__link" data-row="" href=href>{name}</a>
                        <span class="floor__team">{team}</span>
                    </span>
                </span>
            </td>
            <td class="floor__status">
                <StatusBadge status=status />
                <StatusTimer member=member clock=clock />
                <ReachMark member=member />
            </td>
            <td class="floor__call">
                {move || match call.get() {
                    Some(call) => view! { <CallBrief call=call clock=clock /> }.into_any(),
                    None => view! { <span class="table__dim floor__no-call">"–"</span> }.into_any(),
                }}
            </td>
            <td class="floor__line">
                <LineState line=line status=status />
            </td>
            <td class="table__figure floor__calls">{move || today.with(|today| today.calls)}</td>
            <td class="table__figure floor__answered">{move || today.with(|today| today.answered)}</td>
            <td class="table__figure floor__missed" class:is-missed=move || today.with(|today| today.missed > 0)>
                {move || today.with(|today| today.missed)}
            </td>
            <td class="table__figure floor__talk" data-label=move || t().floor.talk>
                {move || today.with(|today| times::duration(today.talk_ms))}
            </td>
        </tr>
    }
}

/// With whom, and for how long.
#[component]
pub(super) fn CallBrief(
    /// The call.
    call: FloorCall,
    /// The time.
    clock: Clock,
) -> impl IntoView {
    let since = call.since;
    let story = Route::Call(call.id.clone()).href();
    view! {
        <span class="call-brief">
            <DirectionIcon direction=call.direction />
            <With call=call />
            <a class="call-brief__timer" href=story aria-label=move || t().floor.open_call>
                <Timer since=Signal::stored(since) clock=clock />
            </a>
        </span>
    }
}

/// The customer, or the number of somebody unknown.
#[component]
pub(super) fn With(
    /// The call.
    call: FloorCall,
) -> impl IntoView {
    let raw = phone::shown(&call.number_raw).to_owned();
    match (call.customer, call.number) {
        (Some(customer), number) => {
            let number = number.map_or(raw, |number| number.grouped());
            view! {
                <a class="call-brief__who" href=Route::Customer(customer.id).href() title=number>{customer.name}</a>
            }
            .into_any()
        }
        (None, Some(number)) => view! { <span class="call-brief__who"><Dialable number=number /></span> }.into_any(),
        (None, None) if raw.is_empty() => {
            view! { <span class="call-brief__who">{move || t().calls.hidden_number}</span> }.into_any()
        }
        (None, None) => view! { <span class="call-brief__who">{raw}</span> }.into_any(),
    }
}

/// A day in numbers, as parts of a description list.
#[component]
pub(super) fn Figures(
    /// The numbers.
    today: Memo<Today>,
) -> impl IntoView {
    let part = |label: fn() -> &'static str, figure: Signal<String>| {
        view! {
            <div class="totals__part">
                <dt>{label}</dt>
                <dd>{figure}</dd>
            </div>
        }
    };
    let figure = move |of: fn(Today) -> i64| Signal::derive(move || of(today.get()).to_string());
    view! {
        {part(|| t().floor.calls_today, figure(|today| today.calls))}
        {part(|| t().floor.answered, figure(|today| today.answered))}
        {part(|| t().floor.missed, figure(|today| today.missed))}
        {part(|| t().floor.talk, Signal::derive(move || times::duration(today.get().talk_ms)))}
    }
}

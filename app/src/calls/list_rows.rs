//! The rows of the log.

use super::api::list_calls;
use super::marks::{DirectionIcon, OutcomeBadge};
use crate::components::{Ago, ButtonKind, EmptyState, LinkButton};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::calls::{CallQuery, CallRow, MatchHow, Phase};
use domain::ids::{CallId, CustomerId};
use domain::paging::{Cursor, Page};
use domain::times;
use leptos::prelude::*;

/// The rows, or what to do when there are none.
#[component]
pub(super) fn CallRows(
    /// The first page.
    first: Page<CallRow>,
    /// What it answers; the next pages are asked for likewise.
    asked: Memo<CallQuery>,
    /// Whether the agent is worth a column.
    sees_all: Memo<bool>,
) -> impl IntoView {
    let asked = asked.get_untracked();
    if first.rows.is_empty() {
        return view! { <NoRows everything=asked == CallQuery::default() /> }.into_any();
    }
    let newest = asked.clone();
    let growing = Growing::new(first, move |from: Cursor| list_calls(CallQuery { after: Some(from), ..asked.clone() }));
    growing.follow_calls(|a, b| a.id == b.id, move || list_calls(newest.clone()));
    view! {
        <div class="list">
        <table class="table calls">
            <thead>
                <tr>
                    <th scope="col">{move || t().calls.direction}</th>
                    <th scope="col">{move || t().calls.customer}</th>
                    <Show when=move || sees_all.get()>
                        <th scope="col">{move || t().calls.agent}</th>
                    </Show>
                    <th scope="col">{move || t().calls.start}</th>
                    <th scope="col" class="table__figure calls__figure-head--minor">{move || t().calls.ring}</th>
                    <th scope="col" class="table__figure">{move || t().calls.talk}</th>
                    <th scope="col" class="table__figure calls__figure-head--minor">{move || t().calls.hold}</th>
                    <th scope="col">{move || t().calls.outcome}</th>
                    <th scope="col" class="calls__note-head">{move || t().calls.note}</th>
                </tr>
            </thead>
            <tbody>
                <For each=move || growing.rows.get() key=key let(row)>
                    <CallLine call=row sees_all=sees_all />
                </For>
            </tbody>
        </table>
        </div>
        <MoreRows growing=growing />
    }
    .into_any()
}

/// What makes a line another one: a call that has got further is drawn anew.
fn key(row: &CallRow) -> (CallId, Phase, Option<CustomerId>, String) {
    let customer = row.matched.customer.as_ref().map(|customer| customer.id.clone());
    (row.id.clone(), row.phase, customer, row.note.clone())
}

#[component]
fn CallLine(
    /// The call.
    call: CallRow,
    /// Whether the agent is worth a column.
    sees_all: Memo<bool>,
) -> impl IntoView {
    let (at, story) = (call.started_at, Route::Call(call.id.clone()).href());
    let agent = crate::calls::words::agent_name(&call);
    let figure = |millis: i64| {
        if millis > 0 { times::duration(millis) } else { "–".to_owned() }
    };
    let (ring, talk, hold) = (figure(call.ring_ms), figure(call.talk_ms), figure(call.hold_ms));
    let (direction, note) = (call.direction, call.note.clone());
    view! {
        <tr class="table__row">
            <td class="calls__direction">
                <DirectionIcon direction=direction />
            </td>
            <td class="calls__who">
                <Who call=call.clone() />
            </td>
            <Show when=move || sees_all.get()>
                <td class="calls__agent">{agent.clone()}</td>
            </Show>
            <td class="calls__start">
                <a class="table__link" data-row="" href=story>
                    <span class="visually-hidden">{move || t().calls.open} " "</span>
                    <Ago at=at />
                </a>
            </td>
            <td class="table__figure calls__ring">{ring}</td>
            <td class="table__figure calls__talk">{talk}</td>
            <td class="table__figure calls__hold">{hold}</td>
            <td class="calls__outcome">
                <OutcomeBadge call=call />
            </td>
            <td class="calls__note">{note}</td>
        </tr>
    }
}

/// The customer and the number; an unknown number can become a customer, a shared one is told apart by hand.
#[component]
pub(super) fn Who(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let CallRow { id, number, number_raw, matched, .. } = call;
    let step = match (matched.how, number_raw.is_empty()) {
        (MatchHow::Ambiguous, _) => Some((Route::Call(id), false)),
        (MatchHow::None, false) => {
            Some((Route::NewCustomer { number: Some(number_raw.clone()), call: Some(id) }, true))
        }
        (MatchHow::None | MatchHow::Exact | MatchHow::Legacy | MatchHow::ByHand, _) => None,
    };
    let named = matched.customer.map(|customer| {
        view! {
            <a class="who__name" href=Route::Customer(customer.id).href()>
                {customer.name}
            </a>
        }
    });
    let number = match number {
        Some(number) => view! { <Dialable number=number do_not_call=false /> }.into_any(),
        None if number_raw.is_empty() => {
            view! { <span class="who__raw">{move || t().calls.hidden_number}</span> }.into_any()
        }
        None => view! { <span class="who__raw">{number_raw}</span> }.into_any(),
    };
    let step = step.map(|(route, is_new)| {
        let words = move || if is_new { t().calls.create_customer } else { t().calls.choose_customer };
        view! {
            <a class="who__step" href=route.href()>
                {words}
            </a>
        }
    });
    view! { <span class="who">{named} {number} {step}</span> }
}

/// No calls at all, or none that fit.
#[component]
fn NoRows(
    /// Whether every call was asked for.
    everything: bool,
) -> impl IntoView {
    if everything {
        return view! {
            <EmptyState
                icon=icondata_lu::LuPhone
                title=move || t().calls.none_title
                text=move || t().calls.none_text
            >
                <LinkButton route=Route::Customers label=move || t().customers.title kind=ButtonKind::Primary />
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState
            icon=icondata_lu::LuSearchX
            title=move || t().calls.nothing_found
            text=move || t().calls.nothing_found_text
        >
            <LinkButton route=Route::Calls label=move || t().calls.clear_filters kind=ButtonKind::Primary />
        </EmptyState>
    }
    .into_any()
}

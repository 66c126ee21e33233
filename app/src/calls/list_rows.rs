//! The rows of the log.

use super::api::list_calls;
use super::cells;
use super::deletion::DeleteCalls;
use super::log_address::log_of;
use super::marks::{CallMarks, DirectionIcon, OutcomeBadge};
use super::words;
use crate::components::{Ago, Badge, ButtonKind, EmptyState, LinkButton};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::calls::{CallFilter, CallQuery, CallRow, Column, MatchHow};
use domain::ids::CallId;
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
    /// The columns that are shown.
    columns: Memo<Vec<Column>>,
    /// Asks for everything anew.
    again: Callback<()>,
) -> impl IntoView {
    let asked = asked.get_untracked();
    if first.rows.is_empty() {
        return view! { <NoRows everything=asked.filter.is_everything() /> }.into_any();
    }
    let newest = asked.clone();
    let (oldest_first, follows) = (asked.oldest_first, asked.clone());
    let growing =
        Growing::new(first, move |from: Cursor| list_calls(CallQuery { after: Some(from), ..follows.clone() }))
            .once(|a, b| a.id == b.id);
    if !oldest_first {
        growing.follow_calls(move || list_calls(newest.clone()));
    }
    let chosen = RwSignal::new(Vec::<CallId>::new());
    let (deletes, sees_others) = (viewer().may(Deed::DeleteCalls), viewer().may(Deed::SeeTeamCalls));
    let is_chosen = move || columns.with(|columns| *columns != Column::usual(sees_others.get()));
    let head = move || {
        let head = |column: Column| {
            view! { <th scope="col" class=format!("calls__head calls__head--{}", column.as_str())>{move || cells::head(column, t())}</th> }
        };
        columns.get().into_iter().map(head).collect_view()
    };
    view! {
        <Show when=move || deletes.get() && !chosen.with(Vec::is_empty)>
            <div class="selection" role="status">
                <span>{move || (t().log.chosen)(chosen.with(Vec::len))}</span>
                <DeleteCalls calls=chosen on_deleted=again />
            </div>
        </Show>
        <div class="list log-list" tabindex="0" role="region" aria-label=move || t().calls.back>
        <table class="table calls" class:calls--chosen=is_chosen>
            <thead>
                <tr>
                    <Show when=move || deletes.get()>
                        <th scope="col" class="calls__choose"><ChooseAll rows=growing.rows chosen=chosen /></th>
                    </Show>
                    {head}
                </tr>
            </thead>
            <tbody>
                // Whatever differs is drawn anew: how a call ended may become known after its end.
                <For each=move || growing.rows.get() key=Clone::clone let(row)>
                    <CallLine call=row columns=columns deletes=deletes chosen=chosen />
                </For>
            </tbody>
        </table>
        </div>
        <MoreRows growing=growing />
    }
    .into_any()
}

/// Chooses every row that is shown, or none.
#[component]
fn ChooseAll(rows: RwSignal<Vec<CallRow>>, chosen: RwSignal<Vec<CallId>>) -> impl IntoView {
    let all = move || rows.with(|rows| chosen.with(|chosen| !rows.is_empty() && chosen.len() == rows.len()));
    view! {
        <input
            type="checkbox"
            class="checkbox__box"
            aria-label=move || t().log.choose_all
            prop:checked=all
            on:change=move |event| {
                let ids = rows.with_untracked(|rows| rows.iter().map(|row| row.id.clone()).collect());
                chosen.set(if event_target_checked(&event) { ids } else { Vec::new() });
            }
        />
    }
}

/// Chooses one row.
#[component]
fn Choose(call: CallRow, chosen: RwSignal<Vec<CallId>>) -> impl IntoView {
    let (id, toggled) = (call.id.clone(), call.id.clone());
    let named = times::date_time(call.started_at);
    view! {
        <input
            type="checkbox"
            class="checkbox__box"
            aria-label=move || (t().log.choose)(&named)
            prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
            on:change=move |event| {
                let wanted = event_target_checked(&event);
                chosen.update(|chosen| {
                    chosen.retain(|id| *id != toggled);
                    if wanted {
                        chosen.push(toggled.clone());
                    }
                });
            }
        />
    }
}

#[component]
fn CallLine(
    /// The call.
    call: CallRow,
    /// The columns that are shown.
    columns: Memo<Vec<Column>>,
    /// Whether the line can be chosen.
    deletes: Memo<bool>,
    /// The calls that are chosen.
    chosen: RwSignal<Vec<CallId>>,
) -> impl IntoView {
    // Each has a copy: while a page comes alive, a row may be drawn that has been replaced meanwhile, and what it had
    // stored would be gone.
    let shown = call.clone();
    let cells = move || columns.get().into_iter().map(|column| cell(shown.clone(), column)).collect_view();
    view! {
        <tr class="table__row">
            <Show when=move || deletes.get()>
                <td class="calls__choose"><Choose call=call.clone() chosen=chosen /></td>
            </Show>
            {cells}
        </tr>
    }
}

/// What stands in one column.
fn cell(call: CallRow, column: Column) -> AnyView {
    let class = match column {
        Column::Customer => "calls__who".to_owned(),
        Column::Ring | Column::Talk | Column::Hold => format!("table__figure calls__{}", column.as_str()),
        _ => format!("calls__{}", column.as_str()),
    };
    let figure = |millis: i64| if millis > 0 { times::duration(millis) } else { "–".to_owned() };
    let content = match column {
        Column::Direction => view! { <DirectionIcon direction=call.direction /> }.into_any(),
        Column::Customer => view! { <Who call=call /> }.into_any(),
        Column::Agent => words::agent_name(&call).into_any(),
        Column::Team => call.team.map(|team| team.name).into_any(),
        Column::Start => view! { <Start call=call /> }.into_any(),
        Column::Ring => figure(call.ring_ms).into_any(),
        Column::Talk => figure(call.talk_ms).into_any(),
        Column::Hold => figure(call.hold_ms).into_any(),
        Column::Outcome => view! { <OutcomeBadge call=call.clone() /> <CallMarks call=call /> }.into_any(),
        Column::Disposition => call.disposition.map(|disposition| disposition.name).into_any(),
        Column::Hotline => call.hotline.into_any(),
        Column::Queue => call.queue.into_any(),
        Column::Recording => call.recorded.then(|| view! { <Recorded /> }).into_any(),
        Column::Matched => (move || words::match_how(call.matched.how)).into_any(),
        Column::Note => call.note.into_any(),
    };
    view! { <td class=class>{content}</td> }.into_any()
}

/// When it began, and the way to its story.
#[component]
fn Start(call: CallRow) -> impl IntoView {
    view! {
        <a class="table__link" data-row="" href=Route::Call(call.id).href()>
            <span class="visually-hidden">{move || t().calls.open} " "</span>
            <Ago at=call.started_at />
        </a>
    }
}

/// There is a recording.
#[component]
fn Recorded() -> impl IntoView {
    view! { <Badge label=move || t().log.yes icon=icondata_lu::LuAudioLines /> }
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
        None => view! { <span class="who__raw">{domain::phone::shown(&number_raw).to_owned()}</span> }.into_any(),
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
            <a class="button button--primary" href=log_of(CallFilter::default())>
                <span class="button__label">{move || t().calls.clear_filters}</span>
            </a>
        </EmptyState>
    }
    .into_any()
}

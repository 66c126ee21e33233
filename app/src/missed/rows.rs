//! The rows of the inbox.

use super::api::{list_missed, reopen_missed, take_missed};
use super::closing::Closing;
use super::giving::Giving;
use super::{Inbox, words};
use crate::components::form::{send, tell};
use crate::components::{Ago, Badge, Button, ButtonKind, EmptyState, LinkButton, Tone, toasts};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::missed::{Claimed, Closed, MissedQuery, MissedRow, Which};
use domain::paging::{Cursor, Page};
use domain::times::{self, Millis};
use leptos::prelude::*;

/// The rows, or that all is done.
#[component]
pub(super) fn MissedRows(
    /// The first page.
    first: Page<MissedRow>,
    /// What it answers.
    asked: Memo<MissedQuery>,
    /// What is ticked and given away.
    giving: Giving,
    /// What is closed by hand.
    closing: Closing,
    /// Whether one may give items away.
    may_give: Memo<bool>,
) -> impl IntoView {
    let asked = asked.get_untracked();
    let (which, newest) = (asked.which, asked.clone());
    let growing =
        Growing::new(first, move |from: Cursor| list_missed(MissedQuery { after: Some(from), ..asked.clone() }));
    follow(growing, newest);
    let is_closed = which == Which::Closed;
    let ticks = move || may_give.get() && !is_closed;
    view! {
        <Show when=move || growing.rows.with(Vec::is_empty)>
            <NoRows which=which />
        </Show>
        <div class="list" class:is-hidden=move || growing.rows.with(Vec::is_empty)>
            <table class="table missed" class:missed--closed=is_closed>
                <thead>
                    <tr>
                        <Show when=ticks>
                            <th scope="col">
                                <span class="visually-hidden">{move || t().missed.tick}</span>
                            </th>
                        </Show>
                        <th scope="col">{move || t().missed.customer}</th>
                        <th scope="col" class="table__figure">{move || t().missed.count}</th>
                        <th scope="col">{move || t().missed.last}</th>
                        <th scope="col" class="missed__minor">{move || t().missed.rung}</th>
                        <th scope="col" class="table__figure missed__minor">{move || t().missed.waited}</th>
                        <th scope="col">{move || t().missed.owner}</th>
                        <th scope="col">{move || if is_closed { t().missed.how } else { t().missed.due }}</th>
                        <th scope="col">
                            <span class="visually-hidden">{move || t().missed.actions}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=Clone::clone let(row)>
                        <Line row=row giving=giving closing=closing may_give=may_give />
                    </For>
                </tbody>
            </table>
        </div>
        <MoreRows growing=growing />
    }
}

/// Asks for the list again whenever the inbox changed.
fn follow(growing: Growing<MissedRow>, asked: MissedQuery) {
    let inbox = Inbox::here();
    Effect::new(move |before: Option<u32>| {
        let now = inbox.changes();
        if before.is_some_and(|before| before != now) {
            growing.ask(list_missed(asked.clone()), move |page| growing.replace(page));
        }
        now
    });
}

#[component]
fn Line(row: MissedRow, giving: Giving, closing: Closing, may_give: Memo<bool>) -> impl IntoView {
    let is_open = row.closed.is_none();
    let (first, last) = (times::date_time(row.first_at), row.last_at);
    let several = row.count > 1;
    let rung = row.rung.iter().map(|member| member.name.as_str()).collect::<Vec<_>>().join(", ");
    let owner = row.owner.as_ref().map(|owner| owner.name.clone());
    let end = match row.closed.clone() {
        Some(closed) => view! { <Ending closed=closed /> }.into_any(),
        None => view! { <Due row=row.clone() /> }.into_any(),
    };
    let (ticked_row, count) = (row.clone(), row.count);
    view! {
        <tr class="table__row">
            <Show when=move || may_give.get() && is_open>
                <td class="missed__tick">
                    <Tick row=ticked_row.clone() giving=giving />
                </td>
            </Show>
            <th scope="row" class="missed__who">
                <Who row=row.clone() />
            </th>
            <td class="table__figure missed__count">
                <span class="missed__times" class:is-several=several>
                    {move || (t().missed.times)(count)}
                </span>
            </td>
            <td class="missed__last">
                <Ago at=last />
                {several.then(|| view! { <span class="missed__first">{move || (t().missed.first)(&first)}</span> })}
            </td>
            <td class="missed__rung missed__minor">{rung}</td>
            <td class="table__figure missed__minor">{times::duration(row.longest_wait_ms)}</td>
            <td class="missed__owner">
                {owner
                    .map_or_else(
                        || view! { <span class="table__dim">{move || t().missed.nobody_yet}</span> }.into_any(),
                        IntoAny::into_any,
                    )}
            </td>
            <td class="missed__due">{end}</td>
            <td class="missed__actions">
                <Deeds row=row giving=giving closing=closing may_give=may_give />
            </td>
        </tr>
    }
}

#[component]
fn Tick(row: MissedRow, giving: Giving) -> impl IntoView {
    let (id, mine) = (row.id.clone(), row.id.clone());
    let label = words::who(&row);
    view! {
        <label class="missed__box">
            <input
                type="checkbox"
                class="checkbox__box"
                prop:checked=move || giving.ticked.with(|all| all.contains(&mine))
                on:change=move |event| giving.tick(&id, event_target_checked(&event))
            />
            <span class="visually-hidden">{move || (t().missed.tick_one)(&label)}</span>
        </label>
    }
}

/// The customer and the number, which calls back.
#[component]
fn Who(row: MissedRow) -> impl IntoView {
    let named = match row.customer {
        Some(customer) => {
            let href = Route::Customer(customer.id).href();
            view! { <a class="who__name" data-row="" href=href>{customer.name}</a> }.into_any()
        }
        None => {
            let new = Route::NewCustomer { number: Some(row.number.national()), call: None };
            view! { <a class="who__step" data-row="" href=new.href()>{move || t().calls.create_customer}</a> }
                .into_any()
        }
    };
    view! { <span class="who">{named} <Dialable number=row.number do_not_call=row.do_not_call /></span> }
}

/// Until when somebody should call back.
#[component]
fn Due(row: MissedRow) -> impl IntoView {
    let due = row.due_at;
    let is_overdue = move || row.is_overdue(viewer().now.get());
    let tone = Signal::derive({
        let is_overdue = is_overdue.clone();
        move || if is_overdue() { Tone::Danger } else { Tone::Neutral }
    });
    let label = Signal::derive(move || {
        let (words, at) = (&t().missed, moment(viewer().now.get(), due));
        if is_overdue() { (words.overdue_since)(&at) } else { (words.due_at)(&at) }
    });
    view! {
        <span title=times::date_time(due)>
            <Badge tone=tone icon=icondata_lu::LuClock label=label />
        </span>
    }
}

/// `14:05` of today, `14:05 21/11` of another day.
fn moment(now: Millis, at: Millis) -> String {
    let clock = times::clock(at);
    if now.day_start() == at.day_start() {
        return clock;
    }
    let day: String = times::date(at).chars().take(5).collect();
    format!("{clock} {day}")
}

/// How it ended, when, and by whom.
#[component]
fn Ending(closed: Closed) -> impl IntoView {
    let Closed { at, how, by, call, reason } = closed;
    let by = by.map(|by| by.name);
    view! {
        <span class="missed__ending">
            <Badge tone=Tone::Ok icon=icondata_lu::LuCheck label=move || words::closed_how(how) />
            <span class="table__dim">{by} " " <Ago at=at /></span>
            {reason.map(|reason| view! { <span class="missed__reason">{reason}</span> })}
            {call
                .map(|call| {
                    view! { <a href=Route::Call(call).href()>{move || t().missed.closing_call}</a> }
                })}
        </span>
    }
}

/// What can be done with a row.
#[component]
fn Deeds(row: MissedRow, giving: Giving, closing: Closing, may_give: Memo<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let inbox = Inbox::here();
    let (id, who) = (row.id.clone(), words::who(&row));
    if let Some(closed) = row.closed {
        // Who was reached is reached: only what was closed by hand opens again.
        let by_hand = closed.how == domain::missed::ClosedHow::ByHand;
        let reopen = move || {
            send(busy, reopen_missed(id.clone()), move |answer| match answer {
                Ok(()) => inbox.changed(),
                Err(fault) => tell(&fault),
            });
        };
        return by_hand
            .then(|| view! { <Button label=move || t().missed.reopen kind=ButtonKind::Ghost busy=busy on_press=reopen /> })
            .into_any();
    }
    let taken = id.clone();
    let take = move || {
        send(busy, take_missed(taken.clone()), move |answer| {
            match answer {
                Ok(Claimed::Yours) => toasts::tell(t().missed.is_yours),
                Ok(Claimed::Theirs(owner)) => toasts::warn((t().missed.is_theirs)(&owner.name)),
                Ok(Claimed::Closed) => toasts::tell(t().missed.is_closed),
                Err(fault) => tell(&fault),
            }
            inbox.changed();
        });
    };
    let given = id.clone();
    let nobodys = row.owner.is_none();
    view! {
        {nobodys
            .then(|| {
                view! { <Button label=move || t().missed.take icon=icondata_lu::LuHand busy=busy on_press=take /> }
            })}
        <Show when=move || may_give.get()>
            <Button
                label=move || t().missed.assign
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuUserCheck
                icon_only=true
                on_press={
                    let given = given.clone();
                    move || giving.ask(vec![given.clone()])
                }
            />
        </Show>
        <Button
            label=move || t().missed.close
            kind=ButtonKind::Ghost
            icon=icondata_lu::LuCheck
            icon_only=true
            on_press=move || closing.ask(id.clone(), who.clone())
        />
    }
    .into_any()
}

/// Nothing to do is good news.
#[component]
fn NoRows(which: Which) -> impl IntoView {
    let closed = which == Which::Closed;
    let title = move || if closed { t().missed.none_closed } else { t().missed.none_title };
    view! {
        <EmptyState icon=icondata_lu::LuPhoneIncoming title=title text=move || t().missed.none_text>
            <LinkButton route=Route::Calls label=move || t().missed.to_log />
        </EmptyState>
    }
}

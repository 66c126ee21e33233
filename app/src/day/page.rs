//! One's own day: what is overdue, what today asks for, whom to call back, which deals need one, and what one did.

use super::api::show_day;
use crate::components::{ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::deals::DealLines;
use crate::live;
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::tasks::{TaskRow, after_wrap_ups};
use crate::texts::t;
use domain::day::{DayFigures, MyDay};
use domain::live::Push;
use domain::missed::MissedRow;
use domain::tasks::Task;
use domain::times;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
#[component]
pub fn DayPage() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| show_day());
    let again = Callback::new(move |()| first.refetch());
    let today = move || times::date(viewer().now.get());
    view! {
        <PageHead title=move || t().day.title>
            <span class="day__date">{today}</span>
            <LinkButton
                route=Route::Tasks { done: false }
                label=move || t().day.all_tasks
                icon=icondata_lu::LuListChecks
            />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(day) => view! { <Day first=day /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The day, as it goes on: what changes elsewhere changes here.
#[component]
fn Day(first: MyDay) -> impl IntoView {
    let day = RwSignal::new(first);
    let renew = Callback::new(move |()| {
        spawn_local(async move {
            if let Ok(now) = show_day().await {
                day.try_set(now);
            }
        });
    });
    live::on(move |push| {
        if matches!(push, Push::Tasks | Push::Missed) {
            renew.run(());
        }
    });
    after_wrap_ups(move || renew.run(()));
    let clear = Memo::new(move |_| day.with(MyDay::is_clear));
    view! {
        <Figures figures=Signal::derive(move || day.with(|day| day.figures)) />
        <Show when=move || !clear.get() fallback=|| view! { <Clear /> }>
            <div class="day">
                <div class="day__main">
                    <Tasks
                        id="day-overdue"
                        heading=move || t().tasks.overdue.to_owned()
                        rows=Signal::derive(move || day.with(|day| day.overdue.clone()))
                        renew=renew
                        late=true
                    />
                    <Tasks
                        id="day-today"
                        heading=move || t().tasks.today.to_owned()
                        rows=Signal::derive(move || day.with(|day| day.today.clone()))
                        renew=renew
                    />
                    <Missed rows=Signal::derive(move || day.with(|day| day.missed.clone())) />
                </div>
                <div class="day__side">
                    <DealLines
                        id="day-closing"
                        heading=move || t().day.closing.to_owned()
                        rows=Signal::derive(move || day.with(|day| day.closing.clone()))
                    />
                    <DealLines
                        id="day-idle"
                        heading=move || t().day.idle.to_owned()
                        rows=Signal::derive(move || day.with(|day| day.idle.clone()))
                    />
                </div>
            </div>
        </Show>
    }
}

/// Nothing waits: where the things of a day come from.
#[component]
fn Clear() -> impl IntoView {
    view! {
        <EmptyState icon=icondata_lu::LuSun title=move || t().day.clear_title text=move || t().day.clear_text>
            <LinkButton route=Route::Customers label=move || t().day.to_customers kind=ButtonKind::Primary />
            <LinkButton route=Route::Missed label=move || t().missed.title />
        </EmptyState>
    }
}

/// What one did today.
#[component]
fn Figures(figures: Signal<DayFigures>) -> impl IntoView {
    let figure = |label: fn() -> &'static str, value: Signal<String>| {
        view! {
            <div class="day-figure">
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let of = move |part: fn(&DayFigures) -> String| Signal::derive(move || figures.with(part));
    view! {
        <dl class="day-figures" aria-label=move || t().day.figures>
            {figure(|| t().day.calls, of(|day| day.calls.calls.to_string()))}
            {figure(|| t().day.answered, of(|day| day.calls.answered.to_string()))}
            {figure(|| t().day.talk, of(|day| times::duration(day.calls.talk_ms)))}
            {figure(|| t().day.tasks_done, of(|day| day.tasks_done.to_string()))}
            {figure(|| t().day.won, of(|day| times::money(day.won_amount)))}
        </dl>
    }
}

/// Tasks under a heading; nothing where there are none.
#[component]
fn Tasks(
    id: &'static str,
    #[prop(into)] heading: Signal<String>,
    rows: Signal<Vec<Task>>,
    renew: Callback<()>,
    #[prop(optional)] late: bool,
) -> impl IntoView {
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="task-group" class:task-group--overdue=late aria-labelledby=id>
                <h2 class="section-heading" id=id>{heading}</h2>
                <ul class="tasks">
                    <For each=move || rows.get() key=|task| task.id.clone() let(task)>
                        <TaskRow newest=newest(rows, &task) task=task on_moved=renew />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// A task as the newest rows have it.
fn newest(rows: Signal<Vec<Task>>, task: &Task) -> Signal<Option<Task>> {
    let id = task.id.clone();
    Memo::new(move |_| rows.with(|rows| rows.iter().find(|one| one.id == id).cloned())).into()
}

/// Who called and was missed, and is one's own to call back.
#[component]
fn Missed(rows: Signal<Vec<MissedRow>>) -> impl IntoView {
    let line = |row: MissedRow| {
        let count = row.count;
        let due = times::date_time(row.due_at);
        view! {
            <li class="day-missed__row">
                {row
                    .customer
                    .map(|one| {
                        view! { <a class="task__customer" href=Route::Customer(one.id).href()>{one.name}</a> }
                    })}
                <Dialable number=row.number do_not_call=row.do_not_call />
                <span class="task__meta">{move || (t().day.called)(count)} " · " {move || (t().tasks.due_at)(&due)}</span>
            </li>
        }
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="task-group" aria-labelledby="day-missed">
                <h2 class="section-heading" id="day-missed">{move || t().missed.title}</h2>
                <ul class="tasks">
                    <For each=move || rows.get() key=Clone::clone let(row)>{line(row)}</For>
                </ul>
            </section>
        </Show>
    }
}

//! One's own tasks: what is overdue, what today asks for, what has time, and what is done.

use super::api::my_tasks;
use super::due_today::after_wrap_ups;
use super::form::NewTask;
use super::row::TaskRow;
use crate::components::{Button, ButtonKind, EmptyState, ErrorState, PageHead, Segmented, Skeleton};
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::query_here::query_here;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action;
use domain::paging::{Cursor, Page};
use domain::tasks::{Task, TaskAbout, TaskQuery, Urgency};
use domain::times::Millis;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page of one's own tasks.
#[component]
pub fn TasksPage() -> impl IntoView {
    let query = query_here();
    let done = Memo::new(move |_| query.with(|query| query.get_str("done") == Some("1")));
    let first = Resource::new_blocking(move || done.get(), |done| my_tasks(TaskQuery { done, after: None }));
    let again = Callback::new(move |()| first.refetch());
    let adding = RwSignal::new(false);
    let may = viewer().may(Action::CreateTasks);
    Effect::new(move |_| {
        if query.with(|query| query.get_str("new") == Some("1")) {
            adding.set(true);
        }
    });
    let made = Callback::new(move |_: Task| {
        adding.set(false);
        first.refetch();
    });
    let cancel = Callback::new(move |()| adding.set(false));
    let add = Callback::new(move |()| adding.set(true));
    view! {
        <PageHead title=move || t().tasks.title>
            <WhichTasks done=done />
            <Show when=move || may.get()>
                <Button
                    label=move || t().tasks.new
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlus
                    on_press=add
                />
            </Show>
        </PageHead>
        <Show when=move || may.get() && adding.get()>
            <div class="panel task-panel">
                <NewTask about=TaskAbout::default() on_made=made on_cancel=cancel />
            </div>
        </Show>
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <Tasks first=page done=done.get_untracked() again=again add=add /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Those to be done, or those that are done.
#[component]
fn WhichTasks(done: Memo<bool>) -> impl IntoView {
    let navigate = use_navigate();
    let word = |done: bool| if done { "done" } else { "open" };
    let options = move || {
        let words = &t().tasks;
        vec![(word(false).to_owned(), words.open.to_owned()), (word(true).to_owned(), words.closed.to_owned())]
    };
    let choose = move |chosen: String| {
        navigate(&Route::Tasks { done: chosen == word(true) }.href(), NavigateOptions::default());
    };
    view! {
        <Segmented
            name="which-tasks"
            label=move || t().tasks.shown
            chosen=Signal::derive(move || word(done.get()).to_owned())
            on_choose=choose
            options=Signal::derive(options)
        />
    }
}

#[component]
fn Tasks(first: Page<Task>, done: bool, again: Callback<()>, add: Callback<()>) -> impl IntoView {
    let growing = Growing::new(first, move |from: Cursor| my_tasks(TaskQuery { done, after: Some(from) }))
        .once(|a, b| a.id == b.id);
    after_wrap_ups(move || {
        let newest = my_tasks(TaskQuery { done, after: None });
        growing.ask(newest, move |page| growing.renew(page));
    });
    let list = move || match done {
        true => view! { <List rows=Signal::derive(move || growing.rows.get()) again=again /> }.into_any(),
        false => view! { <Groups rows=growing.rows again=again /> }.into_any(),
    };
    view! {
        <Show
            when=move || growing.rows.with(|rows| !rows.is_empty())
            fallback=move || view! { <Nothing done=done add=add /> }
        >
            {list}
        </Show>
        <MoreRows growing=growing />
    }
}

#[component]
fn Nothing(done: bool, add: Callback<()>) -> impl IntoView {
    if done {
        return view! {
            <EmptyState
                icon=icondata_lu::LuListChecks
                title=move || t().tasks.none_closed_title
                text=move || t().tasks.none_closed_text
            />
        }
        .into_any();
    }
    view! {
        <EmptyState icon=icondata_lu::LuListChecks title=move || t().tasks.none_title text=move || t().tasks.none_text>
            <Button label=move || t().tasks.new kind=ButtonKind::Primary icon=icondata_lu::LuPlus on_press=add />
        </EmptyState>
    }
    .into_any()
}

/// What is overdue, what today asks for, what has time: soonest first.
#[component]
fn Groups(rows: RwSignal<Vec<Task>>, again: Callback<()>) -> impl IntoView {
    // As it is when the list is drawn: a row does not jump away from under the hand.
    let drawn_at = viewer().now.get_untracked();
    let group = move |urgency: Urgency| {
        let of_group = Signal::derive(move || rows.with(|rows| of(rows, urgency, drawn_at)));
        view! { <Group urgency=urgency rows=of_group again=again /> }
    };
    [Urgency::Overdue, Urgency::Today, Urgency::Later].into_iter().map(group).collect_view()
}

fn of(rows: &[Task], urgency: Urgency, now: Millis) -> Vec<Task> {
    rows.iter().filter(|task| task.urgency(now) == urgency).cloned().collect()
}

#[component]
fn Group(urgency: Urgency, rows: Signal<Vec<Task>>, again: Callback<()>) -> impl IntoView {
    let (id, class) = match urgency {
        Urgency::Overdue => ("tasks-overdue", "task-group task-group--overdue"),
        Urgency::Today => ("tasks-today", "task-group"),
        Urgency::Later => ("tasks-later", "task-group"),
    };
    let heading = move || match urgency {
        Urgency::Overdue => t().tasks.overdue,
        Urgency::Today => t().tasks.today,
        Urgency::Later => t().tasks.later,
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class=class aria-labelledby=id>
                <h2 class="section-heading" id=id>{heading}</h2>
                <List rows=rows again=again />
            </section>
        </Show>
    }
}

#[component]
fn List(rows: Signal<Vec<Task>>, again: Callback<()>) -> impl IntoView {
    view! {
        <ul class="tasks">
            <For each=move || rows.get() key=Clone::clone let(task)>
                <TaskRow task=task on_moved=again />
            </For>
        </ul>
    }
}

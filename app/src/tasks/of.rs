//! What is to be done for one customer, or because of one call.

use super::api::{tasks_of_call, tasks_of_subject};
use super::due_today::after_wrap_ups;
use super::form::NewTask;
use super::row::TaskRow;
use crate::api::Answer;
use crate::components::{Button, ButtonKind, ErrorState, Skeleton};
use crate::nested;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action;
use domain::ids::CallId;
use domain::tags::Subject;
use domain::tasks::{Task, TaskAbout};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// What is and was to be done for a customer, a company or a deal.
#[component]
pub fn OfSubject(
    /// For what.
    subject: Subject,
) -> impl IntoView {
    let about = TaskAbout { subject: Some(subject.clone()), call: None };
    let fetch = move || tasks_of_subject(subject.clone());
    view! { <Section fetch=fetch about=about /> }
}

/// What a call left to do.
#[component]
pub fn OfCall(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let about = TaskAbout { subject: None, call: Some(call.clone()) };
    let fetch = move || tasks_of_call(call.clone());
    view! { <Section fetch=fetch about=about /> }
}

/// The tasks that `fetch` brings, and the form of one more.
#[component]
fn Section<F, Fu>(
    /// Asks the server.
    fetch: F,
    /// What a new task is about.
    about: TaskAbout,
) -> impl IntoView
where
    F: Fn() -> Fu + Clone + Send + Sync + 'static,
    Fu: Future<Output = Answer<Vec<Task>>> + Send + 'static,
{
    let (first, of) = (fetch.clone(), about.clone());
    let tasks = nested::resource(move || of.clone(), move |_| first());
    let rows = RwSignal::new(Vec::new());
    let renew = Callback::new(move |()| {
        let newest = fetch();
        spawn_local(async move {
            if let Ok(newest) = newest.await {
                rows.try_set(in_order(newest));
            }
        });
    });
    after_wrap_ups(move || renew.run(()));
    let again = Callback::new(move |()| tasks.refetch());
    view! {
        <section class="tasks-of" aria-labelledby="tasks-heading">
            <Head about=about on_made=renew />
            <Transition fallback=|| view! { <Skeleton rows=1 /> }>
                {move || Suspend::new(async move {
                    match tasks.await {
                        Ok(first) => {
                            rows.set(in_order(first));
                            view! { <Rows rows=rows on_moved=renew /> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

/// The heading, and the form of a new task where it is asked for.
#[component]
fn Head(about: TaskAbout, on_made: Callback<()>) -> impl IntoView {
    let adding = RwSignal::new(false);
    let may = viewer().may(Action::CreateTasks);
    let about = StoredValue::new(about);
    let made = Callback::new(move |_: Task| {
        adding.set(false);
        on_made.run(());
    });
    let cancel = Callback::new(move |()| adding.set(false));
    view! {
        <header class="tasks-of__head">
            <h2 class="section-heading" id="tasks-heading">{move || t().tasks.section}</h2>
            <Show when=move || may.get() && !adding.get()>
                <Button
                    label=move || t().tasks.new
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPlus
                    on_press=move |()| adding.set(true)
                />
            </Show>
        </header>
        <Show when=move || adding.get()>
            <NewTask about=about.get_value() on_made=made on_cancel=cancel />
        </Show>
    }
}

#[component]
fn Rows(rows: RwSignal<Vec<Task>>, on_moved: Callback<()>) -> impl IntoView {
    view! {
        <Show
            when=move || rows.with(|rows| !rows.is_empty())
            fallback=|| view! { <p class="tasks-of__empty">{move || t().tasks.section_empty}</p> }
        >
            <ul class="tasks">
                <For each=move || rows.get() key=Clone::clone let(task)>
                    <TaskRow task=task of_one=true on_moved=on_moved />
                </For>
            </ul>
        </Show>
    }
}

/// What is to be done comes first, soonest first; then what is done.
fn in_order(tasks: Vec<Task>) -> Vec<Task> {
    let (mut open, done): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(|task| task.done.is_none());
    open.reverse();
    open.extend(done);
    open
}

//! What is to be done for one customer, or because of one call.

use super::api::{tasks_of_call, tasks_of_customer};
use super::form::NewTask;
use super::row::TaskRow;
use crate::api::Answer;
use crate::components::{Button, ButtonKind, ErrorState, Skeleton};
use crate::softphone::phone;
use crate::texts::t;
use domain::ids::{CallId, CustomerId};
use domain::tasks::{Task, TaskAbout};
use leptos::prelude::*;

/// What is and was to be done for a customer.
#[component]
pub fn OfCustomer(
    /// For whom.
    customer: CustomerId,
) -> impl IntoView {
    let about = TaskAbout { customer: Some(customer.clone()), call: None };
    let telephone = phone();
    // A wrap-up may have left something.
    let asked = move || (customer.clone(), telephone.log_changes());
    let tasks = Resource::new_blocking(asked, |(customer, _)| tasks_of_customer(customer));
    view! { <Section tasks=tasks about=about /> }
}

/// What a call left to do.
#[component]
pub fn OfCall(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let about = TaskAbout { customer: None, call: Some(call.clone()) };
    let telephone = phone();
    let asked = move || (call.clone(), telephone.log_changes());
    let tasks = Resource::new_blocking(asked, |(call, _)| tasks_of_call(call));
    view! { <Section tasks=tasks about=about /> }
}

#[component]
fn Section(tasks: Resource<Answer<Vec<Task>>>, about: TaskAbout) -> impl IntoView {
    let adding = RwSignal::new(false);
    let about = StoredValue::new(about);
    let again = Callback::new(move |()| tasks.refetch());
    let made = Callback::new(move |_: Task| {
        adding.set(false);
        tasks.refetch();
    });
    let cancel = Callback::new(move |()| adding.set(false));
    view! {
        <section class="tasks-of" aria-labelledby="tasks-heading">
            <header class="tasks-of__head">
                <h2 class="section-heading" id="tasks-heading">{move || t().tasks.section}</h2>
                <Show when=move || !adding.get()>
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
            <Transition fallback=|| view! { <Skeleton rows=1 /> }>
                {move || Suspend::new(async move {
                    match tasks.await {
                        Ok(tasks) => view! { <Rows tasks=tasks on_moved=again /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Rows(tasks: Vec<Task>, on_moved: Callback<()>) -> impl IntoView {
    if tasks.is_empty() {
        return view! { <p class="tasks-of__empty">{move || t().tasks.section_empty}</p> }.into_any();
    }
    // What is to be done comes first, soonest first; then what is done.
    let (mut open, done): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(|task| task.done.is_none());
    open.reverse();
    let row = |task| view! { <TaskRow task=task of_one=true on_moved=on_moved /> };
    view! { <ul class="tasks">{open.into_iter().chain(done).map(row).collect_view()}</ul> }.into_any()
}

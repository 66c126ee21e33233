//! What the pages ask of the server about tasks.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::{CallId, TaskId};
use domain::paging::Page;
use domain::tags::Subject;
use domain::tasks::{Reminders, Task, TaskAbout, TaskForm, TaskQuery};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of one's own tasks.
#[server(input = Json, output = Told, endpoint = "tasks/mine")]
pub async fn my_tasks(query: TaskQuery) -> Answer<Page<Task>> {
    let here = here()?;
    answer(backend::tasks::mine(&here.backend, &here.who, &query).await)
}

/// How many of one's own are to be done before today ends.
#[server(input = Json, output = Told, endpoint = "tasks/due-today")]
pub async fn tasks_due_today() -> Answer<u32> {
    let here = here()?;
    answer(backend::tasks::due_today(&here.backend, &here.who).await)
}

/// What is and was to be done for a customer, a company or a deal.
#[server(input = Json, output = Told, endpoint = "tasks/of-subject")]
pub async fn tasks_of_subject(subject: Subject) -> Answer<Vec<Task>> {
    let here = here()?;
    answer(backend::tasks::of_subject(&here.backend, &here.who, &subject).await)
}

/// What one is reminded of, now and soon.
#[server(input = Json, output = Told, endpoint = "tasks/reminders")]
pub async fn task_reminders() -> Answer<Reminders> {
    let here = here()?;
    answer(backend::tasks::reminders(&here.backend, &here.who).await)
}

/// One has seen what one was reminded of.
#[server(input = Json, output = Told, endpoint = "tasks/reminded")]
pub async fn task_reminded(id: TaskId) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::reminded(&here.backend, &here.who, &id).await)
}

/// One shall be reminded again in ten minutes.
#[server(input = Json, output = Told, endpoint = "tasks/snooze")]
pub async fn snooze_task(id: TaskId) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::snooze(&here.backend, &here.who, &id).await)
}

/// What a call left to do.
#[server(input = Json, output = Told, endpoint = "tasks/of-call")]
pub async fn tasks_of_call(call: CallId) -> Answer<Vec<Task>> {
    let here = here()?;
    answer(backend::tasks::of_call(&here.backend, &here.who, &call).await)
}

/// A new task of one's own.
#[server(input = Json, output = Told, endpoint = "tasks/create")]
pub async fn create_task(form: TaskForm, about: TaskAbout) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::create(&here.backend, &here.who, &form, &about).await)
}

/// Something else, or by another time.
#[server(input = Json, output = Told, endpoint = "tasks/edit")]
pub async fn edit_task(id: TaskId, form: TaskForm) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::edit(&here.backend, &here.who, &id, &form).await)
}

/// It is done.
#[server(input = Json, output = Told, endpoint = "tasks/done")]
pub async fn finish_task(id: TaskId) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::done(&here.backend, &here.who, &id).await)
}

/// It is to be done after all.
#[server(input = Json, output = Told, endpoint = "tasks/reopen")]
pub async fn reopen_task(id: TaskId) -> Answer<Task> {
    let here = here()?;
    answer(backend::tasks::reopen(&here.backend, &here.who, &id).await)
}

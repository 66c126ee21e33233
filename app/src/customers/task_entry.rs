//! What was to be done, or was done, in a timeline.

use super::timeline::Clock;
use crate::components::Icon;
use crate::routes::Route;
use crate::texts::t;
use domain::tags::Subject;
use domain::tasks::{Task, TaskKind};
use domain::times;
use leptos::prelude::*;

/// A task that was planned, or done.
#[component]
pub(super) fn TaskEntry(
    /// Which.
    task: Task,
    /// Whose page this is: what is on it is not named again.
    here: Subject,
) -> impl IntoView {
    let about = task.subject().filter(|subject| *subject != here);
    let name = match about {
        Some(Subject::Customer(_)) => task.customer.map(|one| one.name),
        Some(Subject::Company(_)) => task.company.map(|one| one.name),
        Some(Subject::Deal(_)) => task.deal.map(|one| one.title),
        None => None,
    };
    let about = about.as_ref().map(|subject| Route::of(subject).href()).zip(name);
    let icon = match (task.done.is_some(), task.kind) {
        (true, _) => icondata_lu::LuCircleCheck,
        (false, TaskKind::CallBack) => icondata_lu::LuPhoneOutgoing,
        (false, TaskKind::Task) => icondata_lu::LuListChecks,
    };
    let due = times::date_time(task.due_at);
    let (who, at, done) = match task.done {
        Some(done) => (done.by.name, done.at, true),
        None => (task.owner.name, task.created_at, false),
    };
    let happened = move || if done { t().tasks.was_done.to_owned() } else { (t().tasks.planned)(&due) };
    view! {
        <div class="entry__head">
            <span class="entry__icon">
                <Icon icon=icon />
            </span>
            <span class="entry__who">{who}</span>
            <span>{happened}</span>
            <span class="entry__what">{task.title}</span>
            {about.map(|(href, name)| view! { <a class="entry__about" href=href>{name}</a> })}
            <Clock at=at />
        </div>
    }
}

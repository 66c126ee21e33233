//! What one is reminded of: on every page, until one has seen it; and beside the page, by one tab of the browser.
//!
//! The server says when; the page's own clock, and the word of the server for a page in the background, say that it is
//! time. What is silenced in one tab falls silent in all: the server tells them.

use super::api::{finish_task, snooze_task, task_reminded, task_reminders};
use super::due_today::on_change;
use crate::api::Answer;
use crate::components::form::{self, send};
use crate::components::{Button, ButtonKind, Icon, LinkButton, toasts};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::now;
use crate::texts::t;
use crate::{live, notify, storage};
use domain::live::Push;
use domain::tasks::{Reminders as Known, Task};
use domain::times::{self, HOUR, Millis};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How often it is looked whether it is time.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// The server tells of a day; a page that hears nothing for so long asks again.
const ASK_AGAIN: i64 = HOUR;
/// What this browser has shown beside the page already.
const SHOWN: &str = "alo.notified";

/// What the server said, and the time by its clock.
#[derive(Clone, Copy)]
struct Bell {
    known: RwSignal<Option<Known>>,
    /// The server's clock is so far ahead of this computer's.
    ahead: StoredValue<i64>,
    clock: RwSignal<Millis>,
}

impl Bell {
    fn ask(self) {
        spawn_local(async move {
            if let Ok(known) = task_reminders().await {
                self.ahead.try_set_value(known.at.since(now()));
                self.clock.try_set(known.at);
                self.known.try_set(Some(known));
            }
        });
    }

    fn look(self) {
        let Some(ahead) = self.ahead.try_get_value() else { return };
        let at = now().plus(ahead);
        self.clock.try_set(at);
        let stale =
            self.known.with_untracked(|known| known.as_ref().is_some_and(|known| at.since(known.at) > ASK_AGAIN));
        if stale {
            self.ask();
        }
    }

    fn ringing(self) -> Vec<Task> {
        let at = self.clock.get();
        self.known.with(|known| known.as_ref().map(|known| known.ringing(at).0).unwrap_or_default())
    }
}

/// What one is reminded of now.
#[component]
pub fn Reminders() -> impl IntoView {
    let bell = Bell { known: RwSignal::new(None), ahead: StoredValue::new(0), clock: RwSignal::new(Millis(i64::MIN)) };
    live::on(move |push| match push {
        Push::Tasks | Push::Everything => bell.ask(),
        // A page in the background keeps its time by it.
        Push::Pulse => bell.look(),
        _ => {}
    });
    Effect::new(move |_| {
        if let Ok(looking) = set_interval_with_handle(move || bell.look(), LOOK_EVERY) {
            on_cleanup(move || looking.clear());
        }
    });
    let ringing = Memo::new(move |_| bell.ringing());
    let leads = notify::leads();
    Effect::new(move |_| {
        let ringing = ringing.get();
        if leads.get() {
            untrack(|| notify_of(&ringing));
        }
    });
    view! {
        <section class="reminders" aria-label=move || t().tasks.reminders aria-live="polite">
            <For each=move || ringing.get() key=Clone::clone let(task)>
                <Reminder task=task bell=bell />
            </For>
        </section>
    }
}

/// Shows beside the page what was not shown yet.
fn notify_of(ringing: &[Task]) {
    let storage = storage::for_all_tabs();
    let before = storage::read(storage.as_ref(), SHOWN).unwrap_or_default();
    let mark = |task: &Task| format!("{}@{}", task.id, task.remind_at.map_or(0, |at| at.0));
    for task in ringing.iter().filter(|task| !before.split(' ').any(|shown| shown == mark(task))) {
        let due = (t().tasks.due_at)(&times::date_time(task.due_at));
        notify::show(&task.title, &due, task.id.as_str(), &place(task));
    }
    let marks: Vec<String> = ringing.iter().map(mark).collect();
    // Without a storage a page that is loaded anew shows it once more.
    storage::keep(storage.as_ref(), SHOWN, &marks.join(" "));
}

/// Where a task is worked on.
fn place(task: &Task) -> Route {
    task.subject().map_or(Route::Tasks { done: false }, |subject| Route::of(&subject))
}

/// One of them: done, put off, opened, called, or only seen.
#[component]
fn Reminder(task: Task, bell: Bell) -> impl IntoView {
    let busy = RwSignal::new(false);
    let changed = on_change();
    let id = StoredValue::new(task.id.clone());
    let then = move |answer: Answer<Task>| match answer {
        Ok(_) => {
            changed.run(());
            bell.ask();
        }
        Err(fault) => form::tell(&fault),
    };
    let seen = move || send(busy, task_reminded(id.get_value()), then);
    let done = move |()| send(busy, finish_task(id.get_value()), then);
    let snooze = move |()| {
        toasts::tell(t().tasks.snoozed);
        send(busy, snooze_task(id.get_value()), then);
    };
    let due = times::date_time(task.due_at);
    let whose = [task.deal.clone().map(|one| one.title), task.customer.clone().map(|one| one.name)];
    let whose = whose.into_iter().flatten().chain(task.company.clone().map(|one| one.name)).next();
    let number = task.number.clone().map(|number| view! { <Dialable number=number do_not_call=task.do_not_call /> });
    view! {
        <article class="reminder" aria-label=task.title.clone()>
            <span class="reminder__icon">
                <Icon icon=icondata_lu::LuBellRing />
            </span>
            <div class="reminder__body">
                <p class="reminder__title">{task.title.clone()}</p>
                <p class="reminder__facts">
                    {whose.map(|name| view! { <span>{name}</span> })} <span>{move || (t().tasks.due_at)(&due)}</span>
                </p>
                <div class="reminder__actions">
                    <Button label=move || t().tasks.done kind=ButtonKind::Primary busy=busy on_press=done />
                    <Button label=move || t().tasks.snooze busy=busy on_press=snooze />
                    // What leads on is seen.
                    <span class="reminder__ways" on:click=move |_| seen()>
                        <LinkButton route=place(&task) label=move || t().tasks.open_record kind=ButtonKind::Ghost />
                    </span>
                    {number}
                </div>
            </div>
            <Button
                label=move || t().frame.close
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move |()| seen()
            />
        </article>
    }
}

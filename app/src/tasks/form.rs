//! The form of a task: new, or one that changes.

use super::api::{create_task, edit_task};
use super::due_today::on_change;
use super::fields::{KindChoice, ReminderChoice, TaskFields};
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, TextArea, toasts};
use crate::customers::unsaved;
use crate::surroundings::now;
use crate::texts::t;
use domain::fields::Field;
use domain::tasks::{Reminder, Task, TaskAbout, TaskForm, TaskKind};
use domain::times;
use leptos::prelude::*;

/// What is typed of a task.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    due_at: RwSignal<String>,
    note: RwSignal<String>,
    kind: RwSignal<TaskKind>,
    reminder: RwSignal<String>,
    errors: FieldErrors,
    busy: RwSignal<bool>,
}

impl Typed {
    fn of(task: Option<&Task>) -> Self {
        let text = |part: fn(&Task) -> String| RwSignal::new(task.map(part).unwrap_or_default());
        let typed = Self {
            title: text(|task| task.title.clone()),
            due_at: text(|task| times::field(task.due_at)),
            note: text(|task| task.note.clone()),
            kind: RwSignal::new(task.map(|task| task.kind).unwrap_or_default()),
            reminder: RwSignal::new(task.map(|task| task.reminder).unwrap_or_default().as_str().to_owned()),
            errors: FieldErrors::new(),
            busy: RwSignal::new(false),
        };
        let before = typed.form();
        unsaved::guard(Signal::derive(move || typed.form_now() != before));
        typed
    }

    fn form_now(self) -> TaskForm {
        TaskForm {
            title: self.title.get(),
            note: self.note.get(),
            due_at: self.due_at.get(),
            kind: self.kind.get(),
            reminder: Reminder::from_word(&self.reminder.get()).unwrap_or_default(),
        }
    }

    fn form(self) -> TaskForm {
        untrack(|| self.form_now())
    }

    /// As it is sent; `None`, with the fields marked, when something must be mended first.
    fn checked(self) -> Option<TaskForm> {
        let form = self.form();
        let problems = form.parse(now()).err().unwrap_or_default();
        let flawless = problems.is_empty();
        self.errors.set(problems);
        flawless.then_some(form)
    }
}

/// A new task of one's own.
#[component]
pub(super) fn NewTask(
    /// For whom, because of what.
    about: TaskAbout,
    /// Told the task once it is kept.
    on_made: Callback<Task>,
    /// Told that there shall be none.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let typed = Typed::of(None);
    let changed = on_change();
    let save = Callback::new(move |()| {
        let Some(form) = typed.checked() else { return };
        send(typed.busy, create_task(form, about.clone()), move |answer| match answer {
            Ok(task) => {
                toasts::tell(t().tasks.added);
                changed.run(());
                on_made.run(task);
            }
            Err(fault) => typed.errors.show(&fault),
        });
    });
    view! { <Fields typed=typed name="new-task" save=save on_cancel=on_cancel /> }
}

/// A task that changes.
#[component]
pub(super) fn EditTask(
    /// As it is.
    task: Task,
    /// Told the task once it is kept.
    on_saved: Callback<Task>,
    /// Told that it stays as it is.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let typed = Typed::of(Some(&task));
    let name = format!("task-{}", task.id);
    let changed = on_change();
    let save = Callback::new(move |()| {
        let Some(form) = typed.checked() else { return };
        send(typed.busy, edit_task(task.id.clone(), form), move |answer| match answer {
            Ok(task) => {
                changed.run(());
                on_saved.run(task);
            }
            Err(fault) => typed.errors.show(&fault),
        });
    });
    view! { <Fields typed=typed name=name save=save on_cancel=on_cancel /> }
}

#[component]
fn Fields(typed: Typed, #[prop(into)] name: String, save: Callback<()>, on_cancel: Callback<()>) -> impl IntoView {
    view! {
        <form
            class="task-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save.run(());
            }
        >
            <KindChoice name=name.clone() kind=typed.kind />
            <TaskFields name=name.clone() title=typed.title due_at=typed.due_at errors=typed.errors />
            <ReminderChoice name=name.clone() reminder=typed.reminder />
            <TextArea
                name=format!("{name}-note")
                label=move || t().tasks.note
                value=typed.note
                error=typed.errors.at(Field::Note)
                rows=2
            />
            <div class="form__actions">
                <Button label=move || t().tasks.add kind=ButtonKind::Primary submit=true busy=typed.busy />
                <Button label=move || t().frame.cancel kind=ButtonKind::Ghost on_press=on_cancel />
            </div>
        </form>
    }
}

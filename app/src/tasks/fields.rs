//! What a task is, and by when: with the times that are often meant.

use crate::components::form::FieldErrors;
use crate::components::{Segmented, Select, TextField};
use crate::surroundings::{now, viewer};
use crate::texts::t;
use domain::fields::Field;
use domain::tasks::{QuickTime, Reminder, TaskKind};
use domain::times;
use leptos::prelude::*;

/// The title and the time of a task.
#[component]
pub(super) fn TaskFields(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What is to be done.
    title: RwSignal<String>,
    /// By when, as a field for date and time has it.
    due_at: RwSignal<String>,
    /// What is wrong.
    errors: FieldErrors,
) -> impl IntoView {
    view! {
        <TextField
            name=format!("{name}-title")
            label=move || t().tasks.name
            value=title
            error=errors.at(Field::Title)
            placeholder=move || t().tasks.name_hint
            required=true
        />
        <TextField
            name=format!("{name}-due")
            label=move || t().tasks.due
            value=due_at
            error=errors.at(Field::DueAt)
            kind="datetime-local"
            required=true
        />
        <QuickTimes chosen=due_at on_choose=move |at| due_at.set(at) />
    }
}

/// Anything, or to call somebody.
#[component]
pub(super) fn KindChoice(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What is chosen.
    kind: RwSignal<TaskKind>,
) -> impl IntoView {
    let options = move || {
        let choice = |kind: TaskKind| (kind.as_str().to_owned(), kind_in_words(kind).to_owned());
        TaskKind::ALL.into_iter().map(choice).collect::<Vec<_>>()
    };
    let choose = move |word: String| kind.set(TaskKind::from_stored(&word).unwrap_or_default());
    view! {
        <Segmented
            name=format!("{name}-kind")
            label=move || t().tasks.kind
            chosen=Signal::derive(move || kind.get().as_str().to_owned())
            on_choose=choose
            options=Signal::derive(options)
        />
    }
}

/// What kind of thing is to be done.
pub(super) fn kind_in_words(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Task => t().tasks.kind_task,
        TaskKind::CallBack => t().tasks.kind_call_back,
    }
}

/// How long before one is reminded.
#[component]
pub(super) fn ReminderChoice(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// The word of what is chosen.
    reminder: RwSignal<String>,
) -> impl IntoView {
    let options = move || {
        let words = |choice: Reminder| match choice {
            Reminder::Never => t().tasks.remind_never,
            Reminder::AtDue => t().tasks.remind_at_due,
            Reminder::TenMinutes => t().tasks.remind_ten_minutes,
            Reminder::Hour => t().tasks.remind_hour,
            Reminder::Day => t().tasks.remind_day,
        };
        Reminder::ALL.map(|choice| (choice.as_str().to_owned(), words(choice).to_owned())).to_vec()
    };
    view! {
        <Select
            name=format!("{name}-reminder")
            label=move || t().tasks.reminder
            value=reminder
            options=Signal::derive(options)
        />
    }
}

/// Times that are chosen with one press.
#[component]
pub(crate) fn QuickTimes(
    /// What is chosen now.
    #[prop(into)]
    chosen: Signal<String>,
    /// Told the time as a field has it.
    #[prop(into)]
    on_choose: Callback<String>,
    /// What comes after them.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let offered = Memo::new(|_| QuickTime::offered(viewer().now.get()));
    let quick = move |quick: QuickTime| {
        // Worked out when it is pressed: the page may have been open for long.
        let at = move || times::field(quick.at(now()));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || if chosen.get() == at() { "true" } else { "false" }
                on:click=move |_| on_choose.run(at())
            >
                {move || words(quick)}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=move || t().tasks.quick>
            {move || offered.get().into_iter().map(quick).collect_view()}
            {children.map(|children| children())}
        </div>
    }
}

fn words(quick: QuickTime) -> &'static str {
    match quick {
        QuickTime::InAnHour => t().tasks.in_an_hour,
        QuickTime::ThisAfternoon => t().tasks.this_afternoon,
        QuickTime::Tomorrow => t().tasks.tomorrow,
        QuickTime::NextWeek => t().tasks.next_week,
    }
}

//! What a task is, and by when: with the times that are often meant.

use crate::components::TextField;
use crate::components::form::FieldErrors;
use crate::surroundings::{now, viewer};
use crate::texts::t;
use domain::fields::Field;
use domain::tasks::QuickTime;
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

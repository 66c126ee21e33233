//! Where a note is written.

use super::api::add_note;
use super::unsaved;
use crate::components::NoteForm;
use crate::components::form::FieldErrors;
use crate::texts::t;
use domain::fields::Field;
use domain::notes::Note;
use domain::tags::Subject;
use leptos::prelude::*;

/// An empty note; Ctrl+Enter adds it.
#[component]
pub(super) fn NoteBox(
    /// On what.
    subject: Subject,
    /// Told the note once it is kept.
    on_written: Callback<Note>,
) -> impl IntoView {
    let about = subject.clone();
    let placeholder = move || match about {
        Subject::Customer(_) => t().customers.note_placeholder,
        Subject::Company(_) => t().companies.note_placeholder,
        Subject::Deal(_) => t().deals.note_placeholder,
    };
    let text = RwSignal::new(String::new());
    let errors = FieldErrors::new();
    unsaved::guard(Signal::derive(move || text.with(|text| !text.trim().is_empty())));
    let add = Action::new(move |()| {
        let subject = subject.clone();
        async move {
            match add_note(subject, text.get_untracked()).await {
                Ok(note) => {
                    errors.clear();
                    text.set(String::new());
                    on_written.run(note);
                }
                Err(fault) => errors.show(&fault),
            }
        }
    });
    view! {
        <NoteForm
            name="new-note"
            label=move || t().customers.new_note
            placeholder=placeholder
            text=text
            error=errors.at(Field::Note)
            rows=2
            send=move || t().customers.add_note
            busy=add.pending()
            nothing=move || text.with(|text| text.trim().is_empty())
            on_send=move |()| {
                add.dispatch(());
            }
        />
    }
}

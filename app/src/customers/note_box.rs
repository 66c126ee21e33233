//! Where a note is written.

use super::api::add_note;
use super::unsaved;
use crate::components::NoteForm;
use crate::components::form::FieldErrors;
use crate::texts::t;
use domain::fields::Field;
use domain::ids::CustomerId;
use domain::notes::Note;
use leptos::prelude::*;

/// An empty note; Ctrl+Enter adds it.
#[component]
pub(super) fn NoteBox(
    /// On whom.
    customer: CustomerId,
    /// Told the note once it is kept.
    on_written: Callback<Note>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let errors = FieldErrors::new();
    unsaved::guard(Signal::derive(move || text.with(|text| !text.trim().is_empty())));
    let add = Action::new(move |()| {
        let customer = customer.clone();
        async move {
            match add_note(customer, text.get_untracked()).await {
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
            placeholder=move || t().customers.note_placeholder
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

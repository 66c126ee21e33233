//! Where a note is written.

use super::api::add_note;
use super::unsaved;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, TextArea};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::CustomerId;
use domain::notes::Note;
use leptos::ev::KeyboardEvent;
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
    let send = move || {
        if !add.pending().get_untracked() {
            add.dispatch(());
        }
    };
    let keyed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    view! {
        <form
            class="note-box"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
            on:keydown=keyed
        >
            <TextArea
                name="new-note"
                label=move || t().customers.new_note
                value=text
                placeholder=move || t().customers.note_placeholder
                error=errors.at(Field::Note)
                rows=2
            />
            <Button
                label=move || t().customers.add_note
                kind=ButtonKind::Primary
                submit=true
                busy=add.pending()
                disabled=Signal::derive(move || text.with(|text| text.trim().is_empty()))
            />
        </form>
    }
}

//! What the member wrote about a call.

use super::api::set_call_note;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, TextArea, toasts};
use crate::customers::unsaved;
use crate::texts::t;
use domain::fields::Field;
use domain::ids::CallId;
use leptos::prelude::*;

/// The note, to be changed.
#[component]
pub(super) fn NoteForm(
    /// Of which call.
    call: CallId,
    /// What it says now.
    note: String,
) -> impl IntoView {
    let text = RwSignal::new(note.clone());
    let saved = RwSignal::new(note);
    let errors = FieldErrors::new();
    let dirty = Signal::derive(move || text.with(|text| saved.with(|saved| text != saved)));
    unsaved::guard(dirty);
    let save = Action::new(move |()| {
        let (call, typed) = (call.clone(), text.get_untracked());
        async move {
            match set_call_note(call, typed.clone()).await {
                Ok(()) => {
                    errors.clear();
                    saved.set(typed);
                    toasts::tell(t().calls.note_saved);
                }
                Err(fault) => errors.show(&fault),
            }
        }
    });
    view! {
        <form
            class="note-box"
            on:submit=move |event| {
                event.prevent_default();
                save.dispatch(());
            }
        >
            <TextArea
                name="call-note"
                label=move || t().calls.note
                value=text
                placeholder=move || t().calls.note_hint
                error=errors.at(Field::Note)
                rows=3
            />
            <Button
                label=move || t().calls.save_note
                kind=ButtonKind::Primary
                submit=true
                busy=save.pending()
                disabled=Signal::derive(move || !dirty.get())
            />
        </form>
    }
}

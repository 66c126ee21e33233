//! What the member wrote about a call.

use super::api::set_call_note;
use crate::components::form::FieldErrors;
use crate::components::{NoteForm, toasts};
use crate::customers::unsaved;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::calls::CallRow;
use domain::fields::Field;
use domain::ids::CallId;
use leptos::prelude::*;

/// The note; whoever had the call may change it.
#[component]
pub(super) fn Note(
    /// The call.
    call: CallRow,
) -> impl IntoView {
    let CallRow { id, note, agent, .. } = call;
    let own = viewer().me.with_untracked(|me| me.as_ref().map(|me| &me.id) == agent.as_ref().map(|agent| &agent.id));
    match (own, note.is_empty()) {
        (true, _) => view! { <OwnNote call=id note=note /> }.into_any(),
        (false, true) => ().into_any(),
        (false, false) => view! {
            <section class="story__note" aria-labelledby="note-heading">
                <h2 class="section-heading" id="note-heading">
                    {move || t().calls.note}
                </h2>
                <p>{note}</p>
            </section>
        }
        .into_any(),
    }
}

#[component]
fn OwnNote(
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
        <NoteForm
            name="call-note"
            label=move || t().calls.note
            placeholder=move || t().calls.note_hint
            text=text
            error=errors.at(Field::Note)
            rows=3
            send=move || t().calls.save_note
            busy=save.pending()
            nothing=move || !dirty.get()
            on_send=move |()| {
                save.dispatch(());
            }
        />
    }
}

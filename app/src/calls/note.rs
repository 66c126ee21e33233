//! What the member wrote about a call.

use super::api::set_call_note;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, TextArea, toasts};
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
        (true, _) => view! { <NoteForm call=id note=note /> }.into_any(),
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
fn NoteForm(
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

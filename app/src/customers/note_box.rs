//! Where a note is written.

use super::api::add_note;
use super::mention_area::{MentionArea, Written};
use super::unsaved;
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind};
use crate::texts::t;
use domain::fields::Field;
use domain::notes::Note;
use domain::tags::Subject;
use leptos::ev::{KeyboardEvent, SubmitEvent};
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
    let placeholder = Signal::derive(move || match about {
        Subject::Customer(_) => t().customers.note_placeholder.to_owned(),
        Subject::Company(_) => t().companies.note_placeholder.to_owned(),
        Subject::Deal(_) => t().deals.note_placeholder.to_owned(),
    });
    let written = Written::of(None);
    let errors = FieldErrors::new();
    let nothing = Signal::derive(move || written.typed.with(|typed| typed.trim().is_empty()));
    unsaved::guard(Signal::derive(move || !nothing.get()));
    let on = subject.clone();
    let add = Action::new(move |()| {
        let subject = on.clone();
        async move {
            match add_note(subject, written.text()).await {
                Ok(note) => {
                    errors.clear();
                    written.clear();
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
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let keyed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send();
        }
    };
    view! {
        <form class="note-box" on:submit=submitted on:keydown=keyed>
            <MentionArea
                name="new-note"
                label=move || t().customers.new_note.to_owned()
                written=written
                subject=subject
                error=errors.at(Field::Note)
                placeholder=placeholder
                rows=2
            />
            <Button
                label=move || t().customers.add_note
                kind=ButtonKind::Primary
                submit=true
                busy=add.pending()
                disabled=nothing
            />
        </form>
    }
}

//! A note in the timeline: its writer may change or delete it.

use super::api::{delete_note, edit_note};
use super::mention_area::{MentionArea, Written};
use super::timeline::{Clock, Entries};
use super::unsaved;
use crate::components::form::{self, FieldErrors};
use crate::components::{Avatar, Button, ButtonKind};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::customers::TimelineEntry;
use domain::fields::Field;
use domain::notes::Note;
use domain::notes::mentions::{Piece, pieces};
use leptos::prelude::*;

/// What is being done with a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Reading,
    Editing,
    Deleting,
}

/// A note.
#[component]
pub(super) fn NoteEntry(
    /// The note.
    note: Note,
    /// All entries, to change or leave.
    entries: Entries,
    /// Whether it is said what the note is on.
    names_record: bool,
) -> impl IntoView {
    let about = names_record.then(|| (Route::of(&note.about).href(), note.about_name.clone()));
    let doing = RwSignal::new(Doing::Reading);
    let (author, me) = (note.author.clone(), viewer().me);
    let own = Memo::new(move |_| me.with(|me| me.as_ref().is_some_and(|me| me.id == author)));
    let kept = StoredValue::new(note.clone());
    view! {
        <div class="entry__head">
            <Avatar name=note.author_name.clone() />
            <span class="entry__who">{note.author_name}</span>
            {about.map(|(href, name)| view! { <a class="entry__about" href=href>{name}</a> })}
            <Clock at=note.at />
            {note.edited_at.map(|_| view! { <span class="entry__meta">{move || t().customers.edited}</span> })}
            <Show when=move || own.get() && doing.get() == Doing::Reading>
                <span class="entry__actions">
                    <Button
                        label=move || t().customers.edit_note
                        kind=ButtonKind::Ghost
                        icon=icondata_lu::LuPencil
                        icon_only=true
                        on_press=move |()| doing.set(Doing::Editing)
                    />
                    <Button
                        label=move || t().customers.delete_note
                        kind=ButtonKind::Ghost
                        icon=icondata_lu::LuTrash2
                        icon_only=true
                        on_press=move |()| doing.set(Doing::Deleting)
                    />
                </span>
            </Show>
        </div>
        {move || match doing.get() {
            Doing::Editing => view! { <EditNote note=kept.get_value() entries=entries doing=doing /> }.into_any(),
            Doing::Reading => view! { <NoteText note=kept.get_value() /> }.into_any(),
            Doing::Deleting => {
                view! {
                    <NoteText note=kept.get_value() />
                    <DeleteNote note=kept.get_value() entries=entries doing=doing />
                }
                    .into_any()
            }
        }}
    }
}

/// What a note says; whom it names stands out.
#[component]
fn NoteText(
    /// The note.
    note: Note,
) -> impl IntoView {
    let Note { text, mentions, .. } = note;
    let piece = move |piece: Piece| match piece {
        Piece::Text(words) => words.into_any(),
        Piece::Mention(id) => {
            let name = mentions.iter().find(|one| one.id == id).map_or_else(|| "…".to_owned(), |one| one.name.clone());
            view! { <span class="mention">"@" {name}</span> }.into_any()
        }
    };
    view! { <p class="entry__text">{pieces(&text).into_iter().map(piece).collect_view()}</p> }
}

#[component]
fn EditNote(
    /// The note as it is.
    note: Note,
    /// All entries.
    entries: Entries,
    /// Back to reading.
    doing: RwSignal<Doing>,
) -> impl IntoView {
    let name = format!("note-{}", note.id);
    let written = Written::of(Some(&note));
    let before = written.typed.get_untracked();
    let subject = note.about.clone();
    let errors = FieldErrors::new();
    unsaved::guard(Signal::derive(move || written.typed.with(|typed| *typed != before)));
    let save = Action::new(move |()| {
        let id = note.id.clone();
        async move {
            match edit_note(id, written.text()).await {
                Ok(note) => entries.update(|rows| replace(rows, note)),
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
            <MentionArea
                name=name
                label=move || t().customers.edit_note
                written=written
                subject=subject
                error=errors.at(Field::Note)
                rows=3
            />
            <div class="note-box__actions">
                <Button label=move || t().customers.cancel on_press=move |()| doing.set(Doing::Reading) />
                <Button
                    label=move || t().customers.save
                    kind=ButtonKind::Primary
                    submit=true
                    busy=save.pending()
                />
            </div>
        </form>
    }
}

fn replace(rows: &mut [TimelineEntry], changed: Note) {
    let same = |row: &&mut TimelineEntry| matches!(row, TimelineEntry::Note(note) if note.id == changed.id);
    if let Some(row) = rows.iter_mut().find(same) {
        *row = TimelineEntry::Note(changed);
    }
}

#[component]
fn DeleteNote(
    /// The note.
    note: Note,
    /// All entries.
    entries: Entries,
    /// Back to reading.
    doing: RwSignal<Doing>,
) -> impl IntoView {
    let delete = Action::new(move |()| {
        let id = note.id.clone();
        async move {
            match delete_note(id.clone()).await {
                Ok(()) => entries.update(|rows| {
                    rows.retain(|row| !matches!(row, TimelineEntry::Note(note) if note.id == id));
                }),
                Err(fault) => form::tell(&fault),
            }
        }
    });
    let confirm = Callback::new(move |()| {
        delete.dispatch(());
    });
    view! {
        <div class="note-box__actions" role="group" aria-label=move || t().customers.delete_note_ask>
            <span>{move || t().customers.delete_note_ask}</span>
            <Button label=move || t().customers.keep on_press=move |()| doing.set(Doing::Reading) />
            <Button
                label=move || t().customers.delete_note
                kind=ButtonKind::Danger
                busy=delete.pending()
                on_press=confirm
            />
        </div>
    }
}

//! The note of a call: saves itself, and is kept in the browser until the server has it.

use super::phone::phone;
use crate::texts::t;
use domain::ids::CallId;
use domain::outbox::Parcel;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key the note is sent.
const PAUSE: Duration = Duration::from_millis(600);

/// A field for what was said.
#[component]
pub(super) fn CallNote(
    /// Of which call.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call.clone());
    let text = RwSignal::new(untrack(|| phone.outbox.note(&call)).unwrap_or_default());
    // A note that was written before this page was loaded.
    Effect::new(move |_| {
        let written = id.with_value(|id| phone.wrap_ups.known(id, |open| open.call.note.clone()));
        if let Some(written) = written.filter(|_| text.with_untracked(String::is_empty)) {
            text.set(written);
        }
    });
    // What stands in the field and has not been put into the outbox yet.
    let typing = RwSignal::new(false);
    let put = move || {
        if typing.get_untracked() {
            typing.set(false);
            phone.outbox.put(Parcel::Note { call: id.get_value(), text: text.get_untracked() });
        }
    };
    let mut later = debounce(PAUSE, move |()| put());
    let under_way = move || typing.get() || id.with_value(|id| phone.outbox.note(id)).is_some();
    let state = move || match (text.with(String::is_empty), under_way()) {
        (_, true) => t().softphone.note_saving,
        (true, false) => "",
        (false, false) => t().softphone.note_saved,
    };
    let field = format!("note-{call}");
    view! {
        <div class="call-note">
            <div class="call-note__head">
                <label class="call-note__label" for=field.clone()>{move || t().softphone.note}</label>
                <span class="call-note__state" role="status">{state}</span>
            </div>
            <textarea
                class="field__input field__input--area"
                id=field
                rows="2"
                placeholder=move || t().softphone.note_hint
                prop:value=move || text.get()
                on:input=move |event| {
                    text.set(event_target_value(&event));
                    typing.set(true);
                    later(());
                }
                // Whoever leaves the field must not wait for the pause.
                on:blur=move |_| put()
            ></textarea>
        </div>
    }
}

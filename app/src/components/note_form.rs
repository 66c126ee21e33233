//! Where a note is written.

use super::{Button, ButtonKind, TextArea};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

/// A note and the button that sends it; Ctrl+Enter does, too.
#[component]
pub fn NoteForm(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    /// What to write.
    #[prop(into)]
    label: Signal<String>,
    /// An example.
    #[prop(into)]
    placeholder: Signal<String>,
    /// What is written.
    text: RwSignal<String>,
    /// What is wrong with it.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// How many lines are seen.
    rows: u32,
    /// What the button says.
    #[prop(into)]
    send: Signal<String>,
    /// Whether it is on its way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Whether there is nothing to send.
    #[prop(into)]
    nothing: Signal<bool>,
    /// Sends it.
    #[prop(into)]
    on_send: Callback<()>,
) -> impl IntoView {
    let send_once = move || {
        if !busy.get_untracked() {
            on_send.run(());
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        send_once();
    };
    let keyed = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            send_once();
        }
    };
    view! {
        <form class="note-box" on:submit=submitted on:keydown=keyed>
            <TextArea name=name label=label value=text placeholder=placeholder error=error rows=rows />
            <Button label=send kind=ButtonKind::Primary submit=true busy=busy disabled=nothing />
        </form>
    }
}

//! The log as a file: how far it is, and a way to stop it.

#[cfg(feature = "hydrate")]
mod fetching;

use super::log_address::LogAddress;
use crate::components::{Button, ButtonKind, Dialog};
use crate::texts::t;
use leptos::prelude::*;

/// How far a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "a server fetches nothing"))]
enum State {
    /// Not begun.
    #[default]
    Idle,
    /// So many rows are here, of so many.
    Running(u64, u64),
    /// All rows are here, and the browser has the file.
    Done(u64),
    /// Somebody stopped it.
    Stopped,
    /// It broke off.
    Failed,
}

/// A button that takes what is shown home.
#[component]
pub(super) fn ExportButton(
    /// What the address says now.
    address: Memo<LogAddress>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button label=move || t().log.export icon=icondata_lu::LuDownload on_press=move || open.set(true) />
        <Dialog open=open title=move || t().log.export>
            <Export address=address />
        </Dialog>
    }
}

/// Closed, it stops.
#[component]
fn Export(address: Memo<LogAddress>) -> impl IntoView {
    let state = RwSignal::new(State::default());
    let stop = stopping(state);
    let is_running = move || matches!(state.get(), State::Running(..));
    let words = move || match state.get() {
        State::Idle => t().log.export_text.to_owned(),
        State::Running(rows, total) => (t().log.export_progress)(rows, total),
        State::Done(rows) => (t().log.export_done)(rows),
        State::Stopped => t().log.export_stopped.to_owned(),
        State::Failed => t().log.export_failed.to_owned(),
    };
    let (value, most) = (
        move || if let State::Running(rows, _) = state.get() { rows.to_string() } else { String::new() },
        move || if let State::Running(_, total) = state.get() { total.max(1).to_string() } else { String::new() },
    );
    view! {
        <p role="status" class:field__error=move || state.get() == State::Failed>{words}</p>
        <Show when=is_running>
            <progress class="export__progress" value=value max=most aria-label=move || t().log.export></progress>
        </Show>
        <div class="dialog__actions">
            <Show
                when=is_running
                fallback=move || {
                    view! {
                        <Button
                            label=move || t().log.export_start
                            kind=ButtonKind::Primary
                            icon=icondata_lu::LuDownload
                            on_press=move || start(&address.get_untracked().file(), state, stop)
                        />
                    }
                }
            >
                <Button
                    label=move || t().log.export_stop
                    icon=icondata_lu::LuCircleStop
                    on_press=move || stop.run(())
                />
            </Show>
        </div>
    }
}

/// Stops what is under way.
#[cfg(feature = "hydrate")]
fn stopping(state: RwSignal<State>) -> Callback<()> {
    let stop = Callback::new(move |()| {
        if matches!(state.get_untracked(), State::Running(..)) {
            state.set(State::Stopped);
        }
    });
    on_cleanup(move || stop.run(()));
    stop
}

/// A server starts nothing.
#[cfg(not(feature = "hydrate"))]
fn stopping(state: RwSignal<State>) -> Callback<()> {
    Callback::new(move |()| state.set(State::Stopped))
}

#[cfg(feature = "hydrate")]
fn start(file: &str, state: RwSignal<State>, _stop: Callback<()>) {
    fetching::start(file.to_owned(), state);
}

/// A server starts nothing.
#[cfg(not(feature = "hydrate"))]
fn start(file: &str, state: RwSignal<State>, stop: Callback<()>) {
    let _ = (file, state, stop);
}

//! A list as a file: how far it is, and a way to stop it.

#[cfg(feature = "hydrate")]
mod fetching;

use crate::components::{Button, ButtonKind, Dialog, Segmented};
use crate::texts::export::Texts;
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
    /// So many rows are being packed: they cannot be counted as they come.
    Packing(u64),
    /// All rows are here, and the browser has the file.
    Done(u64),
    /// Somebody stopped it.
    Stopped,
    /// It broke off.
    Failed,
}

impl State {
    fn is_running(self) -> bool {
        matches!(self, Self::Running(..) | Self::Packing(_))
    }
}

/// A file that a list can become: its kind in a word, and its address.
pub(crate) type ListFile = (&'static str, String);

/// A button that takes what is shown home.
#[component]
pub(crate) fn ExportButton(
    /// Its words.
    words: fn() -> &'static Texts,
    /// The files it can become.
    #[prop(into)]
    files: Signal<Vec<ListFile>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Button label=move || words().title icon=icondata_lu::LuDownload on_press=move || open.set(true) />
        <Dialog open=open title=move || words().title>
            <Export words=words files=files />
        </Dialog>
    }
}

/// Closed, it stops.
#[component]
fn Export(words: fn() -> &'static Texts, files: Signal<Vec<ListFile>>) -> impl IntoView {
    let state = RwSignal::new(State::default());
    let stop = stopping(state);
    let chosen = RwSignal::new(0_usize);
    let is_running = move || state.get().is_running();
    let said = move || match state.get() {
        State::Idle => words().text.to_owned(),
        State::Running(rows, total) => (words().progress)(rows, total),
        State::Packing(rows) => (words().packing)(rows),
        State::Done(rows) => (words().done)(rows),
        State::Stopped => words().stopped.to_owned(),
        State::Failed => words().failed.to_owned(),
    };
    let begin = move || {
        let file = files.with_untracked(|files| files.get(chosen.get_untracked()).cloned());
        if let Some((_, address)) = file {
            start(&address, state, stop);
        }
    };
    view! {
        <p role="status" class:field__error=move || state.get() == State::Failed>{said}</p>
        <Show when=move || is_running() fallback=move || view! { <Kinds words=words files=files chosen=chosen /> }>
            <Bar state=state label=Signal::derive(move || words().title) />
        </Show>
        <div class="dialog__actions">
            <Show
                when=is_running
                fallback=move || {
                    view! {
                        <Button
                            label=move || words().start
                            kind=ButtonKind::Primary
                            icon=icondata_lu::LuDownload
                            on_press=begin
                        />
                    }
                }
            >
                <Button label=move || words().stop icon=icondata_lu::LuCircleStop on_press=move || stop.run(()) />
            </Show>
        </div>
    }
}

/// How far it is; where rows cannot be counted, that it goes on.
#[component]
fn Bar(state: RwSignal<State>, label: Signal<&'static str>) -> impl IntoView {
    let value = move || if let State::Running(rows, _) = state.get() { Some(rows.to_string()) } else { None };
    let most = move || match state.get() {
        State::Running(_, total) => total.max(1).to_string(),
        _ => "1".to_owned(),
    };
    view! { <progress class="export__progress" value=value max=most aria-label=move || label.get()></progress> }
}

/// Which kind of file, where there are several.
#[component]
fn Kinds(words: fn() -> &'static Texts, files: Signal<Vec<ListFile>>, chosen: RwSignal<usize>) -> impl IntoView {
    let options = move || {
        let files = files.get().into_iter().enumerate();
        files.map(|(at, (kind, _))| (at.to_string(), kind.to_owned())).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || files.with(|files| files.len() > 1)>
            <Segmented
                name="file-kind"
                label=move || words().kind
                chosen=Signal::derive(move || chosen.get().to_string())
                on_choose=move |word: String| chosen.set(word.parse().unwrap_or_default())
                options=Signal::derive(options)
            />
        </Show>
    }
}

/// Stops what is under way.
#[cfg(feature = "hydrate")]
fn stopping(state: RwSignal<State>) -> Callback<()> {
    let stop = Callback::new(move |()| {
        if state.get_untracked().is_running() {
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

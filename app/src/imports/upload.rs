//! A place to drop a file, or to choose one.

#[cfg(feature = "hydrate")]
mod sending;

use crate::components::{Button, ButtonKind, Icon};
use crate::texts::t;
use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;

/// How far a file is on its way to the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "a server sends nothing"))]
enum Sending {
    /// There is none.
    #[default]
    Idle,
    /// So much of it is there, in percent.
    Sent(u64),
    /// It is there, and is being read.
    Reading,
    /// It was not taken, and why.
    Refused(String),
}

/// A place for a file; with one, the way goes on at its import.
#[component]
pub(super) fn UploadBox() -> impl IntoView {
    let state = RwSignal::new(Sending::default());
    let over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let is_busy = Memo::new(move |_| state.with(|state| matches!(state, Sending::Sent(_) | Sending::Reading)));
    let take = taking(state);
    let allow = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if !is_busy.get_untracked() {
            take.run(Given::Dropped(event));
        }
    };
    view! {
        <section
            class="drop"
            class:is-over=over
            aria-labelledby="drop-title"
            on:dragover=allow
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <span class="drop__icon"><Icon icon=icondata_lu::LuUpload /></span>
            <h2 class="drop__title" id="drop-title">{move || t().imports.drop_title}</h2>
            <p class="drop__text">{move || t().imports.drop_text}</p>
            <input
                node_ref=input
                class="visually-hidden"
                type="file"
                tabindex="-1"
                accept=".csv,.txt,.tsv,.xlsx,text/csv"
                aria-label=move || t().imports.choose
                on:change=move |event| take.run(Given::Chosen(event))
            />
            <Show when=move || is_busy.get() fallback=move || view! { <ChooseFile input=input /> }>
                <OnItsWay state=state />
            </Show>
            <p class="field__error" role="alert">
                {move || if let Sending::Refused(why) = state.get() { why } else { String::new() }}
            </p>
        </section>
    }
}

/// Opens the browser's choice of a file.
#[component]
fn ChooseFile(input: NodeRef<html::Input>) -> impl IntoView {
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <Button
            label=move || t().imports.choose
            kind=ButtonKind::Primary
            icon=icondata_lu::LuFileSpreadsheet
            on_press=choose
        />
    }
}

#[component]
fn OnItsWay(state: RwSignal<Sending>) -> impl IntoView {
    let words = move || match state.get() {
        Sending::Sent(percent) => (t().imports.sending)(percent),
        _ => t().imports.reading.to_owned(),
    };
    let percent = move || match state.get() {
        Sending::Sent(percent) => Some(percent.to_string()),
        _ => None,
    };
    view! {
        <p role="status">{words}</p>
        <progress class="drop__progress" max="100" value=percent aria-label=move || t().imports.title></progress>
        <Button
            label=move || t().imports.stop_sending
            icon=icondata_lu::LuCircleStop
            on_press=move || state.set(Sending::Idle)
        />
    }
}

/// How somebody gave a file.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "nobody gives a server a file"))]
enum Given {
    /// Dropped over the page.
    Dropped(DragEvent),
    /// Chosen in the browser's dialog.
    Chosen(leptos::ev::Event),
}

/// Sends a file once it is given, and goes to its import.
#[cfg(feature = "hydrate")]
fn taking(state: RwSignal<Sending>) -> Callback<Given> {
    let navigate = leptos_router::hooks::use_navigate();
    let arrived = Callback::new(move |import: domain::imports::Import| {
        navigate(&crate::routes::Route::Import(import.id).href(), leptos_router::NavigateOptions::default());
    });
    Callback::new(move |given: Given| {
        let file = match given {
            Given::Dropped(event) => event.data_transfer().and_then(|data| data.files()?.get(0)),
            Given::Chosen(event) => event_target::<web_sys::HtmlInputElement>(&event).files().and_then(|f| f.get(0)),
        };
        if let Some(file) = file {
            sending::send(&file, state, arrived);
        }
    })
}

/// A server is given nothing.
#[cfg(not(feature = "hydrate"))]
fn taking(state: RwSignal<Sending>) -> Callback<Given> {
    Callback::new(move |_| state.set(Sending::Idle))
}

//! Reading what the provider has: the beginning of everything, and how what was changed elsewhere is found.

use super::api;
use super::desk::desk;
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, EmptyState, PageHead, toasts};
use crate::texts::t;
use leptos::prelude::*;

/// Where nobody knows yet what the provider has.
#[component]
pub(super) fn FirstReading() -> impl IntoView {
    view! {
        <PageHead title=move || t().centre.title />
        <EmptyState
            icon=icondata_lu::LuWorkflow
            title=move || t().centre.not_read
            text=move || t().centre.not_read_text
        >
            <ReadButton label=move || t().centre.read kind=ButtonKind::Primary />
        </EmptyState>
    }
}

/// Reads it.
#[component]
pub(super) fn ReadButton(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let desk = desk();
    let busy = RwSignal::new(false);
    let read = move || {
        send(busy, api::read_provider(), move |answer| match answer {
            Ok(read) => {
                desk.take(read);
                toasts::tell(t().centre.was_read);
            }
            Err(fault) => tell(&fault),
        });
    };
    view! { <Button label=label kind=kind icon=icondata_lu::LuCloudDownload busy=busy on_press=read /> }
}

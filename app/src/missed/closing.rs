//! Closing an item though nobody reached the customer: why?

use super::Inbox;
use super::api::close_missed;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Dialog, TextArea, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::MissedId;
use leptos::prelude::*;

/// Which item is about to be closed.
#[derive(Clone, Copy)]
pub(super) struct Closing {
    item: RwSignal<Option<(MissedId, String)>>,
    open: RwSignal<bool>,
}

impl Closing {
    pub(super) fn new() -> Self {
        Self { item: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Asks why; `who` is whom the item is about.
    pub(super) fn ask(self, item: MissedId, who: String) {
        self.item.set(Some((item, who)));
        self.open.set(true);
    }
}

/// Asks why.
#[component]
pub(super) fn ClosingDialog(closing: Closing) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let errors = FieldErrors::new();
    let busy = RwSignal::new(false);
    let inbox = Inbox::here();
    let who = move || closing.item.with(|item| item.as_ref().map(|(_, who)| who.clone()).unwrap_or_default());
    Effect::new(move |_| {
        if closing.open.get() {
            reason.set(String::new());
            errors.clear();
        }
    });
    let submit = Callback::new(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((id, who)) = closing.item.get_untracked() else { return };
        send(busy, close_missed(id, reason.get_untracked()), move |answer| match answer {
            Ok(()) => {
                closing.open.set(false);
                toasts::tell((t().missed.was_closed)(&who));
                inbox.changed();
            }
            Err(fault) => errors.show(&fault),
        });
    });
    view! {
        <Dialog open=closing.open title=move || (t().missed.close_question)(&who())>
            <form class="form" novalidate on:submit=move |event| submit.run(event)>
                <TextArea
                    name="close-reason"
                    label=move || t().missed.reason
                    value=reason
                    error=errors.at(Field::Note)
                    hint=move || t().missed.reason_hint
                    required=true
                />
                <div class="dialog__actions">
                    <Button label=move || t().frame.cancel on_press=move || closing.open.set(false) />
                    <Button label=move || t().missed.close kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}

//! Giving items to a member: one, or all that are ticked.

use super::Inbox;
use super::api::{assign_missed, missed_assignees};
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, Dialog, Select, toasts};
use crate::texts::t;
use domain::ids::{MissedId, StaffId};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Which items are ticked, and which are about to be given.
#[derive(Clone, Copy)]
pub(super) struct Giving {
    /// Ticked in the list.
    pub(super) ticked: RwSignal<BTreeSet<MissedId>>,
    /// Asked about in the dialog.
    items: RwSignal<Vec<MissedId>>,
    open: RwSignal<bool>,
}

impl Giving {
    pub(super) fn new() -> Self {
        let (ticked, items) = (RwSignal::new(BTreeSet::new()), RwSignal::new(Vec::new()));
        Self { ticked, items, open: RwSignal::new(false) }
    }

    /// Nothing is ticked any more.
    pub(super) fn forget(self) {
        self.ticked.set(BTreeSet::new());
    }

    /// Asks to whom.
    pub(super) fn ask(self, items: Vec<MissedId>) {
        self.items.set(items);
        self.open.set(true);
    }

    /// Ticks an item, or takes the tick away.
    pub(super) fn tick(self, id: &MissedId, ticked: bool) {
        self.ticked.update(|all| {
            if ticked {
                all.insert(id.clone());
            } else {
                all.remove(id);
            }
        });
    }
}

/// What can be done with the ticked items.
#[component]
pub(super) fn GivingBar(giving: Giving) -> impl IntoView {
    let count = move || giving.ticked.with(BTreeSet::len);
    view! {
        <div class="inbox__bar" role="status" class:is-empty=move || count() == 0>
            <Show when=move || count() != 0>
                <span>{move || (t().missed.ticked)(count())}</span>
                <Button
                    label=move || t().missed.assign_ticked
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuUserCheck
                    on_press=move || giving.ask(giving.ticked.with_untracked(|all| all.iter().cloned().collect()))
                />
                <Button label=move || t().missed.untick kind=ButtonKind::Ghost on_press=move || giving.forget() />
            </Show>
        </div>
    }
}

/// Asks to whom.
#[component]
pub(super) fn GivingDialog(giving: Giving) -> impl IntoView {
    let members = Resource::new(|| (), |()| missed_assignees());
    let chosen = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let inbox = Inbox::here();
    let options = move || {
        let mut options = vec![(String::new(), t().missed.nobody.to_owned())];
        let members = members.get().and_then(Result::ok).unwrap_or_default();
        options.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
        options
    };
    let submit = Callback::new(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let to = Some(chosen.get_untracked()).filter(|id| !id.is_empty()).map(StaffId::new);
        send(busy, assign_missed(giving.items.get_untracked(), to), move |answer| match answer {
            Ok(given) => {
                giving.open.set(false);
                giving.forget();
                toasts::tell((t().missed.assigned)(given));
                inbox.changed();
            }
            Err(fault) => tell(&fault),
        });
    });
    view! {
        <Dialog open=giving.open title=move || (t().missed.assign_question)(giving.items.with(Vec::len))>
            <form class="form" on:submit=move |event| submit.run(event)>
                <Suspense>
                    <Select
                        name="assignee"
                        label=move || t().missed.owner
                        value=chosen
                        options=Signal::derive(options)
                    />
                </Suspense>
                <div class="dialog__actions">
                    <Button label=move || t().frame.cancel on_press=move || giving.open.set(false) />
                    <Button label=move || t().missed.assign kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
        </Dialog>
    }
}

//! Who and what a call can be passed on to, as the panel lists it.

use super::transfer::{Finder, LIST};
use super::words;
use crate::components::{Avatar, Glyph, Icon};
use crate::texts::t;
use domain::calls::{Refused, TransferTarget};
use domain::directory::Choice;
use leptos::prelude::*;

/// What stands together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Colleague,
    Queue,
    Typed,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Colleague, Self::Queue, Self::Typed];

    fn of(choice: &Choice) -> Self {
        match (&choice.name, &choice.to) {
            (None, _) => Self::Typed,
            (Some(_), TransferTarget::Queue(_)) => Self::Queue,
            (Some(_), TransferTarget::Seat(_) | TransferTarget::Number(_)) => Self::Colleague,
        }
    }

    fn heading(self) -> &'static str {
        let words = &t().softphone.transfer;
        match self {
            Self::Colleague => words.colleagues,
            Self::Queue => words.queues,
            Self::Typed => words.typed,
        }
    }
}

/// Everything that is offered, in its groups.
#[component]
pub(super) fn Choices(finder: Finder) -> impl IntoView {
    let groups = move || {
        let all: Vec<(usize, Choice)> = finder.choices.get().into_iter().enumerate().collect();
        let group = |kind: Kind| {
            let own: Vec<(usize, Choice)> = all.iter().filter(|(_, one)| Kind::of(one) == kind).cloned().collect();
            (!own.is_empty()).then(|| view! { <Group kind=kind choices=own finder=finder /> })
        };
        Kind::ALL.map(group).into_iter().collect_view()
    };
    let is_nothing = move || finder.choices.with(Vec::is_empty);
    view! {
        <div
            class="transfer__list"
            role="listbox"
            id=LIST
            aria-label=move || t().softphone.transfer.title
            hidden=is_nothing
        >
            {groups}
        </div>
        <p class="transfer__nothing" hidden=move || !is_nothing()>{move || t().softphone.transfer.nothing}</p>
    }
}

#[component]
fn Group(kind: Kind, choices: Vec<(usize, Choice)>, finder: Finder) -> impl IntoView {
    let option = move |(at, choice): (usize, Choice)| view! { <Target at=at choice=choice finder=finder /> };
    view! {
        <div class="transfer__group" role="group" aria-label=move || kind.heading()>
            <p class="transfer__heading" aria-hidden="true">{move || kind.heading()}</p>
            {choices.into_iter().map(option).collect_view()}
        </div>
    }
}

/// One of them.
#[component]
fn Target(at: usize, choice: Choice, finder: Finder) -> impl IntoView {
    let Choice { to, name, online } = choice;
    let is_active = move || finder.active.get() == Some(at);
    let refused = move || finder.refused.get().is_some();
    let chosen = to.clone();
    let (mark, address) = match &name {
        Some(name) => (mark(&to, name), Some(address(&to))),
        None => (view! { <Icon icon=drawing(&to) /> }.into_any(), None),
    };
    let name = move || name.clone().unwrap_or_else(|| words::target(&to));
    let online = online.then(|| {
        view! {
            <span class="transfer__online" title=move || t().softphone.transfer.online>
                <span class="visually-hidden">{move || t().softphone.transfer.online}</span>
            </span>
        }
    });
    view! {
        <div
            class="transfer__choice"
            class:is-active=is_active
            role="option"
            id=format!("{LIST}-{at}")
            aria-selected=move || if is_active() { "true" } else { "false" }
            aria-disabled=move || refused().then_some("true")
            title=move || finder.refused.get().filter(|why| *why != Refused::Waiting).map(words::refused)
            // The field keeps the focus.
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| finder.choose(chosen.clone())
        >
            {mark}
            <span class="transfer__name">{name}</span>
            {online}
            <span class="transfer__address">{address}</span>
        </div>
    }
}

/// People have a face, queues a sign.
fn mark(to: &TransferTarget, name: &str) -> AnyView {
    match to {
        TransferTarget::Seat(_) => view! { <Avatar name=name.to_owned() /> }.into_any(),
        TransferTarget::Queue(_) | TransferTarget::Number(_) => {
            view! { <span class="transfer__sign"><Icon icon=drawing(to) /></span> }.into_any()
        }
    }
}

fn drawing(to: &TransferTarget) -> Glyph {
    match to {
        TransferTarget::Seat(_) => icondata_lu::LuHeadset,
        TransferTarget::Queue(_) => icondata_lu::LuUsersRound,
        TransferTarget::Number(_) => icondata_lu::LuPhone,
    }
}

fn address(to: &TransferTarget) -> String {
    match to {
        TransferTarget::Seat(text) | TransferTarget::Queue(text) | TransferTarget::Number(text) => text.clone(),
    }
}

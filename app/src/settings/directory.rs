//! The directory: whom calls can be passed on to, where the provider cannot list them.

pub mod api;
mod row;

use super::tabs::SettingsTabs;
use crate::components::form::{FieldErrors, send};
use crate::components::{Avatar, Badge, Button, ButtonKind, ErrorState, PageHead, Skeleton, TextField, toasts};
use crate::routes::Route;
use crate::texts::t;
use api::{add_entry, open_directory};
use domain::calls::Colleague;
use domain::directory::{DirectoryDesk, Entry, EntryForm, EntryKind};
use domain::fields::Field;
use domain::telephone::Provider;
use leptos::prelude::*;
use row::EntryRow;

/// The provider that cannot list its queues.
const OF: Provider = Provider::ThreeC;

/// The entries of a kind, in order.
type Rows = RwSignal<Vec<Entry>>;

/// A text in the reader's language.
type Word = fn() -> &'static str;

/// The page.
#[component]
pub fn DirectoryPage() -> impl IntoView {
    let desk = Resource::new_blocking(|| (), |()| open_directory(OF));
    let again = Callback::new(move |()| desk.refetch());
    view! {
        <PageHead title=move || t().settings.title />
        <SettingsTabs open=Route::Directory />
        <div class="panels">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match desk.await {
                        Ok(desk) => view! { <Panels desk=desk /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn Panels(desk: DirectoryDesk) -> impl IntoView {
    let DirectoryDesk { entries, staff } = desk;
    let (queues, seats): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|entry| entry.kind == EntryKind::Queue);
    let (queues, seats) = (RwSignal::new(queues), RwSignal::new(seats));
    let nobody = staff.is_empty();
    view! {
        <section class="panel" aria-labelledby="queues-heading">
            <h2 class="panel__title" id="queues-heading">{move || t().settings.directory.queues}</h2>
            <p class="panel__text">{move || (t().settings.directory.queues_text)(OF.name())}</p>
            <Written rows=queues />
            <Show when=move || queues.with(Vec::is_empty)>
                <p class="panel__text">{move || t().settings.directory.no_queues}</p>
            </Show>
            <NewEntry kind=EntryKind::Queue rows=queues />
        </section>
        <section class="panel" aria-labelledby="seats-heading">
            <h2 class="panel__title" id="seats-heading">{move || t().settings.directory.seats}</h2>
            <p class="panel__text">{move || t().settings.directory.seats_text}</p>
            <Staff staff=staff />
            <Written rows=seats />
            <Show when=move || nobody && seats.with(Vec::is_empty)>
                <p class="panel__text">{move || t().settings.directory.no_seats}</p>
            </Show>
            <NewEntry kind=EntryKind::Seat rows=seats />
        </section>
    }
}

/// Whoever of the staff has a seat: nothing to do here.
#[component]
fn Staff(staff: Vec<Colleague>) -> impl IntoView {
    let row = |Colleague { seat, name }: Colleague| {
        view! {
            <li class="choice">
                <Avatar name=name.clone() />
                <span class="choice__name">{name}</span>
                <span class="choice__address">{seat}</span>
                <Badge label=move || t().settings.directory.of_staff icon=icondata_lu::LuUserRoundCheck />
            </li>
        }
    };
    (!staff.is_empty()).then(|| view! { <ul class="choice-list">{staff.into_iter().map(row).collect_view()}</ul> })
}

/// What admins wrote.
#[component]
fn Written(rows: Rows) -> impl IntoView {
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <ol class="choice-list">
                <For each=move || rows.get() key=Clone::clone let(entry)>
                    <EntryRow entry=entry rows=rows />
                </For>
            </ol>
        </Show>
    }
}

#[component]
fn NewEntry(kind: EntryKind, rows: Rows) -> impl IntoView {
    let (name, address) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = EntryForm { kind, address: address.get_untracked(), name: name.get_untracked() };
        if let Err(problems) = form.parse() {
            return errors.set(problems);
        }
        errors.clear();
        send(busy, add_entry(OF, form), move |answer| match answer {
            Ok(entry) => {
                toasts::tell((t().settings.directory.added)(&entry.name));
                name.set(String::new());
                address.set(String::new());
                rows.update(|rows| rows.push(entry));
            }
            Err(fault) => errors.show(&fault),
        });
    };
    let (name_label, example, add): (Word, Word, Word) = match kind {
        EntryKind::Queue => (
            || t().settings.directory.new_queue,
            || t().settings.directory.queue_example,
            || t().settings.directory.add_queue,
        ),
        EntryKind::Seat => (
            || t().settings.directory.new_seat,
            || t().settings.directory.seat_example,
            || t().settings.directory.add_seat,
        ),
    };
    view! {
        <form class="choice-new" novalidate on:submit=submit>
            <TextField
                name=format!("new-{}", kind.as_str())
                label=name_label
                value=name
                error=errors.at(Field::Name)
                placeholder=example
            />
            <TextField
                name=format!("new-{}-address", kind.as_str())
                label=move || address_label(kind)
                value=address
                error=errors.at(Field::Target)
            />
            <Button label=add kind=ButtonKind::Primary icon=icondata_lu::LuPlus submit=true busy=busy />
        </form>
    }
}

/// What an entry's address is called.
fn address_label(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Queue => t().settings.directory.queue_id,
        EntryKind::Seat => t().settings.directory.seat,
    }
}

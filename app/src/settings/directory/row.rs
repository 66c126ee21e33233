//! One entry of the directory: moved, changed, taken away.

use super::api::{change_entry, remove_entry, reorder_entries};
use super::{OF, Rows, address_label};
use crate::components::form::{self, FieldErrors, send};
use crate::components::ordering::{self, MoveButton};
use crate::components::{Button, ButtonKind, TextField, toasts};
use crate::texts::t;
use domain::directory::{Entry, EntryForm};
use domain::fields::Field;
use domain::ids::EntryId;
use leptos::prelude::*;

/// An entry in the admins' list.
#[component]
pub(super) fn EntryRow(
    /// As it is.
    entry: Entry,
    /// All of its kind.
    rows: Rows,
) -> impl IntoView {
    let editing = RwSignal::new(false);
    let id = row_id(&entry.id);
    let entry = StoredValue::new(entry);
    view! {
        <li class="choice" id=id>
            <Show
                when=move || editing.get()
                fallback=move || view! { <Shown entry=entry rows=rows editing=editing /> }
            >
                <Edit entry=entry.get_value() rows=rows editing=editing />
            </Show>
        </li>
    }
}

fn row_id(id: &EntryId) -> String {
    format!("entry-{id}")
}

#[component]
fn Shown(entry: StoredValue<Entry>, rows: Rows, editing: RwSignal<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let said = move |words: fn(&str) -> String| entry.with_value(|entry| words(&entry.name));
    let remove = move |()| {
        let Entry { id, name, .. } = entry.get_value();
        send(busy, remove_entry(OF, id.clone()), move |answer| match answer {
            Ok(()) => {
                toasts::tell((t().settings.directory.removed)(&name));
                rows.update(|rows| rows.retain(|row| row.id != id));
            }
            Err(fault) => form::tell(&fault),
        });
    };
    let Entry { address, name, .. } = entry.get_value();
    view! {
        <span class="choice__name">{name}</span>
        <span class="choice__address">{address}</span>
        <span class="choice__actions">
            <Move entry=entry rows=rows step=-1 />
            <Move entry=entry rows=rows step=1 />
            <Button
                label=move || said(t().settings.directory.edit)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPencil
                icon_only=true
                on_press=move |()| editing.set(true)
            />
            <Button
                label=move || said(t().settings.directory.remove)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuTrash2
                icon_only=true
                busy=busy
                on_press=remove
            />
        </span>
    }
}

/// One place up or down; off at the end of the list.
#[component]
fn Move(entry: StoredValue<Entry>, rows: Rows, step: isize) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if step < 0 { t().settings.directory.up } else { t().settings.directory.down };
        entry.with_value(|entry| words(&entry.name))
    };
    let all = Signal::derive(move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect()));
    let put = Callback::new(move |order: Vec<EntryId>| {
        let Entry { id, kind, .. } = entry.get_value();
        let row = row_id(&id);
        send(busy, reorder_entries(OF, kind, order.clone()), move |answer| match answer {
            Ok(()) => {
                rows.update(|rows| rows.sort_by_key(|row| order.iter().position(|id| *id == row.id)));
                ordering::keep_focus(row, step);
            }
            Err(fault) => form::tell(&fault),
        });
    });
    view! { <MoveButton id=entry.with_value(|entry| entry.id.clone()) all=all step=step label=label busy=busy on_move=put /> }
}

#[component]
fn Edit(entry: Entry, rows: Rows, editing: RwSignal<bool>) -> impl IntoView {
    let Entry { id, kind, address, name } = entry;
    let field = format!("entry-{id}");
    let (name, address) = (RwSignal::new(name), RwSignal::new(address));
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = EntryForm { kind, address: address.get_untracked(), name: name.get_untracked() };
        if let Err(problems) = form.parse() {
            return errors.set(problems);
        }
        send(busy, change_entry(OF, id.clone(), form), move |answer| match answer {
            Ok(saved) => {
                editing.set(false);
                rows.update(|rows| replace(rows, saved));
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="choice__form" novalidate on:submit=submit>
            <TextField
                name=field.clone()
                label=move || t().settings.directory.name
                value=name
                error=errors.at(Field::Name)
                autofocus=true
            />
            <TextField
                name=format!("{field}-address")
                label=move || address_label(kind)
                value=address
                error=errors.at(Field::Target)
            />
            <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            <Button label=move || t().frame.cancel kind=ButtonKind::Ghost on_press=move |()| editing.set(false) />
        </form>
    }
}

fn replace(rows: &mut [Entry], saved: Entry) {
    if let Some(row) = rows.iter_mut().find(|row| row.id == saved.id) {
        *row = saved;
    }
}

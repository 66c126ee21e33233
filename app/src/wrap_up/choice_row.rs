//! One choice: moved, renamed, taken out of use and in again.

use super::api::{activate_disposition, rename_disposition, reorder_dispositions};
use crate::components::form::{self, FieldErrors, send};
use crate::components::ordering::{self, MoveButton};
use crate::components::{Badge, Button, ButtonKind, TextField};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::DispositionId;
use domain::wrap_up::{Disposition, DispositionForm};
use leptos::prelude::*;

/// All choices, in order.
type Rows = RwSignal<Vec<Disposition>>;

/// A choice in the admins' list.
#[component]
pub(super) fn ChoiceRow(
    /// As it is.
    choice: Disposition,
    /// All of them.
    rows: Rows,
) -> impl IntoView {
    let renaming = RwSignal::new(false);
    let (id, active) = (choice.id.clone(), choice.active);
    let choice = StoredValue::new(choice);
    view! {
        <li class="choice" class:is-inactive=!active id=row_id(&id)>
            <Show
                when=move || renaming.get()
                fallback=move || view! { <Shown choice=choice.get_value() rows=rows renaming=renaming /> }
            >
                <Rename choice=choice.get_value() rows=rows renaming=renaming />
            </Show>
        </li>
    }
}

#[component]
fn Shown(choice: Disposition, rows: Rows, renaming: RwSignal<bool>) -> impl IntoView {
    let Disposition { id, name, active } = choice;
    let shown = name.clone();
    let name = StoredValue::new(name);
    let said = move |words: fn(&str) -> String| name.with_value(|name| words(name));
    view! {
        <span class="choice__name">{shown}</span>
        {(!active).then(|| view! { <Badge label=move || t().wrap_up.inactive icon=icondata_lu::LuBan /> })}
        <span class="choice__actions">
            <Move id=id.clone() name=name rows=rows step=-1 />
            <Move id=id.clone() name=name rows=rows step=1 />
            <Button
                label=move || said(t().wrap_up.rename)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPencil
                icon_only=true
                on_press=move |()| renaming.set(true)
            />
            <Activate id=id name=name active=active rows=rows />
        </span>
    }
}

/// One place up or down; off at the end of the list.
#[component]
fn Move(id: DispositionId, name: StoredValue<String>, rows: Rows, step: isize) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if step < 0 { t().wrap_up.up } else { t().wrap_up.down };
        name.with_value(|name| words(name))
    };
    let all = Signal::derive(move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect()));
    let of = id.clone();
    let put = Callback::new(move |order: Vec<DispositionId>| {
        let row = row_id(&of);
        send(busy, reorder_dispositions(order), move |answer| match answer {
            Ok(ordered) => {
                rows.set(ordered);
                ordering::keep_focus(row, step);
            }
            Err(fault) => form::tell(&fault),
        });
    });
    view! { <MoveButton id=id all=all step=step label=label busy=busy on_move=put /> }
}

fn row_id(id: &DispositionId) -> String {
    format!("choice-{id}")
}

#[component]
fn Activate(id: DispositionId, name: StoredValue<String>, active: bool, rows: Rows) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if active { t().wrap_up.deactivate } else { t().wrap_up.activate };
        name.with_value(|name| words(name))
    };
    let press = move |()| {
        send(busy, activate_disposition(id.clone(), !active), move |answer| match answer {
            Ok(saved) => rows.update(|rows| replace(rows, saved)),
            Err(fault) => form::tell(&fault),
        });
    };
    view! {
        <Button
            label=label
            kind=ButtonKind::Ghost
            icon=if active { icondata_lu::LuBan } else { icondata_lu::LuRotateCcw }
            icon_only=true
            busy=busy
            on_press=press
        />
    }
}

#[component]
fn Rename(choice: Disposition, rows: Rows, renaming: RwSignal<bool>) -> impl IntoView {
    let Disposition { id, name, .. } = choice;
    let field = format!("rename-{id}");
    let name = RwSignal::new(name);
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = DispositionForm { name: name.get_untracked() };
        send(busy, rename_disposition(id.clone(), form), move |answer| match answer {
            Ok(saved) => {
                renaming.set(false);
                rows.update(|rows| replace(rows, saved));
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="choice__form" novalidate on:submit=submit>
            <TextField
                name=field
                label=move || t().wrap_up.name
                value=name
                error=errors.at(Field::Name)
                autofocus=true
            />
            <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            <Button label=move || t().frame.cancel kind=ButtonKind::Ghost on_press=move |()| renaming.set(false) />
        </form>
    }
}

fn replace(rows: &mut [Disposition], saved: Disposition) {
    if let Some(row) = rows.iter_mut().find(|row| row.id == saved.id) {
        *row = saved;
    }
}

//! Our numbers in the account's form: as many rows as it takes.

use super::filled::{Row, Rows};
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Checkbox, TextField};
use crate::texts::t;
use domain::fields::Field;
use leptos::prelude::*;

/// The rows.
#[component]
pub(super) fn HotlineRows(rows: Rows, errors: FieldErrors) -> impl IntoView {
    view! {
        <fieldset class="hotlines">
            <legend class="section-heading">{move || t().settings.stringee.hotlines}</legend>
            <p class="field__hint">{move || t().settings.stringee.hotlines_hint}</p>
            <For each=move || rows.get() key=|row| row.key let(row)>
                <HotlineRow row=row rows=rows errors=errors />
            </For>
            <Button
                label=move || t().settings.stringee.add_hotline
                icon=icondata_lu::LuPlus
                on_press=move || {
                    errors.clear();
                    rows.add();
                }
            />
        </fieldset>
    }
}

#[component]
fn HotlineRow(row: Row, rows: Rows, errors: FieldErrors) -> impl IntoView {
    let key = row.key;
    let place = Memo::new(move |_| rows.place(key));
    let counted = move |words: fn(usize) -> String| Signal::derive(move || words(place.get() + 1));
    view! {
        <div class="hotline">
            <TextField
                name=format!("hotline-{key}")
                label=counted(|n| (t().settings.stringee.hotline)(n))
                value=row.number
                error=Signal::derive(move || errors.at(Field::Hotline(place.get())).get())
                kind="tel"
                placeholder="842471000001"
            />
            <TextField
                name=format!("hotline-name-{key}")
                label=counted(|n| (t().settings.stringee.hotline_name)(n))
                value=row.name
                error=Signal::derive(move || errors.at(Field::HotlineName(place.get())).get())
            />
            <div class="hotline__marks">
                <Checkbox label=move || t().settings.stringee.calls_out checked=row.can_call_out />
                <Checkbox label=move || t().settings.stringee.records checked=row.record />
                <HotlineButtons key=key place=place rows=rows errors=errors />
            </div>
        </div>
    }
}

/// What can be done with a row: the first is the usual one.
#[component]
fn HotlineButtons(key: usize, place: Memo<usize>, rows: Rows, errors: FieldErrors) -> impl IntoView {
    let counted = move |words: fn(usize) -> String| Signal::derive(move || words(place.get() + 1));
    let change = move |how: fn(Rows, usize)| {
        // What was wrong was said of places, and those move.
        errors.clear();
        how(rows, key);
    };
    view! {
        <span class="hotline__buttons">
            <Show when=move || { place.get() > 0 }>
                <Button
                    label=counted(|n| (t().settings.stringee.make_usual)(n))
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuArrowUpToLine
                    icon_only=true
                    on_press=move || change(Rows::to_front)
                />
            </Show>
            <Button
                label=counted(|n| (t().settings.stringee.remove_hotline)(n))
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move || change(Rows::remove)
            />
        </span>
    }
}

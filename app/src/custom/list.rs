//! The fields of one kind of record, in order: added, changed, moved, taken out of use and in again.

use super::api::{archive_custom_field, arrange_custom_fields};
use super::definition::DefinitionForm;
use super::words;
use crate::components::form::{send, tell};
use crate::components::ordering::{self, MoveButton};
use crate::components::{Badge, Button, ButtonKind, Dialog, EmptyState, Icon, toasts};
use crate::texts::t;
use domain::custom::{CustomField, Entity};
use domain::ids::CustomFieldId;
use leptos::prelude::*;

/// Fields in use, and those that are archived.
#[component]
pub(super) fn FieldList(
    /// Whose.
    entity: Entity,
    /// All of them, in order.
    fields: Vec<CustomField>,
    /// Asks for them anew.
    on_change: Callback<()>,
) -> impl IntoView {
    let (archived, used): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| field.archived);
    let rows = RwSignal::new(used);
    let adding = RwSignal::new(false);
    let added = Callback::new(move |_: CustomField| {
        adding.set(false);
        on_change.run(());
    });
    view! {
        <section class="panel" aria-labelledby="custom-heading">
            <header class="section-head">
                <h2 class="panel__title" id="custom-heading">{move || t().custom.used}</h2>
                <Button
                    label=move || t().custom.add
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlus
                    on_press=move |()| adding.set(true)
                />
            </header>
            <Show
                when=move || rows.with(|rows| !rows.is_empty())
                fallback=|| {
                    view! {
                        <EmptyState
                            icon=icondata_lu::LuListPlus
                            title=move || t().custom.none_title
                            text=move || t().custom.none_text
                        />
                    }
                }
            >
                <ol class="choice-list">
                    <For each=move || rows.get() key=|row| row.clone_key() let(row)>
                        <Row field=row rows=rows on_change=on_change />
                    </For>
                </ol>
            </Show>
        </section>
        {(!archived.is_empty()).then(|| view! { <Archived fields=archived on_change=on_change /> })}
        <Dialog open=adding title=move || t().custom.add>
            <DefinitionForm entity=entity of=None on_saved=added />
        </Dialog>
    }
}

/// What a row shows: another of it is another row.
trait Keyed {
    fn clone_key(&self) -> (CustomFieldId, String, bool, Vec<String>);
}

impl Keyed for CustomField {
    fn clone_key(&self) -> (CustomFieldId, String, bool, Vec<String>) {
        (self.id.clone(), self.name.clone(), self.required, names(self))
    }
}

fn names(field: &CustomField) -> Vec<String> {
    field.offered(&[]).into_iter().map(|choice| choice.name.clone()).collect()
}

fn row_id(id: &CustomFieldId) -> String {
    format!("field-row-{id}")
}

#[component]
fn Row(field: CustomField, rows: RwSignal<Vec<CustomField>>, on_change: Callback<()>) -> impl IntoView {
    let editing = RwSignal::new(false);
    let saved = Callback::new(move |saved: CustomField| {
        editing.set(false);
        rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.id == saved.id) {
                *row = saved;
            }
        });
    });
    let (id, kind, required) = (field.id.clone(), field.kind, field.required);
    let choices = names(&field).join(", ");
    let name = StoredValue::new(field.name.clone());
    let said = move |words: fn(&str) -> String| name.with_value(|name| words(name));
    let field = StoredValue::new(field);
    let anchor = row_id(&id);
    view! {
        <li class="choice" id=anchor>
            <Icon icon=words::glyph(kind) />
            <span class="choice__name">{name.get_value()}</span>
            <span class="custom-kind">{move || words::kind(t(), kind)}</span>
            {required.then(|| view! { <Badge label=move || t().custom.required icon=icondata_lu::LuAsterisk /> })}
            {(!choices.is_empty()).then(|| view! { <span class="custom-choices">{choices}</span> })}
            <span class="choice__actions">
                <Move id=id.clone() name=name rows=rows step=-1 />
                <Move id=id.clone() name=name rows=rows step=1 />
                <Button
                    label=move || said(t().custom.edit)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    icon_only=true
                    on_press=move |()| editing.set(true)
                />
                <Archive id=id archived=false name=name on_change=on_change />
            </span>
            <Dialog open=editing title=move || said(t().custom.edit)>
                <DefinitionForm
                    entity=field.with_value(|field| field.entity)
                    of=Some(field.get_value())
                    on_saved=saved
                />
            </Dialog>
        </li>
    }
}

/// One place up or down; off at the end of the list.
#[component]
fn Move(id: CustomFieldId, name: StoredValue<String>, rows: RwSignal<Vec<CustomField>>, step: isize) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if step < 0 { t().custom.up } else { t().custom.down };
        name.with_value(|name| words(name))
    };
    let all = Signal::derive(move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect()));
    let of = id.clone();
    let put = Callback::new(move |order: Vec<CustomFieldId>| {
        let Some(entity) = rows.with_untracked(|rows| rows.first().map(|row| row.entity)) else { return };
        let row = row_id(&of);
        send(busy, arrange_custom_fields(entity, order), move |answer| match answer {
            Ok(ordered) => {
                rows.set(ordered);
                ordering::keep_focus(row, step);
            }
            Err(fault) => tell(&fault),
        });
    });
    view! { <MoveButton id=id all=all step=step label=label busy=busy on_move=put /> }
}

/// Takes a field out of use, or in again.
#[component]
fn Archive(id: CustomFieldId, archived: bool, name: StoredValue<String>, on_change: Callback<()>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let label = move || {
        let words = if archived { t().custom.restore } else { t().custom.archive };
        name.with_value(|name| words(name))
    };
    let press = move |()| {
        send(busy, archive_custom_field(id.clone(), !archived), move |answer| match answer {
            Ok(saved) => {
                let words = if saved.archived { t().custom.archived_now } else { t().custom.restored };
                toasts::tell(words(&saved.name));
                on_change.run(());
            }
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <Button
            label=label
            kind=ButtonKind::Ghost
            icon=if archived { icondata_lu::LuRotateCcw } else { icondata_lu::LuArchive }
            icon_only=true
            busy=busy
            on_press=press
        />
    }
}

#[component]
fn Archived(fields: Vec<CustomField>, on_change: Callback<()>) -> impl IntoView {
    let row = move |field: CustomField| {
        let (name, kind) = (StoredValue::new(field.name.clone()), field.kind);
        view! {
            <li class="choice is-inactive">
                <Icon icon=words::glyph(kind) />
                <span class="choice__name">{field.name}</span>
                <span class="custom-kind">{move || words::kind(t(), kind)}</span>
                <span class="choice__actions">
                    <Archive id=field.id archived=true name=name on_change=on_change />
                </span>
            </li>
        }
    };
    view! {
        <section class="panel" aria-labelledby="custom-archived">
            <h2 class="panel__title" id="custom-archived">{move || t().custom.archived}</h2>
            <p class="panel__text">{move || t().custom.archived_text}</p>
            <ul class="choice-list">{fields.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

//! The form in which a field is defined.

use super::api::{create_custom_field, update_custom_field};
use super::choice_rows::{ChoiceRows, Choices};
use super::words;
use crate::api::Answer;
use crate::components::form::{FieldErrors, send};
use crate::components::{Button, ButtonKind, Checkbox, Icon, Select, TextField, toasts};
use crate::texts::t;
use domain::custom::{CustomField, CustomFieldForm, Entity, Kind};
use domain::fields::Field;
use leptos::prelude::*;

/// Name, kind, choices, and whether it must be filled in. What it holds stays once it is there.
#[component]
pub(super) fn DefinitionForm(
    /// Whose field it is.
    entity: Entity,
    /// The field; `None` for a new one.
    of: Option<CustomField>,
    /// Told the field once it is kept.
    on_saved: Callback<CustomField>,
) -> impl IntoView {
    let form = of.as_ref().map(CustomFieldForm::from).unwrap_or_default();
    let name = RwSignal::new(form.name);
    let kind = RwSignal::new(form.kind.as_str().to_owned());
    let required = RwSignal::new(form.required);
    let choices = Choices::of(&form.choices);
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let chosen_kind = move || kind.with(|word| Kind::from_stored(word)).unwrap_or_default();
    let fixed = of.as_ref().map(|field| field.kind);
    let id = of.map(|field| field.id);
    let done = move |answer: Answer<CustomField>| match answer {
        Ok(saved) => {
            toasts::tell((t().custom.saved)(&saved.name));
            on_saved.run(saved);
        }
        Err(fault) => errors.show(&fault),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let form = CustomFieldForm {
            name: name.get_untracked(),
            kind: untrack(chosen_kind),
            required: required.get_untracked(),
            choices: choices.forms(),
        };
        match (form.parse(), id.clone()) {
            (Err(wrong), _) => errors.set(wrong),
            (Ok(_), Some(id)) => send(busy, update_custom_field(id, form), done),
            (Ok(_), None) => send(busy, create_custom_field(entity, form), done),
        }
    };
    view! {
        <form class="custom-form" novalidate on:submit=submit>
            <TextField
                name="custom-name"
                label=move || t().custom.name
                value=name
                error=errors.at(Field::Name)
                placeholder=move || t().custom.name_hint
                required=true
                autofocus=true
            />
            {match fixed {
                Some(kind) => view! { <Fixed kind=kind /> }.into_any(),
                None => view! { <KindField kind=kind errors=errors /> }.into_any(),
            }}
            <Show when=move || chosen_kind().is_chosen()>
                <ChoiceRows choices=choices errors=errors />
            </Show>
            <Checkbox label=move || t().custom.must checked=required />
            <div class="dialog__actions">
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

/// What a field that is there holds.
#[component]
fn Fixed(kind: Kind) -> impl IntoView {
    view! {
        <p class="custom-form__kind">
            <Icon icon=words::glyph(kind) />
            {move || words::kind(t(), kind)}
            <span class="field__hint">{move || t().custom.kind_stays}</span>
        </p>
    }
}

#[component]
fn KindField(kind: RwSignal<String>, errors: FieldErrors) -> impl IntoView {
    let kinds = || {
        Kind::ALL
            .into_iter()
            .map(|kind| (kind.as_str().to_owned(), words::kind(t(), kind).to_owned()))
            .collect::<Vec<_>>()
    };
    view! {
        <Select
            name="custom-kind"
            label=move || t().custom.kind
            value=kind
            options=Signal::derive(kinds)
            error=errors.at(Field::FieldKind)
            hint=move || t().custom.kind_hint
        />
    }
}

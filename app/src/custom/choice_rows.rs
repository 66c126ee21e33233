//! The choices of a field while it is defined.

use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, TextField};
use crate::texts::custom::Texts;
use crate::texts::t;
use domain::custom::ChoiceForm;
use domain::fields::Field;
use domain::ids::ChoiceId;
use leptos::prelude::*;

/// Words with the number of a row in them.
type Counted = fn(&Texts) -> fn(usize) -> String;

/// A row for one choice.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// Its own among the rows of this form, however they move.
    key: u32,
    id: Option<ChoiceId>,
    name: RwSignal<String>,
}

/// The rows of a form.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    rows: RwSignal<Vec<Row>>,
    next_key: StoredValue<u32>,
    /// Whose the signals of later rows are: those of the row whose button adds one would go with that row.
    owner_of_rows: StoredValue<Owner>,
}

impl Choices {
    /// As they are when the form opens; two empty ones where there is none yet.
    pub(super) fn of(forms: &[ChoiceForm]) -> Self {
        let choices = Self {
            rows: RwSignal::new(Vec::new()),
            next_key: StoredValue::new(0),
            owner_of_rows: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        let empty = [ChoiceForm::default(), ChoiceForm::default()];
        let forms = if forms.is_empty() { empty.as_slice() } else { forms };
        choices.rows.set(forms.iter().map(|form| choices.row(form)).collect());
        choices
    }

    /// What is typed now.
    pub(super) fn forms(self) -> Vec<ChoiceForm> {
        let form = |row: &Row| ChoiceForm { id: row.id.clone(), name: row.name.get_untracked() };
        self.rows.with_untracked(|rows| rows.iter().map(form).collect())
    }

    fn row(self, form: &ChoiceForm) -> Row {
        let key = self.next_key.get_value();
        self.next_key.set_value(key.wrapping_add(1));
        let name = self.owner_of_rows.get_value().with(|| RwSignal::new(form.name.clone()));
        Row { key, id: form.id.clone(), name }
    }

    fn add(self) {
        let row = self.row(&ChoiceForm::default());
        self.rows.update(|rows| rows.push(row));
    }

    fn remove(self, key: u32) {
        self.rows.update(|rows| rows.retain(|row| row.key != key));
    }

    fn up(self, key: u32) {
        self.rows.update(|rows| {
            if let Some(at) = rows.iter().position(|row| row.key == key).filter(|at| *at > 0) {
                rows.swap(at, at - 1);
            }
        });
    }

    fn place(self, key: u32) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }
}

/// Choices to be named, ordered, added and taken away.
#[component]
pub(super) fn ChoiceRows(
    /// The rows.
    choices: Choices,
    /// What is wrong with the form.
    errors: FieldErrors,
) -> impl IntoView {
    let all = errors.at(Field::Choices);
    view! {
        <fieldset class="custom-form__choices">
            <legend class="field__label">{move || t().custom.choices}</legend>
            <p class="field__hint">{move || t().custom.choices_hint}</p>
            <For each=move || choices.rows.get() key=|row| row.key let(row)>
                <ChoiceField row=row choices=choices errors=errors />
            </For>
            <p class="field__error" aria-live="polite" hidden=move || all.with(Option::is_none)>{all}</p>
            <Button
                label=move || t().custom.add_choice
                icon=icondata_lu::LuPlus
                on_press=move |()| choices.add()
            />
        </fieldset>
    }
}

#[component]
fn ChoiceField(row: Row, choices: Choices, errors: FieldErrors) -> impl IntoView {
    let key = row.key;
    let place = Memo::new(move |_| choices.place(key));
    let counted = move |words: Counted| Signal::derive(move || words(&t().custom)(place.get() + 1));
    view! {
        <div class="custom-form__choice">
            <TextField
                name=format!("custom-choice-{key}")
                label=counted(|words| words.choice)
                value=row.name
                error=Signal::derive(move || errors.at(Field::ChoiceName(place.get())).get())
            />
            <Button
                label=counted(|words| words.choice_up)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowUp
                icon_only=true
                disabled=Signal::derive(move || place.get() == 0)
                on_press=move |()| choices.up(key)
            />
            <Button
                label=counted(|words| words.remove_choice)
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuX
                icon_only=true
                on_press=move |()| {
                    errors.clear();
                    choices.remove(key);
                }
            />
        </div>
    }
}

//! The custom fields of a form.

use super::state::{CustomState, Entry};
use crate::components::form::FieldErrors;
use crate::components::{CheckList, Select, TextField, words};
use crate::texts::t;
use domain::custom::{Choice, Kind, NO, YES};
use domain::deals::parse_amount;
use domain::fields::{Field, FieldProblem};
use domain::times;
use leptos::prelude::*;

/// Every custom field, to be filled in; nothing where there is none.
#[component]
pub(crate) fn CustomEntries(
    /// The form.
    state: CustomState,
    /// What is wrong with it.
    errors: FieldErrors,
) -> impl IntoView {
    let all = state.all();
    (!all.is_empty()).then(|| {
        view! {
            <fieldset class="custom-entries">
                <legend class="section-heading">{move || t().custom.section}</legend>
                <div class="customer-form__pair">
                    {all.into_iter().map(|entry| view! { <One entry=entry errors=errors /> }).collect_view()}
                </div>
            </fieldset>
        }
    })
}

/// One field. Once it was left, it says what is wrong before anything is sent.
#[component]
fn One(entry: Entry, errors: FieldErrors) -> impl IntoView {
    let left = RwSignal::new(false);
    let told = errors.at(Field::Custom(entry.field.id.clone()));
    let read = entry.clone();
    let error = Signal::derive(move || {
        let here = || match read.field.read(&read.said()) {
            Err(FieldProblem::Required) | Ok(_) => None,
            Err(problem) => Some(words::field(&problem)),
        };
        told.get().or_else(|| left.get().then(here).flatten())
    });
    view! {
        <div class="custom-entry" on:focusin=move |_| left.set(false) on:focusout=move |_| left.set(true)>
            {control(entry, error)}
        </div>
    }
}

fn control(entry: Entry, error: Signal<Option<String>>) -> AnyView {
    match entry.field.kind {
        Kind::Choice | Kind::YesNo => one_of(entry, error),
        Kind::Choices => some_of(entry, error),
        Kind::Text | Kind::Number | Kind::Money | Kind::Date | Kind::Link => typed(entry, error),
    }
}

fn typed(entry: Entry, error: Signal<Option<String>>) -> AnyView {
    let Entry { field, text, .. } = entry;
    let kind = match field.kind {
        Kind::Date => "date",
        Kind::Link => "url",
        _ => "text",
    };
    let is_money = field.kind == Kind::Money;
    // What is typed, as it will be kept.
    let hint = move || {
        let read = is_money.then(|| text.with(|typed| parse_amount(typed))).flatten();
        read.map(times::money).unwrap_or_default()
    };
    view! {
        <TextField
            name=name(&field.id)
            label=field.name
            value=text
            error=error
            kind=kind
            required=field.required
            hint=Signal::derive(hint)
        />
    }
    .into_any()
}

fn one_of(entry: Entry, error: Signal<Option<String>>) -> AnyView {
    let Entry { field, text, .. } = entry;
    let (id, label, required) = (name(&field.id), field.name.clone(), field.required);
    let at_first = vec![text.get_untracked()];
    let options = move || {
        let mut options = vec![(String::new(), t().custom.nothing.to_owned())];
        if field.kind == Kind::YesNo {
            options.push((YES.to_owned(), t().custom.yes.to_owned()));
            options.push((NO.to_owned(), t().custom.no.to_owned()));
        }
        options.extend(field.offered(&at_first).into_iter().map(option));
        options
    };
    view! {
        <Select name=id label=label value=text options=Signal::derive(options) error=error required=required />
    }
    .into_any()
}

fn some_of(entry: Entry, error: Signal<Option<String>>) -> AnyView {
    let Entry { field, chosen, .. } = entry;
    let (id, label) = (name(&field.id), field.name.clone());
    let choose = Callback::new(move |now: Vec<String>| chosen.set(now));
    let options: Vec<(String, String)> = field.offered(&chosen.get_untracked()).into_iter().map(option).collect();
    view! {
        <CheckList
            name=id
            label=label
            chosen=chosen
            on_choose=choose
            options=options
            error=error
        />
    }
    .into_any()
}

fn option(choice: &Choice) -> (String, String) {
    (choice.id.to_string(), choice.name.clone())
}

fn name(id: &domain::ids::CustomFieldId) -> String {
    format!("custom-{id}")
}

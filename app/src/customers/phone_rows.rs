//! The telephone numbers in the form: as many rows as it takes.

use super::number_check::Finding;
use super::phone_state::{PhoneRow, Phones};
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, Checkbox, TextField};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::CustomerId;
use leptos::prelude::*;

/// The id of the list of labels often used.
const LABELS: &str = "phone-labels";

/// The rows.
#[component]
pub(crate) fn PhoneRows(
    /// The rows.
    phones: Phones,
    /// What is wrong with it.
    errors: FieldErrors,
    /// The customer being edited.
    #[prop(optional_no_strip)]
    except: Option<CustomerId>,
) -> impl IntoView {
    let labels =
        || t().customers.form.labels.iter().map(|label| view! { <option value=*label></option> }).collect_view();
    view! {
        <fieldset class="phone-rows">
            <legend class="section-heading">{move || t().customers.form.phones}</legend>
            <datalist id=LABELS>{labels}</datalist>
            <For each=move || phones.rows.get() key=|row| row.key let(row)>
                <PhoneRowFields row=row phones=phones errors=errors except=except.clone() />
            </For>
            <Button
                label=move || t().customers.form.add_phone
                icon=icondata_lu::LuPlus
                on_press=move |()| phones.add()
            />
        </fieldset>
    }
}

#[component]
fn PhoneRowFields(
    /// The row.
    row: PhoneRow,
    /// All rows.
    phones: Phones,
    /// What is wrong with the form.
    errors: FieldErrors,
    /// The customer being edited.
    except: Option<CustomerId>,
) -> impl IntoView {
    let key = row.key;
    let place = Memo::new(move |_| phones.place(key));
    let counted = move |words: fn(usize) -> String| words(place.get() + 1);
    view! {
        <div class="phone-row">
            <div class="phone-row__number">
                <TextField
                    name=format!("phone-{key}")
                    label=Signal::derive(move || counted(t().customers.form.number))
                    value=row.raw
                    error=Signal::derive(move || errors.at(Field::Phone(place.get())).get())
                    kind="tel"
                />
                <Finding row=row.clone() except=except />
            </div>
            <div class="phone-row__label">
                <TextField
                    name=format!("phone-label-{key}")
                    label=Signal::derive(move || counted(t().customers.form.label))
                    value=row.label
                    error=Signal::derive(move || errors.at(Field::PhoneLabel(place.get())).get())
                    placeholder=move || t().customers.form.label_placeholder
                    suggestions=LABELS
                />
            </div>
            <div class="phone-row__marks">
                <label class="radio">
                    <input
                        type="radio"
                        name="primary-phone"
                        value=key.to_string()
                        prop:checked=move || phones.primary.get() == key
                        on:change=move |_| phones.primary.set(key)
                    />
                    <span>{move || t().customers.primary}</span>
                </label>
                <Checkbox label=move || t().customers.do_not_call checked=row.do_not_call />
                <Button
                    label=Signal::derive(move || counted(t().customers.form.remove_phone))
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuX
                    icon_only=true
                    on_press=move |()| {
                        errors.clear();
                        phones.remove(key);
                    }
                />
            </div>
        </div>
    }
}

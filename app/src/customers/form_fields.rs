//! The fields of a customer.

use super::form_state::FormState;
use super::owner_field::OwnerField;
use super::phone_rows::PhoneRows;
use crate::companies::CompanyField;
use crate::components::form::FieldErrors;
use crate::components::{TextArea, TextField};
use crate::custom::CustomEntries;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::fields::Field;
use domain::ids::CustomerId;
use domain::staff::StaffRef;
use leptos::prelude::*;

/// Every field of the form.
#[component]
pub(super) fn CustomerFields(
    /// The form.
    state: FormState,
    /// What is wrong with it.
    errors: FieldErrors,
    /// The customer being edited; `None` for a new one.
    #[prop(optional_no_strip)]
    except: Option<CustomerId>,
    /// Who is responsible when the form opens, perhaps a former colleague.
    #[prop(optional_no_strip)]
    owner: Option<StaffRef>,
    /// Whether rules give away what is nobody's.
    #[prop(optional)]
    by_rules: bool,
) -> impl IntoView {
    view! {
        <div class="customer-form__fields">
            <TextField
                name="name"
                label=move || t().customers.name
                value=state.name
                error=errors.at(Field::Name)
                required=true
                autofocus=true
            />
            <PhoneRows phones=state.phones errors=errors except=except />
            <div class="customer-form__pair">
                <TextField
                    name="email"
                    label=move || t().customers.email
                    value=state.email
                    error=errors.at(Field::Email)
                    kind="email"
                />
                <CompanyField value=state.company errors=errors />
            </div>
            <TextField
                name="address"
                label=move || t().customers.address
                value=state.address
                error=errors.at(Field::Address)
            />
            <TextArea
                name="note"
                label=move || t().customers.note
                value=state.note
                error=errors.at(Field::Note)
                rows=4
            />
            <CustomEntries state=state.custom errors=errors />
            <OwnerField
                value=state.owner
                errors=errors
                owner=owner
                deed=Deed::ReassignCustomers
                by_rules=by_rules
            />
        </div>
    }
}

//! The fields of a company.

use crate::components::form::FieldErrors;
use crate::components::{TextArea, TextField};
use crate::custom::{CustomEntries, CustomState};
use crate::customers::owner_field::OwnerField;
use crate::customers::phone_rows::PhoneRows;
use crate::customers::phone_state::Phones;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::companies::CompanyForm;
use domain::custom::CustomField;
use domain::fields::Field;
use domain::ids::StaffId;
use domain::staff::StaffRef;
use leptos::prelude::*;

/// Everything typed into the form.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    name: RwSignal<String>,
    tax_code: RwSignal<String>,
    website: RwSignal<String>,
    email: RwSignal<String>,
    address: RwSignal<String>,
    note: RwSignal<String>,
    owner: RwSignal<String>,
    phones: Phones,
    /// The installation's own fields.
    pub(super) custom: CustomState,
}

impl FormState {
    /// As it is when the form opens, where companies have these fields.
    pub(super) fn of(form: &CompanyForm, fields: Vec<CustomField>) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        let phones = Phones::new();
        phones.fill(&form.phones);
        Self {
            name: text(&form.name),
            tax_code: text(&form.tax_code),
            website: text(&form.website),
            email: text(&form.email),
            address: text(&form.address),
            note: text(&form.note),
            owner: RwSignal::new(form.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
            phones,
            custom: CustomState::of(fields, &form.custom),
        }
    }

    /// What is typed now.
    pub(super) fn form(self) -> CompanyForm {
        let owner = self.owner.get();
        CompanyForm {
            name: self.name.get(),
            tax_code: self.tax_code.get(),
            website: self.website.get(),
            email: self.email.get(),
            address: self.address.get(),
            note: self.note.get(),
            owner: (!owner.is_empty()).then(|| StaffId::new(owner)),
            phones: self.phones.forms(),
            custom: self.custom.entries(),
        }
    }
}

/// Every field of the form.
#[component]
pub(super) fn CompanyFields(
    /// The form.
    state: FormState,
    /// What is wrong with it.
    errors: FieldErrors,
    /// Who is responsible when the form opens, perhaps a former colleague.
    #[prop(optional_no_strip)]
    owner: Option<StaffRef>,
) -> impl IntoView {
    view! {
        <div class="customer-form__fields">
            <TextField
                name="name"
                label=move || t().companies.name
                value=state.name
                error=errors.at(Field::Name)
                required=true
                autofocus=true
            />
            <PhoneRows phones=state.phones errors=errors />
            <div class="customer-form__pair">
                <TextField
                    name="tax-code"
                    label=move || t().companies.tax_code
                    value=state.tax_code
                    error=errors.at(Field::TaxCode)
                    hint=move || t().companies.tax_code_hint
                />
                <TextField
                    name="website"
                    label=move || t().companies.website
                    value=state.website
                    error=errors.at(Field::Website)
                    kind="url"
                    placeholder="congty.vn"
                />
            </div>
            <div class="customer-form__pair">
                <TextField
                    name="email"
                    label=move || t().customers.email
                    value=state.email
                    error=errors.at(Field::Email)
                    kind="email"
                />
                <TextField
                    name="address"
                    label=move || t().customers.address
                    value=state.address
                    error=errors.at(Field::Address)
                />
            </div>
            <TextArea
                name="note"
                label=move || t().customers.note
                value=state.note
                error=errors.at(Field::Note)
                rows=4
            />
            <CustomEntries state=state.custom errors=errors />
            <OwnerField value=state.owner errors=errors owner=owner deed=Deed::ReassignCompanies />
        </div>
    }
}

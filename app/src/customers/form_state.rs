//! A customer's form while it is being filled in.

use super::phone_state::Phones;
use crate::custom::CustomState;
use domain::custom::CustomField;
use domain::customers::CustomerForm;
use domain::ids::StaffId;
use leptos::prelude::*;

/// Everything typed into the form.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    /// Full name.
    pub(crate) name: RwSignal<String>,
    /// Email address.
    pub(crate) email: RwSignal<String>,
    /// The company's name.
    pub(crate) company: RwSignal<String>,
    /// Postal address.
    pub(crate) address: RwSignal<String>,
    /// What everybody should know.
    pub(crate) note: RwSignal<String>,
    /// The id of who is responsible; empty for nobody.
    pub(crate) owner: RwSignal<String>,
    /// Telephone numbers.
    pub(crate) phones: Phones,
    /// The installation's own fields.
    pub(crate) custom: CustomState,
}

impl FormState {
    /// As it is when the form opens, where customers have these fields.
    pub(crate) fn of(form: &CustomerForm, fields: Vec<CustomField>) -> Self {
        let text = || RwSignal::new(String::new());
        let state = Self {
            name: text(),
            email: text(),
            company: text(),
            address: text(),
            note: text(),
            owner: text(),
            phones: Phones::new(),
            custom: CustomState::of(fields, &form.custom),
        };
        state.fill(form);
        state
    }

    /// Replaces everything typed.
    pub(crate) fn fill(self, form: &CustomerForm) {
        self.name.set(form.name.clone());
        self.email.set(form.email.clone());
        self.company.set(form.company.clone());
        self.address.set(form.address.clone());
        self.note.set(form.note.clone());
        self.owner.set(form.owner.as_ref().map(ToString::to_string).unwrap_or_default());
        self.phones.fill(&form.phones);
        self.custom.fill(&form.custom);
    }

    /// What is typed now.
    pub(crate) fn form(self) -> CustomerForm {
        let owner = self.owner.get();
        CustomerForm {
            name: self.name.get(),
            email: self.email.get(),
            company: self.company.get(),
            address: self.address.get(),
            note: self.note.get(),
            owner: (!owner.is_empty()).then(|| StaffId::new(owner)),
            phones: self.phones.forms(),
            custom: self.custom.entries(),
        }
    }
}

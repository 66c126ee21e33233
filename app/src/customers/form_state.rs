//! A customer's form while it is being filled in.

use domain::customers::{CustomerForm, PhoneForm};
use domain::ids::{PhoneId, StaffId};
use leptos::prelude::*;

/// A row for one telephone number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PhoneRow {
    /// Its own among the rows of this form, however they move.
    pub(super) key: u32,
    /// The stored row it changes.
    pub(super) id: Option<PhoneId>,
    /// As typed.
    pub(super) raw: RwSignal<String>,
    /// "Di động", "Văn phòng", ...
    pub(super) label: RwSignal<String>,
    /// The customer does not want calls here.
    pub(super) do_not_call: RwSignal<bool>,
}

/// Everything typed into the form.
#[derive(Clone, Copy)]
pub(super) struct FormState {
    /// Full name.
    pub(super) name: RwSignal<String>,
    /// Email address.
    pub(super) email: RwSignal<String>,
    /// The company's name.
    pub(super) company: RwSignal<String>,
    /// Postal address.
    pub(super) address: RwSignal<String>,
    /// What everybody should know.
    pub(super) note: RwSignal<String>,
    /// The id of who is responsible; empty for nobody.
    pub(super) owner: RwSignal<String>,
    /// Telephone numbers; there is always a row to type into.
    pub(super) phones: RwSignal<Vec<PhoneRow>>,
    /// The key of the row dialled first.
    pub(super) primary: RwSignal<u32>,
    next_key: StoredValue<u32>,
    /// Whose the signals of later rows are: those of the row whose button adds one would go with that row.
    owner_of_rows: StoredValue<Owner>,
}

impl FormState {
    /// As it is when the form opens.
    pub(super) fn of(form: &CustomerForm) -> Self {
        let text = || RwSignal::new(String::new());
        let state = Self {
            name: text(),
            email: text(),
            company: text(),
            address: text(),
            note: text(),
            owner: text(),
            phones: RwSignal::new(Vec::new()),
            primary: RwSignal::new(0),
            next_key: StoredValue::new(0),
            owner_of_rows: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        state.fill(form);
        state
    }

    /// Replaces everything typed.
    pub(super) fn fill(self, form: &CustomerForm) {
        self.name.set(form.name.clone());
        self.email.set(form.email.clone());
        self.company.set(form.company.clone());
        self.address.set(form.address.clone());
        self.note.set(form.note.clone());
        self.owner.set(form.owner.as_ref().map(ToString::to_string).unwrap_or_default());
        let rows: Vec<PhoneRow> = form.phones.iter().map(|phone| self.row(phone)).collect();
        let primary = form.phones.iter().position(|phone| phone.primary).unwrap_or(0);
        self.primary.set(rows.get(primary).map_or(0, |row| row.key));
        self.phones.set(rows);
        if form.phones.is_empty() {
            self.add_phone();
            self.primary.set(self.phones.with_untracked(|rows| rows.first().map_or(0, |row| row.key)));
        }
    }

    /// What is typed now.
    pub(super) fn form(self) -> CustomerForm {
        let owner = self.owner.get();
        let primary = self.primary.get();
        let phone = |row: &PhoneRow| PhoneForm {
            id: row.id.clone(),
            raw: row.raw.get(),
            label: row.label.get(),
            primary: row.key == primary,
            do_not_call: row.do_not_call.get(),
        };
        CustomerForm {
            name: self.name.get(),
            email: self.email.get(),
            company: self.company.get(),
            address: self.address.get(),
            note: self.note.get(),
            owner: (!owner.is_empty()).then(|| StaffId::new(owner)),
            phones: self.phones.with(|rows| rows.iter().map(phone).collect()),
        }
    }

    /// Adds an empty row.
    pub(super) fn add_phone(self) {
        let row = self.row(&PhoneForm::default());
        self.phones.update(|rows| rows.push(row));
    }

    /// Removes a row; of the rest the first is dialled first when the removed one was.
    pub(super) fn remove_phone(self, key: u32) {
        self.phones.update(|rows| rows.retain(|row| row.key != key));
        if self.phones.with_untracked(Vec::is_empty) {
            self.add_phone();
        }
        if self.primary.get_untracked() == key {
            self.primary.set(self.phones.with_untracked(|rows| rows.first().map_or(0, |row| row.key)));
        }
    }

    /// Where a row stands now, from 0.
    pub(super) fn place(self, key: u32) -> usize {
        self.phones.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }

    fn row(self, phone: &PhoneForm) -> PhoneRow {
        let key = self.next_key.get_value();
        self.next_key.set_value(key.wrapping_add(1));
        self.owner_of_rows.get_value().with(|| PhoneRow {
            key,
            id: phone.id.clone(),
            raw: RwSignal::new(phone.raw.clone()),
            label: RwSignal::new(phone.label.clone()),
            do_not_call: RwSignal::new(phone.do_not_call),
        })
    }
}

//! The telephone numbers of a customer's or a company's form while it is being filled in.

use domain::customers::PhoneForm;
use domain::ids::PhoneId;
use domain::phone::shown;
use leptos::prelude::*;

/// A row for one telephone number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PhoneRow {
    /// Its own among the rows of this form, however they move.
    pub(super) key: u32,
    /// The stored row it changes.
    pub(super) id: Option<PhoneId>,
    /// As typed; of a masked number, what is shown of it.
    pub(super) raw: RwSignal<String>,
    /// As it was stored; a masked number with its seal.
    stored: String,
    /// "Di động", "Văn phòng", ...
    pub(super) label: RwSignal<String>,
    /// No calls are wanted here.
    pub(super) do_not_call: RwSignal<bool>,
}

impl PhoneRow {
    /// What the server is told of a text in this row: a masked number that nobody touched goes back with its seal.
    pub(super) fn sent(&self, typed: String) -> String {
        if typed.trim() == shown(&self.stored).trim() { self.stored.clone() } else { typed }
    }
}

/// The rows; there is always one to type into.
#[derive(Clone, Copy)]
pub(crate) struct Phones {
    /// In order.
    pub(super) rows: RwSignal<Vec<PhoneRow>>,
    /// The key of the row dialled first.
    pub(super) primary: RwSignal<u32>,
    next_key: StoredValue<u32>,
    /// Whose the signals of later rows are: those of the row whose button adds one would go with that row.
    owner_of_rows: StoredValue<Owner>,
}

impl Phones {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self {
            rows: RwSignal::new(Vec::new()),
            primary: RwSignal::new(0),
            next_key: StoredValue::new(0),
            owner_of_rows: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Replaces everything typed.
    pub(crate) fn fill(self, phones: &[PhoneForm]) {
        let rows: Vec<PhoneRow> = phones.iter().map(|phone| self.row(phone)).collect();
        let primary = phones.iter().position(|phone| phone.primary).unwrap_or(0);
        self.primary.set(rows.get(primary).map_or(0, |row| row.key));
        self.rows.set(rows);
        if phones.is_empty() {
            self.add();
            self.first_is_primary();
        }
    }

    /// What is typed now.
    pub(crate) fn forms(self) -> Vec<PhoneForm> {
        let primary = self.primary.get();
        let phone = |row: &PhoneRow| PhoneForm {
            id: row.id.clone(),
            raw: row.sent(row.raw.get()),
            label: row.label.get(),
            primary: row.key == primary,
            do_not_call: row.do_not_call.get(),
        };
        self.rows.with(|rows| rows.iter().map(phone).collect())
    }

    /// Adds an empty row.
    pub(super) fn add(self) {
        let row = self.row(&PhoneForm::default());
        self.rows.update(|rows| rows.push(row));
    }

    /// Removes a row; of the rest the first is dialled first when the removed one was.
    pub(super) fn remove(self, key: u32) {
        self.rows.update(|rows| rows.retain(|row| row.key != key));
        if self.rows.with_untracked(Vec::is_empty) {
            self.add();
        }
        if self.primary.get_untracked() == key {
            self.first_is_primary();
        }
    }

    /// Where a row stands now, from 0.
    pub(super) fn place(self, key: u32) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.key == key).unwrap_or(0))
    }

    fn first_is_primary(self) {
        self.primary.set(self.rows.with_untracked(|rows| rows.first().map_or(0, |row| row.key)));
    }

    fn row(self, phone: &PhoneForm) -> PhoneRow {
        let key = self.next_key.get_value();
        self.next_key.set_value(key.wrapping_add(1));
        self.owner_of_rows.get_value().with(|| PhoneRow {
            key,
            id: phone.id.clone(),
            raw: RwSignal::new(shown(&phone.raw).to_owned()),
            stored: phone.raw.clone(),
            label: RwSignal::new(phone.label.clone()),
            do_not_call: RwSignal::new(phone.do_not_call),
        })
    }
}

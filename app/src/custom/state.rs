//! What is typed into custom fields.

use domain::custom::{CustomField, Entries, Kind, Values};
use domain::ids::CustomFieldId;
use leptos::prelude::*;

/// The custom fields of a form.
#[derive(Clone, Copy)]
pub(crate) struct CustomState(StoredValue<Vec<Entry>>);

/// One of them.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) field: CustomField,
    /// What is typed, or the one that is chosen.
    pub(super) text: RwSignal<String>,
    /// Those that are chosen, where it may be several.
    pub(super) chosen: RwSignal<Vec<String>>,
}

impl Entry {
    fn of(field: CustomField, said: &[String]) -> Self {
        let entry = Self { field, text: RwSignal::new(String::new()), chosen: RwSignal::new(Vec::new()) };
        entry.fill(said);
        entry
    }

    fn fill(&self, said: &[String]) {
        self.text.set(said.first().cloned().unwrap_or_default());
        self.chosen.set(said.to_vec());
    }

    /// What it says now.
    pub(super) fn said(&self) -> Vec<String> {
        if self.field.kind == Kind::Choices { self.chosen.get() } else { vec![self.text.get()] }
    }
}

impl CustomState {
    /// These fields, as they are when the form opens.
    pub(crate) fn of(fields: Vec<CustomField>, entries: &Entries) -> Self {
        let entry = |field: CustomField| {
            let said = entries.get(&field.id).to_vec();
            Entry::of(field, &said)
        };
        Self(StoredValue::new(fields.into_iter().map(entry).collect()))
    }

    /// Replaces everything typed.
    pub(crate) fn fill(self, entries: &Entries) {
        self.0.with_value(|all| all.iter().for_each(|entry| entry.fill(entries.get(&entry.field.id))));
    }

    /// Somebody else saved first: what only they changed since `base` is taken over; what is typed here stays.
    pub(crate) fn take_over(self, base: &Entries, theirs: &Values) {
        let theirs = Entries::from(theirs);
        let mine = untrack(|| self.entries());
        self.0.with_value(|all| {
            for entry in all.iter().filter(|entry| mine.same(base, &entry.field.id)) {
                entry.fill(theirs.get(&entry.field.id));
            }
        });
    }

    /// What is typed now.
    pub(crate) fn entries(self) -> Entries {
        let mut entries = Entries::default();
        self.0.with_value(|all| all.iter().for_each(|entry| entries.set(entry.field.id.clone(), entry.said())));
        entries
    }

    /// One of the fields.
    pub(crate) fn field(self, id: &CustomFieldId) -> Option<CustomField> {
        self.0.with_value(|all| all.iter().map(|entry| &entry.field).find(|field| field.id == *id).cloned())
    }

    /// Every field with what is typed into it.
    pub(super) fn all(self) -> Vec<Entry> {
        self.0.get_value()
    }
}

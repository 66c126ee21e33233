//! A filter while it is being made: groups of rows, each with its own signals.

use domain::filters::{Condition, Filter, FilterField, Operator, Part};
use leptos::prelude::*;

/// A condition being made.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// Tells rows apart; nothing else.
    pub(super) key: usize,
    pub(super) field: RwSignal<FilterField>,
    pub(super) operator: RwSignal<Operator>,
    pub(super) values: RwSignal<Vec<String>>,
}

/// A group being made.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) key: usize,
    pub(super) any: RwSignal<bool>,
    pub(super) rows: RwSignal<Vec<Row>>,
}

/// A filter being made: what is asked first, and groups beside it.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) first: Group,
    pub(super) groups: RwSignal<Vec<Group>>,
    next: StoredValue<usize>,
}

impl Draft {
    /// As a filter says it. What stands deeper than this page shows is kept in its nearest group.
    pub(super) fn of(filter: &Filter) -> Self {
        let next = StoredValue::new(0);
        let draft = Self { first: group(next, filter), groups: RwSignal::new(Vec::new()), next };
        let inner = filter.parts.iter().filter_map(|part| match part {
            Part::Group(inner) => Some(group(next, inner)),
            Part::Condition(_) => None,
        });
        draft.groups.set(inner.collect());
        draft
    }

    /// One more condition, of the field that is asked about most.
    pub(super) fn add_row(self, to: Group) {
        let row = row(self.next, &Condition::new(FilterField::Name, Operator::Has));
        to.rows.update(|rows| rows.push(row));
    }

    /// One more group, of conditions one of which is enough, with a condition in it.
    pub(super) fn add_group(self) {
        let group = group(self.next, &Filter { any: true, parts: Vec::new() });
        self.add_row(group);
        self.groups.update(|groups| groups.push(group));
    }

    /// Takes a condition out; a group in which nothing is left goes with it.
    pub(super) fn remove(self, from: Group, key: usize) {
        from.rows.update(|rows| rows.retain(|row| row.key != key));
        if from.rows.with_untracked(Vec::is_empty) {
            self.groups.update(|groups| groups.retain(|group| group.key != from.key));
        }
    }

    /// What it says now.
    pub(super) fn filter(self) -> Filter {
        let conditions = |group: Group| {
            let condition = |row: &Row| {
                let (field, operator) = (row.field.get_untracked(), row.operator.get_untracked());
                let values = if operator.is_bare() { Vec::new() } else { row.values.get_untracked() };
                Part::Condition(Condition { field, operator, values })
            };
            group.rows.with_untracked(|rows| rows.iter().map(condition).collect::<Vec<_>>())
        };
        let mut parts = conditions(self.first);
        let inner = |group: &Group| Part::Group(Filter { any: group.any.get_untracked(), parts: conditions(*group) });
        self.groups.with_untracked(|groups| parts.extend(groups.iter().map(inner)));
        Filter { any: self.first.any.get_untracked(), parts }.tidied()
    }
}

fn key(next: StoredValue<usize>) -> usize {
    let key = next.get_value();
    next.set_value(key + 1);
    key
}

fn row(next: StoredValue<usize>, condition: &Condition) -> Row {
    Row {
        key: key(next),
        field: RwSignal::new(condition.field.clone()),
        operator: RwSignal::new(condition.operator),
        values: RwSignal::new(condition.values.clone()),
    }
}

fn group(next: StoredValue<usize>, filter: &Filter) -> Group {
    let rows = filter.parts.iter().filter_map(|part| match part {
        Part::Condition(condition) => Some(row(next, condition)),
        Part::Group(_) => None,
    });
    let rows = rows.collect();
    Group { key: key(next), any: RwSignal::new(filter.any), rows: RwSignal::new(rows) }
}

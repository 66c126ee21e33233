//! Which rows of a part are customers that are there already, or one another.

use super::merging::joined;
use super::rows::{RowProblem, Why};
use super::{ImportPlan, Rule};
use crate::custom::CustomField;
use crate::customers::CustomerDraft;
use crate::ids::CustomerId;
use std::collections::{BTreeSet, HashMap};

/// A customer who is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Whom.
    pub id: CustomerId,
    /// Grows with every save.
    pub version: i64,
    /// What they are.
    pub is: CustomerDraft,
    /// Whether whoever imports may change them.
    pub may_edit: bool,
    /// Whether whoever imports may give them another owner.
    pub may_reassign: bool,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new customer.
    Created,
    /// A customer who was there, or came with an earlier row, and has now what this one says.
    Matched,
    /// Such a customer, who stays.
    Skipped,
    /// It cannot be taken.
    Rejected(Vec<RowProblem>),
}

/// A customer a part deals with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who they were before; `None` for somebody new.
    pub known: Option<Known>,
    /// Who they are after it.
    pub now: CustomerDraft,
    /// The row that made them or changed them first, from 0 in this part; `None` for those no row has changed.
    pub row: Option<usize>,
    /// Whether a later row changed them again.
    pub again: bool,
}

impl Person {
    /// Whether something must be written.
    pub fn is_changed(&self) -> bool {
        self.known.as_ref().is_none_or(|known| known.is != self.now)
    }
}

/// A part of a file on its way: its rows in order, and whom they are about.
#[derive(Debug)]
pub struct Batch<'a> {
    plan: &'a ImportPlan,
    fields: &'a [CustomField],
    people: Vec<Person>,
    by_key: HashMap<String, BTreeSet<usize>>,
    taken: usize,
}

impl<'a> Batch<'a> {
    /// Begins with everybody who has one of the part's keys, where customers have these fields.
    pub fn new(plan: &'a ImportPlan, fields: &'a [CustomField], known: Vec<Known>) -> Self {
        let mut batch = Self { plan, fields, people: Vec::new(), by_key: HashMap::new(), taken: 0 };
        for known in known {
            let now = known.is.clone();
            batch.add(Person { now, known: Some(known), row: None, again: false });
        }
        batch
    }

    /// Takes the next row.
    pub fn take(&mut self, read: Result<CustomerDraft, Vec<RowProblem>>) -> Outcome {
        let row = self.taken;
        self.taken += 1;
        let draft = match read {
            Ok(draft) => draft,
            Err(problems) => return Outcome::Rejected(problems),
        };
        let found: BTreeSet<usize> =
            keys(self.plan, &draft).filter_map(|key| self.by_key.get(&key)).flatten().copied().collect();
        match (found.first(), self.plan.rule) {
            (None, _) => self.create(row, draft),
            (Some(_), Rule::Skip) => Outcome::Skipped,
            (Some(_), _) if found.len() > 1 => rejected(Why::Ambiguous(found.len())),
            (Some(at), rule) => self.change(*at, row, rule, &draft),
        }
    }

    /// Everybody, changed or not; those who are new in the order of their rows.
    pub fn into_people(self) -> Vec<Person> {
        self.people
    }

    fn create(&mut self, row: usize, draft: CustomerDraft) -> Outcome {
        if let Some(field) = draft.custom.missing(self.fields) {
            return rejected(Why::Lacks(field.name.clone()));
        }
        let owner = draft.owner.clone().or_else(|| self.plan.owner.clone());
        self.add(Person { known: None, now: CustomerDraft { owner, ..draft }, row: Some(row), again: false });
        Outcome::Created
    }

    fn change(&mut self, at: usize, row: usize, rule: Rule, draft: &CustomerDraft) -> Outcome {
        let Some(person) = self.people.get_mut(at) else { return Outcome::Skipped };
        let now = joined(rule, &person.now, draft);
        if let Some(known) = &person.known {
            if now != person.now && !known.may_edit {
                return rejected(Why::MayNotEdit);
            }
            if now.owner != person.now.owner && !known.may_reassign {
                return rejected(Why::NotYours);
            }
        }
        for key in keys(self.plan, &person.now) {
            self.by_key.entry(key).and_modify(|holders| _ = holders.remove(&at));
        }
        for key in keys(self.plan, &now) {
            self.by_key.entry(key).or_default().insert(at);
        }
        person.now = now;
        person.again = person.row.is_some();
        person.row.get_or_insert(row);
        Outcome::Matched
    }

    fn add(&mut self, person: Person) {
        let at = self.people.len();
        for key in keys(self.plan, &person.now) {
            self.by_key.entry(key).or_default().insert(at);
        }
        self.people.push(person);
    }
}

/// What a customer is recognised by, under this plan.
pub(super) fn keys<'d>(plan: &ImportPlan, draft: &'d CustomerDraft) -> impl Iterator<Item = String> + use<'d> {
    let numbers = draft.phones.iter().map(|phone| phone.number.as_str().to_owned());
    let email = draft.email.iter().filter(move |_| true).cloned();
    let (by_phone, by_email) = (plan.by.phone(), plan.by.email());
    numbers.filter(move |_| by_phone).chain(email.filter(move |_| by_email))
}

fn rejected(why: Why) -> Outcome {
    Outcome::Rejected(vec![RowProblem { column: None, why }])
}

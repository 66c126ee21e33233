//! What records say of themselves, for the audit: names rather than ids, never a secret.

use super::Said;
use crate::companies::Company;
use crate::custom::{CustomField, Values};
use crate::customers::{Customer, Phone};
use crate::deals::Deal;
use crate::staff::{Member, StaffRef};
use crate::tasks::Task;
use crate::times;

/// Something whose changes are written down.
pub trait Described {
    /// The word of each of its things, and what is there; empty for nothing. `fields` are the installation's own.
    fn described(&self, fields: &[CustomField]) -> Said;
}

fn said(word: &str, is: impl Into<String>) -> (String, String) {
    (word.to_owned(), is.into())
}

fn text(word: &str, is: Option<&String>) -> (String, String) {
    said(word, is.cloned().unwrap_or_default())
}

fn owner(is: Option<&StaffRef>) -> (String, String) {
    text("owner", is.map(|owner| &owner.name))
}

/// Numbers one after another: as they were typed, what they are, and what is particular about them.
fn phones(phones: &[Phone]) -> (String, String) {
    let one = |phone: &Phone| {
        let label = Some(phone.label.as_str()).filter(|label| !label.is_empty());
        let mut marks: Vec<&str> = label.into_iter().collect();
        marks.extend(phone.primary.then_some("1"));
        marks.extend(phone.do_not_call.then_some("⃠"));
        if marks.is_empty() { phone.raw.clone() } else { format!("{} ({})", phone.raw, marks.join(", ")) }
    };
    said("phones", phones.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// What is there in the installation's own fields, by what they are called.
fn custom(values: &Values, fields: &[CustomField]) -> Said {
    let shown = |field: &CustomField| {
        let value = values.get(&field.id).map(|value| value.shown(field, ("✓", "✗")));
        said(&field.name, value.unwrap_or_default())
    };
    fields.iter().map(shown).collect()
}

impl Described for Customer {
    fn described(&self, fields: &[CustomField]) -> Said {
        let mut said = vec![
            said("name", &self.name),
            phones(&self.phones),
            text("email", self.email.as_ref()),
            text("company", self.company.as_ref()),
            text("address", self.address.as_ref()),
            text("note", self.note.as_ref()),
            owner(self.owner.as_ref()),
        ];
        said.extend(custom(&self.custom, fields));
        said
    }
}

impl Described for Company {
    fn described(&self, fields: &[CustomField]) -> Said {
        let mut said = vec![
            said("name", &self.name),
            phones(&self.phones),
            text("tax_code", self.tax_code.as_ref()),
            text("website", self.website.as_ref()),
            text("email", self.email.as_ref()),
            text("address", self.address.as_ref()),
            text("note", self.note.as_ref()),
            owner(self.owner.as_ref()),
        ];
        said.extend(custom(&self.custom, fields));
        said
    }
}

impl Described for Deal {
    fn described(&self, fields: &[CustomField]) -> Said {
        let mut said = vec![
            said("title", &self.title),
            said("stage", format!("{} · {}", self.pipeline.name, self.stage.name)),
            text("lost_reason", self.lost_reason.as_ref().map(|reason| &reason.name)),
            said("amount", times::money(self.amount)),
            said("close_on", self.close_on.map(times::iso_date).unwrap_or_default()),
            text("customer", self.customer.as_ref().map(|customer| &customer.name)),
            text("company", self.company.as_ref().map(|company| &company.name)),
            owner(self.owner.as_ref()),
        ];
        said.extend(custom(&self.custom, fields));
        said
    }
}

impl Described for Task {
    fn described(&self, _fields: &[CustomField]) -> Said {
        vec![
            said("title", &self.title),
            said("note", &self.note),
            said("due_at", times::field(self.due_at)),
            text("deal", self.deal.as_ref().map(|deal| &deal.title)),
            text("customer", self.customer.as_ref().map(|customer| &customer.name)),
            text("company", self.company.as_ref().map(|company| &company.name)),
            owner(Some(&self.owner)),
            text("done", self.done.as_ref().map(|done| &done.by.name)),
        ]
    }
}

impl Described for Member {
    fn described(&self, _fields: &[CustomField]) -> Said {
        let leads: Vec<&str> = self.leads.iter().map(|team| team.name.as_str()).collect();
        vec![
            said("name", &self.name),
            said("email", &self.email),
            said("role", self.role.as_str()),
            said("seat", self.seat.as_ref().map(|seat| format!("{} {seat}", self.provider.name())).unwrap_or_default()),
            text("team", self.team.as_ref().map(|team| &team.name)),
            said("leads", leads.join(", ")),
            said("active", if self.active { "1" } else { "" }),
        ]
    }
}

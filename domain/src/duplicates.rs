//! Customers who may be one person: how alike two are, who belongs together, and how two become one and two again.
//!
//! Nobody is compared with everybody: whoever shares none of their [`keys`] is not looked at.

mod likeness;
mod merging;

pub use likeness::{Group, Likeness, Sign, groups, keys, likeness};
pub use merging::{Merge, Part, merged, missing, unmerged};

use crate::customers::{Customer, CustomerForm, CustomerRef};
use crate::fields;
use crate::ids::{CompanyId, CustomerId, MergeId};
use crate::phone::{self, Number};
use crate::staff::StaffRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// A key that more hold than this says nothing about any of them.
pub const HOLDERS_MAX: usize = 20;

/// A customer as they are compared with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Whom.
    pub id: CustomerId,
    /// Full name.
    pub name: String,
    /// The name of the company they work for.
    pub company: Option<String>,
    /// That company.
    pub company_id: Option<CompanyId>,
    /// Email address in lower case.
    pub email: Option<String>,
    /// Telephone numbers, the primary one first.
    pub numbers: Vec<Number>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// Last call, note or save.
    pub last_activity_at: Millis,
}

impl Person {
    /// Somebody who is being written down; what cannot be read yet counts as not there.
    pub fn of_form(form: &CustomerForm) -> Self {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let numbers = form.phones.iter().filter_map(|row| phone::parse(&row.raw).ok()).map(|parsed| parsed.number);
        Self {
            id: CustomerId::new(""),
            name: form.name.clone(),
            company: text(&form.company),
            company_id: None,
            email: fields::email(&form.email, &mut Vec::new()),
            numbers: numbers.collect(),
            owner: None,
            last_activity_at: Millis(0),
        }
    }
}

impl From<&Customer> for Person {
    fn from(customer: &Customer) -> Self {
        Self {
            id: customer.id.clone(),
            name: customer.name.clone(),
            company: customer.company.clone(),
            company_id: customer.company_id.clone(),
            email: customer.email.clone(),
            numbers: customer.phones.iter().map(|phone| phone.number.clone()).collect(),
            owner: customer.owner.clone(),
            last_activity_at: customer.last_activity_at,
        }
    }
}

/// Somebody who may be the same, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    /// Whom.
    pub person: Person,
    /// How much, and in what.
    pub likeness: Likeness,
}

/// Customers who may be one person, as a page lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// Whom; those dealt with last first.
    pub people: Vec<Person>,
    /// What at least two of them share.
    pub signs: Vec<Sign>,
}

/// How much hangs on a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Belongings {
    /// Calls.
    pub calls: i64,
    /// Notes.
    pub notes: i64,
    /// Deals.
    pub deals: i64,
    /// Tasks.
    pub tasks: i64,
}

/// Two customers side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The one that is kept.
    pub kept: Customer,
    /// What hangs on them.
    pub kept_has: Belongings,
    /// The one that becomes part of the other.
    pub gone: Customer,
    /// What hangs on them.
    pub gone_has: Belongings,
    /// Whether the viewer may make them one.
    pub may_merge: bool,
}

/// Two customers that became one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// Which merge.
    pub id: MergeId,
    /// The one that was kept, as they were called before.
    pub kept: CustomerRef,
    /// The one that became part of it.
    pub gone: CustomerRef,
    /// Who did it.
    pub by: StaffRef,
    /// When.
    pub at: Millis,
    /// Whether the viewer may take it back.
    pub may_undo: bool,
}

/// What taking a merge back could not restore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Who is there again.
    pub back: CustomerRef,
    /// Parts of the kept one that somebody changed since: they stay as they are.
    pub stayed: Vec<Part>,
    /// Calls, notes, deals and tasks that are somebody else's since, or gone.
    pub elsewhere: u64,
}

/// Why two customers do not become one, or two again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MergeProblem {
    /// They are the same record.
    Same,
    /// It was taken back already.
    UndoneAlready,
    /// The kept one is hidden, or became part of another since: that must be taken back first.
    KeptIsGone,
}

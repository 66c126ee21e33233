//! Changes of many records at once, and how they are undone.

use crate::cells::Cell;
use crate::customers::CustomerQuery;
use crate::deals::DealQuery;
use crate::fields::FieldProblem;
use crate::ids::{BulkId, CustomFieldId, TagId};
use crate::lists::List;
use crate::problem::Problem;
use crate::staff::StaffRef;
use crate::times::{DAY, Millis};
use serde::{Deserialize, Serialize};

/// The most records that one change concerns.
pub const BULK_MAX: usize = 2_000;
/// How long a change can be undone, in milliseconds.
pub const UNDO_FOR: i64 = DAY;
/// The most records that are named of those that were left as they are.
pub const NAMED_MAX: usize = 20;

/// Which records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// These, by id.
    These(Vec<String>),
    /// Everything that the list of customers or that of companies finds.
    Found(Box<CustomerQuery>),
    /// Everything that the list of deals finds.
    FoundDeals(Box<DealQuery>),
}

/// What happens to each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A field becomes this.
    Set {
        /// Which field.
        cell: Cell,
        /// As somebody types it.
        value: String,
    },
    /// A field that the installation defines becomes this.
    SetCustom {
        /// Which field.
        field: CustomFieldId,
        /// As a form has it; nothing takes the value away.
        said: Vec<String>,
    },
    /// It gets these tags, by name; new words are new tags.
    Tag(Vec<String>),
    /// It loses this tag.
    Untag(TagId),
    /// It is taken out of every list.
    Delete,
}

/// A change of many records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulk {
    /// Of which list.
    pub list: List,
    /// Which records.
    pub chosen: Chosen,
    /// What happens to them.
    pub deed: Deed,
}

/// Why a record was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Not the member's to change.
    Forbidden,
    /// It is not there any more.
    Gone,
    /// Somebody changed it meanwhile.
    Changed,
    /// The field does not take the value, or something still belongs to the record.
    Refused(FieldProblem),
}

impl Why {
    /// Of the problem of one record; every other problem is one of the whole change.
    ///
    /// # Errors
    /// The problem itself.
    pub fn of(problem: Problem) -> Result<Self, Problem> {
        match problem {
            Problem::Forbidden => Ok(Self::Forbidden),
            Problem::NotFound => Ok(Self::Gone),
            Problem::Stale(_) | Problem::StaleCompany(_) | Problem::StaleDeal(_) => Ok(Self::Changed),
            Problem::Invalid(mut errors) => match errors.pop() {
                Some(error) => Ok(Self::Refused(error.problem)),
                None => Err(Problem::Invalid(errors)),
            },
            other => Err(other),
        }
    }
}

/// A record that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// What it is called; its id where it is not there any more.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// What became of a change, or of undoing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Under which id it is undone; none when nothing was changed.
    pub id: Option<BulkId>,
    /// How many records are as they were to be.
    pub done: usize,
    /// How many were left as they are.
    pub left: usize,
    /// The first of those.
    pub named: Vec<Left>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub id: BulkId,
    /// When.
    pub at: Millis,
    /// By whom.
    pub who: StaffRef,
    /// Of which list.
    pub list: List,
    /// What happened.
    pub deed: Deed,
    /// To how many records.
    pub records: i64,
    /// When it was undone.
    pub undone_at: Option<Millis>,
}

impl Change {
    /// Whether it can still be undone.
    pub fn is_undoable(&self, now: Millis) -> bool {
        self.undone_at.is_none() && now.since(self.at) <= UNDO_FOR
    }
}

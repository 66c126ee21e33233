//! Tags: words that members put on customers, companies and deals.

use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{CompanyId, CustomerId, DealId, TagId};
use crate::names;
use serde::{Deserialize, Serialize};

/// The longest tag, in characters.
pub const TAG_MAX: usize = 40;
/// The most tags of one record.
pub const TAGS_MAX: usize = 12;

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Which.
    pub id: TagId,
    /// What it says.
    pub name: String,
}

/// What notes are written on and tags are put on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A customer.
    Customer(CustomerId),
    /// A company.
    Company(CompanyId),
    /// A deal.
    Deal(DealId),
}

impl Subject {
    /// The word of the kind, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Customer(_) => "customer",
            Self::Company(_) => "company",
            Self::Deal(_) => "deal",
        }
    }

    /// The id, whatever it is of.
    pub fn id(&self) -> &str {
        match self {
            Self::Customer(id) => id.as_str(),
            Self::Company(id) => id.as_str(),
            Self::Deal(id) => id.as_str(),
        }
    }
}

/// Tags that can be stored: tidied, each once however it is spelled; empty ones are dropped.
///
/// # Errors
/// The problem at [`Field::Tags`].
pub fn parse(typed: &[String]) -> Result<Vec<String>, Vec<FieldError>> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.iter().map(|tag| names::tidy(tag)).filter(|tag| !tag.is_empty()) {
        if tags.iter().all(|known| names::fold(known) != names::fold(&tag)) {
            tags.push(tag);
        }
    }
    let problem = if tags.len() > TAGS_MAX {
        FieldProblem::TooMany { max: TAGS_MAX }
    } else if tags.iter().any(|tag| tag.chars().count() > TAG_MAX) {
        FieldProblem::TooLong { max: TAG_MAX }
    } else {
        return Ok(tags);
    };
    Err(vec![FieldError::new(Field::Tags, problem)])
}

//! Telephone numbers that are shown whole, one at a time, to members who otherwise see them masked.

use crate::ids::{CallId, CompanyId, CustomerId};
use serde::{Deserialize, Serialize};

/// So many numbers a member may have shown within an hour.
pub const REVEALED_PER_HOUR: i64 = 30;
/// So many numbers are handed to the provider's page for a member within an hour, where only that page can dial.
pub const HANDED_PER_HOUR: i64 = 120;

/// So many whole numbers a member who is shown none may type within an hour and have looked up.
pub const TYPED_PER_HOUR: usize = 200;

/// On which record a number is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RevealOf {
    /// A customer.
    Customer(CustomerId),
    /// A company.
    Company(CompanyId),
    /// A call.
    Call(CallId),
}

impl RevealOf {
    /// The subject under which it is written down.
    pub fn subject(&self) -> String {
        match self {
            Self::Customer(id) => format!("customer:{id}"),
            Self::Company(id) => format!("company:{id}"),
            Self::Call(id) => format!("call:{id}"),
        }
    }
}

/// A number on purpose: it is no [`crate::phone::Number`], so nothing masks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// The number; where the server dials itself, its seal.
    pub number: String,
}

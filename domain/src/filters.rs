//! Which records of a list are meant: conditions, all or any of which hold, in groups of groups.
//!
//! A filter is kept as people say it ([`Filter`]): "mine", "in the last 7 days". Before it is asked of the database it
//! is read for somebody at a moment ([`Filter::read`]), and what comes of that ([`Tree`]) has nothing left to decide.

mod fields;
mod read;
mod words;

pub use fields::{FilterField, Kind, Operator};
pub use read::{Reader, Test, Tree};
pub use words::NoFilter;

use serde::{Deserialize, Serialize};

/// How many groups may stand in each other.
pub const DEPTH_MAX: usize = 3;
/// The most conditions of a filter.
pub const CONDITIONS_MAX: usize = 20;
/// The most values of a condition.
pub const VALUES_MAX: usize = 50;
/// The longest value, in characters.
pub const VALUE_MAX: usize = 200;
/// The most days that a condition looks back or ahead.
pub const DAYS_MAX: i64 = 3_650;
/// The value of an owner that is whoever looks.
pub const ME: &str = "me";
/// The value of an owner that is nobody.
pub const NOBODY: &str = "nobody";

/// Conditions that hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Whether one of the parts is enough; otherwise all must hold. Without parts every record fits.
    pub any: bool,
    /// What must hold.
    pub parts: Vec<Part>,
}

/// A part of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// One condition.
    Condition(Condition),
    /// Several that hold together.
    Group(Filter),
}

/// One thing that is asked of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Condition {
    /// Of which of its fields.
    pub field: FilterField,
    /// How that is compared.
    pub operator: Operator,
    /// With what; of several values one is enough.
    pub values: Vec<String>,
}

impl Filter {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// How many conditions there are, in all groups.
    pub fn count(&self) -> usize {
        let count = |part: &Part| match part {
            Part::Condition(_) => 1,
            Part::Group(group) => group.count(),
        };
        self.parts.iter().map(count).sum()
    }

    /// Whether it asks of a field that the installation defines.
    pub fn asks_custom(&self) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Condition(condition) => matches!(condition.field, FilterField::Custom(_)),
            Part::Group(group) => group.asks_custom(),
        })
    }

    /// Without groups in which nothing is.
    #[must_use]
    pub fn tidied(self) -> Self {
        let tidied = |part: Part| match part {
            Part::Group(group) => Part::Group(group.tidied()),
            condition @ Part::Condition(_) => condition,
        };
        let said = |part: &Part| !matches!(part, Part::Group(group) if group.is_empty());
        Self { any: self.any, parts: self.parts.into_iter().map(tidied).filter(said).collect() }
    }
}

impl Condition {
    /// A condition without values.
    pub fn new(field: FilterField, operator: Operator) -> Self {
        Self { field, operator, values: Vec::new() }
    }

    /// The same with a value more.
    #[must_use]
    pub fn with(mut self, value: impl Into<String>) -> Self {
        self.values.push(value.into());
        self
    }
}

//! The command palette: what is found anywhere by a text, and whose number it is.

use crate::companies::{CompanyRef, CompanyRow};
use crate::customers::{CustomerRef, CustomerRow};
use crate::deals::Deal;
use crate::ids::{CompanyId, CustomerId, DealId};
use crate::phone::{self, Number};
use crate::pipelines::StageKind;
use crate::tags::Subject;
use serde::{Deserialize, Serialize};

/// The most records of one kind that are offered.
pub const OFFERED: usize = 5;
/// The most records that are remembered as opened last.
pub const RECENT: usize = 8;
/// The longest text that is looked for, in characters.
pub const TEXT_MAX: usize = 200;
/// Digits below which nobody means a number to dial.
const DIGITS_MIN: usize = 3;

/// A record, as little of it as tells it from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hit {
    /// A person.
    Customer {
        /// Whom.
        id: CustomerId,
        /// Full name.
        name: String,
        /// Where they work.
        company: Option<String>,
        /// The primary number.
        phone: Option<Number>,
    },
    /// A company.
    Company {
        /// Which.
        id: CompanyId,
        /// Its name.
        name: String,
        /// The primary number.
        phone: Option<Number>,
    },
    /// A deal.
    Deal {
        /// Which.
        id: DealId,
        /// Its title.
        title: String,
        /// With whom, or with which company.
        with: Option<String>,
        /// Whole đồng.
        amount: i64,
        /// How far it is: the stage's name.
        stage: String,
        /// What that stage means.
        kind: StageKind,
    },
}

impl Hit {
    /// Which record.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Customer { id, .. } => Subject::Customer(id.clone()),
            Self::Company { id, .. } => Subject::Company(id.clone()),
            Self::Deal { id, .. } => Subject::Deal(id.clone()),
        }
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Customer { name, .. } | Self::Company { name, .. } => name,
            Self::Deal { title, .. } => title,
        }
    }
}

impl From<CustomerRow> for Hit {
    fn from(row: CustomerRow) -> Self {
        Self::Customer { id: row.id, name: row.name, company: row.company, phone: row.phone }
    }
}

impl From<CompanyRow> for Hit {
    fn from(row: CompanyRow) -> Self {
        Self::Company { id: row.id, name: row.name, phone: row.phone }
    }
}

impl From<Deal> for Hit {
    fn from(deal: Deal) -> Self {
        let with = deal.customer.map(|customer| customer.name).or(deal.company.map(|company| company.name));
        Self::Deal {
            id: deal.id,
            title: deal.title,
            with,
            amount: deal.amount,
            stage: deal.stage.name,
            kind: deal.stage.kind,
        }
    }
}

/// A number that was typed, and who holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberFound {
    /// As it is matched and dialled.
    pub number: Number,
    /// People who hold it.
    pub customers: Vec<CustomerRef>,
    /// Companies that hold it.
    pub companies: Vec<CompanyRef>,
}

impl NumberFound {
    /// Whose it is, when that is one.
    pub fn holder(&self) -> Option<&str> {
        match (self.customers.as_slice(), self.companies.as_slice()) {
            ([one], _) => Some(&one.name),
            ([], [one]) => Some(&one.name),
            _ => None,
        }
    }

    /// How many hold it.
    pub fn holders(&self) -> usize {
        self.customers.len() + self.companies.len()
    }
}

/// What a text finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// People; at most [`OFFERED`], as the other kinds.
    pub customers: Vec<Hit>,
    /// Where they work.
    pub companies: Vec<Hit>,
    /// What they may buy: by title, then the open ones of whom was found.
    pub deals: Vec<Hit>,
    /// The number that the text is.
    pub number: Option<NumberFound>,
}

/// The number that a text as a whole is; `None` for words, and for too few digits.
pub fn typed_number(text: &str) -> Option<Number> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < DIGITS_MIN || text.chars().any(char::is_alphabetic) {
        return None;
    }
    phone::parse(text).ok().map(|parsed| parsed.number)
}

/// What is looked for: the text without its ends, not longer than a search is read.
pub fn sought(text: &str) -> String {
    text.trim().chars().take(TEXT_MAX).collect()
}

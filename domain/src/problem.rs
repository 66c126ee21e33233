//! Why a use case did not do what was asked: closed, typed, put into words by the pages.

use crate::centre::CentreProblem;
use crate::companies::Company;
use crate::customers::Customer;
use crate::deals::Deal;
use crate::dial_policy::DialRefusal;
use crate::duplicates::MergeProblem;
use crate::fields::{Field, FieldError, FieldProblem};
use crate::imports::FileProblem;
use crate::telephone::TelephoneProblem;
use serde::{Deserialize, Serialize};

/// The answer of a use case that could not do its work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Problem {
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// The member's role does not allow it.
    Forbidden,
    /// There is no such thing, or no longer.
    NotFound,
    /// Fields to mend; nothing was saved.
    Invalid(Vec<FieldError>),
    /// Somebody saved this customer since it was opened: here is what it is now. Nothing was saved.
    Stale(Box<Customer>),
    /// The same with a company.
    StaleCompany(Box<Company>),
    /// The same with a deal.
    StaleDeal(Box<Deal>),
    /// Unknown email or wrong password: never said which.
    WrongCredentials,
    /// Too many attempts.
    Throttled {
        /// Seconds until the next attempt is looked at.
        seconds: u32,
    },
    /// The telephone provider or its settings.
    Telephone(TelephoneProblem),
    /// The file cannot be taken.
    File(FileProblem),
    /// The number may not be called now.
    MayNotDial(DialRefusal),
    /// Two customers do not become one, or two again.
    Merge(MergeProblem),
    /// The desk of the contact centre.
    Centre(CentreProblem),
    /// The server could not, through no fault of the member; details are in its log.
    Unavailable,
    /// The server could not be reached from this page.
    Unreachable,
}

impl Problem {
    /// One problem at one field.
    pub fn at(field: Field, problem: FieldProblem) -> Self {
        Self::Invalid(vec![FieldError::new(field, problem)])
    }
}

impl From<Vec<FieldError>> for Problem {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}

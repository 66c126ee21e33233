//! Telephone numbers for members who may not see them whole: masked where an answer leaves the server, known again by
//! their seals where one comes back, shown one at a time to whoever asks and may.
//!
//! A seal is the number itself, sealed for one member with the installation's key: another member's does not open it,
//! and neither does anybody without the key. The same number has the same seal, so that pages can compare.

mod reveal;
mod typed;

pub(crate) use typed::{Typed, look_up, typed};

pub use reveal::{hand_over, reveal};

use crate::{Backend, secrets};
use domain::access::Actor;
use domain::calls::{Fact, Reported, TransferTarget, What};
use domain::customers::PhoneForm;
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::StaffId;
use domain::phone::{self, BadNumber};
use domain::problem::Problem;
use domain::rights::Numbers;
use domain::veil::veiled;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::borrow::Cow;

/// An answer as a member may have it. Whatever leaves the server for a member goes through here, or through [`told`].
///
/// # Errors
/// [`Problem::Unavailable`] where it cannot be masked: then it does not leave.
pub fn shown<T: Serialize + DeserializeOwned>(b: &Backend, who: &Actor, answer: T) -> Result<T, Problem> {
    if who.sees_numbers() {
        return Ok(answer);
    }
    let masked = told(b, &who.id, who.rights.numbers(), &answer)?;
    serde_json::from_value(masked).map_err(|error| unveiled(&error))
}

/// What is told to a member as text, as they may have it.
///
/// # Errors
/// As [`shown`].
pub fn told<T: Serialize>(b: &Backend, who: &StaffId, numbers: Numbers, what: &T) -> Result<Value, Problem> {
    let text = match numbers {
        Numbers::Whole => serde_json::to_value(what),
        Numbers::OnDemand | Numbers::Masked => veiled(what, &|number| seal(b, who, number)),
    };
    text.map_err(|error| unveiled(&error))
}

fn unveiled(error: &serde_json::Error) -> Problem {
    tracing::error!(%error, "an answer cannot be masked");
    Problem::Unavailable
}

fn place(who: &StaffId) -> String {
    format!("numbers:{who}")
}

/// A number that cannot be sealed has a seal that does not open.
fn seal(b: &Backend, who: &StaffId, number: &str) -> String {
    secrets::seal_same(b, &place(who), number).unwrap_or_else(|_| "-".to_owned())
}

/// A number in a text of its own, as a member may have it.
pub(crate) fn masked(b: &Backend, who: &Actor, text: &str) -> String {
    let whole = who.sees_numbers() || phone::is_sealed(text) || !text.contains(char::is_numeric);
    if whole { text.to_owned() } else { phone::sealed(text, &seal(b, &who.id, text)) }
}

/// A number as it came from a member's page, whole: one that was typed as it is, a masked one by its seal. `None` where
/// the seal is not theirs.
pub(crate) fn opened<'a>(b: &Backend, who: &Actor, text: &'a str) -> Option<Cow<'a, str>> {
    match phone::seal(text.trim()) {
        None => Some(Cow::Borrowed(text)),
        Some(seal) => secrets::open_same(b, &place(&who.id), seal).ok().map(Cow::Owned),
    }
}

/// The same, refused where a field is mended.
///
/// # Errors
/// [`Problem::Invalid`] at this field.
pub(crate) fn opened_at<'a>(b: &Backend, who: &Actor, text: &'a str, field: Field) -> Result<Cow<'a, str>, Problem> {
    opened(b, who, text).ok_or_else(|| Problem::at(field, FieldProblem::NotANumber(BadNumber::NotANumber)))
}

/// The rows of a form with every masked number whole again: saved untouched, it stays what it was.
///
/// # Errors
/// [`Problem::Invalid`] at the rows whose seals are not the member's.
pub(crate) fn opened_rows(b: &Backend, who: &Actor, rows: &[PhoneForm]) -> Result<Vec<PhoneForm>, Problem> {
    let mut errors = Vec::new();
    let mut open = |(at, row): (usize, &PhoneForm)| {
        let raw = opened(b, who, &row.raw).map(Cow::into_owned).unwrap_or_else(|| {
            errors.push(FieldError::new(Field::Phone(at), FieldProblem::NotANumber(BadNumber::NotANumber)));
            String::new()
        });
        PhoneForm { raw, ..row.clone() }
    };
    let rows = rows.iter().enumerate().map(&mut open).collect();
    if errors.is_empty() { Ok(rows) } else { Err(Problem::Invalid(errors)) }
}

/// What a member's page tells of a call it dialled by a seal, with the number. A seal that does not open stays as what
/// was shown of it, which is no number: a fact is never refused.
pub(crate) fn opened_facts(b: &Backend, who: &Actor, reported: &Reported) -> Reported {
    let whole = |number: &mut String| {
        if phone::is_sealed(number) {
            *number = opened(b, who, number).map_or_else(|| phone::shown(number).to_owned(), Cow::into_owned);
        }
    };
    let known = |fact: &Fact| {
        let mut fact = fact.clone();
        match &mut fact.what {
            What::DialWished { number } | What::Offered { number, .. } => whole(number),
            What::TransferWished { to: TransferTarget::Number(number) } => whole(number),
            _ => {}
        }
        fact
    };
    Reported { call: reported.call.clone(), facts: reported.facts.iter().map(known).collect() }
}

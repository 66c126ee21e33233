//! What admins fill in for a draft. Each form is filled from a draft, checked field by field, and put into a draft: what
//! is refused changes nothing. Limits are the provider's where it says any, otherwise ours.

mod hotlines;
mod menus;
mod people;
mod queues;
mod settings;

pub use hotlines::{BlockedForm, HotlineForm};
pub use menus::{Does, KeyRow, MenuForm, NodeForm, Says};
pub use people::{AgentForm, GroupForm, SipForm};
pub use queues::{QueueForm, RouteRow};
pub use settings::CallSettingsForm;

use super::{Centre, Digits, Part, Ref};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::names;
use crate::telephone::is_service_address;
use std::ops::RangeInclusive;

/// The longest name of anything, in characters.
pub const NAME_MAX: usize = 100;

/// Reads fields and remembers what is wrong with them.
#[derive(Default)]
struct Reader {
    errors: Vec<FieldError>,
}

impl Reader {
    fn refuse(&mut self, part: Part, problem: FieldProblem) {
        self.errors.push(FieldError::new(Field::Centre(part), problem));
    }

    fn refuse_row(&mut self, row: usize, part: Part, problem: FieldProblem) {
        self.errors.push(FieldError::new(Field::CentreRow(row, part), problem));
    }

    /// What was read, unless something was wrong.
    fn done<T>(self, read: T) -> Result<T, Vec<FieldError>> {
        if self.errors.is_empty() { Ok(read) } else { Err(self.errors) }
    }

    /// A name; everything has one.
    fn name(&mut self, text: &str) -> String {
        let name = names::tidy(text);
        match name.chars().count() {
            0 => self.refuse(Part::Name, FieldProblem::Required),
            count if count > NAME_MAX => self.refuse(Part::Name, FieldProblem::TooLong { max: NAME_MAX }),
            _ => {}
        }
        name
    }

    fn whole(&mut self, text: &str, part: Part, range: RangeInclusive<u32>) -> u32 {
        let number = text.trim().parse().ok().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            let (min, max) = (i64::from(*range.start()), i64::from(*range.end()));
            self.refuse(part, FieldProblem::OutOfRange { min, max });
            *range.start()
        })
    }

    /// A telephone number, where one is given.
    fn number(&mut self, text: &str, part: Part) -> Option<Digits> {
        if text.trim().is_empty() {
            return None;
        }
        let read = Digits::parse(text);
        read.map_err(|bad| self.refuse(part, FieldProblem::NotANumber(bad))).ok()
    }

    /// A telephone number that must be there.
    fn required_number(&mut self, text: &str, part: Part) -> Digits {
        if text.trim().is_empty() {
            self.refuse(part, FieldProblem::Required);
        }
        self.number(text, part).unwrap_or_default()
    }

    /// A word that the provider takes as a name to sign in with.
    fn word(&mut self, text: &str, part: Part, max: usize) -> String {
        let word = text.trim();
        match word.chars().count() {
            0 => self.refuse(part, FieldProblem::Required),
            count if count > max => self.refuse(part, FieldProblem::TooLong { max }),
            _ => {}
        }
        if !word.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c)) {
            self.refuse(part, FieldProblem::BadCharacters);
        }
        word.to_owned()
    }

    /// An address that the provider calls, where one is given.
    fn address(&mut self, text: &str, part: Part) -> Option<String> {
        let address = text.trim();
        if address.is_empty() {
            return None;
        }
        if !is_service_address(address) {
            self.refuse(part, FieldProblem::NotAnAddress);
        }
        Some(address.to_owned())
    }

    /// What is chosen must be there.
    fn known(&mut self, centre: &Centre, at: Option<Ref>, field: Field) {
        if at.is_some_and(|at| !centre.has(&at)) {
            self.errors.push(FieldError::new(field, FieldProblem::Unknown));
        }
    }

    /// Nothing else may be called this: `was` is what is changed.
    fn free(&mut self, centre: &Centre, at: &Ref, was: Option<&Ref>, part: Part) {
        if was != Some(at) && centre.has(at) {
            self.refuse(part, FieldProblem::Taken);
        }
    }
}

/// A choice that may be left empty.
fn chosen(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

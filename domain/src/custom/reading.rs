//! From what is typed, chosen or imported to values.

use super::entries::{NO, YES};
use super::{CustomField, Decimal, Entries, Kind, Value, Values};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::ChoiceId;
use crate::times::Day;
use crate::{companies, deals, names};

/// The longest text, in characters.
pub const TEXT_MAX: usize = 500;
/// The longest address of a page, in characters.
const LINK_MAX: usize = 500;
/// What files say for yes, without accents.
const YES_WORDS: [&str; 8] = [YES, "co", "y", "x", "1", "true", "dung", "roi"];
/// What files say for no, without accents.
const NO_WORDS: [&str; 7] = [NO, "khong", "n", "0", "false", "sai", "chua"];

/// Reads what a form says in these fields. Every field is checked; one that must be filled in must.
pub fn read(fields: &[CustomField], typed: &Entries, errors: &mut Vec<FieldError>) -> Values {
    let mut values = Values::default();
    for field in fields {
        match field.read(typed.get(&field.id)) {
            Ok(value) => values.set(field.id.clone(), value),
            Err(problem) => errors.push(FieldError::new(Field::Custom(field.id.clone()), problem)),
        }
    }
    values
}

impl CustomField {
    /// Reads what is typed or chosen in it; `None` where that is nothing and it may be.
    ///
    /// # Errors
    /// Why it must be mended.
    pub fn read(&self, entry: &[String]) -> Result<Option<Value>, FieldProblem> {
        let said: Vec<&str> = entry.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let Some(first) = said.first() else {
            return if self.required { Err(FieldProblem::Required) } else { Ok(None) };
        };
        let known = |id: &str| self.choices.iter().any(|choice| choice.id.as_str() == id);
        match self.kind {
            Kind::Choice | Kind::Choices if !said.iter().all(|id| known(id)) => Err(FieldProblem::Unknown),
            Kind::Choice => Ok(Some(Value::Choice(ChoiceId::new(*first)))),
            Kind::Choices => Ok(Some(self.in_order(|choice| said.contains(&choice.as_str())))),
            _ => self.read_text(first).map(Some),
        }
    }

    /// Reads a cell of a file, where choices have names; `None` where it is empty.
    ///
    /// # Errors
    /// Why it cannot be taken.
    pub fn read_cell(&self, cell: &str) -> Result<Option<Value>, FieldProblem> {
        let cell = cell.trim();
        if cell.is_empty() {
            return Ok(None);
        }
        match self.kind {
            Kind::Choice => self.named(cell).map(|id| Some(Value::Choice(id))),
            Kind::Choices => self.all_named(cell).map(Some),
            _ => self.read_text(cell).map(Some),
        }
    }

    /// Reads what both forms and files write as text.
    fn read_text(&self, text: &str) -> Result<Value, FieldProblem> {
        match self.kind {
            Kind::Number => Decimal::parse(text).map(Value::Number).ok_or(FieldProblem::NotADecimal),
            Kind::Money => deals::parse_amount(text).map(Value::Money).ok_or(FieldProblem::NotAnAmount),
            Kind::Date => day(text).map(Value::Date).ok_or(FieldProblem::NotADate),
            Kind::YesNo => yes_no(text).map(Value::YesNo).ok_or(FieldProblem::NotYesOrNo),
            Kind::Link => link(text).map(Value::Link),
            Kind::Text | Kind::Choice | Kind::Choices => match names::tidy(text) {
                text if text.chars().count() > TEXT_MAX => Err(FieldProblem::TooLong { max: TEXT_MAX }),
                text => Ok(Value::Text(text)),
            },
        }
    }

    /// Those of its choices, in their order.
    fn in_order(&self, chosen: impl Fn(&ChoiceId) -> bool) -> Value {
        Value::Choices(self.choices.iter().map(|choice| &choice.id).filter(|id| chosen(id)).cloned().collect())
    }

    /// The choice of a name, however it is spelled; one that is offered before one that no longer is.
    fn named(&self, name: &str) -> Result<ChoiceId, FieldProblem> {
        let sought = names::fold(name);
        let found = self.choices.iter().find(|choice| names::fold(&choice.name) == sought);
        found.map(|choice| choice.id.clone()).ok_or(FieldProblem::Unknown)
    }

    /// Several names in one cell. A name may have the sign in it that stands between names.
    fn all_named(&self, cell: &str) -> Result<Value, FieldProblem> {
        if let Ok(one) = self.named(cell) {
            return Ok(Value::Choices(vec![one]));
        }
        let signs: &[char] = if cell.contains([';', '|', '\n']) { &[';', '|', '\n'] } else { &[','] };
        let names = cell.split(signs).map(str::trim).filter(|name| !name.is_empty());
        let ids = names.map(|name| self.named(name)).collect::<Result<Vec<_>, _>>()?;
        if ids.is_empty() { Err(FieldProblem::Unknown) } else { Ok(self.in_order(|id| ids.contains(id))) }
    }
}

/// `2026-11-20`, as fields of forms have it, or `20/11/2026`.
fn day(text: &str) -> Option<Day> {
    let text = text.split_once([' ', 'T']).map_or(text, |(day, _)| day);
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let plain = [year, month, day].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    (plain && year.len() == 4 && !year.starts_with('0'))
        .then(|| Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")))
        .flatten()
}

fn yes_no(text: &str) -> Option<bool> {
    let word = names::fold(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(&YES_WORDS) { Some(true) } else { is(&NO_WORDS).then_some(false) }
}

fn link(text: &str) -> Result<String, FieldProblem> {
    if text.chars().count() > LINK_MAX {
        return Err(FieldProblem::TooLong { max: LINK_MAX });
    }
    let link = companies::with_scheme(text);
    if companies::is_website(&link) { Ok(link) } else { Err(FieldProblem::NotAWebsite) }
}

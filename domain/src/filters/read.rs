//! A filter read for somebody at a moment.

use super::fields::Takes;
use super::{
    CONDITIONS_MAX, Condition, DAYS_MAX, DEPTH_MAX, Filter, FilterField, Kind, ME, NOBODY, Operator, Part, VALUE_MAX,
    VALUES_MAX,
};
use crate::custom::Decimal;
use crate::deals::parse_amount;
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::StaffId;
use crate::lists::List;
use crate::names;
use crate::times::{Day, Millis};

/// For whom a filter is read, of which list, when.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Of which list.
    pub list: List,
    /// Who is "me".
    pub me: &'a StaffId,
    /// When "today" is.
    pub now: Millis,
    /// The fields that the installation defines for these records, by id, and what they hold.
    pub custom: &'a [(String, Kind)],
}

/// A filter in which nothing is left to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// All of these hold; every record fits when there is none.
    All(Vec<Tree>),
    /// One of these holds.
    Any(Vec<Tree>),
    /// A field passes a test.
    Test(FilterField, Test),
}

/// What is asked of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It contains this text.
    Has(String),
    /// It does not, or there is nothing.
    HasNot(String),
    /// It is, or has, one of these; an empty text is nothing.
    OneOf(Vec<String>),
    /// It is, or has, none of these.
    NoneOf(Vec<String>),
    /// It is there, at least the first and less than the second.
    Between(Option<i64>, Option<i64>),
    /// There is something.
    Set,
    /// There is nothing.
    Unset,
}

type Read<T> = Result<T, FieldProblem>;

impl Default for Tree {
    /// Every record fits.
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Filter {
    /// Reads it; a filter of which a part makes no sense is refused as a whole: without that part it would find more
    /// than was meant.
    ///
    /// # Errors
    /// The problem at [`Field::Filter`].
    pub fn read(&self, reader: &Reader<'_>) -> Result<Tree, Vec<FieldError>> {
        if self.count() > CONDITIONS_MAX {
            return Err(refused(FieldProblem::TooMany { max: CONDITIONS_MAX }));
        }
        reader.group(&self.clone().tidied(), 1).map_err(refused)
    }
}

fn refused(problem: FieldProblem) -> Vec<FieldError> {
    vec![FieldError::new(Field::Filter, problem)]
}

impl Reader<'_> {
    /// What a field of these records holds; `None` when they have no such field.
    pub fn kind(&self, field: &FilterField) -> Option<Kind> {
        match field {
            FilterField::Custom(id) => self.custom.iter().find(|(known, _)| known == id).map(|(_, kind)| *kind),
            known => FilterField::of(self.list).contains(known).then(|| known.kind()).flatten(),
        }
    }

    fn group(&self, group: &Filter, depth: usize) -> Read<Tree> {
        if depth > DEPTH_MAX {
            return Err(FieldProblem::TooMany { max: DEPTH_MAX });
        }
        let part = |part: &Part| match part {
            Part::Condition(condition) => self.condition(condition),
            Part::Group(group) => self.group(group, depth + 1),
        };
        let parts = group.parts.iter().map(part).collect::<Read<Vec<_>>>()?;
        // Of no parts none holds; and yet nothing was asked.
        Ok(if group.any && !parts.is_empty() { Tree::Any(parts) } else { Tree::All(parts) })
    }

    fn condition(&self, asked: &Condition) -> Read<Tree> {
        let kind = self.kind(&asked.field).ok_or(FieldProblem::Unknown)?;
        if !kind.operators(asked.field.is_always_set()).contains(&asked.operator) {
            return Err(FieldProblem::Unknown);
        }
        if asked.values.len() > VALUES_MAX {
            return Err(FieldProblem::TooMany { max: VALUES_MAX });
        }
        if asked.values.iter().any(|value| value.chars().count() > VALUE_MAX) {
            return Err(FieldProblem::TooLong { max: VALUE_MAX });
        }
        let test = match asked.operator.takes() {
            Takes::Nothing if asked.operator == Operator::Set => Test::Set,
            Takes::Nothing => Test::Unset,
            Takes::Some => self.choice(asked)?,
            Takes::One => self.single(kind, asked)?,
        };
        Ok(Tree::Test(asked.field.clone(), test))
    }

    /// One of several; words that stand for somebody are replaced.
    fn choice(&self, asked: &Condition) -> Read<Test> {
        let of = |value: &String| match (&asked.field, value.as_str()) {
            (FilterField::Owner, ME) => self.me.as_str().to_owned(),
            (FilterField::Owner, NOBODY) => String::new(),
            (_, id) => id.trim().to_owned(),
        };
        let values: Vec<String> = asked.values.iter().map(of).collect();
        if values.is_empty() {
            return Err(FieldProblem::Required);
        }
        Ok(if asked.operator == Operator::Is { Test::OneOf(values) } else { Test::NoneOf(values) })
    }

    fn single(&self, kind: Kind, asked: &Condition) -> Read<Test> {
        let value = asked.values.first().map(|value| value.trim()).unwrap_or_default();
        if value.is_empty() {
            return Err(FieldProblem::Required);
        }
        let today = Day::of(self.now);
        Ok(match asked.operator {
            Operator::Has => Test::Has(names::tidy(value)),
            Operator::HasNot => Test::HasNot(names::tidy(value)),
            Operator::AtLeast => Test::Between(Some(number(kind, value)?), None),
            Operator::AtMost => Test::Between(None, Some(number(kind, value)?.saturating_add(1))),
            Operator::Since => Test::Between(Some(day(value)?.start().0), None),
            Operator::Until => Test::Between(None, Some(day(value)?.plus(1).start().0)),
            Operator::LastDays => {
                let first = today.plus(1 - days(value)?).start().0;
                Test::Between(Some(first), Some(today.plus(1).start().0))
            }
            Operator::BeforeDays => Test::Between(None, Some(today.plus(1 - days(value)?).start().0)),
            Operator::NextDays => Test::Between(Some(today.start().0), Some(today.plus(days(value)?).start().0)),
            Operator::Is | Operator::IsNot | Operator::Set | Operator::Unset => return Err(FieldProblem::Unknown),
        })
    }
}

fn number(kind: Kind, text: &str) -> Read<i64> {
    let number = if kind == Kind::Money { parse_amount(text) } else { Decimal::parse(text).map(|number| number.0) };
    number.ok_or(FieldProblem::NotAnAmount)
}

fn day(text: &str) -> Read<Day> {
    Day::parse(text).ok_or(FieldProblem::NotATime)
}

fn days(text: &str) -> Read<i64> {
    let days = text.parse().ok().filter(|days| (1..=DAYS_MAX).contains(days));
    days.ok_or(FieldProblem::OutOfRange { min: 1, max: DAYS_MAX })
}

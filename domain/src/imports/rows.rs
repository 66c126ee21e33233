//! A row of a file read as a customer.

use super::columns::Target;
use super::{CELL_MAX, ImportPlan, MatchBy};
use crate::custom::{CustomField, Entries, Values};
use crate::customers::{CustomerDraft, CustomerForm, PhoneDraft};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::StaffId;
use crate::{names, phone};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// In which column, from 0; `None` for the row as a whole.
    pub column: Option<usize>,
    /// What.
    pub why: Why,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// What stands in the cell.
    Field(FieldProblem),
    /// Several customers have its numbers or its email address: nobody knows which is meant.
    Ambiguous(usize),
    /// A new customer would be without a field that every one must have; it is called so.
    Lacks(String),
    /// It would change a customer whom one may not change.
    MayNotEdit,
    /// It would take the customer from an owner whom one does not lead.
    NotYours,
}

/// Whom the names in a file mean.
#[derive(Clone, Debug, Default)]
pub struct Owners(HashMap<String, Option<StaffId>>);

impl Owners {
    /// Of everybody: id, name, email address. A name that two have means nobody.
    pub fn of<'a>(staff: impl IntoIterator<Item = (&'a StaffId, &'a str, &'a str)>) -> Self {
        let mut known: HashMap<String, Option<StaffId>> = HashMap::new();
        for (id, name, email) in staff {
            for word in [names::fold(name), names::fold(email)] {
                known
                    .entry(word)
                    .and_modify(|held| {
                        if held.as_ref() != Some(id) {
                            *held = None;
                        }
                    })
                    .or_insert_with(|| Some(id.clone()));
            }
        }
        Self(known)
    }

    fn find(&self, written: &str) -> Option<StaffId> {
        self.0.get(&names::fold(written)).cloned().flatten()
    }
}

/// Reads a row as the customer it describes. Whether they must have more than it says depends on whether they are new.
///
/// # Errors
/// Everything that is wrong with it, by column.
pub fn read(
    cells: &[String],
    plan: &ImportPlan,
    owners: &Owners,
    fields: &[CustomField],
) -> Result<CustomerDraft, Vec<RowProblem>> {
    let row = Row { cells, plan };
    let mut problems = Vec::new();
    let form = CustomerForm {
        name: row.name(),
        email: row.first(&Target::Email),
        company: row.first(&Target::Company),
        address: row.all(&Target::Address).join(", "),
        note: row.all(&Target::Note).join("\n"),
        owner: row.owner(owners, &mut problems),
        phones: Vec::new(),
        custom: Entries::default(),
    };
    let phones = row.phones(&mut problems);
    let custom = row.custom(fields, &mut problems);
    match form.parse(&[]) {
        Ok(draft) if problems.is_empty() => Ok(CustomerDraft { phones, custom, ..draft }),
        Ok(_) => Err(problems),
        Err(errors) => {
            problems.extend(errors.into_iter().map(|error| row.problem(error)));
            Err(problems)
        }
    }
}

struct Row<'a> {
    cells: &'a [String],
    plan: &'a ImportPlan,
}

impl<'a> Row<'a> {
    /// Cells of a target that hold something, each with its column.
    fn of<'t>(&self, target: &'t Target) -> impl Iterator<Item = (usize, &'a str)> + use<'a, 't> {
        let cells = self.plan.columns.iter().zip(self.cells).enumerate();
        cells
            .filter(move |(_, (is, _))| *is == target)
            .map(|(at, (_, cell))| (at, cell.trim()))
            .filter(|(_, c)| !c.is_empty())
    }

    fn first(&self, target: &Target) -> String {
        self.of(target).next().map(|(_, cell)| cell.to_owned()).unwrap_or_default()
    }

    fn all(&self, target: &Target) -> Vec<&'a str> {
        self.of(target).map(|(_, cell)| cell).collect()
    }

    /// The full name, or its two parts in the Vietnamese order.
    fn name(&self) -> String {
        let whole = self.first(&Target::Name);
        if !whole.is_empty() {
            return whole;
        }
        [self.first(&Target::FamilyName), self.first(&Target::GivenName)].join(" ")
    }

    /// Whoever the row names.
    fn owner(&self, owners: &Owners, problems: &mut Vec<RowProblem>) -> Option<StaffId> {
        let (column, written) = self.of(&Target::Owner).next()?;
        let found = owners.find(written);
        if found.is_none() {
            problems.push(RowProblem { column: Some(column), why: Why::Field(FieldProblem::Unknown) });
        }
        found
    }

    /// Every number of the row once, the first of them primary.
    fn phones(&self, problems: &mut Vec<RowProblem>) -> Vec<PhoneDraft> {
        let mut drafts: Vec<PhoneDraft> = Vec::new();
        for (column, cell) in self.of(&Target::Phone) {
            for raw in numbers_in(cell) {
                match phone::parse(raw) {
                    Ok(parsed) if drafts.iter().any(|draft| draft.number == parsed.number) => {}
                    Ok(parsed) => drafts.push(PhoneDraft {
                        id: None,
                        raw: raw.to_owned(),
                        number: parsed.number,
                        label: String::new(),
                        primary: drafts.is_empty(),
                        do_not_call: false,
                    }),
                    Err(bad) => problems
                        .push(RowProblem { column: Some(column), why: Why::Field(FieldProblem::NotANumber(bad)) }),
                }
            }
        }
        drafts
    }

    /// What the row says in custom fields.
    fn custom(&self, fields: &[CustomField], problems: &mut Vec<RowProblem>) -> Values {
        let mut values = Values::default();
        for field in fields {
            let Some((column, cell)) = self.of(&Target::Custom(field.id.clone())).next() else { continue };
            match field.read_cell(cell) {
                Ok(value) => values.set(field.id.clone(), value),
                Err(problem) => problems.push(RowProblem { column: Some(column), why: Why::Field(problem) }),
            }
        }
        values
    }

    /// A form's problem at the column it comes from.
    fn problem(&self, error: FieldError) -> RowProblem {
        let at = |targets: &[Target]| self.plan.columns.iter().position(|is| targets.contains(is));
        let column = match error.field {
            Field::Name => at(&[Target::Name, Target::FamilyName, Target::GivenName]),
            Field::Email => at(&[Target::Email]),
            Field::Company => at(&[Target::Company]),
            Field::Address => at(&[Target::Address]),
            Field::Note => at(&[Target::Note]),
            _ => None,
        };
        RowProblem { column, why: Why::Field(error.problem) }
    }
}

/// A cell as it is kept: composed, whatever encoding it comes from, without what no text holds, without the quotation
/// mark that keeps a spreadsheet from taking it for a formula, and no longer than [`CELL_MAX`].
pub fn cell(text: &str) -> String {
    let guarded = text.strip_prefix('\'').filter(|text| text.starts_with(['=', '+', '-', '@']));
    let text = guarded.unwrap_or(text);
    let kept = |c: &char| *c != '\0' && *c != '\u{feff}';
    if text.is_ascii() {
        return text.trim().chars().filter(kept).take(CELL_MAX).collect();
    }
    text.trim().nfc().filter(kept).take(CELL_MAX).collect()
}

/// A cell may hold several numbers; one that can be read as a whole is one.
fn numbers_in(cell: &str) -> Vec<&str> {
    if phone::parse(cell).is_ok() {
        return vec![cell];
    }
    let pieces = cell.split([';', ',', '/', '|', '\n', '\r']).map(str::trim);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

impl MatchBy {
    /// Whether numbers count.
    pub fn phone(self) -> bool {
        self != Self::Email
    }

    /// Whether the email address counts.
    pub fn email(self) -> bool {
        self != Self::Phone
    }
}

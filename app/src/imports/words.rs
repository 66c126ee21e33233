//! Imports in words.

use crate::charts::number;
use crate::components::words::field_in;
use crate::components::{Glyph, Tone};
use crate::texts::{Texts, t};
use domain::custom::CustomField;
use domain::imports::{RowProblem, State, Target, Why};

/// A number of rows or customers as the viewer's language writes it.
pub(super) fn count(n: u64) -> String {
    number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// How far an import is.
pub(super) fn state(state: State) -> &'static str {
    let words = &t().imports;
    match state {
        State::Reading => words.reading,
        State::Ready => words.ready,
        State::Checking => words.checking,
        State::Checked => words.checked,
        State::Running => words.running,
        State::Stopped => words.stopped,
        State::Done => words.done,
        State::Undoing => words.undoing,
        State::Undone => words.undone,
    }
}

/// The same as a colour and a drawing.
pub(super) fn look(state: State) -> (Tone, Glyph) {
    match state {
        State::Ready | State::Checked => (Tone::Neutral, icondata_lu::LuFileSpreadsheet),
        State::Reading | State::Checking | State::Running | State::Undoing => (Tone::Info, icondata_lu::LuHourglass),
        State::Stopped => (Tone::Warn, icondata_lu::LuCircleStop),
        State::Done => (Tone::Ok, icondata_lu::LuCircleCheck),
        State::Undone => (Tone::Neutral, icondata_lu::LuUndo2),
    }
}

/// What a column becomes, where customers have these fields.
pub(super) fn target(target: &Target, fields: &[CustomField]) -> String {
    let (words, customers) = (&t().imports, &t().customers);
    let word = match target {
        Target::Ignore => words.ignore,
        Target::Name => customers.name,
        Target::FamilyName => words.family_name,
        Target::GivenName => words.given_name,
        Target::Phone => customers.phone,
        Target::Email => customers.email,
        Target::Company => customers.company,
        Target::Address => customers.address,
        Target::Note => customers.note,
        Target::Owner => customers.owner,
        Target::Custom(id) => {
            return fields.iter().find(|field| field.id == *id).map(|field| field.name.clone()).unwrap_or_default();
        }
    };
    word.to_owned()
}

/// An encoding: what it is, and its name.
pub(super) fn encoding(name: &str) -> String {
    (t().written.encoding_named)(name).map_or_else(|| name.to_owned(), |is| format!("{is} · {name}"))
}

/// What stands between cells.
pub(super) fn delimiter(delimiter: char) -> String {
    let words = &t().written;
    match delimiter {
        ',' => words.comma.to_owned(),
        ';' => words.semicolon.to_owned(),
        '\t' => words.tab.to_owned(),
        '|' => words.bar.to_owned(),
        other => other.to_string(),
    }
}

/// A column's name, or its number where it has none.
pub(super) fn column(heads: &[String], at: usize) -> String {
    column_in(t(), heads, at)
}

fn column_in(texts: &Texts, heads: &[String], at: usize) -> String {
    match heads.get(at) {
        Some(head) if !head.is_empty() => head.clone(),
        _ => (texts.imports.nameless)(at + 1),
    }
}

/// Everything that is wrong with a row, each with the column it is in.
pub fn problems_in(texts: &Texts, heads: &[String], problems: &[RowProblem]) -> Vec<String> {
    let words = |problem: &RowProblem| {
        let why = match &problem.why {
            Why::Field(problem) => field_in(&texts.problems, problem),
            Why::Ambiguous(people) => (texts.imports.ambiguous)(*people),
            Why::Lacks(field) => (texts.imports.lacks)(field),
            Why::MayNotEdit => texts.imports.may_not_edit.to_owned(),
            Why::NotYours => texts.imports.not_yours.to_owned(),
        };
        match problem.column {
            Some(at) => format!("{}: {why}", column_in(texts, heads, at)),
            None => why,
        }
    };
    problems.iter().map(words).collect()
}

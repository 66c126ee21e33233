//! Money as people type it.

use crate::fields::{Field, FieldError, FieldProblem};
use crate::names;

/// The most a deal can come to: a thousand billion đồng.
pub const AMOUNT_MAX: i64 = 1_000_000_000_000;

/// What follows a number, without accents, and how many đồng one of it is. The longest first.
const UNITS: [(&str, i64); 12] = [
    ("trieu", 1_000_000),
    ("nghin", 1_000),
    ("ngan", 1_000),
    ("dong", 1),
    ("vnd", 1),
    ("ty", 1_000_000_000),
    ("ti", 1_000_000_000),
    ("tr", 1_000_000),
    ("d", 1),
    ("k", 1_000),
    ("m", 1_000_000),
    ("₫", 1),
];

/// Whole đồng of a text such as `1.250.000 ₫`, `15tr` or `1,5 tỷ`; `None` when it is no such text. A dot or comma
/// before three digits parts thousands; before a unit of thousands or more another one is a decimal point.
pub fn parse(text: &str) -> Option<i64> {
    let mut text = names::fold(text).replace(' ', "");
    let mut unit = 1;
    // "15 triệu đồng" has two.
    while let Some((word, worth)) = UNITS.iter().find(|(word, _)| text.ends_with(word)) {
        text.truncate(text.len() - word.len());
        unit = unit.max(*worth);
    }
    let (whole, part) = split(&text, unit > 1)?;
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let digits: i64 = format!("{whole}{part}").parse().ok()?;
    let dong = digits.checked_mul(unit)?;
    (dong % scale == 0).then_some(dong / scale).filter(|dong| *dong <= AMOUNT_MAX)
}

/// The digits before and after the decimal point.
fn split(text: &str, may_have_a_part: bool) -> Option<(String, String)> {
    let pieces: Vec<&str> = text.split(['.', ',']).collect();
    let is_number = |piece: &&str| !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_digit());
    if !pieces.iter().all(is_number) {
        return None;
    }
    let (first, rest) = pieces.split_first()?;
    if rest.iter().all(|piece| piece.len() == 3) && (rest.is_empty() || first.len() <= 3) {
        return Some((pieces.concat(), String::new()));
    }
    match (rest.split_last(), may_have_a_part) {
        (Some((part, groups)), true) if groups.iter().all(|piece| piece.len() == 3) => {
            Some((format!("{first}{}", groups.concat()), (*part).to_owned()))
        }
        _ => None,
    }
}

/// The amount of a form; nothing typed is nothing yet.
pub(super) fn field(text: &str, errors: &mut Vec<FieldError>) -> i64 {
    if text.trim().is_empty() {
        return 0;
    }
    parse(text).unwrap_or_else(|| {
        errors.push(FieldError::new(Field::Amount, FieldProblem::NotAnAmount));
        0
    })
}

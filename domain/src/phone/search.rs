//! Part of a number in a search box.

use super::{Number, plan, renumbering, spelling, without_zero};

/// What digits in a search box may be part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// Beginnings of keys, sorted; a hit has any of them.
    pub prefixes: Vec<String>,
    /// The last digits, from last to first (see [`super::Number::reversed_digits`]); `None` when the text can only be
    /// a beginning.
    pub reversed_tail: Option<String>,
}

/// The fewest digits that are searched for.
const DIGITS_MIN: usize = 3;
/// A landline has so many digits without its zero, and a mobile number so many: fewer are a part of one.
const LANDLINE: usize = 10;
const MOBILE: usize = 9;
/// More digits than this are not the end of a number but all of it.
const TAIL_MAX: usize = 9;

/// Reads a text of digits and punctuation as part of a number, old mobile prefixes included. `None` for words and for
/// fewer than three digits.
pub fn sought(typed: &str) -> Option<Sought> {
    let spelled = spelling::read(typed).ok().filter(|s| s.extension.is_none() && s.digits.len() >= DIGITS_MIN)?;
    let digits = spelled.digits.as_str();
    let mut prefixes = match digits.strip_prefix("00") {
        Some(rest) => abroad(rest),
        None if spelled.plus => abroad(digits),
        None => at_home(digits),
    };
    prefixes.sort();
    prefixes.dedup();
    let is_tail = !spelled.plus && digits.len() <= TAIL_MAX;
    Some(Sought { prefixes, reversed_tail: is_tail.then(|| digits.chars().rev().collect()) })
}

/// The key of a number that was typed whole, short codes not among them; `None` for a part of one. Of another country's
/// numbers nobody knows how long they are: whoever may not see numbers must find them by this key alone, and never by a
/// beginning, or the answers would tell the rest digit by digit.
pub fn sought_whole(typed: &str) -> Option<Number> {
    let number = super::parse(typed).ok()?.number;
    let whole = match number.vietnamese() {
        Some(national) if national.starts_with('2') => national.len() >= LANDLINE,
        Some(national) => national.len() >= MOBILE,
        None => !number.is_short(),
    };
    whole.then_some(number)
}

fn abroad(digits: &str) -> Vec<String> {
    match digits.strip_prefix("84") {
        Some(rest) => vietnam(without_zero(rest)),
        None => vec![format!("+{digits}")],
    }
}

/// Digits without a plus: a national number, with or without its zero, one with its country code, or a short code.
fn at_home(digits: &str) -> Vec<String> {
    if let Some(national) = digits.strip_prefix('0') {
        return vietnam(national);
    }
    let mut prefixes = vec![digits.to_owned()];
    prefixes.extend(vietnam(digits));
    if let Some(rest) = digits.strip_prefix("84") {
        prefixes.extend(vietnam(without_zero(rest)));
    }
    prefixes
}

/// The beginnings of keys that a national number may stand for, should it be whole and should it be a part: what is a
/// whole old landline may be a landline of today with its last digit still to come.
fn vietnam(national: &str) -> Vec<String> {
    let whole = plan::key(national).ok().map(|(key, _)| key);
    let modern = renumbering::mobile_beginning(national).map(|modern| format!("+84{modern}"));
    [Some(format!("+84{national}")), whole, modern].into_iter().flatten().collect()
}

//! Which numbers 3C dials, and how it wants them written.

use std::ops::RangeInclusive;

/// Digits that 3C dials. Everything else it ignores without a word.
const DIGITS: RangeInclusive<usize> = 8..=13;

/// Why 3C cannot dial a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotDialable {
    /// There is no digit in it.
    Empty,
    /// Fewer than eight digits: short codes (113, 19001) and extensions.
    TooShort,
    /// More than thirteen digits.
    TooLong,
    /// There is something in it that is no part of a number.
    NotANumber,
}

/// A number as 3C wants it: 8 to 13 digits, Vietnam's numbers with their leading zero, other countries' with 00.
///
/// Takes a stored key (`+84901234567`), a grouped number or one as typed; does not rewrite old prefixes.
///
/// # Errors
/// [`NotDialable`] where 3C would ignore the number.
pub fn dialable(number: &str) -> Result<String, NotDialable> {
    let written: String = number.chars().filter(|c| !is_formatting(*c)).collect();
    let (plus, digits) = match written.strip_prefix('+') {
        Some(digits) => (true, digits),
        None => (false, written.as_str()),
    };
    if digits.is_empty() {
        return Err(NotDialable::Empty);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotDialable::NotANumber);
    }
    let dialled = inside_vietnam(plus, digits);
    match dialled.len() {
        length if length < *DIGITS.start() => Err(NotDialable::TooShort),
        length if length > *DIGITS.end() => Err(NotDialable::TooLong),
        _ => Ok(dialled),
    }
}

fn is_formatting(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '–' | '(' | ')' | '/' | '\u{200e}' | '\u{202a}' | '\u{202c}')
}

fn inside_vietnam(plus: bool, digits: &str) -> String {
    let international = if plus { Some(digits) } else { digits.strip_prefix("00") };
    match international {
        Some(digits) => match digits.strip_prefix("84") {
            Some(national) => with_zero(national),
            None => format!("00{digits}"),
        },
        // Without a plus 84 is the country code only where a whole number follows.
        None => match digits.strip_prefix("84") {
            Some(national) if national.len() >= 9 => with_zero(national),
            _ => digits.to_owned(),
        },
    }
}

/// The zero of "+84 (0)901 ..." is there already.
fn with_zero(national: &str) -> String {
    if national.starts_with('0') { national.to_owned() } else { format!("0{national}") }
}

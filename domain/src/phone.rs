//! Telephone numbers as Vietnam writes, stores and dials them.
//!
//! People write one subscriber in many ways: `0901.234.567`, `+84 (0)901 234 567`, and, on an old visiting card,
//! `0121 234 5678` for what is `079 234 5678` since 2018. Numbers are therefore stored and matched by one key
//! ([`Number`]), which [`parse`] finds; the text as typed is kept beside it.
//!
//! Only [`parse`] (and [`same`], which calls it) needs the international numbering library. It is as large as a third of
//! all pages: what runs in the browser must not call them ([`dialled`] does without).

mod foreign;
mod masking;
mod plan;
mod reading;
mod renumbering;
mod search;
mod spelling;
#[cfg(test)]
mod tests;

pub use masking::{HIDDEN, WRITTEN, as_written, bare_seal, is_sealed, masked, masked_within, seal, sealed, shown};
pub use search::{Sought, sought, sought_whole};

use serde::{Deserialize, Serialize};
use spelling::Spelled;

/// The key under which a number is stored, searched and matched: E.164 (`+84901234567`), or the bare digits of a
/// short code or an extension (`19001000`, `113`, `5000`).
///
/// What leaves the server for somebody who may not see numbers whole holds them masked ([`Number::is_masked`]): the
/// type is known to [`crate::veil`] by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename = "alo::Number")]
pub struct Number(String);

/// Which renumbering brought an old spelling up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rewrite {
    /// The number was written as it is dialled today.
    None,
    /// An eleven-digit mobile number of before September 2018 (`0121 ...` is `079 ...`).
    Mobile2018,
    /// A landline with an area code of before 2017 (`04 ...` is `024 ...`).
    Landline2017,
}

/// A number somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parsed {
    /// The key.
    pub number: Number,
    /// Whether the spelling was an old one.
    pub rewrite: Rewrite,
    /// Digits to dial once connected ("ext. 12", "máy lẻ 12").
    pub extension: Option<String>,
}

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadNumber {
    /// Nothing was written.
    Empty,
    /// There is no digit in it.
    NoDigits,
    /// Digits are missing; for seven or eight digits it is the area code.
    TooShort,
    /// There are more digits than a number has; often two numbers in one field.
    TooLong,
    /// Something else: stray letters, a country that does not exist.
    NotANumber,
}

/// Reads a number as people in Vietnam write it.
///
/// Formatting, full-width digits, `tel:` addresses, `+`, `00` and a lost leading zero are understood. Old mobile
/// prefixes and area codes become today's. A number is not refused for a prefix that nobody was given: such lists age
/// faster than software. The key of a result reads as itself: `parse(key)` gives the same key.
///
/// # Errors
/// [`BadNumber`] when no number can be meant.
pub fn parse(raw: &str) -> Result<Parsed, BadNumber> {
    read(raw, foreign::key)
}

/// Reads a number that is only dialled, not stored as somebody's: as [`parse`] does, but of another country's number
/// nothing is judged but its length. It does without the numbering library.
///
/// # Errors
/// [`BadNumber`] when no number can be meant.
pub fn dialled(raw: &str) -> Result<Number, BadNumber> {
    read(raw, foreign::as_written).map(|parsed| parsed.number)
}

fn read(raw: &str, abroad: fn(&str) -> Result<String, BadNumber>) -> Result<Parsed, BadNumber> {
    let Spelled { plus, digits, extension } = spelling::read(raw)?;
    let (key, rewrite) = match Reach::of(plus, &digits)? {
        Reach::Bare(code) => (code.to_owned(), Rewrite::None),
        Reach::Vietnam(national) => plan::key(national)?,
        Reach::Abroad(digits) => (abroad(digits)?, Rewrite::None),
    };
    Ok(Parsed { number: Number(key), rewrite, extension })
}

/// Whether two spellings mean one subscriber. Extensions do not count; texts that are no numbers are the same when
/// they are equal.
pub fn same(a: &str, b: &str) -> bool {
    match (parse(a), parse(b)) {
        (Ok(a), Ok(b)) => a.number == b.number,
        (Err(_), Err(_)) => a.trim() == b.trim(),
        _ => false,
    }
}

/// Whether the text as typed says more than the number does, so that it should be shown besides: an old prefix, an
/// extension, or anything else than another way to format the number.
pub fn differs(raw: &str, number: &Number) -> bool {
    let Ok(spelled) = spelling::read(raw) else { return true };
    let (core, leads): (&str, &[&str]) = match (number.vietnamese(), number.as_str().strip_prefix('+')) {
        (Some(national), _) => (national, &["", "0", "84", "840", "0084", "00840"]),
        (None, Some(digits)) => (digits, &["", "00"]),
        (None, None) => (number.as_str(), &["", "84", "0084"]),
    };
    let lead = spelled.digits.strip_suffix(core);
    spelled.extension.is_some() || !lead.is_some_and(|lead| leads.contains(&lead))
}

/// Where written digits lead.
#[derive(Debug, PartialEq, Eq)]
enum Reach<'a> {
    /// A short code or an extension, dialled as it stands.
    Bare(&'a str),
    /// A national number of Vietnam without its leading zero.
    Vietnam(&'a str),
    /// Another country's number with its country code.
    Abroad(&'a str),
}

impl<'a> Reach<'a> {
    /// The longest run of digits that is taken as a short code or an extension.
    const BARE_MAX: usize = 6;
    /// From so many digits on a leading 84 is the country code; with fewer it is a mobile number without its zero.
    const COUNTRY_MIN: usize = 10;

    fn of(plus: bool, digits: &'a str) -> Result<Self, BadNumber> {
        // No country code begins with 0: a plus before a national number is a slip.
        if plus && !digits.starts_with('0') {
            return Self::international(digits);
        }
        if !plus && digits.len() <= Self::BARE_MAX {
            return if digits.len() > 1 { Ok(Self::Bare(digits)) } else { Err(BadNumber::TooShort) };
        }
        if let Some(rest) = digits.strip_prefix("00") {
            return Self::international(rest);
        }
        if let Some(national) = digits.strip_prefix('0') {
            return Ok(Self::Vietnam(national));
        }
        match digits.strip_prefix("84") {
            Some(rest) if digits.len() >= Self::COUNTRY_MIN => Ok(Self::Vietnam(without_zero(rest))),
            _ => Ok(Self::Vietnam(digits)),
        }
    }

    fn international(digits: &'a str) -> Result<Self, BadNumber> {
        match digits.strip_prefix("84") {
            Some(rest) => Ok(Self::Vietnam(without_zero(rest))),
            None if digits.starts_with('0') => Err(BadNumber::NotANumber),
            None => Ok(Self::Abroad(digits)),
        }
    }
}

/// The zero of "+84 (0)901 ...", which is not dialled.
fn without_zero(digits: &str) -> &str {
    digits.strip_prefix('0').unwrap_or(digits)
}

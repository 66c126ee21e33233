//! Other countries' numbers: the international numbering library knows their rules.

use super::BadNumber;
use phonenumber::PhoneNumber;
use phonenumber::metadata::DATABASE;
use std::ops::RangeInclusive;

/// Digits of an international number, country code included (E.164 allows 15; Niue and Saint Helena have the fewest).
const DIGITS: RangeInclusive<usize> = 7..=15;

/// How often a national prefix is taken off before a number is given up; one is usual.
const ROUNDS: usize = 4;

/// The E.164 form of digits that begin with a country code other than Vietnam's.
pub(super) fn key(digits: &str) -> Result<String, BadNumber> {
    // "+44 (0)(0)20 ...": the library removes one prefix at a time, but a key must read as itself.
    let mut key = digits.to_owned();
    for _ in 0..ROUNDS {
        let next = read(&key)?;
        if next == key {
            return Ok(format!("+{key}"));
        }
        key = next;
    }
    Err(BadNumber::NotANumber)
}

/// The E.164 form of such digits as they stand.
pub(super) fn as_written(digits: &str) -> Result<String, BadNumber> {
    fits(digits)?;
    Ok(format!("+{digits}"))
}

fn fits(digits: &str) -> Result<(), BadNumber> {
    match digits.len() {
        n if n < *DIGITS.start() => Err(BadNumber::TooShort),
        n if n > *DIGITS.end() => Err(BadNumber::TooLong),
        _ => Ok(()),
    }
}

/// Country code and national number without the prefix that is dialled only inside the country.
fn read(digits: &str) -> Result<String, BadNumber> {
    fits(digits)?;
    let number = phonenumber::parse(None, format!("+{digits}")).map_err(|error| why(&error))?;
    let code = number.code().value();
    if keeps_zero(code) {
        return Ok(digits.to_owned());
    }
    Ok(format!("{code}{}", national(&number)))
}

fn national(number: &PhoneNumber) -> String {
    number.national().to_string()
}

/// Whether a country has no national prefix, so that a leading zero is part of the number ("+39 06 ..." in Rome).
/// The library knows these countries, but drops their zeros.
fn keeps_zero(code: u16) -> bool {
    DATABASE.by_code(&code).is_some_and(|regions| {
        regions.iter().all(|r| r.national_prefix().is_none() && r.national_prefix_for_parsing().is_none())
    })
}

fn why(error: &phonenumber::ParseError) -> BadNumber {
    use phonenumber::ParseError::{TooLong, TooShortAfterIdd, TooShortNsn};
    match error {
        TooShortAfterIdd | TooShortNsn => BadNumber::TooShort,
        TooLong => BadNumber::TooLong,
        _ => BadNumber::NotANumber,
    }
}

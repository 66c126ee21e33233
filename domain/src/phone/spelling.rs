//! From what somebody typed to digits.

use super::{BadNumber, HIDDEN, is_sealed};
use crate::names;
use unicode_normalization::UnicodeNormalization;

/// The digits of a written number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    /// Whether a plus sign stood before them.
    pub(super) plus: bool,
    /// At least one digit.
    pub(super) digits: String,
    /// Digits to dial once connected.
    pub(super) extension: Option<String>,
}

/// The longest extension that is believed; more digits are a second number.
const EXTENSION_MAX: usize = 7;

/// Words before an extension, without accents; longer ones first where one begins another.
const EXTENSION_WORDS: [&str; 10] =
    ["extension", "extn", "ext", "so may le", "may le", "may nhanh", "noi bo", "so le", "le", "x"];

/// Separates digits, plus sign and extension from how they are set out.
///
/// A text that was masked is none: what is left of a number is another number.
pub(super) fn read(raw: &str) -> Result<Spelled, BadNumber> {
    if raw.contains(HIDDEN) || is_sealed(raw.trim()) {
        return Err(BadNumber::NotANumber);
    }
    // Compatibility forms make full-width digits and no-break spaces plain.
    let text = names::fold(&raw.nfkc().collect::<String>());
    if text.is_empty() {
        return Err(BadNumber::Empty);
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(BadNumber::NoDigits);
    }
    let mut parts = text.strip_prefix("tel:").unwrap_or(&text).split(';');
    let written = parts.next().unwrap_or_default();
    let parameters = Parameters::read(parts)?;
    let (head, tail) = written.split_at(written.find(begins_extension).unwrap_or(written.len()));
    let (mut plus, mut digits) = dialled(head)?;
    let extension = extension(tail)?.or(parameters.extension);
    if let Some(context) = parameters.context.filter(|_| !plus) {
        digits.insert_str(0, &context);
        plus = true;
    }
    Ok(Spelled { plus, digits, extension })
}

/// What may follow a number in a `tel:` address (RFC 3966) and matters.
#[derive(Default)]
struct Parameters {
    extension: Option<String>,
    /// The country code a number without plus belongs to.
    context: Option<String>,
}

impl Parameters {
    fn read<'a>(parts: impl Iterator<Item = &'a str>) -> Result<Self, BadNumber> {
        let mut found = Self::default();
        for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
            // A semicolon without a parameter divides two numbers.
            let (name, value) = part.split_once('=').ok_or(BadNumber::NotANumber)?;
            match name.trim() {
                "ext" => found.extension = Some(extension_digits(value)?),
                "phone-context" => found.context = country(value)?,
                _ => {}
            }
        }
        Ok(found)
    }
}

/// The digits of a context such as "+84"; a domain name says nothing.
fn country(context: &str) -> Result<Option<String>, BadNumber> {
    match context.trim().strip_prefix('+') {
        Some(code) => dialled(code).map(|(_, digits)| Some(digits)),
        None => Ok(None),
    }
}

fn begins_extension(c: char) -> bool {
    c.is_alphabetic() || c == '#' || c == ','
}

/// The plus sign and digits of a text that holds nothing else but punctuation.
fn dialled(text: &str) -> Result<(bool, String), BadNumber> {
    let (mut plus, mut digits) = (false, String::new());
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => plus = true,
            c if separates(c) => {}
            _ => return Err(BadNumber::NotANumber),
        }
    }
    // The text as a whole has digits: they stand behind a word that is no part of a number.
    if digits.is_empty() { Err(BadNumber::NotANumber) } else { Ok((plus, digits)) }
}

/// Punctuation people put between digits, and the apostrophe spreadsheets put before them.
fn separates(c: char) -> bool {
    c.is_whitespace() || "-‐‑‒–—―−.·()[]/~_'’`\":".contains(c)
}

/// Whether a sign may stand between digits of one number as [`read`] takes them: punctuation in any form, accents, and
/// what is not seen at all.
pub(super) fn joins(c: char) -> bool {
    separates(c) || (!c.is_ascii() && names::fold(&c.nfkc().collect::<String>()).chars().all(separates))
}

/// Reads what follows the number: nothing, a pause and digits, or a word for "extension" and digits.
fn extension(tail: &str) -> Result<Option<String>, BadNumber> {
    let tail = tail.trim_matches(|c| separates(c) || c == ',' || c == '#');
    if tail.is_empty() {
        return Ok(None);
    }
    let word = EXTENSION_WORDS.iter().find_map(|word| tail.strip_prefix(word));
    extension_digits(word.unwrap_or(tail)).map(Some)
}

fn extension_digits(text: &str) -> Result<String, BadNumber> {
    let digits = text.trim_matches(|c| separates(c) || c == '=' || c == '#');
    let plausible = (1..=EXTENSION_MAX).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if plausible { Ok(digits.to_owned()) } else { Err(BadNumber::NotANumber) }
}

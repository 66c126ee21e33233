//! Which numbers Stringee dials, and how a call that reaches the member first says whom it is for.

/// What a number must have, in digits with the country code.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;
/// What the alias of a call begins with that the member is called for first.
const CALL_FIRST: &str = "callout_";
/// What stands between our number and the customer's in such an alias.
const TO: &str = "->";

/// A number as Stringee wants it: the digits of E.164 without a plus. Short codes and our own extensions stay as they are.
///
/// `None` where there is none, or more than a number.
pub fn dialable(number: &str) -> Option<String> {
    let written: String = number.chars().filter(|c| !is_formatting(*c)).collect();
    let digits = written.strip_prefix('+').or_else(|| written.strip_prefix("00")).unwrap_or(&written);
    let dialled = match digits.strip_prefix('0') {
        Some(national) if digits.len() == written.len() => format!("84{national}"),
        // The zero of "+84 (0)901 ..." is no part of the number.
        _ => digits.strip_prefix("840").map_or_else(|| digits.to_owned(), |national| format!("84{national}")),
    };
    let is_number = DIGITS.contains(&dialled.len()) && dialled.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(dialled)
}

fn is_formatting(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '–' | '(' | ')' | '/' | '\u{200e}' | '\u{202a}' | '\u{202c}')
}

/// The alias under which the member is called first, so that their page knows the call for one of its own, and for whom.
pub fn call_first_alias(hotline: &str, customer: &str) -> String {
    format!("{CALL_FIRST}{hotline}{TO}{customer}")
}

/// The customer's number, where an alias says that the member is called first for a call out.
pub fn call_first_customer(alias: &str) -> Option<&str> {
    let (_, customer) = alias.strip_prefix(CALL_FIRST)?.split_once(TO)?;
    (!customer.is_empty()).then_some(customer)
}

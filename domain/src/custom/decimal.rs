//! Numbers as Vietnamese people write them, exact to the last place.

use serde::{Deserialize, Serialize};

/// Places after the comma.
const PLACES: usize = 4;
/// Ten thousandths that make one.
const ONE: i64 = 10_000;
/// The most that is taken: a hundred thousand billion.
const MOST: i64 = 100_000_000_000_000;

/// A number with up to four places after the comma.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Decimal(
    /// In ten thousandths.
    pub i64,
);

impl Decimal {
    /// Reads `1.234,5`, `1,234.5`, `1234.5` or `-3`; `None` when it is no such number, or has more places. One dot
    /// before three digits parts thousands, as here; one comma is a decimal comma.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, part) = split(digits)?;
        if part.len() > PLACES {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let part: i64 = format!("{part:0<PLACES$}").parse().ok()?;
        let size = whole.checked_mul(ONE)?.checked_add(part).filter(|size| *size <= MOST * ONE)?;
        Some(Self(if negative { -size } else { size }))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.0.unsigned_abs();
        let one = ONE.unsigned_abs();
        let whole = (size / one).to_string();
        let part = format!("{:0PLACES$}", size % one);
        f.write_str(if self.0 < 0 { "-" } else { "" })?;
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        match part.trim_end_matches('0') {
            "" => Ok(()),
            part => write!(f, ",{part}"),
        }
    }
}

/// The digits before and after the decimal sign.
fn split(digits: &str) -> Option<(String, &str)> {
    let (whole, part) = match (digits.rfind('.'), digits.rfind(',')) {
        (Some(dot), Some(comma)) => digits.split_at(dot.max(comma)),
        (Some(dot), None) if !is_grouped(digits, '.') => digits.split_at(dot),
        (None, Some(comma)) if !is_grouped(digits, ',') || digits.matches(',').count() == 1 => digits.split_at(comma),
        _ => (digits, ""),
    };
    let part = part.get(1..).unwrap_or_default();
    let signs: Vec<char> = whole.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let sign = signs.first().copied().unwrap_or('.');
    let grouped = signs.is_empty() || (signs.iter().all(|other| *other == sign) && is_grouped(whole, sign));
    let plain: String = whole.chars().filter(|c| *c != sign).collect();
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_written = !plain.is_empty() && is_number(&plain) && is_number(part);
    let is_ended = part.is_empty() == (whole.len() == digits.len());
    (grouped && is_written && is_ended).then_some((plain, part))
}

/// Whether the sign parts thousands: three digits after each, and before the first a few that do not begin with zero.
fn is_grouped(digits: &str, sign: char) -> bool {
    let mut groups = digits.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

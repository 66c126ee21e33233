//! A number as people read it. Nothing here needs the numbering library.

use super::{Number, shown};
use std::fmt;

impl Number {
    /// Takes a key from where keys are stored; the text is trusted.
    pub fn from_stored(key: String) -> Self {
        Self(key)
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key's digits, country code included, without the plus sign.
    pub fn digits(&self) -> &str {
        self.0.strip_prefix('+').unwrap_or(&self.0)
    }

    /// The digits from last to first: with these indexed, "ends with 4567" is a search for a beginning.
    pub fn reversed_digits(&self) -> String {
        self.digits().chars().rev().collect()
    }

    /// Whether this is a short code or an extension, dialled as it stands.
    pub fn is_short(&self) -> bool {
        !self.0.starts_with('+') && !self.is_masked()
    }

    /// The national number without its leading zero; `None` for other countries, short codes and extensions.
    pub(crate) fn vietnamese(&self) -> Option<&str> {
        self.0.strip_prefix("+84")
    }

    /// As it is dialled inside Vietnam, digits only: `0901234567`, `19001000`; for other countries the country code
    /// and number, `16502530000`. A masked number stays what it is, with its seal.
    pub fn national(&self) -> String {
        match self.vietnamese() {
            Some(national) => format!("0{national}"),
            None => self.digits().to_owned(),
        }
    }

    /// Grouped as Vietnamese people read it: `0901 234 567`, `028 3822 1234`, `1900 1000`; `+1 650 253 0000` for other
    /// countries. It parses to the same key. Of a masked number, what is shown of it.
    pub fn grouped(&self) -> String {
        if self.is_masked() {
            return shown(&self.0).to_owned();
        }
        if self.vietnamese().is_some() {
            let national = self.national();
            return in_groups(&national, national_groups(&national));
        }
        if self.is_short() {
            return in_groups(self.digits(), short_groups(self.digits().len()));
        }
        let digits = self.digits();
        match digits.split_at_checked(country_code_length(digits)) {
            Some((code, rest)) => format!("+{code} {}", in_groups(rest, &even_groups(rest.len()))),
            None => self.0.clone(),
        }
    }

    /// For logs: enough to recognise a number one knows, `0901 *** 567`. Short codes and extensions are public.
    pub fn masked(&self) -> String {
        if self.is_short() {
            return self.0.clone();
        }
        let national = self.national();
        let (head, tail) = if national.len() >= 10 { (4, 3) } else { (2, 2) };
        let plus = if self.vietnamese().is_some() { "" } else { "+" };
        let first: String = national.chars().take(head).collect();
        let last: String = national.chars().skip(national.chars().count().saturating_sub(tail)).collect();
        format!("{plus}{first} *** {last}")
    }

    /// The address for a link that dials (RFC 3966).
    pub fn tel_uri(&self) -> String {
        format!("tel:{}", self.0)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Puts a space after each group; digits beyond the last group follow it.
fn in_groups(digits: &str, groups: &[usize]) -> String {
    let mut out = String::with_capacity(digits.len() + groups.len());
    let mut ends = groups.iter().scan(0, |end, size| {
        *end += size;
        Some(*end)
    });
    let mut end = ends.next();
    for (at, digit) in digits.chars().enumerate() {
        if end == Some(at) {
            out.push(' ');
            end = ends.next();
        }
        out.push(digit);
    }
    out
}

/// The groups of a number of Vietnam with its leading zero.
fn national_groups(national: &str) -> &'static [usize] {
    let city = national.starts_with("024") || national.starts_with("028");
    match national.len() {
        11 if city => &[3, 4, 4],
        11 if national.starts_with("02") => &[4, 4, 3],
        11 => &[4, 3, 4],
        10 if national.starts_with("069") => &[3, 3, 4],
        10 => &[4, 3, 3],
        9 => &[3, 3, 3],
        _ => &[3, 5],
    }
}

fn short_groups(digits: usize) -> &'static [usize] {
    match digits {
        0..=6 => &[],
        7 => &[3, 4],
        8 => &[4, 4],
        9 => &[4, 5],
        _ => &[4, 3, 3],
    }
}

/// Threes, and fours where threes do not add up.
fn even_groups(digits: usize) -> Vec<usize> {
    let fours = match digits % 3 {
        1 if digits >= 4 => 1,
        2 if digits >= 8 => 2,
        _ => 0,
    };
    let mut groups = vec![3; (digits - 4 * fours) / 3];
    groups.extend(vec![4; fours]);
    groups
}

/// The length of the country code (ITU-T E.164, list of assigned codes): 1 and 7 have one digit, these two, others three.
fn country_code_length(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..] => 2,
        [b'3', b'0'..=b'4' | b'6' | b'9', ..] => 2,
        [b'4', b'0' | b'1' | b'3'..=b'9', ..] => 2,
        [b'5', b'1'..=b'8', ..] => 2,
        [b'6', b'0'..=b'6', ..] => 2,
        [b'8', b'1' | b'2' | b'4' | b'6', ..] => 2,
        [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

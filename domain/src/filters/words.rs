//! A filter as the word of an address: `all(owner.is.me,any(tag.is.t1|t2,amount.least.1000000))`.

use super::{CONDITIONS_MAX, Condition, DEPTH_MAX, Filter, FilterField, Operator, Part, VALUES_MAX};
use std::str::FromStr;

const ALL: &str = "all(";
const ANY: &str = "any(";
/// Signs that mean something, and so are written otherwise in a value.
const SIGNS: [char; 6] = ['~', '(', ')', ',', '.', '|'];

impl std::fmt::Display for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.any { ANY } else { ALL })?;
        for (n, part) in self.parts.iter().enumerate() {
            f.write_str(if n == 0 { "" } else { "," })?;
            match part {
                Part::Condition(condition) => condition.fmt(f)?,
                Part::Group(group) => group.fmt(f)?,
            }
        }
        f.write_str(")")
    }
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", escaped(&self.field.word()), self.operator.as_str())?;
        for (n, value) in self.values.iter().enumerate() {
            write!(f, "{}{}", if n == 0 { "." } else { "|" }, escaped(value))?;
        }
        Ok(())
    }
}

/// A text that is no filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFilter;

impl FromStr for Filter {
    type Err = NoFilter;

    /// Reads what [`Filter`] writes. Whether fields, operators and values fit each other is seen when it is read for
    /// somebody.
    fn from_str(text: &str) -> Result<Self, NoFilter> {
        let mut left = text;
        let filter = group(&mut left, 1).ok_or(NoFilter)?;
        if left.is_empty() && filter.count() <= CONDITIONS_MAX { Ok(filter) } else { Err(NoFilter) }
    }
}

fn group(left: &mut &str, depth: usize) -> Option<Filter> {
    let any = left.starts_with(ANY);
    *left = left.strip_prefix(ALL).or_else(|| left.strip_prefix(ANY)).filter(|_| depth <= DEPTH_MAX)?;
    let mut parts = Vec::new();
    loop {
        if let Some(rest) = left.strip_prefix(')') {
            *left = rest;
            return Some(Filter { any, parts });
        }
        if !parts.is_empty() {
            *left = left.strip_prefix(',')?;
        }
        let is_group = left.starts_with(ALL) || left.starts_with(ANY);
        parts.push(if is_group { Part::Group(group(left, depth + 1)?) } else { Part::Condition(condition(left)?) });
    }
}

fn condition(left: &mut &str) -> Option<Condition> {
    let end = left.find([',', ')'])?;
    let (text, rest) = left.split_at(end);
    *left = rest;
    let mut words = text.splitn(3, '.');
    let field = FilterField::from_word(&unescaped(words.next()?)?)?;
    let operator = Operator::from_word(words.next()?)?;
    let values: Option<Vec<String>> =
        words.next().map_or(Some(Vec::new()), |values| values.split('|').map(unescaped).collect());
    let values = values.filter(|values| values.len() <= VALUES_MAX)?;
    Some(Condition { field, operator, values })
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if SIGNS.contains(&c) {
            out.push('~');
            out.push_str(&format!("{:02x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split('~');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let sign = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).map(char::from)?;
        out.push(Some(sign).filter(|sign| SIGNS.contains(sign))?);
        out.push_str(part.get(2..)?);
    }
    Some(out)
}

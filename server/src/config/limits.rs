//! How much the server takes on at once.

use super::{ConfigError, Values, text, wrong};

/// How much the server takes on at once. What is more is told to come again, by 503 or 429 and `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Open connections.
    pub connections: usize,
    /// Pages and questions that are worked on at once.
    pub pages: usize,
    /// Of exports, dashboards and files that come in.
    pub heavy: usize,
    /// Requests a second of one member, or of one address while nobody is signed in; 0 for any number. Ten times as many
    /// are taken at once.
    pub per_member: u32,
}

/// Read from settings given as text.
pub(super) fn read(values: &Values) -> Result<Limits, ConfigError> {
    Ok(Limits {
        connections: number(values, "limit_connections", 10_000, 16)?,
        pages: number(values, "limit_pages", 64, 1)?,
        heavy: number(values, "limit_heavy", 4, 1)?,
        per_member: u32::try_from(number(values, "limit_per_member", 50, 0)?).unwrap_or(u32::MAX),
    })
}

fn number(values: &Values, name: &str, default: usize, least: usize) -> Result<usize, ConfigError> {
    let default = default.to_string();
    let given = text(values, name, &default);
    let number = given.parse().ok().filter(|number| (least..=1_000_000).contains(number));
    number.ok_or_else(|| wrong(name, given, "a whole number up to 1000000, and not too small"))
}

//! Days of Vietnam's calendar.

use super::{DAY, Millis, VIETNAM, local, local_day};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day in Vietnam: days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i64);

impl Day {
    /// The day of a moment.
    pub fn of(at: Millis) -> Self {
        Self(local_day(at))
    }

    /// When it begins.
    pub fn start(self) -> Millis {
        Millis(self.0.saturating_mul(DAY).saturating_sub(VIETNAM))
    }

    /// So many days later, or earlier when negative.
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The first day of its month.
    pub fn month_start(self) -> Self {
        self.plus(1 - i64::from(local(self.start()).day()))
    }

    /// `2026-11-20`, as fields of forms and addresses have it.
    pub fn iso(self) -> String {
        local(self.start()).format("%Y-%m-%d").to_string()
    }

    /// Reads [`Day::iso`] back; `None` when it is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
        let midnight = date.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis();
        (0..=9999).contains(&date.year()).then_some(Self(midnight.div_euclid(DAY)))
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use crate::times::{date_time, parse_local_naive};

    #[test]
    fn a_day_begins_at_midnight_in_vietnam() {
        let late = parse_local_naive("2026-11-20 23:59:59").unwrap();
        let day = Day::of(late);
        assert_eq!((day.iso().as_str(), date_time(day.start()).as_str()), ("2026-11-20", "20/11/2026 00:00"));
        assert_eq!(Day::of(late.plus(1_000)).iso(), "2026-11-21");
        assert_eq!((day.month_start().iso().as_str(), day.plus(-20).iso().as_str()), ("2026-11-01", "2026-10-31"));
    }

    #[test]
    fn a_day_survives_being_written() {
        for text in ["2026-11-20", "1970-01-01", "1969-12-31", "2024-02-29"] {
            assert_eq!(Day::parse(text).map(Day::iso).as_deref(), Some(text));
        }
        for text in ["", "20/11/2026", "2026-02-30", "2026-13-01", "99999-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}

//! The period of a dashboard: whole days in Vietnam.

use crate::times::{DAY, Millis, local_naive, parse_local_naive};
use serde::{Deserialize, Serialize};

/// The longest period, in days.
pub const DAYS_MAX: i64 = 366;
/// Periods longer than this are shown week by week.
const DAILY_MAX: i64 = 62;

/// When.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Since midnight.
    Today,
    /// Today and the six days before.
    #[default]
    SevenDays,
    /// Today and the 29 days before.
    ThirtyDays,
    /// Since the first of this month.
    ThisMonth,
    /// Days of one's choice, both included.
    Days {
        /// Some moment of the first day.
        from: Millis,
        /// Some moment of the last day.
        to: Millis,
    },
}

impl Period {
    /// The first moment of the period and the first one after it; whole days in Vietnam, at least one and at most
    /// [`DAYS_MAX`].
    pub fn range(self, now: Millis) -> (Millis, Millis) {
        let today = now.day_start();
        let (first, last) = match self {
            Self::Today => (today, today),
            Self::SevenDays => (today.plus(-6 * DAY), today),
            Self::ThirtyDays => (today.plus(-29 * DAY), today),
            Self::ThisMonth => (month_start(today), today),
            Self::Days { from, to } => (from.min(to).day_start(), from.max(to).day_start()),
        };
        (first.max(last.plus(-(DAYS_MAX - 1) * DAY)), last.plus(DAY))
    }

    /// How many milliseconds of a period are shown together: those of a day, or of a week.
    pub fn step(from: Millis, until: Millis) -> i64 {
        if until.since(from) <= DAILY_MAX * DAY { DAY } else { 7 * DAY }
    }
}

/// `2026-11-20`: the day of a moment in Vietnam, as addresses write it.
pub fn date_word(at: Millis) -> String {
    local_naive(at).chars().take(10).collect()
}

/// The first moment of a day that [`date_word`] wrote; `None` when it is no such day.
pub fn date_of(word: &str) -> Option<Millis> {
    parse_local_naive(&format!("{} 00:00:00", word.trim()))
}

fn month_start(day: Millis) -> Millis {
    let month: String = date_word(day).chars().take(8).collect();
    date_of(&format!("{month}01")).unwrap_or(day)
}

//! A member's day: what is overdue, what today asks for, who called and was missed, which deals need them, and what they
//! did so far.

use crate::deals::Deal;
use crate::floor::Today;
use crate::missed::MissedRow;
use crate::tasks::{Task, days_to_monday};
use crate::times::{DAY, Millis, weekday};
use serde::{Deserialize, Serialize};

/// The most of a kind that a day shows.
pub const DAY_MAX: i64 = 30;

/// What a member's day looks like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MyDay {
    /// When it was asked.
    pub at: Millis,
    /// What should be done already, soonest due first.
    pub overdue: Vec<Task>,
    /// What is to be done before this day ends, soonest due first.
    pub today: Vec<Task>,
    /// Missed calls that are theirs to call back.
    pub missed: Vec<MissedRow>,
    /// Their open deals that should be won by the end of this week, or should have been.
    pub closing: Vec<Deal>,
    /// Their other open deals for which nobody has planned anything.
    pub idle: Vec<Deal>,
    /// What they did today.
    pub figures: DayFigures,
}

impl MyDay {
    /// Whether nothing waits for them.
    pub fn is_clear(&self) -> bool {
        self.overdue.is_empty()
            && self.today.is_empty()
            && self.missed.is_empty()
            && self.closing.is_empty()
            && self.idle.is_empty()
    }
}

/// What a member did today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// Their calls.
    pub calls: Today,
    /// Tasks they did.
    pub tasks_done: i64,
    /// Their deals that were won.
    pub deals_won: i64,
    /// What these come to, in whole đồng.
    pub won_amount: i64,
}

/// The first moment of the Monday after this week. Weeks are Vietnam's.
pub fn end_of_week(now: Millis) -> Millis {
    now.day_start().plus(days_to_monday(weekday(now)) * DAY)
}

#[cfg(test)]
mod tests {
    use super::end_of_week;
    use crate::times::{Millis, date_time, parse_field};

    fn at(text: &str) -> Millis {
        parse_field(text).unwrap()
    }

    #[test]
    fn a_week_ends_with_its_sunday() {
        for day in ["2026-11-16T00:00", "2026-11-20T14:05", "2026-11-22T23:59"] {
            assert_eq!(date_time(end_of_week(at(day))), "23/11/2026 00:00", "{day}");
        }
        assert_eq!(date_time(end_of_week(at("2026-11-23T00:00"))), "30/11/2026 00:00");
    }
}

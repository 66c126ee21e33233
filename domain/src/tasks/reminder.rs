//! When somebody is reminded of what they have to do.

use super::Task;
use crate::times::{DAY, HOUR, MINUTE, Millis};
use serde::{Deserialize, Serialize};

/// So long a reminder is silent that was put off.
pub const SNOOZE: i64 = 10 * MINUTE;

/// How long before a task is due its owner is reminded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// Not at all.
    Never,
    /// When it is due.
    #[default]
    AtDue,
    /// Ten minutes before.
    TenMinutes,
    /// An hour before.
    Hour,
    /// A day before.
    Day,
}

impl Reminder {
    /// Every choice, the latest first.
    pub const ALL: [Self; 5] = [Self::Never, Self::AtDue, Self::TenMinutes, Self::Hour, Self::Day];

    /// How long before, in milliseconds; `None` for not at all.
    pub fn before(self) -> Option<i64> {
        match self {
            Self::Never => None,
            Self::AtDue => Some(0),
            Self::TenMinutes => Some(10 * MINUTE),
            Self::Hour => Some(HOUR),
            Self::Day => Some(DAY),
        }
    }

    /// The choice of a stored [`Reminder::before`]; `None` for any other number.
    pub fn from_stored(before: Option<i64>) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.before() == before)
    }

    /// The word of a form's field.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AtDue => "at_due",
            Self::TenMinutes => "ten_minutes",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    /// The choice of a field's word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == word)
    }

    /// When one is reminded of what is due then. Where that has passed, it is when the task is due; of what is overdue
    /// already nobody need be reminded.
    pub fn at(self, due_at: Millis, now: Millis) -> Option<Millis> {
        let before = due_at.plus(-self.before()?);
        [before, due_at].into_iter().find(|at| *at > now)
    }
}

/// What a member is reminded of, now and soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// By the server's clock: a browser's may be wrong.
    pub at: Millis,
    /// Tasks to be done of which one is reminded, soonest first.
    pub tasks: Vec<Task>,
}

impl Reminders {
    /// Those of which one is reminded now, and when the next one comes.
    pub fn ringing(&self, now: Millis) -> (Vec<Task>, Option<Millis>) {
        let rings = |task: &&Task| task.remind_at.is_some_and(|at| at <= now);
        let ringing = self.tasks.iter().filter(rings).cloned().collect();
        let next = self.tasks.iter().filter_map(|task| task.remind_at).filter(|at| *at > now).min();
        (ringing, next)
    }
}

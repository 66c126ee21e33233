//! The figures of the calls of a period, as the dashboard shows them.

mod period;
mod spread;

pub use period::{DAYS_MAX, Period, date_of, date_word};
pub use spread::{Histogram, Spread, duration_bucket};

use crate::calls::{Direction, Outcome};
use crate::ids::TeamId;
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use crate::times::Millis;
use crate::wrap_up::DispositionRef;
use serde::{Deserialize, Serialize};

/// What the dashboard is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresQuery {
    /// When.
    pub period: Period,
    /// The calls of one team; `None` for all one sees.
    pub team: Option<TeamId>,
}

/// How a call ended, as far as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Not over yet.
    Running,
    /// They talked.
    Answered,
    /// A call in that nobody took.
    Missed,
    /// A call in that the member refused.
    Rejected,
    /// A call out that did not come about.
    Failed,
}

impl From<&Outcome> for Counted {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Answered => Self::Answered,
            Outcome::Missed => Self::Missed,
            Outcome::Rejected => Self::Rejected,
            Outcome::Cancelled | Outcome::Failed { .. } => Self::Failed,
        }
    }
}

/// Calls counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// Calls in.
    pub inbound: i64,
    /// Calls in that were answered.
    pub inbound_answered: i64,
    /// Calls in that nobody took.
    pub missed: i64,
    /// Calls in that a member refused.
    pub rejected: i64,
    /// Calls in that are not over.
    pub inbound_running: i64,
    /// Calls out.
    pub outbound: i64,
    /// Calls out that were answered.
    pub outbound_answered: i64,
    /// Milliseconds of talk, hold included.
    pub talk_ms: i64,
}

impl Sums {
    /// Counts calls of one kind.
    pub fn count(&mut self, direction: Direction, how: Counted, calls: i64, talk_ms: i64) {
        self.talk_ms += talk_ms;
        match direction {
            Direction::Outbound => {
                self.outbound += calls;
                self.outbound_answered += if how == Counted::Answered { calls } else { 0 };
            }
            Direction::Inbound => {
                self.inbound += calls;
                match how {
                    Counted::Running => self.inbound_running += calls,
                    Counted::Answered => self.inbound_answered += calls,
                    Counted::Missed => self.missed += calls,
                    Counted::Rejected => self.rejected += calls,
                    Counted::Failed => {}
                }
            }
        }
    }

    /// Counts what another has counted, too.
    pub fn add(&mut self, other: &Self) {
        self.inbound += other.inbound;
        self.inbound_answered += other.inbound_answered;
        self.missed += other.missed;
        self.rejected += other.rejected;
        self.inbound_running += other.inbound_running;
        self.outbound += other.outbound;
        self.outbound_answered += other.outbound_answered;
        self.talk_ms += other.talk_ms;
    }

    /// All calls.
    pub fn calls(&self) -> i64 {
        self.inbound + self.outbound
    }

    /// All calls in which they talked.
    pub fn answered(&self) -> i64 {
        self.inbound_answered + self.outbound_answered
    }

    /// Of a hundred calls in that are over, how many were answered; `None` without any.
    pub fn answer_rate(&self) -> Option<i64> {
        percent(self.inbound_answered, self.inbound - self.inbound_running)
    }
}

/// How many of a hundred, rounded; `None` of nothing.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}

/// What became of customers who were missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalledBack {
    /// Items of the inbox that began in this time.
    pub items: i64,
    /// Of those: reached since, by whoever called.
    pub reached: i64,
    /// Of those: closed by hand.
    pub by_hand: i64,
    /// How long they waited until they were reached.
    pub wait: Option<Spread>,
}

/// The figures of a day or of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// The first moment in it.
    pub from: Millis,
    /// The first moment after it.
    pub until: Millis,
    /// Its calls.
    pub sums: Sums,
    /// How long they talked.
    pub talk: Option<Spread>,
    /// How long it rang, of calls in.
    pub wait: Option<Spread>,
    /// Who was missed in it.
    pub called_back: CalledBack,
}

/// The calls of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentFigures {
    /// Who; `None` for calls where nobody of us was rung.
    pub agent: Option<StaffRef>,
    /// Their calls.
    pub sums: Sums,
}

/// The calls of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamFigures {
    /// Which; `None` for calls of whoever was in none.
    pub team: Option<TeamRef>,
    /// Its calls.
    pub sums: Sums,
}

/// How often members said that a call came to this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionFigures {
    /// What; `None` where nobody has said.
    pub disposition: Option<DispositionRef>,
    /// How many calls.
    pub calls: i64,
}

/// Everything the dashboard shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The first moment of the period.
    pub from: Millis,
    /// The first moment after it.
    pub until: Millis,
    /// All calls.
    pub sums: Sums,
    /// How long they talked.
    pub talk: Option<Spread>,
    /// How long it rang, of calls in.
    pub wait: Option<Spread>,
    /// Who was missed.
    pub called_back: CalledBack,
    /// Day by day; week by week where that were too many.
    pub stretches: Vec<Stretch>,
    /// Calls by day of the week, from Monday, and hour.
    pub hours: [[i64; 24]; 7],
    /// By member, most calls first.
    pub agents: Vec<AgentFigures>,
    /// By team, most calls first.
    pub teams: Vec<TeamFigures>,
    /// By what they came to, most calls first.
    pub dispositions: Vec<DispositionFigures>,
}

//! Which calls the log shows.

mod words;

use super::{Direction, MatchHow};
use crate::access::Scope;
use crate::ids::{CustomerId, DispositionId, StaffId, TeamId};
use crate::times::{Day, Millis};
use serde::{Deserialize, Serialize};

/// From when on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Always.
    #[default]
    Any,
    /// Since midnight.
    Today,
    /// Today and the six days before.
    SevenDays,
    /// Since the first of this month.
    ThisMonth,
    /// From one day to another, both included; without one, without that end.
    Days {
        /// The first day.
        from: Option<Day>,
        /// The last day.
        to: Option<Day>,
    },
}

impl Period {
    /// The moments of this period, seen from `now`: the first one in it, and the first one after it.
    pub fn bounds(self, now: Millis) -> (Option<Millis>, Option<Millis>) {
        let today = Day::of(now);
        match self {
            Self::Any => (None, None),
            Self::Today => (Some(today.start()), None),
            Self::SevenDays => (Some(today.plus(-6).start()), None),
            Self::ThisMonth => (Some(today.month_start().start()), None),
            Self::Days { from, to } => (from.map(Day::start), to.map(|day| day.plus(1).start())),
        }
    }
}

/// How a call ended, in one word; without why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// They talked.
    Answered,
    /// Nobody took it.
    Missed,
    /// The member refused.
    Rejected,
    /// The member gave up before it was answered.
    Cancelled,
    /// It did not come about.
    Failed,
}

impl OutcomeKind {
    /// Every way to end.
    pub const ALL: [Self; 5] = [Self::Answered, Self::Missed, Self::Rejected, Self::Cancelled, Self::Failed];

    /// The word stored in the database and written in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Missed => "missed",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// The kind of a word; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Which calls the log shows: those that fit everything that is said. Of several values of one kind a call has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CallFilter {
    /// When they began.
    pub period: Period,
    /// The day of the week they began on, from 0 for Monday.
    pub weekday: Option<u8>,
    /// The hour of the day they began in, 0 to 23, in Vietnam.
    pub hour: Option<u8>,
    /// In or out.
    pub direction: Option<Direction>,
    /// How they ended.
    pub outcomes: Vec<OutcomeKind>,
    /// What a member says they came to.
    pub dispositions: Vec<DispositionId>,
    /// Also, or only, those of which nobody has said what they came to.
    pub undecided: bool,
    /// Whose they are.
    pub agents: Vec<StaffId>,
    /// The teams those members were in then.
    pub teams: Vec<TeamId>,
    /// Our numbers.
    pub hotlines: Vec<String>,
    /// Queues they came through.
    pub queues: Vec<String>,
    /// With whom.
    pub customer: Option<CustomerId>,
    /// The customer's number as somebody types it: whole, its beginning, or its last digits. Empty for any.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub number: String,
    /// Seconds of talk at least.
    pub talk_min: Option<u32>,
    /// Seconds of talk at most.
    pub talk_max: Option<u32>,
    /// Whether anybody talked.
    pub answered: Option<bool>,
    /// Whether there is a recording.
    pub recorded: Option<bool>,
    /// How their customer was found.
    pub matched: Vec<MatchHow>,
}

impl CallFilter {
    /// Whether every call fits.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks for nothing that this member may not see.
    pub fn fits(&self, scope: &Scope) -> bool {
        match scope {
            Scope::All => true,
            Scope::Teams(_, led) => self.teams.iter().all(|team| led.contains(team)),
            Scope::Own(me) => self.teams.is_empty() && self.agents.iter().all(|agent| agent == me),
        }
    }

    /// The calls of one customer.
    pub fn of_customer(customer: CustomerId) -> Self {
        Self { customer: Some(customer), ..Self::default() }
    }

    /// The calls of one member.
    pub fn of_agent(agent: StaffId) -> Self {
        Self { agents: vec![agent], ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::times::{Day, Millis, local_naive, parse_local_naive};

    #[test]
    fn periods_are_vietnams_days() {
        let now = parse_local_naive("2026-11-20 14:05:00").unwrap();
        let said = |period: Period| {
            let (from, until) = period.bounds(now);
            let text = |at: Option<Millis>| at.map(local_naive).unwrap_or_default();
            (text(from), text(until))
        };
        let since = |text: &str| (text.to_owned(), String::new());
        assert_eq!(said(Period::Any), since(""));
        assert_eq!(said(Period::Today), since("2026-11-20 00:00:00"));
        assert_eq!(said(Period::SevenDays), since("2026-11-14 00:00:00"));
        assert_eq!(said(Period::ThisMonth), since("2026-11-01 00:00:00"));
        let day = Day::parse("2026-11-18");
        let one = ("2026-11-18 00:00:00".to_owned(), "2026-11-19 00:00:00".to_owned());
        assert_eq!(said(Period::Days { from: day, to: day }), one, "both days are included");
    }
}

//! The missed-call inbox: who called and was not taken, and whether anybody has reached them since.
//!
//! An item is derived from the calls of one number and from what was closed by hand, so it does not matter in which
//! order the calls became known.

mod derive;
mod due;

pub use derive::{Closing, Contact, Ended, Ring, Run, derive};
pub use due::{DUE_AFTER, WORK_BEGINS, WORK_ENDS, due};

use crate::customers::CustomerRef;
use crate::ids::{CallId, MissedId, StaffId, TeamId};
use crate::paging::Cursor;
use crate::phone::Number;
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// The longest reason for closing an item by hand, in characters.
pub const REASON_MAX: usize = 500;
/// The most items that are given away at once.
pub const ASSIGN_MAX: usize = 200;

/// How an item was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedHow {
    /// One of us called and the customer answered.
    CalledBack,
    /// The customer called again and was answered.
    CalledAgain,
    /// A member closed it and said why.
    ByHand,
}

impl ClosedHow {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::CalledBack, Self::CalledAgain, Self::ByHand];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CalledBack => "called_back",
            Self::CalledAgain => "called_again",
            Self::ByHand => "by_hand",
        }
    }

    /// The way of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.as_str() == word)
    }
}

/// How an item ended, as the inbox shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Closed {
    /// When.
    pub at: Millis,
    /// How.
    pub how: ClosedHow,
    /// Who reached the customer or closed it.
    pub by: Option<StaffRef>,
    /// The call that reached the customer.
    pub call: Option<CallId>,
    /// Why it was closed by hand.
    pub reason: Option<String>,
}

/// A line of the inbox.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MissedRow {
    /// The item.
    pub id: MissedId,
    /// Who called.
    pub number: Number,
    /// Whose number it is, where one customer holds it.
    pub customer: Option<CustomerRef>,
    /// The customer does not want calls on it.
    pub do_not_call: bool,
    /// How often they called.
    pub count: i64,
    /// When first.
    pub first_at: Millis,
    /// When last.
    pub last_at: Millis,
    /// Which of our numbers, where known.
    pub hotline: Option<String>,
    /// Through which queue, where known.
    pub queue: Option<String>,
    /// The longest they waited, in milliseconds.
    pub longest_wait_ms: i64,
    /// Who was rung, each once.
    pub rung: Vec<StaffRef>,
    /// Who calls back; `None` while nobody has taken it.
    pub owner: Option<StaffRef>,
    /// Whose team it lies with.
    pub team: Option<TeamRef>,
    /// Until when somebody should have called back.
    pub due_at: Millis,
    /// How it ended; `None` while it is open.
    pub closed: Option<Closed>,
}

impl MissedRow {
    /// Whether it is open and should have been called back by now.
    pub fn is_overdue(&self, now: Millis) -> bool {
        self.closed.is_none() && self.due_at < now
    }
}

/// Which items a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Every open one.
    #[default]
    Open,
    /// One's own open ones.
    Mine,
    /// Open ones that nobody has taken.
    Unassigned,
    /// Open ones that should have been called back.
    Overdue,
    /// Those that are done, last closed first.
    Closed,
}

/// What the inbox is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedQuery {
    /// Which.
    pub which: Which,
    /// Those of one team.
    pub team: Option<TeamId>,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

/// How much there is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissedCount {
    /// Open items that are one's own, or that one sees and nobody has taken.
    pub to_do: i64,
    /// Of those: overdue.
    pub overdue: i64,
}

/// The answer to somebody who wants to call back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claimed {
    /// It is theirs now.
    Yours,
    /// A colleague was faster.
    Theirs(StaffRef),
    /// Somebody has reached the customer already.
    Closed,
}

/// A member responsible for a customer, as far as the rule of assignment looks at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responsible {
    /// Who.
    pub id: StaffId,
    /// Whether they still work here.
    pub active: bool,
    /// In which team.
    pub team: Option<TeamId>,
}

/// To whom a new item is given: the customer's owner where there is one who works here, else the team that was rung.
pub fn assignment(owner: Option<Responsible>, rung: Option<TeamId>) -> (Option<StaffId>, Option<TeamId>) {
    match owner.filter(|owner| owner.active) {
        Some(owner) => (Some(owner.id), owner.team.or(rung)),
        None => (None, rung),
    }
}

//! "Try it": a call through a set-up, without a telephone.
//!
//! What the provider does is documented in part only. Where nothing is said, this follows what its pretend counterpart
//! does: whoever presses nothing, or a key that is not set up, hears the same again, three times in all; a caller is cut
//! off who has come to fifty places.

mod pressing;
mod reach;
mod walk;
mod wanted;

pub use pressing::in_turn;
pub use reach::{Hindrance, Presence, RungOn};
pub use wanted::Wanted;

use super::{Action, Centre, Digits, Press, Rank, Ref};
use crate::ids::{GroupId, NodeId, QueueId, Seat};
use crate::reach::Doing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A call that is tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// Which of our numbers is called.
    pub number: Digits,
    /// Who calls; `None` for somebody whom nobody has blocked.
    pub caller: Option<Digits>,
    /// The keys that are pressed.
    pub keys: Vec<Pressed>,
    /// Whether it is within business hours.
    pub open: bool,
    /// What agents do now. Whoever is not named is not there.
    pub agents: BTreeMap<Seat, Presence>,
    /// Whom our server names where it is asked whom to ring, in order; `None` where that is not known.
    pub named: Option<Vec<Named>>,
    /// Who answers when rung; `None` for nobody.
    pub answers: Option<Seat>,
    /// How long the files play, in milliseconds.
    pub lengths: BTreeMap<String, i64>,
}

/// A key that is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressed {
    /// When, in milliseconds after the call began.
    pub at: i64,
    /// Which.
    pub key: Press,
}

/// An agent whom our server names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Who.
    pub seat: Seat,
    /// How long they are rung, in seconds.
    pub seconds: u32,
}

impl Trial {
    /// A call within business hours, to a contact centre whose agents are all there and free.
    pub fn to(number: Digits, centre: &Centre) -> Self {
        let ready = Presence { app: true, sip: true, available: true, doing: Doing::Free, free_since: None };
        Self {
            number,
            caller: None,
            keys: Vec::new(),
            open: true,
            agents: centre.agents().map(|agent| (agent.seat.clone(), ready)).collect(),
            named: None,
            answers: None,
            lengths: BTreeMap::new(),
        }
    }
}

/// What becomes of the call. Times are milliseconds after it began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Where the caller comes, in order.
    pub stops: Vec<Stop>,
    /// How it ends, as far as the set-up has a say in it.
    pub end: End,
    /// When.
    pub ended_at: i64,
}

/// Where a caller comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// A place in a menu.
    Place(Visit),
    /// A queue.
    Queue(Wait),
}

/// A caller is at a place in a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// At which.
    pub node: NodeId,
    /// From when.
    pub from: i64,
    /// From when a key counts.
    pub listens_from: i64,
    /// Until when.
    pub until: i64,
    /// How often everything is said there.
    pub rounds: u32,
    /// Keys that nobody hears.
    pub unheard: Vec<Pressed>,
    /// What takes the caller away; `None` where the caller is cut off.
    pub taken: Option<Taken>,
}

/// A way that a caller takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// What the caller does.
    pub pressed: Press,
    /// As what it counts: what is not set up counts as another key.
    pub counts_as: Press,
    /// Where it leads.
    pub action: Action,
}

/// A caller waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Where.
    pub queue: QueueId,
    /// From when.
    pub from: i64,
    /// Who is thought of, in order.
    pub offers: Vec<Offer>,
}

/// An agent who is thought of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Who.
    pub seat: Seat,
    /// Why.
    pub because: Because,
    /// Whether they are rung.
    pub rung: Rung,
}

/// Why an agent is thought of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// They are in a group that serves the queue.
    Group {
        /// Which.
        group: GroupId,
        /// Whose turn it is when.
        rank: Rank,
    },
    /// Our server names them.
    Named,
}

/// Whether an agent is rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Yes.
    Rings {
        /// On what.
        on: RungOn,
        /// From when.
        from: i64,
        /// Until when.
        until: i64,
    },
    /// No: this keeps them.
    Kept(Vec<Hindrance>),
    /// Somebody answers before their turn comes.
    TooLate,
}

/// How a call ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It is none of our numbers.
    UnknownNumber,
    /// The caller is blocked.
    Blocked,
    /// This leads to nothing.
    LeadsNowhere {
        /// What.
        at: Ref,
    },
    /// The caller did nothing at a place that could be understood, and is cut off.
    CutOff {
        /// At which.
        node: NodeId,
    },
    /// The caller has come to too many places, and is cut off.
    GoesRound {
        /// At which.
        node: NodeId,
    },
    /// A key ends the call.
    Stopped,
    /// The caller is connected with a telephone number.
    Forwarded {
        /// With which.
        to: Digits,
        /// Which number is shown there.
        caller_id: Option<Digits>,
    },
    /// Nobody works now.
    Closed {
        /// Which queue is closed.
        queue: QueueId,
    },
    /// Another server is asked whom to ring, and nobody knows what it says.
    AsksElsewhere {
        /// For which queue.
        queue: QueueId,
    },
    /// An agent answers.
    Answered {
        /// Who.
        seat: Seat,
    },
    /// Everybody who can be rung was rung; it begins anew.
    NobodyAnswers {
        /// For which queue.
        queue: QueueId,
    },
    /// Nobody can be rung now: the caller waits.
    NobodyCanBeRung {
        /// For which queue.
        queue: QueueId,
    },
}

/// Follows a call through a set-up.
pub fn try_it(centre: &Centre, trial: &Trial) -> Course {
    walk::Walk::new(centre, trial).begin()
}

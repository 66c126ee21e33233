//! What changes while pages are open, and is told to them.

use crate::floor::FloorUpdate;
use crate::ids::{CallId, StaffId, TeamId};
use crate::times::SECOND;
use serde::{Deserialize, Serialize};

/// Something changed on the server. Told to every server and, to whom it concerns, to open pages. Holds no more than
/// what tells whether it concerns one: whoever hears of it asks anew, as who they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum Change {
    /// A call began, went on, ended, or was written about.
    Call {
        /// Which.
        call: CallId,
        /// Whose.
        agent: Option<StaffId>,
        /// Of which team.
        team: Option<TeamId>,
        /// Whether it rings now: elsewhere it must stop ringing once it does not.
        rings: bool,
    },
    /// What a member is doing changed.
    Member {
        /// Who.
        member: StaffId,
        /// In which team.
        team: Option<TeamId>,
    },
    /// Another tab or computer has the voice of a member.
    Voice {
        /// Whose.
        member: StaffId,
        /// The number of the lease that holds now; a lower one holds no longer.
        fence: i64,
    },
    /// The missed-call inbox changed.
    Missed {
        /// Of which team.
        team: Option<TeamId>,
        /// To whom the item is given.
        owner: Option<StaffId>,
    },
    /// A member's account or sessions changed: role, team, whether they may sign in, or they signed out.
    Account {
        /// Whose.
        member: StaffId,
    },
    /// Who leads which team changed: everybody's scope is worked out anew.
    Teams,
    /// Something may have been missed: ask for everything anew.
    Everything,
}

/// How often an open page is told that its connection is alive, in milliseconds.
pub const PULSE_EVERY: i64 = 10 * SECOND;

/// What the server tells an open page, to whom it concerns only. Travels as JSON, several in one message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "push")]
pub enum Push {
    /// The connection is alive. Comes every [`PULSE_EVERY`]: whoever hears none for twice as long has lost it. A page
    /// in the background may keep its own time by it, for browsers slow such a page's clocks down.
    Pulse,
    /// Something may have been missed: ask for everything anew. The first of every connection.
    Everything,
    /// A call in one's scope began, went on, ended, or was written about.
    Call {
        /// Which.
        call: CallId,
        /// Whose.
        agent: Option<StaffId>,
        /// Whether it rings now: elsewhere it must stop ringing once it does not.
        rings: bool,
    },
    /// Another tab or computer of one's own has the voice.
    Voice {
        /// The number of the lease that holds now; a lower one holds no longer.
        fence: i64,
    },
    /// The missed-call inbox changed.
    Missed,
    /// What members do changed; for whoever asked with [`Ask::Floor`].
    Floor(FloorUpdate),
}

/// What an open page asks of its connection. Travels as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ask")]
pub enum Ask {
    /// To be told of the floor, or no longer.
    Floor {
        /// Whether to be told.
        on: bool,
    },
}

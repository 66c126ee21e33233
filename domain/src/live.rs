//! What changes while pages are open, and is told to them.

use crate::ids::{CallId, StaffId, TeamId};
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
    /// Something may have been missed: ask for everything anew.
    Everything,
}

//! What changes while pages are open, and is told to them.

use crate::access::Scope;
use crate::dial_policy::DialRefusal;
use crate::floor::{FloorMember, FloorUpdate};
use crate::ids::{CallId, StaffId, TeamId};
use crate::rights::Numbers;
use crate::times::{Millis, SECOND};
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
    /// Another tab or computer has the voice of a member, or wants it: whoever has it shall show that it is there.
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
    /// What a member has to do, or is reminded of, changed.
    Tasks {
        /// Whose.
        member: StaffId,
    },
    /// There is something that a member is told, or they have read it.
    Notices {
        /// Whom.
        member: StaffId,
    },
    /// Our rules refused a call out at the provider, which tells the page no more than that. Told whole: it is over.
    DialRefused {
        /// Whose call.
        member: StaffId,
        /// Why.
        refusal: DialRefusal,
    },
    /// A member signed out somewhere, or has another password: not each of their connections may stay.
    Account {
        /// Whose.
        member: StaffId,
    },
    /// The contact centre's draft, its versions, or what the provider has.
    Centre,
    /// What roles may do to records; servers read the table anew.
    Rights,
    /// Something may have been missed, or who works where and sees what has changed: ask for everything anew.
    Everything,
}

/// Where an open page connects to.
pub const ADDRESS: &str = "/live";
/// The code with which the server closes the connection of whoever is no longer signed in.
pub const SIGNED_OUT: u16 = 4401;
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
    /// Another tab or computer of one's own has the voice, or wants it: whoever has it shows that it is there.
    Voice {
        /// The number of the lease that holds now; a lower one holds no longer.
        fence: i64,
    },
    /// The missed-call inbox changed.
    Missed,
    /// One's own tasks changed.
    Tasks,
    /// What one is told changed.
    Notices,
    /// Our rules refused one's own call out at the provider.
    DialRefused {
        /// Why.
        refusal: DialRefusal,
    },
    /// The contact centre's desk changed; for whoever runs it.
    Centre,
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

/// Whoever is signed in behind an open connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listener {
    /// Who.
    pub who: StaffId,
    /// In which team.
    pub team: Option<TeamId>,
    /// Whose doings they see.
    pub scope: Scope,
    /// Whether they may watch the floor.
    pub sees_floor: bool,
    /// What they see of telephone numbers.
    pub numbers: Numbers,
}

impl Listener {
    /// What they are told of a change; `None` where it is not theirs to know.
    pub fn push(&self, change: &Change) -> Option<Push> {
        match change {
            Change::Call { call, agent, team, rings } => self
                .scope
                .sees(agent.as_ref(), team.as_ref())
                .then(|| Push::Call { call: call.clone(), agent: agent.clone(), rings: *rings }),
            Change::Voice { member, fence } => (*member == self.who).then_some(Push::Voice { fence: *fence }),
            Change::DialRefused { member, refusal } => {
                (*member == self.who).then(|| Push::DialRefused { refusal: refusal.clone() })
            }
            Change::Tasks { member } => (*member == self.who).then_some(Push::Tasks),
            Change::Notices { member } => (*member == self.who).then_some(Push::Notices),
            Change::Missed { team, owner } => {
                let own_team = team.is_some() && *team == self.team;
                (own_team || self.scope.sees(owner.as_ref(), team.as_ref())).then_some(Push::Missed)
            }
            Change::Centre => (self.scope == Scope::All).then_some(Push::Centre),
            Change::Everything => Some(Push::Everything),
            // What a member does is told by updates of the floor; whether a connection may stay is not told but done; what one
            // may do to records shows with the next page, and what is told of numbers from then on is told as they see them.
            Change::Member { .. } | Change::Account { .. } | Change::Rights => None,
        }
    }

    /// What they are told of what members do now; `None` where none of these is theirs to see.
    pub fn floor(&self, at: Millis, members: &[FloorMember]) -> Option<Push> {
        let sees = |one: &&FloorMember| self.scope.sees(Some(&one.member.id), one.team.as_ref().map(|team| &team.id));
        let members: Vec<FloorMember> = members.iter().filter(sees).filter(|_| self.sees_floor).cloned().collect();
        (!members.is_empty()).then_some(Push::Floor(FloorUpdate { at, members }))
    }

    /// Whether a change makes it necessary to ask again who they are and what they see.
    pub fn is_concerned(&self, change: &Change) -> bool {
        match change {
            Change::Everything | Change::Rights => true,
            Change::Account { member } => *member == self.who,
            _ => false,
        }
    }
}

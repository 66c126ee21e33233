//! What a part of a set-up is called by.

use super::{Digits, Press};
use crate::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use serde::{Deserialize, Serialize};

/// One thing of a set-up. Things only lean on things that are smaller in this order: made in it, and removed in the
/// opposite one, nothing ever leads to something that is not there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ref {
    /// A group.
    Group(GroupId),
    /// An agent.
    Agent(Seat),
    /// An agent's place in a group.
    Member {
        /// The group.
        group: GroupId,
        /// The agent.
        seat: Seat,
    },
    /// A queue.
    Queue(QueueId),
    /// That a group serves a queue.
    Route {
        /// The queue.
        queue: QueueId,
        /// The group.
        group: GroupId,
        /// 0 for the first of these.
        nth: u8,
    },
    /// A menu.
    Menu(MenuId),
    /// A place in a menu.
    Node(NodeId),
    /// With which place a menu begins.
    Root(MenuId),
    /// A key at a place.
    Key {
        /// The place.
        node: NodeId,
        /// The key.
        press: Press,
        /// 0 for the first of these.
        nth: u8,
    },
    /// One of our numbers.
    Hotline(Digits),
    /// A SIP telephone's account.
    Sip(String),
    /// A number that may not call.
    Blocked(Digits),
    /// The addresses that the provider calls.
    Settings,
}

/// What sort of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "see Ref")]
pub enum Kind {
    Group,
    Agent,
    Member,
    Queue,
    Route,
    Menu,
    Node,
    Root,
    Key,
    Hotline,
    Sip,
    Blocked,
    Settings,
}

impl Ref {
    /// What sort of thing it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Group(_) => Kind::Group,
            Self::Agent(_) => Kind::Agent,
            Self::Member { .. } => Kind::Member,
            Self::Queue(_) => Kind::Queue,
            Self::Route { .. } => Kind::Route,
            Self::Menu(_) => Kind::Menu,
            Self::Node(_) => Kind::Node,
            Self::Root(_) => Kind::Root,
            Self::Key { .. } => Kind::Key,
            Self::Hotline(_) => Kind::Hotline,
            Self::Sip(_) => Kind::Sip,
            Self::Blocked(_) => Kind::Blocked,
            Self::Settings => Kind::Settings,
        }
    }
}

/// Whether it is the first of those that are called the same.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
pub(super) fn is_first(nth: &u8) -> bool {
    *nth == 0
}

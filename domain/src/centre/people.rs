//! Agents, the groups they are in, and their SIP telephones.

use super::Digits;
use crate::ids::{GroupId, Seat};
use crate::reach::RingsAt;
use serde::{Deserialize, Serialize};

/// Agents who can do the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Which.
    pub id: GroupId,
    /// Its name.
    pub name: String,
}

/// An agent is in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// In which.
    pub group: GroupId,
    /// Who.
    pub seat: Seat,
}

/// Somebody who takes calls. Which member of staff that is says the seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The seat.
    pub seat: Seat,
    /// The name that the provider shows.
    pub name: String,
    /// Where they are rung.
    pub rings_at: RingsAt,
    /// Their telephone number.
    pub phone: Option<Digits>,
}

/// A SIP telephone's account. Its password is nobody's but its owner's, and is not part of a set-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SipAccount {
    /// The name it registers under.
    pub user: String,
    /// Whose it is.
    pub seat: Option<Seat>,
    /// The number that colleagues dial.
    pub extension: Option<u32>,
}

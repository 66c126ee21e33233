//! Agents, the groups they are in, and their SIP telephones.

use super::Digits;
use crate::ids::{GroupId, Seat};
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
    /// On what they are rung.
    pub rung: Rung,
    /// Their telephone number.
    pub phone: Option<Digits>,
}

/// On what an agent is rung.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// In the browser or the app, or on a SIP telephone where the queue counts that.
    #[default]
    App,
    /// On their telephone number, which costs.
    Phone,
    /// In the browser or the app alone.
    AppOnly,
    /// On a SIP telephone alone.
    SipOnly,
}

impl Rung {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::App, Self::Phone, Self::AppOnly, Self::SipOnly];
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

//! Queues, and which groups serve them.

use super::Digits;
use crate::ids::{GroupId, QueueId};
use serde::{Deserialize, Serialize};

/// Where callers wait for an agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// Which.
    pub id: QueueId,
    /// Its name.
    pub name: String,
    /// Whether its calls are recorded.
    pub records: bool,
    /// Whether agents have time for themselves after a call.
    pub wraps_up: bool,
    /// How much, in seconds.
    pub wrap_up_seconds: u32,
    /// When it takes calls.
    pub schedule: Schedule,
    /// How long an agent is rung before the next one is, in seconds.
    pub answer_seconds: u32,
    /// The file that callers hear while they wait; without it the provider's own.
    pub waiting_sound: Option<String>,
    /// The file that callers hear on hold; without it the provider's own.
    pub hold_sound: Option<String>,
    /// The number that agents who are rung on their telephone number see.
    pub caller_id: Option<Digits>,
    /// The address that is asked whom to ring; without it the groups are.
    pub asks: Option<String>,
    /// What counts as being there.
    pub online: Online,
}

/// When a queue takes calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// Day and night.
    #[default]
    Always,
    /// In the business hours that the provider knows.
    BusinessHours,
}

/// What counts as being there, for an agent who may be rung in the app or on a SIP telephone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Online {
    /// The browser or the app.
    #[default]
    App,
    /// Those, or a SIP telephone.
    AppOrSip,
}

impl Queue {
    /// A new queue, as the provider makes one when nothing else is said.
    pub fn new(id: QueueId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            records: true,
            wraps_up: true,
            wrap_up_seconds: 10,
            schedule: Schedule::default(),
            answer_seconds: 15,
            waiting_sound: None,
            hold_sound: None,
            caller_id: None,
            asks: None,
            online: Online::default(),
        }
    }
}

/// A group serves a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Which queue.
    pub queue: QueueId,
    /// Which group.
    pub group: GroupId,
    /// 0; more where the provider has the same group several times for one queue.
    #[serde(default, skip_serializing_if = "super::refs::is_first")]
    pub nth: u8,
    /// Whose turn it is when.
    pub rank: Rank,
}

/// Whose turn it is when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Rung first.
    #[default]
    Primary,
    /// Rung when nobody of the primary groups is free.
    Secondary,
}

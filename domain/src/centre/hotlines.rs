//! Our numbers, and those who may not call them.

use super::Digits;
use crate::ids::{MenuId, QueueId};
use serde::{Deserialize, Serialize};

/// One of our numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotline {
    /// Which.
    pub number: Digits,
    /// What we call it.
    pub name: String,
    /// Whether it may be called out from.
    pub calls_out: bool,
    /// Whether calls out of it are recorded.
    pub records_calls_out: bool,
    /// With what it answers.
    pub answers: Answers,
    /// The menu, if it answers with one.
    pub menu: Option<MenuId>,
    /// The queue, if it answers with one.
    pub queue: Option<QueueId>,
}

/// With what a number answers. The other is remembered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// A menu.
    #[default]
    Menu,
    /// A queue.
    Queue,
}

/// A number that may not call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Which.
    pub number: Digits,
    /// Whether our numbers that answer with a menu refuse it.
    pub in_menus: bool,
    /// Whether queues refuse it.
    pub in_queues: bool,
}

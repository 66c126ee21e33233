//! Menus: what callers hear, and where their keys lead.

use super::Digits;
use crate::ids::{MenuId, NodeId, QueueId};
use serde::{Deserialize, Serialize};

/// A tree of places; see [`Root`] for where it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Menu {
    /// Which.
    pub id: MenuId,
    /// Its name.
    pub name: String,
}

/// Where a menu begins. At the provider the first place that is made becomes it by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// Which menu.
    pub menu: MenuId,
    /// With which place.
    pub node: NodeId,
}

/// A place in a menu: something is said, and a key is waited for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Which.
    pub id: NodeId,
    /// In which menu.
    pub menu: MenuId,
    /// Its name; callers do not hear it.
    pub name: String,
    /// What is said.
    pub prompt: Prompt,
    /// Whether a key counts while it is said.
    pub barge_in: bool,
    /// How often it is said.
    pub loops: u32,
    /// Silence between two times, in milliseconds.
    pub pause_ms: u32,
    /// How long a key is waited for afterwards, in seconds.
    pub wait_seconds: u32,
}

impl Node {
    /// A new place, as the provider makes one when nothing else is said.
    pub fn new(id: NodeId, menu: MenuId, name: impl Into<String>, prompt: Prompt) -> Self {
        Self { id, menu, name: name.into(), prompt, barge_in: true, loops: 1, pause_ms: 0, wait_seconds: 5 }
    }
}

/// What is said at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "by")]
pub enum Prompt {
    /// A text that a machine speaks.
    Voice {
        /// The text.
        text: String,
        /// Whose voice; `None` for the provider's usual one.
        voice: Option<String>,
        /// From -3 (slow) to 3 (fast).
        speed: i8,
    },
    /// A file that was uploaded.
    File {
        /// Its name.
        file: String,
    },
}

/// What a caller does at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the keys of a telephone")]
pub enum Press {
    Zero,
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
    Seven,
    Eight,
    Nine,
    Star,
    Hash,
    /// No key at all, for as long as one is waited for.
    Nothing,
    /// A key that means nothing here.
    Other,
}

impl Press {
    /// Everything that can be done, keys first.
    pub const ALL: [Self; 14] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Three,
        Self::Four,
        Self::Five,
        Self::Six,
        Self::Seven,
        Self::Eight,
        Self::Nine,
        Self::Star,
        Self::Hash,
        Self::Nothing,
        Self::Other,
    ];

    /// What stands on the key; `None` for what is no key.
    pub const fn key(self) -> Option<char> {
        Some(match self {
            Self::Zero => '0',
            Self::One => '1',
            Self::Two => '2',
            Self::Three => '3',
            Self::Four => '4',
            Self::Five => '5',
            Self::Six => '6',
            Self::Seven => '7',
            Self::Eight => '8',
            Self::Nine => '9',
            Self::Star => '*',
            Self::Hash => '#',
            Self::Nothing | Self::Other => return None,
        })
    }

    /// The key on which this stands.
    pub fn of_key(key: char) -> Option<Self> {
        Self::ALL.into_iter().find(|press| press.key() == Some(key))
    }
}

/// Where a key leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// At which place.
    pub node: NodeId,
    /// What the caller does.
    pub press: Press,
    /// 0; more where the same key is there several times.
    #[serde(default, skip_serializing_if = "super::refs::is_first")]
    pub nth: u8,
    /// What happens.
    pub action: Action,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "does")]
pub enum Action {
    /// The caller waits for an agent.
    Queue {
        /// Where.
        queue: QueueId,
    },
    /// The caller is connected with a telephone number.
    Forward {
        /// With which.
        to: Digits,
        /// The number that is shown there; one of ours.
        caller_id: Option<Digits>,
    },
    /// The caller goes to another place.
    Next {
        /// Where.
        node: NodeId,
    },
    /// The call ends.
    Stop,
    /// Something that the provider has and we do not know; it is kept as it is.
    Unknown {
        /// The provider's own number for it.
        code: i64,
    },
}

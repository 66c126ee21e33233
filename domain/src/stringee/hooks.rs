//! What the provider asks and tells us, and where.

use serde::{Deserialize, Serialize};

/// Below this lie the addresses the provider calls: then the account's own unguessable part, then [`Hook::as_str`].
pub const HOOKS_PATH: &str = "/hooks/stringee";

/// One of the addresses that the provider calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hook {
    /// Whom waiting calls are given to: `get_list_agents_url` of a queue.
    Agents,
    /// Whether a call out may be made: `callout_answer_url`.
    Callout,
    /// Who calls: `get_customer_info_url`.
    Customer,
    /// What happens to calls: `event_url`.
    Events,
    /// Recordings that have become ready: `eventUrl` of a record action.
    Recordings,
}

impl Hook {
    /// Every one, in the order in which they are set up.
    pub const ALL: [Self; 5] = [Self::Agents, Self::Callout, Self::Customer, Self::Events, Self::Recordings];

    /// The last part of its address, and the word stored in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agents => "agents",
            Self::Callout => "callout",
            Self::Customer => "customer",
            Self::Events => "events",
            Self::Recordings => "recordings",
        }
    }

    /// The one of a word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hook| hook.as_str() == word)
    }

    /// What the provider's own settings call it.
    pub const fn setting(self) -> &'static str {
        match self {
            Self::Agents => "get_list_agents_url",
            Self::Callout => "callout_answer_url",
            Self::Customer => "get_customer_info_url",
            Self::Events => "event_url",
            Self::Recordings => "eventUrl",
        }
    }

    /// Its address below the installation's own, for an account's unguessable part.
    pub fn path(self, account: &str) -> String {
        format!("{HOOKS_PATH}/{account}/{}", self.as_str())
    }
}

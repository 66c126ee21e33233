//! What a provider asked or told our addresses, and what became of it.

use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// One question or telling of a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// At which of our addresses: the last part of it.
    pub hook: String,
    /// When it came.
    pub at: Millis,
    /// The HTTP status it was answered with.
    pub status: u16,
    /// How long the answer took, in milliseconds.
    pub took_ms: i64,
    /// Why it was refused or not done, in a word for the log; `None` when it went well.
    pub problem: Option<String>,
}

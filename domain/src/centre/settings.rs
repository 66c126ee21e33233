//! Where the provider asks and tells us about calls.

use serde::{Deserialize, Serialize};

/// The addresses that the provider calls about every call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSettings {
    /// Asked who calls.
    pub customer: Option<String>,
    /// How long the answer to that is waited for, in milliseconds.
    pub customer_wait_ms: u32,
    /// Told what happens to calls.
    pub events: Option<String>,
    /// Asked whether a call out may be made.
    pub callout: Option<String>,
}

impl Default for CallSettings {
    fn default() -> Self {
        Self { customer: None, customer_wait_ms: 2_000, events: None, callout: None }
    }
}

//! Wrap-up: what a member says of a call when it is over.

use crate::ids::DispositionId;
use serde::{Deserialize, Serialize};

/// What a call came to, as lists and filters show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionRef {
    /// Which choice.
    pub id: DispositionId,
    /// Its name.
    pub name: String,
}

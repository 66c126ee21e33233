//! Teams: members who work together, and who leads them.

use crate::ids::TeamId;
use serde::{Deserialize, Serialize};

/// A team as lists and filters show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRef {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

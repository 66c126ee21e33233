//! Recordings, as pages see them: whether there is one, never where.

use crate::times::{MINUTE, Millis};
use serde::{Deserialize, Serialize};

/// The provider's history tells of a recording within this time, or there is none.
const AWAITED: i64 = 15 * MINUTE;

/// Whether a call can be listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordingState {
    /// There is none, and none will come.
    None,
    /// The call was over a moment ago: it appears soon.
    Awaited,
    /// It can be listened to.
    Ready,
    /// It is there, but could not be fetched the last time.
    Failed,
}

impl RecordingState {
    /// Of a call without a recording so far: whether one may still come.
    pub fn before(history_is_read: bool, answered: bool, ended_at: Option<Millis>, now: Millis) -> Self {
        let may_come = ended_at.is_none_or(|ended| now.since(ended) < AWAITED);
        if history_is_read && answered && may_come { Self::Awaited } else { Self::None }
    }
}

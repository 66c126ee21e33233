//! The number of a leg: one party's end of a call, as signalling, media and the exchange all name it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// One party's end of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct LegId(pub(crate) u64);

/// Hands out leg numbers; shared by those who dial and those who are called.
#[derive(Clone, Debug, Default)]
pub(crate) struct LegIds(Arc<AtomicU64>);

impl LegIds {
    /// A number that was never given before.
    pub(crate) fn next(&self) -> LegId {
        LegId(self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// What a leg reports about itself. `Failed` and `Ended` are its last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LegEvent {
    /// The called party's telephone rings.
    Ringing,
    /// The called party picked up, and its sound is connected.
    Answered,
    /// The called party was never reached: the SIP status says why.
    Failed(u16),
    /// The party hung up.
    Ended,
    /// The party pressed a key.
    Digit(char),
}

/// What the exchange asks of a leg that is somebody's real telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LegOrder {
    /// Tell a caller that the called party's telephone rings.
    Ringing,
    /// Pick up a call that came in.
    Answer,
    /// Turn down a call that came in, with a SIP status.
    Refuse(u16),
    /// End the leg, whatever state it is in.
    Hangup,
    /// Press a key towards the party.
    Digit(char),
    /// Tell the party's page what is going on (`queued`, `talking`, `held`).
    Note(&'static str),
}

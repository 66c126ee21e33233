//! Contact: whether the tab that has a running call is still heard of, and what the server concludes when it is not.

use crate::calls::{Phase, What};
use crate::times::{MINUTE, Millis};
use crate::voice::is_heard_of;

/// How long the server waits for a tab that is gone before it takes its call for over. Where the provider's own history
/// is asked, it should wait until that has had its chance: it knows better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// With a call that nobody has answered, in milliseconds: no telephone rings for ever.
    pub unanswered: i64,
    /// With a call that was answered, in milliseconds: it may well go on without its page.
    pub answered: i64,
}

impl Default for Patience {
    fn default() -> Self {
        Self { unanswered: 2 * MINUTE, answered: 5 * MINUTE }
    }
}

/// A call that is not over, or whose end is only presumed, and when its tab was last heard of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// How far the call is.
    pub phase: Phase,
    /// Whether contact is known to be lost.
    pub lost: bool,
    /// When its tab was last heard of, by the server's clock.
    pub heard_at: Millis,
    /// The time of the latest of its facts, by whose clock ever.
    pub last_fact_at: Millis,
}

impl Contact {
    /// What the server concludes now, and for which moment; `None` for nothing new.
    ///
    /// The moment is when the tab was last heard of, but later than every fact: a browser's clock may be ahead, and a
    /// conclusion from before what was seen would count for nothing.
    pub fn conclusion(&self, now: Millis, patience: Patience) -> Option<(What, Millis)> {
        let what = self.concluded(now, patience)?;
        Some((what, self.heard_at.max(self.last_fact_at.plus(1))))
    }

    fn concluded(&self, now: Millis, patience: Patience) -> Option<What> {
        let presumed_over = self.phase == Phase::Ended;
        if is_heard_of(self.heard_at, now) {
            return (self.lost || presumed_over).then_some(What::ContactFound);
        }
        if presumed_over {
            return None;
        }
        if !self.lost {
            return Some(What::ContactLost);
        }
        let patience = if self.phase == Phase::Talking { patience.answered } else { patience.unanswered };
        (now.since(self.heard_at) >= patience).then_some(What::PresumedEnded)
    }
}

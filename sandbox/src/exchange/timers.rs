//! Things that happen later. A timer is never cancelled: who is woken looks whether it still matters.

use super::words::{News, SessionId};
use crate::leg::{LegEvent, LegId};
use std::collections::BTreeMap;
use std::time::Instant;

/// What a moment was waited for.
#[derive(Clone, Debug)]
pub(super) enum Timer {
    /// Nobody answered this leg.
    RingsOut(LegId),
    /// A virtual party does something.
    Virtual(LegId, LegEvent),
    /// A telephone that was lost did not come back.
    LineLost(String),
    /// A caller waited too long in a queue.
    WaitedEnough(LegId),
    /// Somebody may be asked again.
    AskAgain,
    /// News that were held back.
    Tell(SessionId, News),
    /// A virtual caller loses patience.
    GivesUp(LegId),
    /// An agent's leg that was held back.
    Dial(LegId),
}

/// Timers by the moment at which they go off, first set first.
#[derive(Debug, Default)]
pub(super) struct Timers {
    set: BTreeMap<(Instant, u64), Timer>,
    count: u64,
}

impl Timers {
    /// Sets a timer.
    pub(super) fn set(&mut self, at: Instant, timer: Timer) {
        self.count += 1;
        self.set.insert((at, self.count), timer);
    }

    /// When the next one goes off.
    pub(super) fn next(&self) -> Option<Instant> {
        self.set.first_key_value().map(|((at, _), _)| *at)
    }

    /// Takes the next one that is due.
    pub(super) fn due(&mut self, now: Instant) -> Option<Timer> {
        let first = self.set.first_entry()?;
        (first.key().0 <= now).then(|| first.remove())
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.set.clear();
    }
}

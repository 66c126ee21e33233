//! Things that happen later. A timer is never cancelled: who is woken looks whether it still matters.

use super::CallKey;
use super::words::{AskId, Moment};
use crate::leg::{LegEvent, LegId};
use std::collections::BTreeMap;

/// What a moment was waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Timer {
    /// Nobody answered this leg.
    RingsOut(LegId),
    /// A virtual party does something.
    Virtual(LegId, LegEvent),
    /// A telephone that was lost did not come back.
    LineLost(String),
    /// A virtual caller loses patience.
    GivesUp(LegId),
    /// The next step of a menu, by its number.
    Menu(CallKey, u64),
    /// A caller waited too long in the queue joined at this moment.
    WaitedEnough(CallKey, Moment),
    /// Whoever waits may be offered again.
    AskAgain,
    /// An agent's time after a call is over.
    WrappedUp(String, Moment),
    /// Nobody answered a question.
    Unanswered(AskId),
    /// They have talked for as long as they may.
    TalkedEnough(CallKey),
}

/// Timers by the moment at which they go off, first set first.
#[derive(Debug, Default)]
pub(super) struct Timers {
    set: BTreeMap<(Moment, u64), Timer>,
    count: u64,
}

impl Timers {
    /// Sets a timer.
    pub(super) fn set(&mut self, at: Moment, timer: Timer) {
        self.count += 1;
        self.set.insert((at, self.count), timer);
    }

    /// When the next one goes off.
    pub(super) fn next(&self) -> Option<Moment> {
        self.set.first_key_value().map(|((at, _), _)| *at)
    }

    /// Takes the next one that is due.
    pub(super) fn due(&mut self, now: Moment) -> Option<Timer> {
        let first = self.set.first_entry()?;
        (first.key().0 <= now).then(|| first.remove())
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.set.clear();
    }
}

//! When the provider's history is asked, and for which time: often while something is expected, rarely otherwise, and
//! hardly at all while the provider says no.

use crate::times::{DAY, HOUR, MINUTE, Millis, SECOND};

/// No sweep goes further back: the provider keeps no more.
const KEPT: i64 = 60 * DAY;
/// The longest time that is asked for at once.
const WINDOW: i64 = 7 * DAY;
/// Whoever has the turn and is not heard of for so long has lost it.
pub const TURN: i64 = 2 * MINUTE;
/// A run goes back so much before the last one: calls are told of when they are over.
const OVERLAP: i64 = HOUR;
/// A call that runs for longer than this is found by the sweep.
const LONGEST: i64 = DAY;

/// What is expected of the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// A call was over a moment ago: its recording appears soon.
    pub recording: bool,
    /// When the longest of the running calls began.
    pub running_since: Option<Millis>,
}

/// How far the history has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// When it was last read without fault.
    pub ran_at: Option<Millis>,
    /// Not before this: somebody has the turn, or the provider wants to be left alone.
    pub not_before: Millis,
    /// Runs that failed since the last that went well.
    pub failures: i64,
    /// When everything the provider keeps was last gone through.
    pub swept_at: Option<Millis>,
    /// Where the sweep that is under way goes on.
    pub sweep_from: Option<Millis>,
}

/// A time to ask for, by the beginning of calls; the end is included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// From.
    pub from: Millis,
    /// To.
    pub to: Millis,
}

impl Progress {
    /// What to ask for now; `None` while it is too early.
    pub fn due(&self, expected: Expected, now: Millis) -> Option<Window> {
        let pause = match expected {
            Expected { recording: true, .. } => 10 * SECOND,
            Expected { running_since: Some(_), .. } => 30 * SECOND,
            Expected { .. } => 5 * MINUTE,
        };
        let rested = self.ran_at.is_none_or(|ran| now.since(ran) >= pause || now < ran);
        (now >= self.not_before && rested).then(|| self.recent(expected, now))
    }

    fn recent(&self, expected: Expected, now: Millis) -> Window {
        let overlapping = self.ran_at.unwrap_or(now).min(now).plus(-OVERLAP);
        let running = expected.running_since.map_or(overlapping, |since| since.plus(-MINUTE));
        // What lies further back is the sweep's.
        // The provider's clock may be ahead.
        Window { from: overlapping.min(running).max(now.plus(-LONGEST)), to: now.plus(MINUTE) }
    }

    /// The next part of the daily sweep; `None` when it is done for the day.
    pub fn sweep(&self, now: Millis) -> Option<Window> {
        let oldest = now.plus(-KEPT);
        let from = match (self.sweep_from, self.swept_at) {
            (Some(from), _) => from.max(oldest),
            (None, Some(swept)) if now.since(swept) < DAY => return None,
            (None, _) => oldest,
        };
        Some(Window { from, to: from.plus(WINDOW).min(now) })
    }

    /// After a run without fault, and a part of the sweep where one was due.
    #[must_use]
    pub fn ran(self, swept: Option<Window>, now: Millis) -> Self {
        let (swept_at, sweep_from) = match swept {
            Some(part) if part.to >= now => (Some(now), None),
            Some(part) => (self.swept_at, Some(part.to)),
            None => (self.swept_at, self.sweep_from),
        };
        Self { ran_at: Some(now), not_before: now, failures: 0, swept_at, sweep_from }
    }

    /// After a run that failed: each time twice as long, half an hour at most; `told_to_wait` is the provider's own
    /// word, in milliseconds.
    #[must_use]
    pub fn failed(self, told_to_wait: Option<i64>, now: Millis) -> Self {
        let doubled = MINUTE << self.failures.clamp(0, 5);
        let wait = doubled.min(30 * MINUTE).max(told_to_wait.unwrap_or_default().min(DAY));
        Self { not_before: now.plus(wait), failures: self.failures + 1, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Expected, HOUR, KEPT, MINUTE, Millis, Progress, SECOND, WINDOW, Window};

    const NOW: Millis = Millis(1_795_140_000_000);

    fn after(wait: i64) -> Progress {
        Progress { ran_at: Some(NOW.plus(-wait)), ..Progress::default() }
    }

    #[test]
    fn it_is_asked_the_sooner_the_more_is_expected() {
        let idle = Expected::default();
        let running = Expected { running_since: Some(NOW.plus(-90 * MINUTE)), ..idle };
        let recording = Expected { recording: true, ..running };
        for (expected, pause) in [(idle, 5 * MINUTE), (running, 30 * SECOND), (recording, 10 * SECOND)] {
            assert_eq!(after(pause - 1).due(expected, NOW), None);
            assert!(after(pause).due(expected, NOW).is_some());
        }
        let ahead = NOW.plus(MINUTE);
        assert_eq!(after(HOUR).due(idle, NOW), Some(Window { from: NOW.plus(-2 * HOUR), to: ahead }));
        let long = after(MINUTE).due(running, NOW);
        assert_eq!(
            long,
            Some(Window { from: NOW.plus(-91 * MINUTE), to: ahead }),
            "back to the running call's beginning"
        );
        assert_eq!(after(40 * DAY).due(idle, NOW).map(|window| window.from), Some(NOW.plus(-DAY)));
    }

    #[test]
    fn a_sweep_goes_through_everything_once_a_day() {
        let (mut progress, mut parts) = (Progress::default(), Vec::new());
        while let Some(part) = progress.sweep(NOW) {
            progress = progress.ran(Some(part), NOW);
            parts.push(part);
        }
        assert_eq!((parts[0].from, parts[parts.len() - 1].to), (NOW.plus(-KEPT), NOW));
        assert!(parts.windows(2).all(|two| two[0].to == two[1].from));
        assert!(parts.iter().all(|part| part.to.since(part.from) <= WINDOW));
        assert_eq!(progress.sweep(NOW.plus(DAY - 1)), None);
        assert!(progress.sweep(NOW.plus(DAY)).is_some());
    }

    #[test]
    fn after_a_failure_it_waits_longer_each_time() {
        let mut progress = Progress::default();
        let mut waits = Vec::new();
        for _ in 0..7 {
            progress = progress.failed(None, NOW);
            waits.push(progress.not_before.since(NOW) / MINUTE);
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(progress.due(Expected { recording: true, running_since: None }, NOW), None);
        assert_eq!(Progress::default().failed(Some(90 * MINUTE), NOW).not_before, NOW.plus(90 * MINUTE));
        assert_eq!(progress.ran(None, NOW).failures, 0);
    }
}

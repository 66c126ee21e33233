//! The calls that are over, and their recordings.

use super::centre::words::{Moment, Record};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Calls that are remembered.
const REMEMBERED: usize = 5_000;
/// The longest recording.
const LONGEST: Duration = Duration::from_secs(600);

/// Every call that is over, oldest first.
#[derive(Default)]
pub(super) struct Log(Mutex<Vec<Record>>);

impl Log {
    fn records(&self) -> MutexGuard<'_, Vec<Record>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers a call.
    pub(super) fn keep(&self, record: Record) {
        let mut records = self.records();
        if records.len() >= REMEMBERED {
            records.remove(0);
        }
        records.push(record);
    }

    /// The calls that are wanted, oldest first.
    pub(super) fn find(&self, wanted: impl Fn(&Record) -> bool) -> Vec<Record> {
        self.records().iter().filter(|record| wanted(record)).cloned().collect()
    }

    /// Forgets all.
    pub(super) fn clear(&self) {
        self.records().clear();
    }
}

impl Record {
    /// How long they talked.
    pub(super) fn talked(&self) -> Duration {
        self.answer.map_or(Duration::ZERO, |answer| self.stop.since(answer))
    }

    /// When the recording can be had, this long after the end.
    pub(super) fn ready(&self, late: Duration) -> Moment {
        self.stop.after(late)
    }

    /// The sound of the recording, a WAV file.
    pub(super) fn sound(&self) -> Vec<u8> {
        crate::archive::wave(self.talked().min(LONGEST))
    }
}

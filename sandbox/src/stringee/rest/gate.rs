//! What the control panel can do to the REST interface: slow, wrong, asked too often, recordings late.

use serde::{Deserialize, Serialize};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A recording appears so long after the call.
const APPEARS: Duration = Duration::from_secs(2);

/// How requests fail.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fault {
    /// Only requests whose path contains this.
    only: Option<String>,
    /// Only requests of this method, such as `POST`.
    method: Option<String>,
    /// What is asked for is done all the same: only the answer gets lost.
    #[serde(default)]
    pub(super) done: bool,
    /// The HTTP status; 429 comes with `retry-after`.
    pub(super) status: Option<u16>,
    /// The code in a 200.
    pub(super) r: Option<i64>,
    /// How late.
    #[serde(default)]
    pub(super) ms: u64,
    /// How often; without it until a reset.
    times: Option<u32>,
}

/// How recordings are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Recording {
    /// As they should be.
    #[default]
    Up,
    /// 200 with less than there is in any recording.
    Small,
    /// Never there.
    Lost,
}

/// The state of the door.
#[derive(Default)]
pub(crate) struct Gate(Mutex<Doors>);

#[derive(Default)]
struct Doors {
    faults: Vec<Fault>,
    recording: Recording,
    after: Option<Duration>,
}

impl Gate {
    fn doors(&self) -> MutexGuard<'_, Doors> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets requests fail.
    pub(crate) fn fail(&self, fault: Fault) {
        self.doors().faults.push(fault);
    }

    /// How this request fails, if it does.
    pub(super) fn fault(&self, method: &str, path: &str) -> Option<Fault> {
        let mut doors = self.doors();
        let concerned = |fault: &Fault| {
            fault.only.as_ref().is_none_or(|only| path.contains(only.as_str()))
                && fault.method.as_ref().is_none_or(|only| only == method)
        };
        let found = doors.faults.iter_mut().find(|fault| fault.times != Some(0) && concerned(fault))?;
        found.times = found.times.map(|times| times - 1);
        Some(found.clone())
    }

    /// Sets how recordings are answered, and how long after the call they appear.
    pub(crate) fn set_recording(&self, recording: Recording, after: Option<Duration>) {
        let mut doors = self.doors();
        doors.recording = recording;
        doors.after = after;
    }

    /// How recordings are answered, and how long after the call they appear.
    pub(super) fn recording(&self) -> (Recording, Duration) {
        let doors = self.doors();
        (doors.recording, doors.after.unwrap_or(APPEARS))
    }

    /// Opens the door again.
    pub(crate) fn reset(&self) {
        *self.doors() = Doors::default();
    }
}

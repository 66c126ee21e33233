//! The company's memory of calls that are over, and what was said in them: a made-up sound of the right length.

use crate::clock::vietnam;
use crate::exchange::{Direction, Part};
use chrono::NaiveDateTime;
use std::f64::consts::TAU;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// Calls that are remembered.
const REMEMBERED: usize = 5_000;
/// Samples in a second.
const RATE: u32 = 8_000;
/// The longest recording.
const LONGEST: Duration = Duration::from_secs(600);

/// A part of a call that is over.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// What the company calls the call.
    pub(crate) call: String,
    /// The customer's number.
    pub(crate) number: String,
    /// What the customer dialled, or was called from.
    pub(crate) hotline: String,
    /// The agent's seat, if an agent was called.
    pub(crate) ipphone: Option<String>,
    /// Which way it went.
    pub(crate) direction: Direction,
    /// When it began, on a clock in Vietnam.
    pub(crate) start: NaiveDateTime,
    /// When it was over, on a clock in Vietnam.
    pub(crate) end: NaiveDateTime,
    /// Until they talked, or until it was over.
    pub(crate) wait: Duration,
    /// On hold.
    pub(crate) hold: Duration,
    /// Talking, hold included; nothing when they never did.
    pub(crate) talk: Duration,
    /// Did the customer hang up?
    pub(crate) by_customer: bool,
    /// When it was over.
    pub(crate) ended: Instant,
    /// The name of its recording, which nobody can guess.
    pub(crate) recording: Option<String>,
}

/// Every call that is over, oldest first.
#[derive(Default)]
pub(crate) struct Archive(Mutex<Vec<Line>>);

impl Archive {
    fn lines(&self) -> MutexGuard<'_, Vec<Line>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what is over.
    pub(crate) fn keep(&self, part: &Part) {
        let lasted = part.ended.saturating_duration_since(part.began);
        let talk = part.talked.map(|since| part.ended.saturating_duration_since(since));
        let end = SystemTime::now();
        let line = Line {
            call: part.call.clone(),
            number: part.number.clone(),
            hotline: part.hotline.clone(),
            ipphone: part.ipphone.clone(),
            direction: part.direction,
            start: vietnam(end.checked_sub(lasted).unwrap_or(end)),
            end: vietnam(end),
            wait: lasted.saturating_sub(talk.unwrap_or_default()),
            hold: part.held,
            talk: talk.unwrap_or_default(),
            by_customer: part.by_customer,
            ended: part.ended,
            recording: talk.map(|_| format!("{:032x}", rand::random::<u128>())),
        };
        let mut lines = self.lines();
        if lines.len() >= REMEMBERED {
            lines.remove(0);
        }
        lines.push(line);
    }

    /// Every line that is wanted.
    pub(crate) fn find(&self, wanted: impl Fn(&Line) -> bool) -> Vec<Line> {
        self.lines().iter().filter(|line| wanted(line)).cloned().collect()
    }

    /// The sound of a recording.
    pub(crate) fn sound(&self, recording: &str) -> Option<Vec<u8>> {
        let found = self.find(|line| line.recording.as_deref() == Some(recording));
        found.first().map(|line| wave(line.talk.min(LONGEST)))
    }
}

/// A sound of this length as a WAV file: each second has its own pitch, so that one hears where one is.
pub(crate) fn wave(length: Duration) -> Vec<u8> {
    let samples = u32::try_from(length.as_millis().max(1_000)).unwrap_or(u32::MAX) / 1_000 * RATE;
    let size = samples * 2;
    let mut file = Vec::with_capacity(size as usize + 44);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(size + 36).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&16_u32.to_le_bytes());
    for half in [1_u16, 1] {
        file.extend_from_slice(&half.to_le_bytes());
    }
    for whole in [RATE, RATE * 2] {
        file.extend_from_slice(&whole.to_le_bytes());
    }
    for half in [2_u16, 16] {
        file.extend_from_slice(&half.to_le_bytes());
    }
    file.extend_from_slice(b"data");
    file.extend_from_slice(&size.to_le_bytes());
    file.extend((0..samples).flat_map(|at| sample(at).to_le_bytes()));
    file
}

fn sample(at: u32) -> i16 {
    let pitch = 220.0 + 40.0 * f64::from(at / RATE % 12);
    let loudness = 0.25 * f64::from(i16::MAX);
    ((f64::from(at) / f64::from(RATE) * pitch * TAU).sin() * loudness) as i16
}

#[cfg(test)]
mod tests {
    use super::{Duration, RATE, wave};

    #[test]
    fn a_recording_is_as_long_as_the_talk() {
        let file = wave(Duration::from_secs(7));
        assert_eq!(&file[..4], b"RIFF");
        assert_eq!(file.len(), 44 + 7 * 2 * RATE as usize);
    }
}

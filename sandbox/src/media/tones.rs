//! The sounds that the exchange itself makes, as A-law samples at 8 kHz.

use super::g711::linear_to_alaw;
use std::f64::consts::TAU;

const RATE: f64 = 8000.0;

/// A recorded sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// What a caller hears in the queue or on hold.
    Music,
    /// What an agent hears while the customer's telephone rings (425 Hz, one second in five).
    Ringback,
    /// The voice of a virtual customer.
    Voice,
}

/// All sounds, made once.
pub(super) struct Tones {
    music: Vec<u8>,
    ringback: Vec<u8>,
    voice: Vec<u8>,
}

impl Tones {
    /// Computes the sounds.
    pub(super) fn new() -> Self {
        let ringback = [note(425.0, 1000, 0.2, false), note(0.0, 4000, 0.0, false)].concat();
        Self { music: music(), ringback, voice: voice() }
    }

    /// The samples of a sound, to be played in a loop.
    pub(super) fn samples(&self, tone: Tone) -> &[u8] {
        match tone {
            Tone::Music => &self.music,
            Tone::Ringback => &self.ringback,
            Tone::Voice => &self.voice,
        }
    }
}

/// A slow broken chord.
fn music() -> Vec<u8> {
    const CHORDS: [[f64; 4]; 4] = [
        [261.6, 329.6, 392.0, 523.3],
        [220.0, 261.6, 329.6, 440.0],
        [174.6, 220.0, 261.6, 349.2],
        [196.0, 246.9, 293.7, 392.0],
    ];
    CHORDS.iter().flatten().flat_map(|pitch| note(*pitch, 320, 0.25, true)).collect()
}

/// Short syllables of changing pitch: not a voice, but as uneven as one.
fn voice() -> Vec<u8> {
    const SYLLABLES: [(f64, usize); 6] =
        [(210.0, 180), (260.0, 240), (230.0, 140), (300.0, 260), (190.0, 220), (245.0, 160)];
    let spoken = SYLLABLES.iter().flat_map(|(pitch, ms)| [note(*pitch, *ms, 0.35, true), note(0.0, 60, 0.0, false)]);
    spoken.flatten().collect()
}

/// One pitch for some milliseconds; `fading` lets it die away like a plucked string.
fn note(pitch: f64, ms: usize, loudness: f64, fading: bool) -> Vec<u8> {
    let length = ms * 8;
    let sample = |i: usize| {
        let time = i as f64 / RATE;
        let left = 1.0 - i as f64 / length as f64;
        let envelope = if fading { left } else { 1.0 };
        linear_to_alaw(((time * pitch * TAU).sin() * envelope * loudness * f64::from(i16::MAX)) as i16)
    };
    (0..length).map(sample).collect()
}

//! What callers hear: texts as made-up speech that is the same for the same text, and uploaded files.

use super::centre::talk_length;
use crate::media::{ClipId, Media};
use std::collections::hash_map::DefaultHasher;
use std::f64::consts::TAU;
use std::hash::{Hash, Hasher};
use std::time::Duration;

/// Samples in a second.
const RATE: usize = 8_000;
/// How loud it is.
const LOUDNESS: f64 = 0.3 * i16::MAX as f64;

/// Brings a text as a sound.
pub(super) fn talk(media: &Media, text: &str, speed: i64, voice: &str) -> ClipId {
    let clip = named(&(text, speed, voice));
    media.bring(clip, speech(text, talk_length(text, speed), Voice::of(voice)));
    clip
}

/// What tells one speaker from another.
#[derive(Clone, Copy)]
struct Voice {
    /// How high they speak, as a part of the highest.
    height: f64,
    /// How much of an overtone is in it.
    edge: f64,
}

/// Every voice of the contract and how high it speaks: men lower than women.
const VOICES: [(&str, f64); 12] = [
    ("female", 0.88),
    ("male", 0.5),
    ("hatieumai", 0.92),
    ("ngoclam", 0.84),
    ("banmai", 0.96),
    ("leminh", 0.54),
    ("myan", 1.0),
    ("lannhi", 0.8),
    ("sg_male_xuankien_vdts_48k-hsmm", 0.46),
    ("sg_female_xuanhong_vdts_48k-hsmm", 0.76),
    ("hn_male_xuantin_vdts_48k-hsmm", 0.58),
    ("hn_female_thutrang_phrase_48k-hsmm", 0.9),
];

impl Voice {
    /// A name that is none of them speaks as the usual one.
    fn of(name: &str) -> Self {
        let at = VOICES.iter().position(|(known, _)| *known == name).unwrap_or(VOICES.len() - 1);
        Self { height: VOICES[at].1, edge: 0.1 + at as f64 * 0.05 }
    }
}

/// The name of an uploaded file's sound.
pub(super) fn of_file(name: &str) -> ClipId {
    named(&("file", name))
}

fn named(what: &impl Hash) -> ClipId {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    ClipId(hasher.finish())
}

/// Each letter is a syllable of its own pitch, so that two texts never sound the same; a space is a pause.
fn speech(text: &str, length: Duration, voice: Voice) -> Vec<i16> {
    let letters: Vec<char> = text.chars().take(2_000).collect();
    let total = usize::try_from(length.as_millis()).unwrap_or(0) * RATE / 1_000;
    let each = (total / letters.len().max(1)).max(1);
    let mut spoken = Vec::with_capacity(total);
    for letter in letters {
        let pitch = |letter: char| (160.0 + f64::from(u32::from(letter) * 37 % 43) * 9.0) * voice.height;
        let pitch = letter.is_alphanumeric().then(|| pitch(letter));
        spoken.extend((0..each).map(|at| syllable(pitch, voice.edge, at, each)));
    }
    spoken
}

/// One sample of a syllable with an overtone, which swells and fades.
fn syllable(pitch: Option<f64>, edge: f64, at: usize, length: usize) -> i16 {
    let Some(pitch) = pitch else { return 0 };
    let time = at as f64 / RATE as f64;
    let swell = (at as f64 / length as f64 * TAU / 2.0).sin();
    let voice = (time * pitch * TAU).sin() * (1.0 - edge) + (time * pitch * 2.0 * TAU).sin() * edge;
    (voice * swell * LOUDNESS) as i16
}

/// The samples of an uploaded file: a WAV file's own, and for an MP3 file, which nobody here can read, made-up ones of
/// about the right length. `None` for anything else.
pub(super) fn read(file: &[u8]) -> Option<Vec<i16>> {
    if file.starts_with(b"RIFF") { wave(file) } else { is_mp3(file).then(|| stand_in(file)) }
}

fn is_mp3(file: &[u8]) -> bool {
    file.starts_with(b"ID3") || matches!(file, [0xff, second, ..] if second & 0xe0 == 0xe0)
}

/// As long as the file would be at 64 kbit a second.
fn stand_in(file: &[u8]) -> Vec<i16> {
    let length = Duration::from_millis(u64::try_from(file.len() / 8).unwrap_or(0).clamp(500, 60_000));
    let text: String = file.iter().step_by(97).take(400).map(|byte| char::from(b'a' + byte % 26)).collect();
    speech(&text, length, Voice::of(""))
}

/// Reads PCM of sixteen bits, any rate, the first channel of any number.
fn wave(file: &[u8]) -> Option<Vec<i16>> {
    let half = |bytes: &[u8], at: usize| Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
    let format = chunk(file, b"fmt ")?;
    let (kind, channels, bits) = (half(format, 0)?, usize::from(half(format, 2)?), half(format, 14)?);
    let rate = usize::from(half(format, 4)?) | usize::from(half(format, 6)?) << 16;
    if kind != 1 || bits != 16 || channels == 0 || !(4_000..=192_000).contains(&rate) {
        return None;
    }
    let data = chunk(file, b"data")?;
    let frames = data.len() / 2 / channels;
    let wanted = frames * RATE / rate;
    let sample = |at: usize| half(data, at * rate / RATE * channels * 2).map(|half| half as i16);
    Some((0..wanted).filter_map(sample).collect())
}

fn chunk<'f>(file: &'f [u8], name: &[u8; 4]) -> Option<&'f [u8]> {
    let mut rest = file.get(12..)?;
    loop {
        let size = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        let body = rest.get(8..)?;
        if rest.starts_with(name) {
            return Some(&body[..size.min(body.len())]);
        }
        rest = body.get(size + size % 2..)?;
    }
}

/// How long a sound is.
pub(super) fn length(samples: &[i16]) -> Duration {
    Duration::from_millis(u64::try_from(samples.len() * 1_000 / RATE).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_the_same_sound_and_another_is_not() {
        let say = |text: &str| speech(text, talk_length(text, 0), Voice::of("banmai"));
        assert_eq!(say("Xin chào"), say("Xin chào"));
        assert_ne!(say("Xin chào"), say("Tạm biệt"));
        let spoken = length(&say("Nhấn phím 1 để gặp kinh doanh"));
        assert!(spoken.abs_diff(talk_length("Nhấn phím 1 để gặp kinh doanh", 0)) < Duration::from_millis(20));
    }

    #[test]
    fn every_voice_is_told_from_every_other_and_men_speak_lower() {
        let say = |voice: &str| speech("Xin chào", talk_length("Xin chào", 0), Voice::of(voice));
        for (at, (voice, _)) in VOICES.iter().enumerate() {
            assert!(VOICES[..at].iter().all(|(other, _)| say(voice) != say(other)), "{voice}");
        }
        let crossings = |voice: &str| say(voice).windows(2).filter(|pair| (pair[0] < 0) != (pair[1] < 0)).count();
        for (he, she) in [
            ("male", "female"),
            ("leminh", "lannhi"),
            ("hn_male_xuantin_vdts_48k-hsmm", "hn_female_thutrang_phrase_48k-hsmm"),
        ] {
            assert!(crossings(he) * 10 < crossings(she) * 9, "{he} and {she}");
        }
    }

    #[test]
    fn a_wave_file_is_read_at_any_rate() {
        let mut file = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0".to_vec();
        for half in [1_u16, 1] {
            file.extend_from_slice(&half.to_le_bytes());
        }
        for whole in [16_000_u32, 32_000] {
            file.extend_from_slice(&whole.to_le_bytes());
        }
        for half in [2_u16, 16] {
            file.extend_from_slice(&half.to_le_bytes());
        }
        file.extend_from_slice(b"data");
        file.extend_from_slice(&16_000_u32.to_le_bytes());
        file.extend((0..8_000_i16).flat_map(i16::to_le_bytes));
        let samples = read(&file).expect("a sound");
        assert_eq!(length(&samples), Duration::from_millis(500));
        assert_eq!(samples[..3], [0, 2, 4]);
        assert_eq!(read(b"not a sound"), None);
        assert_eq!(read(b"RIFF"), None);
    }
}

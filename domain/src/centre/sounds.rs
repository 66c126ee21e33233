//! Files that callers hear: what they are, and whether the provider can play them.
//!
//! They are uploaded at once and cannot be taken away again, so they are no part of a set-up: places and queues name
//! them.

use crate::names;
use serde::{Deserialize, Serialize};

/// The largest file, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// The longest file, in milliseconds.
pub const LONGEST: i64 = 15 * 60 * 1_000;

/// A file that the provider has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoundFile {
    /// Its name: what places and queues call it by.
    pub name: String,
    /// What somebody wrote about it.
    pub description: String,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sound {
    /// In what form.
    pub format: Format,
    /// How long it plays, in milliseconds.
    pub length: i64,
}

/// The forms that the provider plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// WAV with plain samples.
    Wav,
    /// MP3.
    Mp3,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadSound {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST`].
    TooLarge,
    /// It plays longer than [`LONGEST`].
    TooLong,
    /// It is neither WAV nor MP3.
    NotASound,
    /// A WAV file whose samples are packed in a way that is not played.
    Packed,
}

/// The longest name that is made of what somebody wrote, in characters.
const NAME_MAX: usize = 60;

impl Format {
    /// How names of such files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Wav => "wav",
            Self::Mp3 => "mp3",
        }
    }

    /// What HTTP calls it.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
        }
    }
}

/// A name for a file that nothing is called yet: the words of what somebody called it, as the provider takes them.
pub fn file_name(called: &str, format: Format, is_taken: impl Fn(&str) -> bool) -> String {
    let called = called.rsplit_once('.').map_or(called, |(name, _)| name);
    let words: Vec<String> =
        names::words(called).iter().map(|word| plain(word)).filter(|word| !word.is_empty()).collect();
    let joined: String = words.join("-").chars().take(NAME_MAX).collect();
    let base = if joined.is_empty() { "sound" } else { joined.trim_end_matches('-') };
    let first = format!("{base}.{}", format.ending());
    let mut names =
        std::iter::once(first.clone()).chain((2..).map(|nth: u32| format!("{base}-{nth}.{}", format.ending())));
    names.find(|name| !is_taken(name)).unwrap_or(first)
}

fn plain(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// What is in a file.
///
/// # Errors
/// Why it is not taken.
pub fn sound(bytes: &[u8]) -> Result<Sound, BadSound> {
    if bytes.is_empty() {
        return Err(BadSound::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(BadSound::TooLarge);
    }
    let sound = match bytes.starts_with(b"RIFF") {
        true => Sound { format: Format::Wav, length: wav_length(bytes)? },
        false => Sound { format: Format::Mp3, length: mp3_length(bytes).ok_or(BadSound::NotASound)? },
    };
    if sound.length > LONGEST { Err(BadSound::TooLong) } else { Ok(sound) }
}

/// Little-endian numbers, as WAV has them.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let part = bytes.get(at..at.checked_add(width)?)?;
    Some(part.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// Goes from chunk to chunk: `fmt ` says how the samples are, `data` has them.
fn wav_length(bytes: &[u8]) -> Result<i64, BadSound> {
    if bytes.get(8..12) != Some(b"WAVE") {
        return Err(BadSound::NotASound);
    }
    let (mut at, mut each_second) = (12, None);
    while let (Some(name), Some(size)) = (bytes.get(at..at + 4), number(bytes, at + 4, 4)) {
        let body = at + 8;
        match name {
            b"fmt " => {
                let plain = number(bytes, body, 2).is_some_and(|packing| matches!(packing, 1 | 6 | 7));
                if !plain {
                    return Err(BadSound::Packed);
                }
                each_second = number(bytes, body + 8, 4).filter(|rate| *rate > 0);
            }
            b"data" => {
                // Whoever wrote the file as it came could not say how much would follow.
                let there = size.min(bytes.len().saturating_sub(body));
                let each_second = each_second.ok_or(BadSound::NotASound)?;
                return i64::try_from(there * 1_000 / each_second).map_err(|_| BadSound::TooLong);
            }
            _ => {}
        }
        // Chunks begin at even places.
        at = body.saturating_add(size).saturating_add(size % 2);
    }
    Err(BadSound::NotASound)
}

/// The fewest frames that are taken for a sound: two bytes that look like one are everywhere.
const FEWEST_FRAMES: usize = 2;

/// Goes from frame to frame, each of which says how much it holds.
fn mp3_length(bytes: &[u8]) -> Option<i64> {
    let mut at = after_tags(bytes);
    let (mut frames, mut micros) = (0_usize, 0_i64);
    while let Some((size, length)) = bytes.get(at..at + 4).and_then(mp3_frame) {
        frames += 1;
        micros += length;
        at += size;
    }
    (frames >= FEWEST_FRAMES).then_some(micros / 1_000)
}

/// Titles and pictures come first; their size is written in seven bits a byte.
fn after_tags(bytes: &[u8]) -> usize {
    match (bytes.starts_with(b"ID3"), bytes.get(6..10)) {
        (true, Some(size)) => 10 + size.iter().fold(0, |size, byte| size << 7 | usize::from(byte & 0x7f)),
        _ => 0,
    }
}

/// Kilobits a second of layer III, by the four bits in the header: of MPEG 1, and of MPEG 2 and 2.5.
const RATES: [[usize; 16]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];

/// A frame's size in bytes and its length in microseconds.
fn mp3_frame(header: &[u8]) -> Option<(usize, i64)> {
    let (first, second, third) = (*header.first()?, *header.get(1)?, *header.get(2)?);
    let is_layer_3 = first == 0xff && second & 0xe0 == 0xe0 && second & 0x06 == 0x02;
    // 0 is MPEG 2.5, 2 is MPEG 2, 3 is MPEG 1; 1 is nothing.
    let version = (second >> 3) & 0x03;
    let divided = match version {
        3 => 1,
        2 => 2,
        0 => 4,
        _ => return None,
    };
    let samples_a_second = [44_100, 48_000, 32_000].get(usize::from(third >> 2 & 0x03))? / divided;
    let (table, samples) = if version == 3 { (0, 1_152) } else { (1, 576) };
    let kilobits = RATES[table][usize::from(third >> 4)];
    if !is_layer_3 || kilobits == 0 {
        return None;
    }
    let padding = usize::from(third >> 1 & 0x01);
    let size = samples / 8 * kilobits * 1_000 / samples_a_second + padding;
    let micros = i64::try_from(samples * 1_000_000 / samples_a_second).ok()?;
    Some((size, micros))
}

#[cfg(test)]
mod tests {
    use super::{Format, file_name};

    #[test]
    fn a_file_is_called_after_its_words_and_like_no_other() {
        let named = |called: &str| file_name(called, Format::Wav, |name| name == "loi-chao.wav");
        assert_eq!(named("Lời chào mừng.final.WAV"), "loi-chao-mung-final.wav");
        assert_eq!(named("Lời chào.wav"), "loi-chao-2.wav");
        assert_eq!(named("東京"), "sound.wav");
        assert_eq!(file_name("", Format::Mp3, |_| false), "sound.mp3");
        assert!(named(&"x".repeat(500)).len() < 70);
    }
}

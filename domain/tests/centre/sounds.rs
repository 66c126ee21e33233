//! Files that callers hear.

use domain::centre::{BadSound, Format, LARGEST, Sound, sound};
use proptest::prelude::*;

/// A WAV file of 8,000 samples a second, 16 bits each.
fn wav(packing: u16, samples: u32) -> Vec<u8> {
    let data = samples * 2;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + data).to_le_bytes());
    bytes.extend(b"WAVELIST");
    bytes.extend(3_u32.to_le_bytes());
    bytes.extend(b"abc\0fmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend(packing.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    bytes.extend(8_000_u32.to_le_bytes());
    bytes.extend(16_000_u32.to_le_bytes());
    bytes.extend([2, 0, 16, 0]);
    bytes.extend(b"data");
    bytes.extend(data.to_le_bytes());
    bytes.resize(bytes.len() + usize::try_from(data).unwrap_or(0), 0);
    bytes
}

/// Frames of MPEG 1, layer III, 128 kilobits, 44,100 samples: 417 bytes and 26.122 ms each.
fn mp3(frames: usize) -> Vec<u8> {
    let mut bytes = b"ID3\x04\x00\x00\x00\x00\x00\x05title".to_vec();
    for _ in 0..frames {
        bytes.extend([0xff, 0xfb, 0x90, 0x00]);
        bytes.resize(bytes.len() + 413, 0);
    }
    bytes
}

#[test]
fn both_forms_are_known_with_their_lengths() {
    assert_eq!(sound(&wav(1, 12_000)), Ok(Sound { format: Format::Wav, length: 1_500 }));
    assert_eq!(sound(&mp3(100)), Ok(Sound { format: Format::Mp3, length: 2_612 }));
}

#[test]
fn what_cannot_be_played_is_refused() {
    assert_eq!(sound(b""), Err(BadSound::Empty));
    assert_eq!(sound(b"OggS...."), Err(BadSound::NotASound));
    assert_eq!(sound(&mp3(1)), Err(BadSound::NotASound), "two bytes that look like a frame are everywhere");
    assert_eq!(sound(&wav(2, 100)), Err(BadSound::Packed));
    assert_eq!(sound(b"RIFF\0\0\0\0AVI "), Err(BadSound::NotASound));
    assert_eq!(sound(&vec![0xff; LARGEST + 1]), Err(BadSound::TooLarge));
    let mut long = wav(1, 100);
    long[40..44].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(sound(&long).map(|sound| sound.length), Ok(200_000), "one byte a second");
    long.resize(long.len() + 1_000, 0);
    let size = long.len() - 56;
    long[52..56].copy_from_slice(&u32::try_from(size).unwrap_or(0).to_le_bytes());
    assert_eq!(sound(&long), Err(BadSound::TooLong));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_uploaded_is_known_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), as_wav in any::<bool>()) {
        let begun: &[u8] = if as_wav { b"RIFF....WAVE" } else { b"ID3" };
        let _ = sound(&[begun, &bytes].concat());
        let mut broken = if as_wav { wav(1, 50) } else { mp3(3) };
        for (at, byte) in bytes.iter().enumerate().take(4) {
            let place = usize::from(*byte) * (at + 1) % broken.len();
            broken[place] = byte.wrapping_mul(31);
        }
        prop_assert!(sound(&broken).is_ok_and(|sound| sound.length >= 0) || sound(&broken).is_err());
    }
}

//! Sounds in words.

use crate::texts::t;
use domain::centre::{Format, LARGEST, LONGEST, Sound};
use domain::times;

/// What a file holds, and how large it is.
pub(super) fn holds(sound: &Sound, bytes: i64) -> String {
    let format = match sound.format {
        Format::Wav => "WAV",
        Format::Mp3 => "MP3",
    };
    (t().centre.sound_page.holds)(format, &times::duration(sound.length), &size(bytes))
}

/// Kilobytes, or megabytes with one place.
fn size(bytes: i64) -> String {
    let kilobytes = bytes.max(0) / 1_024;
    if kilobytes < 1_024 {
        return format!("{} KB", kilobytes.max(1));
    }
    let tenths = kilobytes * 10 / 1_024;
    format!("{},{} MB", tenths / 10, tenths % 10)
}

/// What is taken.
pub(super) fn limits() -> String {
    (t().centre.sound_page.file_hint)(LARGEST / 1_024 / 1_024, LONGEST / times::MINUTE)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_said_in_a_few_digits() {
        assert_eq!([10, 2_048, 1_600_000].map(size), ["1 KB", "2 KB", "1,5 MB"]);
    }
}

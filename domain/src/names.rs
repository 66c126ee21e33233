//! People's names: written with accents, searched with or without them, addressed by the last word.

use unicode_normalization::UnicodeNormalization;

/// How many colours avatars have; [`hue`] is below it.
pub const HUES: u8 = 12;

/// A text for searching without accents: lower case, no marks, đ as d, single spaces. The same for composed and
/// decomposed input, and unchanged when applied again.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return single_spaced(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    let plain = text.nfd().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)).map(plain_d).nfc();
    single_spaced(plain)
}

/// A text for comparing with accents: lower case, composed, single spaces.
pub fn lower_accented(text: &str) -> String {
    if text.is_ascii() {
        return fold(text);
    }
    single_spaced(text.nfc().flat_map(char::to_lowercase).nfc())
}

/// The words of a text for the search index: runs of letters and digits of the folded text.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name as it is stored: composed, without invisible characters, trimmed, single spaces.
pub fn tidy(name: &str) -> String {
    single_spaced(name.nfc())
}

/// The word a Vietnamese is addressed by: the last one ("Lan" of "Nguyễn Thị Lan").
pub fn given_name(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or_default()
}

/// What stands on an avatar: the capital first letter of the given name ("Đ" of "Trần Văn Đức"). Empty when the name
/// has no letter or digit.
pub fn initials(name: &str) -> String {
    let composed: String = name.nfc().collect();
    let initial = composed.split_whitespace().rev().find_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    initial.map(|c| c.to_uppercase().collect()).unwrap_or_default()
}

/// The colour of an avatar, 0 to 11; the same for the same text at all times (FNV-1a).
pub fn hue(text: &str) -> u8 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // The low bits of a short text's hash alone differ too little.
    let mixed = hash ^ (hash >> 16);
    u8::try_from(mixed % u32::from(HUES)).unwrap_or_default()
}

/// Trims, makes every run of white space one space and drops characters that nobody sees.
fn single_spaced(chars: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut space = false;
    for c in chars.filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// The marks on Latin, Greek and Cyrillic letters, once decomposed. Marks of other scripts are vowels, and stay.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// đ has no decomposition. Old fonts and keyboards also gave ð and ɖ, whose capitals look like Đ.
fn plain_d(c: char) -> char {
    if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { c }
}

/// Controls, zero-width spaces, soft hyphens and direction marks, which come along when text is copied.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

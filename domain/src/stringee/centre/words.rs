//! The contact centre's own words for a set-up.

use crate::centre::Press;
use crate::reach::RingsAt;

/// The voices that speak texts.
pub const VOICES: [&str; 12] = [
    USUAL_VOICE,
    "hn_male_xuantin_vdts_48k-hsmm",
    "sg_female_xuanhong_vdts_48k-hsmm",
    "sg_male_xuankien_vdts_48k-hsmm",
    "female",
    "male",
    "hatieumai",
    "ngoclam",
    "banmai",
    "leminh",
    "myan",
    "lannhi",
];

/// Whose voice speaks when nothing else is said.
pub const USUAL_VOICE: &str = "hn_female_thutrang_phrase_48k-hsmm";

/// No key, for as long as one is waited for.
const EMPTY: &str = "EMPTY_KEY";
/// A key that is not set up.
const INVALID: &str = "INVALID_KEY";

/// What a key leads to.
pub(super) const TO_QUEUE: i64 = 2;
pub(super) const FORWARD: i64 = 3;
pub(super) const TO_NODE: i64 = 4;
pub(super) const STOP: i64 = 6;

/// What a caller does, in the centre's word.
pub(super) fn key_word(press: Press) -> String {
    match press {
        Press::Nothing => EMPTY.to_owned(),
        Press::Other => INVALID.to_owned(),
        key => key.key().map(String::from).unwrap_or_default(),
    }
}

/// The meaning of such a word; `None` for one that is not known.
pub(super) fn press(word: &str) -> Option<Press> {
    Press::ALL.into_iter().find(|press| key_word(*press) == word)
}

/// Where an agent is rung, as a number.
pub(super) fn routing_type(rings_at: RingsAt) -> i64 {
    match rings_at {
        RingsAt::Anywhere => 1,
        RingsAt::Number => 2,
        RingsAt::App => 3,
        RingsAt::DeskPhone => 4,
    }
}

/// The meaning of such a number.
pub(super) fn rings_at(routing_type: Option<i64>) -> RingsAt {
    RingsAt::ALL.into_iter().find(|at| Some(self::routing_type(*at)) == routing_type).unwrap_or_default()
}

//! The command palette: which texts are numbers that one may dial.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use domain::palette::{TEXT_MAX, sought, typed_number};
use proptest::prelude::*;

#[test]
fn only_a_whole_number_is_dialled() {
    let number = |text: &str| typed_number(text).map(|number| number.as_str().to_owned());
    for written in ["0901234567", "+84 901.234.567", "(0901) 234-567"] {
        assert_eq!(number(written).as_deref(), Some("+84901234567"), "{written}");
    }
    assert_eq!(number("1900 1000").as_deref(), Some("19001000"));
    assert_eq!(number("113").as_deref(), Some("113"));
    for other in ["", "11", "Lan", "Lan 0901234567", "An Phú 365", "0901"] {
        assert_eq!(number(other).filter(|number| number.starts_with('+')), None, "{other}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_cut_to_what_is_read(text in ".{0,400}") {
        let sought = sought(&text);
        prop_assert!(sought.chars().count() <= TEXT_MAX);
        prop_assert!(text.contains(&sought));
    }

    #[test]
    fn a_number_is_the_same_with_any_punctuation(digits in "09[0-9]{8}", places in prop::collection::vec(1_usize..10, 0..3)) {
        let mut spaced = digits.clone();
        let mut places = places;
        places.sort_unstable();
        places.dedup();
        places.into_iter().rev().for_each(|place| spaced.insert(place, ' '));
        prop_assert_eq!(typed_number(&spaced), typed_number(&digits));
    }
}

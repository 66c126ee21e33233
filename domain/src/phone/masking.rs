//! Numbers for whoever may not see them whole: enough of them to recognise one, not to dial it.
//!
//! A masked number travels with a seal that only the server opens, so that a press still dials it: `~090•••••67~seal`.

use super::{Number, dialled, spelling};
use serde::Serializer;

/// What stands for a digit that is not shown.
pub const HIDDEN: char = '•';
/// Stands before a masked number, and between it and its seal. No number has it.
const MARK: char = '~';
/// The most digits that are shown at the beginning.
const HEAD: usize = 3;
/// The most digits that are shown at the end.
const TAIL: usize = 2;
/// So many digits at least are hidden; a number that has no more shows none.
const HIDDEN_MIN: usize = 4;

/// The name under which a text is serialised that is a number as somebody wrote it.
pub const WRITTEN: &str = "alo::Written";

/// For fields that hold a number as somebody wrote it, or as a provider did: no key, but as telling as one. What leaves
/// the server for somebody who may not see numbers whole is masked there as in [`Number`].
///
/// # Errors
/// The serializer's.
pub fn as_written<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_newtype_struct(WRITTEN, text)
}

/// A written number with at most its first three and last two digits, and at least four hidden. What has no digit is
/// as it was ("anonymous"); what is masked already stays so.
pub fn masked(written: &str) -> String {
    if is_sealed(written) {
        return shown(written).to_owned();
    }
    match dialled(written) {
        Ok(number) => hide(&number.national()),
        Err(_) => hide(written),
    }
}

fn hide(text: &str) -> String {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let open = (HEAD + TAIL).min(digits.saturating_sub(HIDDEN_MIN));
    let tail = TAIL.min(open / 2);
    let (from, until) = (open - tail, digits - tail);
    let mut at = 0;
    let mut digit = |c: char| {
        let hidden = (from..until).contains(&at);
        at += 1;
        if hidden { HIDDEN } else { c }
    };
    text.chars().map(|c| if c.is_numeric() { digit(c) } else { c }).collect()
}

/// A text in which every run of digits that may be a number is masked, such as a list of numbers. What may stand between
/// the digits of one number, seen or not, does not end a run.
pub fn masked_within(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for c in text.chars() {
        if c.is_numeric() || (!run.is_empty() && spelling::joins(c)) {
            run.push(c);
        } else {
            flush(&mut out, &mut run);
            out.push(c);
        }
    }
    flush(&mut out, &mut run);
    out
}

fn flush(out: &mut String, run: &mut String) {
    let few = run.chars().filter(|c| c.is_numeric()).count() <= HIDDEN_MIN;
    out.push_str(&if few { std::mem::take(run) } else { hide(&std::mem::take(run)) });
}

/// A number as it travels to whoever may not see it whole; only the server knows what the seal says.
pub fn sealed(written: &str, seal: &str) -> String {
    format!("{MARK}{}{MARK}{seal}", masked(written))
}

/// The seal alone, for where only plain letters are carried.
pub fn bare_seal(text: &str) -> Option<String> {
    seal(text).map(|seal| format!("{MARK}{MARK}{seal}"))
}

/// What is shown of a number, and its seal.
fn parts(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(MARK)?.split_once(MARK).filter(|(_, seal)| !seal.is_empty())
}

/// The seal of a masked number; `None` where it is whole.
pub fn seal(text: &str) -> Option<&str> {
    parts(text).map(|(_, seal)| seal)
}

/// Whether a text is a masked number with its seal.
pub fn is_sealed(text: &str) -> bool {
    parts(text).is_some()
}

/// What is shown of a number: of a masked one what is not hidden, of any other all.
pub fn shown(text: &str) -> &str {
    parts(text).map_or(text, |(shown, _)| shown)
}

impl Number {
    /// The name under which it is serialised.
    pub const NAME: &'static str = "alo::Number";

    /// Whether only a part of it is known here.
    pub fn is_masked(&self) -> bool {
        is_sealed(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::{HIDDEN, bare_seal, is_sealed, masked, masked_within, seal, sealed, shown};
    use crate::phone::tests::{dressed, strew};
    use crate::phone::{BadNumber, dialled, parse, sought, sought_whole};
    use proptest::prelude::*;

    fn digits(text: &str) -> usize {
        text.chars().filter(|c| c.is_numeric()).count()
    }

    #[test]
    fn enough_is_shown_to_recognise_a_number_and_not_to_dial_it() {
        for (whole, expected) in [
            ("+84901234567", "090•••••67"),
            ("0901.234.567", "090•••••67"),
            ("0121 234 5678", "079•••••78"),
            ("+842438261234", "024••••••34"),
            ("+12025550123", "120••••••23"),
            ("19001000", "19••••00"),
            ("5000", "••••"),
            ("113", "•••"),
            ("anonymous", "anonymous"),
            ("", ""),
            ("sip:0901234567@here", "sip:090•••••67@here"),
        ] {
            assert_eq!(masked(whole), expected, "{whole}");
        }
    }

    #[test]
    fn a_seal_goes_with_what_is_shown() {
        let text = sealed("0901 234 567", "c2VhbA");
        assert_eq!(text, "~090•••••67~c2VhbA");
        assert_eq!((seal(&text), shown(&text)), (Some("c2VhbA"), "090•••••67"));
        assert_eq!(bare_seal(&text).as_deref(), Some("~~c2VhbA"));
        assert_eq!(masked(&text), "090•••••67", "it is not masked twice");
        for whole in ["", "0901234567", "~", "~~", "~x~", "x~y~z"] {
            assert!(!is_sealed(whole), "{whole}");
            assert_eq!(shown(whole), whole);
        }
    }

    #[test]
    fn within_a_text_numbers_are_masked_and_little_ones_are_not() {
        assert_eq!(
            masked_within("0901.234.567 (Di động, 1); +84 912 345 678"),
            "090•.•••.•67 (Di động, 1); +84 9•• ••• •78"
        );
        assert_eq!(masked_within("2026 và 12"), "2026 và 12");
        for separator in ["/", "\u{a0}", "–", "\u{200b}", ") (", "\u{2060}/", "\u{301}", "\u{ff0f}", "~", ":", "·"] {
            let text = ["0901", "234", "567"].join(separator);
            let masked = ["090•", "•••", "•67"].join(separator);
            assert_eq!(masked_within(&text), masked, "{separator:?}");
            assert_eq!(parse(&text).unwrap().number.as_str(), "+84901234567", "it is a number: {separator:?}");
        }
    }

    #[test]
    fn what_is_left_of_a_number_is_no_other_number() {
        for text in ["090•••••67", "~090•••••67~AAAA", " ~~12345 ", "0901234567•", "113 ext. 1•", "0901234567;x=•", "•"]
        {
            assert_eq!(parse(text), Err(BadNumber::NotANumber), "{text}");
            assert_eq!((sought(text), sought_whole(text)), (None, None), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn no_number_shows_more_than_five_digits_nor_all_but_three(written in "(\\+?[0-9]{1,3}[ .-]?)?[0-9]{2,4}[ .-]?[0-9]{2,4}[ .-]?[0-9]{0,4}") {
            let hidden = masked(&written);
            prop_assert!(digits(&hidden) <= 5, "{hidden}");
            prop_assert!(hidden.chars().filter(|c| *c == HIDDEN).count() >= 4.min(digits(&written)), "{hidden}");
            let within = masked_within(&written);
            prop_assert!(digits(&within) <= 5 || digits(&written) <= 4, "{within}");
        }

        #[test]
        fn a_masked_number_is_read_as_none(written in "\\+?[0-9]{2,15}", sealed_too: bool) {
            let text = if sealed_too { sealed(&written, "12345") } else { masked(&written) };
            prop_assert!(text.contains(HIDDEN) && parse(&text).is_err() && dialled(&text).is_err(), "{text}");
        }

        #[test]
        fn within_a_text_no_number_is_whole_however_it_is_written(subscriber in "[0-9]{7}", separators in dressed()) {
            let written = strew(&format!("090{subscriber}"), &separators);
            let told = masked_within(&format!("cũ {written} (Di động), mới"));
            prop_assert!(digits(&told) <= 5, "{told}");
            prop_assert!(parse(&written).is_ok(), "{written}");
        }

        #[test]
        fn what_is_hidden_cannot_be_told(middle in "[0-9]{5}", other in "[0-9]{5}") {
            prop_assert_eq!(masked(&format!("090{middle}67")), masked(&format!("090{other}67")));
        }

        #[test]
        fn any_text_is_masked_without_a_word_about_it(text in "\\PC{0,40}") {
            prop_assert!(digits(&masked(&text)) <= 5);
        }
    }
}

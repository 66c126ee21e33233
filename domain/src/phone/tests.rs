//! What holds for every number: by the thousand, over the whole maps.

use super::renumbering::{LANDLINE_2017, MOBILE_2018};
use super::{BadNumber, Number, Rewrite, dialled, differs, parse, same, sought};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// Old codes whose numbers are today's mobiles; Saigon's 8 above all.
const TAKEN: [&str; 15] = ["8", "33", "36", "37", "38", "39", "52", "55", "56", "58", "59", "70", "76", "77", "79"];

fn key(raw: &str) -> String {
    parse(raw).unwrap_or_else(|bad| panic!("{raw:?}: {bad:?}")).number.to_string()
}

/// Digits with separators strewn among them, as people and spreadsheets do.
pub(super) fn dressed() -> impl Strategy<Value = Vec<&'static str>> {
    let separators = ["", "", "", " ", ".", "-", "\u{a0}", " - ", ")", "(", "\u{200b}", "  ", "\u{2011}", "/"];
    prop::collection::vec(select(separators.to_vec()), 24)
}

pub(super) fn strew(digits: &str, separators: &[&str]) -> String {
    digits.chars().zip(separators.iter().cycle()).map(|(digit, separator)| format!("{digit}{separator}")).collect()
}

/// A national number (without zero) behind the ways to begin one.
fn led(national: &str, lead: usize) -> String {
    let lead = ["0", "+84", "84", "0084", "+84 (0)", "840", "+840", "tel:+84", "\u{ff0b}84", "'0"][lead % 10];
    format!("{lead}{national}")
}

fn full_width(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0xff10 + d)).unwrap_or(c)).collect()
}

#[test]
fn maps_are_whole() {
    let new_areas: BTreeSet<_> = LANDLINE_2017.iter().map(|(_, _, new)| *new).collect();
    let old_areas: BTreeSet<_> = LANDLINE_2017.iter().map(|(_, old, _)| *old).collect();
    let provinces: BTreeSet<_> = LANDLINE_2017.iter().map(|(province, _, _)| *province).collect();
    assert_eq!((new_areas.len(), old_areas.len(), provinces.len()), (59, 59, 59));
    let new_mobiles: BTreeSet<_> = MOBILE_2018.iter().map(|(_, new)| *new).collect();
    assert_eq!(new_mobiles.len(), MOBILE_2018.len());
    // With the four that kept theirs, the new codes are just those the numbering library knows for landlines.
    let known = phonenumber::metadata::DATABASE.by_id("VN").unwrap().descriptors().fixed_line().unwrap();
    for code in (200..300).map(|code| code.to_string()) {
        let city = code.starts_with("24") || code.starts_with("28");
        let ours = new_areas.contains(code.as_str()) || ["210", "211", "218", "219"].contains(&code.as_str());
        if !city {
            assert_eq!(known.is_match(&format!("{code}3822123")), ours, "{code}");
        }
    }
}

#[test]
fn every_old_mobile_prefix_is_rewritten() {
    for (old, new) in MOBILE_2018 {
        let parsed = parse(&format!("0{old} 234 5678")).unwrap();
        assert_eq!(parsed.number.as_str(), format!("+84{new}2345678"));
        assert_eq!(parsed.rewrite, Rewrite::Mobile2018);
    }
}

#[test]
fn every_old_area_code_is_rewritten_or_left_for_a_reason() {
    for (province, old, new) in LANDLINE_2017 {
        let subscriber = if old.len() == 1 { "38221234" } else { "3822123" };
        let parsed = parse(&format!("0{old} {subscriber}")).unwrap();
        let (code, rewrite) = if TAKEN.contains(&old) { (old, Rewrite::None) } else { (new, Rewrite::Landline2017) };
        assert_eq!(parsed.number.as_str(), format!("+84{code}{subscriber}"), "{province}");
        assert_eq!(parsed.rewrite, rewrite, "{province}");
        assert_eq!(key(&format!("0{new}{subscriber}")), format!("+84{new}{subscriber}"), "{province}");
    }
}

#[test]
fn no_mobile_of_today_is_ever_rewritten() {
    let operators = (32..=39).chain([52, 55, 56, 58, 59, 70]).chain(76..=79).chain(81..=99);
    for prefix in operators {
        for subscriber in (0..10_000_000).step_by(98_765) {
            let parsed = parse(&format!("0{prefix}{subscriber:07}")).unwrap();
            assert_eq!(parsed.number.as_str(), format!("+84{prefix}{subscriber:07}"));
            assert_eq!(parsed.rewrite, Rewrite::None);
        }
    }
}

#[test]
fn no_landline_of_today_is_ever_rewritten() {
    for (_, _, new) in LANDLINE_2017 {
        // Lines in Hà Nội and Saigon begin with 2 to 9.
        let digits = 10 - new.len();
        for subscriber in (2..10).map(|first| format!("{first}{:0width$}", 123_456, width = digits - 1)) {
            let parsed = parse(&format!("0{new}{subscriber}")).unwrap();
            assert_eq!(parsed.number.as_str(), format!("+84{new}{subscriber}"));
            assert_eq!(parsed.rewrite, Rewrite::None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn an_old_mobile_has_the_key_of_the_new(
        (old, new) in select(MOBILE_2018.to_vec()), subscriber in "[0-9]{7}", lead in 0usize..10,
        separators in dressed(), wide: bool,
    ) {
        let mut written = strew(&led(&format!("{old}{subscriber}"), lead), &separators);
        if lead == 7 {
            written = led(&strew(&format!("{old}{subscriber}"), &separators), lead);
        }
        let written = if wide { full_width(&written) } else { written };
        let modern = format!("0{new}{subscriber}");
        prop_assert_eq!(key(&written), key(&modern), "{}", written);
        prop_assert_eq!(key(&modern), format!("+84{new}{subscriber}"));
        prop_assert!(same(&written, &modern));
        prop_assert!(differs(&written, &parse(&written).unwrap().number));
        prop_assert!(!differs(&strew(&modern, &separators), &parse(&modern).unwrap().number));
    }

    #[test]
    fn what_is_only_dialled_is_read_as_what_is_stored(raw in "(\\+|00)?[0-9 .]{0,18}") {
        match (parse(&raw), dialled(&raw)) {
            (Ok(stored), Ok(dialled)) if stored.number.vietnamese().is_some() || !dialled.as_str().starts_with('+') => {
                prop_assert_eq!(stored.number, dialled);
            }
            // The library leaves out what is dialled only inside another country, and knows which countries there are.
            (Ok(_) | Err(_), Ok(dialled)) => prop_assert!(dialled.as_str().starts_with('+') && dialled.vietnamese().is_none()),
            (Err(stored), Err(refused)) => prop_assert_eq!(stored, refused),
            (Ok(_), Err(refused)) => prop_assert!(false, "{}: {:?}", raw, refused),
        }
    }

    #[test]
    fn an_old_landline_has_the_key_of_the_new(
        (_, old, new) in select(LANDLINE_2017.into_iter().filter(|row| !TAKEN.contains(&row.1)).collect::<Vec<_>>()),
        first in 3u8..10, rest in "[0-9]{7}", lead in 0usize..7, separators in dressed(),
    ) {
        let digits = if old.len() == 1 { 7 } else { 6 };
        let subscriber = format!("{first}{}", &rest[..digits]);
        let written = strew(&led(&format!("{old}{subscriber}"), lead), &separators);
        let parsed = parse(&written).unwrap();
        prop_assert_eq!(parsed.number.as_str(), format!("+84{new}{subscriber}"), "{}", written);
        prop_assert_eq!(parsed.rewrite, Rewrite::Landline2017);
        let modern = format!("0{new}{subscriber}");
        prop_assert!(same(&written, &modern));
    }

    #[test]
    fn nothing_panics_and_every_key_reads_as_itself(raw in "\\PC{0,40}") {
        reads_as_itself(&raw)?;
    }

    #[test]
    fn nor_for_texts_like_numbers(raw in "[+0]{0,3}[0-9 .()+-]{0,18}(;ext=|x|,| máy lẻ |#)?[0-9]{0,8}") {
        reads_as_itself(&raw)?;
    }

    #[test]
    fn nor_for_foreign_numbers(code in 1u16..1000, zeros in "0{0,2}", national in "[0-9]{4,12}") {
        reads_as_itself(&format!("+{code}{zeros}{national}"))?;
    }

    #[test]
    fn whatever_is_stored_can_be_shown(key in "\\PC{0,24}") {
        let number = Number::from_stored(key);
        let shown = (number.grouped(), number.masked(), number.national(), number.tel_uri(), number.reversed_digits());
        prop_assert_eq!(shown.0.is_empty(), number.as_str().is_empty());
    }

    #[test]
    fn a_beginning_finds_the_whole(
        (old, new) in select(MOBILE_2018.to_vec()), subscriber in "[0-9]{7}", shown in 4usize..12, modern: bool,
    ) {
        let whole = if modern { format!("0{new}{subscriber}") } else { format!("0{old}{subscriber}") };
        let typed = &whole[..shown.min(whole.len())];
        let stored = key(&whole);
        let found = sought(typed).unwrap();
        prop_assert!(found.prefixes.iter().any(|prefix| stored.starts_with(prefix)), "{} {:?}", typed, found);
    }

    #[test]
    fn an_end_finds_the_whole(subscriber in "[0-9]{7}", shown in 3usize..8) {
        let number = parse(&format!("090{subscriber}")).unwrap().number;
        let tail = sought(&subscriber[7 - shown..]).unwrap().reversed_tail.unwrap();
        prop_assert!(number.reversed_digits().starts_with(&tail));
    }
}

fn reads_as_itself(raw: &str) -> Result<(), TestCaseError> {
    let Ok(parsed) = parse(raw) else { return Ok(()) };
    let number = parsed.number;
    for again in [number.to_string(), number.grouped(), number.tel_uri()] {
        let read = parse(&again);
        prop_assert_eq!(read.as_ref().map(|p| &p.number), Ok(&number), "{} of {:?}", again, raw);
        prop_assert_eq!(read.map(|p| p.rewrite), Ok(Rewrite::None), "{} of {:?}", again, raw);
        prop_assert!(!differs(&again, &number), "{} of {:?}", again, raw);
    }
    Ok(())
}

#[test]
fn reasons() {
    assert_eq!(parse(" \u{a0}\u{200b}"), Err(BadNumber::Empty));
    assert_eq!(parse("anonymous"), Err(BadNumber::NoDigits));
    assert_eq!(parse("O9O1234567"), Err(BadNumber::NotANumber));
}

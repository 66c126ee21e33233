//! Names as they are searched, stored and abbreviated.

use domain::names::{HUES, fold, given_name, hue, initials, lower_accented, tidy, words};
use proptest::prelude::*;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

#[test]
fn folded_for_searching() {
    let cases = [
        ("Nguyễn Thị Ánh Tuyết", "nguyen thi anh tuyet"),
        ("ĐẶNG  Văn\tĐức ", "dang van duc"),
        ("Ðỗ Hữu Ước", "do huu uoc"),
        ("Trần\u{a0}Quốc\u{200b}Toản", "tran quoctoan"),
        ("Phường Quỳ", "phuong quy"),
        ("José Müller", "jose muller"),
        ("İstanbul", "istanbul"),
        ("Юрий", "юрии"),
        ("", ""),
    ];
    for (name, folded) in cases {
        assert_eq!(fold(name), folded, "{name:?}");
        assert_eq!(fold(&name.nfd().collect::<String>()), folded, "{name:?} decomposed");
    }
}

#[test]
fn every_vietnamese_letter_folds_to_its_base() {
    let letters = [
        ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
        ('e', "èéẻẽẹêềếểễệ"),
        ('i', "ìíỉĩị"),
        ('o', "òóỏõọôồốổỗộơờớởỡợ"),
        ('u', "ùúủũụưừứửữự"),
        ('y', "ỳýỷỹỵ"),
        ('d', "đ"),
    ];
    for (base, accented) in letters {
        for letter in accented.chars().chain(accented.to_uppercase().chars()) {
            assert_eq!(fold(&letter.to_string()), base.to_string(), "{letter}");
        }
    }
}

#[test]
fn accents_kept_for_comparing() {
    assert_eq!(lower_accented("  ĐỖ  Thị\u{a0}Hà "), "đỗ thị hà");
    assert_eq!(lower_accented(&"Đỗ Hà".nfd().collect::<String>()), "đỗ hà");
    assert_ne!(lower_accented("Hà"), lower_accented("Hạ"));
}

#[test]
fn words_for_the_index() {
    assert_eq!(words("Công ty TNHH An-Phú (Q.7)"), ["cong", "ty", "tnhh", "an", "phu", "q", "7"]);
    assert_eq!(words("lan.nguyen@example.vn"), ["lan", "nguyen", "example", "vn"]);
    assert!(words(" - ").is_empty());
}

#[test]
fn addressed_by_the_last_word() {
    assert_eq!(given_name("Nguyễn Thị Lan "), "Lan");
    assert_eq!(given_name(""), "");
    assert_eq!(initials("Nguyễn Thị Lan"), "L");
    assert_eq!(initials("trần văn đức"), "Đ");
    assert_eq!(initials(&"Lê Ân".nfd().collect::<String>()), "Â");
    assert_eq!(initials("Lan (kế toán)"), "T");
    assert_eq!(initials("Hùng !!!"), "H");
    assert_eq!(initials("???"), "");
}

#[test]
fn hues_are_stable_and_spread() {
    assert_eq!(hue("0199aa11-0000-7000-8000-000000000001"), hue("0199aa11-0000-7000-8000-000000000001"));
    assert_eq!(hue(""), 9);
    let seen: BTreeSet<u8> = (0..200).map(|n| hue(&format!("khách {n}"))).collect();
    assert_eq!(seen.len(), usize::from(HUES));
}

#[test]
fn tidied_for_storing() {
    assert_eq!(tidy("  Nguyễn \u{200b} Thị\u{a0}\u{a0}Lan\n"), "Nguyễn Thị Lan");
    assert_eq!(tidy(&"Lễ".nfd().collect::<String>()), "Lễ");
    assert_eq!(tidy("\u{feff}A\u{0}B"), "AB");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn folding_is_stable(text in "\\PC{0,30}") {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &folded);
        prop_assert_eq!(&fold(&tidy(&text)), &folded);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
    }

    #[test]
    fn tidying_is_stable(text in "\\PC{0,30}") {
        let tidied = tidy(&text);
        prop_assert_eq!(&tidy(&tidied), &tidied);
        prop_assert!(hue(&text) < HUES);
        let _ = (initials(&text), given_name(&text), words(&text), lower_accented(&text));
    }
}

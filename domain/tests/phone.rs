//! The hard cases of telephone numbers in Vietnam, one line each: what was written, the key, how it was rewritten,
//! and how it is read out.

use domain::phone::{BadNumber, Number, Rewrite, differs, parse, same, sought};

use Rewrite::{Landline2017, Mobile2018, None as Unchanged};

type Case = (&'static str, &'static str, Rewrite, &'static str);

/// Ways to write one mobile number.
const SPELLINGS: [&str; 26] = [
    "0901234567",
    "0901 234 567",
    "0901.234.567",
    "090-123-4567",
    "(090) 123 4567",
    "+84901234567",
    "+84 901 234 567",
    "+84 (0)901 234 567",
    "(+84) 901 234 567",
    "84901234567",
    "840901234567",
    "0084 901 234 567",
    "0084 0901 234 567",
    "+0901234567",
    "+0084901234567",
    "901234567",
    "'0901234567",
    "0901\u{a0}234\u{a0}567",
    "\u{202a}+84\u{a0}901 234 567\u{202c}",
    "０９０１２３４５６７",
    "＋８４９０１２３４５６７",
    "  0901234567\t\n",
    "tel:+84-901-234-567",
    "TEL:0901234567;phone-context=+84",
    "0901–234–567.",
    "0901/234/567",
];

const MOBILES: [Case; 15] = [
    ("0120 234 5678", "+84702345678", Mobile2018, "0702 345 678"),
    ("+84 121 234 5678", "+84792345678", Mobile2018, "0792 345 678"),
    ("841222345678", "+84772345678", Mobile2018, "0772 345 678"),
    ("00841262345678", "+84762345678", Mobile2018, "0762 345 678"),
    ("01232345678", "+84832345678", Mobile2018, "0832 345 678"),
    // A spreadsheet ate the zero.
    ("1692345678", "+84392345678", Mobile2018, "0392 345 678"),
    ("+84 (0)199 234 5678", "+84592345678", Mobile2018, "0592 345 678"),
    ("0188.234.5678", "+84582345678", Mobile2018, "0582 345 678"),
    // The library calls these invalid; they ring.
    ("0890 123 456", "+84890123456", Unchanged, "0890 123 456"),
    ("0895123456", "+84895123456", Unchanged, "0895 123 456"),
    ("0871 234 567", "+84871234567", Unchanged, "0871 234 567"),
    ("0559 123 456", "+84559123456", Unchanged, "0559 123 456"),
    // 84 at the front of nine digits is the 084 prefix without its zero, not the country.
    ("841234567", "+84841234567", Unchanged, "0841 234 567"),
    ("84841234567", "+84841234567", Unchanged, "0841 234 567"),
    // Eleven digits that no operator had: kept, not guessed at.
    ("0130 123 4567", "+841301234567", Unchanged, "0130 123 4567"),
];

const LANDLINES: [Case; 32] = [
    ("028 3822 1234", "+842838221234", Unchanged, "028 3822 1234"),
    ("2838221234", "+842838221234", Unchanged, "028 3822 1234"),
    ("(+84-28) 3822 1234", "+842838221234", Unchanged, "028 3822 1234"),
    ("0225.3822.123", "+842253822123", Unchanged, "0225 3822 123"),
    ("0219 3 822 123", "+842193822123", Unchanged, "0219 3822 123"),
    ("0210 3822 123", "+842103822123", Unchanged, "0210 3822 123"),
    ("04 3822 1234", "+842438221234", Landline2017, "024 3822 1234"),
    ("84 4 3822 1234", "+842438221234", Landline2017, "024 3822 1234"),
    ("+84 (0)4 3822 1234", "+842438221234", Landline2017, "024 3822 1234"),
    // Would be 024 0..., which is Bắc Giang's old code: no line in Hà Nội begins so.
    ("04 0123 4567", "+84401234567", Unchanged, "0401 234 567"),
    // Saigon's old landlines are today's 08x mobiles: never rewritten.
    ("08 3822 1234", "+84838221234", Unchanged, "0838 221 234"),
    ("(08) 6255 1234", "+84862551234", Unchanged, "0862 551 234"),
    ("+84 8 3822 1234", "+84838221234", Unchanged, "0838 221 234"),
    // So are Quảng Ninh's 033, Thanh Hóa's 037, Quảng Ngãi's 055, An Giang's 076.
    ("033 3822123", "+84333822123", Unchanged, "0333 822 123"),
    ("037 3822123", "+84373822123", Unchanged, "0373 822 123"),
    ("055 3822123", "+84553822123", Unchanged, "0553 822 123"),
    ("076 3822123", "+84763822123", Unchanged, "0763 822 123"),
    // No operator has 030, 031, 053, 054, 057 or 072 to 075.
    ("031 3822123", "+842253822123", Landline2017, "0225 3822 123"),
    ("+84 54 3822123", "+842343822123", Landline2017, "0234 3822 123"),
    ("075 3822123", "+842753822123", Landline2017, "0275 3822 123"),
    ("061 3822123", "+842513822123", Landline2017, "0251 3822 123"),
    // Đồng Tháp, except where satellite terminals are.
    ("067 3822123", "+842773822123", Landline2017, "0277 3822 123"),
    ("067 2822123", "+84672822123", Unchanged, "0672 822 123"),
    // Eleven digits with a three-digit code cannot be a mobile.
    ("0511 3822 123", "+842363822123", Landline2017, "0236 3822 123"),
    ("0710 3822 123", "+842923822123", Landline2017, "0292 3822 123"),
    ("0351 3822 123", "+842263822123", Landline2017, "0226 3822 123"),
    // Nine digits without the zero that begin with 2: today's landlines have ten.
    ("020 3822123", "+842143822123", Landline2017, "0214 3822 123"),
    // The price: Hải Phòng's 0225 with a digit missing reads as Sơn La's old 022. The rewrite is shown before saving.
    ("0225 3822 12", "+842125382212", Landline2017, "0212 5382 212"),
    // Ten: 024 0... and 023 0... cannot be lines of today.
    ("0240 3822 123", "+842043822123", Landline2017, "0204 3822 123"),
    ("0230 3822 123", "+842153822123", Landline2017, "0215 3822 123"),
    ("069 234 2593", "+84692342593", Unchanged, "069 234 2593"),
    ("080 43162", "+848043162", Unchanged, "080 43162"),
];

const SHORT: [Case; 17] = [
    ("1900 1000", "19001000", Unchanged, "1900 1000"),
    ("+84 1900 1000", "19001000", Unchanged, "1900 1000"),
    ("8419001000", "19001000", Unchanged, "1900 1000"),
    ("019001000", "19001000", Unchanged, "1900 1000"),
    ("1900.545.415", "1900545415", Unchanged, "1900 545 415"),
    ("18001090", "18001090", Unchanged, "1800 1090"),
    ("1800 588 822", "1800588822", Unchanged, "1800 588 822"),
    ("113", "113", Unchanged, "113"),
    ("+84113", "113", Unchanged, "113"),
    ("1080", "1080", Unchanged, "1080"),
    ("18001", "18001", Unchanged, "18001"),
    ("9090", "9090", Unchanged, "9090"),
    ("5000", "5000", Unchanged, "5000"),
    ("12", "12", Unchanged, "12"),
    ("0012", "0012", Unchanged, "0012"),
    ("401202", "401202", Unchanged, "401202"),
    ("199 1234", "1991234", Unchanged, "199 1234"),
];

const FOREIGN: [Case; 13] = [
    ("+1 650 253 0000", "+16502530000", Unchanged, "+1 650 253 0000"),
    ("001 (650) 253-0000", "+16502530000", Unchanged, "+1 650 253 0000"),
    ("+44 (0)20 8366 1177", "+442083661177", Unchanged, "+44 208 366 1177"),
    ("+49 (0) 30 123456", "+4930123456", Unchanged, "+49 3012 3456"),
    ("+65 6123 4567", "+6561234567", Unchanged, "+65 6123 4567"),
    ("+86 138 1234 5678", "+8613812345678", Unchanged, "+86 138 1234 5678"),
    ("+855 012 345 678", "+85512345678", Unchanged, "+855 1234 5678"),
    ("+82 010-1234-5678", "+821012345678", Unchanged, "+82 101 234 5678"),
    // Italy and Ivory Coast dial the zero from abroad too.
    ("+39 06 698 12345", "+390669812345", Unchanged, "+39 066 981 2345"),
    ("+225 07 07 12 34 56", "+2250707123456", Unchanged, "+225 070 712 3456"),
    ("+683 4000", "+6834000", Unchanged, "+683 4000"),
    ("tel:650-253-0000;phone-context=+1", "+16502530000", Unchanged, "+1 650 253 0000"),
    ("+870 773 111 632", "+870773111632", Unchanged, "+870 773 111 632"),
];

const REFUSED: [(&str, BadNumber); 24] = [
    ("", BadNumber::Empty),
    (" \u{a0}\u{200b}\t", BadNumber::Empty),
    ("anonymous", BadNumber::NoDigits),
    ("---", BadNumber::NoDigits),
    ("5", BadNumber::TooShort),
    // A local number needs its area code.
    ("3822 1234", BadNumber::TooShort),
    ("0901 234 56", BadNumber::TooShort),
    ("0234 3822 12", BadNumber::TooShort),
    ("0120 1234", BadNumber::TooShort),
    ("+84", BadNumber::TooShort),
    ("+112", BadNumber::TooShort),
    ("0901 234 5678", BadNumber::TooLong),
    ("028 3822 1234 5", BadNumber::TooLong),
    ("0901234567 - 0912345678", BadNumber::TooLong),
    ("0901234567 / 0912345678", BadNumber::TooLong),
    ("+1234567890123456", BadNumber::TooLong),
    ("0901234567; 0912345678", BadNumber::NotANumber),
    ("0901234567, 0912345678", BadNumber::NotANumber),
    // The letter O is not a zero.
    ("O9O1234567", BadNumber::NotANumber),
    ("0901 234 567 (Lan)", BadNumber::NotANumber),
    ("0901xxx567", BadNumber::NotANumber),
    ("*101#", BadNumber::NotANumber),
    ("+999 123 456 789", BadNumber::NotANumber),
    ("000901234567", BadNumber::NotANumber),
];

const EXTENSIONS: [(&str, &str, &str); 12] = [
    ("028 3822 1234 ext. 12", "+842838221234", "12"),
    ("028 3822 1234 ext 12", "+842838221234", "12"),
    ("028 3822 1234 máy lẻ 12", "+842838221234", "12"),
    ("028 3822 1234 (Máy lẻ: 12)", "+842838221234", "12"),
    ("028 3822 1234 số máy lẻ 12", "+842838221234", "12"),
    ("028 3822 1234 may le 12", "+842838221234", "12"),
    ("028 3822 1234 - nội bộ 105", "+842838221234", "105"),
    ("028 3822 1234x12", "+842838221234", "12"),
    ("02838221234#12", "+842838221234", "12"),
    ("02838221234,,12", "+842838221234", "12"),
    ("tel:+842838221234;ext=12", "+842838221234", "12"),
    ("+44 20 8366 1177 ext 5", "+442083661177", "5"),
];

#[expect(clippy::unwrap_used, reason = "the texts are this file's own")]
fn number(raw: &str) -> Number {
    parse(raw).unwrap().number
}

#[test]
fn one_subscriber_in_many_spellings() {
    for raw in SPELLINGS {
        let parsed = parse(raw).unwrap_or_else(|bad| panic!("{raw:?}: {bad:?}"));
        assert_eq!(parsed.number.as_str(), "+84901234567", "{raw:?}");
        assert_eq!((parsed.rewrite, parsed.extension), (Unchanged, None), "{raw:?}");
        assert!(!differs(raw, &parsed.number), "{raw:?}");
        assert!(same(raw, "0901 234 567"), "{raw:?}");
    }
}

#[test]
fn hard_cases() {
    for (raw, key, rewrite, grouped) in MOBILES.into_iter().chain(LANDLINES).chain(SHORT).chain(FOREIGN) {
        let parsed = parse(raw).unwrap_or_else(|bad| panic!("{raw:?}: {bad:?}"));
        assert_eq!(parsed.number.as_str(), key, "{raw:?}");
        assert_eq!(parsed.rewrite, rewrite, "{raw:?}");
        assert_eq!(parsed.number.grouped(), grouped, "{raw:?}");
        assert_eq!(parse(key).map(|p| p.number), Ok(parsed.number.clone()), "{raw:?}");
        assert_eq!(parse(grouped).map(|p| p.number), Ok(parsed.number), "{raw:?}");
    }
}

#[test]
fn refusals_say_why() {
    for (raw, why) in REFUSED {
        assert_eq!(parse(raw), Err(why), "{raw:?}");
    }
}

#[test]
fn extensions_are_kept_apart() {
    for (raw, key, extension) in EXTENSIONS {
        let parsed = parse(raw).unwrap_or_else(|bad| panic!("{raw:?}: {bad:?}"));
        assert_eq!((parsed.number.as_str(), parsed.extension.as_deref()), (key, Some(extension)), "{raw:?}");
        assert!(differs(raw, &parsed.number), "{raw:?}");
    }
}

#[test]
fn the_raw_text_is_shown_when_it_says_more() {
    assert!(differs("0121 234 5678", &number("0121 234 5678")));
    assert!(differs("04 3822 1234", &number("04 3822 1234")));
    assert!(differs("hỏi chị Lan", &number("0901234567")));
    assert!(!differs("08 3822 1234", &number("08 3822 1234")));
    assert!(!differs("+84 1900 1000", &number("1900 1000")));
    assert!(!differs("001 650 253 0000", &number("+1 650 253 0000")));
}

#[test]
fn same_needs_no_number() {
    assert!(same("anonymous", " anonymous "));
    assert!(!same("anonymous", "0901234567"));
    assert!(same("028 3822 1234 ext 5", "02838221234"));
    assert!(!same("08 3822 1234", "028 3822 1234"));
}

#[test]
fn other_readings() {
    let mobile = number("0901234567");
    assert_eq!(mobile.national(), "0901234567");
    assert_eq!(mobile.masked(), "0901 *** 567");
    assert_eq!(mobile.tel_uri(), "tel:+84901234567");
    assert_eq!(mobile.digits(), "84901234567");
    assert_eq!(mobile.reversed_digits(), "76543210948");
    assert_eq!(number("028 3822 1234").masked(), "0283 *** 234");
    assert_eq!(number("+1 650 253 0000").masked(), "+1650 *** 000");
    assert_eq!(number("+1 650 253 0000").national(), "16502530000");
    assert_eq!(number("+683 4000").masked(), "+68 *** 00");
    assert_eq!(number("1900 1000").masked(), "19001000");
    assert_eq!(number("5000").tel_uri(), "tel:5000");
    assert!(number("5000").is_short() && !mobile.is_short());
    assert_eq!(serde_json::to_string(&mobile).unwrap(), "\"+84901234567\"");
}

#[test]
fn what_a_search_box_seeks() {
    let prefixes = |typed| sought(typed).unwrap().prefixes;
    assert_eq!(prefixes("0901 23"), ["+8490123"]);
    assert_eq!(prefixes("+84 (0)90"), ["+8490"]);
    assert_eq!(prefixes("0121 23"), ["+8412123", "+847923"]);
    assert_eq!(prefixes("04 3822 1234"), ["+842438221234", "+84438221234"]);
    assert_eq!(prefixes("1900"), ["+841900", "1900"]);
    assert_eq!(prefixes("4567"), ["+844567", "4567"]);
    assert_eq!(prefixes("8490"), ["+848490", "+8490", "8490"]);
    assert_eq!(prefixes("+1 650"), ["+1650"]);
    assert_eq!(sought("4567").unwrap().reversed_tail.as_deref(), Some("7654"));
    assert_eq!(sought("+84901").unwrap().reversed_tail, None);
    assert_eq!(sought("0901 234 567").unwrap().reversed_tail, None);
    assert_eq!(sought("12"), None);
    assert_eq!(sought("Lan 0901"), None);
}

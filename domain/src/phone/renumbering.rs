//! The two renumberings: area codes in 2017 (plan 2036/QĐ-BTTTT of 2016), eleven-digit mobile numbers in 2018
//! (plan 798/QĐ-BTTTT of 2018). All codes here are without the leading zero.

use super::Rewrite;

/// A mobile prefix that changed: (old, new); the seven digits behind it stayed.
pub(super) const MOBILE_2018: [(&str, &str); 21] = [
    // MobiFone
    ("120", "70"),
    ("121", "79"),
    ("122", "77"),
    ("126", "76"),
    ("128", "78"),
    // VinaPhone
    ("123", "83"),
    ("124", "84"),
    ("125", "85"),
    ("127", "81"),
    ("129", "82"),
    // Viettel
    ("162", "32"),
    ("163", "33"),
    ("164", "34"),
    ("165", "35"),
    ("166", "36"),
    ("167", "37"),
    ("168", "38"),
    ("169", "39"),
    // Vietnamobile
    ("186", "56"),
    ("188", "58"),
    // Gmobile
    ("199", "59"),
];

/// An area code that changed: (province of that time, old, new). Hà Giang 219, Hòa Bình 218, Phú Thọ 210 and
/// Vĩnh Phúc 211 kept theirs.
pub(super) const LANDLINE_2017: [(&str, &str, &str); 59] = [
    // From 11 February 2017
    ("Sơn La", "22", "212"),
    ("Lai Châu", "231", "213"),
    ("Lào Cai", "20", "214"),
    ("Điện Biên", "230", "215"),
    ("Yên Bái", "29", "216"),
    ("Quảng Bình", "52", "232"),
    ("Quảng Trị", "53", "233"),
    ("Thừa Thiên Huế", "54", "234"),
    ("Quảng Nam", "510", "235"),
    ("Đà Nẵng", "511", "236"),
    ("Thanh Hóa", "37", "237"),
    ("Nghệ An", "38", "238"),
    ("Hà Tĩnh", "39", "239"),
    // From 15 April 2017
    ("Quảng Ninh", "33", "203"),
    ("Bắc Giang", "240", "204"),
    ("Lạng Sơn", "25", "205"),
    ("Cao Bằng", "26", "206"),
    ("Tuyên Quang", "27", "207"),
    ("Thái Nguyên", "280", "208"),
    ("Bắc Kạn", "281", "209"),
    ("Hải Dương", "320", "220"),
    ("Hưng Yên", "321", "221"),
    ("Bắc Ninh", "241", "222"),
    ("Hải Phòng", "31", "225"),
    ("Hà Nam", "351", "226"),
    ("Thái Bình", "36", "227"),
    ("Nam Định", "350", "228"),
    ("Ninh Bình", "30", "229"),
    ("Cà Mau", "780", "290"),
    ("Bạc Liêu", "781", "291"),
    ("Cần Thơ", "710", "292"),
    ("Hậu Giang", "711", "293"),
    ("Trà Vinh", "74", "294"),
    ("An Giang", "76", "296"),
    ("Kiên Giang", "77", "297"),
    ("Sóc Trăng", "79", "299"),
    // From 17 June 2017
    ("Hà Nội", "4", "24"),
    ("Thành phố Hồ Chí Minh", "8", "28"),
    ("Đồng Nai", "61", "251"),
    ("Bình Thuận", "62", "252"),
    ("Bà Rịa - Vũng Tàu", "64", "254"),
    ("Quảng Ngãi", "55", "255"),
    ("Bình Định", "56", "256"),
    ("Phú Yên", "57", "257"),
    ("Khánh Hòa", "58", "258"),
    ("Ninh Thuận", "68", "259"),
    ("Kon Tum", "60", "260"),
    ("Đắk Nông", "501", "261"),
    ("Đắk Lắk", "500", "262"),
    ("Lâm Đồng", "63", "263"),
    ("Gia Lai", "59", "269"),
    ("Vĩnh Long", "70", "270"),
    ("Bình Phước", "651", "271"),
    ("Long An", "72", "272"),
    ("Tiền Giang", "73", "273"),
    ("Bình Dương", "650", "274"),
    ("Bến Tre", "75", "275"),
    ("Tây Ninh", "66", "276"),
    ("Đồng Tháp", "67", "277"),
];

/// The digits behind today's area codes: Hà Nội and Saigon have eight, all others seven.
const CITY_SUBSCRIBER: usize = 8;
const PROVINCE_SUBSCRIBER: usize = 7;

/// Today's form of an old national number; `None` when it is not old, or cannot be told from a current one.
pub(super) fn modern(national: &str) -> Option<(String, Rewrite)> {
    mobile(national)
        .map(|modern| (modern, Rewrite::Mobile2018))
        .or_else(|| landline(national).map(|modern| (modern, Rewrite::Landline2017)))
}

/// The same for the beginning of a mobile number, as a search box has it.
pub(super) fn mobile_beginning(national: &str) -> Option<String> {
    MOBILE_2018.iter().find_map(|(old, new)| Some(format!("{new}{}", national.strip_prefix(old)?)))
}

fn mobile(national: &str) -> Option<String> {
    (national.len() == 10).then(|| mobile_beginning(national))?
}

fn landline(national: &str) -> Option<String> {
    if is_current(national) {
        return None;
    }
    LANDLINE_2017.iter().find_map(|(_, old, new)| {
        let subscriber = national.strip_prefix(old)?;
        let expected = if old.len() == 1 { CITY_SUBSCRIBER } else { PROVINCE_SUBSCRIBER };
        (subscriber.len() == expected).then(|| format!("{new}{subscriber}"))
    })
}

/// Whether a number of an old landline's length is, or may be, somebody's today.
///
/// Only nine digits can be ambiguous: today's landlines have ten and begin with 2, and the old three-digit codes that
/// begin with 2 (230, 231, 240, 241, 280, 281) stand where no number of today can.
fn is_current(national: &str) -> bool {
    if national.len() != 9 {
        return false;
    }
    match national.as_bytes() {
        // Viettel, VinaPhone, MobiFone and the others: 32 to 39, 52, 55, 56, 58, 59, 70, 76 to 79, all of 8 and 9.
        // That includes every landline of Saigon.
        [b'3', b'2'..=b'9', ..] | [b'5', b'2' | b'5' | b'6' | b'8' | b'9', ..] => true,
        [b'7', b'0' | b'6'..=b'9', ..] | [b'8' | b'9', ..] => true,
        // Satellite terminals.
        [b'6', b'7', b'2', ..] => true,
        // No line in Hà Nội begins with 0 or 1; behind 24 such digits would read as the old code of another province.
        [b'4', b'0' | b'1', ..] => true,
        _ => false,
    }
}

//! Vietnam's numbering plan, as far as lengths go. Which prefixes are in use changes from year to year and is not
//! checked.

use super::renumbering;
use super::{BadNumber, Rewrite};

/// The key of a national number written without its leading zero.
pub(super) fn key(national: &str) -> Result<(String, Rewrite), BadNumber> {
    if is_service(national) {
        return Ok((national.to_owned(), Rewrite::None));
    }
    if let Some((modern, rewrite)) = renumbering::modern(national) {
        return Ok((format!("+84{modern}"), rewrite));
    }
    check_length(national)?;
    Ok((format!("+84{national}"), Rewrite::None))
}

/// Numbers that are dialled without a leading zero wherever one is: 1800 and 1900 lines, 113, 1080, 199 lines.
fn is_service(national: &str) -> bool {
    let toll = national.starts_with("1800") || national.starts_with("1900");
    match national.len() {
        3..=4 => national.starts_with('1'),
        7 => national.starts_with("199"),
        8..=10 => toll,
        _ => false,
    }
}

fn check_length(national: &str) -> Result<(), BadNumber> {
    let digits = national.len();
    let expected = match national.as_bytes().first() {
        None => return Err(BadNumber::TooShort),
        Some(b'0') => return Err(BadNumber::NotANumber),
        // 1: a mobile number of before 2018 that no operator had. 2: landlines.
        Some(b'1' | b'2') => 10,
        // 4 and 6 were area codes; 3, 5, 7, 8 and 9 are mobiles.
        Some(_) if is_state_line(national) => digits,
        Some(_) => 9,
    };
    match digits {
        n if n < expected => Err(BadNumber::TooShort),
        n if n > expected => Err(BadNumber::TooLong),
        _ => Ok(()),
    }
}

/// Lines of the army and police (069), of the government (080) and 0799 lines are shorter than others.
fn is_state_line(national: &str) -> bool {
    match national.len() {
        7 => ["69", "80", "799"].iter().any(|lead| national.starts_with(lead)),
        8 => national.starts_with("69"),
        _ => false,
    }
}

//! Moments, and how Vietnamese people write them. Moments are UTC; what is shown is Vietnam's time, +07:00 without
//! summer time since 1975.

mod day;

pub use day::Day;

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

pub use chrono::Weekday;

/// One second in milliseconds.
pub const SECOND: i64 = 1_000;
/// One minute in milliseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// One hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// One day in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// How far Vietnam's clocks are ahead of UTC.
const VIETNAM: i64 = 7 * HOUR;
/// The years 1 to 9999; later and earlier moments are written as these.
const WRITABLE: (i64, i64) = (-62_135_596_800_000, 253_402_300_799_999);
/// The provider's and the database's way to write a time without a zone.
const NAIVE: &str = "%Y-%m-%d %H:%M:%S";
/// A browser's way to write the date and time of a field.
const FIELD: &str = "%Y-%m-%dT%H:%M";

/// A moment: milliseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

impl Millis {
    /// Milliseconds from `earlier` to this moment; negative when it is the later one.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment so many milliseconds later, or earlier when negative.
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// A moment from whole seconds since 1970, as tokens have them.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(SECOND))
    }

    /// Whole seconds since 1970.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(SECOND)
    }

    /// When this day began in Vietnam.
    pub fn day_start(self) -> Self {
        Self(local_day(self).saturating_mul(DAY).saturating_sub(VIETNAM))
    }
}

/// `20/11/2026 14:05`
pub fn date_time(at: Millis) -> String {
    format!("{} {}", date(at), clock(at))
}

/// `20/11/2026`
pub fn date(at: Millis) -> String {
    let local = local(at);
    format!("{:02}/{:02}/{}", local.day(), local.month(), local.year())
}

/// `14:05`
pub fn clock(at: Millis) -> String {
    let local = local(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// `2026-11-20T14:05:00+07:00`, for machines.
pub fn iso(at: Millis) -> String {
    format!("{}+07:00", local(at).format("%Y-%m-%dT%H:%M:%S"))
}

/// `2026-11-20 14:05:00`: Vietnam's time without saying so.
pub fn local_naive(at: Millis) -> String {
    local(at).format(NAIVE).to_string()
}

/// Reads [`local_naive`] back, to the second; `None` when it is no such time.
pub fn parse_local_naive(text: &str) -> Option<Millis> {
    let local = NaiveDateTime::parse_from_str(text.trim(), NAIVE).ok()?;
    Some(Millis(local.and_utc().timestamp_millis()).plus(-VIETNAM))
}

/// `2026-11-20T14:05`: Vietnam's time as a field for date and time has it.
pub fn field(at: Millis) -> String {
    local(at).format(FIELD).to_string()
}

/// Reads [`field`] back; `None` when it is no such time.
pub fn parse_field(text: &str) -> Option<Millis> {
    let local = NaiveDateTime::parse_from_str(text.trim(), FIELD).ok()?;
    Some(Millis(local.and_utc().timestamp_millis()).plus(-VIETNAM))
}

/// `2026-11-20`: the day in Vietnam, for addresses.
pub fn iso_date(at: Millis) -> String {
    local(at).format("%Y-%m-%d").to_string()
}

/// When the day of [`iso_date`] began in Vietnam; `None` when it is no such day.
pub fn parse_date(text: &str) -> Option<Millis> {
    parse_local_naive(&format!("{} 00:00:00", text.trim()))
}

/// How long ago, as people say it; the page puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relative {
    /// Less than a minute ago, or a clock that runs a little ahead.
    JustNow,
    /// 1 to 59 minutes ago.
    Minutes(i64),
    /// Hours ago, earlier today.
    Hours(i64),
    /// The day before, at `clock` ("14:05").
    Yesterday {
        /// The time of day.
        clock: String,
    },
    /// Two to six days before.
    Weekday {
        /// Which day.
        day: Weekday,
        /// The time of day.
        clock: String,
    },
    /// Longer ago, or in the future: "20/11/2026".
    Date(String),
}

/// How `then` is said at the moment `now`. Days are Vietnam's.
pub fn relative(now: Millis, then: Millis) -> Relative {
    let ago = now.since(then);
    match (ago, local_day(now) - local_day(then)) {
        (i64::MIN..=-60_000, _) => Relative::Date(date(then)),
        (-59_999..MINUTE, _) => Relative::JustNow,
        (MINUTE..HOUR, _) => Relative::Minutes(ago / MINUTE),
        (_, 0) => Relative::Hours(ago / HOUR),
        (_, 1) => Relative::Yesterday { clock: clock(then) },
        (_, 2..=6) => Relative::Weekday { day: weekday(then), clock: clock(then) },
        _ => Relative::Date(date(then)),
    }
}

/// The day of the week in Vietnam.
pub fn weekday(at: Millis) -> Weekday {
    local(at).weekday()
}

/// Milliseconds as `3:07` or `1:02:03`; less than nothing is `0:00`.
pub fn duration(millis: i64) -> String {
    let seconds = millis.max(0) / SECOND;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// Whole đồng as `1.250.000 ₫`; the space does not break.
pub fn money(dong: i64) -> String {
    let digits = dong.unsigned_abs().to_string();
    let sign = if dong < 0 { "-" } else { "" };
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out + "\u{a0}₫"
}

/// The date and time on a clock in Vietnam.
fn local(at: Millis) -> NaiveDateTime {
    let (first, last) = WRITABLE;
    let shown = at.plus(VIETNAM).0.clamp(first, last);
    DateTime::from_timestamp_millis(shown).map(|utc| utc.naive_utc()).unwrap_or_default()
}

/// The days since 1970 on a calendar in Vietnam.
fn local_day(at: Millis) -> i64 {
    at.plus(VIETNAM).0.div_euclid(DAY)
}

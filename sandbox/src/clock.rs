//! The wall clock of Vietnam, which has no summer time.

use chrono::{DateTime, NaiveDateTime};
use std::time::{SystemTime, UNIX_EPOCH};

const SEVEN_HOURS: i64 = 7 * 3600;

/// The time in Hồ Chí Minh City, to the second.
pub(crate) fn vietnam_now() -> NaiveDateTime {
    vietnam(SystemTime::now())
}

/// A moment on a clock in Hồ Chí Minh City, to the second.
pub(crate) fn vietnam(at: SystemTime) -> NaiveDateTime {
    let since_1970 = at.duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since_1970.as_secs()).unwrap_or(i64::MAX);
    DateTime::from_timestamp(seconds.saturating_add(SEVEN_HOURS), 0).unwrap_or_default().naive_utc()
}

//! Until when a missed call should be called back.

use crate::times::{DAY, HOUR, MINUTE, Millis, Weekday, weekday};

/// Within so many milliseconds of working time somebody calls back.
pub const DUE_AFTER: i64 = 30 * MINUTE;
/// When work begins, in milliseconds after midnight in Vietnam.
pub const WORK_BEGINS: i64 = 8 * HOUR;
/// When work ends, in milliseconds after midnight in Vietnam.
pub const WORK_ENDS: i64 = 18 * HOUR;
/// Within so many days there is a day of work.
const DAYS: usize = 8;

/// The moment at which [`DUE_AFTER`] of working time has passed since `missed`. Work is from Monday to Saturday, from
/// [`WORK_BEGINS`] to [`WORK_ENDS`].
pub fn due(missed: Millis) -> Millis {
    let (mut from, mut left) = (missed, DUE_AFTER);
    for _ in 0..DAYS {
        let day = from.day_start();
        let (opens, closes) = (day.plus(WORK_BEGINS).max(from), day.plus(WORK_ENDS));
        let open = if weekday(day) == Weekday::Sun { 0 } else { closes.since(opens).max(0) };
        if open >= left {
            return opens.plus(left);
        }
        left -= open;
        from = day.plus(DAY);
    }
    from
}

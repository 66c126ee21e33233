//! The dashboard: periods, sums, and how long most of something takes.
#![expect(clippy::expect_used, reason = "a story that does not begin as told is a failed test")]

use domain::calls::Direction;
use domain::dashboard::{Counted, DAYS_MAX, Histogram, Period, Sums, date_of, date_word, duration_bucket, percent};
use domain::times::{DAY, Millis, SECOND, local_naive, parse_local_naive};
use proptest::prelude::*;

fn at(text: &str) -> Millis {
    parse_local_naive(text).expect("a time")
}

#[test]
fn periods_are_whole_days_in_vietnam() {
    let now = at("2026-11-20 14:05:00");
    let said = |period: Period| {
        let (from, until) = period.range(now);
        (local_naive(from), local_naive(until))
    };
    let both = |from: &str, until: &str| (format!("{from} 00:00:00"), format!("{until} 00:00:00"));
    assert_eq!(said(Period::Today), both("2026-11-20", "2026-11-21"));
    assert_eq!(said(Period::SevenDays), both("2026-11-14", "2026-11-21"));
    assert_eq!(said(Period::ThirtyDays), both("2026-10-22", "2026-11-21"));
    assert_eq!(said(Period::ThisMonth), both("2026-11-01", "2026-11-21"));
    let (from, to) = (at("2026-11-03 10:00:00"), at("2026-11-05 23:00:00"));
    assert_eq!(said(Period::Days { from, to }), both("2026-11-03", "2026-11-06"));
    assert_eq!(said(Period::Days { from: to, to: from }), both("2026-11-03", "2026-11-06"), "the wrong way round");
    let (from, until) = Period::Days { from: Millis(0), to: now }.range(now);
    assert_eq!(until.since(from), DAYS_MAX * DAY);
    assert_eq!((Period::step(from, until), Period::step(from, from.plus(30 * DAY))), (7 * DAY, DAY));
}

#[test]
fn a_day_survives_the_address() {
    let day = at("2026-11-20 00:00:00");
    assert_eq!((date_word(day.plus(DAY - 1)).as_str(), date_of("2026-11-20")), ("2026-11-20", Some(day)));
    assert_eq!(date_of("20/11/2026"), None);
    assert_eq!(date_of("2026-13-40"), None);
}

#[test]
fn calls_are_counted_by_how_they_ended() {
    let mut sums = Sums::default();
    sums.count(Direction::Inbound, Counted::Answered, 6, 60_000);
    sums.count(Direction::Inbound, Counted::Missed, 2, 0);
    sums.count(Direction::Inbound, Counted::Rejected, 1, 0);
    sums.count(Direction::Inbound, Counted::Running, 3, 0);
    sums.count(Direction::Outbound, Counted::Answered, 4, 40_000);
    sums.count(Direction::Outbound, Counted::Failed, 5, 0);
    assert_eq!((sums.calls(), sums.inbound, sums.outbound, sums.answered()), (21, 12, 9, 10));
    assert_eq!((sums.missed, sums.rejected, sums.talk_ms), (2, 1, 100_000));
    assert_eq!(sums.answer_rate(), Some(67), "six of the nine that are over");
    assert_eq!((percent(0, 0), percent(1, 3), percent(2, 3), percent(1, 2)), (None, Some(33), Some(67), Some(50)));
}

proptest! {
    #[test]
    fn a_spread_is_what_sorting_says(mut durations in prop::collection::vec(0..2_000_000_i64, 1..300)) {
        let mut histogram = Histogram::default();
        durations.iter().for_each(|millis| histogram.count(duration_bucket(*millis), 1));
        durations.sort_unstable();
        let spread = histogram.spread().expect("some");
        for (percent, found) in [(50, spread.median_ms), (90, spread.p90_ms)] {
            let rank = (durations.len() * percent).div_ceil(100);
            let exact = durations[rank - 1];
            let width = if exact < 120 * SECOND { SECOND } else { 10 * SECOND };
            prop_assert!((0..width).contains(&(exact - found)), "{percent}: {exact} {found}");
        }
        prop_assert_eq!(spread.count, durations.len() as i64);
    }
}

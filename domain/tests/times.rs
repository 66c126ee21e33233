//! Moments as they are written in Vietnam.

use domain::times::{
    DAY, HOUR, MINUTE, Millis, Relative, SECOND, Weekday, clock, date, date_time, duration, iso, iso_date, local_naive,
    money, parse_date, parse_local_naive, relative,
};
use proptest::prelude::*;

#[expect(clippy::unwrap_used, reason = "the texts are this file's own")]
fn at(local: &str) -> Millis {
    parse_local_naive(local).unwrap()
}

#[test]
fn written_in_vietnams_time() {
    // 20 November 2026, 07:05:09 UTC.
    let moment = Millis(1_795_158_309_000);
    assert_eq!(date_time(moment), "20/11/2026 14:05");
    assert_eq!(date(moment), "20/11/2026");
    assert_eq!(clock(moment), "14:05");
    assert_eq!(iso(moment), "2026-11-20T14:05:09+07:00");
    assert_eq!(local_naive(moment), "2026-11-20 14:05:09");
    assert_eq!(at("2026-11-20 14:05:09"), moment);
}

#[test]
fn the_day_begins_at_seventeen_utc() {
    let late = Millis(1_795_132_799_999 - 7 * HOUR);
    assert_eq!(local_naive(late), "2026-11-19 23:59:59");
    assert_eq!(local_naive(late.plus(1)), "2026-11-20 00:00:00");
    assert_eq!(at("2026-11-20 14:05:09").day_start(), at("2026-11-20 00:00:00"));
    assert_eq!(late.day_start(), at("2026-11-19 00:00:00"));
}

#[test]
fn what_is_no_time_is_refused() {
    for text in ["", "2026-11-20", "20/11/2026 14:05", "2026-02-30 00:00:00", "2026-11-20 24:00:00"] {
        assert_eq!(parse_local_naive(text), None, "{text:?}");
    }
}

#[test]
fn moments_reckon() {
    assert_eq!(Millis(5_000).since(Millis(7_000)), -2_000);
    assert_eq!(Millis(i64::MAX).plus(1), Millis(i64::MAX));
    assert_eq!(Millis(i64::MAX).since(Millis(i64::MIN)), i64::MAX);
    assert_eq!(Millis::from_seconds(3), Millis(3 * SECOND));
    assert_eq!(Millis(-1).seconds(), -1);
    assert_eq!(serde_json::to_string(&Millis(42)).unwrap(), "42");
}

#[test]
fn how_long_ago() {
    let now = at("2026-11-20 14:05:00");
    let said = |then: &str| relative(now, at(then));
    assert_eq!(relative(now, now), Relative::JustNow);
    assert_eq!(said("2026-11-20 14:04:01"), Relative::JustNow);
    assert_eq!(said("2026-11-20 14:05:30"), Relative::JustNow);
    assert_eq!(said("2026-11-20 14:04:00"), Relative::Minutes(1));
    assert_eq!(said("2026-11-20 13:05:01"), Relative::Minutes(59));
    assert_eq!(said("2026-11-20 13:05:00"), Relative::Hours(1));
    assert_eq!(said("2026-11-20 00:00:00"), Relative::Hours(14));
    assert_eq!(said("2026-11-19 23:59:59"), Relative::Yesterday { clock: "23:59".into() });
    assert_eq!(said("2026-11-18 09:00:00"), Relative::Weekday { day: Weekday::Wed, clock: "09:00".into() });
    assert_eq!(said("2026-11-14 09:00:00"), Relative::Weekday { day: Weekday::Sat, clock: "09:00".into() });
    assert_eq!(said("2026-11-13 09:00:00"), Relative::Date("13/11/2026".into()));
    assert_eq!(said("2026-11-20 14:06:00"), Relative::Date("20/11/2026".into()));
    // Minutes go on past midnight.
    let past_midnight = at("2026-11-20 00:10:00");
    assert_eq!(relative(past_midnight, at("2026-11-19 23:50:00")), Relative::Minutes(20));
}

#[test]
fn durations_and_money() {
    let durations = [(0, "0:00"), (-5, "0:00"), (999, "0:00"), (3 * MINUTE + 7 * SECOND, "3:07")];
    for (millis, said) in durations.into_iter().chain([(HOUR + 2 * MINUTE + 3_999, "1:02:03"), (DAY, "24:00:00")]) {
        assert_eq!(duration(millis), said);
    }
    let sums = [(0, "0"), (999, "999"), (1_000, "1.000"), (1_250_000, "1.250.000"), (-45_000, "-45.000")];
    for (dong, said) in sums {
        assert_eq!(money(dong), format!("{said}\u{a0}₫"));
    }
    assert_eq!(money(i64::MIN), "-9.223.372.036.854.775.808\u{a0}₫");
}

proptest! {
    #[test]
    fn any_moment_can_be_written(millis: i64, other: i64) {
        let moment = Millis(millis);
        prop_assert_eq!(date_time(moment).len(), date(moment).len() + 6);
        prop_assert!(iso(moment).ends_with("+07:00"));
        let _ = (relative(moment, Millis(other)), duration(millis), money(millis), moment.day_start());
    }

    #[test]
    fn a_day_reads_back_as_its_beginning(seconds in 0_i64..250_000_000_000) {
        let moment = Millis::from_seconds(seconds);
        prop_assert_eq!(parse_date(&iso_date(moment)), Some(moment.day_start()));
    }

    #[test]
    fn local_times_read_back(seconds in -50_000_000_000_i64..250_000_000_000) {
        let moment = Millis::from_seconds(seconds);
        prop_assert_eq!(parse_local_naive(&local_naive(moment)), Some(moment));
    }
}

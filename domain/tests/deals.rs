//! Deals: money as people type it, forms, what changed, and what should come in when.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use domain::deals::{AMOUNT_MAX, DealForm, Due, OnDay, first_month, forecast, parse_amount};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::CustomerId;
use domain::times::{self, DAY, Millis};
use proptest::prelude::*;

/// 20 November 2026, 09:00 in Vietnam.
const NOW: Millis = Millis(1_795_140_000_000);

fn titled(title: &str) -> DealForm {
    DealForm { title: title.into(), company: "An Phú".into(), ..DealForm::default() }
}

#[test]
fn money_is_read_as_people_write_it() {
    for (text, dong) in [
        ("1.250.000 ₫", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1 250 000 đ", 1_250_000),
        ("15tr", 15_000_000),
        ("15 triệu đồng", 15_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1.5 tỉ", 1_500_000_000),
        ("2.350 tr", 2_350_000_000),
        ("0,75 TR", 750_000),
        ("500k", 500_000),
        ("300 nghìn", 300_000),
        ("0", 0),
        ("1000 tỷ", AMOUNT_MAX),
    ] {
        assert_eq!(parse_amount(text), Some(dong), "{text}");
    }
    for text in
        ["", "nhiều", "-5", "1.25", "1.2.3", "12.34.567", "tr", "1,,5 tỷ", "1001 tỷ", "99999999999999999999", "1,2345k"]
    {
        assert_eq!(parse_amount(text), None, "{text}");
    }
}

#[test]
fn a_form_is_tidied() {
    let form = DealForm { amount: "15tr".into(), close_on: "2026-12-31".into(), ..titled("  Máy   lạnh ") };
    let draft = form.parse(&[]).unwrap();
    assert_eq!((draft.title.as_str(), draft.amount), ("Máy lạnh", 15_000_000));
    assert_eq!(draft.close_on.map(times::iso_date).as_deref(), Some("2026-12-31"));
}

#[test]
fn a_deal_is_with_somebody() {
    let alone = DealForm { company: " ".into(), ..titled("Máy lạnh") };
    assert_eq!(alone.parse(&[]).unwrap_err(), [FieldError::new(Field::Customer, FieldProblem::NobodyNamed)]);
    let with = DealForm { customer: Some(CustomerId::new("c1")), ..alone };
    assert!(with.parse(&[]).is_ok());
}

#[test]
fn periods_are_months_of_the_calendar() {
    let bounds = |due: Due| due.bounds(NOW).map(|(from, until)| (times::iso_date(from), times::iso_date(until)));
    let of = |from: &str, until: &str| Some((from.to_owned(), until.to_owned()));
    assert_eq!(bounds(Due::ThisMonth), of("2026-11-01", "2026-12-01"));
    assert_eq!(bounds(Due::NextMonth), of("2026-12-01", "2027-01-01"));
    assert_eq!(bounds(Due::ThisQuarter), of("2026-10-01", "2027-01-01"));
    assert_eq!(bounds(Due::Overdue).map(|(_, until)| until), Some("2026-11-20".to_owned()));
    assert_eq!(bounds(Due::Unknown), None);
    for due in Due::ALL {
        assert_eq!(Due::from_word(due.as_str()), Some(due));
    }
}

proptest! {
    /// What is shown can be typed again.
    #[test]
    fn money_reads_itself(dong in 0..=AMOUNT_MAX) {
        prop_assert_eq!(parse_amount(&times::money(dong)), Some(dong));
        prop_assert_eq!(parse_amount(&dong.to_string()), Some(dong));
    }

    /// Thousandths of a unit come out to the đồng.
    #[test]
    fn parts_of_a_unit_are_exact(whole in 0..1000_i64, part in 0..100_i64) {
        prop_assert_eq!(parse_amount(&format!("{whole},{part:02} tr")), Some(whole * 1_000_000 + part * 10_000));
    }

    /// No text makes it fall over, and nothing comes out beyond its bounds.
    #[test]
    fn any_text_is_answered(text in "\\PC{0,24}") {
        if let Some(dong) = parse_amount(&text) {
            prop_assert!((0..=AMOUNT_MAX).contains(&dong));
        }
    }

    /// Nothing is counted twice: months, overdue and undated together are no more than all there is, and what is likely
    /// is no more than what is open.
    #[test]
    fn a_forecast_counts_each_deal_once(
        days in prop::collection::vec((prop::option::of(-200..200_i64), any::<bool>(), 0..=100_u8, 0..1_000_000_i64), 0..40),
    ) {
        let days: Vec<OnDay> = days
            .into_iter()
            .map(|(after, won, probability, amount)| OnDay { day: after.map(|n| NOW.plus(n * DAY)), won, probability, amount })
            .collect();
        let all = forecast(&days, NOW, 2, 5);
        prop_assert_eq!(all.months.len(), 8);
        prop_assert_eq!(all.months[0].begins, first_month(NOW, 2));
        prop_assert!(all.months.is_sorted_by(|a, b| a.begins < b.begins));
        let sum = |of: fn(&OnDay) -> bool| days.iter().filter(|one| of(one)).map(|one| one.amount).sum::<i64>();
        let open: i64 = all.months.iter().map(|month| month.open).sum();
        prop_assert!(open + all.overdue + all.unknown <= sum(|one| !one.won));
        prop_assert!(all.months.iter().map(|month| month.won).sum::<i64>() <= sum(|one| one.won));
        prop_assert!(all.months.iter().all(|month| month.likely <= month.open && month.likely >= 0));
        prop_assert!(all.months[..2].iter().all(|month| month.open == 0), "what is open and past is overdue");
    }

    /// A month begins on its first day, also where clocks and calendars disagree with UTC.
    #[test]
    fn months_begin_on_their_first_day(at in 0..4_000_000_000_000_i64, past in 0..30_usize) {
        let begins = first_month(Millis(at), past);
        prop_assert!(times::iso_date(begins).ends_with("-01"));
        prop_assert_eq!(begins.day_start(), begins);
    }
}

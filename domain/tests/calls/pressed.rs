//! What the member pressed decides how a call ended that nobody answered, whoever tells first.

use domain::calls::{Course, Direction, Fact, Failure, HistoryRecord, Outcome, Phase, What, fold};
use domain::ids::{FactId, SourceId};
use domain::times::Millis;
use proptest::prelude::*;

const NUMBER: &str = "0901234567";

fn fact(source: &str, at: i64, what: What) -> Fact {
    Fact { id: FactId::new(format!("{what:?}{at}")), source: SourceId::new(source), at: Millis(at), what }
}

/// What the provider's history tells of a call that nobody answered.
fn told(direction: Direction, end: i64, failure: Option<Failure>) -> Fact {
    let course = Course {
        provider_id: "P".to_owned(),
        direction,
        number: NUMBER.to_owned(),
        hotline: None,
        started_at: Millis(end - 4_000),
        answered_at: None,
        ended_at: Some(Millis(end)),
    };
    let record = HistoryRecord { course: Some(Box::new(course)), failure, ..HistoryRecord::default() };
    fact("history", end, What::HistoryTold { record })
}

fn any_failure() -> impl Strategy<Value = Option<Failure>> {
    prop::option::of(prop::sample::select(vec![Failure::Busy, Failure::NoAnswer, Failure::Provider]))
}

/// A call with the member's press and its end, in any order of arrival, among everything that others tell of it: a
/// clock that differs, reasons of failure, conclusions from silence.
fn pressed(direction: Direction) -> impl Strategy<Value = Vec<Fact>> {
    let (begin, press) = match direction {
        Direction::Inbound => {
            (What::Offered { number: NUMBER.to_owned(), hotline: None, queue: None }, What::RejectWished)
        }
        Direction::Outbound => (What::DialWished { number: NUMBER.to_owned() }, What::HangUpWished),
    };
    (1..20_000_i64, 1..3_000_i64, -3_000..3_000_i64, any_failure(), any_failure()).prop_flat_map(
        move |(at, after, skew, said, tabs)| {
            let (begin, press) = (fact("tab", 0, begin.clone()), fact("tab", at, press.clone()));
            let end = at + after;
            let mut others = vec![
                told(direction, end + skew, None),
                told(direction, end + skew, said),
                fact("tab", end + 50, What::Ended),
                fact("sweep", end + 40_000, What::ContactLost),
                fact("sweep", end + 90_000, What::PresumedEnded),
            ];
            others.extend(tabs.map(|reason| fact("tab", end, What::Failed { reason })));
            let some = prop::sample::subsequence(others.clone(), 0..=others.len());
            let all = some.prop_map(move |some| {
                [vec![begin.clone(), press.clone(), fact("tab", end, What::Ended)], some].concat()
            });
            all.prop_shuffle()
        },
    )
}

/// How the call stands after each of its facts has arrived.
fn outcomes(facts: &[Fact]) -> Vec<Option<Outcome>> {
    (1..=facts.len()).filter_map(|known| fold(&facts[..known])).map(|state| state.outcome).collect()
}

proptest! {
    #[test]
    fn a_call_that_was_refused_is_refused_in_any_order(facts in pressed(Direction::Inbound)) {
        let outcomes = outcomes(&facts);
        prop_assert_eq!(outcomes.last(), Some(&Some(Outcome::Rejected)));
    }

    #[test]
    fn a_call_that_was_given_up_is_given_up_in_any_order(facts in pressed(Direction::Outbound)) {
        let outcomes = outcomes(&facts);
        prop_assert_eq!(outcomes.last(), Some(&Some(Outcome::Cancelled)));
    }

    #[test]
    fn once_the_press_is_known_nothing_else_that_comes_changes_the_outcome(facts in pressed(Direction::Inbound)) {
        let pressed = facts.iter().position(|fact| fact.what == What::RejectWished).expect("a press");
        for known in pressed + 1..=facts.len() {
            let Some(state) = fold(&facts[..known]) else { continue };
            // What only the history tells ends where it says; the beginning a tab saw may come later.
            if state.phase == Phase::Ended {
                prop_assert_eq!(state.outcome, Some(Outcome::Rejected));
            }
        }
    }
}

//! What the server concludes from a tab's silence: it counts until somebody who was there tells, and never more.

use super::delivery::facts_of_a_call;
use domain::calls::{Fact, HistoryRecord, Outcome, Phase, State, What, fold};
use domain::ids::{FactId, SourceId};
use domain::times::Millis;
use proptest::prelude::*;

fn fact(at: i64, what: What) -> Fact {
    Fact { id: FactId::new(format!("{what:?}{at}")), source: SourceId::new("any"), at: Millis(at), what }
}

fn call(facts: &[(i64, What)]) -> State {
    let facts: Vec<Fact> = facts.iter().map(|(at, what)| fact(*at, what.clone())).collect();
    fold(&facts).expect("a call")
}

fn offer() -> What {
    What::Offered { number: "0901234567".to_owned(), hotline: None, queue: None }
}

#[test]
fn contact_is_lost_and_found() {
    let talking = [(0, offer()), (4_000, What::AgentAnswered), (30_000, What::ContactLost)];
    let lost = call(&talking);
    assert_eq!((lost.phase, lost.lost_since), (Phase::Talking, Some(Millis(30_000))));
    let found = call(&[&talking[..], &[(41_000, What::ContactFound)]].concat());
    assert_eq!((found.phase, found.lost_since), (Phase::Talking, None));
}

#[test]
fn a_tab_that_tells_more_is_not_lost() {
    let told = [(0, offer()), (30_000, What::ContactLost), (35_000, What::AgentAnswered)];
    assert_eq!(call(&told).lost_since, None);
}

#[test]
fn an_end_is_presumed_until_it_is_told() {
    let silent =
        [(0, offer()), (4_000, What::AgentAnswered), (9_000, What::ContactLost), (60_000, What::PresumedEnded)];
    let state = call(&silent);
    assert_eq!((state.phase, state.outcome.clone(), state.estimated), (Phase::Ended, Some(Outcome::Answered), true));
    assert_eq!(state.talk_ms(Millis(99_000)), 56_000);
    let told = call(&[&silent[..], &[(20_000, What::Ended)]].concat());
    assert_eq!((told.phase, told.ended_at, told.estimated), (Phase::Ended, Some(Millis(20_000)), false));
}

#[test]
fn a_tab_that_comes_back_talking_takes_the_presumed_end_back() {
    let back = [(0, offer()), (4_000, What::AgentAnswered), (60_000, What::PresumedEnded), (70_000, What::Held)];
    let state = call(&back);
    assert_eq!((state.phase, state.estimated, state.lost_since), (Phase::Talking, false, None));
}

#[test]
fn a_tab_that_is_only_heard_of_again_takes_the_presumed_end_back_too() {
    let silent =
        [(0, offer()), (4_000, What::AgentAnswered), (9_000, What::ContactLost), (60_000, What::PresumedEnded)];
    let back = [&silent[..], &[(70_000, What::ContactFound)]].concat();
    let state = call(&back);
    assert_eq!((state.phase, state.estimated, state.lost_since), (Phase::Talking, false, None));
    let again = [&back[..], &[(90_000, What::ContactLost), (91_000, What::PresumedEnded)]].concat();
    assert_eq!((call(&again).ended_at, call(&again).estimated), (Some(Millis(91_000)), true));
}

#[test]
fn the_provider_s_history_is_kept_beside_what_was_seen() {
    let record = HistoryRecord { talk_ms: 7_000, ..HistoryRecord::default() };
    let told = [(0, offer()), (4_000, What::AgentAnswered), (9_000, What::Ended)];
    let state = call(&[&told[..], &[(90_000, What::HistoryTold { record: record.clone() })]].concat());
    assert_eq!((state.talk_ms(Millis(0)), state.history), (5_000, Some(record)));
}

fn is_presumption(fact: &Fact) -> bool {
    matches!(fact.what, What::ContactLost | What::ContactFound | What::PresumedEnded)
}

/// What somebody saw of a call, whatever is presumed of it.
fn seen(state: &State) -> State {
    State {
        phase: Phase::Dialing,
        outcome: None,
        ended_at: None,
        held_since: None,
        held_ms: 0,
        muted: false,
        transfer: None,
        lost_since: None,
        estimated: false,
        ..state.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn presumptions_never_change_what_was_seen(facts in facts_of_a_call()) {
        let told: Vec<Fact> = facts.iter().filter(|fact| !is_presumption(fact)).cloned().collect();
        let (all, told) = (fold(&facts), fold(&told));
        prop_assert_eq!(all.as_ref().map(seen), told.as_ref().map(seen));
        if let (Some(all), Some(told)) = (all, told) {
            if told.phase == Phase::Ended {
                prop_assert_eq!(all, told);
            } else if !all.estimated {
                prop_assert_eq!(State { lost_since: None, ..all }, told);
            }
        }
    }

    #[test]
    fn a_presumption_older_than_the_last_that_was_seen_is_as_if_never_made(facts in facts_of_a_call(), early in 0..40_i64) {
        let last = facts.iter().filter(|fact| !is_presumption(fact)).map(|fact| fact.at.0).max().unwrap_or_default();
        let late = [What::ContactLost, What::ContactFound, What::PresumedEnded].map(|what| fact(early.min(last - 1), what));
        let more: Vec<Fact> = facts.iter().cloned().chain(late).collect();
        prop_assert_eq!(fold(&more), fold(&facts));
    }
}

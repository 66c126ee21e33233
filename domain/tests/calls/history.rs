//! The provider's own history: what it adds to a call, in whatever order, and which call it tells of.

use domain::calls::{
    Candidate, Course, Direction, Fact, Failure, HistoryRecord, Outcome, Phase, State, What, fold, same_call,
};
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::times::Millis;
use proptest::prelude::*;

const NUMBER: &str = "0901234567";

fn fact(at: i64, what: What) -> Fact {
    Fact { id: FactId::new(format!("{what:?}{at}")), source: SourceId::new("any"), at: Millis(at), what }
}

fn call(facts: &[(i64, What)]) -> State {
    let facts: Vec<Fact> = facts.iter().map(|(at, what)| fact(*at, what.clone())).collect();
    fold(&facts).expect("a call")
}

fn offer() -> What {
    What::Offered { number: NUMBER.to_owned(), hotline: None, queue: None }
}

fn course(direction: Direction, start: i64, answer: Option<i64>, end: i64) -> Course {
    Course {
        provider_id: "P".to_owned(),
        direction,
        number: NUMBER.to_owned(),
        hotline: Some("19001000".to_owned()),
        started_at: Millis(start),
        answered_at: answer.map(Millis),
        ended_at: Some(Millis(end)),
    }
}

fn told(course: Course) -> (i64, What) {
    let at = course.ended_at.map_or(0, |at| at.0);
    (at, What::HistoryTold { record: HistoryRecord { course: Some(Box::new(course)), ..HistoryRecord::default() } })
}

#[test]
fn a_call_nobody_saw_is_what_the_history_says() {
    let answered = call(&[told(course(Direction::Inbound, 10_000, Some(14_000), 60_000))]);
    assert_eq!((answered.phase, answered.outcome.clone()), (Phase::Ended, Some(Outcome::Answered)));
    assert_eq!((answered.number.as_str(), answered.provider_id.as_deref()), (NUMBER, Some("P")));
    assert_eq!((answered.ring_ms(Millis(0)), answered.talk_ms(Millis(0))), (4_000, 46_000));
    let missed = call(&[told(course(Direction::Inbound, 10_000, None, 30_000))]);
    assert_eq!((missed.outcome.clone(), missed.ring_ms(Millis(0))), (Some(Outcome::Missed), 20_000));
    let out = call(&[told(course(Direction::Outbound, 10_000, None, 30_000))]);
    assert!(matches!(out.outcome, Some(Outcome::Failed { .. })));
}

#[test]
fn a_call_whose_tab_died_gets_its_answer_and_end() {
    let silent = [(0, offer()), (5_000, What::ContactLost), (90_000, What::PresumedEnded)];
    let estimated = call(&silent);
    assert_eq!((estimated.outcome.clone(), estimated.estimated), (Some(Outcome::Missed), true));
    let state = call(&[&silent[..], &[told(course(Direction::Inbound, 0, Some(4_000), 50_000))]].concat());
    assert_eq!((state.outcome.clone(), state.estimated, state.lost_since), (Some(Outcome::Answered), false, None));
    assert_eq!((state.answered_at, state.ended_at), (Some(Millis(4_000)), Some(Millis(50_000))));
}

#[test]
fn what_a_tab_saw_counts_more() {
    let seen = [(200, offer()), (4_300, What::AgentAnswered), (50_700, What::Ended)];
    let state = call(&[&seen[..], &[told(course(Direction::Inbound, 0, Some(4_000), 50_000))]].concat());
    assert_eq!(state.started_at, Millis(200));
    assert_eq!((state.answered_at, state.ended_at), (Some(Millis(4_300)), Some(Millis(50_700))));
    assert_eq!(state.hotline.as_deref(), Some("19001000"), "what no tab saw is filled in");
    let busy = [(0, What::DialWished { number: NUMBER.into() }), (900, What::Failed { reason: Failure::Busy })];
    let state = call(&[&busy[..], &[told(course(Direction::Outbound, 0, Some(100), 900))]].concat());
    assert_eq!(state.outcome, Some(Outcome::Failed { reason: Failure::Busy }));
}

#[test]
fn a_recording_that_comes_later_is_not_forgotten() {
    let record = |recorded| HistoryRecord {
        course: Some(Box::new(course(Direction::Inbound, 0, None, 9_000))),
        recorded,
        ..HistoryRecord::default()
    };
    let (with, without) = (What::HistoryTold { record: record(true) }, What::HistoryTold { record: record(false) });
    for facts in [[with.clone(), without.clone()], [without, with]] {
        let state = call(&facts.map(|what| (9_000, what)));
        assert!(state.history.expect("told").recorded);
    }
}

fn candidate(id: &str, agent: Option<&str>, facts: &[(i64, What)]) -> Candidate {
    Candidate { call: CallId::new(id), agent: agent.map(StaffId::new), state: call(facts) }
}

fn found<'c>(course: &Course, agent: Option<&str>, among: &'c [Candidate]) -> Option<&'c str> {
    same_call(course, agent.map(StaffId::new).as_ref(), among).map(|one| one.call.as_str())
}

#[test]
fn a_line_is_matched_by_the_provider_s_id_and_the_member() {
    let named = |at| [(at, offer()), (at, What::ProviderId { id: "P".into() }), (at + 900, What::Ended)];
    let calls = [candidate("a", Some("lan"), &named(0)), candidate("b", Some("minh"), &named(5_000))];
    let line = course(Direction::Inbound, 5_000, None, 5_900);
    assert_eq!(found(&line, Some("lan"), &calls), Some("a"), "a call that was passed on is each one's own");
    assert_eq!(found(&line, Some("minh"), &calls), Some("b"));
    assert_eq!(found(&line, Some("ha"), &calls), None, "a third colleague's part is one that nobody saw");
    assert_eq!(found(&line, None, &calls), Some("b"), "nobody's: the nearest");
    let talked = course(Direction::Inbound, 5_000, Some(5_100), 5_900);
    assert_eq!(found(&talked, None, &calls), None, "both were missed: somebody else talked");
}

#[test]
fn a_call_that_never_got_an_id_is_matched_by_number_and_time() {
    let line = course(Direction::Inbound, 600_000, None, 630_000);
    let lans = |at, what: What| candidate("a", Some("lan"), &[(at, what)]);
    assert_eq!(found(&line, Some("lan"), &[lans(640_000, offer())]), Some("a"));
    assert_eq!(found(&line, Some("minh"), &[lans(640_000, offer())]), None, "another member's");
    assert_eq!(found(&line, None, &[lans(640_000, offer())]), None, "nobody's");
    assert_eq!(found(&line, Some("lan"), &[lans(900_000, offer())]), None, "too late");
    let other = What::Offered { number: "0909999999".into(), hotline: None, queue: None };
    assert_eq!(found(&line, Some("lan"), &[lans(600_000, other)]), None, "another number");
    let dialled = What::DialWished { number: NUMBER.into() };
    assert_eq!(found(&line, Some("lan"), &[lans(600_000, dialled)]), None, "the other direction");
    let spelled = What::Offered { number: "+84 90 123 45 67".into(), hotline: None, queue: None };
    assert_eq!(found(&line, Some("lan"), &[lans(600_000, spelled)]), Some("a"));
    let again = candidate("b", Some("lan"), &[(520_000, offer()), (530_000, What::Ended)]);
    assert_eq!(
        found(&line, Some("lan"), &[again, lans(605_000, offer())]),
        Some("a"),
        "the earlier one was over before"
    );
}

proptest! {
    /// Facts of the history among those of a tab: the call is the same in whatever order and however often they come.
    #[test]
    fn the_history_may_come_first_or_last(
        answered in any::<bool>(), loses_end in any::<bool>(), order in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle(),
        repeated in prop::collection::vec(0..7_usize, 0..6), start in 0..900_i64, end in 30_000..60_000_i64,
    ) {
        let line = course(Direction::Inbound, 0, answered.then_some(4_000), end);
        let all = [
            (start, offer()),
            (start + 10, What::ProviderId { id: "P".into() }),
            (4_200, if answered { What::AgentAnswered } else { What::AnswerWished }),
            told(line.clone()),
            (70_000, What::PresumedEnded),
            (20_000, What::ContactLost),
            (end + 300, if loses_end { What::Muted } else { What::Ended }),
        ];
        let shuffled: Vec<_> = order.iter().chain(&repeated).map(|at| all[*at].clone()).collect();
        prop_assert_eq!(call(&shuffled), call(&all));
        let state = call(&all);
        prop_assert!(!state.estimated && state.phase == Phase::Ended);
        prop_assert_eq!(state.outcome == Some(Outcome::Answered), answered);
    }
}

//! The fold: tables of what facts add up to.

use domain::calls::{Direction, Fact, Failure, Outcome, Phase, State, TransferFailure, TransferTarget, What, fold};
use domain::ids::{FactId, SourceId};
use domain::times::Millis;

fn fact(id: usize, at: i64, what: What) -> Fact {
    Fact { id: FactId::new(format!("{id:07}")), source: SourceId::new("tab"), at: Millis(at), what }
}

/// Facts a second apart, the first at 0.
fn story(whats: &[What]) -> Vec<Fact> {
    whats.iter().enumerate().map(|(at, what)| fact(at, 1_000 * at as i64, what.clone())).collect()
}

fn dial() -> What {
    What::DialWished { number: "0901234567".to_owned() }
}

fn offer() -> What {
    What::Offered { number: "0901234567".to_owned(), hotline: Some("02812345678".to_owned()), queue: None }
}

fn failed(reason: Failure) -> What {
    What::Failed { reason }
}

fn outcome(whats: &[What]) -> Option<Outcome> {
    fold(&story(whats)).expect("a call").outcome
}

#[test]
fn without_its_beginning_there_is_no_call() {
    assert_eq!(fold(&[]), None);
    assert_eq!(fold(&story(&[What::AgentAnswered, What::Ended])), None);
}

#[test]
fn facts_that_came_before_the_beginning_count_with_it() {
    let early = fact(1, 0, What::ProviderId { id: "20250901-A".to_owned() });
    assert_eq!(fold(std::slice::from_ref(&early)), None);
    let state = fold(&[early, fact(2, 100, offer())]).expect("a call");
    assert_eq!(state.provider_id.as_deref(), Some("20250901-A"));
    assert_eq!((state.started_at, state.ringing_at), (Millis(100), Some(Millis(100))));
}

#[test]
fn two_facts_of_one_identity_are_one_fact() {
    let (answered, ended) = (fact(2, 1_000, What::AgentAnswered), fact(2, 2_000, What::Ended));
    let facts = [fact(1, 0, offer()), answered, ended];
    let reversed: Vec<Fact> = facts.iter().rev().cloned().collect();
    assert_eq!(fold(&facts).map(|state| state.phase), Some(Phase::Talking));
    assert_eq!(fold(&facts), fold(&reversed));
}

#[test]
fn every_outcome_is_derived() {
    let rejected = &[offer(), What::RejectWished, What::Ended];
    let noticed_late = &[offer(), What::AnswerWished, What::Ended];
    let lost = &[offer(), What::VoiceLost];
    let cancelled = &[dial(), What::DialTaken, What::HangUpWished, failed(Failure::NoAnswer), What::Ended];
    let unsaid = &[dial(), What::DialTaken, What::CustomerRinging, What::Ended];
    let told = |reason| Some(Outcome::Failed { reason });
    assert_eq!(outcome(&[offer(), What::Ended]), Some(Outcome::Missed));
    assert_eq!(outcome(rejected), Some(Outcome::Rejected));
    assert_eq!(outcome(noticed_late), Some(Outcome::Missed));
    assert_eq!(outcome(lost), Some(Outcome::Missed));
    assert_eq!(outcome(&[offer(), What::AgentAnswered, What::Ended]), Some(Outcome::Answered));
    assert_eq!(outcome(&[dial(), What::CustomerAnswered, What::Ended]), Some(Outcome::Answered));
    assert_eq!(outcome(cancelled), Some(Outcome::Cancelled));
    assert_eq!(outcome(&[dial(), What::DialIgnored]), told(Failure::Ignored));
    assert_eq!(outcome(unsaid), told(Failure::NoAnswerOrError));
    assert_eq!(outcome(&[dial(), What::DialTaken, What::Ended]), told(Failure::Provider));
    assert_eq!(outcome(&[dial(), What::CustomerAnswered, What::VoiceLost]), Some(Outcome::Answered));
}

#[test]
fn a_failure_explains_the_end_before_it_after_it_or_without_it() {
    let busy = Some(Outcome::Failed { reason: Failure::Busy });
    let error = || failed(Failure::Busy);
    assert_eq!(outcome(&[dial(), error(), What::Ended]), busy);
    assert_eq!(outcome(&[dial(), What::Ended, error()]), busy);
    assert_eq!(outcome(&[dial(), error()]), busy);
    assert_eq!(outcome(&[dial(), What::CustomerRinging, What::Ended, error(), error()]), busy);
}

#[test]
fn an_answered_call_stays_answered() {
    for last in [What::Ended, failed(Failure::Busy), What::DialIgnored, What::VoiceLost] {
        let whats = [dial(), What::CustomerAnswered, last, failed(Failure::Provider)];
        assert_eq!(outcome(&whats), Some(Outcome::Answered));
    }
}

#[test]
fn an_ended_call_is_not_reopened() {
    let late = [offer(), What::Ended, What::AgentAnswered, What::Held, What::Muted, What::RejectWished];
    let state = fold(&story(&late)).expect("a call");
    assert_eq!((state.phase, state.outcome), (Phase::Ended, Some(Outcome::Missed)));
    assert_eq!((state.answered_at, state.held_since, state.muted), (None, None, false));
    assert_eq!(state.ended_at, Some(Millis(1_000)));
}

#[test]
fn the_members_own_leg_is_no_answer_of_the_customer() {
    let state = fold(&story(&[dial(), What::OwnDeviceRinging, What::AgentAnswered])).expect("a call");
    assert_eq!((state.phase, state.direction), (Phase::Dialing, Direction::Outbound));
}

#[test]
fn times_of_ring_talk_and_hold() {
    let whats = [dial(), What::CustomerRinging, What::CustomerAnswered, What::Held, What::Resumed, What::Held];
    let mut facts = story(&whats);
    let state = fold(&facts).expect("a call");
    let now = Millis(9_000);
    assert_eq!((state.ring_ms(now), state.talk_ms(now), state.hold_ms(now)), (1_000, 7_000, 5_000));
    assert_eq!(state.held_since, Some(Millis(5_000)));
    facts.push(fact(9, 8_000, What::Ended));
    let state = fold(&facts).expect("a call");
    let later = Millis(99_000);
    assert_eq!((state.ring_ms(later), state.talk_ms(later), state.hold_ms(later)), (1_000, 6_000, 4_000));
    assert_eq!(state.held_since, None);
}

#[test]
fn a_clock_behind_makes_no_negative_times() {
    let facts = [fact(1, 5_000, offer()), fact(2, 4_000, What::AgentAnswered), fact(3, 6_000, What::Held)];
    let state = fold(&facts).expect("a call");
    let before = Millis(0);
    assert_eq!((state.ring_ms(before), state.talk_ms(before), state.hold_ms(before)), (0, 0, 0));
}

#[test]
fn passing_on() {
    let seat = What::TransferWished { to: TransferTarget::Seat("5001".to_owned()) };
    let queue = What::TransferWished { to: TransferTarget::Queue("7".to_owned()) };
    let (taken, refused) = (What::TransferAnswered { accepted: true }, What::TransferAnswered { accepted: false });
    let failed = What::TransferFailed { reason: TransferFailure::TimedOut };
    let at = |whats: &[What]| {
        let mut all = vec![offer(), What::AgentAnswered];
        all.extend_from_slice(whats);
        let State { transfer, transferred, outcome, .. } = fold(&story(&all)).expect("a call");
        (transfer.is_some(), transferred, outcome)
    };
    let answered = Some(Outcome::Answered);
    assert_eq!(at(std::slice::from_ref(&seat)), (true, false, None));
    assert_eq!(at(&[seat.clone(), taken.clone()]), (true, false, None));
    assert_eq!(at(&[seat.clone(), refused]), (false, false, None));
    assert_eq!(at(&[seat.clone(), failed.clone()]), (false, false, None));
    assert_eq!(at(&[seat.clone(), taken.clone(), What::Transferred, What::Ended]), (false, true, answered.clone()));
    assert_eq!(at(&[seat.clone(), What::Ended, What::Transferred]), (false, true, answered.clone()));
    assert_eq!(at(&[seat, failed, What::Transferred]), (false, true, None));
    assert_eq!(at(&[queue, taken, What::Ended]), (false, true, answered));
}

#[test]
fn what_only_an_answered_call_can_do_stands_for_a_lost_answer() {
    for what in [What::Held, What::Resumed, What::ToneSent { key: '5' }, What::Transferred] {
        assert_eq!(outcome(&[offer(), what.clone(), What::Ended]), Some(Outcome::Answered));
        assert_eq!(outcome(&[dial(), what, What::Ended]), Some(Outcome::Answered));
    }
}

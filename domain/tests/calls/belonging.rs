//! To which call a report belongs that does not say so.

use crate::scenes::{NUMBER, dialling, facts, failed, ready, ring, ringing, talking_in, talking_out};
use crate::tab::START;
use domain::calls::{Command, Direction, Event, Failure, Notice, Outcome, Output, Refused, TransferFailure, What};
use domain::ids::CallId;
use domain::times::Millis;

#[test]
fn a_repeated_ring_is_one_call() {
    let mut tab = ringing();
    tab.hears(ring("+84901234567"));
    assert_eq!(tab.desk.calls().len(), 1);
    tab.hears(Event::AgentAnswered);
    tab.hears(ring(NUMBER));
    assert_eq!(tab.desk.calls().len(), 1, "just begun");
    tab.waits(10_000);
    tab.hears(ring(NUMBER));
    assert_eq!(tab.desk.calls().len(), 2, "calls again from the same switchboard");
}

#[test]
fn the_ring_of_a_call_given_up_is_no_new_call() {
    let mut tab = dialling();
    tab.wishes(Command::HangUp { call: tab.id() }).expect("hangs up");
    tab.waits(8_000);
    tab.hears(ring("84901234567"));
    assert_eq!(tab.desk.calls().len(), 1);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Cancelled));
    tab.waits(60_000);
    tab.hears(ring("84901234567"));
    assert_eq!(tab.desk.calls().len(), 2, "later it is the customer who calls back");
}

#[test]
fn a_customer_may_call_back_at_once() {
    let mut tab = talking_out();
    tab.hears(Event::Ended);
    tab.hears(ring(NUMBER));
    assert_eq!(tab.call().state.direction, Direction::Inbound);
}

#[test]
fn a_second_call_has_its_own_card_and_end() {
    let mut tab = talking_in();
    let first = tab.id();
    let out = tab.hears(ring("0987654321"));
    assert!(!out.contains(&Output::RingTone(true)), "nobody wants a ring tone in the ear while talking");
    let second = tab.id();
    assert_ne!(first, second);
    assert_eq!(tab.wishes(Command::Answer { call: second.clone() }), Err(Refused::AlreadyInCall));
    assert_eq!(tab.wishes(Command::Reject { call: second }), Err(Refused::AlreadyInCall), "it might end the first");
    tab.hears(Event::Ended);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Missed), "the one that rings ends first");
    assert!(tab.desk.calls()[0].is_live());
    tab.hears(ring("0987654322"));
    tab.wishes(Command::HangUp { call: first.clone() }).expect("hangs up");
    let out = tab.hears(Event::Ended);
    assert!(!tab.desk.calls().iter().any(|call| call.id == first && call.is_live()), "the one that was asked to end");
    assert!(out.contains(&Output::RingTone(true)), "now the other may ring");
    assert!(tab.wishes(Command::Answer { call: tab.id() }).is_ok());
}

#[test]
fn the_end_after_a_failure_does_not_end_another_call() {
    let mut tab = dialling();
    tab.hears(failed(Failure::Busy));
    tab.hears(ring("0987654321"));
    tab.hears(Event::Ended);
    assert!(tab.call().is_live());
    assert_eq!(tab.desk.calls()[0].facts.last().map(|fact| fact.what.clone()), Some(What::Ended));
    tab.hears(Event::Ended);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Missed));
}

#[test]
fn a_late_failure_explains_the_call_that_has_ended() {
    let mut tab = dialling();
    tab.hears(Event::Ended);
    tab.hears(failed(Failure::Unpaid));
    assert_eq!(tab.call().state.outcome, Some(Outcome::Failed { reason: Failure::Unpaid }));
    assert!(tab.was_told(&Notice::CallFailed(Failure::Unpaid)));
    let before = facts(&tab).len();
    tab.hears(failed(Failure::Busy));
    assert_eq!(facts(&tab).len(), before);
}

#[test]
fn ids_find_their_call() {
    let id = |id: &str| Event::ProviderId { id: id.to_owned() };
    let mut tab = ready();
    tab.hears(id("one"));
    tab.hears(ring(NUMBER));
    assert_eq!(tab.call().state.provider_id.as_deref(), Some("one"), "early");
    tab.hears(Event::Ended);
    tab.hears(ring("0987654321"));
    tab.hears(id("one"));
    assert_eq!(tab.call().state.provider_id, None, "that of an ended call");
    tab.hears(id("two"));
    tab.hears(id("two"));
    assert_eq!(tab.call().state.provider_id.as_deref(), Some("two"), "late");
    tab.hears(Event::Ended);
    tab.hears(id("three"));
    tab.waits(20_000);
    tab.hears(ring("0987654322"));
    assert_eq!(tab.call().state.provider_id, None, "too early to be this ring's");
}

#[test]
fn an_id_is_remembered_after_its_card_was_put_away() {
    let mut tab = ringing();
    tab.hears(Event::ProviderId { id: "one".to_owned() });
    assert_eq!(tab.wishes(Command::Dismiss { call: tab.id() }), Err(Refused::NotEnded));
    tab.hears(Event::Ended);
    tab.wishes(Command::Dismiss { call: tab.id() }).expect("puts away");
    assert!(tab.desk.calls().is_empty());
    tab.hears(ring(NUMBER));
    tab.hears(Event::ProviderId { id: "one".to_owned() });
    assert_eq!(tab.call().state.provider_id, None);
}

#[test]
fn three_ended_calls_stay() {
    let mut tab = ready();
    for number in ["0901234561", "0901234562", "0901234563", "0901234564"] {
        tab.hears(ring(number));
        tab.hears(Event::Ended);
    }
    let numbers: Vec<&str> = tab.desk.calls().iter().map(|call| call.state.number.as_str()).collect();
    assert_eq!(numbers, ["0901234562", "0901234563", "0901234564"]);
}

#[test]
fn what_belongs_to_nothing_changes_nothing() {
    let mut tab = ready();
    let before = tab.desk.clone();
    let events = [
        Event::AgentAnswered,
        Event::CustomerAnswered,
        Event::Ended,
        Event::HeldIs(true),
        Event::MutedIs(true),
        Event::DialTaken { number: NUMBER.to_owned() },
        Event::DialIgnored,
        failed(Failure::Busy),
        Event::OwnDeviceRinging,
        Event::ToneSent { key: '1' },
        Event::TransferAnswer { accepted: true },
        Event::TransferDone,
        Event::TransferFailed { reason: TransferFailure::Failed },
        Event::ProviderId { id: String::new() },
    ];
    for event in events {
        assert_eq!(tab.hears(event), []);
    }
    assert_eq!(tab.desk, before);
    let nobody = CallId::new("nobody");
    assert_eq!(tab.wishes(Command::Answer { call: nobody.clone() }), Err(Refused::NoSuchCall));
    assert_eq!(tab.wishes(Command::Dismiss { call: nobody }), Err(Refused::NoSuchCall));
}

#[test]
fn facts_of_a_desk_are_in_order_whatever_its_clock_does() {
    let mut tab = ringing();
    tab.now = START - 3_600_000;
    tab.hears(Event::AgentAnswered);
    tab.hears(Event::Ended);
    let at: Vec<Millis> = tab.call().facts.iter().map(|fact| fact.at).collect();
    assert!(at.is_sorted_by(|a, b| a < b), "{at:?}");
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered));
}

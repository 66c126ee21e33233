//! Passing calls on, and being offered them.

use crate::scenes::{dialling, offered, ready, talking_in, to_seat};
use crate::tab::{STEP, Tab};
use domain::calls::{
    Ability, Colleague, Command, Event, Notice, Order, Outcome, Phase, Refused, TransferFailure, TransferTarget,
};
use domain::times::Millis;

#[test]
fn passing_on_is_refused_answered_done_or_runs_out() {
    let mut tab = dialling();
    let transfer = |tab: &Tab| Command::Transfer { call: tab.id(), to: to_seat() };
    assert_eq!(tab.wishes(transfer(&tab)), Err(Refused::TransferBeforeAnswer));
    assert_eq!(tab.wishes(Command::ListColleagues), Err(Refused::TransferBeforeAnswer));
    tab.hears(Event::CustomerAnswered);
    let nobody = Command::Transfer { call: tab.id(), to: TransferTarget::Queue(" ".to_owned()) };
    assert_eq!(tab.wishes(nobody), Err(Refused::NoTarget));
    tab.wishes(transfer(&tab)).expect("passes on");
    assert_eq!(tab.call().state.transfer, Some(to_seat()));
    tab.hears(Event::TransferAnswer { accepted: false });
    assert!(tab.was_told(&Notice::TransferFailed(TransferFailure::Refused)));
    tab.wishes(transfer(&tab)).expect("passes on");
    tab.waits(30_000);
    assert!(tab.was_told(&Notice::TransferFailed(TransferFailure::TimedOut)));
    tab.wishes(transfer(&tab)).expect("passes on");
    tab.hears(Event::TransferAnswer { accepted: true });
    assert!(tab.was_told(&Notice::TransferAccepted));
    tab.hears(Event::TransferDone);
    tab.hears(Event::TransferDone);
    assert!(tab.was_told(&Notice::TransferDone));
    assert_eq!(tab.call().state.phase, Phase::Talking);
    tab.waits(8_000);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered), "no end came, and the customer is elsewhere");
    assert!(tab.call().state.transferred);
}

#[test]
fn what_is_said_of_it_twice_or_after_the_end_counts_once() {
    let mut tab = talking_in();
    tab.wishes(Command::Transfer { call: tab.id(), to: to_seat() }).expect("passes on");
    tab.hears(Event::TransferAnswer { accepted: true });
    assert_eq!(tab.hears(Event::TransferAnswer { accepted: true }), [], "it was said before");
    tab.hears(Event::Ended);
    assert!(!tab.call().state.transferred);
    tab.hears(Event::TransferDone);
    assert!(tab.call().state.transferred, "the end only overtook it");
    assert!(tab.was_told(&Notice::TransferDone));
    assert_eq!(tab.hears(Event::TransferDone), []);
}

#[test]
fn colleagues_come_or_do_not() {
    let mut tab = talking_in();
    tab.wishes(Command::ListColleagues).expect("asks");
    tab.waits(8_000);
    assert!(tab.was_told(&Notice::WishUnanswered { what: Ability::ListColleagues }));
    tab.wishes(Command::ListColleagues).expect("asks");
    let colleague = Colleague { seat: "5001".to_owned(), name: "Lan".to_owned() };
    tab.hears(Event::Colleagues(vec![colleague.clone()]));
    assert_eq!(tab.desk.colleagues(), [colleague]);
    assert!(!tab.desk.waits_for(Ability::ListColleagues));
}

#[test]
fn an_offer_stands_for_ten_seconds() {
    let mut tab = ready();
    assert_eq!(tab.wishes(Command::AnswerOffer { accept: true }), Err(Refused::NothingOffered));
    tab.hears(offered());
    tab.waits(5_000);
    tab.hears(offered());
    assert_eq!(tab.desk.next_tick(), Some(Millis(tab.now - 5_000 - STEP + 10_000)), "the same offer buys no time");
    tab.waits(5_000);
    assert_eq!(tab.desk.offer(), None);
    assert!(tab.was_told(&Notice::OfferExpired));
    tab.hears(offered());
    tab.wishes(Command::AnswerOffer { accept: true }).expect("accepts");
    assert_eq!(tab.ordered(&Order::AnswerOffer { accept: true }), 1);
    assert_eq!(tab.desk.offer(), None);
}

#[test]
fn an_offer_is_not_taken_in_the_middle_of_a_call() {
    let mut tab = talking_in();
    tab.hears(offered());
    assert_eq!(tab.wishes(Command::AnswerOffer { accept: true }), Err(Refused::AlreadyInCall));
    assert!(tab.wishes(Command::AnswerOffer { accept: false }).is_ok());
}

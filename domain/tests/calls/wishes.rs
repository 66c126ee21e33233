//! What the member asks for: refusals, and wishes that run out.

use crate::scenes::{NUMBER, dial, facts, ready, ring, ringing, talking_in, talking_out};
use domain::calls::{
    Ability, Command, Device, Direction, Event, Failure, Notice, Order, Outcome, Output, Phase, Refused, What, Wished,
};
use domain::times::Millis;

#[test]
fn the_call_is_recorded_before_the_provider_is_asked() {
    let mut tab = ready();
    let out = tab.wishes(dial()).expect("dials");
    let recorded = out
        .iter()
        .position(|o| matches!(o, Output::Record { fact, .. } if matches!(fact.what, What::DialWished { .. })));
    let asked = out
        .iter()
        .position(|o| matches!(o, Output::Provider { order: Order::Dial { number }, .. } if number == NUMBER));
    assert!(recorded.is_some() && recorded < asked, "{out:?}");
    assert!(out.contains(&Output::Pop { call: tab.id(), number: NUMBER.to_owned() }));
    assert!(tab.call().waits_for(Wished::Dial));
    assert_eq!(tab.call().state.phase, Phase::Dialing);
}

#[test]
fn an_ignored_wish_to_dial_is_a_failed_call() {
    for by_report in [true, false] {
        let mut tab = ready();
        tab.wishes(dial()).expect("dials");
        if by_report {
            tab.hears(Event::DialIgnored)
        } else {
            tab.waits(5_000)
        };
        assert_eq!(tab.call().state.outcome, Some(Outcome::Failed { reason: Failure::Ignored }));
        assert!(tab.was_told(&Notice::CallFailed(Failure::Ignored)));
    }
}

#[test]
fn any_progress_is_an_acknowledgement() {
    for event in [Event::OwnDeviceRinging, ring(NUMBER), Event::CustomerAnswered] {
        let mut tab = ready();
        tab.wishes(dial()).expect("dials");
        tab.hears(event);
        tab.hears(Event::DialIgnored);
        tab.waits(60_000);
        assert!(tab.call().is_live());
    }
}

#[test]
fn what_cannot_be_dialled_is_refused() {
    let mut tab = ready();
    for number in ["", "12", "0901 234 567", "abc", "12345678901234567", "+"] {
        let refused = tab.wishes(Command::Dial { number: number.to_owned() });
        assert_eq!(refused, Err(Refused::NumberNotDialable), "{number}");
    }
    assert!(tab.desk.calls().is_empty());
}

#[test]
fn one_call_at_a_time() {
    assert_eq!(ringing().wishes(dial()), Err(Refused::AlreadyInCall));
    assert_eq!(talking_out().wishes(dial()), Err(Refused::AlreadyInCall));
    let other = Command::ChangeDevice(Device::Softphone);
    assert_eq!(talking_in().wishes(other), Err(Refused::AlreadyInCall));
}

#[test]
fn ringing_answering_and_the_ring_tone() {
    let mut tab = ready();
    let out = tab.hears(ring(NUMBER));
    assert!(out.contains(&Output::RingTone(true)));
    assert_eq!(tab.call().state.direction, Direction::Inbound);
    assert_eq!(tab.wishes(Command::HangUp { call: tab.id() }), Err(Refused::NotTalking));
    assert_eq!(tab.wishes(Command::Hold { call: tab.id() }), Err(Refused::NotTalking));
    let out = tab.wishes(Command::Answer { call: tab.id() }).expect("answers");
    assert!(out.contains(&Output::RingTone(false)));
    assert_eq!(tab.call().state.phase, Phase::Ringing, "the screen follows facts");
    assert_eq!(tab.wishes(Command::Answer { call: tab.id() }), Err(Refused::Waiting));
    tab.hears(Event::AgentAnswered);
    assert_eq!(tab.call().state.phase, Phase::Talking);
    assert_eq!(tab.wishes(Command::Answer { call: tab.id() }), Err(Refused::NotRinging));
}

#[test]
fn an_answer_that_does_not_come_is_said_and_rings_again() {
    let mut tab = ringing();
    tab.wishes(Command::Answer { call: tab.id() }).expect("answers");
    assert_eq!(tab.desk.next_tick(), Some(Millis(tab.now + 15_000)));
    let out = tab.waits(15_000);
    assert!(out.contains(&Output::Tell(Notice::WishUnanswered { what: Ability::Answer })));
    assert!(out.contains(&Output::RingTone(true)));
    assert_eq!(tab.desk.next_tick(), None);
}

#[test]
fn a_hang_up_without_an_end_closes_the_call() {
    let mut tab = talking_in();
    tab.wishes(Command::HangUp { call: tab.id() }).expect("hangs up");
    assert!(tab.call().is_live());
    tab.waits(8_000);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered));
    assert!(tab.was_told(&Notice::WishUnanswered { what: Ability::HangUp }));
    tab.hears(Event::Ended);
    assert_eq!(tab.desk.calls().len(), 1);
}

#[test]
fn hold_follows_what_is_and_not_what_was_wished() {
    let mut tab = talking_in();
    tab.wishes(Command::Hold { call: tab.id() }).expect("holds");
    assert_eq!(tab.wishes(Command::Hold { call: tab.id() }), Err(Refused::Waiting));
    tab.hears(Event::HeldIs(false));
    assert!(tab.was_told(&Notice::HoldFailed { held: false }));
    assert_eq!(tab.call().state.held_since, None);
    tab.wishes(Command::Hold { call: tab.id() }).expect("holds");
    tab.hears(Event::HeldIs(true));
    assert!(tab.call().state.held_since.is_some());
    assert_eq!(tab.wishes(Command::Hold { call: tab.id() }), Err(Refused::AlreadySo));
    tab.wishes(Command::Resume { call: tab.id() }).expect("resumes");
    tab.waits(8_000);
    assert!(tab.was_told(&Notice::WishUnanswered { what: Ability::Hold }));
    assert!(tab.call().state.held_since.is_some());
    assert_eq!((tab.ordered(&Order::Hold { on: true }), tab.ordered(&Order::Hold { on: false })), (2, 1));
}

#[test]
fn mute_is_for_calls_in() {
    assert_eq!(talking_out().wishes(Command::Mute { call: talking_out().id() }), Err(Refused::MuteOutbound));
    let mut tab = talking_in();
    tab.wishes(Command::Mute { call: tab.id() }).expect("mutes");
    tab.hears(Event::MutedIs(true));
    assert!(tab.call().state.muted);
    assert_eq!(tab.wishes(Command::Mute { call: tab.id() }), Err(Refused::AlreadySo));
    tab.wishes(Command::Unmute { call: tab.id() }).expect("opens");
    tab.hears(Event::MutedIs(true));
    assert!(tab.was_told(&Notice::MuteFailed { muted: true }));
}

#[test]
fn tones() {
    let mut tab = talking_out();
    assert_eq!(tab.wishes(Command::Tone { call: tab.id(), key: 'x' }), Err(Refused::NotAKey));
    tab.wishes(Command::Tone { call: tab.id(), key: '#' }).expect("sends");
    assert!(!facts(&tab).contains(&What::ToneSent { key: '#' }));
    tab.hears(Event::ToneSent { key: '#' });
    assert!(facts(&tab).contains(&What::ToneSent { key: '#' }));
    tab.hears(Event::TonesAre(false));
    assert_eq!(tab.wishes(Command::Tone { call: tab.id(), key: '1' }), Err(Refused::NoTones));
}

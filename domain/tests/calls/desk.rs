//! The desk: refusals, wishes that run out, and to which call a report belongs.

use crate::tab::{START, STEP, Tab};
use domain::calls::{
    Ability, Colleague, Command, Desk, Device, Direction, Event, Failure, LineState, Notice, Order, Outcome, Output,
    Phase, Presence, Refused, TransferFailure, TransferOffer, TransferTarget, What, Wished,
};
use domain::ids::{CallId, SourceId};
use domain::telephone::TelephoneProblem;
use domain::times::Millis;

const NUMBER: &str = "0901234567";

fn ready() -> Tab {
    let mut tab = Tab::new();
    for event in [Event::VoiceIs(true), Event::DeviceIs(Device::Browser), Event::Connected] {
        tab.hears(event);
    }
    tab
}

fn ring(number: &str) -> Event {
    Event::Ringing {
        number: number.to_owned(),
        hotline: None,
    }
}

fn ringing() -> Tab {
    let mut tab = ready();
    tab.hears(ring(NUMBER));
    tab
}

fn talking_in() -> Tab {
    let mut tab = ringing();
    tab.hears(Event::AgentAnswered);
    tab
}

fn dial() -> Command {
    Command::Dial {
        number: NUMBER.to_owned(),
    }
}

fn dialling() -> Tab {
    let mut tab = ready();
    tab.wishes(dial()).expect("dials");
    tab.hears(Event::DialTaken {
        number: NUMBER.to_owned(),
    });
    tab
}

fn talking_out() -> Tab {
    let mut tab = dialling();
    tab.hears(Event::CustomerAnswered);
    tab
}

fn failed(reason: Failure) -> Event {
    Event::DialFailed {
        reason,
        provider_id: None,
    }
}

fn to_seat() -> TransferTarget {
    TransferTarget::Seat("5001".to_owned())
}

fn offered() -> Event {
    let offer = TransferOffer {
        call_id: None,
        from: "5001".to_owned(),
        to: "5000".to_owned(),
        since: Millis(0),
    };
    Event::TransferOffered { offer }
}

fn facts(tab: &Tab) -> Vec<What> {
    tab.call().facts.iter().map(|fact| fact.what.clone()).collect()
}

#[test]
fn the_voice_is_asked_for_once() {
    let mut tab = Tab::new();
    tab.hears(Event::Connecting);
    tab.hears(Event::VoiceIs(false));
    tab.hears(Event::Connected);
    assert_eq!(tab.ordered(&Order::TakeVoice), 1);
    assert_eq!(tab.desk.line().state, LineState::Connecting);
    tab.hears(Event::VoiceIs(true));
    assert_eq!(tab.desk.line().state, LineState::Ready);
    tab.hears(Event::Reconnecting { attempt: 1, total: 5 });
    tab.hears(Event::VoiceIs(false));
    tab.hears(Event::Connected);
    assert_eq!(tab.ordered(&Order::TakeVoice), 1);
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
}

#[test]
fn a_refusal_of_the_voice_is_silent_and_noticed() {
    let mut tab = Tab::new();
    tab.hears(Event::Connected);
    tab.waits(8_000);
    assert!(tab.was_told(&Notice::WishUnanswered {
        what: Ability::TakeVoice
    }));
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
    assert_eq!(tab.desk.can(Ability::Dial, None), Err(Refused::NotTheVoice));
    assert!(tab.wishes(Command::TakeVoice).is_ok());
    assert_eq!(tab.wishes(Command::TakeVoice), Err(Refused::Waiting));
}

#[test]
fn a_tab_can_leave_the_voice_where_it_is() {
    let mut tab = Tab::new();
    tab.desk = Desk::new(SourceId::new("second")).with_voice_on_wish_only();
    tab.hears(Event::Connected);
    assert_eq!(tab.ordered(&Order::TakeVoice), 0);
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
}

#[test]
fn the_line_says_what_is_wrong() {
    let mut tab = ready();
    let problem = TelephoneProblem::ProviderUnreachable;
    tab.hears(Event::ProviderDown {
        problem: problem.clone(),
    });
    assert_eq!(
        tab.desk.line().state,
        LineState::Ready,
        "what is connected does not need our server"
    );
    tab.hears(Event::GaveUp);
    assert_eq!(tab.desk.line().state, LineState::Lost);
    assert!(tab.was_told(&Notice::LineLost));
    tab.hears(Event::ProviderDown {
        problem: problem.clone(),
    });
    assert_eq!(tab.desk.line().state, LineState::ProviderDown { problem });
    tab.hears(Event::SignInRefused {
        code: Some("401".to_owned()),
    });
    assert_eq!(
        tab.desk.line().state,
        LineState::Refused {
            code: Some("401".to_owned())
        }
    );
    tab.hears(Event::ScriptFailed {
        file: "voice.js".to_owned(),
    });
    assert_eq!(
        tab.desk.line().state,
        LineState::ScriptFailed {
            file: "voice.js".to_owned()
        }
    );
    tab.hears(Event::PresenceIs(Presence::NoAnswer));
    assert_eq!(tab.desk.line().presence, Some(Presence::NoAnswer));
    assert_eq!(tab.wishes(dial()), Err(Refused::LineNotReady));
}

#[test]
fn the_call_is_recorded_before_the_provider_is_asked() {
    let mut tab = ready();
    let out = tab.wishes(dial()).expect("dials");
    let recorded = out
        .iter()
        .position(|o| matches!(o, Output::Record { fact, .. } if matches!(fact.what, What::DialWished { .. })));
    let asked = out.iter().position(|o| {
        *o == Output::Provider(Order::Dial {
            number: NUMBER.to_owned(),
        })
    });
    assert!(recorded.is_some() && recorded < asked, "{out:?}");
    assert!(out.contains(&Output::Pop {
        call: tab.id(),
        number: NUMBER.to_owned()
    }));
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
        assert_eq!(
            tab.call().state.outcome,
            Some(Outcome::Failed {
                reason: Failure::Ignored
            })
        );
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
        let refused = tab.wishes(Command::Dial {
            number: number.to_owned(),
        });
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
fn the_microphone_is_needed_in_the_browser_only() {
    let mut tab = ringing();
    tab.hears(Event::MicrophoneRefused);
    assert!(tab.was_told(&Notice::MicrophoneRefused));
    assert_eq!(
        tab.wishes(Command::Answer { call: tab.id() }),
        Err(Refused::NoMicrophone)
    );
    tab.hears(Event::MicrophoneGranted);
    assert!(tab.wishes(Command::Answer { call: tab.id() }).is_ok());
}

#[test]
fn another_device_answers_itself_and_rings_itself() {
    let mut tab = ready();
    tab.hears(Event::DeviceIs(Device::IpPhone));
    let out = tab.hears(ring(NUMBER));
    assert!(!out.contains(&Output::RingTone(true)));
    assert_eq!(
        tab.wishes(Command::Answer { call: tab.id() }),
        Err(Refused::NotOnThisDevice)
    );
    tab.hears(Event::AgentAnswered);
    assert_eq!(
        tab.wishes(Command::Tone {
            call: tab.id(),
            key: '1'
        }),
        Err(Refused::NotOnThisDevice)
    );
    tab.hears(Event::HeldIs(true));
    assert_eq!(tab.desk.can(Ability::HangUp, Some(&tab.id())), Err(Refused::HeldHere));
    tab.hears(Event::HeldIs(false));
    assert_eq!(tab.desk.can(Ability::HangUp, Some(&tab.id())), Ok(()));
}

#[test]
fn a_mobile_keeps_the_number_it_was_asked_for_with() {
    let mut tab = ready();
    let mobile = Device::Mobile {
        number: "0912345678".to_owned(),
    };
    let bad = Device::Mobile {
        number: "home".to_owned(),
    };
    assert_eq!(tab.wishes(Command::ChangeDevice(bad)), Err(Refused::NumberNotDialable));
    tab.wishes(Command::ChangeDevice(mobile.clone())).expect("changes");
    assert_eq!(tab.desk.line().device, Some(Device::Browser));
    tab.hears(Event::DeviceIs(Device::Mobile { number: String::new() }));
    assert_eq!(tab.desk.line().device, Some(mobile.clone()));
    assert_eq!(tab.wishes(Command::ChangeDevice(mobile)), Err(Refused::AlreadySo));
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
    assert_eq!(tab.ordered(&Order::ToggleHold), 3);
}

#[test]
fn mute_is_for_calls_in() {
    assert_eq!(
        talking_out().wishes(Command::Mute {
            call: talking_out().id()
        }),
        Err(Refused::MuteOutbound)
    );
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
    assert_eq!(
        tab.wishes(Command::Tone {
            call: tab.id(),
            key: 'x'
        }),
        Err(Refused::NotAKey)
    );
    tab.wishes(Command::Tone {
        call: tab.id(),
        key: '#',
    })
    .expect("sends");
    assert!(!facts(&tab).contains(&What::ToneSent { key: '#' }));
    tab.hears(Event::ToneSent { key: '#' });
    assert!(facts(&tab).contains(&What::ToneSent { key: '#' }));
    tab.hears(Event::TonesAre(false));
    assert_eq!(
        tab.wishes(Command::Tone {
            call: tab.id(),
            key: '1'
        }),
        Err(Refused::NoTones)
    );
}

#[test]
fn passing_on_is_refused_answered_done_or_runs_out() {
    let mut tab = dialling();
    let transfer = |tab: &Tab| Command::Transfer {
        call: tab.id(),
        to: to_seat(),
    };
    assert_eq!(tab.wishes(transfer(&tab)), Err(Refused::TransferBeforeAnswer));
    assert_eq!(tab.wishes(Command::ListColleagues), Err(Refused::TransferBeforeAnswer));
    tab.hears(Event::CustomerAnswered);
    let nobody = Command::Transfer {
        call: tab.id(),
        to: TransferTarget::Queue(" ".to_owned()),
    };
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
    assert_eq!(
        tab.call().state.outcome,
        Some(Outcome::Answered),
        "no end came, and the customer is elsewhere"
    );
    assert!(tab.call().state.transferred);
}

#[test]
fn colleagues_come_or_do_not() {
    let mut tab = talking_in();
    tab.wishes(Command::ListColleagues).expect("asks");
    tab.waits(8_000);
    assert!(tab.was_told(&Notice::WishUnanswered {
        what: Ability::ListColleagues
    }));
    tab.wishes(Command::ListColleagues).expect("asks");
    let colleague = Colleague {
        seat: "5001".to_owned(),
        name: "Lan".to_owned(),
    };
    tab.hears(Event::Colleagues(vec![colleague.clone()]));
    assert_eq!(tab.desk.colleagues(), [colleague]);
    assert!(!tab.desk.waits_for(Ability::ListColleagues));
}

#[test]
fn an_offer_stands_for_ten_seconds() {
    let mut tab = ready();
    assert_eq!(
        tab.wishes(Command::AnswerOffer { accept: true }),
        Err(Refused::NothingOffered)
    );
    tab.hears(offered());
    tab.waits(5_000);
    tab.hears(offered());
    assert_eq!(
        tab.desk.next_tick(),
        Some(Millis(tab.now - 5_000 - STEP + 10_000)),
        "the same offer buys no time"
    );
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
    assert_eq!(
        tab.wishes(Command::AnswerOffer { accept: true }),
        Err(Refused::AlreadyInCall)
    );
    assert!(tab.wishes(Command::AnswerOffer { accept: false }).is_ok());
}

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
fn a_second_call_has_its_own_card_and_end() {
    let mut tab = talking_in();
    let first = tab.id();
    let out = tab.hears(ring("0987654321"));
    assert!(
        !out.contains(&Output::RingTone(true)),
        "nobody wants a ring tone in the ear while talking"
    );
    let second = tab.id();
    assert_ne!(first, second);
    assert_eq!(
        tab.wishes(Command::Answer { call: second.clone() }),
        Err(Refused::AlreadyInCall)
    );
    tab.hears(Event::Ended);
    assert_eq!(
        tab.call().state.outcome,
        Some(Outcome::Missed),
        "the one that rings ends first"
    );
    assert!(tab.desk.calls()[0].is_live());
    tab.hears(ring("0987654322"));
    tab.wishes(Command::HangUp { call: first.clone() }).expect("hangs up");
    let out = tab.hears(Event::Ended);
    assert!(
        !tab.desk.calls().iter().any(|call| call.id == first && call.is_live()),
        "the one that was asked to end"
    );
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
    assert_eq!(
        tab.desk.calls()[0].facts.last().map(|fact| fact.what.clone()),
        Some(What::Ended)
    );
    tab.hears(Event::Ended);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Missed));
}

#[test]
fn a_late_failure_explains_the_call_that_has_ended() {
    let mut tab = dialling();
    tab.hears(Event::Ended);
    tab.hears(failed(Failure::Unpaid));
    assert_eq!(
        tab.call().state.outcome,
        Some(Outcome::Failed {
            reason: Failure::Unpaid
        })
    );
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
fn a_lost_voice_ends_the_call_in_the_page_only() {
    let mut tab = talking_in();
    tab.hears(Event::VoiceIs(false));
    assert!(tab.was_told(&Notice::VoiceTakenElsewhere));
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered));
    tab.hears(Event::Ended);
    assert_eq!(facts(&tab).last(), Some(&What::Ended));
    let mut tab = talking_in();
    tab.hears(Event::DeviceIs(Device::IpPhone));
    tab.hears(Event::VoiceIs(false));
    assert!(tab.call().is_live());
}

#[test]
fn a_call_outlives_the_connection() {
    let mut tab = talking_in();
    for event in [Event::Reconnecting { attempt: 1, total: 3 }, Event::GaveUp] {
        tab.hears(event);
        assert!(tab.call().is_live());
        assert_eq!(tab.desk.can(Ability::Hold, Some(&tab.id())), Err(Refused::LineNotReady));
        assert_eq!(tab.desk.can(Ability::HangUp, Some(&tab.id())), Ok(()));
    }
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
        Event::DialTaken {
            number: NUMBER.to_owned(),
        },
        Event::DialIgnored,
        failed(Failure::Busy),
        Event::OwnDeviceRinging,
        Event::ToneSent { key: '1' },
        Event::TransferAnswer { accepted: true },
        Event::TransferDone,
        Event::TransferFailed {
            reason: TransferFailure::Failed,
        },
        Event::ProviderId { id: String::new() },
    ];
    for event in events {
        assert_eq!(tab.hears(event), []);
    }
    assert_eq!(tab.desk, before);
    let nobody = CallId::new("nobody");
    assert_eq!(
        tab.wishes(Command::Answer { call: nobody.clone() }),
        Err(Refused::NoSuchCall)
    );
    assert_eq!(tab.wishes(Command::Dismiss { call: nobody }), Err(Refused::NoSuchCall));
}

#[test]
fn a_page_loaded_again_goes_on() {
    let mut tab = talking_in();
    let text = serde_json::to_string(&tab.desk).expect("can be written");
    let mut desk: Desk = serde_json::from_str(&text).expect("can be read");
    assert_eq!(desk, tab.desk);
    let out = desk.resume(Millis(tab.now), SourceId::new("tab-again"));
    assert_eq!(
        desk.calls()[0].state.outcome,
        Some(Outcome::Answered),
        "its sound was in the page that is gone"
    );
    assert!(matches!(&out[..], [Output::Record { fact, .. }] if fact.source == SourceId::new("tab-again")));
    tab.hears(Event::DeviceIs(Device::IpPhone));
    tab.desk.resume(Millis(tab.now), SourceId::new("tab-again"));
    assert!(
        tab.call().is_live(),
        "the telephone on the table knows nothing of the page"
    );
    assert_eq!(tab.desk.line().state, LineState::Off);
    tab.hears(Event::Ended);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered));
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

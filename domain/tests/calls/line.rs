//! The line of a desk: voice, connection, device, microphone, and a page loaded again.

use crate::scenes::{NUMBER, dial, facts, ready, ring, ringing, talking_in};
use crate::tab::Tab;
use domain::calls::{
    Ability, Command, Desk, Device, Event, LineState, Notice, Order, Outcome, Output, Phase, Presence, Refused, What,
};
use domain::ids::SourceId;
use domain::telephone::TelephoneProblem;
use domain::times::Millis;

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
    assert!(tab.was_told(&Notice::WishUnanswered { what: Ability::TakeVoice }));
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
    assert_eq!(tab.desk.can(Ability::Dial, None), Err(Refused::NotTheVoice));
    assert!(tab.wishes(Command::TakeVoice).is_ok());
    assert_eq!(tab.wishes(Command::TakeVoice), Err(Refused::Waiting));
}

#[test]
fn a_tab_can_leave_the_voice_where_it_is() {
    let mut tab = Tab::new();
    tab.desk.set_voice_on_wish_only(true);
    tab.hears(Event::Connected);
    assert_eq!(tab.ordered(&Order::TakeVoice), 0);
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
}

#[test]
fn the_line_says_what_is_wrong() {
    let mut tab = ready();
    let problem = TelephoneProblem::ProviderUnreachable;
    tab.hears(Event::ProviderDown { problem: problem.clone() });
    assert_eq!(tab.desk.line().state, LineState::Ready, "what is connected does not need our server");
    tab.hears(Event::GaveUp);
    assert_eq!(tab.desk.line().state, LineState::Lost);
    assert!(tab.was_told(&Notice::LineLost));
    tab.hears(Event::ProviderDown { problem: problem.clone() });
    assert_eq!(tab.desk.line().state, LineState::ProviderDown { problem });
    tab.hears(Event::SignInRefused { code: Some("401".to_owned()) });
    assert_eq!(tab.desk.line().state, LineState::Refused { code: Some("401".to_owned()) });
    tab.hears(Event::ScriptFailed { file: "voice.js".to_owned() });
    assert_eq!(tab.desk.line().state, LineState::ScriptFailed { file: "voice.js".to_owned() });
    tab.hears(Event::PresenceIs(Presence::NoAnswer));
    assert_eq!(tab.desk.line().presence, Some(Presence::NoAnswer));
    assert_eq!(tab.wishes(dial()), Err(Refused::LineNotReady));
}

#[test]
fn the_microphone_is_needed_in_the_browser_only() {
    let mut tab = ringing();
    tab.hears(Event::MicrophoneRefused);
    assert!(tab.was_told(&Notice::MicrophoneRefused));
    assert_eq!(tab.wishes(Command::Answer { call: tab.id() }), Err(Refused::NoMicrophone));
    tab.hears(Event::MicrophoneGranted);
    assert!(tab.wishes(Command::Answer { call: tab.id() }).is_ok());
}

#[test]
fn another_device_answers_itself_and_rings_itself() {
    let mut tab = ready();
    tab.hears(Event::DeviceIs(Device::IpPhone));
    let out = tab.hears(ring(NUMBER));
    assert!(!out.contains(&Output::RingTone(true)));
    assert_eq!(tab.wishes(Command::Answer { call: tab.id() }), Err(Refused::NotOnThisDevice));
    tab.hears(Event::AgentAnswered);
    assert_eq!(tab.wishes(Command::Tone { call: tab.id(), key: '1' }), Err(Refused::NotOnThisDevice));
    tab.hears(Event::HeldIs(true));
    assert_eq!(tab.desk.can(Ability::HangUp, Some(&tab.id())), Err(Refused::HeldHere));
    tab.hears(Event::HeldIs(false));
    assert_eq!(tab.desk.can(Ability::HangUp, Some(&tab.id())), Ok(()));
}

#[test]
fn a_mobile_keeps_the_number_it_was_asked_for_with() {
    let mut tab = ready();
    let mobile = Device::Mobile { number: "0912345678".to_owned() };
    let bad = Device::Mobile { number: "home".to_owned() };
    assert_eq!(tab.wishes(Command::ChangeDevice(bad)), Err(Refused::NumberNotDialable));
    tab.wishes(Command::ChangeDevice(mobile.clone())).expect("changes");
    assert_eq!(tab.desk.line().device, Some(Device::Browser));
    tab.hears(Event::DeviceIs(Device::Mobile { number: String::new() }));
    assert_eq!(tab.desk.line().device, Some(mobile.clone()));
    assert_eq!(tab.wishes(Command::ChangeDevice(mobile)), Err(Refused::AlreadySo));
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
fn a_page_loaded_again_goes_on() {
    let mut tab = talking_in();
    let text = serde_json::to_string(&tab.desk).expect("can be written");
    let mut desk: Desk = serde_json::from_str(&text).expect("can be read");
    assert_eq!(desk, tab.desk);
    let out = desk.resume(Millis(tab.now), Millis(tab.now), SourceId::new("tab-again"));
    assert_eq!(desk.calls()[0].state.outcome, Some(Outcome::Answered), "its sound was in the page that is gone");
    assert!(desk.calls()[0].cut_off);
    assert!(matches!(&out[..], [Output::Record { fact, .. }] if fact.source == SourceId::new("tab-again")));
    tab.hears(Event::DeviceIs(Device::IpPhone));
    tab.desk.resume(Millis(tab.now), Millis(tab.now), SourceId::new("tab-again"));
    assert!(tab.call().is_live(), "the telephone on the table knows nothing of the page");
    assert_eq!(tab.desk.line().state, LineState::Off);
    tab.hears(Event::Ended);
    assert_eq!(tab.call().state.outcome, Some(Outcome::Answered));
}

#[test]
fn a_call_of_a_page_that_died_ended_when_that_page_was_last_known_to_live() {
    let tab = talking_in();
    let (seen, later) = (Millis(tab.now + 4_000), Millis(tab.now + 3_600_000));
    let mut desk = tab.desk.clone();
    desk.resume(later, seen, SourceId::new("tab-again"));
    assert_eq!(desk.calls()[0].state.ended_at, Some(seen), "nobody talked for the hour that the computer was off");
    let mut on_the_table = talking_in();
    on_the_table.hears(Event::DeviceIs(Device::IpPhone));
    on_the_table.desk.resume(later, seen, SourceId::new("tab-again"));
    assert!(!on_the_table.call().is_live(), "of a call of an hour ago nobody knows that it goes on");
}

#[test]
fn who_signs_off_gives_the_voice_up_and_asks_for_it_when_back() {
    let mut tab = talking_in();
    tab.hears(Event::SignedOff);
    assert!(tab.was_told(&Notice::VoiceTakenElsewhere));
    assert_eq!(facts(&tab).last(), Some(&What::VoiceLost));
    assert_eq!(tab.desk.line().state, LineState::Elsewhere);
    assert_eq!(tab.desk.can(Ability::Dial, None), Err(Refused::NotTheVoice));
    assert_eq!(tab.desk.can(Ability::TogglePresence, None), Err(Refused::LineNotReady));
    tab.hears(Event::Connected);
    assert_eq!(tab.ordered(&Order::TakeVoice), 1);
}

#[test]
fn signing_off_without_the_voice_is_no_news() {
    let mut tab = Tab::new();
    tab.hears(Event::SignedOff);
    assert!(!tab.was_told(&Notice::VoiceTakenElsewhere));
}

#[test]
fn what_rings_no_longer_elsewhere_is_silent_here() {
    let mut tab = ringing();
    let call = tab.id();
    assert!(tab.hears(Event::RingsNoLonger { call: call.clone() }).contains(&Output::RingTone(false)));
    assert_eq!(tab.call().state.phase, Phase::Ringing, "what became of it is for the provider to say");
    assert!(tab.hears(Event::RingsNoLonger { call }).is_empty());
}

#[test]
fn other_tabs_show_what_runs_and_do_not_ring() {
    let mut tab = ringing();
    let mirrored = tab.desk.mirrored();
    assert_eq!(mirrored.calls().len(), 1);
    assert_eq!(mirrored.can(Ability::Answer, Some(&tab.id())), Ok(()), "it can be answered from there");
    tab.hears(Event::Ended);
    assert!(tab.desk.mirrored().calls().is_empty());
}

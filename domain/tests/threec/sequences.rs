//! Every sequence of callbacks that 3C is known to make, and its traps.

use crate::page::{CALL_ID, CUSTOMER, Page, login};
use domain::calls::{
    Ability, Command, Direction, Failure, LineState, Notice, Order, Outcome, Phase, Presence, Refused, TransferFailure,
    TransferTarget, What,
};
use serde_json::{Value, json};

const NOTHING: Value = Value::Null;

fn dialling() -> Page {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[("showCalloutInfo", json!(CUSTOMER))]);
    page
}

fn ringing() -> Page {
    let mut page = Page::ready();
    page.hear(&[("csCallRinging", json!(CUSTOMER)), ("csCurrentCallId", json!(CALL_ID))]);
    page
}

fn talking() -> Page {
    let mut page = ringing();
    page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
    page.hear(&[("csAcceptCall", NOTHING)]);
    page
}

fn failed(reason: Failure) -> Option<Outcome> {
    Some(Outcome::Failed { reason })
}

#[test]
fn login_takes_the_voice_once_and_survives_reconnections() {
    let mut page = Page::new();
    page.hear(&login(false));
    assert_eq!(page.tab.ordered(&Order::TakeVoice), 1);
    page.hear(&[("csShowEnableVoice", json!(true))]);
    assert_eq!(page.tab.desk.line().state, LineState::Ready);
    assert_eq!(page.tab.desk.line().presence, Some(Presence::Online));
    for attempt in 1..4 {
        page.hear_args("csNotifyReconnecting", &[json!(attempt), json!("5")]);
        assert_eq!(page.tab.desk.line().state, LineState::Reconnecting { attempt, total: 5 });
        page.hear(&login(true));
        assert_eq!(page.tab.desk.line().state, LineState::Ready);
    }
    assert_eq!(page.tab.ordered(&Order::TakeVoice), 1, "else two tabs take it from each other for ever");
    page.hear(&[("csOndisconnected", NOTHING)]);
    assert_eq!(page.tab.desk.line().state, LineState::Lost);
    page.hear_args("csInitError", &[]);
    assert_eq!(page.tab.desk.line().state, LineState::Refused { code: None });
}

#[test]
fn a_reconnection_in_a_call_leaves_the_call_alone() {
    let mut page = talking();
    page.hear_args("csNotifyReconnecting", &[json!(1), json!(5)]);
    page.hear(&login(true));
    assert_eq!(page.call().state.phase, Phase::Talking);
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert_eq!(page.tab.desk.calls().len(), 1);
}

#[test]
fn inbound_with_the_id_before_or_after_the_ring() {
    let (id, ring) = (("csCurrentCallId", json!(CALL_ID)), ("csCallRinging", json!(CUSTOMER)));
    for beginning in [[id.clone(), ring.clone()], [ring, id]] {
        let mut page = Page::ready();
        page.voice.hotline = Some("02873001234".to_owned());
        page.hear(&beginning);
        assert_eq!(page.call().state.direction, Direction::Inbound);
        assert_eq!(page.call().state.hotline.as_deref(), Some("02873001234"));
        assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL_ID));
        page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
        page.hear(&[("csAcceptCall", NOTHING)]);
        assert_eq!(page.call().state.phase, Phase::Talking);
        page.hear(&[("csEndCall", NOTHING), ("csEndCall", NOTHING)]);
        assert_eq!(page.outcome(), Some(Outcome::Answered));
        assert_eq!(page.tab.desk.calls().len(), 1);
    }
}

#[test]
fn every_callback_twice_is_the_same_call() {
    let once = ["csCallRinging", "csCurrentCallId", "csAcceptCall", "csHoldCall", "csUnHoldCall", "csEndCall"];
    let mut page = Page::ready();
    for name in once {
        let argument = match name {
            "csCallRinging" => json!(CUSTOMER),
            "csCurrentCallId" => json!(CALL_ID),
            _ => NOTHING,
        };
        page.hear(&[(name, argument.clone()), (name, argument)]);
    }
    assert_eq!(page.tab.desk.calls().len(), 1);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert_eq!(page.facts().len(), 6, "{:?}", page.facts());
}

#[test]
fn missed_and_rejected_look_alike_and_are_told_apart() {
    let mut page = ringing();
    page.hear(&[("csEndCall", NOTHING), ("csShowCallStatus", json!("No Answer"))]);
    assert_eq!(page.outcome(), Some(Outcome::Missed));
    assert_eq!(page.tab.desk.line().presence, Some(Presence::NoAnswer));
    let mut page = ringing();
    page.tab.wishes(Command::Reject { call: page.tab.id() }).expect("rejects");
    assert_eq!(page.tab.ordered(&Order::End), 1);
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Rejected));
}

#[test]
fn a_refused_microphone_ends_the_call_that_was_to_be_answered() {
    let mut page = ringing();
    page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Missed));
}

#[test]
fn outbound_rings_at_the_agent_then_at_the_customer() {
    let mut page = dialling();
    page.hear(&[("csCallRingingAgent", NOTHING), ("csAcceptCall", NOTHING)]);
    assert_eq!(page.call().state.phase, Phase::Dialing, "the own leg is no answer");
    page.hear(&[("csCurrentCallId", json!(CALL_ID)), ("csCallRinging", json!(CUSTOMER))]);
    assert_eq!(page.tab.desk.calls().len(), 1, "a ring may be outbound");
    assert_eq!(page.call().state.phase, Phase::Ringing);
    assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL_ID));
    page.hear(&[("showCalloutInfo", json!(CUSTOMER)), ("csCustomerAccept", NOTHING)]);
    assert_eq!(page.call().state.phase, Phase::Talking);
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert_eq!(page.call().state.direction, Direction::Outbound);
}

#[test]
fn newer_builds_ring_for_the_own_leg_too() {
    let mut page = dialling();
    page.voice.hotline = Some("02873001234".to_owned());
    page.hear(&[("csCallRinging", json!("5000")), ("csCallRinging", json!("84901234567"))]);
    page.hear(&[("csCallRinging", json!("02873001234")), ("csCallRinging", NOTHING)]);
    assert_eq!(page.tab.desk.calls().len(), 1);
    page.hear(&[("csCustomerAccept", NOTHING), ("csCallRinging", json!(CUSTOMER))]);
    assert_eq!(page.tab.desk.calls().len(), 1, "late");
}

#[test]
fn outbound_failures_after_any_prefix_in_either_order() {
    let prefix =
        [("csCallRingingAgent", NOTHING), ("csCurrentCallId", json!(CALL_ID)), ("csCallRinging", json!(CUSTOMER))];
    for length in 0..=prefix.len() {
        for (end_before, end_after) in [(true, false), (false, true), (false, false), (true, true)] {
            let mut page = dialling();
            page.hear(&prefix[..length]);
            if end_before {
                page.hear(&[("csEndCall", NOTHING)]);
            }
            page.hear_args("showCalloutError", &[json!("IPCC_NOT_CONNECT_CUSTOMER"), json!(486)]);
            if end_after {
                page.hear(&[("csEndCall", NOTHING)]);
            }
            assert_eq!(page.outcome(), failed(Failure::Busy), "{length} {end_before} {end_after}");
            assert!(page.tab.was_told(&Notice::CallFailed(Failure::Busy)));
            assert_eq!(page.tab.desk.calls().len(), 1);
        }
    }
}

#[test]
fn outbound_that_ends_without_a_word_has_failed() {
    let mut page = dialling();
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), failed(Failure::Provider));
    let mut page = dialling();
    page.hear(&[("csCallRinging", json!(CUSTOMER)), ("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), failed(Failure::NoAnswerOrError));
}

#[test]
fn an_error_says_the_id_that_is_said_nowhere_else() {
    let mut page = dialling();
    page.voice.call_id = Some(CALL_ID.to_owned());
    page.hear_args("showCalloutError", &[]);
    assert_eq!(page.outcome(), failed(Failure::Provider));
    assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL_ID));
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[("showCalloutInfo", json!(CUSTOMER))]);
    page.hear_args("showCalloutError", &[json!("CALLOUT_AGENT_BUSY"), NOTHING]);
    assert_eq!(page.outcome(), failed(Failure::MemberBusy));
    assert_eq!(page.call().state.provider_id, None, "it was still that of the call before");
}

#[test]
fn the_agent_gives_up_a_call_out() {
    let mut page = dialling();
    page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("hangs up");
    page.hear_args("showCalloutError", &[json!("IPCC_NOT_CONNECT_CUSTOMER"), json!("487")]);
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Cancelled));
    assert!(!page.tab.was_told(&Notice::CallFailed(Failure::NoAnswer)));
}

#[test]
fn the_end_of_a_call_out_on_a_telephone_may_never_come() {
    let mut page = Page::ready();
    page.hear(&[("csShowDeviceType", json!("4"))]);
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[("showCalloutInfo", json!(CUSTOMER)), ("csCustomerAccept", NOTHING)]);
    page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("hangs up");
    page.tab.waits(8_000);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert_eq!(page.tab.desk.can(Ability::Dial, None), Ok(()));
}

#[test]
fn ignored() {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.tab.waits(5_000);
    assert_eq!(page.outcome(), failed(Failure::Ignored));
    assert!(page.tab.was_told(&Notice::CallFailed(Failure::Ignored)));
    assert_eq!(page.tab.desk.can(Ability::Dial, None), Ok(()));
}

#[test]
fn passing_on_to_an_agent() {
    let mut page = talking();
    page.tab.wishes(Command::ListColleagues).expect("asks");
    page.hear(&[("csListTransferAgent", json!([{"ipPhone": 5001, "userName": "lan"}, {"userName": "no seat"}]))]);
    assert_eq!(page.tab.desk.colleagues().len(), 1);
    let to = TransferTarget::Seat("5001".to_owned());
    page.tab.wishes(Command::Transfer { call: page.tab.id(), to }).expect("passes on");
    assert_eq!(page.tab.ordered(&Order::TransferToSeat { seat: "5001".to_owned() }), 1);
    page.hear(&[("csTransferCallResponse", json!("OK")), ("csTransferCallSuccess", NOTHING), ("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert!(page.call().state.transferred);
    assert!(page.tab.was_told(&Notice::TransferDone));
}

#[test]
fn passing_on_that_fails_leaves_the_call_here() {
    let to = TransferTarget::Seat("5001".to_owned());
    let refusal = ("csTransferCallResponse", json!("NOK"));
    let error = ("csTransferCallError", json!("TRANSFER_CALL_FAILED"));
    for (said, reason) in [(refusal, TransferFailure::Refused), (error, TransferFailure::Failed)] {
        let mut page = talking();
        page.tab.wishes(Command::Transfer { call: page.tab.id(), to: to.clone() }).expect("passes on");
        page.hear(&[said]);
        assert!(page.tab.was_told(&Notice::TransferFailed(reason)));
        assert_eq!((page.call().state.phase, page.call().state.transfer.clone()), (Phase::Talking, None));
        page.hear(&[("csEndCall", NOTHING)]);
        assert_eq!((page.outcome(), page.call().state.transferred), (Some(Outcome::Answered), false));
    }
}

#[test]
fn receiving_what_is_passed_on() {
    let mut page = Page::ready();
    let request = json!({"callId": CALL_ID, "dropAgentId": "5001", "newAgentId": "5000"});
    page.hear(&[("csNewCallTransferRequest", request), ("csTransferCallResponse", json!("NOK"))]);
    let offer = page.tab.desk.offer().expect("the echo of the request is no answer to it");
    assert_eq!((offer.from.as_str(), offer.call_id.as_deref()), ("5001", Some(CALL_ID)));
    page.tab.wishes(Command::AnswerOffer { accept: true }).expect("accepts");
    page.hear(&[("csTransferCallResponse", json!("NOK"))]);
    page.hear(&[("csCurrentCallId", json!(CALL_ID)), ("csCallRinging", json!(CUSTOMER))]);
    page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
    page.hear(&[("csAcceptCall", NOTHING), ("csEndCall", NOTHING)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert!(!page.facts().iter().any(|what| matches!(what, What::TransferAnswered { .. })));
}

#[test]
fn the_echo_does_not_answer_a_wish_of_ones_own() {
    let mut page = talking();
    let to = TransferTarget::Seat("5002".to_owned());
    page.tab.wishes(Command::Transfer { call: page.tab.id(), to }).expect("passes on");
    page.hear(&[("csNewCallTransferRequest", NOTHING), ("csTransferCallResponse", json!("NOK"))]);
    assert!(page.call().state.transfer.is_some());
    page.tab.waits(10_000);
    assert!(page.tab.was_told(&Notice::OfferExpired));
    page.hear(&[("csTransferCallResponse", json!("OK")), ("csTransferCallSuccess", json!({"ipphone": "5002"}))]);
    assert!(page.call().state.transferred);
}

#[test]
fn passing_on_to_a_queue() {
    let mut page = talking();
    let to = TransferTarget::Queue("12".to_owned());
    page.tab.wishes(Command::Transfer { call: page.tab.id(), to }).expect("passes on");
    assert_eq!(page.tab.ordered(&Order::TransferToQueue { queue: "12".to_owned() }), 1);
    page.hear(&[("csTransferCallResponse", json!("OK"))]);
    assert!(page.tab.was_told(&Notice::TransferDone), "a queue confirms nothing afterwards");
    page.tab.waits(8_000);
    assert_eq!((page.outcome(), page.call().state.transferred), (Some(Outcome::Answered), true));
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.facts().last(), Some(&What::Ended));
}

#[test]
fn tab_lost() {
    let mut page = talking();
    page.hear(&[("csShowEnableVoice", json!(false))]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert!(page.tab.was_told(&Notice::VoiceTakenElsewhere));
    assert_eq!(page.tab.desk.line().state, LineState::Elsewhere);
    page.hear(&[("csEndCall", NOTHING)]);
    assert_eq!(page.facts().last(), Some(&What::Ended));
    assert_eq!(page.tab.desk.can(Ability::Dial, None), Err(Refused::NotTheVoice));
    assert_eq!(page.tab.desk.can(Ability::TakeVoice, None), Ok(()));
}

#[test]
fn a_second_call_while_talking() {
    let mut page = talking();
    let first = page.tab.id();
    page.hear(&[("csCurrentCallId", json!("second")), ("csCallRinging", json!("0987654321"))]);
    assert_eq!(page.tab.desk.calls().len(), 2);
    assert_eq!(page.call().state.provider_id.as_deref(), Some("second"));
    page.tab.wishes(Command::HangUp { call: first }).expect("hangs up");
    page.hear(&[("csEndCall", NOTHING)]);
    assert!(!page.tab.desk.calls()[0].is_live());
    page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers the second");
    page.hear(&[("csAcceptCall", NOTHING), ("csEndCall", NOTHING)]);
    let outcomes: Vec<_> = page.tab.desk.calls().iter().map(|call| call.state.outcome.clone()).collect();
    assert_eq!(outcomes, [Some(Outcome::Answered), Some(Outcome::Answered)]);
}

#[test]
fn holding_that_failed() {
    let mut page = talking();
    page.tab.wishes(Command::Hold { call: page.tab.id() }).expect("holds");
    page.voice.is_hold = Some(false);
    page.hear(&[("csHoldCall", NOTHING)]);
    assert!(page.tab.was_told(&Notice::HoldFailed { held: false }));
    assert_eq!(page.call().state.held_since, None);
    page.tab.wishes(Command::Hold { call: page.tab.id() }).expect("holds");
    page.voice.is_hold = Some(true);
    page.hear(&[("csHoldCall", NOTHING)]);
    assert!(page.call().state.held_since.is_some());
}

#[test]
fn mute_is_never_asked_for_on_a_call_out() {
    let mut page = dialling();
    page.hear(&[("csCustomerAccept", NOTHING)]);
    assert_eq!(page.tab.wishes(Command::Mute { call: page.tab.id() }), Err(Refused::MuteOutbound));
    assert_eq!(page.tab.ordered(&Order::Mute { on: true }), 0);
    let mut page = talking();
    page.tab.wishes(Command::Mute { call: page.tab.id() }).expect("mutes");
    page.hear(&[("csMuteCall", NOTHING)]);
    assert!(page.call().state.muted);
}

#[test]
fn the_session_survey_and_unknown_words_mean_nothing() {
    let mut page = talking();
    let before = page.tab.desk.clone();
    assert_eq!(page.hear(&[("csTransferSurveyResponse", json!(1)), ("csSomethingNew", json!({}))]), []);
    assert_eq!(page.tab.desk, before);
}

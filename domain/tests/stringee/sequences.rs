//! Every sequence of messages that the browser kit is known to make, and its traps.

use crate::page::{
    CALL, CUSTOMER, HOTLINE, OTHER, OTHER_CALL, Page, answered, dialled, elsewhere, gone, held, incoming, ordered,
    own_leg, state,
};
use domain::calls::{
    Ability, Command, Direction, Failure, LineState, Notice, Order, Outcome, Phase, Presence, Refused, TransferFailure,
    TransferTarget, What,
};
use domain::telephone::TelephoneProblem;
use serde_json::json;

fn dialling() -> Page {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[dialled(CALL)]);
    page
}

fn ringing() -> Page {
    let mut page = Page::ready();
    page.hear(&[incoming(CALL, CUSTOMER)]);
    page
}

fn talking() -> Page {
    take(ringing())
}

/// The same in a call of the second class.
fn talking_in_second_class() -> Page {
    let mut page = Page::ready();
    let mut call = incoming(CALL, CUSTOMER);
    call["second"] = json!(true);
    page.hear(&[call]);
    take(page)
}

fn take(mut page: Page) -> Page {
    page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
    page.hear(&[answered(CALL)]);
    page
}

fn failed(reason: Failure) -> Option<Outcome> {
    Some(Outcome::Failed { reason })
}

#[test]
fn whoever_is_let_in_may_telephone_in_the_page() {
    let page = Page::ready();
    let line = page.tab.desk.line();
    assert_eq!((&line.state, line.voice, line.tones), (&LineState::Ready, true, Some(true)));
    assert_eq!(page.tab.ordered(&Order::TakeVoice), 0, "the account knows no voice");

    assert_eq!(page.tab.desk.clone().can(Ability::ChangeDevice, None), Err(Refused::AlreadySo));
}

#[test]
fn a_lost_connection_comes_back_and_leaves_the_call_alone() {
    let mut page = talking();
    for attempt in 1..4 {
        page.hear(&[json!({"said": "disconnect", "attempt": attempt})]);
        assert_eq!(page.tab.desk.line().state, LineState::Reconnecting { attempt, total: 0 });
    }
    page.hear(&[json!({"said": "authen", "r": 0})]);
    assert_eq!(page.tab.desk.line().state, LineState::Ready);
    assert_eq!(page.call().state.phase, Phase::Talking);
}

#[test]
fn a_token_that_has_run_out_is_not_a_refusal_but_a_wrong_key_is() {
    let mut page = Page::ready();
    page.hear(&[json!({"said": "disconnect", "attempt": 1}), json!({"said": "authen", "r": 6})]);
    page.hear(&[json!({"said": "request_new_token"})]);
    assert_eq!(page.tab.desk.line().state, LineState::Reconnecting { attempt: 0, total: 0 });
    page.hear(&[json!({"said": "authen", "r": 4})]);
    assert_eq!(page.tab.desk.line().state, LineState::ProviderDown { problem: TelephoneProblem::KeyRefused });
}

#[test]
fn inbound_with_its_id_from_the_first_ring() {
    let mut page = ringing();
    let state_now = &page.call().state;
    assert_eq!((state_now.direction, state_now.phase), (Direction::Inbound, Phase::Ringing));
    assert_eq!((state_now.hotline.as_deref(), state_now.provider_id.as_deref()), (Some(HOTLINE), Some(CALL)));
    let asked = page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers");
    assert_eq!(ordered(&asked), [(Order::Answer, Some(CALL.to_owned()))]);
    page.hear(&[answered(CALL), state(CALL, true, 3, 200)]);
    assert_eq!(page.call().state.phase, Phase::Talking);
    page.hear(&[state(CALL, true, 6, -1), gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    assert_eq!(page.tab.desk.calls().len(), 1);
}

#[test]
fn what_is_done_here_comes_back_as_an_answer_only() {
    let mut page = talking();
    page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("hangs up");
    page.hear(&[gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    let mut page = ringing();
    page.tab.wishes(Command::Reject { call: page.tab.id() }).expect("rejects");
    page.hear(&[gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Rejected));
    let mut page = ringing();
    page.hear(&[state(CALL, true, 6, -1)]);
    assert_eq!(page.outcome(), Some(Outcome::Missed));
}

#[test]
fn outbound_with_its_id_from_the_answer_to_the_wish() {
    let mut page = dialling();
    assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL));
    page.hear(&[state(CALL, false, 1, 100), state(CALL, false, 2, 180), state(CALL, false, 2, 183)]);
    assert_eq!(page.call().state.phase, Phase::Ringing);
    page.hear(&[state(CALL, false, 3, 200)]);
    assert_eq!(page.call().state.phase, Phase::Talking);
    page.hear(&[state(CALL, false, 6, -1), gone(CALL)]);
    assert_eq!((page.outcome(), page.call().state.direction), (Some(Outcome::Answered), Direction::Outbound));
    let taken = page.facts().into_iter().filter(|what| *what == What::DialTaken).count();
    assert_eq!((taken, page.tab.desk.calls().len()), (1, 1));
}

#[test]
fn a_call_that_comes_in_while_dialling_is_another_one() {
    let mut page = dialling();
    page.hear(&[incoming(OTHER_CALL, OTHER)]);
    assert_eq!(page.tab.desk.calls().len(), 2);
    assert_eq!(page.tab.desk.calls()[0].state.phase, Phase::Dialing);
    assert_eq!(page.call().state.direction, Direction::Inbound);
    page.hear(&[state(CALL, false, 5, 486)]);
    assert_eq!(page.outcome_of(CALL), failed(Failure::Busy));
    assert!(page.call().is_live(), "the end was the other's");
}

#[test]
fn a_second_call_can_be_refused_beside_a_conversation() {
    let mut page = talking();
    page.hear(&[incoming(OTHER_CALL, OTHER)]);
    assert_eq!(page.tab.wishes(Command::Answer { call: page.tab.id() }), Err(Refused::AlreadyInCall));
    let asked = page.tab.wishes(Command::Reject { call: page.tab.id() }).expect("rejects");
    assert_eq!(ordered(&asked), [(Order::End, Some(OTHER_CALL.to_owned()))]);
    page.hear(&[gone(OTHER_CALL)]);
    assert_eq!(page.outcome_of(OTHER_CALL), Some(Outcome::Rejected));
    assert_eq!(page.outcome_of(CALL), None);
}

#[test]
fn refusals_are_told_by_their_codes() {
    let busy = json!({"msg": "AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL"}).to_string();
    for (r, custom, reason) in [
        (11, "", Failure::NotPermitted),
        (8, "", Failure::Unpaid),
        (15, "", Failure::HotlineRefused),
        (18, "", Failure::ServerSilent),
        (9, busy.as_str(), Failure::MemberBusy),
        (77, "", Failure::Other { code: "77".to_owned() }),
    ] {
        let mut page = Page::ready();
        page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
        page.hear(&[json!({"said": "make_call", "call": "", "r": r, "to": CUSTOMER, "custom": custom})]);
        assert_eq!(page.outcome(), failed(reason.clone()));
        assert!(page.tab.was_told(&Notice::CallFailed(reason)));
        assert_eq!(page.tab.desk.can(Ability::Dial, None), Ok(()));
    }
}

#[test]
fn the_customer_s_end_says_why() {
    for (code, sip, reason) in [
        (5, 486, Failure::Busy),
        (5, 603, Failure::Busy),
        (6, 480, Failure::TemporarilyUnreachable),
        (6, 408, Failure::NoAnswer),
        (6, 404, Failure::Unreachable),
        (6, 503, Failure::Provider),
    ] {
        let mut page = dialling();
        page.hear(&[state(CALL, false, 2, 180), state(CALL, false, code, sip), gone(CALL)]);
        assert_eq!(page.outcome(), failed(reason));
        assert_eq!(page.tab.desk.calls().len(), 1);
    }
}

#[test]
fn a_refused_microphone_fails_a_call_out_and_keeps_a_call_in_from_being_answered() {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[json!({"said": "make_call", "call": CALL, "r": 1000, "to": CUSTOMER})]);
    assert_eq!(page.outcome(), failed(Failure::NoMicrophone));
    assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL));
    let mut page = ringing();
    page.hear(&[json!({"said": "error", "call": CALL, "code": 1000})]);
    assert_eq!(page.tab.wishes(Command::Answer { call: page.tab.id() }), Err(Refused::NoMicrophone));
    page.tab.wishes(Command::Reject { call: page.tab.id() }).expect("can be refused all the same");
}

#[test]
fn a_hang_up_before_the_call_has_an_id_names_none() {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    let asked = page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("hangs up");
    assert_eq!(ordered(&asked), [(Order::End, None)]);
    page.hear(&[dialled(CALL), gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Cancelled));
}

#[test]
fn an_acknowledgement_may_take_long_and_a_call_that_nobody_waits_for_is_ended() {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.tab.waits(15_000);
    assert!(page.call().is_live());
    let outputs = page.tab.waits(5_000);
    assert_eq!(ordered(&outputs), [(Order::End, None)], "should it be dialled after all");
    assert_eq!(page.outcome(), failed(Failure::Ignored));
}

#[test]
fn hold_and_mute_follow_what_is() {
    for mut page in [talking(), {
        let mut page = dialling();
        page.hear(&[state(CALL, false, 3, 200)]);
        page
    }] {
        let id = page.tab.id();
        page.tab.wishes(Command::Hold { call: id.clone() }).expect("holds");
        page.hear(&[held(CALL, true, 0)]);
        assert!(page.call().state.held_since.is_some());
        page.tab.wishes(Command::Resume { call: id.clone() }).expect("resumes");
        page.hear(&[held(CALL, false, 1)]);
        assert!(page.tab.was_told(&Notice::HoldFailed { held: true }));
        page.tab.wishes(Command::Mute { call: id.clone() }).expect("mutes, in calls out too");
        page.hear(&[json!({"said": "muted", "call": CALL, "on": true})]);
        assert!(page.call().state.muted);
        page.tab.wishes(Command::Tone { call: id, key: '5' }).expect("sends a tone");
        page.hear(&[json!({"said": "tone", "call": CALL, "key": "5", "r": 0})]);
        assert!(page.facts().contains(&What::ToneSent { key: '5' }));
    }
}

#[test]
fn another_device_answers_and_the_call_is_only_shown_here() {
    for kind in ["CALL_STATE", "CALL2_STATE"] {
        let mut page = ringing();
        page.hear(&[elsewhere(CALL, kind, 200)]);
        assert_eq!(page.call().state.phase, Phase::Talking);
        for what in [Ability::HangUp, Ability::Hold, Ability::Mute, Ability::Tone] {
            assert_eq!(page.tab.desk.can(what, Some(&page.tab.id())), Err(Refused::NotOnThisDevice), "{what:?}");
        }
        page.hear(&[elsewhere(CALL, "CALL_END", -1), gone(CALL)]);
        assert_eq!(page.outcome(), Some(Outcome::Answered));
    }
    let mut page = ringing();
    page.hear(&[elsewhere(CALL, "CALL_STATE", 486)]);
    assert_eq!(page.outcome(), Some(Outcome::Rejected));
}

#[test]
fn the_member_is_called_first_for_a_call_out_of_theirs() {
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.hear(&[own_leg(CALL, CUSTOMER)]);
    assert_eq!(page.tab.desk.calls().len(), 1, "it is no call in");
    assert_eq!(page.call().state.provider_id.as_deref(), Some(CALL));
    assert!(page.facts().contains(&What::OwnDeviceRinging));
    let asked = page.tab.wishes(Command::Answer { call: page.tab.id() }).expect("answers the own leg");
    assert_eq!(ordered(&asked), [(Order::Answer, Some(CALL.to_owned()))]);
    page.hear(&[answered(CALL), state(CALL, true, 3, 200)]);
    assert_eq!(page.call().state.phase, Phase::Dialing, "the own leg is no answer of the customer's");
    assert_eq!(page.tab.desk.can(Ability::Answer, Some(&page.tab.id())), Err(Refused::NotRinging));
    page.tab.hears(domain::calls::Event::Of {
        id: CALL.to_owned(),
        what: Box::new(domain::calls::Event::CustomerAnswered),
    });
    assert_eq!(page.call().state.phase, Phase::Talking);
    page.hear(&[gone(CALL)]);
    assert_eq!((page.outcome(), page.call().state.direction), (Some(Outcome::Answered), Direction::Outbound));
}

#[test]
fn the_own_leg_is_answered_by_itself_where_the_member_wants_that() {
    let mut page = Page::ready();
    page.tab.desk.set_answers_own_leg(true);
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    let outputs = page.hear(&[own_leg(CALL, "0901234567")]);
    assert_eq!(ordered(&outputs), [(Order::Answer, Some(CALL.to_owned()))]);
    let mut page = Page::ready();
    page.tab.desk.set_answers_own_leg(true);
    page.hear(&[incoming(CALL, CUSTOMER)]);
    assert_eq!(page.tab.ordered(&Order::Answer), 0, "a call in is answered by hand");
}

#[test]
fn a_masked_number_is_called_by_its_seal_and_the_own_leg_answered_by_itself() {
    let (number, seal) = ("~090•••••67~c2VhbA", "~~c2VhbA");
    let mut page = Page::ready();
    let dial = Command::Dial { number: number.to_owned() };
    let outputs = page.tab.wishes(dial.clone()).expect("dials");
    assert_eq!(ordered(&outputs), [(Order::Dial { number: number.to_owned() }, None)]);
    let outputs = page.hear(&[own_leg(CALL, seal)]);
    assert_eq!(ordered(&outputs), [(Order::Answer, Some(CALL.to_owned()))], "whoever pressed it wished to call");
    assert_eq!((page.tab.desk.calls().len(), page.call().state.number.as_str()), (1, number));
    page.hear(&[gone(CALL)]);
    page.tab.wishes(dial).expect("dials again");
    let outputs = page.hear(&[own_leg("call-vn-1-B", "~~YW5vdGhlcg")]);
    assert_eq!(ordered(&outputs), [], "another number's leg is another call, and is answered by hand");
}

#[test]
fn an_own_leg_that_was_asked_for_somewhere_else_begins_a_call_out() {
    let mut page = Page::ready();
    page.hear(&[own_leg(CALL, CUSTOMER), own_leg(CALL, CUSTOMER)]);
    assert_eq!(page.tab.desk.calls().len(), 1);
    let state = &page.call().state;
    assert_eq!((state.direction, state.number.as_str()), (Direction::Outbound, CUSTOMER));
    let mut page = Page::ready();
    page.tab.wishes(Command::Dial { number: CUSTOMER.to_owned() }).expect("dials");
    page.tab.wishes(Command::HangUp { call: page.tab.id() }).expect("gives up");
    let outputs = page.hear(&[own_leg(CALL, CUSTOMER)]);
    assert_eq!(ordered(&outputs), [(Order::End, Some(CALL.to_owned()))], "it comes too late");
}

#[test]
fn passing_on_to_a_colleague_a_queue_or_a_number() {
    let targets = [
        (TransferTarget::Seat("agent_minh".to_owned()), Order::TransferToSeat { seat: "agent_minh".to_owned() }),
        (TransferTarget::Queue("QU_1".to_owned()), Order::TransferToQueue { queue: "QU_1".to_owned() }),
        (TransferTarget::Number(OTHER.to_owned()), Order::TransferToNumber { number: OTHER.to_owned() }),
    ];
    for (to, order) in targets {
        let mut page = talking_in_second_class();
        page.tab.wishes(Command::Transfer { call: page.tab.id(), to: to.clone() }).expect("passes on");
        assert_eq!(page.tab.ordered(&order), 1);
        page.hear(&[json!({"said": "transferred", "call": CALL, "r": 0}), state(CALL, true, 6, -1), gone(CALL)]);
        assert!(page.call().state.transferred, "{to:?}");
        assert_eq!(page.outcome(), Some(Outcome::Answered));
    }
    for (r, reason) in [(json!(null), TransferFailure::NotPossible), (json!(1), TransferFailure::NotInACall)] {
        let mut page = talking_in_second_class();
        let to = TransferTarget::Queue("QU_1".to_owned());
        page.tab.wishes(Command::Transfer { call: page.tab.id(), to }).expect("passes on");
        page.hear(&[json!({"said": "transferred", "call": CALL, "r": r})]);
        assert!(page.tab.was_told(&Notice::TransferFailed(reason)));
        assert!(page.call().is_live());
    }
}

#[test]
fn a_call_of_the_first_class_is_not_passed_on_to_a_queue() {
    let mut page = talking();
    let call = page.tab.id();
    assert!(!page.tab.desk.passes_on_to_queues(&call));
    let to = TransferTarget::Queue("QU_1".to_owned());
    assert_eq!(page.tab.wishes(Command::Transfer { call: call.clone(), to }), Err(Refused::NotToQueues));
    let to = TransferTarget::Seat("agent_minh".to_owned());
    assert!(page.tab.wishes(Command::Transfer { call, to }).is_ok(), "to a colleague it is");
}

#[test]
fn presence_is_said_by_its_direction() {
    let mut page = Page::ready();
    page.tab.wishes(Command::TogglePresence).expect("goes online");
    assert_eq!(page.tab.ordered(&Order::Presence { online: true }), 1);
    page.tab.hears(domain::calls::Event::PresenceIs(Presence::Online));
    page.tab.wishes(Command::TogglePresence).expect("goes offline");
    assert_eq!(page.tab.ordered(&Order::Presence { online: false }), 1);
}

#[test]
fn a_call_that_the_server_has_forgotten_ends_without_a_word_of_the_server() {
    let mut page = talking();
    page.hear(&[gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
    let mut page = talking();
    page.hear(&[json!({"said": "error", "call": CALL, "code": 1001}), gone(CALL)]);
    assert_eq!(page.outcome(), Some(Outcome::Answered));
}

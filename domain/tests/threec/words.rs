//! 3C's words one by one: callbacks, functions, error tables, numbers, token.

use domain::calls::{Colleague, Device, Event, Failure, Order, Presence, TransferFailure, TransferOffer};
use domain::telephone::TelephoneProblem;
use domain::threec::{
    CALLBACKS, FUNCTIONS, NotDialable, SCRIPTS, VoiceSnapshot, call_failure, callback, device_code, dialable, lacks,
    login_answer, login_problem, order, token_payload, transfer_failure,
};
use domain::times::Millis;
use serde_json::{Value, json};
use std::collections::HashSet;

fn said(name: &str, args: &[Value]) -> Option<Event> {
    let events = callback(name, args, &VoiceSnapshot::default());
    assert!(events.len() <= 1);
    events.into_iter().next()
}

#[test]
fn every_callback_is_known_once() {
    assert_eq!(CALLBACKS.iter().collect::<HashSet<_>>().len(), 25);
    let silent = ["csTransferSurveyResponse"];
    for name in CALLBACKS {
        let argument = match name {
            "csShowEnableVoice" => json!(true),
            "csShowCallStatus" => json!("Online"),
            "csTransferCallResponse" => json!("OK"),
            _ => json!("1"),
        };
        assert_eq!(said(name, &[argument]).is_none(), silent.contains(&name), "{name}");
    }
}

#[test]
fn arguments_come_as_text_number_or_not_at_all() {
    let none: &[Value] = &[];
    let ring = |number: &str| Some(Event::Ringing { number: number.to_owned(), hotline: None });
    assert_eq!(said("csCallRinging", &[json!("0901234567")]), ring("0901234567"));
    assert_eq!(said("csCallRinging", &[json!(901_234_567)]), ring("901234567"));
    for empty in [none, &[Value::Null], &[json!("undefined")], &[json!({})], &[json!("")]] {
        assert_eq!(said("csCallRinging", empty), ring(""));
        assert_eq!(said("csCurrentCallId", empty), None);
        assert_eq!(said("csShowDeviceType", empty), None);
        assert_eq!(said("csShowCallStatus", empty), None);
        assert_eq!(said("csShowEnableVoice", empty), None);
        assert_eq!(said("csTransferCallResponse", empty), None);
        assert_eq!(said("csInitError", empty), Some(Event::SignInRefused { code: None }));
        assert_eq!(said("csListTransferAgent", empty), Some(Event::Colleagues(vec![])));
    }
    assert_eq!(said("csInitError", &[json!(401)]), Some(Event::SignInRefused { code: Some("401".to_owned()) }));
    let reconnecting = Some(Event::Reconnecting { attempt: 2, total: 10 });
    assert_eq!(said("csNotifyReconnecting", &[json!("2"), json!(10.0)]), reconnecting);
    assert_eq!(said("csNotifyReconnecting", none), Some(Event::Reconnecting { attempt: 0, total: 0 }));
}

#[test]
fn states_and_devices() {
    for (word, presence) in
        [("Online", Presence::Online), ("Offline", Presence::Offline), ("No Answer", Presence::NoAnswer)]
    {
        assert_eq!(said("csShowCallStatus", &[json!(word)]), Some(Event::PresenceIs(presence)));
    }
    assert_eq!(said("csShowCallStatus", &[json!("Lunch")]), None);
    for (argument, on) in [(json!(true), true), (json!("false"), false), (json!(1), true), (json!("0"), false)] {
        assert_eq!(said("csShowEnableVoice", &[argument]), Some(Event::VoiceIs(on)));
    }
    for code in [1, 2, 3, 4, 6, 8] {
        let Some(Event::DeviceIs(device)) = said("csShowDeviceType", &[json!(code)]) else {
            panic!("device {code} is not known");
        };
        assert_eq!(device_code(&device), code);
    }
    assert_eq!(said("csShowDeviceType", &[json!("8")]), Some(Event::DeviceIs(Device::Other(8))));
}

#[test]
fn what_the_voice_object_says_counts() {
    let voice = VoiceSnapshot { is_hold: Some(false), call_id: Some("a".to_owned()), ..VoiceSnapshot::default() };
    assert_eq!(callback("csHoldCall", &[], &voice), [Event::HeldIs(false)]);
    assert_eq!(said("csHoldCall", &[]), Some(Event::HeldIs(true)));
    assert_eq!(said("csUnHoldCall", &[]), Some(Event::HeldIs(false)));
    let failed = Event::DialFailed { reason: Failure::Provider, provider_id: Some("a".to_owned()) };
    assert_eq!(callback("showCalloutError", &[], &voice), [failed]);
}

#[test]
fn colleagues_and_offers_may_lack_anything() {
    let list = json!([{"ipPhone": "5001", "userName": "Lan"}, {"ipPhone": 401}, {"userName": "x"}, null, 7]);
    let colleague = |seat: &str, name: &str| Colleague { seat: seat.to_owned(), name: name.to_owned() };
    let known = Some(Event::Colleagues(vec![colleague("5001", "Lan"), colleague("401", "401")]));
    assert_eq!(said("csListTransferAgent", std::slice::from_ref(&list)), known);
    assert_eq!(said("csListTransferAgent", &[json!(list.to_string())]), known);
    let offer = |call_id: Option<&str>, from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        let offer = TransferOffer { call_id: call_id.map(str::to_owned), from, to, since: Millis(0) };
        Some(Event::TransferOffered { offer })
    };
    let request = json!({"callId": "a", "dropAgentId": 5001, "newAgentId": "5000"});
    assert_eq!(said("csNewCallTransferRequest", &[request]), offer(Some("a"), "5001", "5000"));
    assert_eq!(said("csNewCallTransferRequest", &[Value::Null]), offer(None, "", ""));
}

#[test]
fn the_error_table_of_calls_out() {
    let customer = Some("IPCC_NOT_CONNECT_CUSTOMER");
    let other = |code: &str| Failure::Other { code: code.to_owned() };
    let table = [
        (customer, Some("404"), Failure::Unreachable),
        (customer, Some("486"), Failure::Busy),
        (customer, Some("408"), Failure::NoAnswerOrError),
        (customer, Some("403"), Failure::Unpaid),
        (customer, Some("487"), Failure::NoAnswer),
        (customer, Some("480"), Failure::TemporarilyUnreachable),
        (customer, Some("503"), other("SIP 503")),
        (customer, None, Failure::Provider),
        (Some("IPCC_NOT_CONNECT_AGENT_ID"), Some("480"), Failure::OwnDevice),
        (Some("CALLOUT_AGENT_BUSY"), Some("786"), Failure::MemberBusy),
        (Some("786"), None, Failure::MemberBusy),
        (Some("CALLOUT_PERMISSION_DENY"), None, Failure::NotPermitted),
        (Some("ERROR_CALLOUT_CONNECT"), Some(""), Failure::Provider),
        (Some("NEW_ERROR"), Some("500"), other("NEW_ERROR 500")),
        (Some("NEW_ERROR"), None, other("NEW_ERROR")),
        (None, Some("486"), Failure::Busy),
        (Some("undefined"), Some("undefined"), Failure::Provider),
        (None, None, Failure::Provider),
    ];
    for (code, sip, failure) in table {
        assert_eq!(call_failure(code, sip), failure, "{code:?} {sip:?}");
    }
}

#[test]
fn the_error_tables_of_transfer_and_login() {
    assert_eq!(transfer_failure(Some("NOT_CHOOSE_TYPE_TRANSFER")), TransferFailure::NothingChosen);
    assert_eq!(transfer_failure(Some("TRANSFER_CALL_FAILED")), TransferFailure::Failed);
    assert_eq!(transfer_failure(Some("NOT_IN_A_CALL")), TransferFailure::NotInACall);
    assert_eq!(transfer_failure(Some("COULD_NOT_GET_CALL_INFO")), TransferFailure::CallUnknown);
    assert_eq!(transfer_failure(Some("X")), TransferFailure::Other { code: "X".to_owned() });
    assert_eq!(transfer_failure(None), TransferFailure::Failed);
    assert_eq!(login_problem("404"), TelephoneProblem::DomainUnknown);
    assert_eq!(login_problem("405"), TelephoneProblem::DomainExpired);
    assert_eq!(login_problem("401"), TelephoneProblem::KeyRefused);
    assert_eq!(login_problem("400"), TelephoneProblem::SeatUnknown);
    assert_eq!(login_problem("500"), TelephoneProblem::ProviderError);
    assert_eq!(login_problem("502"), TelephoneProblem::ProviderError);
    assert_eq!(login_problem("302"), TelephoneProblem::Unintelligible);
}

#[test]
fn a_login_may_be_refused_inside_a_success() {
    let refused = |body: &str| login_answer(200, body).expect_err("refused");
    assert_eq!(login_answer(200, r#"{"code":"ok","user":{"user_id":7,"token":"t"}}"#), Ok(()));
    assert_eq!(login_answer(401, "whatever"), Err(TelephoneProblem::KeyRefused));
    assert_eq!(refused(r#"{"code":"errors","message":"404"}"#), TelephoneProblem::DomainUnknown);
    assert_eq!(refused(r#"{"code":"errors","message":"Token is invalid"}"#), TelephoneProblem::KeyRefused);
    assert_eq!(refused(r#"{"code":"errors","message":"domain expired"}"#), TelephoneProblem::DomainExpired);
    assert_eq!(refused(r#"{"code":"errors","message":"Domain not found"}"#), TelephoneProblem::DomainUnknown);
    assert_eq!(refused(r#"{"code":"errors","message":"ipphone 5000 unknown"}"#), TelephoneProblem::SeatUnknown);
    assert_eq!(refused(r#"{"code":"errors"}"#), TelephoneProblem::ProviderError);
    assert_eq!(refused(r#"{"code":400}"#), TelephoneProblem::SeatUnknown);
    assert_eq!(refused("<html>"), TelephoneProblem::Unintelligible);
    assert_eq!(refused("{}"), TelephoneProblem::Unintelligible);
}

#[test]
fn numbers_3c_dials() {
    let table = [
        ("+84901234567", "0901234567"),
        ("84901234567", "0901234567"),
        ("0084 901 234 567", "0901234567"),
        ("+84 (0)901.234-567", "0901234567"),
        ("0901 234 567", "0901234567"),
        ("(028) 3822 1234", "02838221234"),
        ("19001234", "19001234"),
        ("84123456", "84123456"),
        ("+1 650 253 0000", "0016502530000"),
    ];
    for (number, dialled) in table {
        assert_eq!(dialable(number).as_deref(), Ok(dialled), "{number}");
    }
    let refused = [
        ("", NotDialable::Empty),
        ("+ ", NotDialable::Empty),
        ("113", NotDialable::TooShort),
        ("1900123", NotDialable::TooShort),
        ("+49 1512 345 678 901", NotDialable::TooLong),
        ("0901234567 ext 5", NotDialable::NotANumber),
        ("+84+901234567", NotDialable::NotANumber),
    ];
    for (number, why) in refused {
        assert_eq!(dialable(number), Err(why), "{number}");
    }
}

#[test]
fn orders_name_functions_that_are_looked_for() {
    let mobile = Device::Mobile { number: "+84901234567".to_owned() };
    let table = [
        (Order::Dial { number: "+84901234567".to_owned() }, "csCallout", vec![json!("0901234567")]),
        (Order::Answer, "onAcceptCall", vec![]),
        (Order::End, "endCall", vec![]),
        (Order::Hold { on: true }, "holdCall", vec![]),
        (Order::Hold { on: false }, "holdCall", vec![]),
        (Order::Mute { on: true }, "muteCall", vec![]),
        (Order::Tone { key: '#' }, "sendDTMF", vec![json!("#")]),
        (Order::ListColleagues, "getTransferAgent", vec![]),
        (Order::TransferToSeat { seat: "401_202".to_owned() }, "csTransferCallAgent", vec![json!("401_202")]),
        (Order::TransferToQueue { queue: "7".to_owned() }, "csTransferCallAcd", vec![json!("7")]),
        (Order::AnswerOffer { accept: true }, "responseTransferAgent", vec![json!(1)]),
        (Order::AnswerOffer { accept: false }, "responseTransferAgent", vec![json!(0)]),
        (Order::TakeVoice, "csEnableCall", vec![]),
        (Order::Presence { online: true }, "changeCallStatus", vec![]),
        (Order::ChangeDevice { device: Device::IpPhone }, "changeDevice", vec![json!(4)]),
        (Order::ChangeDevice { device: mobile }, "changeDevice", vec![json!(3), json!("0901234567")]),
    ];
    for (asked, name, args) in table {
        assert_eq!(order(&asked), (name, args));
        assert!(FUNCTIONS.required.contains(&name) || FUNCTIONS.optional.contains(&name), "{name}");
    }
}

#[test]
fn what_a_build_lacks_is_said() {
    assert_eq!(lacks(|_| true), [Event::Lacks { functions: vec![] }, Event::TonesAre(true)]);
    let old = lacks(|name| name != "sendDTMF" && name != "csTransferCallAcd");
    assert_eq!(old, [Event::Lacks { functions: vec!["csTransferCallAcd".to_owned()] }, Event::TonesAre(false)]);
    assert_eq!(SCRIPTS.first(), Some(&"jquery.min.js"));
}

#[test]
fn the_token_is_in_vietnams_time_and_says_nothing_else() {
    let payload = token_payload("401_202", Millis(1_500_000_000_000));
    let text = serde_json::to_string(&payload).expect("can be written");
    assert_eq!(text, r#"{"ipphone":"401_202","expired":"2017-07-14 09:40:00"}"#);
}

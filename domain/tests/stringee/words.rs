//! Single words: numbers, aliases, orders, and messages that are none.

use domain::calls::{Device, Event, Failure, Order};
use domain::stringee::{
    Said, call_failure, call_first_alias, call_first_customer, callback, dialable, order, sign_in, sip_failure,
};
use domain::telephone::{Provider, SignInTicket};
use serde_json::json;

#[test]
fn numbers_are_digits_with_their_country() {
    for (written, dialled) in [
        ("+84901234567", "84901234567"),
        ("0901 234 567", "84901234567"),
        ("84 (0)901.234.567", "84901234567"),
        ("0084901234567", "84901234567"),
        ("+1 212 555 0100", "12125550100"),
        ("1900 1234", "19001234"),
        ("113", "113"),
    ] {
        assert_eq!(dialable(written).as_deref(), Some(dialled), "{written}");
    }
    for none in ["", "+", "12", "agent_ha", "0901234567x", "1234567890123456"] {
        assert_eq!(dialable(none), None, "{none}");
    }
}

#[test]
fn an_alias_says_for_whom_the_member_is_called_first() {
    let alias = call_first_alias("842471000001", "84901234567");
    assert_eq!(call_first_customer(&alias), Some("84901234567"));
    for other in ["84901234567", "callout_", "callout_842471000001->", "agent_ha"] {
        assert_eq!(call_first_customer(other), None, "{other}");
    }
}

#[test]
fn orders_say_which_call_they_are_about() {
    let said = |asked: &Order| order(asked, Some("id"), "842471000001");
    for (asked, message) in [
        (Order::Answer, json!({"do": "answer", "call": "id"})),
        (Order::End, json!({"do": "end", "call": "id"})),
        (Order::Hold { on: true }, json!({"do": "hold", "call": "id", "on": true})),
        (Order::Mute { on: false }, json!({"do": "mute", "call": "id", "on": false})),
        (Order::Tone { key: '#' }, json!({"do": "tone", "call": "id", "key": "#"})),
        (
            Order::Dial { number: "+84901234567".into() },
            json!({"do": "dial", "from": "842471000001", "to": "84901234567"}),
        ),
        (
            Order::TransferToSeat { seat: "agent_minh".into() },
            json!({"do": "transfer", "call": "id", "to": "agent_minh", "type": "agent"}),
        ),
        (
            Order::TransferToQueue { queue: "QU_1".into() },
            json!({"do": "transfer", "call": "id", "to": "QU_1", "type": "queue"}),
        ),
    ] {
        assert_eq!(said(&asked), Some(message));
    }
    let by_server = [
        Order::TransferToNumber { number: "84912000111".into() },
        Order::ListColleagues,
        Order::Presence { online: true },
    ];
    for asked in by_server {
        assert_eq!(said(&asked), None, "{asked:?}");
    }
    assert_eq!(order(&Order::End, None, ""), Some(json!({"do": "end", "call": ""})));
}

#[test]
fn the_frame_signs_in_with_what_the_server_gave() {
    let ticket = SignInTicket {
        provider: Provider::Stringee,
        service_address: "http://localhost:3000/sandbox/stringee/api".into(),
        domain: String::new(),
        token: "t".into(),
        seat: "agent_ha".into(),
        servers: vec!["ws://localhost:3000/sandbox/stringee/socket".into()],
        hotlines: Vec::new(),
    };
    let message = sign_in(&ticket);
    assert_eq!(message["api"], "http://localhost:3000/sandbox/stringee/api/", "the kit puts its path right behind");
    assert_eq!(message["servers"], json!(ticket.servers));
}

#[test]
fn codes_become_words() {
    assert_eq!(call_failure(12, ""), Failure::LinesFull);
    assert_eq!(call_failure(11, "no json"), Failure::NotPermitted);
    assert_eq!(call_failure(1001, ""), Failure::NoSound);
    assert_eq!((sip_failure(200), sip_failure(-1)), (None, None));
    assert_eq!(sip_failure(488), Some(Failure::Other { code: "SIP 488".into() }));
}

#[test]
fn a_call_of_a_colleague_names_no_hotline() {
    let said = json!({"said": "incoming", "call": "id", "from": "agent_minh", "from_alias": "agent_minh",
        "to": "agent_ha", "to_alias": "agent_ha"});
    let said: Said = serde_json::from_value(said).expect("a message");
    let ring = Event::Ringing { number: "agent_minh".into(), hotline: None };
    assert_eq!(callback(&said), [Event::Of { id: "id".into(), what: Box::new(ring) }]);
}

#[test]
fn signing_in_says_all_there_is_to_say() {
    let said: Said = serde_json::from_value(json!({"said": "authen", "r": 0})).expect("a message");
    let events = callback(&said);
    assert!(
        events.contains(&Event::DeviceIs(Device::Browser)) && events.last() == Some(&Event::Connected),
        "{events:?}"
    );
}

#[test]
fn what_is_no_message_of_the_frame_is_none() {
    for odd in [json!(null), json!("x"), json!({}), json!({"said": "x"}), json!({"said": "held", "call": 1})] {
        assert!(serde_json::from_value::<Said>(odd.clone()).is_err(), "{odd}");
    }
}

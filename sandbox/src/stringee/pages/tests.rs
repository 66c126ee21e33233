//! What pages are told, step by step.

use super::{Client, Command, Effect, Input, Pages, Report, RequestIds};
use crate::leg::{LegEvent, LegId, LegIds, LegOrder};
use crate::stringee::centre::words::{DeviceId, Outcome, Ring, Wish};
use crate::stringee::packets::{self, Class};
use crate::stringee::token::Holder;
use serde_json::{Value, json};

const LEG: LegId = LegId(900);

struct Floor(Pages);

impl Floor {
    fn with(devices: &[(u64, &str, &str)]) -> Self {
        let mut floor = Self(Pages::new(1, LegIds::default(), RequestIds::default()));
        for (device, user, client) in devices {
            floor.enters(*device, user, client);
        }
        floor
    }

    fn enters(&mut self, device: u64, user: &str, client: &str) -> Vec<Effect> {
        let holder = Holder { user: user.to_owned(), centre: true };
        let packet = packets::read(r#"{"service":2,"body":{"requestId":1}}"#).expect("a packet");
        let client = Client(client.to_owned());
        self.0.handle(Input::Enter { device: DeviceId(device), holder, client, browser: "b".to_owned(), packet })
    }

    fn says(&mut self, device: u64, service: u64, body: &Value) -> Vec<Effect> {
        let mut body = body.clone();
        body["requestId"] = json!(5);
        let packet = packets::read(&json!({"service": service, "body": body}).to_string()).expect("a packet");
        self.0.handle(Input::Said(DeviceId(device), packet))
    }

    fn rings(&mut self, user: &str) -> Vec<Effect> {
        let ring = Ring { call: "call-1".to_owned(), from: "84909000222".to_owned(), ..Ring::default() };
        self.0.handle(Input::Ring { leg: LEG, user: user.to_owned(), ring })
    }

    fn panel(&mut self, command: Command) -> Vec<Effect> {
        self.0.handle(Input::Command(command))
    }

    fn orders(&mut self, order: LegOrder) -> Vec<Effect> {
        self.0.handle(Input::Order(LEG, order))
    }
}

/// `device:service` of every packet, with the code of an answer.
fn told(effects: &[Effect]) -> Vec<String> {
    let line = |effect: &Effect| match effect {
        Effect::Tell(device, packet) => {
            let r = packet["body"].get("r").map_or_else(String::new, |r| format!("={r}"));
            Some(format!("{}:{}{r}", device.0, packet["service"]))
        }
        _ => None,
    };
    effects.iter().filter_map(line).collect()
}

fn events(effects: &[Effect]) -> Vec<LegEvent> {
    let event = |effect: &Effect| match effect {
        Effect::Centre(Report::Leg(_, event)) => Some(*event),
        _ => None,
    };
    effects.iter().filter_map(event).collect()
}

fn body(effects: &[Effect], service: u64) -> Value {
    let body = |effect: &Effect| match effect {
        Effect::Tell(_, packet) if packet["service"] == service => Some(packet["body"].clone()),
        _ => None,
    };
    effects.iter().find_map(body).unwrap_or_default()
}

#[test]
fn every_page_rings_and_the_first_to_answer_has_the_call() {
    let mut floor = Floor::with(&[(1, "ha", "one"), (2, "ha", "two"), (3, "minh", "one")]);
    let effects = floor.rings("ha");
    assert_eq!(told(&effects), ["1:33", "2:33"]);
    assert!(effects.contains(&Effect::Open(LEG)) && effects.contains(&Effect::Offer(LEG)));
    assert_eq!(told(&floor.0.handle(Input::Offered(LEG, "v=0".to_owned()))), ["1:29", "2:29"]);

    let effects = floor.says(1, 31, &json!({"callId": "call-1", "code": 180}));
    assert_eq!((told(&effects), events(&effects)), (vec!["1:31=0".to_owned()], vec![LegEvent::Ringing]));
    let effects = floor.says(2, 31, &json!({"callId": "call-1", "code": 200}));
    assert_eq!(told(&effects), ["2:31=0", "1:38"]);
    assert_eq!(events(&effects), [LegEvent::Answered]);
    let late = floor.says(1, 31, &json!({"callId": "call-1", "code": 200}));
    assert_eq!((told(&late), events(&late)), (vec!["1:31=2".to_owned()], vec![]));

    let sdp = json!({"callId": "call-1", "type": "sdp", "data": {"type": "answer", "sdp": "v=1"}});
    assert!(floor.says(2, 27, &sdp).contains(&Effect::Answer(LEG, "v=1".to_owned())));
    let effects = floor.orders(LegOrder::Hangup);
    assert_eq!(told(&effects), ["2:30", "1:38"]);
    assert!(effects.contains(&Effect::Silence(LEG)) && !floor.0.owns(LEG));
}

#[test]
fn a_refusal_ends_it_on_every_page() {
    let mut floor = Floor::with(&[(1, "ha", "one"), (2, "ha", "two")]);
    floor.rings("ha");
    let effects = floor.says(1, 31, &json!({"callId": "call-1", "code": 486}));
    assert_eq!((told(&effects), events(&effects)), (vec!["1:31=0".into(), "2:38".into()], vec![LegEvent::Failed(486)]));
    assert_eq!(body(&effects, 38), json!({"type": "CALL_STATE", "data": {"callId": "call-1", "code": 486}}));
    let gone = floor.says(2, 31, &json!({"callId": "call-1", "code": 200}));
    assert_eq!(told(&gone), ["2:31=1"]);
}

#[test]
fn nobody_there_is_480() {
    let mut floor = Floor::with(&[(1, "minh", "one")]);
    let effects = floor.rings("ha");
    assert_eq!((told(&effects), events(&effects)), (vec![], vec![LegEvent::Failed(480)]));
}

#[test]
fn a_device_that_is_no_page_can_answer_too() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    floor.rings("ha");
    let effects = floor.panel(Command::Elsewhere("ha".to_owned(), 200));
    assert_eq!((told(&effects), events(&effects)), (vec!["1:38".to_owned()], vec![LegEvent::Answered]));
}

#[test]
fn a_call_is_made_when_the_centre_allows_it() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    let effects = floor.says(1, 26, &json!({"fromNumber": "842471000001", "toNumber": "84909000222", "custom": "x"}));
    let Some(Effect::Centre(Report::Dial { request, leg, custom, .. })) = effects.last() else { panic!("{effects:?}") };
    assert_eq!((told(&effects), custom.as_str()), (vec![], "x"));
    assert!(floor.0.awaits(*request) && effects.contains(&Effect::Open(*leg)));
    let outcome = Outcome { call: Some("call-2".to_owned()), ..Outcome::default() };
    let effects = floor.0.handle(Input::Settle(*request, outcome));
    assert_eq!(told(&effects), ["1:26=0", "1:32"]);
    assert_eq!(body(&effects, 26)["toType"], "external");
    let offer = json!({"callId": "call-2", "type": "sdp", "data": {"type": "offer", "sdp": "v=0"}});
    assert!(floor.says(1, 27, &offer).contains(&Effect::Accept(*leg, "v=0".to_owned())));
    assert_eq!(body(&floor.0.handle(Input::Accepted(*leg, "v=1".to_owned())), 29)["data"]["type"], "answer");
    let effects = floor.0.handle(Input::Order(*leg, LegOrder::Answer));
    assert_eq!(body(&effects, 32)["code"], 200);
    let effects = floor.says(1, 28, &json!({"callId": "call-2"}));
    assert_eq!((told(&effects), events(&effects)), (vec!["1:28=0".to_owned()], vec![LegEvent::Ended]));
}

#[test]
fn a_call_is_refused_by_the_centre_by_the_token_and_by_the_panel() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    let call = json!({"fromNumber": "842471000001", "toNumber": "84909000222"});
    let effects = floor.says(1, 26, &call);
    let Some(Effect::Centre(Report::Dial { request, leg, .. })) = effects.last() else { panic!("{effects:?}") };
    let outcome = Outcome { r: 11, custom_data: Some("why".to_owned()), ..Outcome::default() };
    let refused = floor.0.handle(Input::Settle(*request, outcome));
    assert_eq!(
        (told(&refused), &body(&refused, 26)["customDataFromYourServer"]),
        (vec!["1:26=11".into()], &json!("why"))
    );
    assert!(!floor.0.owns(*leg));

    floor.panel(Command::RefuseCalls { user: "ha".to_owned(), r: 8, times: 1 });
    assert_eq!(told(&floor.says(1, 26, &call)), ["1:26=8"]);
    let holder = Holder { user: "minh".to_owned(), centre: false };
    let packet = packets::read(r#"{"service":2,"body":{}}"#).expect("a packet");
    let client = Client("one".to_owned());
    floor.0.handle(Input::Enter { device: DeviceId(2), holder, client, browser: String::new(), packet });
    assert_eq!(told(&floor.says(2, 26, &call)), ["2:26=11"]);
}

#[test]
fn a_client_that_comes_back_keeps_its_call_and_one_that_does_not_loses_it() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    floor.rings("ha");
    floor.says(1, 31, &json!({"callId": "call-1", "code": 200}));
    let gone = |device| Input::Missed(DeviceId(device));
    let effects = floor.0.handle(Input::Left(DeviceId(1)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Later(_, later) if *later == gone(1))));
    floor.enters(2, "ha", "one");
    assert_eq!(events(&floor.0.handle(gone(1))), []);
    assert_eq!(told(&floor.orders(LegOrder::Ringing)), ["2:32"]);

    floor.0.handle(Input::Left(DeviceId(2)));
    floor.enters(3, "ha", "another");
    assert_eq!(events(&floor.0.handle(gone(1))), [], "that was the time before");
    assert_eq!(events(&floor.0.handle(gone(2))), [LegEvent::Ended]);
}

#[test]
fn a_client_with_a_new_socket_loses_the_old_one() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    let effects = floor.enters(2, "ha", "one");
    assert!(effects.contains(&Effect::Close(DeviceId(1))));
    assert_eq!(told(&effects), ["2:2=0"]);
    assert_eq!(floor.0.devices_of("ha").collect::<Vec<_>>(), [DeviceId(2)]);
}

#[test]
fn pages_hear_of_each_other() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    let effects = floor.enters(2, "ha", "two");
    assert_eq!(told(&effects), ["2:2=0", "1:104"]);
    assert_eq!(body(&effects, 2)["clients"].as_array().map(Vec::len), Some(2));
    assert_eq!(body(&floor.0.handle(Input::Left(DeviceId(2))), 104)["status"], "disconnected");
}

#[test]
fn hold_keys_and_transfer_reach_the_centre() {
    let mut floor = Floor::with(&[(1, "ha", "one")]);
    floor.rings("ha");
    floor.says(1, 31, &json!({"callId": "call-1", "code": 200}));
    let keys = floor.says(1, 34, &json!({"callId": "call-1", "digits": "1x#"}));
    assert_eq!(events(&keys), [LegEvent::Digit('1'), LegEvent::Digit('#')]);
    let effects = floor.says(1, 100, &json!({"callId": "call-1", "hold": true}));
    let Some(Effect::Centre(Report::Wish(request, wish))) = effects.last() else { panic!("{effects:?}") };
    assert_eq!((told(&effects), wish), (vec![], &Wish::Hold { leg: LEG, on: true }));
    assert_eq!(told(&floor.0.handle(Input::Settle(*request, Outcome::default()))), ["1:100=0"]);
    let elsewhere = floor.says(1, 101, &json!({"callId": "call-9", "to": {"number": "minh"}}));
    assert_eq!(told(&elsewhere), ["1:101=1"]);
    let exists = floor.says(1, 205, &json!({"callId": "call-9"}));
    assert_eq!(body(&exists, 205)["exist"], false);
}

#[test]
fn a_room_has_a_mouth_and_an_ear() {
    let mut floor = Floor::with(&[(1, "ha", "one"), (2, "minh", "one")]);
    floor.panel(Command::Class("ha".to_owned(), Class::Call2));
    let effects = floor.rings("ha");
    let token = body(&effects, 129)["roomToken"].as_str().expect("a token").to_owned();
    assert_eq!(told(&effects), ["1:129"]);
    assert_eq!(told(&floor.says(1, 115, &json!({"roomToken": token}))), ["1:115=1"], "nobody has picked up");
    floor.says(1, 131, &json!({"callId": "call-1", "code": 200}));
    let room = body(&floor.says(1, 115, &json!({"roomToken": token})), 115);
    let track = room["tracks"][0]["serverId"].clone();
    assert_eq!(told(&floor.says(2, 115, &json!({"roomToken": token}))), ["2:115=1"], "not theirs");

    let sends = json!({"roomId": room["roomId"], "localPcId": "pc-a"});
    let mouth = body(&floor.says(1, 117, &sends), 117)["serverPcId"].clone();
    let offer = json!({"roomId": room["roomId"], "serverPcId": mouth, "data": {"type": "offer", "sdp": "v=0"}});
    assert!(floor.says(1, 108, &offer).contains(&Effect::Accept(LEG, "v=0".to_owned())));
    let answer = floor.0.handle(Input::Accepted(LEG, "v=1".to_owned()));
    assert_eq!(body(&answer, 110)["localTrackId"], "pc-a");

    let listens = json!({"roomId": room["roomId"], "localPcId": "pc-b", "subscribeTrackId": track});
    let effects = floor.says(1, 119, &listens);
    let Some(Effect::Ear { leg: LEG, ear }) = effects.first() else { panic!("{effects:?}") };
    let pc = body(&effects, 119)["serverPcId"].clone();
    let offer = json!({"roomId": room["roomId"], "serverPcId": pc, "data": {"type": "offer", "sdp": "v=2"}});
    assert!(floor.says(1, 108, &offer).contains(&Effect::Accept(*ear, "v=2".to_owned())));
    let answer = floor.0.handle(Input::Accepted(*ear, "v=3".to_owned()));
    assert_eq!((&body(&answer, 110)["localTrackId"], &body(&answer, 110)["serverTrackId"]), (&json!("pc-b"), &track));
}

#[test]
fn messages_reach_the_pages_of_a_user() {
    let mut floor = Floor::with(&[(1, "ha", "one"), (2, "minh", "one")]);
    let effects = floor.says(1, 54, &json!({"toUser": "minh", "message": {"hello": 1}}));
    assert_eq!(told(&effects), ["1:54=0", "2:55"]);
    assert_eq!(body(&effects, 55), json!({"fromUser": "ha", "message": {"hello": 1}}));
    assert_eq!(told(&floor.says(1, 54, &json!({"toUser": "nobody", "message": ""}))), ["1:54=1"]);
}

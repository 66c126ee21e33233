//! Tellings of calls as the provider sends them: of several legs, repeated, in any order.

use domain::calls::{Direction, Failure, HistoryCall};
use domain::stringee::{Event, Unreadable, event, legs};
use domain::times::Millis;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const CALL: &str = "call-vn-1-EHHC6JW1LT-1534145391502";
const CUSTOMER: &str = "84986776777";
const HOTLINE: &str = "842473082666";

fn read(body: &Value) -> Event {
    event(body.to_string().as_bytes(), Millis(0)).expect("a telling")
}

/// A telling of a call that came in; about a seat, or about the call.
fn inbound(status: &str, at: i64, seat: Option<&str>) -> Event {
    let to = json!({"number": seat.unwrap_or(HOTLINE), "alias": HOTLINE, "type": "internal", "is_online": true});
    read(&json!({
        "call_status": status, "call_id": CALL, "event_id": format!("{status}-{at}"), "timestamp_ms": at, "project_id": 25,
        "from": {"number": CUSTOMER, "alias": CUSTOMER, "type": "external"}, "to": to, "actor": seat.unwrap_or(CUSTOMER),
        "actorType": if seat.is_some() { "internal" } else { "external" }, "callCreatedReason": "EXTERNAL_CALL_IN",
        "request_from_user_id": "", "endCallCause": if status == "agentEnded" { "NO_ANSWER" } else { "USER_END_CALL" },
    }))
}

fn recording(at: i64) -> Event {
    read(&json!({"call_id": CALL, "recording_url": "https://api.example/x", "end_time": at.to_string()}))
}

/// One does not pick up, another does, and there is a recording.
fn passed_on() -> Vec<Event> {
    vec![
        inbound("created", 1_000, None),
        inbound("started", 2_000, Some("agent_1")),
        inbound("ringing", 3_000, Some("agent_1")),
        inbound("agentEnded", 13_000, Some("agent_1")),
        inbound("ringing", 14_000, Some("agent_2")),
        inbound("answered", 18_000, Some("agent_2")),
        inbound("ended", 60_000, Some("agent_2")),
        recording(60_000),
    ]
}

fn seats(calls: &[HistoryCall]) -> Vec<(Option<&str>, Option<i64>, Option<i64>)> {
    let ends = |call: &HistoryCall| (call.course.answered_at.map(|at| at.0), call.course.ended_at.map(|at| at.0));
    calls.iter().map(|call| (call.seat.as_deref(), ends(call).0, ends(call).1)).collect()
}

#[test]
fn the_end_of_one_leg_is_not_the_end_of_the_call() {
    let parts = legs(&passed_on());
    assert_eq!(seats(&parts), [(Some("agent_1"), None, Some(13_000)), (Some("agent_2"), Some(18_000), Some(60_000))]);
    assert_eq!(parts[0].record.missed_reason.as_deref(), Some("NO_ANSWER"));
    assert_eq!((parts[0].course.number.as_str(), parts[0].course.hotline.as_deref()), (CUSTOMER, Some(HOTLINE)));
    assert_eq!((parts[0].record.recorded, parts[1].record.recorded), (false, true), "whoever talked is on it");
    assert_eq!(parts[1].recording.as_ref().unwrap().stream, Some(format!("/v1/call/recording/{CALL}")));
    let running = legs(&passed_on()[..6]);
    assert_eq!(seats(&running)[1], (Some("agent_2"), Some(18_000), None));
}

#[test]
fn whoever_is_rung_again_has_another_part() {
    let mut told = passed_on();
    told.insert(4, inbound("ringing", 13_500, Some("agent_1")));
    told.insert(5, inbound("agentEnded", 13_900, Some("agent_1")));
    let parts = legs(&told);
    assert_eq!(parts.len(), 3);
    assert_ne!(parts[0].part, parts[1].part);
}

#[test]
fn a_call_that_nobody_was_rung_for_is_nobodys_once_it_is_over() {
    let waiting = [inbound("created", 1_000, None), inbound("answered", 2_000, None)];
    assert_eq!(legs(&waiting), [], "the menu picked up: nobody of us did");
    let left = [&waiting[..], &[inbound("ended", 30_000, None)]].concat();
    let parts = legs(&left);
    assert_eq!(seats(&parts), [(None, None, Some(30_000))]);
    assert_eq!(parts[0].course.direction, Direction::Inbound);
}

/// A telling of a call out, of which our telephone may ring first.
fn outbound(status: &str, at: i64, reason: &str, by_customer: bool, cause: &str) -> Event {
    read(&json!({
        "call_status": status, "call_id": CALL, "timestamp_ms": at, "callCreatedReason": reason,
        "from": {"number": "agent_1", "alias": HOTLINE, "type": "internal"},
        "to": {"number": CUSTOMER, "alias": CUSTOMER, "type": "external"},
        "actor": if by_customer { CUSTOMER } else { "agent_1" }, "actorType": if by_customer { "external" } else { "internal" },
        "request_from_user_id": "agent_1", "endCallCause": cause,
    }))
}

#[test]
fn a_call_out_is_answered_when_the_customer_picks_up() {
    let plain = |status, at| outbound(status, at, "CLIENT_MAKE_CALL", false, "");
    let parts = legs(&[plain("started", 0), plain("ringing", 1_000), plain("answered", 5_000)]);
    assert_eq!(seats(&parts), [(Some("agent_1"), Some(5_000), None)]);
    let first = |status, at| outbound(status, at, "SERVER_CALL_OUT_BY_MAKE_CALL_TO_APP_BEFORE", false, "");
    let ours = [first("started", 0), first("ringing", 1_000), first("answered", 3_000)];
    assert_eq!(seats(&legs(&ours)), [(Some("agent_1"), None, None)], "our own telephone was picked up");
    let both = [&ours[..], &[first("answered", 9_000)]].concat();
    assert_eq!(seats(&legs(&both)), [(Some("agent_1"), Some(9_000), None)]);
    let named =
        [&ours[..], &[outbound("answered", 9_500, "SERVER_CALL_OUT_BY_MAKE_CALL_TO_APP_BEFORE", true, "")]].concat();
    assert_eq!(legs(&named)[0].course.answered_at, Some(Millis(9_500)));
}

#[test]
fn why_a_call_out_failed_is_told() {
    let refused = |cause| {
        let told = [
            outbound("started", 0, "CLIENT_MAKE_CALL", false, ""),
            outbound("ended", 9, "CLIENT_MAKE_CALL", true, cause),
        ];
        legs(&told)[0].record.failure.clone()
    };
    assert_eq!(refused("486 Busy Here"), Some(Failure::Busy));
    assert_eq!(refused("NO_ANSWER"), Some(Failure::NoAnswer));
    assert_eq!(refused("480 Temporarily Unavailable"), Some(Failure::TemporarilyUnreachable));
    assert_eq!(refused("NEW_WORD"), Some(Failure::Other { code: "NEW_WORD".into() }));
    assert_eq!(refused("USER_END_CALL"), None);
}

#[test]
fn what_is_no_telling_is_refused() {
    for (body, why) in [("", Unreadable::NotAnEvent), ("[]", Unreadable::NotAnEvent), ("{}", Unreadable::NoCall)] {
        assert_eq!(event(body.as_bytes(), Millis(0)), Err(why), "{body}");
    }
    let bare = event(br#"{"call_id": "x", "call_status": 7}"#, Millis(5)).unwrap();
    assert_eq!(bare.at, Millis(5), "when it came, where it does not say when it was");
}

proptest! {
    #[test]
    fn order_and_repetition_do_not_matter(places in prop::collection::vec(any::<Index>(), 0..12), order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let told = passed_on();
        let mut delivered: Vec<Event> = order.iter().map(|at| told[*at].clone()).collect();
        delivered.extend(places.iter().map(|place| place.get(&told).clone()));
        prop_assert_eq!(legs(&delivered), legs(&told));
    }

    #[test]
    fn no_body_panics(body in "\\PC{0,200}") {
        let _read = event(body.as_bytes(), Millis(0));
    }
}

//! The call history as deployed engines write it, in all their spellings.

use domain::calls::{Direction, HistoryCall};
use domain::telephone::TelephoneProblem;
use domain::threec::history_page;
use domain::times::parse_local_naive;
use serde_json::{Value, json};

fn line(more: &Value) -> Value {
    let mut line = json!({
        "call_id": "20250901155817-VYVHFBXO-373", "caller": "0901234567", "called": "19001000", "agent_id": "5001",
        "call_type": 0, "start_time": "2026-11-20 09:00:00", "end_time": "2026-11-20 09:01:10",
        "wait_time": "00:00:10", "hold_time": "00:00:05", "talk_time": "00:01:00", "call_status": "meetAgent",
        "missed_reason": "", "end_status": "cus", "path": "/rec/1", "path_download": "/rec/1.mp3"
    });
    let object = line.as_object_mut().expect("an object");
    object.extend(more.as_object().expect("an object").clone());
    line
}

fn read(lines: &[Value]) -> Vec<HistoryCall> {
    let body = json!({"code": "ok", "numFound": lines.len(), "calls": lines}).to_string();
    history_page(200, &body).expect("a page").calls
}

fn one(more: &Value) -> HistoryCall {
    read(&[line(more)]).pop().expect("a call")
}

#[test]
fn a_line_is_read() {
    let call = one(&json!({}));
    assert_eq!((call.seat.as_deref(), call.course.provider_id.as_str()), (Some("5001"), "20250901155817-VYVHFBXO-373"));
    assert_eq!((call.course.direction, call.course.number.as_str()), (Direction::Inbound, "0901234567"));
    assert_eq!(call.course.hotline.as_deref(), Some("19001000"));
    assert_eq!(Some(call.course.started_at), parse_local_naive("2026-11-20 09:00:00"));
    assert_eq!(call.course.answered_at, parse_local_naive("2026-11-20 09:00:10"));
    assert_eq!((call.record.wait_ms, call.record.hold_ms, call.record.talk_ms), (10_000, 5_000, 60_000));
    assert_eq!((call.record.ended_by.as_deref(), call.record.recorded), (Some("cus"), true));
    assert_eq!(call.recording.expect("there").download.as_deref(), Some("/rec/1.mp3"));
}

#[test]
fn numbers_may_be_text_and_anything_may_be_missing() {
    let call = one(&json!({
        "call_type": "1", "caller": null, "called": 84901234567_i64, "wait_time": null, "hold_time": "",
        "missed_reason": null, "path": null, "path_download": "", "talk_time": "62"
    }));
    assert_eq!((call.course.direction, call.course.number.as_str()), (Direction::Outbound, "84901234567"));
    assert_eq!((call.record.talk_ms, call.record.recorded, call.recording), (62_000, false, None));
    assert_eq!(
        call.course.answered_at,
        parse_local_naive("2026-11-20 09:00:08"),
        "from the end, where no wait is told"
    );
}

#[test]
fn the_customer_s_number_may_stand_in_either_column() {
    let swapped = one(&json!({"caller": "5001", "called": "0901234567"}));
    assert_eq!((swapped.course.number.as_str(), swapped.course.hotline), ("0901234567", None));
    let hidden = one(&json!({"caller": "", "called": "5001"}));
    assert_eq!((hidden.course.number.as_str(), hidden.course.hotline), ("", None), "a hidden number");
}

#[test]
fn a_missed_call_has_its_reason_and_an_answered_one_has_none() {
    let missed =
        json!({"call_status": "miss", "talk_time": "00:00:00", "missed_reason": "abandoned", "agent_id": null});
    let missed = one(&missed);
    assert_eq!((missed.course.answered_at, missed.seat.clone()), (None, None));
    assert_eq!(missed.record.missed_reason.as_deref(), Some("abandoned"));
    assert_eq!(one(&json!({"missed_reason": "left over"})).record.missed_reason, None);
    let agent_only = one(&json!({"call_type": 1, "talk_time": "00:00:00"}));
    assert_eq!(agent_only.course.answered_at, None, "only the member's own telephone was reached");
}

#[test]
fn lines_that_are_not_over_or_not_readable_are_left_out() {
    let lines = [
        line(&json!({"end_time": null})),
        line(&json!({"call_id": ""})),
        line(&json!({"start_time": "yesterday"})),
        line(&json!({"call_type": 7})),
        line(&json!({"call_type": 1, "caller": null, "called": null})),
        json!("not a line"),
        line(&json!({})),
    ];
    let body = json!({"code": "OK", "numFound": "7", "calls": lines}).to_string();
    let page = history_page(200, &body).expect("a page");
    assert_eq!((page.lines, page.calls.len(), page.unreadable, page.total), (7, 1, 5, Some(7)));
}

#[test]
fn lines_that_share_an_id_are_each_member_s_part() {
    let nobody = line(&json!({"agent_id": "", "call_status": "miss", "talk_time": null}));
    let seats = |lines: &[Value]| -> Vec<Option<String>> { read(lines).into_iter().map(|call| call.seat).collect() };
    let lines = [line(&json!({"call_status": "miss"})), nobody.clone(), line(&json!({"agent_id": 5002}))];
    assert_eq!(seats(&lines), [Some("5001".to_owned()), Some("5002".to_owned())]);
    assert_eq!(seats(&[nobody]), [None]);
}

#[test]
fn every_refusal_is_told_apart() {
    let problem = |status, body: &str| history_page(status, body).err();
    for (status, expected) in [
        (401, TelephoneProblem::KeyRefused),
        (403, TelephoneProblem::KeyRefused),
        (404, TelephoneProblem::DomainUnknown),
        (429, TelephoneProblem::TooManyRequests),
        (503, TelephoneProblem::ProviderError),
        (302, TelephoneProblem::Unintelligible),
    ] {
        assert_eq!(problem(status, ""), Some(expected.clone()), "{status}");
        assert_eq!(problem(200, &json!({"code": status}).to_string()), Some(expected), "{status} inside a 200");
    }
    assert_eq!(problem(200, r#"{"code":"errors"}"#), Some(TelephoneProblem::ProviderError));
    for odd in ["", "<html>", "[]", "{}", r#"{"code":"ok"}"#, r#"{"code":"ok","calls":{}}"#] {
        assert_eq!(problem(200, odd), Some(TelephoneProblem::Unintelligible), "{odd}");
    }
    assert_eq!(history_page(200, r#"{"code":"Ok","numFound":0,"calls":null}"#).expect("empty").lines, 0);
}

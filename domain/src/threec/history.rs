//! 3C's call history, as the same engine offers it elsewhere: tolerant reading, for builds differ.
//!
//! `{code, numFound, calls: [{call_id, caller, called, agent_id, call_type 0 in 1 out, start_time, end_time, wait_time,
//! hold_time, talk_time, call_status meetAgent|miss, missed_reason, end_status, path, path_download}]}`; times are
//! Vietnam's without saying so, durations `HH:MM:SS`, numbers may be text, anything may be null.

use super::callbacks::text;
use crate::calls::{Course, Direction, HistoryCall, HistoryPage, HistoryRecord, RecordingAddress};
use crate::telephone::TelephoneProblem;
use crate::times::{Millis, SECOND, parse_local_naive};
use serde_json::Value;

/// Calls on a page at most.
pub const HISTORY_PAGE: usize = 500;
/// The longest time that may be asked for at once, in days.
pub const HISTORY_DAYS: i64 = 31;
/// How long the provider keeps calls by default, in days.
pub const HISTORY_KEPT_DAYS: i64 = 60;

/// What the history service answers.
///
/// # Errors
/// Why it does not tell.
pub fn history_page(status: u16, body: &str) -> Result<HistoryPage, TelephoneProblem> {
    if status != 200 {
        return Err(refusal(&status.to_string()));
    }
    let answer: Value = serde_json::from_str(body).map_err(|_| TelephoneProblem::Unintelligible)?;
    match word(&answer, "code").to_lowercase().as_str() {
        "ok" | "200" => {}
        code => return Err(refusal(code)),
    }
    let lines = match answer.get("calls") {
        Some(Value::Array(lines)) => lines.as_slice(),
        Some(Value::Null) | None if whole(&answer, "numFound") == Some(0) => &[],
        _ => return Err(TelephoneProblem::Unintelligible),
    };
    let mut page = HistoryPage {
        lines: lines.len(),
        total: whole(&answer, "numFound").and_then(|found| u64::try_from(found).ok()),
        ..HistoryPage::default()
    };
    for line in lines {
        match call(line) {
            Line::Over(call) => page.calls.push(*call),
            Line::Running => {}
            Line::Unreadable => page.unreadable += 1,
        }
    }
    page.calls = told_once(page.calls);
    Ok(page)
}

fn refusal(code: &str) -> TelephoneProblem {
    match code {
        "401" | "403" => TelephoneProblem::KeyRefused,
        "404" => TelephoneProblem::DomainUnknown,
        "429" => TelephoneProblem::TooManyRequests,
        code if code.len() == 3 && code.starts_with('5') => TelephoneProblem::ProviderError,
        "error" | "errors" => TelephoneProblem::ProviderError,
        _ => TelephoneProblem::Unintelligible,
    }
}

enum Line {
    Over(Box<HistoryCall>),
    Running,
    Unreadable,
}

fn call(line: &Value) -> Line {
    let (id, started_at) = (word(line, "call_id"), parse_local_naive(&word(line, "start_time")));
    let (Some(started_at), false, Some(direction)) = (started_at, id.is_empty(), direction(line)) else {
        return Line::Unreadable;
    };
    let Some(ended_at) = parse_local_naive(&word(line, "end_time")) else { return Line::Running };
    let seat = Some(word(line, "agent_id")).filter(|seat| !seat.is_empty() && seat != "0");
    let Some((number, hotline)) = numbers(line, direction, seat.as_deref()) else { return Line::Unreadable };
    let recording = recording(line);
    let mut record = HistoryRecord {
        course: None,
        failure: None,
        missed_reason: None,
        ended_by: said(line, "end_status"),
        wait_ms: duration(&word(line, "wait_time")),
        hold_ms: duration(&word(line, "hold_time")),
        talk_ms: duration(&word(line, "talk_time")),
        recorded: recording.is_some(),
    };
    let ended_at = ended_at.max(started_at);
    let answered_at = answered(line, direction, &record).then(|| answer(started_at, ended_at, &record));
    if answered_at.is_none() {
        record.missed_reason = said(line, "missed_reason");
    }
    let ended_at = Some(ended_at);
    let course = Course { provider_id: id, direction, number, hotline, started_at, answered_at, ended_at };
    record.course = Some(Box::new(course.clone()));
    Line::Over(Box::new(HistoryCall { seat, course, record, recording, part: None }))
}

fn direction(line: &Value) -> Option<Direction> {
    match whole(line, "call_type")? {
        0 => Some(Direction::Inbound),
        1 => Some(Direction::Outbound),
        _ => None,
    }
}

/// The customer's number, and ours where it is told. The customer's may stand in either column: it is never the seat.
fn numbers(line: &Value, direction: Direction, seat: Option<&str>) -> Option<(String, Option<String>)> {
    let (caller, called) = (word(line, "caller"), word(line, "called"));
    let (theirs, ours) = if direction == Direction::Inbound { (caller, called) } else { (called, caller) };
    let is_seat = |number: &str| seat == Some(number);
    let swapped = !is_seat(&ours) && (is_seat(&theirs) || theirs.is_empty() && direction == Direction::Outbound);
    let (theirs, ours) = if swapped { (ours, theirs) } else { (theirs, ours) };
    if theirs.is_empty() {
        // A hidden number of a call in.
        return (direction == Direction::Inbound).then_some((theirs, None));
    }
    let hotline = Some(ours).filter(|ours| !ours.is_empty() && !is_seat(ours));
    Some((theirs, hotline))
}

/// Of a call out "meetAgent" may only say that the member's own telephone was reached.
fn answered(line: &Value, direction: Direction, record: &HistoryRecord) -> bool {
    record.talk_ms > 0 || direction == Direction::Inbound && word(line, "call_status").eq_ignore_ascii_case("meetAgent")
}

/// When talking began. Some builds do not tell the wait, and some count the hold into the talk.
fn answer(started_at: Millis, ended_at: Millis, record: &HistoryRecord) -> Millis {
    let waited = started_at.plus(record.wait_ms);
    let talked = if record.talk_ms > 0 { ended_at.plus(-record.talk_ms - record.hold_ms) } else { waited };
    waited.max(talked).min(ended_at)
}

fn recording(line: &Value) -> Option<RecordingAddress> {
    let found = RecordingAddress { stream: said(line, "path"), download: said(line, "path_download") };
    (found.stream.is_some() || found.download.is_some()).then_some(found)
}

/// A call is told of once for each member it was at; a line without a member counts only where there is no other.
fn told_once(calls: Vec<HistoryCall>) -> Vec<HistoryCall> {
    let is_somebodys = |id: &str| calls.iter().any(|call| call.seat.is_some() && call.course.provider_id == id);
    let kept: Vec<bool> =
        calls.iter().map(|call| call.seat.is_some() || !is_somebodys(&call.course.provider_id)).collect();
    calls.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(call, _)| call).collect()
}

/// `HH:MM:SS`, `MM:SS` or seconds; anything else is nothing.
fn duration(text: &str) -> i64 {
    let parts: Option<Vec<i64>> = text.split(':').map(|part| part.trim().parse().ok().filter(|n| *n >= 0)).collect();
    let seconds =
        parts.unwrap_or_default().into_iter().fold(0_i64, |sum, part| sum.saturating_mul(60).saturating_add(part));
    seconds.saturating_mul(SECOND)
}

fn word(of: &Value, key: &str) -> String {
    text(of.get(key)).unwrap_or_default()
}

fn said(of: &Value, key: &str) -> Option<String> {
    text(of.get(key))
}

fn whole(of: &Value, key: &str) -> Option<i64> {
    word(of, key).parse().ok()
}

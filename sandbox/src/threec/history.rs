//! `GET {domain}/api/v1/calls`: the history of calls, and the recordings it names.

use super::{History, ThreeC};
use crate::address::Address;
use crate::archive::Line;
use crate::exchange::Direction;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDateTime;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Lines on a page at most.
const MOST: usize = 500;
/// The longest time that may be asked for at once.
const DAYS: i64 = 31;
/// How late a slow history is.
const SLOW: Duration = Duration::from_secs(60);
/// Where no recording is, and nobody should look.
const ELSEWHERE: &str = "http://169.254.169.254/latest/meta-data/";

/// The query; all of it may be left out.
#[derive(Deserialize)]
pub(super) struct Asked {
    start_time_since: Option<String>,
    start_time_to: Option<String>,
    call_id: Option<String>,
    phone: Option<String>,
    agent_id: Option<String>,
    call_type: Option<u8>,
    page: Option<usize>,
    count: Option<usize>,
}

/// Tells the calls that are over.
pub(super) async fn calls(
    State(threec): State<ThreeC>,
    Path(domain): Path<String>,
    Query(asked): Query<Asked>,
    address: Address,
    headers: HeaderMap,
) -> Response {
    match threec.gate.history() {
        History::Down => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        History::Limited => return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1")]).into_response(),
        History::Odd => return Json(json!({"code": "OK", "calls": {"0": "none"}})).into_response(),
        History::Slow => tokio::time::sleep(SLOW).await,
        History::Up | History::Private => {}
    }
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if bearer.and_then(|value| value.strip_prefix("Bearer ")) != Some(&threec.history_key) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if domain != *threec.domain {
        return StatusCode::NOT_FOUND.into_response();
    }
    match asked.window() {
        Ok(window) => Json(found(&threec, &asked, window, &address)).into_response(),
        Err(why) => Json(json!({"code": "errors", "message": why})).into_response(),
    }
}

type Window = (Option<NaiveDateTime>, Option<NaiveDateTime>);

impl Asked {
    fn window(&self) -> Result<Window, &'static str> {
        let time = |text: &Option<String>| match text {
            Some(text) => {
                NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").map(Some).map_err(|_| "no such time")
            }
            None => Ok(None),
        };
        let (since, to) = (time(&self.start_time_since)?, time(&self.start_time_to)?);
        let days = since.zip(to).map(|(since, to)| (to - since).num_days());
        if days.is_some_and(|days| days > DAYS) { Err("at most 31 days") } else { Ok((since, to)) }
    }

    fn wants(&self, line: &Line, (since, to): Window) -> bool {
        since.is_none_or(|since| line.start >= since)
            && to.is_none_or(|to| line.start <= to)
            && self.call_id.as_ref().is_none_or(|id| line.call == *id)
            && self.phone.as_ref().is_none_or(|phone| line.number == *phone)
            && self.agent_id.as_ref().is_none_or(|agent| line.ipphone.as_ref() == Some(agent))
            && self.call_type.is_none_or(|kind| kind == kind_of(line.direction))
    }
}

fn found(threec: &ThreeC, asked: &Asked, window: Window, address: &Address) -> Value {
    let lines = threec.company.archive().find(|line| asked.wants(line, window));
    let count = asked.count.unwrap_or(MOST).min(MOST);
    let first = asked.page.unwrap_or(1).saturating_sub(1) * count;
    let base = address.below(&format!("/{}/api/v1/calls", threec.domain));
    let scheme = if address.socket_scheme() == "wss" { "https" } else { "http" };
    let after = threec.gate.recording_after();
    let shown = lines.iter().skip(first).take(count).map(|line| {
        let ready = line.recording.as_ref().filter(|_| line.ended + after <= Instant::now());
        let address = ready.map(|name| format!("{scheme}://{base}/{}/recordings/{name}.wav", threec.domain));
        told(line, address.as_deref())
    });
    json!({"code": "OK", "numFound": lines.len(), "calls": shown.collect::<Vec<_>>()})
}

fn kind_of(direction: Direction) -> u8 {
    match direction {
        Direction::In => 0,
        Direction::Out => 1,
    }
}

fn told(line: &Line, recording: Option<&str>) -> Value {
    let met = !line.talk.is_zero();
    let (caller, called) = match line.direction {
        Direction::In => (&line.number, &line.hotline),
        Direction::Out => (&line.hotline, &line.number),
    };
    let reason = match (met, &line.ipphone) {
        (true, _) => "",
        (false, None) => "abandoned in queue",
        (false, Some(_)) => "no answer",
    };
    json!({
        "call_id": line.call,
        "caller": caller,
        "called": called,
        "agent_id": line.ipphone,
        "call_type": kind_of(line.direction).to_string(),
        "start_time": line.start.format("%Y-%m-%d %H:%M:%S").to_string(),
        "end_time": line.end.format("%Y-%m-%d %H:%M:%S").to_string(),
        "wait_time": clock(line.wait),
        "hold_time": clock(line.hold),
        "talk_time": clock(line.talk),
        "call_status": if met { "meetAgent" } else { "miss" },
        "missed_reason": reason,
        "end_status": if line.by_customer { "cus" } else { "system" },
        "path": recording,
        "path_download": recording,
    })
}

fn clock(time: Duration) -> String {
    // As their clocks show it: to the nearest second.
    let seconds = (time.as_millis() + 500) / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// A recording, or the part of it that is asked for.
pub(super) async fn recording(
    State(threec): State<ThreeC>,
    Path((_domain, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match threec.gate.history() {
        History::Private => return Redirect::temporary(ELSEWHERE).into_response(),
        History::Down => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        History::Slow => tokio::time::sleep(SLOW).await,
        History::Odd => return ([(header::CONTENT_TYPE, "text/html")], "<h1>Not a sound</h1>").into_response(),
        History::Up | History::Limited => {}
    }
    let sound = file.strip_suffix(".wav").and_then(|name| threec.company.archive().sound(name));
    let Some(sound) = sound else { return StatusCode::NOT_FOUND.into_response() };
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    part(sound, range)
}

fn part(sound: Vec<u8>, range: Option<&str>) -> Response {
    let whole = sound.len();
    let headers = [(header::CONTENT_TYPE, "audio/wav"), (header::ACCEPT_RANGES, "bytes")];
    let Some(range) = range else { return (headers, sound).into_response() };
    let wanted = range.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
    let bounds = wanted.and_then(|(from, to)| Some((from.parse::<usize>().ok()?, to.parse::<usize>().ok())));
    match bounds {
        Some((from, to)) if from < whole => {
            let to = to.unwrap_or(whole - 1).min(whole - 1).max(from);
            let range = [(header::CONTENT_RANGE, format!("bytes {from}-{to}/{whole}"))];
            (StatusCode::PARTIAL_CONTENT, headers, range, sound[from..=to].to_vec()).into_response()
        }
        _ => (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{whole}"))]).into_response(),
    }
}

//! The log of calls that are over, and their recordings.

use super::super::Stringee;
use super::super::centre::words::{Moment, Record};
use super::gate::Recording;
use crate::clock::vietnam;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::time::{Duration, UNIX_EPOCH};

pub(super) fn routes() -> Router<Stringee> {
    Router::new()
        .route("/api/v1/call/log", get(log))
        .route("/api/v1/call/recording/{id}", get(recording))
        .route("/api/v1/call/play/{id}", get(recording))
}

type Asked = HashMap<String, String>;

async fn log(State(stringee): State<Stringee>, Query(asked): Query<Asked>) -> Json<Value> {
    let mut found = stringee.log().find(|record| wanted(&asked, record));
    let ascending = |name: &str| asked.get(name).is_some_and(|order| order == "asc");
    if ascending("sort_order") || ascending("order_direction") {
        found.sort_by(|one, other| (one.start, &one.id).cmp(&(other.start, &other.id)));
    } else {
        found.sort_by(|one, other| Reverse((one.start, &one.id)).cmp(&Reverse((other.start, &other.id))));
    }
    let total = found.len();
    let number = |name: &str, usual: usize| asked.get(name).and_then(|text| text.parse().ok()).unwrap_or(usual);
    let show = |record: &Record| shown(&stringee, record);
    if asked.get("version").is_some_and(|version| version == "2") {
        let limit = number("limit", 10).clamp(1, 100);
        let first = after(&asked, &found);
        let page: Vec<&Record> = found.iter().skip(first).take(limit).collect();
        let last = page.last().map(|record| json!([record.start.0, record.id])).unwrap_or(json!([]));
        let calls: Vec<Value> = page.into_iter().map(show).collect();
        return Json(json!({"r": 0, "data": {"totalCalls": total, "search_after": last, "calls": calls}}));
    }
    let limit = number("limit", 10).clamp(1, 100);
    let page = number("page", 1).max(1);
    let calls: Vec<Value> = found.iter().skip((page - 1).saturating_mul(limit)).take(limit).map(show).collect();
    let pages = total.div_ceil(limit);
    Json(json!({
        "r": 0,
        "data": {"totalCalls": total.to_string(), "totalPages": pages, "currentPage": page, "limit": limit, "calls": calls},
    }))
}

/// Where the page begins that comes after `search_after`: the last call of the one before.
fn after(asked: &Asked, found: &[Record]) -> usize {
    let last = asked.get("search_after").or_else(|| asked.get("search_after[]"));
    let last = last.and_then(|text| serde_json::from_str::<(u64, String)>(text).ok());
    let at = last.and_then(|(_, id)| found.iter().position(|record| record.id == id));
    at.map_or(0, |at| at + 1)
}

fn wanted(asked: &Asked, record: &Record) -> bool {
    let is = |name: &str, value: &str| asked.get(name).is_none_or(|wanted| wanted.trim_start_matches('+') == value);
    let answer = record.answer.unwrap_or(Moment(0)).0;
    let times = [
        ("start_time", record.start.0),
        ("answer_time", answer),
        ("stop_time", record.stop.0),
        ("created_time", record.start.0 / 1_000),
    ];
    let bound = |name: String| asked.get(&name).and_then(|text| text.parse::<u64>().ok());
    let in_time = times.iter().all(|(name, time)| {
        bound(format!("from_{name}")).is_none_or(|from| *time >= from)
            && bound(format!("to_{name}")).is_none_or(|to| *time <= to)
    });
    in_time
        && is("id", &record.id)
        && is("from_user_id", &record.from_user)
        && is("from_number", &record.from)
        && is("to_number", &record.to)
}

fn shown(stringee: &Stringee, record: &Record) -> Value {
    let clock = |moment: Moment| vietnam(UNIX_EPOCH + Duration::from_millis(moment.0)).to_string();
    let talked = record.talked().as_secs();
    let answer = record.answer.map_or(0, |answer| answer.0);
    json!({
        "id": record.id,
        "uuid": record.id,
        "project_id": stringee.project().id,
        "project_name": "Sandbox",
        "account_id": 1_000,
        "from_user_id": record.from_user,
        "from_number": record.from,
        "to_number": record.to,
        "from_alias": record.from,
        "to_alias": record.to,
        "from_internal": u8::from(record.from_internal),
        "to_internal": 0,
        "start_time": record.start.0,
        "start_time_datetime": clock(record.start),
        "answer_time": answer,
        "answer_time_datetime": record.answer.map(clock),
        "first_answer_time": answer,
        "stop_time": record.stop.0,
        "stop_time_datetime": clock(record.stop),
        "created": record.start.0 / 1_000,
        "created_datetime": clock(record.start),
        "answer_duration": talked,
        "answer_duration_minutes": talked.div_ceil(60),
        "amount": 0,
        "recorded": u8::from(record.recorded),
        "record_path": record.recorded.then(|| format!("/recordings/{}.wav", record.id)),
        "video_call": 0,
        "object_type": "call",
        "participants": record.participants,
    })
}

/// 404 while it is not there yet, 400 when there will never be one.
async fn recording(State(stringee): State<Stringee>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let found = stringee.log().find(|record| record.id == id);
    let Some(record) = found.first() else { return StatusCode::NOT_FOUND.into_response() };
    let (how, late) = stringee.gate().recording();
    if !record.recorded {
        return StatusCode::BAD_REQUEST.into_response();
    }
    if how == Recording::Lost || record.ready(late) > stringee.now() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let sound = if how == Recording::Small { b"{\"r\":1}".to_vec() } else { record.sound() };
    part(sound, headers.get(header::RANGE).and_then(|range| range.to_str().ok()))
}

/// The bytes that were asked for: all of them, or one range.
fn part(sound: Vec<u8>, range: Option<&str>) -> Response {
    let kind = (header::CONTENT_TYPE, "audio/wav".to_owned());
    let total = sound.len();
    let asked = range.and_then(|range| range.strip_prefix("bytes=")?.split_once('-'));
    let Some((first, last)) = asked.and_then(|(first, last)| {
        let last = if last.is_empty() { total.checked_sub(1)? } else { last.parse::<usize>().ok()? };
        Some((first.parse::<usize>().ok()?, last.min(total.saturating_sub(1))))
    }) else {
        return ([kind], sound).into_response();
    };
    match sound.get(first..=last) {
        Some(bytes) => {
            let shown = (header::CONTENT_RANGE, format!("bytes {first}-{last}/{total}"));
            (StatusCode::PARTIAL_CONTENT, [kind, shown], bytes.to_vec()).into_response()
        }
        None => StatusCode::RANGE_NOT_SATISFIABLE.into_response(),
    }
}

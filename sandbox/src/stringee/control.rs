//! The control panel's requests about Stringee: make happen on demand what otherwise happens only to the unlucky.

use super::Stringee;
use super::centre::Snapshot;
use super::centre::words::{Command, Input, Patience, VirtualCaller};
use super::hooks::{Delivery, Forecast};
use super::rest::{Fault, Recording};
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::time::Duration;

const DONE: StatusCode = StatusCode::NO_CONTENT;

/// The requests, each a POST of JSON; only the one that changes nothing is a GET.
pub(super) fn router(stringee: Stringee) -> Router {
    Router::new()
        .route("/state", get(state))
        .route("/ring", post(ring))
        .route("/keys", post(keys))
        .route("/hangup", post(hang_up))
        .route("/answer", post(pick_up))
        .route("/refuse", post(refuse))
        .route("/patience", post(patience))
        .route("/hooks", post(hooks))
        .route("/rest", post(rest))
        .route("/rest/reset", post(rest_reset))
        .route("/recordings", post(recordings))
        .route("/empty", post(empty))
        .with_state(stringee)
}

impl Stringee {
    fn command(&self, command: Command) -> StatusCode {
        self.handle(Input::Command(command));
        DONE
    }
}

#[derive(Serialize)]
struct Everything {
    #[serde(flatten)]
    centre: Snapshot,
    deliveries: Vec<Delivery>,
    /// Legs of agents' pages that exist now.
    legs: usize,
}

async fn state(State(stringee): State<Stringee>) -> Json<Everything> {
    Json(Everything {
        centre: stringee.snapshot(),
        deliveries: stringee.hooks().deliveries(),
        legs: stringee.sdk_legs(),
    })
}

#[derive(Deserialize)]
struct RingRequest {
    number: String,
    /// The hotline; without one the first.
    to: Option<String>,
    /// Keys to press, one each second.
    #[serde(default)]
    keys: String,
    patience_ms: Option<u64>,
    talk_ms: Option<u64>,
}

async fn ring(State(stringee): State<Stringee>, Json(request): Json<RingRequest>) -> StatusCode {
    let first = stringee.project().hotlines.first().map(|hotline| hotline.number.clone());
    let Some(to) = request.to.or(first) else { return StatusCode::CONFLICT };
    stringee.command(Command::Ring(VirtualCaller {
        to,
        number: request.number,
        keys: request.keys,
        patience: request.patience_ms.map(Duration::from_millis),
        talks: request.talk_ms.map(Duration::from_millis),
    }))
}

#[derive(Deserialize)]
struct KeysRequest {
    number: String,
    keys: String,
}

async fn keys(State(stringee): State<Stringee>, Json(request): Json<KeysRequest>) -> StatusCode {
    stringee.command(Command::Keys(request.number, request.keys))
}

#[derive(Deserialize)]
struct Number {
    number: String,
}

async fn hang_up(State(stringee): State<Stringee>, Json(Number { number }): Json<Number>) -> StatusCode {
    stringee.command(Command::HangUp(number))
}

async fn pick_up(State(stringee): State<Stringee>, Json(Number { number }): Json<Number>) -> StatusCode {
    stringee.command(Command::Answer(number))
}

#[derive(Deserialize)]
struct RefuseRequest {
    number: String,
    /// A SIP status: 486 busy, 408 no answer, 480 unreachable ...
    status: u16,
}

async fn refuse(State(stringee): State<Stringee>, Json(request): Json<RefuseRequest>) -> StatusCode {
    match request.status {
        400..=699 => stringee.command(Command::Refuse(request.number, request.status)),
        _ => StatusCode::BAD_REQUEST,
    }
}

#[derive(Deserialize)]
struct PatienceRequest {
    customer_ms: Option<u64>,
    agent_ms: Option<u64>,
    queue_ms: Option<u64>,
    rounds: Option<u32>,
    poll_ms: Option<u64>,
    server_ms: Option<u64>,
    /// Queues with business hours are always open.
    #[serde(default)]
    open: bool,
}

async fn patience(State(stringee): State<Stringee>, Json(request): Json<PatienceRequest>) -> StatusCode {
    let usual = Patience::default();
    let or = |ms: Option<u64>, usual| ms.map_or(usual, |ms| Duration::from_millis(ms.max(1)));
    stringee.command(Command::Patience(Patience {
        customer: or(request.customer_ms, usual.customer),
        agent: or(request.agent_ms, usual.agent),
        queue: or(request.queue_ms, usual.queue),
        rounds: request.rounds.unwrap_or(usual.rounds),
        poll: or(request.poll_ms, usual.poll),
        server: or(request.server_ms, usual.server),
        open: request.open,
    }))
}

async fn hooks(State(stringee): State<Stringee>, Json(forecast): Json<Forecast>) -> StatusCode {
    stringee.hooks().forecast(forecast);
    DONE
}

async fn rest(State(stringee): State<Stringee>, Json(fault): Json<Fault>) -> StatusCode {
    stringee.gate().fail(fault);
    DONE
}

async fn rest_reset(State(stringee): State<Stringee>) -> StatusCode {
    stringee.gate().reset();
    DONE
}

#[derive(Deserialize)]
struct RecordingsRequest {
    #[serde(default)]
    answer: Recording,
    /// How long after a call its recording appears.
    after_ms: Option<u64>,
}

async fn recordings(State(stringee): State<Stringee>, Json(request): Json<RecordingsRequest>) -> StatusCode {
    stringee.gate().set_recording(request.answer, request.after_ms.map(Duration::from_millis));
    DONE
}

async fn empty(State(stringee): State<Stringee>) -> StatusCode {
    stringee.empty();
    DONE
}

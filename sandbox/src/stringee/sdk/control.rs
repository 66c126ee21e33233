//! The control panel's requests about agents' pages: make happen on demand what otherwise happens only to the unlucky.

use super::Sdk;
use super::gate::{Mishap, Refused, Weather};
use crate::stringee::packets::Class;
use crate::stringee::pages::{Command, Input};
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const DONE: StatusCode = StatusCode::NO_CONTENT;

/// The requests, each a POST of JSON; only the one that changes nothing is a GET.
pub(super) fn router(sdk: Sdk) -> Router {
    Router::new()
        .route("/state", get(state))
        .route("/drop", post(drop_sockets))
        .route("/expire", post(expire))
        .route("/authen", post(authen))
        .route("/calls", post(calls))
        .route("/class", post(class))
        .route("/elsewhere", post(elsewhere))
        .route("/silence", post(silence))
        .route("/mishaps", post(mishaps))
        .with_state(sdk)
}

impl Sdk {
    fn command(&self, command: Command) -> StatusCode {
        self.take(Input::Command(command));
        DONE
    }
}

async fn state(State(sdk): State<Sdk>) -> Json<Value> {
    let pages = sdk.pages();
    Json(json!({"users": pages.users(), "legs": pages.leg_count()}))
}

#[derive(Deserialize)]
struct DropRequest {
    user: String,
    /// How long the user's pages are kept out.
    #[serde(default)]
    refuse_ms: u64,
}

async fn drop_sockets(State(sdk): State<Sdk>, Json(request): Json<DropRequest>) -> StatusCode {
    let until = Instant::now() + Duration::from_millis(request.refuse_ms);
    sdk.0.gate.keep_out(request.user.clone(), until);
    sdk.command(Command::Drop(request.user))
}

#[derive(Deserialize)]
struct UserRequest {
    user: String,
}

async fn expire(State(sdk): State<Sdk>, Json(UserRequest { user }): Json<UserRequest>) -> StatusCode {
    sdk.0.gate.expire(&user);
    DONE
}

const fn once() -> u32 {
    1
}

#[derive(Deserialize)]
struct AuthenRequest {
    user: String,
    /// The code.
    r: i64,
    /// Where to go instead, for code 15.
    server: Option<String>,
    #[serde(default = "once")]
    times: u32,
}

async fn authen(State(sdk): State<Sdk>, Json(request): Json<AuthenRequest>) -> StatusCode {
    let AuthenRequest { user, r, server, times } = request;
    sdk.0.gate.refuse(user, Refused { r, server }, times);
    DONE
}

#[derive(Deserialize)]
struct CallsRequest {
    user: String,
    /// The code with which `makeCall` is refused.
    r: i64,
    #[serde(default = "once")]
    times: u32,
}

async fn calls(State(sdk): State<Sdk>, Json(CallsRequest { user, r, times }): Json<CallsRequest>) -> StatusCode {
    sdk.command(Command::RefuseCalls { user, r, times })
}

#[derive(Deserialize)]
struct ClassRequest {
    user: String,
    class: Class,
}

async fn class(State(sdk): State<Sdk>, Json(ClassRequest { user, class }): Json<ClassRequest>) -> StatusCode {
    sdk.command(Command::Class(user, class))
}

#[derive(Deserialize)]
struct ElsewhereRequest {
    user: String,
    /// 200 picks up, 486 refuses.
    code: u64,
}

async fn elsewhere(State(sdk): State<Sdk>, Json(request): Json<ElsewhereRequest>) -> StatusCode {
    match request.code {
        200 | 486 => sdk.command(Command::Elsewhere(request.user, request.code)),
        _ => StatusCode::BAD_REQUEST,
    }
}

#[derive(Deserialize)]
struct SilenceRequest {
    user: String,
    on: bool,
}

async fn silence(State(sdk): State<Sdk>, Json(SilenceRequest { user, on }): Json<SilenceRequest>) -> StatusCode {
    sdk.0.gate.fall_silent(user, on);
    DONE
}

#[derive(Deserialize)]
struct MishapRequest {
    user: String,
    what: Mishap,
    /// Only packets of this service.
    service: Option<u64>,
    #[serde(default = "once")]
    times: u32,
}

async fn mishaps(State(sdk): State<Sdk>, Json(request): Json<MishapRequest>) -> StatusCode {
    let MishapRequest { user, what: mishap, service, times } = request;
    sdk.0.gate.forecast(user, Weather { mishap, service, times });
    DONE
}

//! The control panel's requests: make happen on demand what otherwise happens only to the unlucky.

use crate::address::Address;
use crate::company::Company;
use crate::customers;
use crate::exchange::{CallIdRule, Command, Input, Patience, Snapshot, VirtualCaller};
use crate::threec::{Gate, History, Service};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What the panel's requests need.
#[derive(Clone)]
pub(crate) struct Control {
    pub(crate) company: Company,
    pub(crate) gate: Arc<Gate>,
    pub(crate) hotline: Arc<str>,
}

/// A request that cannot be done, and why.
type Refusal = (StatusCode, &'static str);
type Done = Result<StatusCode, Refusal>;

const DONE: Done = Ok(StatusCode::NO_CONTENT);

impl Control {
    /// The requests, each a POST of JSON; only the two that change nothing are GETs.
    pub(crate) fn router(self) -> Router {
        Router::new()
            .route("/state", get(state))
            .route("/customers", get(customers))
            .route("/line", get(line))
            .route("/ring", post(ring))
            .route("/hangup", post(hang_up))
            .route("/drop", post(drop_socket))
            .route("/expire", post(expire))
            .route("/steal", post(steal))
            .route("/call-id", post(call_id))
            .route("/patience", post(patience))
            .route("/login", post(login))
            .route("/history", post(history))
            .route("/reset", post(reset))
            .with_state(self)
    }

    fn command(&self, command: Command) -> Done {
        self.company.handle(Input::Command(command));
        DONE
    }

    /// What customers can dial, now.
    fn hotlines(&self) -> Vec<Hotline> {
        let first = Hotline { number: self.hotline.to_string(), company: "threec", name: String::new() };
        let others = self.company.stringee().hotlines().into_iter();
        std::iter::once(first)
            .chain(others.map(|(number, name)| Hotline { number, company: "stringee", name }))
            .collect()
    }

    fn seat(&self, ipphone: String) -> Result<String, Refusal> {
        if self.company.has_seat(&ipphone) { Ok(ipphone) } else { Err((StatusCode::NOT_FOUND, "no such agent")) }
    }
}

#[derive(Serialize)]
struct Everything {
    #[serde(flatten)]
    exchange: Snapshot,
    login: Service,
    history: History,
    hotline: String,
    /// Telephone legs that exist now.
    legs: usize,
}

async fn state(State(control): State<Control>) -> Json<Everything> {
    Json(Everything {
        exchange: control.company.snapshot(),
        login: control.gate.service(),
        history: control.gate.history(),
        hotline: control.hotline.to_string(),
        legs: control.company.leg_count(),
    })
}

async fn customers() -> Json<[customers::Row; customers::TABLE.len()]> {
    Json(customers::TABLE)
}

#[derive(Deserialize)]
struct Number {
    number: String,
}

/// How a phone page registers.
#[derive(Serialize)]
struct Line {
    socket: String,
    uri: String,
    hotline: String,
    /// Every number that a customer can dial.
    hotlines: Vec<Hotline>,
}

#[derive(Serialize)]
struct Hotline {
    number: String,
    /// Which company's it is.
    company: &'static str,
    /// Its name there, if it has one.
    name: String,
}

/// `GET line?number=`: a ticket for a customer's telephone. Agents' seats are not given away.
async fn line(
    State(control): State<Control>,
    Query(Number { number }): Query<Number>,
    address: Address,
) -> Result<Json<Line>, Refusal> {
    let number = telephone(number)?;
    let hotlines = control.hotlines();
    if control.company.has_seat(&number) || hotlines.iter().any(|hotline| hotline.number == number) {
        return Err((StatusCode::FORBIDDEN, "this number is not a customer's"));
    }
    let ticket = control.company.tickets().issue(&number);
    let ticket = ticket.map_err(|_| (StatusCode::INTERNAL_SERVER_ERROR, "no ticket"))?;
    Ok(Json(Line {
        socket: format!("{}://{}/3c/sip?t={ticket}", address.socket_scheme(), address.below("/api/line")),
        uri: format!("sip:{number}@{}", crate::sip::SIP_HOST),
        hotline: control.hotline.to_string(),
        hotlines,
    }))
}

fn telephone(number: String) -> Result<String, Refusal> {
    let good = (3..=15).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit());
    if good { Ok(number) } else { Err((StatusCode::BAD_REQUEST, "a number has 3 to 15 digits")) }
}

#[derive(Deserialize)]
struct RingRequest {
    number: String,
    /// The seat; without one the hotline is called.
    agent: Option<String>,
    patience_ms: Option<u64>,
    talk_ms: Option<u64>,
    /// The agent is rung even in the middle of another call.
    #[serde(default)]
    although_busy: bool,
}

async fn ring(State(control): State<Control>, Json(request): Json<RingRequest>) -> Done {
    let to = match request.agent {
        Some(agent) if control.company.can_be_rung(&agent, request.although_busy) => agent,
        Some(agent) => {
            control.seat(agent)?;
            return Err((StatusCode::CONFLICT, "this agent cannot be called now"));
        }
        None => control.hotline.to_string(),
    };
    control.command(Command::Ring(VirtualCaller {
        to,
        number: telephone(request.number)?,
        patience: request.patience_ms.map(Duration::from_millis),
        talks: request.talk_ms.map(Duration::from_millis),
        although_busy: request.although_busy,
    }))
}

async fn hang_up(State(control): State<Control>, Json(Number { number }): Json<Number>) -> Done {
    control.command(Command::HangUp(number))
}

#[derive(Deserialize)]
struct AgentRequest {
    agent: String,
}

#[derive(Deserialize)]
struct DropRequest {
    agent: String,
    /// How long the agent's pages are kept out.
    #[serde(default)]
    refuse_ms: u64,
}

async fn drop_socket(State(control): State<Control>, Json(request): Json<DropRequest>) -> Done {
    let agent = control.seat(request.agent)?;
    control.gate.keep_out(&agent, Instant::now() + Duration::from_millis(request.refuse_ms));
    control.command(Command::DropSockets(agent))
}

async fn expire(State(control): State<Control>, Json(AgentRequest { agent }): Json<AgentRequest>) -> Done {
    control.gate.expire(&control.seat(agent)?);
    DONE
}

#[derive(Deserialize)]
struct StealRequest {
    agent: String,
    /// Nobody gets the voice back until a reset.
    #[serde(default)]
    keep: bool,
}

async fn steal(State(control): State<Control>, Json(request): Json<StealRequest>) -> Done {
    let ipphone = control.seat(request.agent)?;
    control.command(Command::StealVoice { ipphone, keep: request.keep })
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum RuleName {
    Usual,
    Early,
    Late,
    Never,
}

#[derive(Deserialize)]
struct CallIdRequest {
    rule: RuleName,
    /// How late.
    #[serde(default)]
    ms: u64,
}

async fn call_id(State(control): State<Control>, Json(request): Json<CallIdRequest>) -> Done {
    control.command(Command::CallIds(match request.rule {
        RuleName::Usual => CallIdRule::Usual,
        RuleName::Early => CallIdRule::Early,
        RuleName::Late => CallIdRule::Late(Duration::from_millis(request.ms)),
        RuleName::Never => CallIdRule::Never,
    }))
}

#[derive(Deserialize)]
struct PatienceRequest {
    agent_ms: Option<u64>,
    customer_ms: Option<u64>,
    queue_ms: Option<u64>,
}

async fn patience(State(control): State<Control>, Json(request): Json<PatienceRequest>) -> Done {
    let usual = Patience::default();
    let or = |ms: Option<u64>, usual| ms.map_or(usual, Duration::from_millis);
    control.command(Command::Patience(Patience {
        agent: or(request.agent_ms, usual.agent),
        customer: or(request.customer_ms, usual.customer),
        queue: or(request.queue_ms, usual.queue),
    }))
}

#[derive(Deserialize)]
struct LoginRequest {
    answer: Service,
}

async fn login(State(control): State<Control>, Json(LoginRequest { answer }): Json<LoginRequest>) -> Done {
    control.gate.set_service(answer);
    DONE
}

#[derive(Deserialize)]
struct HistoryRequest {
    answer: Option<History>,
    /// How long after a call its recording appears.
    recording_ms: Option<u64>,
}

async fn history(State(control): State<Control>, Json(request): Json<HistoryRequest>) -> Done {
    if let Some(answer) = request.answer {
        control.gate.set_history(answer);
    }
    if let Some(after) = request.recording_ms {
        control.gate.set_recording_after(Duration::from_millis(after));
    }
    DONE
}

async fn reset(State(control): State<Control>) -> Done {
    control.gate.reset();
    control.company.stringee().reset();
    control.command(Command::Reset)
}

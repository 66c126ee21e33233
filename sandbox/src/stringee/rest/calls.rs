//! Calls: made, handed over, ended, sent elsewhere.

use super::super::Stringee;
use super::super::centre::words::{CallOut, Handover, Outcome, Record, Target, Wish};
use super::{answer, misshapen};
use crate::settings::Project;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn routes() -> Router<Stringee> {
    Router::new()
        .route("/pcc/v1/call/callout", post(call_out))
        .route("/pcc/v1/call/transfer", post(transfer))
        .route("/api/v1/call2/transfer", post(transfer))
        .route("/api/v1/call2/stop", post(stop))
        .route("/api/v1/call2/putactions", post(put_actions))
}

async fn wish(stringee: &Stringee, wish: Wish) -> Outcome {
    let late = || Outcome { r: -1, message: "TIMEOUT".to_owned(), ..Outcome::default() };
    stringee.wish(wish).await.unwrap_or_else(late)
}

/// An answer that says `msg`.
fn said(outcome: &Outcome) -> Json<Value> {
    Json(json!({"r": outcome.r, "msg": outcome.message, "data": {}}))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Callout {
    agent_user_id: String,
    to_agent_from_number_display: String,
    to_agent_from_number_display_alias: String,
    to_customer_from_number: String,
    customer_number: String,
    /// `ipphone` rings the SIP telephone.
    device: Option<String>,
}

async fn call_out(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(asked) = serde_json::from_slice::<Callout>(&body) else { return misshapen(&stringee) };
    let outcome = wish(
        &stringee,
        Wish::CallOut(CallOut {
            user: asked.agent_user_id,
            shown: asked.to_agent_from_number_display,
            alias: asked.to_agent_from_number_display_alias,
            hotline: asked.to_customer_from_number,
            number: asked.customer_number,
            sip: asked.device.as_deref() == Some("ipphone"),
        }),
    )
    .await;
    match outcome.r {
        0 => answer(&stringee, 0, &outcome.message, json!({"callId": outcome.call})),
        // a refusal says `msg`
        r => answer(&stringee, r, &outcome.message, json!({"msg": outcome.message})),
    }
}

#[derive(Deserialize)]
struct Transfer {
    #[serde(rename = "callId")]
    call: String,
    to: To,
    #[serde(rename = "transferType", default)]
    how: Option<String>,
}

#[derive(Deserialize)]
struct To {
    r#type: String,
    number: String,
}

async fn transfer(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(asked) = serde_json::from_slice::<Transfer>(&body) else { return misshapen(&stringee) };
    let to = match asked.to.r#type.as_str() {
        "internal" => Target::Agent(asked.to.number),
        "external" => Target::Number(asked.to.number),
        _ => return misshapen(&stringee),
    };
    let attended = asked.how.as_deref() == Some("attended");
    let how = if attended { Handover::Attended } else { Handover::Blind };
    said(&wish(&stringee, Wish::Transfer { call: asked.call, to, how }).await)
}

#[derive(Deserialize)]
struct Stop {
    #[serde(rename = "callId")]
    call: String,
}

async fn stop(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(Stop { call }) = serde_json::from_slice(&body) else { return misshapen(&stringee) };
    let outcome = wish(&stringee, Wish::Stop { call }).await;
    Json(json!({"r": outcome.r, "message": outcome.message}))
}

#[derive(Deserialize)]
struct PutActions {
    #[serde(rename = "callId")]
    call: String,
    actions: Value,
}

async fn put_actions(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(PutActions { call, actions }) = serde_json::from_slice(&body) else { return misshapen(&stringee) };
    let outcome = wish(&stringee, Wish::Actions { call, actions: actions.to_string() }).await;
    Json(json!({"r": outcome.r, "message": outcome.message}))
}

/// What the customer's server is told of a recording.
pub(in crate::stringee) fn recording_event(project: &Project, record: &Record) -> Value {
    json!({
        "type": "stringee_call",
        "call_id": record.id,
        "project_id": project.id,
        "recording_id": record.id,
        "recording_url": format!("{}/v1/call/recording/{}", project.call_api, record.id),
        "start_time": record.start.0,
        "end_time": record.stop.0,
    })
}

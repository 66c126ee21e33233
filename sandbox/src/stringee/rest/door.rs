//! Who may come in, and what the panel has put in the way.

use super::super::Stringee;
use super::super::token::{Refusal, message, opens_rest};
use super::Fault;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::time::Duration;

/// Every request: first its fate, then its token, then what it wants.
pub(super) async fn pass(State(stringee): State<Stringee>, request: Request, next: Next) -> Response {
    let fault = stringee.gate().fault(request.method().as_str(), request.uri().path());
    let Some(fault) = fault else { return enter(&stringee, request, next).await };
    if fault.done {
        let _lost = enter(&stringee, request, next).await;
        return fails(&fault).await.unwrap_or_else(|| StatusCode::BAD_GATEWAY.into_response());
    }
    match fails(&fault).await {
        Some(answer) => answer,
        None => enter(&stringee, request, next).await,
    }
}

/// What the panel wants to be answered, after as long as it wants.
async fn fails(fault: &Fault) -> Option<Response> {
    tokio::time::sleep(Duration::from_millis(fault.ms)).await;
    if let Some(status) = fault.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        let body = Json(json!({"r": -1, "message": "the panel wants it so"}));
        let mut answer = (status, body).into_response();
        if status == StatusCode::TOO_MANY_REQUESTS {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        return Some(answer);
    }
    fault.r.map(|r| Json(json!({"r": r, "message": "the panel wants it so"})).into_response())
}

/// Whoever has the key.
async fn enter(stringee: &Stringee, request: Request, next: Next) -> Response {
    let seconds = stringee.now().0 / 1_000;
    match opens_rest(&token(&request), &stringee.key(), seconds) {
        Ok(()) => next.run(request).await,
        Err(refusal) => {
            let status = if refusal == Refusal::Key { StatusCode::FORBIDDEN } else { StatusCode::UNAUTHORIZED };
            let code = refusal.code();
            (status, Json(json!({"r": code, "message": message(code)}))).into_response()
        }
    }
}

/// In the header, or in the address.
fn token(request: &Request) -> String {
    let header = request.headers().get("x-stringee-auth").and_then(|value| value.to_str().ok());
    let query = request.uri().query().unwrap_or_default();
    let in_query = query.split('&').find_map(|pair| pair.strip_prefix("access_token="));
    header.filter(|token| !token.is_empty()).or(in_query).unwrap_or_default().to_owned()
}

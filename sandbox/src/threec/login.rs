//! `POST {domain}/thirdParty/login`: the login with its five errors.

use super::{Service, ThreeC};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

/// A tenant whose contract has ended.
const EXPIRED_DOMAIN: &str = "expired";
/// A seat whose login breaks 3C.
const BREAKING_SEAT: &str = "500";

/// The request's body.
#[derive(Deserialize)]
pub(super) struct Login {
    token: String,
}

/// An HTTP status of 3C's table, and its meaning.
type Refusal = (StatusCode, &'static str);

/// Signs an agent in.
pub(super) async fn login(
    State(threec): State<ThreeC>,
    Path(domain): Path<String>,
    body: Option<Json<Login>>,
) -> Response {
    match check(&threec, &domain, body) {
        Ok(answer) => answer,
        Err((status, message)) => {
            let polite = threec.gate.service() == Service::Polite;
            let status = if polite { StatusCode::OK } else { status };
            (status, Json(json!({"code": "errors", "message": message}))).into_response()
        }
    }
}

fn check(threec: &ThreeC, domain: &str, body: Option<Json<Login>>) -> Result<Response, Refusal> {
    match threec.gate.service() {
        Service::Down => return Ok(StatusCode::SERVICE_UNAVAILABLE.into_response()),
        Service::Broken => return Err((StatusCode::INTERNAL_SERVER_ERROR, "system error")),
        Service::Up | Service::Polite => {}
    }
    if domain == EXPIRED_DOMAIN {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "domain expired"));
    }
    if domain != &*threec.domain {
        return Err((StatusCode::NOT_FOUND, "domain not found"));
    }
    let Some(Json(Login { token })) = body else {
        return Err((StatusCode::UNAUTHORIZED, "token missing"));
    };
    let ipphone = threec.seat(&token).map_err(|_| (StatusCode::UNAUTHORIZED, "wrong or expired token"))?;
    if ipphone == BREAKING_SEAT {
        return Err((StatusCode::INTERNAL_SERVER_ERROR, "system error"));
    }
    if !threec.company.has_seat(&ipphone) {
        return Err((StatusCode::BAD_REQUEST, "ipphone does not exist"));
    }
    let user_id = ipphone.parse::<u64>().unwrap_or_default();
    Ok(Json(json!({"code": "ok", "user": {"user_id": user_id, "agent_id": ipphone, "token": token}})).into_response())
}

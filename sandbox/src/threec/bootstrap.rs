//! `GET api/login/check-partner`: tells a page where its sockets are.

use super::{Service, ThreeC};
use crate::address::Address;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

/// The query.
#[derive(Deserialize)]
pub(super) struct Partner {
    #[serde(rename = "authToken", default)]
    token: String,
    #[serde(default)]
    domain: String,
}

/// Answers every page of the world (the token is the proof), as 3C does.
pub(super) async fn check_partner(
    State(threec): State<ThreeC>,
    Query(partner): Query<Partner>,
    address: Address,
) -> Response {
    let answer = match threec.gate.service() {
        Service::Down => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Service::Broken => json!({"code": 500}),
        Service::Up | Service::Polite => {
            answer(&threec, &partner, &address).unwrap_or_else(|code| json!({"code": code}))
        }
    };
    ([(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(answer)).into_response()
}

fn answer(threec: &ThreeC, partner: &Partner, address: &Address) -> Result<Value, u16> {
    if partner.domain != *threec.domain {
        return Err(404);
    }
    let ipphone = threec.seat(&partner.token).map_err(|_| 401_u16)?;
    if !threec.company.has_seat(&ipphone) {
        return Err(400);
    }
    let ticket = threec.company.tickets().issue(&ipphone).map_err(|_| 500_u16)?;
    let base = address.below("/api/login/check-partner");
    Ok(json!({
        "code": 200,
        "user": {"username": format!("agent{ipphone}"), "agent_id": ipphone, "phone_no": "", "role": 2},
        "account": {
            "sip_server_url": crate::sip::SIP_HOST,
            "sip_socket": format!("{}://{base}/sip?t={ticket}", address.socket_scheme()),
            "agent_server_url": format!("{base}/agent"),
        },
    }))
}

//! Signing tokens.

use super::account::Account;
use domain::stringee::{TOKEN_CONTENT, client_payload, rest_payload};
use domain::telephone::TelephoneProblem;
use domain::times::Millis;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde::Serialize;

/// The token with which a browser signs a seat in.
pub(super) fn of_seat(account: &Account, seat: &str, now: Millis) -> Result<String, TelephoneProblem> {
    signed(account, &client_payload(&account.key_sid, seat, now))
}

/// The token with which our server asks the REST services.
pub(super) fn of_server(account: &Account, now: Millis) -> Result<String, TelephoneProblem> {
    signed(account, &rest_payload(&account.key_sid, now))
}

/// The secret is used as it is written.
fn signed(account: &Account, payload: &impl Serialize) -> Result<String, TelephoneProblem> {
    let header =
        Header { typ: Some("JWT".to_owned()), cty: Some(TOKEN_CONTENT.to_owned()), ..Header::new(Algorithm::HS256) };
    let key = EncodingKey::from_secret(account.key_secret.as_bytes());
    jsonwebtoken::encode(&header, payload, &key).map_err(|error| {
        tracing::error!(%error, "a token could not be signed");
        TelephoneProblem::KeyRefused
    })
}

//! 3C by MobiFone, from the server: the token it takes, and its log-in service.

mod history;

pub(crate) use history::{Archive, Silent};

use domain::telephone::TelephoneProblem;
use domain::threec::{TOKEN_LIFE, login_answer, token_payload};
use domain::times::Millis;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serde_json::json;
use std::time::Duration;

/// The provider answers within seconds or not at all.
const PATIENCE: Duration = Duration::from_secs(10);
/// No answer of its log-in service is longer.
const ANSWER_MAX: usize = 64 * 1024;

/// The account as the service is asked for it.
pub(crate) struct Account {
    pub(crate) service_address: String,
    pub(crate) domain: String,
    pub(crate) access_key: String,
}

/// A client that follows nobody elsewhere: the token is for this service alone.
pub(crate) fn client() -> Result<Client, reqwest::Error> {
    // Whoever starts the process may have chosen already; twice is no harm.
    let _chosen = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(PATIENCE).connect_timeout(PATIENCE / 2).redirect(Policy::none()).build()
}

/// The token with which a seat signs in, signed with the account's key as it is written.
pub(crate) fn token(account: &Account, seat: &str, now: Millis) -> Result<String, TelephoneProblem> {
    let header = Header { typ: Some("JWT".to_owned()), ..Header::new(Algorithm::HS256) };
    let key = EncodingKey::from_secret(account.access_key.as_bytes());
    jsonwebtoken::encode(&header, &token_payload(seat, now.plus(TOKEN_LIFE)), &key).map_err(|error| {
        tracing::error!(%error, "a token could not be signed");
        TelephoneProblem::KeyRefused
    })
}

/// Signs a seat in at the service.
pub(crate) async fn log_in(client: &Client, account: &Account, token: &str) -> Result<(), TelephoneProblem> {
    let address = format!("{}/{}/thirdParty/login", account.service_address.trim_end_matches('/'), account.domain);
    let request = client.post(address).json(&json!({ "token": token }));
    let answer = request.send().await.map_err(unreachable)?;
    let status = answer.status().as_u16();
    login_answer(status, &body(answer, ANSWER_MAX).await?)
}

/// The text of an answer that is no longer than `most` bytes.
async fn body(mut answer: Response, most: usize) -> Result<String, TelephoneProblem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > most {
            return Err(TelephoneProblem::Unintelligible);
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unreachable(error: reqwest::Error) -> TelephoneProblem {
    // Without the address: the domain in it is the account's name.
    tracing::info!(error = %error.without_url(), "the telephone provider does not answer");
    TelephoneProblem::ProviderUnreachable
}

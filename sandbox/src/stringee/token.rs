//! Access tokens: JWTs that the customer's server signs with an API key of the project (HS256, nothing else).

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;

/// What the header must say beside the algorithm.
const CONTENT: &str = "stringee-api;v=1";
/// Characters in a user's name.
const LONGEST_USER: usize = 36;

/// An API key of a project.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// Its public name.
    pub(crate) sid: String,
    /// What signs.
    pub(crate) secret: String,
}

/// Why a token is not taken; the SDK hears the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is none.
    Empty,
    /// Its parts are not base64 or not JSON.
    Unreadable,
    /// It does not have three parts, or is no token of this company.
    Format,
    /// It is signed in another way.
    Algorithm,
    /// No such API key.
    Key,
    /// A false signature, or too old.
    Expired,
    /// It does not say for whom, or for what.
    Payload,
}

impl Refusal {
    /// The number for it.
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Empty => 1,
            Self::Unreadable => 2,
            Self::Format => 3,
            Self::Algorithm => 4,
            Self::Key => 5,
            Self::Expired => 6,
            Self::Payload => 7,
        }
    }
}

/// What a number is called where the SDK is told it.
pub(crate) fn message(code: i64) -> &'static str {
    match code {
        0 => "SUCCESS",
        1 => "ACCESS_TOKEN_IS_EMPTY",
        2 => "CAN_NOT_DECODE_ACCESS_TOKEN",
        3 => "ACCESS_TOKEN_INVALID_FORMAT",
        4 => "ACCESS_TOKEN_ALGORITHM_IS_NOT_HS256",
        5 => "KEY_SID_OR_ACCOUNT_SID_NOT_FOUND",
        6 => "ACCESS_TOKEN_EXPIRED_OR_INVALID",
        7 => "ACCESS_TOKEN_PAYLOAD_INVALID",
        8 => "PROJECT_NOT_FOUND",
        15 => "CURRENT_SERVER_IS_SLAVE",
        _ => "UNKNOWN_ERROR",
    }
}

/// Whom a token lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holder {
    /// The user's name.
    pub(crate) user: String,
    /// May call through the contact centre.
    pub(crate) centre: bool,
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    cty: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payload {
    iss: String,
    exp: Option<u64>,
    user_id: Option<String>,
    #[serde(rename = "icc_api", default)]
    icc_api: bool,
    #[serde(rename = "rest_api", default)]
    rest_api: bool,
}

/// Reads the token of an agent's page at a moment (seconds since 1970).
pub(crate) fn holder(token: &str, key: &Key, now: u64) -> Result<Holder, Refusal> {
    let payload = payload(token, key, now)?;
    let named = |user: &String| !user.is_empty() && user.chars().count() <= LONGEST_USER;
    let user = payload.user_id.filter(named).ok_or(Refusal::Payload)?;
    Ok(Holder { user, centre: payload.icc_api })
}

/// Does this token open the REST interface at a moment (seconds since 1970)?
pub(crate) fn opens_rest(token: &str, key: &Key, now: u64) -> Result<(), Refusal> {
    if payload(token, key, now)?.rest_api { Ok(()) } else { Err(Refusal::Payload) }
}

fn payload(token: &str, key: &Key, now: u64) -> Result<Payload, Refusal> {
    if token.is_empty() {
        return Err(Refusal::Empty);
    }
    let parts: Vec<&str> = token.split('.').collect();
    let [head, body, _] = parts[..] else { return Err(Refusal::Format) };
    let head: Head = part(head, Refusal::Unreadable)?;
    if head.alg != "HS256" {
        return Err(Refusal::Algorithm);
    }
    if head.cty.as_deref() != Some(CONTENT) {
        return Err(Refusal::Format);
    }
    let payload: Payload = part(body, Refusal::Payload)?;
    if payload.iss != key.sid {
        return Err(Refusal::Key);
    }
    let current = payload.exp.is_some_and(|until| until > now);
    if current && signed(token, key) { Ok(payload) } else { Err(Refusal::Expired) }
}

fn part<T: for<'a> Deserialize<'a>>(text: &str, misshapen: Refusal) -> Result<T, Refusal> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| Refusal::Unreadable)?;
    serde_json::from_slice(&bytes).map_err(|_| misshapen)
}

fn signed(token: &str, key: &Key) -> bool {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.validate_exp = false; // the moment is the caller's
    rules.required_spec_claims.clear();
    let secret = DecodingKey::from_secret(key.secret.as_bytes());
    jsonwebtoken::decode::<Payload>(token, &secret, &rules).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jsonwebtoken::{EncodingKey, Header};
    use serde_json::{Value, json};

    const NOW: u64 = 1_800_000_000;

    fn key() -> Key {
        Key { sid: "SK.1".to_owned(), secret: "secret".to_owned() }
    }

    fn head(algorithm: Algorithm) -> Header {
        Header { cty: Some(CONTENT.to_owned()), ..Header::new(algorithm) }
    }

    fn sign(head: &Header, secret: &str, payload: &Value) -> String {
        jsonwebtoken::encode(head, payload, &EncodingKey::from_secret(secret.as_bytes())).expect("a token")
    }

    fn agent() -> Value {
        json!({"jti": "SK.1-1", "iss": "SK.1", "exp": NOW + 1, "userId": "agent_ha", "icc_api": true})
    }

    #[test]
    fn a_token_names_its_user_until_it_expires() {
        let token = sign(&head(Algorithm::HS256), "secret", &agent());
        assert_eq!(holder(&token, &key(), NOW), Ok(Holder { user: "agent_ha".to_owned(), centre: true }));
        assert_eq!(holder(&token, &key(), NOW + 1), Err(Refusal::Expired));
    }

    #[test]
    fn every_number_of_the_table_has_its_token() {
        let good = sign(&head(Algorithm::HS256), "secret", &agent());
        let with = |changed: &str, value: Value| {
            let mut payload = agent();
            payload[changed] = value;
            sign(&head(Algorithm::HS256), "secret", &payload)
        };
        let cases = [
            (String::new(), 1),
            ("!.!.!".to_owned(), 2),
            ("agent_ha".to_owned(), 3),
            (sign(&Header::new(Algorithm::HS256), "secret", &agent()), 3),
            (sign(&head(Algorithm::HS512), "secret", &agent()), 4),
            (with("iss", json!("SK.2")), 5),
            (sign(&head(Algorithm::HS256), "other", &agent()), 6),
            (with("exp", json!(null)), 6),
            (with("userId", json!("x".repeat(37))), 7),
            (with("exp", json!("soon")), 7),
        ];
        for (token, code) in cases {
            assert_eq!(holder(&token, &key(), NOW).map_err(Refusal::code), Err(code), "{token}");
            assert_ne!(message(code), "UNKNOWN_ERROR");
        }
        assert!(holder(&good, &key(), NOW).is_ok());
    }

    #[test]
    fn an_agents_token_does_not_open_the_rest_interface() {
        let rest = json!({"iss": "SK.1", "exp": NOW + 1, "rest_api": true});
        assert_eq!(opens_rest(&sign(&head(Algorithm::HS256), "secret", &rest), &key(), NOW), Ok(()));
        let agents = sign(&head(Algorithm::HS256), "secret", &agent());
        assert_eq!(opens_rest(&agents, &key(), NOW), Err(Refusal::Payload));
    }
}

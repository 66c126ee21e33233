//! The login token: a JWT that the customer's CRM signs with the tenant's access key (HS256, nothing else).

use chrono::NaiveDateTime;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;

/// How `expired` is written; it is Vietnamese local time.
const TIME: &str = "%Y-%m-%d %H:%M:%S";

#[derive(Deserialize)]
struct Payload {
    ipphone: String,
    expired: Option<String>,
}

/// The token is false, or too old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refused;

/// The seat that a token was signed for. `now` is the time in Vietnam.
pub(super) fn ipphone(token: &str, access_key: &str, now: NaiveDateTime) -> Result<String, Refused> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.validate_exp = false;
    rules.required_spec_claims.clear();
    let key = DecodingKey::from_secret(access_key.as_bytes());
    let payload = jsonwebtoken::decode::<Payload>(token, &key, &rules).map_err(|_| Refused)?.claims;
    if let Some(expired) = payload.expired {
        let expired = NaiveDateTime::parse_from_str(&expired, TIME).map_err(|_| Refused)?;
        if expired <= now {
            return Err(Refused);
        }
    }
    Ok(payload.ipphone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jsonwebtoken::{EncodingKey, Header};
    use serde_json::{Value, json};

    const KEY: &str = "sandbox-access-key";

    fn sign(algorithm: Algorithm, key: &str, payload: &Value) -> String {
        let key = EncodingKey::from_secret(key.as_bytes());
        jsonwebtoken::encode(&Header::new(algorithm), payload, &key).expect("a token")
    }

    fn at(time: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(time, TIME).expect("a time")
    }

    #[test]
    fn a_token_names_its_seat_until_it_expires() {
        let token = sign(Algorithm::HS256, KEY, &json!({"ipphone": "5001", "expired": "2026-11-20 18:00:00"}));
        assert_eq!(ipphone(&token, KEY, at("2026-11-20 17:59:59")).as_deref(), Ok("5001"));
        assert_eq!(ipphone(&token, KEY, at("2026-11-20 18:00:00")), Err(Refused));
    }

    #[test]
    fn expiry_is_optional_and_seats_are_opaque() {
        let token = sign(Algorithm::HS256, KEY, &json!({"ipphone": "401_202"}));
        assert_eq!(ipphone(&token, KEY, at("2026-11-20 18:00:00")).as_deref(), Ok("401_202"));
    }

    #[test]
    fn only_the_tenants_own_signature_is_taken() {
        let payload = json!({"ipphone": "5001"});
        let now = at("2026-11-20 18:00:00");
        assert_eq!(ipphone(&sign(Algorithm::HS256, "other", &payload), KEY, now), Err(Refused));
        assert_eq!(ipphone(&sign(Algorithm::HS512, KEY, &payload), KEY, now), Err(Refused));
        let unsigned = "eyJhbGciOiJub25lIn0.eyJpcHBob25lIjoiNTAwMSJ9.";
        assert_eq!(ipphone(unsigned, KEY, now), Err(Refused));
        let unreadable = sign(Algorithm::HS256, KEY, &json!({"ipphone": "5001", "expired": "tomorrow"}));
        assert_eq!(ipphone(&unreadable, KEY, now), Err(Refused));
    }
}

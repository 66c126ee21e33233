//! The tokens: one for a member's browser, one for the server's own questions.

use crate::times::{MINUTE, Millis};
use serde::{Deserialize, Serialize};

/// What the header of every token must say of its content (`cty`).
pub const TOKEN_CONTENT: &str = "stringee-api;v=1";
/// How long a browser's token lives, in milliseconds: signing in takes seconds, and another is fetched when it is asked
/// for.
pub const CLIENT_TOKEN_LIFE: i64 = 15 * MINUTE;
/// How long a token of the server's lives, in milliseconds: it is used at once.
pub const REST_TOKEN_LIFE: i64 = 5 * MINUTE;

/// What a browser's token says; signed with HS256 and the key's secret as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientPayload {
    /// The token's own id.
    pub jti: String,
    /// The key's name.
    pub iss: String,
    /// Until when, in seconds since 1970.
    pub exp: i64,
    /// The seat.
    #[serde(rename = "userId")]
    pub user_id: String,
    /// Without it the contact centre lets nobody call out.
    pub icc_api: bool,
}

/// What a token of the server's says; signed in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestPayload {
    /// The token's own id.
    pub jti: String,
    /// The key's name.
    pub iss: String,
    /// Until when, in seconds since 1970.
    pub exp: i64,
    /// That it is for the REST services.
    pub rest_api: bool,
}

/// The payload of a seat's token.
pub fn client_payload(key_sid: &str, seat: &str, now: Millis) -> ClientPayload {
    ClientPayload {
        jti: token_id(key_sid, now),
        iss: key_sid.to_owned(),
        exp: seconds(now.plus(CLIENT_TOKEN_LIFE)),
        user_id: seat.to_owned(),
        icc_api: true,
    }
}

/// The payload of a token of the server's.
pub fn rest_payload(key_sid: &str, now: Millis) -> RestPayload {
    RestPayload {
        jti: token_id(key_sid, now),
        iss: key_sid.to_owned(),
        exp: seconds(now.plus(REST_TOKEN_LIFE)),
        rest_api: true,
    }
}

fn token_id(key_sid: &str, now: Millis) -> String {
    format!("{key_sid}-{}", now.0)
}

fn seconds(at: Millis) -> i64 {
    at.0.div_euclid(1_000)
}

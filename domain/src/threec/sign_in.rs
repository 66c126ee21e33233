//! The token with which a seat signs in.

use crate::times::{HOUR, Millis, local_naive};
use serde::{Deserialize, Serialize};

/// How long a token should live, in milliseconds. The provider does not say in which zone it reads the time, and
/// the zones in question lie seven hours apart; no longer, for the token ends up in an address and in a log.
pub const TOKEN_LIFE: i64 = 8 * HOUR;

/// What the token says; signed with HS256 and the account's key. It must not carry other claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenPayload {
    /// The seat, opaque: `5000`, or `401_202` with a tenant's prefix.
    pub ipphone: String,
    /// Until when, `2017-07-30 00:00:00`, Vietnam's time.
    pub expired: String,
}

/// The payload of a seat's token that holds until `expires`; see [`TOKEN_LIFE`].
pub fn token_payload(seat: &str, expires: Millis) -> TokenPayload {
    TokenPayload { ipphone: seat.to_owned(), expired: local_naive(expires) }
}

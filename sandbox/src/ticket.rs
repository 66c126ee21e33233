//! Tickets: what lets a page open a SIP socket as one number, and as no other.

use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A page reconnects with the ticket it has, so a ticket lasts a working day.
const LIFETIME: Duration = Duration::from_secs(12 * 3600);

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: String,
    /// Seconds since 1970.
    exp: u64,
}

/// Makes and reads tickets with a key that lives as long as the process.
#[derive(Clone)]
pub(crate) struct Tickets {
    sign: EncodingKey,
    verify: DecodingKey,
}

impl Tickets {
    /// Tickets under a new random key.
    pub(crate) fn new() -> Self {
        let key: [u8; 32] = rand::random();
        Self { sign: EncodingKey::from_secret(&key), verify: DecodingKey::from_secret(&key) }
    }

    /// A ticket for one number. Fails only when the cryptography does.
    pub(crate) fn issue(&self, user: &str) -> anyhow::Result<String> {
        let exp = (SystemTime::now() + LIFETIME).duration_since(UNIX_EPOCH)?.as_secs();
        Ok(jsonwebtoken::encode(&Header::default(), &Claims { sub: user.to_owned(), exp }, &self.sign)?)
    }

    /// Whose ticket this is; nobody's when it is false or too old.
    pub(crate) fn holder(&self, ticket: &str) -> Option<String> {
        jsonwebtoken::decode::<Claims>(ticket, &self.verify, &Validation::default()).ok().map(|data| data.claims.sub)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_names_its_holder_and_no_other_process_can_make_one() -> anyhow::Result<()> {
        let tickets = Tickets::new();
        let ticket = tickets.issue("5001")?;
        assert_eq!(tickets.holder(&ticket).as_deref(), Some("5001"));
        assert_eq!(Tickets::new().holder(&ticket), None);
        assert_eq!(tickets.holder("5001"), None);
        Ok(())
    }
}

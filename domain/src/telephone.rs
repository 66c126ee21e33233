//! The installation's account at a telephone provider, and what goes wrong there, in no vendor's words.

use serde::{Deserialize, Serialize};

/// Which provider a seat is at. Adding one: this variant, and a file of its name in each room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// 3C by MobiFone.
    ThreeC,
}

impl Provider {
    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ThreeC => "threec",
        }
    }
}

/// Why the provider does not let a seat in, or cannot be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum TelephoneProblem {
    /// No account is set up.
    NotConfigured,
    /// The member has no seat.
    NoSeat,
    /// The provider does not know the domain.
    DomainUnknown,
    /// The domain's contract has run out.
    DomainExpired,
    /// Wrong or expired token: almost always a wrong key.
    KeyRefused,
    /// The provider does not know the seat.
    SeatUnknown,
    /// An error at the provider.
    ProviderError,
    /// The provider does not answer.
    ProviderUnreachable,
    /// The provider answered something that is not in its contract.
    Unintelligible,
}

/// The account as admins see it; the key is never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettings {
    /// Where the provider's service is, such as `https://3c-capi.mobifone.vn`.
    pub service_address: String,
    /// The account's name at the provider.
    pub domain: String,
    /// Whether a key is stored.
    pub has_key: bool,
}

/// What an admin fills in for the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    /// Where the provider's service is.
    pub service_address: String,
    /// The account's name at the provider.
    pub domain: String,
    /// A new key; empty keeps the stored one.
    pub access_key: String,
}

/// What a page needs to sign its member in at the provider. Holds no key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInTicket {
    /// Which provider.
    pub provider: Provider,
    /// Where its scripts and service are.
    pub service_address: String,
    /// The account's name.
    pub domain: String,
    /// The signed, short-lived token.
    pub token: String,
    /// The member's seat.
    pub seat: String,
}

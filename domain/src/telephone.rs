//! The installation's account at a telephone provider, and what goes wrong there, in no vendor's words.

mod habits;
mod hotlines;
mod phone_account;

pub use habits::DialHabits;
pub use hotlines::{Hotline, HotlineSettings, hotlines};
pub use phone_account::{PhoneAccount, PhonePassword};

use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::times::Millis;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which provider a seat is at. Adding one: this variant, and a file of its name in each room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// 3C by MobiFone.
    #[default]
    ThreeC,
    /// Stringee's programmable contact centre.
    Stringee,
}

impl Provider {
    /// Every provider.
    pub const ALL: [Self; 2] = [Self::ThreeC, Self::Stringee];

    /// The word stored in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ThreeC => "threec",
            Self::Stringee => "stringee",
        }
    }

    /// The provider of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.as_str() == word)
    }

    /// Whether it tells by itself what members' telephones do, and so whether calls can be given to them.
    pub const fn tells_of_telephones(self) -> bool {
        matches!(self, Self::Stringee)
    }

    /// What people call it, in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ThreeC => "3C",
            Self::Stringee => "Stringee",
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
    /// The provider wants to be asked less often.
    TooManyRequests,
}

/// The account as admins see it; the key is never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettings {
    /// Where the provider's service is, such as `https://telephone.example`.
    pub service_address: String,
    /// The account's name at the provider.
    pub domain: String,
    /// Whether a key is stored.
    pub has_key: bool,
}

/// What an admin fills in for the account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    /// Where the provider's service is.
    pub service_address: String,
    /// The account's name at the provider.
    pub domain: String,
    /// A new key; empty keeps the stored one.
    pub access_key: String,
}

/// An account's form that holds what it must.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountDraft {
    /// Where the provider's service is, without a slash at the end.
    pub service_address: String,
    /// The account's name at the provider.
    pub domain: String,
    /// A new key; `None` keeps the stored one.
    pub access_key: Option<String>,
}

impl AccountForm {
    /// Checks every field at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<AccountDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let service_address = self.service_address.trim().trim_end_matches('/').to_owned();
        if !is_service_address(&service_address) {
            errors.push(FieldError::new(Field::ServiceAddress, FieldProblem::NotAnAddress));
        }
        let domain = fields::optional(&self.domain, Field::Domain, 64, &mut errors).unwrap_or_default();
        if domain.is_empty() {
            errors.push(FieldError::new(Field::Domain, FieldProblem::Required));
        }
        if !domain.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c)) {
            errors.push(FieldError::new(Field::Domain, FieldProblem::BadCharacters));
        }
        let access_key = fields::optional(&self.access_key, Field::AccessKey, 500, &mut errors);
        if access_key.as_deref().is_some_and(|key| key.contains(char::is_whitespace)) {
            errors.push(FieldError::new(Field::AccessKey, FieldProblem::BadCharacters));
        }
        if errors.is_empty() { Ok(AccountDraft { service_address, domain, access_key }) } else { Err(errors) }
    }
}

/// `https://` and a host, perhaps with a port and a path; `http://` on this machine only.
pub(crate) fn is_service_address(address: &str) -> bool {
    let (rest, local_only) = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(rest), _) => (rest, false),
        (_, Some(rest)) => (rest, true),
        _ => return false,
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "443"));
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
    let is_path = path.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/".contains(c));
    let is_here = matches!(name, "localhost" | "127.0.0.1");
    is_name && port.parse::<u16>().is_ok() && is_path && (is_here || !local_only)
}

/// Does not show the key.
impl fmt::Debug for AccountForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("AccountForm");
        shown.field("service_address", &self.service_address).field("domain", &self.domain).finish_non_exhaustive()
    }
}

/// The provider's own history as admins see it; the key is never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistorySettings {
    /// Where the history service is, such as `https://history.example`.
    pub address: String,
    /// Whether a key is stored.
    pub has_key: bool,
    /// Whether it is asked.
    pub on: bool,
    /// When it was last read without fault.
    pub ran_at: Option<Millis>,
    /// Why the last run failed; `None` when it went well.
    pub problem: Option<TelephoneProblem>,
    /// Not asked again before this, after a failure.
    pub not_before: Option<Millis>,
    /// When everything the provider keeps was last gone through.
    pub swept_at: Option<Millis>,
}

/// What an admin fills in for the history.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryForm {
    /// Where the history service is.
    pub address: String,
    /// A new key; empty keeps the stored one.
    pub key: String,
    /// Whether it is asked.
    pub on: bool,
}

/// A form of the history that holds what it must.
#[derive(Clone, PartialEq, Eq)]
pub struct HistoryDraft {
    /// Where the history service is, without a slash at the end; `None` where it is off and none is given.
    pub address: Option<String>,
    /// A new key; `None` keeps the stored one.
    pub key: Option<String>,
    /// Whether it is asked.
    pub on: bool,
}

impl HistoryForm {
    /// Checks every field at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<HistoryDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let address = Some(self.address.trim().trim_end_matches('/').to_owned()).filter(|text| !text.is_empty());
        match &address {
            None if self.on => errors.push(FieldError::new(Field::ServiceAddress, FieldProblem::Required)),
            Some(address) if !is_service_address(address) => {
                errors.push(FieldError::new(Field::ServiceAddress, FieldProblem::NotAnAddress));
            }
            _ => {}
        }
        let key = fields::optional(&self.key, Field::AccessKey, 500, &mut errors);
        if key.as_deref().is_some_and(|key| key.chars().any(|c| c.is_whitespace() || c.is_control())) {
            errors.push(FieldError::new(Field::AccessKey, FieldProblem::BadCharacters));
        }
        if errors.is_empty() { Ok(HistoryDraft { address, key, on: self.on }) } else { Err(errors) }
    }
}

/// Does not show the key.
impl fmt::Debug for HistoryForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HistoryForm").field("address", &self.address).field("on", &self.on).finish_non_exhaustive()
    }
}

/// What a page needs to sign its member in at the provider. Holds no key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInTicket {
    /// Which provider.
    pub provider: Provider,
    /// Where its scripts and service are.
    pub service_address: String,
    /// The account's name; empty where the provider wants none.
    pub domain: String,
    /// The signed, short-lived token.
    pub token: String,
    /// The member's seat.
    pub seat: String,
    /// Where the provider's sockets are; empty where its scripts find them through the service.
    pub servers: Vec<String>,
    /// Our numbers that may be called out from, the usual one first; empty where the provider chooses.
    pub hotlines: Vec<Hotline>,
}

/// Does not show the token.
impl fmt::Debug for SignInTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("SignInTicket");
        shown.field("domain", &self.domain).field("seat", &self.seat).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountForm, is_service_address};
    use crate::fields::{Field, FieldProblem};

    #[test]
    fn the_service_is_at_a_safe_address() {
        for good in [
            "https://telephone.example",
            "https://a.example:8443/3c",
            "http://localhost:3000/sandbox/3c",
            "http://127.0.0.1",
        ] {
            assert!(is_service_address(good), "{good}");
        }
        for bad in [
            "",
            "telephone.example",
            "http://telephone.example",
            "http://localhost.evil.example",
            "https://",
            "https://user@a.example",
            "https://a.example?x",
            "https://a b",
            "ftp://a.example",
            "https://a.example:99999",
        ] {
            assert!(!is_service_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_form_is_tidied_or_refused() {
        let form = AccountForm {
            service_address: " https://a.example/ ".into(),
            domain: " demo ".into(),
            access_key: String::new(),
        };
        let draft = form.parse().unwrap();
        let tidy = (draft.service_address.as_str(), draft.domain.as_str(), draft.access_key);
        assert_eq!(tidy, ("https://a.example", "demo", None));
        let bad = AccountForm { service_address: "a".into(), domain: "a/b".into(), access_key: "a b".into() };
        let errors: Vec<_> = bad.parse().err().unwrap().into_iter().map(|e| (e.field, e.problem)).collect();
        assert_eq!(
            errors,
            [
                (Field::ServiceAddress, FieldProblem::NotAnAddress),
                (Field::Domain, FieldProblem::BadCharacters),
                (Field::AccessKey, FieldProblem::BadCharacters),
            ]
        );
    }
}

//! The installation's account, as admins see it and fill it in.

use super::Hook;
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::telephone::{HotlineSettings, hotlines, is_service_address};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where calls are asked about, unless the admin says otherwise.
pub const CALL_API: &str = "https://api.stringee.com";
/// Where the contact centre is asked, unless the admin says otherwise.
pub const CONTACT_CENTRE_API: &str = "https://icc-api.stringee.com";
/// Where SIP telephones register, with port.
pub const SIP_DOMAIN: &str = "v2.stringee.com:15060";

/// What the number of a project may be.
const PROJECTS: std::ops::RangeInclusive<i64> = 1..=999_999_999_999;
/// The shortest and the longest time that a telephone rings before the next one does, in seconds.
const ANSWER_TIMEOUT: std::ops::RangeInclusive<i64> = 3..=120;
/// What is usual.
const USUAL_TIMEOUT: i64 = 15;

/// The account as admins see it; its secrets are never shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettings {
    /// The key's name, `SK...`; empty until an account is stored.
    pub key_sid: String,
    /// Whether the key's secret is stored.
    pub has_key_secret: bool,
    /// The project's number; 0 until an account is stored.
    pub project_id: i64,
    /// Where calls are asked about.
    pub call_api: String,
    /// Where the contact centre is asked.
    pub contact_centre_api: String,
    /// Where the sockets are; empty where the browser kit finds them itself.
    pub servers: Vec<String>,
    /// Whether the key that the provider signs its questions with is stored.
    pub has_signing_secret: bool,
    /// The addresses at which an unsigned question is refused.
    pub signed: Vec<Hook>,
    /// The unguessable part of the addresses the provider calls; empty until an account is stored. See [`Hook::path`].
    pub path: String,
    /// How long a telephone rings before the next one does, in seconds.
    pub answer_timeout: i64,
    /// Whether recordings are copied here before the provider forgets them.
    pub keep_recordings: bool,
    /// Our numbers, the usual one first.
    pub hotlines: Vec<HotlineSettings>,
}

impl Default for AccountSettings {
    fn default() -> Self {
        Self {
            key_sid: String::new(),
            has_key_secret: false,
            project_id: 0,
            call_api: CALL_API.to_owned(),
            contact_centre_api: CONTACT_CENTRE_API.to_owned(),
            servers: Vec::new(),
            has_signing_secret: false,
            signed: Vec::new(),
            path: String::new(),
            answer_timeout: USUAL_TIMEOUT,
            keep_recordings: false,
            hotlines: Vec::new(),
        }
    }
}

/// What an admin fills in for the account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountForm {
    /// The key's name.
    pub key_sid: String,
    /// A new secret of the key; empty keeps the stored one.
    pub key_secret: String,
    /// The project's number.
    pub project_id: String,
    /// Where calls are asked about; empty for the usual address.
    pub call_api: String,
    /// Where the contact centre is asked; empty for the usual address.
    pub contact_centre_api: String,
    /// Where the sockets are, one on a line; empty where the browser kit finds them itself.
    pub servers: String,
    /// A new key that the provider signs its questions with; empty keeps the stored one.
    pub signing_secret: String,
    /// The addresses at which an unsigned question is refused.
    pub signed: Vec<Hook>,
    /// How long a telephone rings before the next one does, in seconds.
    pub answer_timeout: String,
    /// Whether recordings are copied here before the provider forgets them.
    pub keep_recordings: bool,
    /// Our numbers, the usual one first.
    pub hotlines: Vec<HotlineSettings>,
}

/// An account's form that holds what it must.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountDraft {
    /// The key's name.
    pub key_sid: String,
    /// A new secret of the key; `None` keeps the stored one.
    pub key_secret: Option<String>,
    /// The project's number.
    pub project_id: i64,
    /// Where calls are asked about, without a slash at the end.
    pub call_api: String,
    /// Where the contact centre is asked, without a slash at the end.
    pub contact_centre_api: String,
    /// Where the sockets are.
    pub servers: Vec<String>,
    /// A new key that the provider signs its questions with; `None` keeps the stored one.
    pub signing_secret: Option<String>,
    /// The addresses at which an unsigned question is refused, each once.
    pub signed: Vec<Hook>,
    /// How long a telephone rings before the next one does, in seconds.
    pub answer_timeout: i64,
    /// Whether recordings are copied here before the provider forgets them.
    pub keep_recordings: bool,
    /// Our numbers, the usual one first.
    pub hotlines: Vec<HotlineSettings>,
}

impl AccountForm {
    /// Checks every field at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<AccountDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let draft = AccountDraft {
            key_sid: required_word(&self.key_sid, Field::KeyName, &mut errors),
            key_secret: word(&self.key_secret, Field::AccessKey, &mut errors),
            project_id: whole(&self.project_id, Field::Domain, PROJECTS, &mut errors),
            call_api: address(&self.call_api, CALL_API, Field::ServiceAddress, &mut errors),
            contact_centre_api: address(
                &self.contact_centre_api,
                CONTACT_CENTRE_API,
                Field::CentreAddress,
                &mut errors,
            ),
            servers: sockets(&self.servers, &mut errors),
            signing_secret: word(&self.signing_secret, Field::SigningKey, &mut errors),
            signed: Hook::ALL.into_iter().filter(|hook| self.signed.contains(hook)).collect(),
            answer_timeout: whole(&self.answer_timeout, Field::AnswerTimeout, ANSWER_TIMEOUT, &mut errors),
            keep_recordings: self.keep_recordings,
            hotlines: hotlines(&self.hotlines).unwrap_or_else(|found| {
                errors.extend(found);
                Vec::new()
            }),
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

/// One word without spaces or what cannot be seen; `None` when empty.
fn word(text: &str, field: Field, errors: &mut Vec<FieldError>) -> Option<String> {
    let word = fields::optional(text, field.clone(), 500, errors)?;
    if word.chars().any(|c| c.is_whitespace() || c.is_control()) {
        errors.push(FieldError::new(field, FieldProblem::BadCharacters));
    }
    Some(word)
}

fn required_word(text: &str, field: Field, errors: &mut Vec<FieldError>) -> String {
    word(text, field.clone(), errors).unwrap_or_else(|| {
        errors.push(FieldError::new(field, FieldProblem::Required));
        String::new()
    })
}

fn whole(text: &str, field: Field, range: std::ops::RangeInclusive<i64>, errors: &mut Vec<FieldError>) -> i64 {
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    number.unwrap_or_else(|| {
        let (min, max) = range.into_inner();
        errors.push(FieldError::new(field, FieldProblem::OutOfRange { min, max }));
        min
    })
}

fn address(text: &str, usual: &str, field: Field, errors: &mut Vec<FieldError>) -> String {
    let address = text.trim().trim_end_matches('/');
    if address.is_empty() {
        return usual.to_owned();
    }
    if !is_service_address(address) {
        errors.push(FieldError::new(field, FieldProblem::NotAnAddress));
    }
    address.to_owned()
}

/// `wss://` anywhere, `ws://` on this machine only.
fn sockets(text: &str, errors: &mut Vec<FieldError>) -> Vec<String> {
    let lines: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let is_socket = |line: &String| {
        line.strip_prefix("ws").is_some_and(|rest| is_service_address(&format!("http{}", rest.trim_end_matches('/'))))
    };
    if !lines.iter().all(is_socket) {
        errors.push(FieldError::new(Field::Servers, FieldProblem::NotAnAddress));
    }
    lines
}

/// Does not show the secrets.
impl fmt::Debug for AccountForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("AccountForm");
        shown.field("key_sid", &self.key_sid).field("project_id", &self.project_id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountForm, CALL_API, CONTACT_CENTRE_API};
    use crate::fields::{Field, FieldProblem};
    use crate::stringee::Hook;

    fn form() -> AccountForm {
        AccountForm {
            key_sid: " SK.0.abc ".into(),
            key_secret: String::new(),
            project_id: " 25 ".into(),
            call_api: String::new(),
            contact_centre_api: "https://asia.example/pcc/".into(),
            servers: "wss://a.example:6899/\n ws://localhost:3000/sandbox/stringee/socket".into(),
            signing_secret: String::new(),
            signed: vec![Hook::Events, Hook::Callout, Hook::Events],
            answer_timeout: "20".into(),
            keep_recordings: false,
            hotlines: Vec::new(),
        }
    }

    #[test]
    fn a_form_is_tidied_and_the_usual_addresses_stand_for_nothing() {
        let draft = form().parse().ok().unwrap();
        assert_eq!((draft.key_sid.as_str(), draft.key_secret, draft.project_id), ("SK.0.abc", None, 25));
        assert_eq!(
            (draft.call_api.as_str(), draft.contact_centre_api.as_str()),
            (CALL_API, "https://asia.example/pcc")
        );
        assert_ne!(CALL_API, CONTACT_CENTRE_API);
        assert_eq!(draft.servers, ["wss://a.example:6899/", "ws://localhost:3000/sandbox/stringee/socket"]);
        assert_eq!(draft.signed, [Hook::Callout, Hook::Events], "each once, in one order");
    }

    #[test]
    fn each_field_is_told_of() {
        let bad = AccountForm {
            key_sid: String::new(),
            key_secret: "a b".into(),
            project_id: "x".into(),
            call_api: "http://elsewhere.example".into(),
            contact_centre_api: "x".into(),
            servers: "http://a.example".into(),
            signing_secret: "a\tb".into(),
            answer_timeout: "1".into(),
            ..form()
        };
        let fields: Vec<Field> = bad.parse().err().unwrap().into_iter().map(|error| error.field).collect();
        assert_eq!(
            fields,
            [
                Field::KeyName,
                Field::AccessKey,
                Field::Domain,
                Field::ServiceAddress,
                Field::CentreAddress,
                Field::Servers,
                Field::SigningKey,
                Field::AnswerTimeout
            ]
        );
        let open = AccountForm { servers: "ws://a.example/".into(), ..form() };
        assert_eq!(open.parse().err().unwrap()[0].problem, FieldProblem::NotAnAddress);
        assert!(!format!("{:?}", AccountForm { key_secret: "hunter2".into(), ..form() }).contains("hunter2"));
    }
}

//! The SIP telephone of a seat: its account is made when its member first wants a password, and a new password takes the
//! old one's place. None is kept here.

use super::account::Account;
use super::centre::Centre;
use crate::Backend;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::problem::Problem;
use domain::stringee::{SIP_DOMAIN, phone_names};
use domain::telephone::{PhoneAccount, PhonePassword, TelephoneProblem};
use reqwest::Method;
use serde_json::json;

/// Where the contact centre keeps them.
pub(super) const PHONES: &str = "/v1/ipphonecommon";
/// Bytes of chance in a password.
const CHANCE: usize = 15;

/// The account of a seat's SIP telephone.
///
/// # Errors
/// [`Problem::Telephone`] where it could not be asked for.
pub(crate) async fn phone_account(b: &Backend, seat: &str) -> Result<PhoneAccount, Problem> {
    Ok(PhoneAccount { domain: SIP_DOMAIN.to_owned(), user_name: user_name(&Centre::of(b).await?, seat).await? })
}

/// Another password for a seat's SIP telephone, and an account where there is none.
///
/// # Errors
/// [`Problem::Telephone`] where it was not taken.
pub(crate) async fn new_phone_password(b: &Backend, seat: &str) -> Result<PhonePassword, Problem> {
    let centre = Centre::of(b).await?;
    let password = new_password(b);
    let known = user_name(&centre, seat).await?;
    let (method, path) = match &known {
        Some(name) => (Method::PUT, format!("{PHONES}/{name}")),
        None => (Method::POST, PHONES.to_owned()),
    };
    let body = match &known {
        Some(_) => json!({ "password": password }),
        None => json!({ "user_name": seat, "password": password, "stringee_user_id": seat, "extension": 0 }),
    };
    let done = centre.ask(method, &path, &body).await?;
    done.map_err(|refusal| {
        tracing::info!(r = refusal.r, said = refusal.said, "the contact centre makes no telephone account");
        Problem::Telephone(TelephoneProblem::ProviderError)
    })?;
    let user_name = match known {
        Some(name) => name,
        None => named(b, seat).await?,
    };
    Ok(PhonePassword { domain: SIP_DOMAIN.to_owned(), user_name, password })
}

/// A password that nobody has had before.
pub(super) fn new_password(b: &Backend) -> String {
    URL_SAFE_NO_PAD.encode(b.random::<CHANCE>())
}

async fn user_name(centre: &Centre<'_>, seat: &str) -> Result<Option<String>, Problem> {
    let answer = centre.get(PHONES, &[("stringee_user_id", seat)]).await?;
    Ok(phone_names(&answer).into_iter().next())
}

/// User names begin with the project's number.
async fn named(b: &Backend, seat: &str) -> Result<String, Problem> {
    let account = Account::stored(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    Ok(format!("{}_{seat}", account.project_id))
}

//! The installation's account at its telephone provider, and signing members in there.

use crate::db::accounts::{self as table, Row};
use crate::permit::May;
use crate::threec::{self, Account};
use crate::{Backend, audit, db, secrets, stringee};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::telephone::{AccountForm, AccountSettings, Provider, SignInTicket, TelephoneProblem};
use domain::threec::DEFAULT_SERVICE;
use serde_json::json;

/// The provider whose account is managed here; the other has a room of its own.
const PROVIDER: Provider = Provider::ThreeC;

/// The account, without its key; the usual address when nothing is stored yet.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn settings(b: &Backend, who: &Actor) -> Result<AccountSettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let row = table::get(b.read().await?.on(), PROVIDER.as_str()).await?;
    let none = || AccountSettings { service_address: DEFAULT_SERVICE.into(), domain: String::new(), has_key: false };
    Ok(row.map_or_else(none, shown))
}

/// Saves the account; an empty key keeps the stored one.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn save(b: &Backend, who: &Actor, form: &AccountForm) -> Result<AccountSettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    let before = table::get(tx.on(), PROVIDER.as_str()).await?;
    let key_changed = draft.access_key.is_some();
    let access_key = match &draft.access_key {
        Some(key) => Some(secrets::seal(b, &place(), key).map_err(|secrets::Unreadable| unreadable())?),
        None => before.and_then(|row| row.access_key),
    };
    if access_key.is_none() {
        return Err(Problem::at(Field::AccessKey, FieldProblem::Required));
    }
    let row = Row { service_address: draft.service_address, domain: draft.domain, access_key };
    table::put(tx.on(), PROVIDER.as_str(), &row, b.now()).await?;
    let told = json!({ "service_address": row.service_address, "domain": row.domain, "key_changed": key_changed });
    audit::note(b, &mut tx, Some(who), "telephone.saved", format!("telephone:{}", PROVIDER.as_str()), told).await?;
    tx.commit().await?;
    Ok(shown(row))
}

/// Signs a seat in at the provider with what is stored, to see whether it works.
///
/// # Errors
/// [`Problem::Telephone`] with what the provider says.
pub async fn test(b: &Backend, who: &Actor, seat: &str) -> Result<(), Problem> {
    who.may(Action::ManageTelephone)?;
    let seat = seat.trim();
    if seat.is_empty() {
        return Err(Problem::at(Field::Seat, FieldProblem::Required));
    }
    signed_in(b, &account(b).await?, seat).await.map(drop)
}

/// Signs the member's seat in at the provider and gives the page what it needs to do the same. Never the key.
///
/// # Errors
/// [`Problem::Telephone`]: without a seat, without an account, or with what the provider says.
pub async fn ticket(b: &Backend, who: &Actor) -> Result<SignInTicket, Problem> {
    who.may(Action::UseTelephone)?;
    let member = db::staff::by_id(b.read().await?.on(), &who.id).await?.ok_or(Problem::SignedOut)?;
    let provider = member.provider();
    let seat = member.seat.ok_or(Problem::Telephone(TelephoneProblem::NoSeat))?;
    match provider {
        Provider::ThreeC => threec_ticket(b, seat).await,
        Provider::Stringee => stringee::ticket(b, seat).await,
    }
}

async fn threec_ticket(b: &Backend, seat: String) -> Result<SignInTicket, Problem> {
    let account = account(b).await?;
    let token = signed_in(b, &account, &seat).await?;
    let Account { service_address, domain, .. } = account;
    let (servers, hotlines) = (Vec::new(), Vec::new());
    Ok(SignInTicket { provider: Provider::ThreeC, service_address, domain, token, seat, servers, hotlines })
}

/// The providers with an account: those at which a member can have a seat.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn providers(b: &Backend, who: &Actor) -> Result<Vec<Provider>, Problem> {
    who.may(Action::ManageStaff)?;
    let mut read = b.read().await?;
    let threec = table::get(read.on(), Provider::ThreeC.as_str()).await?.map(|_| Provider::ThreeC);
    let stringee = stringee::account_name(read.on()).await?.map(|_| Provider::Stringee);
    Ok(threec.into_iter().chain(stringee).collect())
}

/// Under which name calls of a provider's account are kept; empty without one.
pub(crate) async fn account_name(db: db::On<'_>, provider: Provider) -> Result<String, Problem> {
    let name = match provider {
        Provider::ThreeC => table::get(db, provider.as_str()).await?.map(|account| account.domain),
        Provider::Stringee => stringee::account_name(db).await?,
    };
    Ok(name.unwrap_or_default())
}

/// Where the provider's scripts and service are, for whoever may use the telephone.
///
/// # Errors
/// [`Problem::Telephone`] when no account is set up.
pub async fn service_address(b: &Backend, who: &Actor) -> Result<String, Problem> {
    who.may(Action::UseTelephone)?;
    let row = table::get(b.read().await?.on(), PROVIDER.as_str()).await?;
    row.map(|row| row.service_address).ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))
}

/// The account that a demonstration or a test has at a pretend provider.
pub(crate) async fn install(b: &Backend, service_address: &str, domain: &str, key: &str) -> Result<(), Problem> {
    let sealed = secrets::seal(b, &place(), key).map_err(|secrets::Unreadable| unreadable())?;
    let row = Row { service_address: service_address.into(), domain: domain.into(), access_key: Some(sealed) };
    let mut tx = b.write().await?;
    table::put(tx.on(), PROVIDER.as_str(), &row, b.now()).await?;
    Ok(tx.commit().await?)
}

async fn account(b: &Backend) -> Result<Account, Problem> {
    let row = table::get(b.read().await?.on(), PROVIDER.as_str()).await?;
    let complete = row.and_then(|row| Some((row.service_address, row.domain, row.access_key?)));
    let (service_address, domain, sealed) = complete.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let access_key = secrets::open(b, &place(), &sealed).map_err(|secrets::Unreadable| unreadable())?;
    Ok(Account { service_address, domain, access_key })
}

async fn signed_in(b: &Backend, account: &Account, seat: &str) -> Result<String, Problem> {
    let token = threec::token(account, seat, b.now()).map_err(Problem::Telephone)?;
    threec::log_in(b.client()?, account, &token).await.map_err(Problem::Telephone)?;
    Ok(token)
}

fn shown(row: Row) -> AccountSettings {
    AccountSettings { service_address: row.service_address, domain: row.domain, has_key: row.access_key.is_some() }
}

/// Where the sealed key is at home.
fn place() -> String {
    format!("provider_accounts.access_key:{}", PROVIDER.as_str())
}

fn unreadable() -> Problem {
    tracing::error!("the provider's key cannot be sealed or opened: is the installation's secret key another one?");
    Problem::Unavailable
}

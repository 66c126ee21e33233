//! The installation's account: what admins see and change of it, and what the server works with.

use crate::db::stringee::{self as table, Stored};
use crate::permit::May;
use crate::{Backend, audit, db, secrets};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::stringee::{AccountDraft, AccountForm, AccountSettings, Hook};
use domain::telephone::{HotlineSettings, Provider, TelephoneProblem};
use serde_json::json;

const PROVIDER: Provider = Provider::Stringee;
/// Where each secret is at home.
const KEY_SECRET: &str = "stringee_account.key_secret";
const SIGNING_SECRET: &str = "stringee_account.signing_secret";

/// The account with its secrets open. Never leaves the server, and has nothing that could print it.
pub(crate) struct Account {
    pub(super) key_sid: String,
    pub(super) key_secret: String,
    pub(super) project_id: i64,
    pub(super) call_api: String,
    pub(super) contact_centre_api: String,
    pub(super) servers: Vec<String>,
    pub(super) signing_secret: Option<String>,
    pub(super) signed: Vec<Hook>,
    pub(super) path: String,
    pub(super) answer_timeout: i64,
    pub(super) keep_recordings: bool,
}

impl Account {
    /// The stored account; `None` where there is none.
    pub(super) async fn stored(b: &Backend) -> Result<Option<Self>, Problem> {
        let Some(stored) = table::get(b.read().await?.on()).await? else { return Ok(None) };
        let open = |place: &str, sealed: &str| secrets::open(b, place, sealed).map_err(|_| unreadable());
        Ok(Some(Self {
            key_secret: open(KEY_SECRET, &stored.key_secret)?,
            signing_secret: stored.signing_secret.map(|sealed| open(SIGNING_SECRET, &sealed)).transpose()?,
            key_sid: stored.key_sid,
            project_id: stored.project_id,
            call_api: stored.call_api,
            contact_centre_api: stored.contact_centre_api,
            servers: stored.servers,
            signed: stored.signed,
            path: stored.path,
            answer_timeout: stored.answer_timeout,
            keep_recordings: stored.keep_recordings,
        }))
    }
}

/// The account, without its secrets; the usual addresses when nothing is stored yet.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn settings(b: &Backend, who: &Actor) -> Result<AccountSettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let mut read = b.read().await?;
    let stored = table::get(read.on()).await?;
    let hotlines = db::hotlines::list(read.on(), PROVIDER).await?;
    Ok(shown(stored, hotlines))
}

/// Saves the account; empty secrets keep the stored ones. The addresses that the provider calls stay as they are.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn save(b: &Backend, who: &Actor, form: &AccountForm) -> Result<AccountSettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    let before = table::get(tx.on()).await?;
    let told = json!({
        "key_sid": draft.key_sid,
        "project_id": draft.project_id,
        "call_api": draft.call_api,
        "contact_centre_api": draft.contact_centre_api,
        "signed": draft.signed,
        "hotlines": draft.hotlines,
        "key_secret_changed": draft.key_secret.is_some(),
        "signing_secret_changed": draft.signing_secret.is_some(),
    });
    let hotlines = draft.hotlines.clone();
    let stored = sealed(b, draft, before)?;
    table::put(tx.on(), &stored, b.now()).await?;
    db::hotlines::replace(tx.on(), PROVIDER, &hotlines).await?;
    audit::note(b, &mut tx, Some(who), "telephone.saved", format!("telephone:{}", PROVIDER.as_str()), told).await?;
    tx.commit().await?;
    Ok(shown(Some(stored), hotlines))
}

/// Gives the addresses that the provider calls another unguessable part: the old ones are nobody's from now on.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] without an account.
pub async fn renew_path(b: &Backend, who: &Actor) -> Result<AccountSettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let mut tx = b.write().await?;
    let before = table::get(tx.on()).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let renewed = Stored { path: new_path(b), ..before };
    table::put(tx.on(), &renewed, b.now()).await?;
    let hotlines = db::hotlines::list(tx.on(), PROVIDER).await?;
    let subject = format!("telephone:{}", PROVIDER.as_str());
    audit::note(b, &mut tx, Some(who), "telephone.addresses_renewed", subject, json!({})).await?;
    tx.commit().await?;
    Ok(shown(Some(renewed), hotlines))
}

/// Nobody can guess it.
fn new_path(b: &Backend) -> String {
    URL_SAFE_NO_PAD.encode(b.random::<24>())
}

/// The account that a demonstration or a test has at a pretend provider.
pub(crate) async fn install(b: &Backend, draft: AccountDraft, path: &str) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    let before = table::get(tx.on()).await?;
    let hotlines = draft.hotlines.clone();
    let stored = Stored { path: path.to_owned(), ..sealed(b, draft, before)? };
    table::put(tx.on(), &stored, b.now()).await?;
    db::hotlines::replace(tx.on(), PROVIDER, &hotlines).await?;
    Ok(tx.commit().await?)
}

/// Where a page that telephones may connect to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// The service that names the sockets.
    pub call_api: String,
    /// The sockets; empty where the browser kit finds them through the service.
    pub servers: Vec<String>,
}

/// Where a page that telephones may connect to, for whoever may use the telephone.
///
/// # Errors
/// [`Problem::Telephone`] when no account is set up.
pub async fn addresses(b: &Backend, who: &Actor) -> Result<Addresses, Problem> {
    who.may(Action::UseTelephone)?;
    let stored = table::get(b.read().await?.on()).await?;
    let stored = stored.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    Ok(Addresses { call_api: stored.call_api, servers: stored.servers })
}

/// What is stored from now on.
fn sealed(b: &Backend, draft: AccountDraft, before: Option<Stored>) -> Result<Stored, Problem> {
    let (key_before, signing_before, path) = match before {
        Some(before) => (Some(before.key_secret), before.signing_secret, before.path),
        None => (None, None, new_path(b)),
    };
    let seal = |place: &str, secret: &str| secrets::seal(b, place, secret).map_err(|_| unreadable());
    let key_secret = match &draft.key_secret {
        Some(secret) => seal(KEY_SECRET, secret)?,
        None => key_before.ok_or(Problem::at(Field::AccessKey, FieldProblem::Required))?,
    };
    let signing_secret = match &draft.signing_secret {
        Some(secret) => Some(seal(SIGNING_SECRET, secret)?),
        None => signing_before,
    };
    if signing_secret.is_none() && !draft.signed.is_empty() {
        return Err(Problem::at(Field::SigningKey, FieldProblem::Required));
    }
    Ok(Stored {
        key_sid: draft.key_sid,
        key_secret,
        project_id: draft.project_id,
        call_api: draft.call_api,
        contact_centre_api: draft.contact_centre_api,
        servers: draft.servers,
        signing_secret,
        signed: draft.signed,
        path,
        answer_timeout: draft.answer_timeout,
        keep_recordings: draft.keep_recordings,
    })
}

fn shown(stored: Option<Stored>, hotlines: Vec<HotlineSettings>) -> AccountSettings {
    let Some(stored) = stored else { return AccountSettings { hotlines, ..AccountSettings::default() } };
    AccountSettings {
        key_sid: stored.key_sid,
        has_key_secret: true,
        project_id: stored.project_id,
        call_api: stored.call_api,
        contact_centre_api: stored.contact_centre_api,
        servers: stored.servers,
        has_signing_secret: stored.signing_secret.is_some(),
        signed: stored.signed,
        path: stored.path,
        answer_timeout: stored.answer_timeout,
        keep_recordings: stored.keep_recordings,
        hotlines,
    }
}

fn unreadable() -> Problem {
    tracing::error!("the provider's secrets cannot be sealed or opened: is the installation's secret key another one?");
    Problem::Unavailable
}

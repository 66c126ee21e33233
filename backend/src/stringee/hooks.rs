//! What comes to the addresses that the provider calls: who may ask, what is answered, and what is written down of it.

use super::account::Account;
use super::events::{self, NotTaken};
use super::{agents, callout, customer, signature};
use crate::permit::May;
use crate::{Backend, db, routing};
use domain::access::{Action, Actor};
use domain::deliveries::Delivery;
use domain::problem::Problem;
use domain::routing::Route;
use domain::stringee::{Hook, Unreadable};
use domain::telephone::Provider;
use domain::times::DAY;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tokio::time::timeout;

/// Who is asked for is known within this time, or else nobody waits for us any longer.
const KNOWING: Duration = Duration::from_millis(1_500);
/// A telling that is on the disk within this time, or else shall be told again.
const TELLING: Duration = Duration::from_secs(10);
/// How many of the latest are shown.
const SHOWN: i64 = 100;
/// How long they are kept.
const KEPT: i64 = 3 * DAY;

/// A question or telling as it came.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The account's part of the address.
    pub account: &'a str,
    /// Which of its addresses.
    pub hook: Hook,
    /// What it is signed with.
    pub signature: Option<&'a str>,
    /// What is signed: the body, or the address as it was sent where there is none.
    pub signed: &'a [u8],
    /// The body.
    pub body: &'a [u8],
    /// The query, by name.
    pub query: &'a BTreeMap<String, String>,
    /// The address that people type for this installation: below it the provider is told to call.
    pub site: &'a str,
}

/// What is answered.
#[derive(Debug)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The body, as JSON.
    pub body: Value,
    /// What is to be kept of it once it is answered, see [`keep`]; nothing of what came to an address that is nobody's.
    pub afterwards: Option<Afterwards>,
}

/// What is kept of a question once it is answered: whoever asks does not wait for that.
#[derive(Debug)]
pub struct Afterwards {
    /// That it came, and what became of it.
    pub delivery: Delivery,
    decided: Option<Decided>,
}

/// Whom the callers of a queue were given to.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) queue: String,
    pub(super) routes: Vec<(String, Route)>,
}

/// What became of a question, before it is known how long that took.
pub(super) struct Outcome {
    status: u16,
    body: Value,
    problem: Option<&'static str>,
    decided: Option<Decided>,
}

impl Outcome {
    pub(super) fn done(body: Value) -> Self {
        Self { status: 200, body, problem: None, decided: None }
    }

    pub(super) fn decided(body: Value, decided: Decided) -> Self {
        Self { decided: Some(decided), ..Self::done(body) }
    }

    /// A valid answer all the same, though not all could be asked that should have been.
    pub(super) fn makeshift(body: Value, problem: &'static str) -> Self {
        Self { problem: Some(problem), ..Self::done(body) }
    }

    pub(super) fn refused(status: u16, problem: &'static str) -> Self {
        Self { status, problem: Some(problem), ..Self::done(json!({ "error": problem })) }
    }
}

/// Answers a question or takes a telling. Who asks is known by the unguessable part of the address and, where it is
/// switched on, by the signature: nobody is signed in here.
pub async fn answer(b: &Backend, asked: &Asked<'_>) -> Answered {
    let (at, began) = (b.now(), Instant::now());
    let account = match timeout(KNOWING, Account::stored(b)).await {
        Ok(Ok(Some(account))) if signature::same(&account.path, asked.account) => account,
        Ok(Ok(_)) => return Answered { status: 404, body: json!({ "error": "unknown" }), afterwards: None },
        Ok(Err(_)) => return Answered { status: 503, body: json!({ "error": "unavailable" }), afterwards: None },
        Err(_) => return Answered { status: 503, body: json!({ "error": "slow" }), afterwards: None },
    };
    let outcome = if is_genuine(&account, asked) {
        dispatch(b, &account, asked).await
    } else {
        Outcome::refused(401, "signature")
    };
    let delivery = Delivery {
        hook: asked.hook.as_str().to_owned(),
        at,
        status: outcome.status,
        took_ms: i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX),
        problem: outcome.problem.map(str::to_owned),
    };
    let afterwards = Afterwards { delivery, decided: outcome.decided };
    Answered { status: outcome.status, body: outcome.body, afterwards: Some(afterwards) }
}

/// Whether the signature fits, where one is asked for.
fn is_genuine(account: &Account, asked: &Asked<'_>) -> bool {
    if !account.signed.contains(&asked.hook) {
        return true;
    }
    match (&account.signing_secret, asked.signature) {
        (Some(key), Some(given)) => signature::fits(key, asked.signed, given),
        _ => false,
    }
}

async fn dispatch(b: &Backend, account: &Account, asked: &Asked<'_>) -> Outcome {
    match asked.hook {
        Hook::Events | Hook::Recordings => telling(b, account, asked.body).await,
        Hook::Agents => agents::answer(b, account, asked.body).await,
        Hook::Callout => callout::answer(b, account, asked).await,
        Hook::Customer => customer::answer(b, asked.query).await,
    }
}

/// Answered only once it is on the disk.
async fn telling(b: &Backend, account: &Account, body: &[u8]) -> Outcome {
    match timeout(TELLING, events::take(b, account, body)).await {
        Ok(Ok(())) => Outcome::done(json!({ "r": 0 })),
        Ok(Err(NotTaken::Unreadable(Unreadable::NotAnEvent))) => Outcome::refused(400, "unreadable"),
        Ok(Err(NotTaken::Unreadable(Unreadable::NoCall))) => Outcome::refused(400, "no call"),
        Ok(Err(NotTaken::Ours)) => Outcome::refused(503, "unavailable"),
        Err(_) => Outcome::refused(503, "slow"),
    }
}

/// Writes down what came, what became of it, and what was decided.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn keep(b: &Backend, afterwards: &Afterwards) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    db::deliveries::insert(tx.on(), &b.new_id(), Provider::Stringee, &afterwards.delivery).await?;
    tx.commit().await?;
    match &afterwards.decided {
        Some(decided) => routing::keep(b, Provider::Stringee, &decided.queue, &decided.routes).await,
        None => Ok(()),
    }
}

/// What came lately, newest first.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn deliveries(b: &Backend, who: &Actor) -> Result<Vec<Delivery>, Problem> {
    who.may(Action::ManageTelephone)?;
    Ok(db::deliveries::latest(b.read().await?.on(), Provider::Stringee, SHOWN).await?)
}

/// Forgets what came long ago. To be called now and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn forget_deliveries(b: &Backend) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    db::deliveries::forget(tx.on(), b.now().plus(-KEPT)).await?;
    tx.commit().await?;
    events::forget(b).await
}

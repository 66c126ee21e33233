//! The provider's own history of calls: its settings, and reading it. What it adds to calls is in [`apply`].

mod apply;

pub(crate) use apply::{Teller, adopt, all, calls_of, found_somebody, provider_id, take_over, with_id};

use crate::db::history::{self as table, Row};
use crate::permit::May;
use crate::threec::{Archive, Silent};
use crate::{Backend, audit, secrets};
use domain::access::{Action, Actor};
use domain::calls::{Progress, TURN, Window};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::telephone::{HistoryForm, HistorySettings, Provider, TelephoneProblem};
use domain::threec::HISTORY_PAGE;
use domain::times::HOUR;
use serde_json::json;

/// Whose history it is.
const PROVIDER: &str = Provider::ThreeC.as_str();
/// The source of what it tells.
const SOURCE: &str = "history";
/// Pages of one window at most: a service that never ends is not followed for ever.
const PAGES: usize = 400;

/// The history's settings, without its key, and how reading it goes.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn settings(b: &Backend, who: &Actor) -> Result<HistorySettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let mut read = b.read().await?;
    let row = table::account(read.on(), PROVIDER).await?;
    let (progress, problem) = table::progress(read.on(), PROVIDER).await?;
    let problem = table::problem_of(problem.as_deref())?;
    Ok(HistorySettings {
        address: row.as_ref().and_then(|row| row.history_address.clone()).unwrap_or_default(),
        has_key: row.as_ref().is_some_and(|row| row.history_key.is_some()),
        on: row.is_some_and(|row| row.history_on),
        ran_at: progress.ran_at,
        not_before: problem.is_some().then_some(progress.not_before),
        problem,
        swept_at: progress.swept_at,
    })
}

/// Saves the history's settings; an empty key keeps the stored one. Reading begins anew.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend; [`Problem::Telephone`] while
/// the provider's account itself is not set up.
pub async fn save(b: &Backend, who: &Actor, form: &HistoryForm) -> Result<HistorySettings, Problem> {
    who.may(Action::ManageTelephone)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    let before = table::account(tx.on(), PROVIDER).await?;
    let before = before.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let key_changed = draft.key.is_some();
    let history_key = match &draft.key {
        Some(key) => Some(secrets::seal(b, &place(), key).map_err(|secrets::Unreadable| unreadable())?),
        None => before.history_key,
    };
    if draft.on && history_key.is_none() {
        return Err(Problem::at(Field::AccessKey, FieldProblem::Required));
    }
    let row = Row { history_address: draft.address, history_key, history_on: draft.on, ..before };
    table::save(tx.on(), PROVIDER, &row, b.now()).await?;
    table::forget(tx.on(), PROVIDER).await?;
    let told = json!({ "history_address": row.history_address, "on": row.history_on, "key_changed": key_changed });
    audit::note(b, &mut tx, Some(who), "history.saved", format!("telephone:{PROVIDER}"), told).await?;
    tx.commit().await?;
    settings(b, who).await
}

/// Asks the history for its last hour with what is stored, to see whether it answers.
///
/// # Errors
/// [`Problem::Telephone`] with what the provider says.
pub async fn test(b: &Backend, who: &Actor) -> Result<(), Problem> {
    who.may(Action::ManageTelephone)?;
    let archive = archive(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let window = Window { from: b.now().plus(-HOUR), to: b.now() };
    let answer = archive.page(b.client()?, window, 1).await;
    answer.map(drop).map_err(|silent| Problem::Telephone(silent.problem))
}

/// The history that a demonstration or a test has at a pretend provider.
pub(crate) async fn install(b: &Backend, address: &str, key: &str) -> Result<(), Problem> {
    let sealed = secrets::seal(b, &place(), key).map_err(|secrets::Unreadable| unreadable())?;
    let mut tx = b.write().await?;
    let Some(before) = table::account(tx.on(), PROVIDER).await? else { return Ok(()) };
    let row = Row { history_address: Some(address.to_owned()), history_key: Some(sealed), history_on: true, ..before };
    table::save(tx.on(), PROVIDER, &row, b.now()).await?;
    Ok(tx.commit().await?)
}

/// Reads what is new in the history when it is time to, and goes on with the daily sweep. To be called every few
/// seconds; of several servers one has the turn.
///
/// # Errors
/// [`Problem::Unavailable`] only; what the provider refuses is kept with the settings.
pub async fn poll(b: &Backend) -> Result<(), Problem> {
    if !is_due(b).await? {
        return Ok(());
    }
    let Some(archive) = archive(b).await?.filter(|archive| archive.on) else { return Ok(()) };
    let Some((progress, window)) = take_turn(b).await? else { return Ok(()) };
    let sweep = progress.sweep(b.now());
    let outcome = match read(b, &archive.service, window).await {
        Ok(()) => match sweep {
            Some(part) => read(b, &archive.service, part).await,
            None => Ok(()),
        },
        silent => silent,
    };
    end_turn(b, progress, sweep, outcome).await
}

/// Looks without a transaction: mostly it is too early.
async fn is_due(b: &Backend) -> Result<bool, Problem> {
    let mut read = b.read().await?;
    let (progress, _) = table::progress(read.on(), PROVIDER).await?;
    let expected = table::expected(read.on(), b.now()).await?;
    Ok(progress.due(expected, b.now()).is_some())
}

async fn take_turn(b: &Backend) -> Result<Option<(Progress, Window)>, Problem> {
    let mut tx = b.write().await?;
    tx.alone("history").await?;
    let (progress, problem) = table::progress(tx.on(), PROVIDER).await?;
    let expected = table::expected(tx.on(), b.now()).await?;
    let Some(window) = progress.due(expected, b.now()) else { return Ok(None) };
    let taken = Progress { not_before: b.now().plus(TURN), ..progress.clone() };
    table::keep(tx.on(), PROVIDER, &taken, problem.as_deref()).await?;
    tx.commit().await?;
    Ok(Some((progress, window)))
}

async fn end_turn(
    b: &Backend,
    progress: Progress,
    swept: Option<Window>,
    outcome: Result<(), Stopped>,
) -> Result<(), Problem> {
    let (progress, problem) = match outcome {
        Ok(()) => (progress.ran(swept, b.now()), None),
        Err(Stopped::Here(problem)) => return Err(problem),
        Err(Stopped::There(silent)) => {
            tracing::info!(problem = ?silent.problem, "the provider's history does not tell");
            (progress.failed(silent.wait, b.now()), serde_json::to_string(&silent.problem).ok())
        }
    };
    let mut tx = b.write().await?;
    table::keep(tx.on(), PROVIDER, &progress, problem.as_deref()).await?;
    Ok(tx.commit().await?)
}

/// Why reading stopped: at the provider, or with us.
enum Stopped {
    There(Silent),
    Here(Problem),
}

impl From<Problem> for Stopped {
    fn from(problem: Problem) -> Self {
        Self::Here(problem)
    }
}

/// Reads a window page by page.
async fn read(b: &Backend, archive: &Archive, window: Window) -> Result<(), Stopped> {
    let client = b.client()?;
    let mut before = Vec::new();
    for page in 1..=PAGES {
        let told = archive.page(client, window, page).await.map_err(Stopped::There)?;
        if told.unreadable > 0 {
            tracing::warn!(lines = told.unreadable, "lines of the provider's history cannot be read");
        }
        // A service that does not know pages tells the same again.
        if told.calls == before {
            return Ok(());
        }
        let teller = Teller { provider: Provider::ThreeC, domain: &archive.domain, source: SOURCE };
        all(b, teller, &told.calls).await?;
        let more = told.lines >= HISTORY_PAGE && told.total.is_none_or(|total| total > (page * HISTORY_PAGE) as u64);
        if !more {
            return Ok(());
        }
        before = told.calls;
    }
    Ok(())
}

/// The history service, and whether it is switched on.
pub(crate) struct Switched {
    pub(crate) on: bool,
    pub(crate) service: Archive,
}

impl std::ops::Deref for Switched {
    type Target = Archive;

    fn deref(&self) -> &Archive {
        &self.service
    }
}

/// The history service as stored; `None` until address and key are there.
pub(crate) async fn archive(b: &Backend) -> Result<Option<Switched>, Problem> {
    let row = table::account(b.read().await?.on(), PROVIDER).await?;
    let Some((address, sealed, row)) =
        row.and_then(|row| Some((row.history_address.clone()?, row.history_key.clone()?, row)))
    else {
        return Ok(None);
    };
    let key = secrets::open(b, &place(), &sealed).map_err(|secrets::Unreadable| unreadable())?;
    Ok(Some(Switched { on: row.history_on, service: Archive { address, domain: row.domain, key } }))
}

/// Where the sealed key is at home.
fn place() -> String {
    format!("provider_accounts.history_key:{PROVIDER}")
}

fn unreadable() -> Problem {
    tracing::error!("the history's key cannot be sealed or opened: is the installation's secret key another one?");
    Problem::Unavailable
}

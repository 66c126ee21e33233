//! Recordings of calls: fetched by the server for whoever may see the call, part by part; the provider's address and key
//! stay here. Each listening is written down once.

mod fetch;
mod guard;

pub(crate) use fetch::Clients;
pub use fetch::Sound;

use crate::calls::visible;
use crate::db::calls::Row;
use crate::db::recordings as table;
use crate::history::{Switched, archive};
use crate::permit::May;
use crate::{Backend, audit, db, scope};
use domain::access::{Action, Actor};
use domain::calls::{RecordingAddress, RecordingState, fold};
use domain::ids::CallId;
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;
use domain::times::HOUR;
use fetch::{Asked, Lost, Wanted};
use serde_json::json;

/// A listening is another one after so long.
const SAME_LISTENING: i64 = 6 * HOUR;
/// The longest name of a listening.
const NAME_MAX: usize = 64;

/// Whether a call can be listened to.
///
/// # Errors
/// [`Problem::Forbidden`] for a call the member does not see, [`Problem::NotFound`].
pub async fn state(b: &Backend, who: &Actor, call: &CallId) -> Result<RecordingState, Problem> {
    who.may(Action::PlayRecordings)?;
    seen(b, who, call).await?;
    let mut read = b.read().await?;
    if let Some(recording) = table::of_call(read.on(), call).await? {
        return Ok(if recording.state == "failed" { RecordingState::Failed } else { RecordingState::Ready });
    }
    let facts = db::call_events::of_call(read.on(), call).await?;
    drop(read);
    let is_read = archive(b).await?.is_some_and(|archive| archive.on);
    let state = fold(&facts);
    let answered = state.as_ref().is_some_and(|state| state.answered_at.is_some());
    Ok(RecordingState::before(is_read, answered, state.and_then(|state| state.ended_at), b.now()))
}

/// A call's recording, or the part of it that `range` asks for as HTTP does. `listening` names one listening: all its
/// parts are written down once.
///
/// # Errors
/// [`Problem::Forbidden`] for a call the member does not see, [`Problem::NotFound`] without a recording,
/// [`Problem::Telephone`] when it cannot be fetched.
pub async fn open(
    b: &Backend,
    who: &Actor,
    call: &CallId,
    range: Option<&str>,
    listening: &str,
) -> Result<Sound, Problem> {
    who.may(Action::PlayRecordings)?;
    let row = seen(b, who, call).await?;
    let recording = table::of_call(b.read().await?.on(), call).await?.ok_or(Problem::NotFound)?;
    let address = RecordingAddress { stream: recording.stream, download: recording.download };
    let archive = archive(b).await?.ok_or(Problem::Telephone(TelephoneProblem::NotConfigured))?;
    let part = range.and_then(Asked::read);
    let opened = match fetched(b, &archive, &address, part).await {
        Err(Lost::Gone) => match told_again(b, &archive, &row, call).await? {
            Some(address) => fetched(b, &archive, &address, part).await,
            None => Err(Lost::Gone),
        },
        opened => opened,
    };
    match opened {
        Ok(sound) => {
            heard(b, who, call, listening, &sound, &recording.state).await?;
            Ok(sound)
        }
        Err(lost) => Err(failed(b, call, lost).await?),
    }
}

async fn seen(b: &Backend, who: &Actor, call: &CallId) -> Result<Row, Problem> {
    let mut read = b.read().await?;
    let row = db::calls::by_id(read.on(), call).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    Ok(row)
}

async fn fetched(
    b: &Backend,
    archive: &Switched,
    address: &RecordingAddress,
    from: Option<Asked>,
) -> Result<Sound, Lost> {
    let clients = b.recording_clients().map_err(|_| Lost::Unreachable)?;
    let mut last = Lost::Gone;
    for address in [&address.stream, &address.download].into_iter().flatten() {
        let wanted = Wanted { address, configured: &archive.address, key: &archive.key, from };
        match fetch::open(clients, &wanted).await {
            Ok(sound) => return Ok(sound),
            Err(lost) => last = lost,
        }
    }
    Err(last)
}

/// Asks the history once more: addresses run out.
async fn told_again(
    b: &Backend,
    archive: &Switched,
    row: &Row,
    call: &CallId,
) -> Result<Option<RecordingAddress>, Problem> {
    let facts = db::call_events::of_call(b.read().await?.on(), call).await?;
    let Some(id) = fold(&facts).and_then(|state| state.provider_id) else { return Ok(None) };
    let Ok(told) = archive.call(b.client()?, &id).await else { return Ok(None) };
    let mut parts = told.calls.into_iter().filter(|part| part.recording.is_some()).collect::<Vec<_>>();
    parts.sort_by_key(|part| (part.course.started_at.0 - row.started_at).abs());
    let Some(address) = parts.into_iter().find_map(|part| part.recording) else { return Ok(None) };
    let mut tx = b.write().await?;
    table::note(tx.on(), call, &address, b.now()).await?;
    tx.commit().await?;
    Ok(Some(address))
}

/// Writes a listening down before the first sound is heard.
async fn heard(
    b: &Backend,
    who: &Actor,
    call: &CallId,
    listening: &str,
    sound: &Sound,
    state: &str,
) -> Result<(), Problem> {
    let listening: String = listening.chars().take(NAME_MAX).collect();
    let before = table::listened(b.read().await?.on(), call, &who.id, &listening).await?;
    if before.is_some_and(|at| b.now().since(at) < SAME_LISTENING) {
        return Ok(());
    }
    let mut tx = b.write().await?;
    tx.alone(&format!("listening:{}:{call}", who.id)).await?;
    let before = table::listened(tx.on(), call, &who.id, &listening).await?;
    if before.is_none_or(|at| b.now().since(at) >= SAME_LISTENING) {
        table::listen(tx.on(), call, &who.id, &listening, b.now()).await?;
        audit::note(b, &mut tx, Some(who), "recording.played", format!("call:{call}"), json!({})).await?;
    }
    if state != "ready" {
        let size = sound.length.filter(|_| sound.range.is_none()).and_then(|length| i64::try_from(length).ok());
        table::fetched(tx.on(), call, "ready", size, Some(sound.content_type)).await?;
    }
    Ok(tx.commit().await?)
}

async fn failed(b: &Backend, call: &CallId, lost: Lost) -> Result<Problem, Problem> {
    let mut tx = b.write().await?;
    table::fetched(tx.on(), call, "failed", None, None).await?;
    tx.commit().await?;
    Ok(Problem::Telephone(match lost {
        Lost::Gone | Lost::Unfit => TelephoneProblem::Unintelligible,
        Lost::Unreachable => TelephoneProblem::ProviderUnreachable,
    }))
}

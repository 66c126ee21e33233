//! Recordings of calls: fetched by the server for whoever may see the call, part by part; the provider's address and key
//! stay here. Each listening is written down once.

mod copies;
mod fetch;
mod guard;
mod ready;

pub(crate) use copies::{Copied, pieces};
pub(crate) use fetch::Clients;
pub use fetch::Sound;
pub use ready::poll;

use crate::calls::visible;
use crate::db::calls::Row;
use crate::db::recordings as table;
use crate::history::{Switched, archive};
use crate::permit::May;
use crate::{Backend, audit, db, scope, stringee};
use domain::access::{Action, Actor};
use domain::calls::{RecordingAddress, RecordingState, fold};
use domain::ids::CallId;
use domain::problem::Problem;
use domain::telephone::{Provider, TelephoneProblem};
use domain::times::HOUR;
use fetch::{Asked, Lost, Wanted};
use reqwest::header;
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
    let row = seen(b, who, call).await?;
    let mut read = b.read().await?;
    if let Some(recording) = table::of_call(read.on(), call).await? {
        return Ok(match recording.state.as_str() {
            "failed" => RecordingState::Failed,
            _ if recording.not_before.is_some() => RecordingState::Awaited,
            _ => RecordingState::Ready,
        });
    }
    let facts = db::call_events::of_call(read.on(), call).await?;
    drop(read);
    let is_read = match provider_of(&row) {
        Provider::ThreeC => archive(b).await?.is_some_and(|archive| archive.on),
        Provider::Stringee => true,
    };
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
    let part = range.and_then(Asked::read);
    let opened = match copied(b, call, &recording, part) {
        Some(copy) => Ok(copy),
        None => from_provider(b, &row, call, &recording, part).await?,
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

/// At which provider the call is.
fn provider_of(row: &Row) -> Provider {
    Provider::from_stored(row.begun().provider).unwrap_or_default()
}

/// Where recordings are fetched from, and how.
pub(crate) struct Service {
    pub(crate) address: String,
    /// What it is asked with: the name of a header, and what it says.
    pub(crate) header: (&'static str, String),
    /// Whether recordings are copied here.
    pub(crate) keeps_copies: bool,
}

impl Service {
    /// The address of a recording below that of the service.
    fn whole(&self, path: &str) -> String {
        if self.keeps_below() && path.starts_with('/') { format!("{}{path}", self.address) } else { path.to_owned() }
    }

    /// Paths that a history tells of begin at the host; those that we know ourselves begin at the service.
    fn keeps_below(&self) -> bool {
        self.header.0 != header::AUTHORIZATION.as_str()
    }
}

/// The service of a provider, where one is set up.
async fn service_of(b: &Backend, provider: &str) -> Result<Option<Service>, Problem> {
    match Provider::from_stored(provider).unwrap_or_default() {
        Provider::ThreeC => Ok(archive(b).await?.map(|archive| archive_service(&archive))),
        Provider::Stringee => stringee::recording_service(b).await,
    }
}

fn archive_service(archive: &Switched) -> Service {
    let header = (header::AUTHORIZATION.as_str(), format!("Bearer {}", archive.key));
    Service { address: archive.address.clone(), header, keeps_copies: false }
}

/// Our own copy, where there is one.
fn copied(b: &Backend, call: &CallId, recording: &table::Row, from: Option<Asked>) -> Option<Sound> {
    let size = u64::try_from(recording.copied_bytes?).ok()?;
    let content_type = recording.content_type.as_deref().unwrap_or_default();
    read_copy(b, Copied::Recording(call.clone()), (size, content_type), from)
}

/// A copy of so many bytes and of this kind, or the part of it that is asked for; `None` for a part behind its end.
fn read_copy(b: &Backend, of: Copied, (size, content_type): (u64, &str), from: Option<Asked>) -> Option<Sound> {
    let (range, said) = copies::part(size, from)?;
    let length = range.end - range.start;
    Sound::copy(content_type, length, said, copies::Reader::new(b, of, range))
}

/// The same for a part that is asked for as HTTP does. Whoever may hear it is whoever asks.
pub(crate) fn open_copy(b: &Backend, of: Copied, whole: (u64, &str), range: Option<&str>) -> Option<Sound> {
    read_copy(b, of, whole, range.and_then(Asked::read))
}

async fn from_provider(
    b: &Backend,
    row: &Row,
    call: &CallId,
    recording: &table::Row,
    from: Option<Asked>,
) -> Result<Result<Sound, Lost>, Problem> {
    let not_set_up = || Problem::Telephone(TelephoneProblem::NotConfigured);
    let service = service_of(b, row.begun().provider).await?.ok_or_else(not_set_up)?;
    let address = RecordingAddress { stream: recording.stream.clone(), download: recording.download.clone() };
    let opened = fetched(b, &service, &address, from).await;
    if provider_of(row) != Provider::ThreeC || !matches!(opened, Err(Lost::Gone)) {
        return Ok(opened);
    }
    let archive = archive(b).await?.ok_or_else(not_set_up)?;
    Ok(match told_again(b, &archive, row, call).await? {
        Some(address) => fetched(b, &service, &address, from).await,
        None => Err(Lost::Gone),
    })
}

async fn fetched(
    b: &Backend,
    service: &Service,
    address: &RecordingAddress,
    from: Option<Asked>,
) -> Result<Sound, Lost> {
    let clients = b.recording_clients().map_err(|_| Lost::Unreachable)?;
    let mut last = Lost::Gone;
    for address in [&address.stream, &address.download].into_iter().flatten() {
        let address = service.whole(address);
        let wanted = Wanted { address: &address, configured: &service.address, header: &service.header, from };
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

//! Recordings that were told of and may not be there yet: asked for again and again, less often each time, and copied where
//! the account says so.

use super::fetch::{self, Lost, Sound, Wanted};
use super::{Service, copies, service_of};
use crate::Backend;
use crate::db::recordings::{self as table, Due};
use domain::ids::CallId;
use domain::problem::Problem;
use domain::times::{MINUTE, SECOND};

/// How many are asked for in one go.
const TOGETHER: i64 = 5;
/// The pause after the first time, in milliseconds; it doubles.
const FIRST_PAUSE: i64 = 5 * SECOND;
/// The longest pause.
const LONGEST_PAUSE: i64 = 10 * MINUTE;
/// After so many times it will not come any more: most of a day has passed.
const ATTEMPTS: i64 = 100;
/// Whatever is shorter, in bytes, is no recording yet.
const SHORTEST: usize = 500;

/// Asks for recordings that are due. To be called every few seconds; of several servers each takes others.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn poll(b: &Backend) -> Result<(), Problem> {
    if table::due(b.read().await?.on(), b.now(), 1).await?.is_empty() {
        return Ok(());
    }
    for due in claim(b).await? {
        let call = CallId::new(due.call_id.clone());
        match look(b, &call, &due).await {
            Ok(Some(sound)) => keep(b, &call, sound).await?,
            Ok(None) if due.attempts >= ATTEMPTS => give_up(b, &call).await?,
            Ok(None) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

/// Takes those that are due, so that no other server does, and says when they are due again.
async fn claim(b: &Backend) -> Result<Vec<Due>, Problem> {
    let mut tx = b.write().await?;
    tx.alone("recordings").await?;
    let due = table::due(tx.on(), b.now(), TOGETHER).await?;
    for one in &due {
        let pause = FIRST_PAUSE.saturating_mul(1 << one.attempts.clamp(0, 20)).min(LONGEST_PAUSE);
        table::ask_again(tx.on(), &CallId::new(one.call_id.clone()), b.now().plus(pause)).await?;
    }
    tx.commit().await?;
    Ok(due)
}

/// A recording that is there.
struct Found {
    content_type: &'static str,
    size: Option<u64>,
    /// All of it, where it is to be copied.
    sound: Option<Vec<u8>>,
}

/// Looks whether a recording is there; `None` where it is not yet.
async fn look(b: &Backend, call: &CallId, due: &Due) -> Result<Option<Found>, Problem> {
    let Some(service) = service_of(b, &due.provider).await? else { return Ok(None) };
    let Some(path) = &due.stream else { return Ok(None) };
    let Service { address, header, keeps_copies } = &service;
    let whole = service.whole(path);
    let wanted = Wanted { address: &whole, configured: address, header, from: None };
    let sound = match fetch::open(b.recording_clients()?, &wanted).await {
        Ok(sound) => sound,
        Err(Lost::Gone | Lost::Unreachable | Lost::Unfit) => {
            tracing::debug!(%call, attempts = due.attempts, "a recording is not there yet");
            return Ok(None);
        }
    };
    Ok(heard(sound, *keeps_copies).await)
}

/// Reads as much as is needed to know that it is there.
async fn heard(mut sound: Sound, whole: bool) -> Option<Found> {
    let (content_type, size) = (sound.content_type, sound.length);
    let mut bytes = Vec::new();
    while whole || bytes.len() < SHORTEST {
        match sound.next().await {
            Some(Ok(more)) => bytes.extend_from_slice(&more),
            Some(Err(_)) => return None,
            None => break,
        }
    }
    let is_there = bytes.len() >= SHORTEST;
    is_there.then(|| Found { content_type, size, sound: whole.then_some(bytes) })
}

async fn keep(b: &Backend, call: &CallId, found: Found) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    let copied = found.sound.as_ref().map(Vec::len).and_then(|size| i64::try_from(size).ok());
    if let Some(sound) = &found.sound {
        copies::keep(&mut tx, call, sound).await?;
    }
    let size = copied.or(found.size.and_then(|size| i64::try_from(size).ok()));
    table::fetched(tx.on(), call, "ready", size, Some(found.content_type)).await?;
    table::ready(tx.on(), call, copied).await?;
    tell(&mut tx, call).await?;
    Ok(tx.commit().await?)
}

async fn give_up(b: &Backend, call: &CallId) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::fetched(tx.on(), call, "failed", None, None).await?;
    table::ready(tx.on(), call, None).await?;
    tell(&mut tx, call).await?;
    Ok(tx.commit().await?)
}

/// Pages that show the call look again.
async fn tell(tx: &mut crate::db::Tx, call: &CallId) -> Result<(), Problem> {
    if let Some(row) = crate::db::calls::by_id(tx.on(), call).await? {
        tx.tell(row.change());
    }
    Ok(())
}

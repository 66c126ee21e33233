//! What the provider tells of calls: kept as it came, then folded into calls together with what browsers tell.

use super::account::Account;
use crate::Backend;
use crate::db::stringee as table;
use crate::history::{self, Teller};
use domain::problem::Problem;
use domain::stringee::{Event, Unreadable, event, legs, nobodys_part};
use domain::telephone::Provider;
use domain::times::{DAY, Millis};

/// The source of what is told.
const SOURCE: &str = "stringee-events";
/// Nothing new is told of a call so long after.
const KEPT: i64 = 30 * DAY;

/// Why a telling was not taken.
pub(super) enum NotTaken {
    /// It cannot be read: telling it again will not help.
    Unreadable(Unreadable),
    /// Our own fault, which the log tells of: it shall be told again.
    Ours,
}

impl From<Problem> for NotTaken {
    fn from(_: Problem) -> Self {
        Self::Ours
    }
}

/// Takes a telling. Once this answers it is on the disk, and the call says so.
pub(super) async fn take(b: &Backend, account: &Account, body: &[u8]) -> Result<(), NotTaken> {
    let told = event(body, b.now()).map_err(NotTaken::Unreadable)?;
    let text = std::str::from_utf8(body).map_err(|_| NotTaken::Unreadable(Unreadable::NotAnEvent))?;
    keep(b, &told, text).await?;
    Ok(fold(b, account, &told.call).await?)
}

async fn keep(b: &Backend, told: &Event, body: &str) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::keep_event(tx.on(), &told.key, &told.call, body, b.now()).await?;
    Ok(tx.commit().await?)
}

/// Makes our calls what everything that was told of one of the provider's adds up to. Telling it again changes nothing.
async fn fold(b: &Backend, account: &Account, call: &str) -> Result<(), Problem> {
    let kept = table::events(b.read().await?.on(), call).await?;
    let read = |(body, at): &(String, Millis)| event(body.as_bytes(), *at).ok();
    let told: Vec<Event> = kept.iter().filter_map(read).collect();
    let parts = legs(&told);
    let domain = account.project_id.to_string();
    let teller = Teller { provider: Provider::Stringee, domain: &domain, source: SOURCE };
    history::all(b, teller, &parts).await?;
    match parts.first().filter(|part| part.seat.is_some()) {
        Some(somebodys) => history::found_somebody(b, teller, &nobodys_part(call), somebodys).await,
        None => Ok(()),
    }
}

/// Forgets what was told long ago: the calls keep what it added up to.
pub(super) async fn forget(b: &Backend) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    table::forget_events(tx.on(), b.now().plus(-KEPT)).await?;
    Ok(tx.commit().await?)
}

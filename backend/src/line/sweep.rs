//! The sweep: calls and members whose tab is not heard of any more.

use super::status::{Heard, renew};
use crate::calls::Begins;
use crate::db::voice::{self as table, ContactRow, SWEEP};
use crate::{Backend, calls, db};
use domain::calls::{Fact, Reported, What};
use domain::contact::Patience;
use domain::ids::{CallId, FactId, SourceId, StaffId};
use domain::problem::Problem;
use domain::times::{DAY, HOUR, Millis};
use domain::voice::LOST_AFTER;

/// No call goes on for longer without anybody's tab.
const LONGEST: i64 = 4 * HOUR;

/// What a sweep concluded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Calls whose contact was lost.
    pub lost: u32,
    /// Calls whose contact was found again.
    pub found: u32,
    /// Calls taken for over.
    pub presumed: u32,
    /// Members who are not there any more.
    pub silent: u32,
}

/// Looks for calls and members whose tab has fallen silent or is heard of again. To be called every few seconds, by
/// each server: they wait for each other call by call, and what one has concluded the next finds done.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn sweep(b: &Backend, patience: Patience) -> Result<Swept, Problem> {
    let mut swept = Swept::default();
    let (now, heard_of_since) = (b.now(), b.now().plus(-LOST_AFTER));
    let mut rows = table::running(b.read().await?.on(), now.plus(-LONGEST)).await?;
    rows.extend(table::returned(b.read().await?.on(), heard_of_since).await?);
    for row in rows {
        if row.contact()?.conclusion(now, patience).is_some() {
            swept.count(conclude(b, &row.call(), patience).await?.as_ref());
        }
    }
    for member in db::members::silent(b.read().await?.on(), heard_of_since).await? {
        swept.silent += u32::from(falls_silent(b, &member).await?);
    }
    Ok(swept)
}

/// Forgets when tabs were last heard of whose calls are long over. To be called now and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn forget_contacts(b: &Backend) -> Result<u64, Problem> {
    let mut tx = b.write().await?;
    let forgotten = table::forget(tx.on(), b.now().plus(-DAY)).await?;
    tx.commit().await?;
    Ok(forgotten)
}

/// Writes down what is to be concluded from a call as it stands now that nobody else writes to it.
async fn conclude(b: &Backend, call: &CallId, patience: Patience) -> Result<Option<What>, Problem> {
    let mut tx = b.write().await?;
    calls::alone_with(&mut tx, call).await?;
    let row: Option<ContactRow> = table::of_call(tx.on(), call).await?;
    let contact = row.map(|row| row.contact()).transpose()?;
    let Some((what, at)) = contact.and_then(|contact| contact.conclusion(b.now(), patience)) else { return Ok(None) };
    let fact = fact(call, what.clone(), at);
    calls::store_from_server(b, &mut tx, Begins::by(None), &Reported { call: call.clone(), facts: vec![fact] }).await?;
    tx.commit().await?;
    Ok(Some(what))
}

/// The same conclusion is the same fact, whoever draws it and however often.
fn fact(call: &CallId, what: What, at: Millis) -> Fact {
    let kind = match what {
        What::ContactLost => "lost",
        What::ContactFound => "found",
        _ => "over",
    };
    Fact { id: FactId::new(format!("{call}:{kind}:{}", at.0)), source: SourceId::new(SWEEP), at, what }
}

/// Whether a member who was said to be there no longer is.
async fn falls_silent(b: &Backend, member: &StaffId) -> Result<bool, Problem> {
    let mut tx = b.write().await?;
    renew(&mut tx, member, Heard::Nothing, b.now()).await?;
    let changed = tx.has_news();
    tx.commit().await?;
    Ok(changed)
}

impl Swept {
    fn count(&mut self, what: Option<&What>) {
        match what {
            Some(What::ContactLost) => self.lost += 1,
            Some(What::ContactFound) => self.found += 1,
            Some(_) => self.presumed += 1,
            None => {}
        }
    }
}

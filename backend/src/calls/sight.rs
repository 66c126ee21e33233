//! Who looked at a call, and the end of a call's days.

use super::{record, visible};
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, missed, scope};
use domain::access::{Action, Actor};
use domain::calls::Sighting;
use domain::ids::CallId;
use domain::live::Change;
use domain::problem::Problem;
use domain::times::HOUR;
use serde_json::json;

/// The audit's word for a call that somebody else opened.
const OPENED: &str = "call.opened";
/// The most calls that go at once.
const MOST: usize = 500;

/// Who opened a call of somebody else or listened to it, latest first.
///
/// # Errors
/// [`Problem::Forbidden`] for agents and for calls that one may not see; [`Problem::NotFound`].
pub async fn seen_by(b: &Backend, who: &Actor, id: &CallId) -> Result<Vec<Sighting>, Problem> {
    who.may(Action::SeeTeamCalls)?;
    let mut read = b.read().await?;
    let row = db::calls::by_id(read.on(), id).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    Ok(db::audit::sightings(read.on(), &subject(id)).await?)
}

/// Writes down that somebody opened a call that is not theirs; once an hour is enough.
pub(super) async fn opened(b: &Backend, who: &Actor, id: &CallId) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    let since = b.now().plus(-HOUR);
    if !db::audit::done_since(tx.on(), &subject(id), OPENED, &who.id, since).await? {
        audit::note(b, &mut tx, Some(who), OPENED, subject(id), json!({})).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes calls out of every list; what is known of them stays in the database, and what still arrives does not bring
/// them back. Calls that are gone already stay so.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn delete(b: &Backend, who: &Actor, ids: &[CallId]) -> Result<(), Problem> {
    who.may(Action::DeleteCalls)?;
    let mut tx = b.write().await?;
    for id in ids.iter().take(MOST) {
        remove(b, &mut tx, who, id).await?;
    }
    Ok(tx.commit().await?)
}

async fn remove(b: &Backend, tx: &mut Tx, who: &Actor, id: &CallId) -> Result<(), Problem> {
    tx.alone(&record::alone(id)).await?;
    let Some(row) = db::calls::by_id(tx.on(), id).await? else { return Ok(()) };
    db::calls::delete(tx.on(), id, b.now()).await?;
    missed::follow(b, tx, None, &row).await?;
    let details = json!({ "agent": row.agent_id, "number": row.number_raw, "started_at": row.started_at });
    audit::note(b, tx, Some(who), "call.deleted", subject(id), details).await?;
    tx.tell(Change::Call { call: id.clone(), agent: row.agent(), team: row.team(), rings: false });
    Ok(())
}

fn subject(id: &CallId) -> String {
    format!("call:{id}")
}

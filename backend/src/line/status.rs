//! What a member does: derived anew whenever something is heard, written and told only when it changed.

use super::{alone, no_line};
use crate::db::members::{self as table, Stored};
use crate::db::{self, Tx};
use domain::floor::{Known, Status, status};
use domain::ids::{CallId, StaffId};
use domain::live::Change;
use domain::problem::Problem;
use domain::times::Millis;
use domain::voice::LineReport;

/// What was heard of a member.
pub(crate) enum Heard {
    /// The beat of their tab with the telephone, or of any where none has it.
    Beat {
        /// How its line is.
        line: LineReport,
        /// The call that is written up.
        wrap_up: Option<CallId>,
    },
    /// Their browser told what has just happened to a call.
    Facts,
    /// Their page was left.
    Left,
    /// Nothing of them: their calls or only the time went on.
    Nothing,
}

/// Derives what a member does from what was known, what was heard now, and their running calls.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub(crate) async fn renew(tx: &mut Tx, member: &StaffId, heard: Heard, now: Millis) -> Result<(), Problem> {
    tx.alone(&alone(member)).await?;
    let before = table::of_member(tx.on(), member).await?;
    let calls = table::running(tx.on(), member).await?;
    let mut after = heard_now(before.clone().unwrap_or_else(|| never_seen(now)), heard, now);
    let known = Known { heard_at: after.heard_at, line: &after.line, calls: &calls, wrap_up: after.wrap_up.as_ref() };
    (after.status, after.call) = status(known, now);
    if before.is_none() && after.status == Status::Offline {
        return Ok(());
    }
    let changed = before.as_ref().is_none_or(|before| (before.status, &before.call) != (after.status, &after.call));
    if changed {
        after.since = began(before.as_ref(), &after, now);
        if let Some(before) = &before {
            table::close(tx.on(), member, before.since, after.since).await?;
        }
        table::open(tx.on(), member, &after).await?;
    }
    if before.as_ref() != Some(&after) {
        table::put(tx.on(), member, &after).await?;
    }
    if before.is_none_or(|before| Stored { heard_at: after.heard_at, ..before } != after) {
        let team = db::teams::of_member(tx.on(), member).await?;
        tx.tell(Change::Member { member: member.clone(), team });
    }
    Ok(())
}

fn never_seen(now: Millis) -> Stored {
    Stored { status: Status::Offline, since: now, line: no_line(), call: None, wrap_up: None, heard_at: None }
}

fn heard_now(known: Stored, heard: Heard, now: Millis) -> Stored {
    match heard {
        Heard::Beat { line, wrap_up } => Stored { line, wrap_up, heard_at: Some(now), ..known },
        Heard::Facts => Stored { heard_at: Some(now), ..known },
        Heard::Left => Stored { line: no_line(), wrap_up: None, heard_at: None, ..known },
        Heard::Nothing => known,
    }
}

/// Whoever falls silent was last there when they were last heard of, not when that was noticed.
fn began(before: Option<&Stored>, after: &Stored, now: Millis) -> Millis {
    let silent = matches!(after.status, Status::Offline | Status::LostContact);
    match (before, after.heard_at) {
        (Some(before), Some(heard_at)) if silent => before.since.max(heard_at).min(now),
        _ => now,
    }
}

//! Taking a change of many records back, record by record.

use super::record::{self, Before, Record};
use super::sorted;
use crate::db::bulk_changes::Changed;
use crate::db::{self, Tx};
use crate::{Backend, tags};
use domain::access::Actor;
use domain::bulk::{Change, Deed, Left, Why};
use domain::problem::Problem;
use domain::times::Millis;

/// Makes a record what it was; says so when it stays as it is.
pub(super) async fn back(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    change: &Change,
    changed: &Changed,
) -> Result<Option<Left>, Problem> {
    let before: Before = serde_json::from_str(&changed.before).map_err(|_| Problem::Unavailable)?;
    let id = changed.record.as_str();
    let (name, answer) = match (&before, Record::get(tx, change.list, id).await?) {
        (Before::Shown, None) => (id.to_owned(), record::bring_back(b, tx, who, change.list, changed).await),
        (Before::Shown, Some(record)) => (record.name().to_owned(), Err(Problem::NotFound)),
        (_, None) => (id.to_owned(), Err(Problem::NotFound)),
        (before, Some(record)) => {
            (record.name().to_owned(), restore(b, tx, who, change, changed, before, &record).await)
        }
    };
    match answer {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some(Left { name, why: Why::Changed })),
        Err(problem) => Ok(Some(Left { name, why: Why::of(problem)? })),
    }
}

/// Restores what is there; `false` when somebody has changed it since.
async fn restore(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    change: &Change,
    changed: &Changed,
    before: &Before,
    record: &Record,
) -> Result<bool, Problem> {
    match (before, &change.deed) {
        (Before::Tags { was, is }, _) => {
            let subject = record.subject();
            let now = sorted(db::tags::of(tx.on(), &subject).await?.into_iter().map(|tag| tag.id).collect());
            if now != *is {
                return Ok(false);
            }
            tags::put(b, tx, who, &subject, was).await?;
            Ok(true)
        }
        (Before::Cell { value, company, active_at }, Deed::Set { cell, .. }) => {
            if record.version() != changed.version {
                return Ok(false);
            }
            record.restore(b, tx, who, (*cell, value), company.as_ref()).await?;
            was_active(tx, change, record, *active_at).await?;
            Ok(true)
        }
        (Before::Custom { value, active_at }, Deed::SetCustom { field, .. }) => {
            if record.version() != changed.version {
                return Ok(false);
            }
            record.set_custom(b, tx, who, field, value.clone()).await?;
            was_active(tx, change, record, *active_at).await?;
            Ok(true)
        }
        _ => Err(Problem::Unavailable),
    }
}

/// The record is as active as it was before the change, unless somebody called or wrote something since.
async fn was_active(tx: &mut Tx, change: &Change, record: &Record, before: Millis) -> Result<(), Problem> {
    let now = record.was_active_at();
    record.active_at(tx, if now > change.at { now } else { before }).await
}

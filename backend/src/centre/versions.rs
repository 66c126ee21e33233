//! The versions that are kept: whole set-ups, the newest of which the draft began from.

use super::{begin, keep, provider, read_desk};
use crate::Backend;
use crate::db::centre_versions as table;
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::centre::{Centre, Version};
use domain::problem::Problem;

/// Every version, newest first.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn versions(b: &Backend, who: &Actor) -> Result<Vec<Version>, Problem> {
    who.may(Action::RunCentre)?;
    Ok(table::list(b.read().await?.on()).await?)
}

/// One of them, whole.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`].
pub async fn version(b: &Backend, who: &Actor, number: i64) -> Result<Centre, Problem> {
    who.may(Action::RunCentre)?;
    table::get(b.read().await?.on(), number).await?.ok_or(Problem::NotFound)
}

/// Puts a version in the place of the draft; it is there once it is published.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`];
/// [`NotRead`](domain::centre::CentreProblem::NotRead).
pub async fn restore(b: &Backend, who: &Actor, number: i64) -> Result<i64, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    let mut desk = read_desk(&mut tx, &facts.account).await?;
    let restored = table::get(tx.on(), number).await?.ok_or(Problem::NotFound)?;
    let before = std::mem::replace(&mut desk.draft, restored);
    desk.moved_seats.clear();
    keep(b, &mut tx, who, (&before, &mut desk), "centre.restored").await?;
    tx.commit().await?;
    Ok(desk.revision)
}

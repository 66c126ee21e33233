//! How a member calls out: from which number, and whether they are called first.

use crate::Backend;
use crate::db::dial_habits as table;
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::problem::Problem;
use domain::telephone::DialHabits;

/// One's own.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn get(b: &Backend, who: &Actor) -> Result<DialHabits, Problem> {
    who.may(Action::UseTelephone)?;
    Ok(table::get(b.read().await?.on(), &who.id).await?)
}

/// Keeps one's own.
///
/// # Errors
/// [`Problem::Invalid`] where the number is none.
pub async fn set(b: &Backend, who: &Actor, habits: DialHabits) -> Result<(), Problem> {
    who.may(Action::UseTelephone)?;
    let habits = habits.parse()?;
    let mut tx = b.write().await?;
    table::put(tx.on(), &who.id, &habits, b.now()).await?;
    Ok(tx.commit().await?)
}

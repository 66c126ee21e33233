//! Open connections: who listens, and what they may hear of.

use crate::sign_in::{self, Claims};
use crate::{Backend, db, scope};
use domain::access::Action;
use domain::live::{Change, Listener};
use domain::problem::Problem;

/// Whoever listens under these claims, as they are now: asked anew while the connection is open.
///
/// # Errors
/// [`Problem::SignedOut`] when they may no longer.
pub async fn listener(b: &Backend, claims: &Claims) -> Result<Listener, Problem> {
    let me = sign_in::resume(b, claims).await?;
    let who = me.actor();
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), &who).await?;
    let team = db::teams::of_member(read.on(), &who.id).await?;
    let (sees_floor, numbers) = (who.is_allowed(Action::SeeFloor), who.rights.numbers());
    Ok(Listener { who: who.id, team, scope, sees_floor, numbers })
}

/// Tells open connections that a session has ended, so that they ask again who they are.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn signed_out(b: &Backend, claims: &Claims) -> Result<(), Problem> {
    let mut tx = b.write().await?;
    tx.tell(Change::Account { member: claims.staff.clone() });
    Ok(tx.commit().await?)
}

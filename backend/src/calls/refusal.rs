//! Why our own rules refused a call out that was refused.

use super::visible;
use crate::permit::May;
use crate::{Backend, db, scope};
use domain::access::{Action, Actor};
use domain::calls::Outcome;
use domain::dial_policy::{DialRefusal, KeptRefusal};
use domain::ids::CallId;
use domain::phone;
use domain::problem::Problem;
use domain::times::MINUTE;

/// The provider asks about a call so soon before or after the page tells of its beginning.
const NEAR: i64 = MINUTE / 2;

/// Why a call was refused; `None` where it was not, or the provider did so by itself.
///
/// # Errors
/// [`Problem::Forbidden`] where the call is not to be seen, [`Problem::NotFound`].
pub async fn refusal(b: &Backend, who: &Actor, id: &CallId) -> Result<Option<DialRefusal>, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let row = db::calls::by_id(read.on(), id).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    let Some(agent) = row.agent() else { return Ok(None) };
    let call = row.line()?;
    if !matches!(call.outcome, Some(Outcome::Failed { .. })) {
        return Ok(None);
    }
    let (from, until) = (call.started_at.plus(-NEAR), call.started_at.plus(NEAR));
    let kept = db::dial_policy::refused_between(read.on(), &agent, from, until).await?;
    let is_this = |kept: &KeptRefusal| phone::parse(&kept.number).ok().map(|parsed| parsed.number) == call.number;
    Ok(kept.into_iter().find(is_this).map(|kept| kept.refusal))
}

//! Deals that go out of every list, and come back.

use super::set_words;
use crate::db::deals as table;
use crate::db::{Tx, found_by};
use crate::permit::reaches;
use crate::{Backend, audit};
use domain::access::Actor;
use domain::deals::Deal;
use domain::ids::DealId;
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use serde_json::json;

/// Hides a deal, as far as a member may.
pub(crate) async fn hide(b: &Backend, tx: &mut Tx, who: &Actor, deal: &Deal) -> Result<(), Problem> {
    reaches(tx, who, Records::Deals, Deed::Delete, deal.owner.as_ref()).await?;
    if !table::delete(tx.on(), &deal.id, b.now()).await? {
        return Err(Problem::NotFound);
    }
    found_by::set_words(tx.on(), found_by::DEALS, deal.id.as_str(), &[]).await?;
    let details = json!({ "title": deal.title, "amount": deal.amount });
    audit::note(b, tx, Some(who), "deal.deleted", format!("deal:{}", deal.id), details).await
}

/// Shows a deal again that was hidden, and at `version` then.
pub(crate) async fn bring_back(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    id: &DealId,
    version: i64,
) -> Result<(), Problem> {
    if !table::bring_back(tx.on(), id, version).await? {
        return Err(Problem::NotFound);
    }
    let deal = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    set_words(tx, id, &deal.title, &deal.custom).await?;
    let details = json!({ "title": deal.title, "amount": deal.amount });
    audit::note(b, tx, Some(who), "deal.restored", format!("deal:{id}"), details).await
}

//! Deals changed field by field, and as a whole.

use super::{current, saved, store};
use crate::db::Tx;
use crate::permit::{May, reaches};
use crate::{Backend, customers};
use domain::access::{Action, Actor};
use domain::cells::{Cell, Celled};
use domain::deals::{Deal, DealDraft, DealForm};
use domain::ids::DealId;
use domain::problem::Problem;
use domain::rights::{Deed, Records};

/// Changes one field of a deal that was listed at `version`.
///
/// # Errors
/// As [`super::update`].
pub async fn set_cell(
    b: &Backend,
    who: &Actor,
    id: &DealId,
    version: i64,
    cell: Cell,
    value: &str,
) -> Result<Deal, Problem> {
    who.may(Action::EditDeals)?;
    let mut tx = b.write().await?;
    let before = current(&mut tx, who, id, version).await?;
    change(b, &mut tx, who, &before, &with_cell(&before, cell, value)?).await?;
    saved(tx, id).await
}

/// A deal with one field as somebody types it.
pub(crate) fn with_cell(before: &Deal, cell: Cell, value: &str) -> Result<DealDraft, Problem> {
    let mut form = DealForm::from(before);
    if !form.set_cell(cell, value) {
        return Err(Problem::NotFound);
    }
    // What the installation's own fields say stays.
    let mut draft = form.parse_again(&[], before)?;
    draft.custom = before.custom.clone();
    Ok(draft)
}

/// Makes of a deal what a member wants, as far as they may.
pub(crate) async fn change(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    before: &Deal,
    draft: &DealDraft,
) -> Result<(), Problem> {
    if before.owner.as_ref().map(|owner| &owner.id) != draft.owner.as_ref() {
        who.may(Action::ReassignDeals)?;
        reaches(tx, who, Records::Deals, Deed::Assign, before.owner.as_ref()).await?;
        customers::known(tx, draft.owner.as_ref()).await?;
    }
    store(b, tx, who, before, draft).await
}

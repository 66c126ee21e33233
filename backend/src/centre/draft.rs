//! The draft that all admins share.

use super::{begin, keep, provider, read_desk};
use crate::Backend;
use crate::db::centre::{self as table, Desk};
use crate::db::{Tx, centre_versions};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::centre::{Centre, CentreProblem, Change, DraftEdit, Edited, Ref, changes};
use domain::ids::Seat;
use domain::problem::Problem;
use std::collections::BTreeSet;

/// Changes the draft. Whoever has an older one before them may change what nobody else has changed since.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend;
/// [`CentreProblem::Changed`] where somebody else has changed the same, [`CentreProblem::NotRead`] where there is no
/// draft yet.
pub async fn edit(b: &Backend, who: &Actor, revision: i64, edit: &DraftEdit) -> Result<Edited, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    let mut desk = read_desk(&mut tx, &facts.account).await?;
    let before = desk.draft.clone();
    let applied = edit.apply(&mut desk.draft, &provider::VOICES);
    untouched_since(&mut tx, revision, &touched(edit, &before, &desk.draft, applied.as_ref().ok()), &before).await?;
    let at = applied?;
    follow_seat(&mut desk, edit, &at);
    keep(b, &mut tx, who, (&before, &mut desk), "centre.edited").await?;
    tx.commit().await?;
    Ok(Edited { revision: desk.revision, at })
}

/// Puts the newest version in the place of the draft.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`CentreProblem::NotRead`].
pub async fn discard(b: &Backend, who: &Actor) -> Result<i64, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    let mut desk = read_desk(&mut tx, &facts.account).await?;
    let (_, newest) = centre_versions::newest(tx.on()).await?.unwrap_or_default();
    let before = std::mem::replace(&mut desk.draft, newest);
    desk.moved_seats.clear();
    keep(b, &mut tx, who, (&before, &mut desk), "centre.discarded").await?;
    tx.commit().await?;
    Ok(desk.revision)
}

/// Everything that an edit is about.
fn touched(edit: &DraftEdit, before: &Centre, after: &Centre, at: Option<&Ref>) -> BTreeSet<Ref> {
    let changed = changes(before, after);
    changed.iter().map(Change::at).chain(edit.was()).chain(at.cloned()).collect()
}

/// Somebody else may have changed the same: whoever did so first is not overwritten unseen.
async fn untouched_since(tx: &mut Tx, revision: i64, touched: &BTreeSet<Ref>, draft: &Centre) -> Result<(), Problem> {
    for (theirs, by) in table::since(tx.on(), revision).await? {
        if let Some(at) = theirs.into_iter().find(|at| touched.contains(at)) {
            let now = draft.get(&at).cloned().map(Box::new);
            return Err(Problem::Centre(CentreProblem::Changed { at, now, by }));
        }
    }
    Ok(())
}

/// An agent's seat is called otherwise: the member who has it follows when that is published.
fn follow_seat(desk: &mut Desk, edit: &DraftEdit, at: &Ref) {
    let (DraftEdit::Agent { was: Some(was), .. }, Ref::Agent(seat)) = (edit, at) else { return };
    if was == seat {
        return;
    }
    let moved = |(from, to): (Seat, Seat)| if to == *was { (from, seat.clone()) } else { (from, to) };
    let known = desk.moved_seats.iter().any(|(_, to)| to == was);
    desk.moved_seats = std::mem::take(&mut desk.moved_seats).into_iter().map(moved).collect();
    if !known {
        desk.moved_seats.push((was.clone(), seat.clone()));
    }
    desk.moved_seats.retain(|(from, to)| from != to);
}

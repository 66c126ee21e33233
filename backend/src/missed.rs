//! The missed-call inbox: one open item for each number that nobody has called back yet.

mod follow;

pub(crate) use follow::{follow, renew};

use crate::db::missed::{self as table, Item};
use crate::db::missed_list::{self, Asked, Row, Seen};
use crate::db::{self, On, Tx};
use crate::permit::May;
use crate::{Backend, audit, scope};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::ids::{MissedId, StaffId, TeamId};
use domain::missed::{ASSIGN_MAX, Claimed, MissedCount, MissedQuery, MissedRow, REASON_MAX};
use domain::paging::Page;
use domain::problem::Problem;
use domain::staff::StaffRef;
use domain::times::Millis;
use serde_json::json;

/// Rows of a page of the inbox.
const PAGE: usize = 50;

/// A page of the inbox: open items by when they are due, closed ones last closed first. Agents see their own, and what
/// nobody has taken of their team or rang at them; managers see their teams' and what has no team; admins everything.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &MissedQuery) -> Result<Page<MissedRow>, Problem> {
    who.may(Action::WorkMissedCalls)?;
    let mut read = b.read().await?;
    let seen = seen(read.on(), who).await?;
    let after = query.after.as_ref().map(|after| db::before(Some(after)).ok_or(Problem::NotFound)).transpose()?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let asked = Asked { seen: &seen, which: query.which, team: query.team.as_ref(), now: b.now(), after, limit };
    let rows = missed_list::page(read.on(), &asked).await?;
    let page = db::page_of(rows, PAGE, Row::place)?;
    let ids: Vec<&str> = page.rows.iter().map(|row| row.id.as_str()).collect();
    let rung = missed_list::rung(read.on(), &ids).await?;
    let line = |row: Row| {
        let of_row = rung.iter().filter(|(item, _)| *item == row.id).map(|(_, member)| member.clone()).collect();
        row.line(of_row)
    };
    Ok(Page { rows: page.rows.into_iter().map(line).collect::<Result<_, _>>()?, next: page.next })
}

/// How much there is to do for this member: their own open items, and those they see that nobody has taken.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn count(b: &Backend, who: &Actor) -> Result<MissedCount, Problem> {
    who.may(Action::WorkMissedCalls)?;
    let mut read = b.read().await?;
    let seen = seen(read.on(), who).await?;
    Ok(missed_list::count(read.on(), &seen, b.now()).await?)
}

/// Whom this member may give items to, by name: admins everybody, managers themselves and their teams.
///
/// # Errors
/// [`Problem::Forbidden`] for agents.
pub async fn assignees(b: &Backend, who: &Actor) -> Result<Vec<StaffRef>, Problem> {
    who.may(Action::AssignMissedCalls)?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    Ok(missed_list::receivers(read.on(), &scope).await?.into_iter().map(|(member, _)| member).collect())
}

/// Says that one calls back. The first who says so has it; the others are told who that is.
///
/// # Errors
/// [`Problem::Forbidden`] for an item one does not see, [`Problem::NotFound`].
pub async fn take(b: &Backend, who: &Actor, id: &MissedId) -> Result<Claimed, Problem> {
    who.may(Action::WorkMissedCalls)?;
    let mut tx = b.write().await?;
    let before = visible(&mut tx, who, id, true).await?;
    let team = db::teams::of_member(tx.on(), &who.id).await?;
    if table::take(tx.on(), id, &who.id, team.as_ref()).await? {
        follow::tell_of(&mut tx, &before, Some(&who.id), team.as_ref());
        tx.commit().await?;
        return Ok(Claimed::Yours);
    }
    let now = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let Some(owner) = now.owner().filter(|_| now.closed_at.is_none()) else { return Ok(Claimed::Closed) };
    let owner = db::staff::by_id(tx.on(), &owner).await?.ok_or(Problem::NotFound)?;
    Ok(Claimed::Theirs(owner.named()))
}

/// Gives items to a member, or to nobody; those that were closed meanwhile are left alone. Tells how many were given.
///
/// # Errors
/// [`Problem::Forbidden`] for agents, and when one of the items is not seen: then none is given; [`Problem::Invalid`]
/// for a member one may not give items to, and for more than [`ASSIGN_MAX`] items.
pub async fn assign(b: &Backend, who: &Actor, items: &[MissedId], to: Option<&StaffId>) -> Result<u64, Problem> {
    who.may(Action::AssignMissedCalls)?;
    if items.len() > ASSIGN_MAX {
        return Err(Problem::at(Field::Owner, FieldProblem::TooLong { max: ASSIGN_MAX }));
    }
    let mut tx = b.write().await?;
    let team = match to {
        Some(to) => team_of_assignee(&mut tx, who, to).await?,
        None => None,
    };
    let mut given = 0;
    for id in items {
        let before = visible(&mut tx, who, id, false).await?;
        if table::give(tx.on(), id, to, team.as_ref()).await? {
            follow::tell_of(&mut tx, &before, to, team.as_ref());
            let details = json!({ "to": to, "together": items.len() });
            audit::note(b, &mut tx, Some(who), "missed.assigned", subject(id), details).await?;
            given += 1;
        }
    }
    tx.commit().await?;
    Ok(given)
}

/// Gives an open item that is a member's to another, in whose team it is from then on; `false` where it is closed or
/// no longer theirs. Who may is for whoever asks to say.
pub(crate) async fn hand_on(tx: &mut Tx, id: &MissedId, from: &StaffId, to: &StaffId) -> Result<bool, Problem> {
    let Some(found) = table::by_id(tx.on(), id).await? else { return Ok(false) };
    tx.alone(&follow::alone(&found.key())).await?;
    let before = table::by_id(tx.on(), id).await?.filter(|item| item.owner().as_ref() == Some(from));
    let Some(before) = before else { return Ok(false) };
    let team = db::teams::of_member(tx.on(), to).await?;
    let given = table::give(tx.on(), id, Some(to), team.as_ref()).await?;
    if given {
        follow::tell_of(tx, &before, Some(to), team.as_ref());
    }
    Ok(given)
}

/// Closes an item though nobody reached the customer, and says why.
///
/// # Errors
/// [`Problem::Forbidden`] for an item one does not see; [`Problem::NotFound`], also when it is closed already;
/// [`Problem::Invalid`] without a reason.
pub async fn close_by_hand(b: &Backend, who: &Actor, id: &MissedId, reason: &str) -> Result<(), Problem> {
    who.may(Action::WorkMissedCalls)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Problem::at(Field::Note, FieldProblem::Required));
    }
    if reason.chars().count() > REASON_MAX {
        return Err(Problem::at(Field::Note, FieldProblem::TooLong { max: REASON_MAX }));
    }
    let mut tx = b.write().await?;
    let before = visible(&mut tx, who, id, false).await?;
    tx.alone(&follow::alone(&before.key())).await?;
    // A browser's clock may be ahead of ours: what it has reported is closed too.
    let at = b.now().max(Millis(before.last_at));
    if !table::close(tx.on(), id, at, &who.id, reason).await? {
        return Err(Problem::NotFound);
    }
    audit::note(b, &mut tx, Some(who), "missed.closed", subject(id), json!({ "reason": reason })).await?;
    follow::tell_of(&mut tx, &before, before.owner().as_ref(), None);
    renew(b, &mut tx, &before.key()).await?;
    Ok(tx.commit().await?)
}

/// Takes back that an item was closed by hand. Where the customer has called since, its calls join the open item.
///
/// # Errors
/// [`Problem::Forbidden`] for an item one does not see; [`Problem::NotFound`], also when it was not closed by hand:
/// a customer who was reached is reached.
pub async fn reopen(b: &Backend, who: &Actor, id: &MissedId) -> Result<(), Problem> {
    who.may(Action::WorkMissedCalls)?;
    let mut tx = b.write().await?;
    let before = visible(&mut tx, who, id, false).await?;
    let number = before.key();
    tx.alone(&follow::alone(&number)).await?;
    let now = table::by_id(tx.on(), id).await?.filter(Item::is_closed_by_hand).ok_or(Problem::NotFound)?;
    if table::has_open(tx.on(), &number).await? {
        table::delete(tx.on(), &now.id).await?;
    } else {
        table::reopen(tx.on(), &now.id).await?;
    }
    audit::note(b, &mut tx, Some(who), "missed.reopened", subject(id), json!({ "reason": now.reason })).await?;
    follow::tell_of(&mut tx, &before, before.owner().as_ref(), None);
    renew(b, &mut tx, &number).await?;
    Ok(tx.commit().await?)
}

/// An item that the member sees; with `unowned` also one that a colleague has just taken from under their eyes.
async fn visible(tx: &mut Tx, who: &Actor, id: &MissedId, unowned: bool) -> Result<Item, Problem> {
    let item = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let seen = seen(tx.on(), who).await?;
    if missed_list::sees(tx.on(), &seen, id, unowned).await? { Ok(item) } else { Err(Problem::Forbidden) }
}

/// What a member sees of the inbox.
async fn seen(mut db: On<'_>, who: &Actor) -> Result<Seen, Problem> {
    let scope = scope::of(db.again(), who).await?;
    let team = db::teams::of_member(db, &who.id).await?;
    Ok(Seen { scope, team, me: who.id.clone() })
}

/// The team of a member to whom items are given.
async fn team_of_assignee(tx: &mut Tx, who: &Actor, to: &StaffId) -> Result<Option<TeamId>, Problem> {
    let scope = scope::of(tx.on(), who).await?;
    let receivers = missed_list::receivers(tx.on(), &scope).await?;
    let found = receivers.into_iter().find(|(member, _)| member.id == *to);
    found.map(|(_, team)| team).ok_or_else(|| Problem::at(Field::Owner, FieldProblem::Unknown))
}

fn subject(id: &MissedId) -> String {
    format!("missed:{id}")
}

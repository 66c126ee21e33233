//! What members are told of one another: only whoever is told reads it.

use crate::db::notices::{self as table, New};
use crate::db::{self, Read, Tx};
use crate::permit::May;
use crate::{Backend, timeline};
use domain::access::{Action, Actor};
use domain::ids::{NoteId, NoticeId, StaffId};
use domain::live::Change;
use domain::notices::{News, Notice, Notices};
use domain::paging::Cursor;
use domain::problem::Problem;

/// Notices of a page.
const PAGE: usize = 20;

/// A page of what one is told, latest first, and how much of it is unread.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, after: Option<&Cursor>) -> Result<Notices, Problem> {
    who.may(Action::SeeColleagues)?;
    let (at, last) = db::before(after).ok_or(Problem::NotFound)?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut read = b.read().await?;
    let rows = table::page(read.on(), &who.id, (at, &last), limit).await?;
    let mut page = db::page_of(rows, PAGE, |notice| (notice.at.0, notice.id.to_string()))?;
    for notice in &mut page.rows {
        hide(&mut read, who, notice).await?;
    }
    let unread = table::unread(read.on(), &who.id).await?;
    Ok(Notices { rows: page.rows, next: page.next, unread: u32::try_from(unread).unwrap_or(u32::MAX) })
}

/// Of a record that one may no longer see nothing is repeated.
async fn hide(read: &mut Read, who: &Actor, notice: &mut Notice) -> Result<(), Problem> {
    let News::Mention { about, about_name, excerpt } = &mut notice.news else { return Ok(()) };
    match timeline::known(read, who, about).await {
        Err(Problem::NotFound) => {
            about_name.clear();
            excerpt.clear();
            Ok(())
        }
        seen => seen,
    }
}

/// One has read this, or everything where nothing is named.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`]; of what somebody else is told nothing changes.
pub async fn read(b: &Backend, who: &Actor, id: Option<&NoticeId>) -> Result<(), Problem> {
    who.may(Action::SeeColleagues)?;
    let mut tx = b.write().await?;
    table::read(tx.on(), &who.id, id, b.now()).await?;
    tx.tell(changed(&who.id));
    Ok(tx.commit().await?)
}

/// A note names a member.
pub(crate) async fn mentioned(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    member: &StaffId,
    note: &NoteId,
) -> Result<(), Problem> {
    let id = NoticeId::new(b.new_id());
    let new = New { id: &id, to: member, at: b.now(), from: &who.id, note };
    table::insert(tx.on(), &new).await?;
    tx.tell(changed(member));
    Ok(())
}

/// A note no longer names these members.
pub(crate) async fn take_back(tx: &mut Tx, note: &NoteId, members: &[StaffId]) -> Result<(), Problem> {
    for member in members {
        table::take_back(tx.on(), note, member).await?;
        tx.tell(changed(member));
    }
    Ok(())
}

fn changed(member: &StaffId) -> Change {
    Change::Notices { member: member.clone() }
}

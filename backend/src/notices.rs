//! What members are told of one another: only whoever is told reads it.

use crate::db::notices::{self as table, More, New};
use crate::db::{self, Read, Tx};
use crate::permit::May;
use crate::{Backend, timeline};
use domain::access::{Action, Actor};
use domain::ids::{HandOverId, ImportId, NoteId, NoticeId, StaffId};
use domain::live::Change;
use domain::notices::{News, Notice, Notices};
use domain::paging::Cursor;
use domain::problem::Problem;
use domain::tags::Subject;

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
    let about = match &notice.news {
        News::Mention { about, .. } | News::Given { about, .. } => about,
        News::HandedOver { .. } | News::Imported { .. } => return Ok(()),
    };
    match timeline::known(read, who, about).await {
        Err(Problem::NotFound) => {
            notice.news.forget();
            Ok(())
        }
        seen => seen.map(drop),
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

/// A rule gave a member a record.
pub(crate) async fn given(
    b: &Backend,
    tx: &mut Tx,
    member: &StaffId,
    about: &Subject,
    name: &str,
) -> Result<(), Problem> {
    let news = News::Given { about: about.clone(), about_name: name.to_owned() };
    table::insert_news(tx.on(), &NoticeId::new(b.new_id()), member, &news, b.now()).await?;
    tx.tell(changed(member));
    Ok(())
}

/// Rules gave a member customers of a file: more than before, where it gave them some already.
pub(crate) async fn imported(
    b: &Backend,
    tx: &mut Tx,
    member: &StaffId,
    import: &ImportId,
    records: i64,
) -> Result<(), Problem> {
    let id = NoticeId::new(b.new_id());
    let more = More { id: &id, to: member, at: b.now(), from: None, source: import.as_str(), whose: None, records };
    table::add(tx.on(), &more).await?;
    tx.tell(changed(member));
    Ok(())
}

/// Somebody hands records over to a member: more than before, where they got some already.
pub(crate) async fn handed_over(
    b: &Backend,
    tx: &mut Tx,
    member: &StaffId,
    (hand_over, by, whose): (&HandOverId, &StaffId, &str),
    records: i64,
) -> Result<(), Problem> {
    let (id, source) = (NoticeId::new(b.new_id()), hand_over.as_str());
    let more = More { id: &id, to: member, at: b.now(), from: Some(by), source, whose: Some(whose), records };
    table::add(tx.on(), &more).await?;
    tx.tell(changed(member));
    Ok(())
}

/// What came from one source was taken back: nobody is told of it any more.
pub(crate) async fn forget(tx: &mut Tx, source: &str) -> Result<(), Problem> {
    for member in table::told_of(tx.on(), source).await? {
        tx.tell(changed(&member));
    }
    Ok(table::forget(tx.on(), source).await?)
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

//! What happened with a customer, a company or a deal: notes, calls, tasks, and what became of deals, everybody's.

use crate::db::notes::Around;
use crate::db::{self, Answer, On};
use crate::permit::{Lends, May, reaches, sees};
use crate::{Backend, tasks};
use domain::access::{Action, Actor};
use domain::calls::CallRow;
use domain::customers::{TimelineEntry, TimelineKind};
use domain::ids::StaffId;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::staff::StaffRef;
use domain::tags::Subject;

/// Entries of a page.
const PAGE: usize = 30;

/// A page of it, newest first; of these kinds, or of all where none is named. Of a customer: notes on them and their deals,
/// tasks for them and their deals, calls with them. Of a company: the same of everybody who works there, and calls from
/// its own numbers. Of a deal: notes on it, its tasks, and calls with its customer since it was made.
///
/// # Errors
/// [`Problem::NotFound`] without the record, also for a cursor that is not this list's.
pub async fn of(
    b: &Backend,
    who: &Actor,
    subject: &Subject,
    kinds: &[TimelineKind],
    after: Option<&Cursor>,
) -> Result<Page<TimelineEntry>, Problem> {
    who.may(seeing(subject))?;
    let (at, last) = db::before(after).ok_or(Problem::NotFound)?;
    let mut read = b.read().await?;
    known(&mut read, who, subject).await?;
    let before = (at, last.as_str());
    let mut entries = Vec::new();
    for kind in TimelineKind::ALL.into_iter().filter(|kind| kinds.is_empty() || kinds.contains(kind)) {
        entries.extend(of_kind(read.on(), who, subject, kind, before).await?);
    }
    entries.sort_by(|a, b| (b.at(), b.id()).cmp(&(a.at(), a.id())));
    Ok(db::page_of(entries, PAGE, |entry| (entry.at().0, entry.id().to_owned()))?)
}

/// The newest of a kind before a moment and id: one more than a page of them.
async fn of_kind(
    db: On<'_>,
    who: &Actor,
    subject: &Subject,
    kind: TimelineKind,
    before: (i64, &str),
) -> Answer<Vec<TimelineEntry>> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let (people, deals) = (who.extent(Records::Customers, Deed::See), who.extent(Records::Deals, Deed::See));
    let seen = Around { people, deals };
    Ok(match kind {
        TimelineKind::Calls => {
            let calls = db::calls::of_subject(db, subject, &seen.people, before, limit).await?;
            let calls: Vec<CallRow> = calls.into_iter().map(db::calls::Row::line).collect::<Answer<_>>()?;
            calls.into_iter().map(|call| TimelineEntry::Call(Box::new(call))).collect()
        }
        TimelineKind::Notes => {
            let notes = db::notes::page(db, subject, &seen, before, limit).await?;
            notes.into_iter().map(TimelineEntry::Note).collect()
        }
        TimelineKind::Tasks => {
            let tasks = db::tasks::happened(db, subject, &tasks::seen(who), before, limit).await?;
            tasks.into_iter().map(|task| TimelineEntry::Task(Box::new(task))).collect()
        }
        TimelineKind::Deals => {
            let events = db::deals::events(db, subject, &seen.deals, before, limit).await?;
            events.into_iter().map(|event| TimelineEntry::Deal(Box::new(event))).collect()
        }
    })
}

/// What one must be allowed to see what is said of a record.
pub(crate) fn seeing(subject: &Subject) -> Action {
    match subject {
        Subject::Customer(_) => Action::SeeCustomers,
        Subject::Company(_) => Action::SeeCompanies,
        Subject::Deal(_) => Action::SeeDeals,
    }
}

/// The record must be there, and seen; answers whose it is.
pub(crate) async fn known(db: &mut impl Lends, who: &Actor, subject: &Subject) -> Result<Option<StaffRef>, Problem> {
    let owner = owner(db, subject).await?;
    sees(db, who, entity(subject), owner.as_ref()).await?;
    Ok(owner)
}

/// Who of these members may see a record.
pub(crate) async fn seeing_members(
    db: &mut impl Lends,
    subject: &Subject,
    members: Vec<Actor>,
) -> Result<Vec<StaffId>, Problem> {
    let owner = owner(db, subject).await?;
    let mut seeing = Vec::new();
    for member in members {
        match sees(db, &member, entity(subject), owner.as_ref()).await {
            Ok(()) => seeing.push(member.id),
            Err(Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(seeing)
}

/// The record must be there, and one may change it.
pub(crate) async fn editable(db: &mut impl Lends, who: &Actor, subject: &Subject) -> Result<(), Problem> {
    let owner = owner(db, subject).await?;
    reaches(db, who, entity(subject), Deed::Edit, owner.as_ref()).await
}

fn entity(subject: &Subject) -> Records {
    match subject {
        Subject::Customer(_) => Records::Customers,
        Subject::Company(_) => Records::Companies,
        Subject::Deal(_) => Records::Deals,
    }
}

/// Whose a record is.
async fn owner(db: &mut impl Lends, subject: &Subject) -> Result<Option<StaffRef>, Problem> {
    db::owners::of(db.lend(), subject).await?.ok_or(Problem::NotFound)
}

//! Tasks: what a member has to do by when. Whose tasks one sees and changes for a record that one sees, the rights say: as
//! long as no admin decided otherwise everybody sees all, and whose task it is, and whoever leads them, changes it. Only
//! whose it is, is reminded of it.

use crate::calls::visible;
use crate::db::tasks::{self as table, New};
use crate::db::{self, Tx};
use crate::permit::{May, reaches};
use crate::{Backend, audit, scope, timeline};
use domain::access::{Action, Actor};
use domain::ids::{CallId, CustomerId, StaffId, TaskId};
use domain::live::Change;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tags::Subject;
use domain::tasks::{Reminders, SNOOZE, Task, TaskAbout, TaskForm, TaskQuery, end_of_day};
use domain::times::{DAY, Millis};

/// Tasks of a page of one's own.
const PAGE: usize = 50;
/// Tasks that a record or a call shows.
const SHOWN: i64 = 50;
/// Reminders that a page waits for at once.
const REMINDERS: i64 = 50;

/// A new task of one's own.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend; [`Problem::NotFound`] without the record or the call,
/// [`Problem::Forbidden`] for a record or a call that one does not see.
pub async fn create(b: &Backend, who: &Actor, form: &TaskForm, about: &TaskAbout) -> Result<Task, Problem> {
    who.may(Action::CreateTasks)?;
    let draft = form.parse(b.now())?;
    let id = TaskId::new(b.new_id());
    let mut tx = b.write().await?;
    let subject = about_what(&mut tx, who, about).await?;
    let (subject, call) = (subject.as_ref(), about.call.as_ref());
    let new = New { id: &id, draft: &draft, owner: &who.id, subject, call, at: b.now() };
    let task = put(b, &mut tx, who, &new).await?;
    tx.commit().await?;
    Ok(task)
}

/// Keeps a new task, sent twice once, writes it down and tells the open pages of whose it is.
pub(crate) async fn put(b: &Backend, tx: &mut Tx, who: &Actor, new: &New<'_>) -> Result<Task, Problem> {
    let is_new = table::insert(tx.on(), new).await?;
    let task = by_id(tx, new.id).await?;
    if is_new {
        write_down(b, tx, who, "task.created", None, &task).await?;
        tx.tell(changed(&task.owner.id));
    }
    Ok(task)
}

/// A page of one's own tasks.
///
/// # Errors
/// [`Problem::NotFound`] for a cursor of another list.
pub async fn mine(b: &Backend, who: &Actor, query: &TaskQuery) -> Result<Page<Task>, Problem> {
    who.may(Action::WrapUp)?;
    let after = query.after.as_ref();
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut read = b.read().await?;
    if query.done {
        let (at, last) = db::before(after).ok_or(Problem::NotFound)?;
        let rows = table::done(read.on(), &who.id, (at, &last), limit).await?;
        let key = |task: &Task| (task.done.as_ref().map_or(0, |done| done.at.0), task.id.to_string());
        return Ok(db::page_of(rows, PAGE, key)?);
    }
    let (at, last) = following(after).ok_or(Problem::NotFound)?;
    let rows = table::open(read.on(), &who.id, (at, &last), limit).await?;
    Ok(db::page_of(rows, PAGE, |task| (task.due_at.0, task.id.to_string()))?)
}

/// Where a page of something soonest first begins.
fn following(after: Option<&Cursor>) -> Option<(i64, String)> {
    if after.is_some() { db::before(after) } else { Some((i64::MIN, String::new())) }
}

/// How many of one's own tasks are to be done before today ends.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn due_today(b: &Backend, who: &Actor) -> Result<u32, Problem> {
    who.may(Action::WrapUp)?;
    let count = table::count(b.read().await?.on(), &who.id, end_of_day(b.now())).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What one is reminded of now, and within a day.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn reminders(b: &Backend, who: &Actor) -> Result<Reminders, Problem> {
    who.may(Action::WrapUp)?;
    let at = b.now();
    let tasks = table::reminding(b.read().await?.on(), &who.id, at.plus(DAY), REMINDERS).await?;
    Ok(Reminders { at, tasks })
}

/// One has seen what one was reminded of.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's task, [`Problem::NotFound`].
pub async fn reminded(b: &Backend, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    who.may(Action::WrapUp)?;
    remind(b, who, id, None).await
}

/// One shall be reminded again in ten minutes.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's task, [`Problem::NotFound`].
pub async fn snooze(b: &Backend, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    who.may(Action::WrapUp)?;
    remind(b, who, id, Some(b.now().plus(SNOOZE))).await
}

async fn remind(b: &Backend, who: &Actor, id: &TaskId, at: Option<Millis>) -> Result<Task, Problem> {
    let mut tx = b.write().await?;
    if by_id(&mut tx, id).await?.owner.id != who.id {
        return Err(Problem::Forbidden);
    }
    table::remind(tx.on(), id, at).await?;
    let task = by_id(&mut tx, id).await?;
    tx.tell(changed(&task.owner.id));
    tx.commit().await?;
    Ok(task)
}

/// What is and was to be done for a customer, a company or a deal, latest first. What is to be done for a deal is done
/// for its customer and its company too.
///
/// # Errors
/// [`Problem::NotFound`] without the record, also for one that one does not see.
pub async fn of_subject(b: &Backend, who: &Actor, subject: &Subject) -> Result<Vec<Task>, Problem> {
    who.may(Action::SeeTasks)?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, subject).await?;
    Ok(table::of_subject(read.on(), subject, &seen(who), SHOWN).await?)
}

/// What a call left to do.
///
/// # Errors
/// [`Problem::Forbidden`] for a call that one does not see, [`Problem::NotFound`].
pub async fn of_call(b: &Backend, who: &Actor, call: &CallId) -> Result<Vec<Task>, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let row = db::calls::by_id(read.on(), call).await?.ok_or(Problem::NotFound)?;
    visible(&scope::of(read.on(), who).await?, &row)?;
    Ok(table::of_call(read.on(), call, SHOWN).await?)
}

/// It is done. Who did it first stays.
///
/// # Errors
/// [`Problem::Forbidden`] for the task of somebody whom one does not lead, [`Problem::NotFound`].
pub async fn done(b: &Backend, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    who.may(Action::EditTasks)?;
    let mut tx = b.write().await?;
    let before = changeable(&mut tx, who, id).await?;
    table::close(tx.on(), id, &who.id, b.now()).await?;
    finish(b, tx, who, "task.done", &before).await
}

/// It is to be done after all.
///
/// # Errors
/// [`Problem::Forbidden`] for the task of somebody whom one does not lead, [`Problem::NotFound`].
pub async fn reopen(b: &Backend, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    who.may(Action::EditTasks)?;
    let mut tx = b.write().await?;
    let before = changeable(&mut tx, who, id).await?;
    table::reopen(tx.on(), id).await?;
    finish(b, tx, who, "task.reopened", &before).await
}

/// Something else, or by another time.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend, [`Problem::Forbidden`] for the task of somebody whom one does not
/// lead, [`Problem::NotFound`].
pub async fn edit(b: &Backend, who: &Actor, id: &TaskId, form: &TaskForm) -> Result<Task, Problem> {
    who.may(Action::EditTasks)?;
    let draft = form.parse(b.now())?;
    let mut tx = b.write().await?;
    let before = changeable(&mut tx, who, id).await?;
    table::edit(tx.on(), id, &draft, b.now()).await?;
    finish(b, tx, who, "task.updated", &before).await
}

/// What one sees of what is to be done for a record.
pub(crate) fn seen(who: &Actor) -> table::Seen {
    let of = |records: Records| who.extent(records, Deed::See);
    table::Seen { tasks: of(Records::Tasks), deals: of(Records::Deals), people: of(Records::Customers) }
}

/// What a task is for: what is named, else the call's customer.
async fn about_what(tx: &mut Tx, who: &Actor, about: &TaskAbout) -> Result<Option<Subject>, Problem> {
    let mut customer = None;
    if let Some(call) = &about.call {
        let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
        visible(&scope::of(tx.on(), who).await?, &row)?;
        customer = row.customer_id.map(|id| Subject::Customer(CustomerId::new(id)));
    }
    if let Some(named) = &about.subject {
        timeline::known(tx, who, named).await?;
    }
    Ok(about.subject.clone().or(customer))
}

/// A task that is one's to change.
async fn changeable(tx: &mut Tx, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    let task = by_id(tx, id).await?;
    reaches(tx, who, Records::Tasks, Deed::Edit, Some(&task.owner)).await?;
    Ok(task)
}

async fn by_id(tx: &mut Tx, id: &TaskId) -> Result<Task, Problem> {
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)
}

/// Keeps what a task has become, writes it down and tells the open pages of whose it is.
async fn finish(b: &Backend, mut tx: Tx, who: &Actor, action: &str, before: &Task) -> Result<Task, Problem> {
    let task = by_id(&mut tx, &before.id).await?;
    write_down(b, &mut tx, who, action, Some(before), &task).await?;
    tx.tell(changed(&task.owner.id));
    tx.commit().await?;
    Ok(task)
}

async fn write_down(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    action: &str,
    before: Option<&Task>,
    task: &Task,
) -> Result<(), Problem> {
    audit::changed(b, tx, who, (action, format!("task:{}", task.id)), before, task, &[]).await
}

/// A member's tasks have changed.
pub(crate) fn changed(member: &StaffId) -> Change {
    Change::Tasks { member: member.clone() }
}

//! Tasks: what a member has to do by when. Whose tasks one sees and changes for a customer whom one sees, the rights say:
//! as long as no admin decided otherwise everybody sees all, and whose task it is, and whoever leads them, changes it.

use crate::calls::visible;
use crate::db::tasks::{self as table, New};
use crate::db::{self, Tx};
use crate::permit::{May, reaches};
use crate::{Backend, customers, scope};
use domain::access::{Action, Actor};
use domain::ids::{CallId, CustomerId, TaskId};
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::rights::{Deed, Records};
use domain::tasks::{Task, TaskAbout, TaskForm, TaskQuery, end_of_day};

/// Tasks of a page of one's own.
const PAGE: usize = 50;
/// Tasks that a record or a call shows.
const SHOWN: i64 = 50;

/// A new task of one's own.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend; [`Problem::NotFound`] without the customer or the call,
/// [`Problem::Forbidden`] for a call that one does not see.
pub async fn create(b: &Backend, who: &Actor, form: &TaskForm, about: &TaskAbout) -> Result<Task, Problem> {
    who.may(Action::WrapUp)?;
    let draft = form.parse(b.now())?;
    let id = TaskId::new(b.new_id());
    let mut tx = b.write().await?;
    let customer = about_whom(&mut tx, who, about).await?;
    let (customer, call) = (customer.as_deref(), about.call.as_ref());
    table::insert(tx.on(), &New { id: &id, draft: &draft, owner: &who.id, customer, call, at: b.now() }).await?;
    finish(tx, &id).await
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

/// What is and was to be done for a customer, latest first.
///
/// # Errors
/// [`Problem::NotFound`] without the customer.
pub async fn of_customer(b: &Backend, who: &Actor, customer: &CustomerId) -> Result<Vec<Task>, Problem> {
    who.may(Action::SeeTasks)?;
    let mut read = b.read().await?;
    customers::seen(&mut read, who, customer).await?;
    Ok(table::of_customer(read.on(), customer, &who.extent(Records::Tasks, Deed::See), SHOWN).await?)
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
    changeable(&mut tx, who, id).await?;
    table::close(tx.on(), id, &who.id, b.now()).await?;
    finish(tx, id).await
}

/// It is to be done after all.
///
/// # Errors
/// [`Problem::Forbidden`] for the task of somebody whom one does not lead, [`Problem::NotFound`].
pub async fn reopen(b: &Backend, who: &Actor, id: &TaskId) -> Result<Task, Problem> {
    who.may(Action::EditTasks)?;
    let mut tx = b.write().await?;
    changeable(&mut tx, who, id).await?;
    table::reopen(tx.on(), id).await?;
    finish(tx, id).await
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
    changeable(&mut tx, who, id).await?;
    table::edit(tx.on(), id, &draft).await?;
    finish(tx, id).await
}

/// For whom a task is: the customer that is named, else the call's.
async fn about_whom(tx: &mut Tx, who: &Actor, about: &TaskAbout) -> Result<Option<String>, Problem> {
    let mut customer = about.customer.as_ref().map(ToString::to_string);
    if let Some(call) = &about.call {
        let row = db::calls::by_id(tx.on(), call).await?.ok_or(Problem::NotFound)?;
        visible(&scope::of(tx.on(), who).await?, &row)?;
        customer = customer.or(row.customer_id);
    }
    if let Some(named) = &about.customer {
        customers::seen(tx, who, named).await?;
    }
    Ok(customer)
}

/// Refuses a task that is not one's to change.
async fn changeable(tx: &mut Tx, who: &Actor, id: &TaskId) -> Result<(), Problem> {
    let owner = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?.owner;
    reaches(tx, who, Records::Tasks, Deed::Edit, Some(&owner)).await
}

async fn finish(mut tx: Tx, id: &TaskId) -> Result<Task, Problem> {
    let task = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(task)
}

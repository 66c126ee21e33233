//! Imports of customers: a file comes in, is planned, rehearsed, run, and may be undone.
//!
//! What a member wants only changes an import's state; [`work`] does the rest, part by part. What a part does and that it
//! is done are written in one transaction, so that an import goes on after a restart where it was, and nothing is done
//! twice, whoever goes on with it.

mod check;
mod people;
mod run;
mod tables;
mod undo;
mod upload;
mod work;

pub use upload::Upload;
pub use work::work;

use crate::db::imports::{self as table, Row};
use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, custom};
use domain::access::{Action, Actor};
use domain::custom::Entity;
use domain::fields::{Field, FieldProblem};
use domain::ids::{ImportId, StaffId};
use domain::imports::{BadRow, Import, ImportPlan, KEPT_FOR, Sheet, Source, State, Wish, guess};
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::times::{DAY, HOUR};
use serde_json::json;

/// Imports of a page of the list.
const PAGE: usize = 20;
/// Bad rows of a page.
const BAD_PAGE: usize = 50;
/// Bad rows of a file brought together.
const BAD_BATCH: i64 = 1_000;
/// Rows that are shown of a file.
const SAMPLE: usize = 5;
/// Rows that a guess looks at.
const LOOKED_AT: usize = 50;
/// A file that nobody brings in is forgotten after so long.
const PLANNED_FOR: i64 = 7 * DAY;

/// One's own imports, newest first; for admins everybody's.
///
/// # Errors
/// [`Problem::Forbidden`] for agents; [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, after: Option<&Cursor>) -> Result<Page<Import>, Problem> {
    who.may(Action::ImportCustomers)?;
    let (at, last) = db::before(after).ok_or(Problem::NotFound)?;
    let of = who.may(Action::SeeAllImports).is_err().then_some(&who.id);
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = table::list(b.read().await?.on(), of, (at, &last), limit).await?;
    let imports = rows.into_iter().map(Row::shown).collect::<Result<Vec<_>, _>>()?;
    Ok(db::page_of(imports, PAGE, |import| (import.at.0, import.id.to_string()))?)
}

/// How far an import is.
///
/// # Errors
/// [`Problem::Forbidden`] for agents; [`Problem::NotFound`], also for somebody else's.
pub async fn get(b: &Backend, who: &Actor, id: &ImportId) -> Result<Import, Problem> {
    who.may(Action::ImportCustomers)?;
    Ok(seen(b, who, id).await?.shown()?)
}

/// An import with what is needed to plan it: its columns, its first rows, and what was decided or is guessed.
///
/// # Errors
/// As [`get`].
pub async fn open(b: &Backend, who: &Actor, id: &ImportId) -> Result<Sheet, Problem> {
    who.may(Action::ImportCustomers)?;
    let row = seen(b, who, id).await?;
    let mut read = b.read().await?;
    let first = table::part(read.on(), id, 0).await?;
    let fields = custom::of(read.on(), Entity::Customer).await?;
    let lines = first.map(|content| table::lines(&content)).transpose()?.unwrap_or_default();
    let mut sample: Vec<Vec<String>> = lines.into_iter().take(LOOKED_AT).map(|(_, cells)| cells).collect();
    let heads = row.heads()?;
    let plan = row.plan()?;
    let plan = plan.unwrap_or_else(|| ImportPlan { columns: guess(&heads, &sample, &fields), ..ImportPlan::default() });
    sample.truncate(SAMPLE);
    Ok(Sheet { import: row.shown()?, heads, sample, plan, fields })
}

/// Rows that cannot be taken, each with everything that is wrong with it.
///
/// # Errors
/// As [`get`]; [`Problem::NotFound`] also for a cursor of another list.
pub async fn problems(
    b: &Backend,
    who: &Actor,
    id: &ImportId,
    after: Option<&Cursor>,
) -> Result<Page<BadRow>, Problem> {
    who.may(Action::ImportCustomers)?;
    seen(b, who, id).await?;
    let (after, _) = match after {
        Some(cursor) => db::place(cursor).ok_or(Problem::NotFound)?,
        None => (0, String::new()),
    };
    let limit = i64::try_from(BAD_PAGE + 1).unwrap_or(i64::MAX);
    let rows = table::problems(b.read().await?.on(), id, after, limit).await?;
    Ok(db::page_of(rows, BAD_PAGE, |row| (i64::try_from(row.line).unwrap_or(i64::MAX), String::new()))?)
}

/// The rows of an import that cannot be taken, on their way into a file.
#[derive(Debug)]
pub struct Rejected {
    b: Backend,
    id: ImportId,
    /// The names of the file's columns.
    pub heads: Vec<String>,
    after: i64,
}

/// Begins to take the rejected rows home, to mend them and bring them in again.
///
/// # Errors
/// As [`get`].
pub async fn rejected(b: &Backend, who: &Actor, id: &ImportId) -> Result<Rejected, Problem> {
    who.may(Action::ImportCustomers)?;
    let row = seen(b, who, id).await?;
    Ok(Rejected { b: b.clone(), id: id.clone(), heads: row.heads()?, after: 0 })
}

impl Rejected {
    /// The next rows, in order; none at the end.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn next(&mut self) -> Result<Vec<BadRow>, Problem> {
        let rows = table::problems(self.b.read().await?.on(), &self.id, self.after, BAD_BATCH).await?;
        if let Some(last) = rows.last() {
            self.after = i64::try_from(last.line).unwrap_or(i64::MAX);
        }
        Ok(rows)
    }
}

/// Decides what the columns are and what happens with duplicates, and begins to rehearse.
///
/// # Errors
/// As [`get`]; [`Problem::Invalid`] when no column is a name, or the owner is nobody; [`Problem::NotFound`] also when the
/// import has begun meanwhile.
pub async fn check(b: &Backend, who: &Actor, id: &ImportId, plan: &ImportPlan) -> Result<Import, Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    plan.check(row.heads()?.len())?;
    known(&mut tx, plan.owner.as_ref()).await?;
    table::set_plan(tx.on(), id, plan).await?;
    table::from_the_beginning(tx.on(), id).await?;
    change_state(b, &mut tx, id, row.state()?, Wish::Check).await?;
    finish(tx, id).await
}

/// Reads a file of text once more, as a member says that it is written: the guess was wrong. What was decided about its
/// columns is forgotten, for they are others now.
///
/// # Errors
/// As [`get`]; [`Problem::File`] when there is no row in it then: it stays as it was; [`Problem::NotFound`] also once the
/// import has begun, and for what is no text.
pub async fn reread(b: &Backend, who: &Actor, id: &ImportId, how: &Source) -> Result<Sheet, Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    tx.alone(id.as_str()).await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    change_state(b, &mut tx, id, row.state()?, Wish::Reread).await?;
    let before = row.shown()?.source;
    if before == Source::Xlsx || !tables::can_read(how) {
        return Err(Problem::NotFound);
    }
    tx.commit().await?;
    upload::read_again(b, id, how, &before).await?;
    open(b, who, id).await
}

/// Begins the import, or goes on with one that was stopped.
///
/// # Errors
/// As [`get`]; [`Problem::NotFound`] also when it cannot begin as it is now.
pub async fn run(b: &Backend, who: &Actor, id: &ImportId) -> Result<Import, Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    let state = row.state()?;
    if state == State::Checked {
        table::from_the_beginning(tx.on(), id).await?;
        table::forget_file(tx.on(), id).await?;
    }
    change_state(b, &mut tx, id, state, Wish::Run).await?;
    let import = row.shown()?;
    let details = json!({ "file": import.file, "rows": import.rows });
    audit::note(b, &mut tx, Some(who), "customers.import_begun", subject(id), details).await?;
    finish(tx, id).await
}

/// Stops what is under way. What an import has done so far stays, and it can go on or be undone.
///
/// # Errors
/// As [`get`]; [`Problem::NotFound`] also when nothing is under way.
pub async fn stop(b: &Backend, who: &Actor, id: &ImportId) -> Result<Import, Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    let state = row.state()?;
    change_state(b, &mut tx, id, state, Wish::Stop).await?;
    finish(tx, id).await
}

/// Begins to take back what an import did: whom it made goes, whom it changed goes back, unless somebody has changed or
/// dealt with them since.
///
/// # Errors
/// As [`get`]; [`Problem::NotFound`] also when there is nothing to undo.
pub async fn undo(b: &Backend, who: &Actor, id: &ImportId) -> Result<Import, Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    change_state(b, &mut tx, id, row.state()?, Wish::Undo).await?;
    table::count_touched(tx.on(), id).await?;
    let details = json!({ "file": row.shown()?.file });
    audit::note(b, &mut tx, Some(who), "customers.import_undo_begun", subject(id), details).await?;
    finish(tx, id).await
}

/// Forgets a file that was not brought in.
///
/// # Errors
/// As [`get`]; [`Problem::NotFound`] also once the import has begun.
pub async fn discard(b: &Backend, who: &Actor, id: &ImportId) -> Result<(), Problem> {
    who.may(Action::ImportCustomers)?;
    let mut tx = b.write().await?;
    tx.alone(id.as_str()).await?;
    let row = own(table::by_id(tx.on(), id).await?, who)?;
    if !row.state()?.is_before() {
        return Err(Problem::NotFound);
    }
    table::forget(tx.on(), id).await?;
    Ok(tx.commit().await?)
}

/// Forgets files that came to nothing, and imports that are so old that nobody will undo them. To be called now and then.
///
/// # Errors
/// [`Problem::Unavailable`] only.
pub async fn forget_old(b: &Backend) -> Result<usize, Problem> {
    let now = b.now();
    let mut tx = b.write().await?;
    let old = table::outlived(tx.on(), now.plus(-HOUR), now.plus(-PLANNED_FOR), now.plus(-KEPT_FOR)).await?;
    for id in &old {
        table::forget(tx.on(), id).await?;
    }
    tx.commit().await?;
    Ok(old.len())
}

/// An import that this member may see.
async fn seen(b: &Backend, who: &Actor, id: &ImportId) -> Result<Row, Problem> {
    own(table::by_id(b.read().await?.on(), id).await?, who)
}

/// Somebody else's is only an admin's to know of.
fn own(row: Option<Row>, who: &Actor) -> Result<Row, Problem> {
    let row = row.filter(|row| row.staff_id == who.id.as_str() || who.may(Action::SeeAllImports).is_ok());
    row.ok_or(Problem::NotFound)
}

async fn change_state(b: &Backend, tx: &mut Tx, id: &ImportId, from: State, wish: Wish) -> Result<(), Problem> {
    let to = from.after(wish).ok_or(Problem::NotFound)?;
    let ended_at = (to == State::Stopped).then(|| b.now());
    if table::move_on(tx.on(), id, from, to, ended_at).await? { Ok(()) } else { Err(Problem::NotFound) }
}

/// The owner must be somebody.
async fn known(tx: &mut Tx, owner: Option<&StaffId>) -> Result<(), Problem> {
    if let Some(owner) = owner
        && db::staff::by_id(tx.on(), owner).await?.is_none()
    {
        return Err(Problem::at(Field::Owner, FieldProblem::Unknown));
    }
    Ok(())
}

async fn finish(mut tx: Tx, id: &ImportId) -> Result<Import, Problem> {
    let row = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(row.shown()?)
}

fn subject(id: &ImportId) -> String {
    format!("import:{id}")
}

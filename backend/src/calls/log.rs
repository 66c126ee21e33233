//! The log: the calls one may see, narrowed, in order, page by page; and as a file to take home.

use crate::db::call_list::{self as table, Asked, Path, Wanted};
use crate::db::calls::Row;
use crate::db::{self, Answer};
use crate::permit::May;
use crate::{Backend, audit, numbers, scope};
use domain::access::{Action, Actor, Role, Scope};
use domain::calls::{CallFilter, CallQuery, CallRow, LogChoices};
use domain::fields::{Field, FieldProblem};
use domain::ids::StaffId;
use domain::paging::Page;
use domain::phone::{self, BadNumber};
use domain::problem::Problem;
use domain::views::LogView;
use serde_json::json;

/// Rows of a page of the log.
const PAGE: usize = 50;
/// Rows of a file brought together: few enough to be held by many at once.
const BATCH: i64 = 1_000;

/// A page of the log: one's own calls, those of the teams one leads, or everybody's.
///
/// # Errors
/// [`Problem::Forbidden`] when the filter names a team or a member that one may not see; [`Problem::Invalid`] at
/// [`Field::Phone`] 0 when no number can be meant; [`Problem::NotFound`] for a cursor of another list;
/// [`Problem::Throttled`] for too many whole numbers.
pub async fn list(b: &Backend, who: &Actor, query: &CallQuery) -> Result<Page<CallRow>, Problem> {
    who.may(Action::SeeOwnCalls)?;
    numbers::typed(b, who, &query.filter.number).await?;
    let after = match &query.after {
        Some(cursor) => Some(db::place(cursor).ok_or(Problem::NotFound)?),
        None => None,
    };
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let asked = asked(b, who, &query.filter, query.oldest_first, &scope)?;
    let path = table::path(read.on(), &asked).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = table::page(read.on(), &asked, &path, after.as_ref(), limit).await?;
    let page = db::page_of(rows, PAGE, place)?;
    let rows = page.rows.into_iter().map(Row::line).collect::<Answer<_>>()?;
    Ok(Page { rows, next: page.next })
}

/// What the log can be narrowed to, of what one may see.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn choices(b: &Backend, who: &Actor) -> Result<LogChoices, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let staff = db::staff::list(read.on()).await?;
    let agents = staff.into_iter().filter(|row| belongs(&scope, row) && row.role() != Role::Admin);
    let teams = db::teams::list(read.on()).await?.into_iter().map(domain::teams::Team::named);
    Ok(LogChoices {
        agents: agents.map(db::staff::Row::named).collect(),
        teams: teams.filter(|team| scope.sees(None, Some(&team.id))).collect(),
        dispositions: table::dispositions(read.on()).await?,
        hotlines: table::hotlines(read.on()).await?,
        queues: table::queues(read.on()).await?,
    })
}

fn belongs(scope: &Scope, row: &db::staff::Row) -> bool {
    scope.sees(Some(&StaffId::new(row.id.clone())), row.team().as_ref())
}

fn place(row: &Row) -> (i64, String) {
    (row.started_at, row.id.clone())
}

/// The filter, once it is sure that it asks for nothing that one may not see.
fn asked(b: &Backend, who: &Actor, filter: &CallFilter, oldest_first: bool, scope: &Scope) -> Result<Asked, Problem> {
    if !filter.fits(scope) {
        return Err(Problem::Forbidden);
    }
    let number = numbers::opened_at(b, who, &filter.number, Field::Phone(0))?;
    let wanted = wanted(&number, who.sees_numbers())?;
    Ok(Asked::new(filter, wanted.as_ref(), scope, oldest_first, b.now()))
}

/// A whole number is looked for by its key; a beginning or last digits are looked for as such, by whoever sees numbers
/// whole: to anybody else the answers would tell the rest digit by digit.
fn wanted(typed: &str, parts: bool) -> Result<Option<Wanted>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let whole = phone::parse(typed);
    if let Some(parsed) = whole.as_ref().ok().filter(|parsed| parsed.number.as_str().starts_with('+')) {
        return Ok(Some(Wanted::Whole(parsed.number.clone())));
    }
    let bad = whole.err().unwrap_or(BadNumber::NotANumber);
    let problem = || Problem::at(Field::Phone(0), FieldProblem::NotANumber(bad));
    phone::sought(typed).filter(|_| parts).map(|sought| Some(Wanted::Part(sought))).ok_or_else(problem)
}

/// The calls of a view on their way into a file, a batch at a time.
#[derive(Debug)]
pub struct Export {
    b: Backend,
    who: Actor,
    id: String,
    asked: Asked,
    path: Path,
    after: Option<(i64, String)>,
    /// How many calls there were when it began.
    pub total: i64,
    told: i64,
}

/// Begins to take the calls of a view home. That it was begun is written down, and how it ended.
///
/// # Errors
/// [`Problem::Forbidden`] for agents; what [`list`] refuses.
pub async fn export(b: &Backend, who: &Actor, view: &LogView) -> Result<Export, Problem> {
    who.may(Action::ExportCalls)?;
    numbers::typed(b, who, &view.filter.number).await?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let asked = asked(b, who, &view.filter, view.oldest_first, &scope)?;
    let path = table::path(read.on(), &asked).await?;
    let total = table::count(read.on(), &asked, &path).await?;
    drop(read);
    let export = Export { b: b.clone(), who: who.clone(), id: b.new_id(), asked, path, after: None, total, told: 0 };
    export.note("calls.export_begun", json!({ "view": view, "rows": total })).await?;
    Ok(export)
}

impl Export {
    /// Under which name it is written down.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The next calls, in order; none at the end. The database is let go in between.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn next(&mut self) -> Result<Vec<CallRow>, Problem> {
        let mut read = self.b.read().await?;
        let rows = table::page(read.on(), &self.asked, &self.path, self.after.as_ref(), BATCH).await?;
        if let Some(last) = rows.last() {
            self.after = Some(place(last));
        }
        self.told = self.told.saturating_add(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        let rows = rows.into_iter().map(Row::line).collect::<Answer<_>>()?;
        numbers::shown(&self.b, &self.who, rows)
    }

    /// Writes down how many calls went out, and whether that was all of them.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] only.
    pub async fn end(self, whole: bool) -> Result<(), Problem> {
        self.note("calls.export_ended", json!({ "rows": self.told, "whole": whole })).await
    }

    async fn note(&self, action: &str, details: serde_json::Value) -> Result<(), Problem> {
        let mut tx = self.b.write().await?;
        audit::note(&self.b, &mut tx, Some(&self.who), action, format!("export:{}", self.id), details).await?;
        Ok(tx.commit().await?)
    }
}

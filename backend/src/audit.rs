//! Who changed what: records, staff, settings, deletions; who came in, took a file home, listened. Written in the
//! transaction of the change; never changed.

mod export;
mod shown;

pub use export::{Export, export};

use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, timeline};
use domain::access::{Action, Actor};
use domain::audit::{self, AuditQuery, Described, Event};
use domain::custom::CustomField;
use domain::ids::StaffId;
use domain::paging::{Cursor, Page};
use domain::problem::Problem;
use domain::tags::Subject;
use domain::times::Millis;
use serde_json::{Value, json};

/// Entries of a page.
const PAGE: usize = 50;

/// A change as it was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Millis,
    /// Who; `None` when the program itself did it.
    pub who: Option<StaffId>,
    /// What was done, such as `staff.updated`.
    pub action: String,
    /// To what, such as `staff:0192...`.
    pub subject: String,
    /// What else is worth knowing; never a secret.
    pub details: Value,
}

/// What happened to one thing (`staff:<id>`, `customer:<id>`, `note:<id>`, `telephone:<provider>`), oldest first.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn about(b: &Backend, who: &Actor, subject: &str) -> Result<Vec<Entry>, Problem> {
    who.may(Action::ManageStaff)?;
    let rows = db::audit::about(b.read().await?.on(), subject).await?;
    Ok(rows.into_iter().map(entry).collect())
}

/// A page of what is looked for, newest first.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] for a cursor of another list.
pub async fn list(b: &Backend, who: &Actor, query: &AuditQuery) -> Result<Page<Event>, Problem> {
    who.may(Action::SeeAudit)?;
    Ok(as_seen(who, page(b, query, PAGE).await?))
}

/// What was changed of a record, newest first, for whoever sees the record.
///
/// # Errors
/// [`Problem::NotFound`] without the record, also for a cursor of another list.
pub async fn history(b: &Backend, who: &Actor, of: &Subject, after: Option<&Cursor>) -> Result<Page<Event>, Problem> {
    who.may(timeline::seeing(of))?;
    let (at, last) = db::before(after).ok_or(Problem::NotFound)?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, of).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = db::audit::history(read.on(), &audit::subject(of), (at, &last), limit).await?;
    Ok(as_seen(who, db::page_of(rows.into_iter().map(shown::event).collect(), PAGE, place)?))
}

/// What numbers became stands in texts: they are masked here for whoever does not see numbers whole.
fn as_seen(who: &Actor, page: Page<Event>) -> Page<Event> {
    match who.sees_numbers() {
        true => page,
        false => Page { rows: page.rows.into_iter().map(Event::with_numbers_masked).collect(), next: page.next },
    }
}

async fn page(b: &Backend, query: &AuditQuery, size: usize) -> Result<Page<Event>, Problem> {
    let (at, last) = db::before(query.after.as_ref()).ok_or(Problem::NotFound)?;
    let limit = i64::try_from(size + 1).unwrap_or(i64::MAX);
    let rows = db::audit::page(b.read().await?.on(), query, (at, &last), limit).await?;
    Ok(db::page_of(rows.into_iter().map(shown::event).collect(), size, place)?)
}

fn place(event: &Event) -> (i64, String) {
    (event.at.0, event.id.clone())
}

fn entry(row: db::audit::Row) -> Entry {
    Entry {
        at: Millis(row.at),
        who: row.staff_id.map(StaffId::new),
        action: row.action,
        subject: row.subject,
        details: serde_json::from_str(&row.details).unwrap_or(Value::Null),
    }
}

/// Writes a change down; without an actor it is the program's own or its console's. What the thing is called is the
/// `name` or `title` of the details.
pub(crate) async fn note(
    b: &Backend,
    tx: &mut Tx,
    who: Option<&Actor>,
    action: &str,
    subject: String,
    details: Value,
) -> Result<(), Problem> {
    let name = ["name", "title"].iter().find_map(|word| details.get(word)).and_then(Value::as_str);
    let (id, at, name, details) = (b.new_id(), b.now(), name.unwrap_or_default().to_owned(), details.to_string());
    let who = who.map(|who| &who.id);
    Ok(db::audit::insert(tx.on(), &db::audit::Entry { id, at, who, action, subject, details, name }).await?)
}

/// Writes down what a save made another, the installation's own `fields` too; nothing where it changed nothing. A
/// record that is new is told whole.
pub(crate) async fn changed<T: Described>(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    done: (&str, String),
    before: Option<&T>,
    after: &T,
    fields: &[CustomField],
) -> Result<(), Problem> {
    let said = after.described(fields);
    let changes = audit::diff(&before.map(|before| before.described(fields)).unwrap_or_default(), &said);
    if changes.is_empty() {
        return Ok(());
    }
    let name = said.first().map(|(_, name)| name.clone()).unwrap_or_default();
    let (action, subject) = done;
    note(b, tx, Some(who), action, subject, json!({ "name": name, "changes": changes })).await
}

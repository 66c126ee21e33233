//! Who changed what: staff, settings, deletions. Written in the transaction of the change; never changed.

use crate::Backend;
use crate::db::{self, Tx};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::ids::StaffId;
use domain::problem::Problem;
use domain::times::Millis;
use serde_json::Value;

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

fn entry(row: db::audit::Row) -> Entry {
    Entry {
        at: Millis(row.at),
        who: row.staff_id.map(StaffId::new),
        action: row.action,
        subject: row.subject,
        details: serde_json::from_str(&row.details).unwrap_or(Value::Null),
    }
}

/// Writes a change down; without an actor it is the program's own or its console's.
pub(crate) async fn note(
    b: &Backend,
    tx: &mut Tx,
    who: Option<&Actor>,
    action: &str,
    subject: String,
    details: Value,
) -> Result<(), Problem> {
    let (id, at, details) = (b.new_id(), b.now(), details.to_string());
    Ok(db::audit::insert(tx.on(), &db::audit::Entry { id, at, who: who.map(|who| &who.id), action, subject, details })
        .await?)
}

//! What roles may do to records: read by admins, decided by them, known to every server.

use crate::db;
use crate::permit::May;
use crate::{Backend, audit};
use domain::access::{Action, Actor, Role};
use domain::ids::StaffId;
use domain::live::Change;
use domain::problem::Problem;
use domain::rights::Rights;
use serde_json::{Value, json};

/// The table as it stands.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn get(b: &Backend, who: &Actor) -> Result<Rights, Problem> {
    who.may(Action::ManageStaff)?;
    Ok(db::rights::read(b.read().await?.on()).await?)
}

/// Decides the table, all of it. It counts from the next question on, on every server.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn save(b: &Backend, who: &Actor, wanted: &Rights) -> Result<Rights, Problem> {
    who.may(Action::ManageStaff)?;
    // Sent by a page: granted anew, right by right.
    let wanted = Rights::with(&wanted.grants()).with_numbers_of(wanted);
    let mut tx = b.write().await?;
    tx.alone("rights").await?;
    let before = db::rights::read(tx.on()).await?;
    let told = changes(&wanted, &before);
    if told.is_empty() {
        return Ok(before);
    }
    db::rights::clear(tx.on()).await?;
    for (_, grant) in wanted.differing(&Rights::default()) {
        db::rights::insert(tx.on(), grant).await?;
    }
    for (role, _, numbers) in wanted.numbers_differing(&Rights::default()) {
        db::rights::insert_numbers(tx.on(), role, numbers).await?;
    }
    audit::note(b, &mut tx, Some(who), "rights.saved", "rights".to_owned(), json!({ "changes": told })).await?;
    tx.tell(Change::Rights);
    tx.commit().await?;
    b.know(wanted);
    Ok(wanted)
}

/// What is decided otherwise than it was, as it is written down.
fn changes(wanted: &Rights, before: &Rights) -> Vec<Value> {
    let grants = wanted.differing(before);
    let numbers = wanted.numbers_differing(before);
    let grants = grants.iter().map(|(was, is)| json!({ "of": is, "was": was.reach }));
    let numbers = numbers.iter().map(|(role, was, is)| {
        json!({ "field": format!("right.{}.numbers", role.as_str()), "from": was.as_str(), "to": is.as_str() })
    });
    grants.chain(numbers).collect()
}

/// Somebody to act, with what their role may do at this moment.
pub(crate) fn actor(b: &Backend, id: StaffId, role: Role) -> Actor {
    Actor { id, role, rights: b.rights().of(role) }
}

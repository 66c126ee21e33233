//! The contact centre's desk: one draft for all admins, its versions, what the provider has, and the way there.
//!
//! Whoever changes any of it is alone with it for that moment. What the provider is asked meanwhile is asked outside.

mod desk;
mod draft;
mod follow;
mod publish;
mod reading;
mod run;
mod sounds;
mod trying;
mod versions;

pub use desk::desk;
pub use draft::{discard, edit};
pub use publish::{go_on, new_sip_password, publish, publishing, stop};
pub use reading::{read_provider, sweep, take_over};
pub use run::carry_out;
pub use sounds::{keep_sound, play_sound};
pub use trying::wanted;
pub use versions::{restore, version, versions};

/// The provider whose contact centre can be run from here.
use crate::stringee::set_up as provider;

use crate::Backend;
use crate::db::Tx;
use crate::db::centre::{self as table, Desk};
use domain::access::Actor;
use domain::centre::{CentreProblem, Ref, changes};
use domain::live::Change;
use domain::problem::Problem;
use serde_json::{Value, json};

/// The name under which changes wait for each other.
const ALONE: &str = "centre";
/// What is written down is about this.
const SUBJECT: &str = "centre";

/// Alone with the desk.
async fn begin(b: &Backend) -> Result<Tx, Problem> {
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    Ok(tx)
}

/// The desk of an account, if it was ever read what the provider has.
async fn read_desk(tx: &mut Tx, account: &str) -> Result<Desk, Problem> {
    let desk = table::desk(tx.on()).await?.filter(|desk| desk.account == account);
    desk.ok_or(Problem::Centre(CentreProblem::NotRead))
}

/// Keeps a desk whose draft was `before`, and writes down who changed what; the same draft is no change.
async fn keep(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    (before, desk): (&domain::centre::Centre, &mut Desk),
    action: &str,
) -> Result<(), Problem> {
    let changes = changes(before, &desk.draft);
    if !changes.is_empty() {
        desk.revision = table::revision(tx.on()).await? + 1;
        let touched: Vec<Ref> = changes.iter().map(domain::centre::Change::at).collect();
        table::edited(tx.on(), desk.revision, b.now(), &who.id, &touched).await?;
        note(b, tx, Some(who), action, json!({ "revision": desk.revision, "changes": changes })).await?;
    }
    Ok(table::put(tx.on(), desk).await?)
}

/// Writes down what was done to the contact centre, and tells whoever runs it.
async fn note(b: &Backend, tx: &mut Tx, who: Option<&Actor>, action: &str, details: Value) -> Result<(), Problem> {
    tx.tell(Change::Centre);
    crate::audit::note(b, tx, who, action, SUBJECT.to_owned(), details).await
}

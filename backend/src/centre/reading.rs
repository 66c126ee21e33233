//! What the provider has: read for the first time, read again to see what somebody changed elsewhere, and taken over.

use super::desk::{desk as shown, drift};
use super::provider::{self, Found};
use super::{begin, keep, note, read_desk};
use crate::Backend;
use crate::db::centre::{self as table, Desk};
use crate::db::{Tx, centre_versions};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::centre::{Centre, CentreDesk, CentreProblem, Known, Links, Origin, TakenIn, changes};
use domain::problem::Problem;
use domain::times::{MINUTE, Millis};
use serde_json::json;

/// How often it is read by itself.
const EVERY: i64 = 5 * MINUTE;

/// Reads what the provider has now. The first time it becomes the first version, and the draft begins from it.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Telephone`] where it could not be asked;
/// [`CentreProblem::Publishing`] while it is being changed from here.
pub async fn read_provider(b: &Backend, who: &Actor) -> Result<CentreDesk, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let begun = b.now();
    let found = provider::read(b).await?;
    learn(b, Some(who), &facts.account, (begun, found)).await?;
    shown(b, who).await
}

/// Reads by itself, now and then, what somebody may have changed elsewhere; of several servers one has the turn. To be
/// called every moment.
///
/// # Errors
/// [`Problem::Unavailable`], and [`Problem::Telephone`] where it could not be asked: that is tried again next time.
pub async fn sweep(b: &Backend) -> Result<(), Problem> {
    let (mut read, begun) = (b.read().await?, b.now());
    if !table::is_due(read.on(), begun).await? {
        return Ok(());
    }
    let account = table::desk(read.on()).await?.map(|desk| desk.account);
    drop(read);
    let facts = provider::facts(b).await?;
    let mut tx = b.write().await?;
    let mine = table::take_turn(tx.on(), begun, begun.plus(EVERY)).await?;
    tx.commit().await?;
    // Another account's contact centre is taken in by an admin, or not at all.
    if !mine || account.as_ref() != Some(&facts.account) {
        return Ok(());
    }
    let found = provider::read(b).await?;
    match learn(b, None, &facts.account, (begun, found)).await {
        Err(Problem::Centre(CentreProblem::Publishing)) => Ok(()),
        learned => learned,
    }
}

/// Takes over into the draft what is otherwise at the provider; it becomes a version. What the draft has changed in
/// another way stays as it is there.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`CentreProblem::NotRead`]; [`CentreProblem::Publishing`].
pub async fn take_over(b: &Backend, who: &Actor) -> Result<TakenIn, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    at_rest(&mut tx).await?;
    let mut desk = read_desk(&mut tx, &facts.account).await?;
    let there = desk.known.centre.clone();
    let taken = domain::centre::take_over(&desk.expected, &there, &desk.draft);
    new_version(b, &mut tx, Some(who), &there).await?;
    centre_versions::give_up(tx.on()).await?;
    desk.expected = there;
    let before = std::mem::replace(&mut desk.draft, taken.draft);
    keep(b, &mut tx, who, (&before, &mut desk), "centre.taken_over").await?;
    tx.commit().await?;
    Ok(TakenIn { revision: desk.revision, contested: taken.contested })
}

/// Keeps what was read, beginning at that moment.
async fn learn(b: &Backend, who: Option<&Actor>, account: &str, read: (Millis, Found)) -> Result<(), Problem> {
    let mut tx = begin(b).await?;
    at_rest(&mut tx).await?;
    match table::desk(tx.on()).await?.filter(|desk| desk.account == account) {
        // Somebody has read it since, or has published.
        Some(desk) if desk.read_at > read.0 => {}
        Some(desk) => again(b, &mut tx, who, desk, read.1).await?,
        None => first(b, &mut tx, who, account, read.1).await?,
    }
    Ok(tx.commit().await?)
}

/// While a version is being published, what is there is neither the old nor the new.
pub(super) async fn at_rest(tx: &mut Tx) -> Result<(), Problem> {
    match centre_versions::latest(tx.on()).await? {
        Some(publishing) if publishing.runs() => Err(Problem::Centre(CentreProblem::Publishing)),
        _ => Ok(()),
    }
}

/// What is there already becomes a version, so that nothing of it gets lost.
async fn first(b: &Backend, tx: &mut Tx, who: Option<&Actor>, account: &str, found: Found) -> Result<(), Problem> {
    let known = Known::read(found.listed, &Links::default(), &Centre::default());
    new_version(b, tx, who, &known.centre).await?;
    centre_versions::give_up(tx.on()).await?;
    let desk = Desk {
        account: account.to_owned(),
        revision: table::revision(tx.on()).await?,
        draft: known.centre.clone(),
        expected: known.centre.clone(),
        known,
        files: found.files,
        moved_seats: Vec::new(),
        read_at: b.now(),
    };
    Ok(table::put(tx.on(), &desk).await?)
}

async fn again(b: &Backend, tx: &mut Tx, who: Option<&Actor>, desk: Desk, found: Found) -> Result<(), Problem> {
    let known = Known::read(found.listed, &desk.known.links, &desk.expected);
    let was = drift(&desk);
    let desk = Desk { known, files: found.files, read_at: b.now(), ..desk };
    let is = drift(&desk);
    if is != was {
        note(b, tx, who, "centre.drifted", json!({ "changes": is })).await?;
    }
    Ok(table::put(tx.on(), &desk).await?)
}

/// What was found at the provider is kept as a version.
async fn new_version(b: &Backend, tx: &mut Tx, who: Option<&Actor>, there: &Centre) -> Result<(), Problem> {
    let (newest, before) = centre_versions::newest(tx.on()).await?.unwrap_or_default();
    let version = centre_versions::New {
        number: newest + 1,
        at: b.now(),
        who: who.map(|who| &who.id),
        note: "",
        origin: Origin::Read,
        changes: changes(&before, there).len(),
        centre: there,
    };
    centre_versions::insert(tx.on(), &version).await?;
    note(b, tx, who, "centre.read", json!({ "version": version.number, "changes": version.changes })).await
}

//! Publishing: the draft becomes a version, which comes to the provider step by step (see [`super::run`]).

use super::desk::known_around;
use super::reading::at_rest;
use super::{begin, note as write_down, provider, read_desk};
use crate::Backend;
use crate::db::centre::Desk;
use crate::db::{Tx, centre_versions as versions};
use crate::permit::May;
use domain::access::{Action, Actor};
use domain::centre::{
    CentreProblem, NOTE_MAX, Obstacle, Origin, PublishState, Publishing, Severity, Step, changes, check, plan,
};
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::telephone::PhonePassword;
use serde_json::json;

/// How far the latest publishing has come.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn publishing(b: &Backend, who: &Actor) -> Result<Option<Publishing>, Problem> {
    who.may(Action::RunCentre)?;
    Ok(versions::latest(b.read().await?.on()).await?)
}

/// Begins to publish the draft that had this revision. It goes on by itself, also after a restart; what stopped half
/// way before is given up.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] at the note; of [`CentreProblem`]: while another is being
/// published, where somebody else has changed the draft, where it must be mended, and where there is nothing to do.
pub async fn publish(b: &Backend, who: &Actor, revision: i64, note: &str) -> Result<Publishing, Problem> {
    who.may(Action::RunCentre)?;
    let note = note.trim();
    if note.chars().count() > NOTE_MAX {
        return Err(Problem::at(Field::Note, FieldProblem::TooLong { max: NOTE_MAX }));
    }
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    at_rest(&mut tx).await?;
    let desk = read_desk(&mut tx, &facts.account).await?;
    if desk.revision != revision {
        return Err(Problem::Centre(CentreProblem::DraftMoved { revision: desk.revision }));
    }
    let around = known_around(tx.on(), &facts, &desk).await?;
    let mut findings = check(&desk.draft, &around);
    findings.retain(|finding| finding.severity == Severity::Error);
    // What leads to nothing is among the findings.
    let (true, Ok(steps)) = (findings.is_empty(), plan(&desk.known.centre, &desk.draft)) else {
        return Err(Problem::Centre(CentreProblem::Findings(findings)));
    };
    let version = new_version(b, &mut tx, who, &desk, note, &steps).await?;
    versions::give_up(tx.on()).await?;
    versions::begin(tx.on(), version, &who.id, b.now(), &steps).await?;
    let told = json!({ "version": version, "note": note, "steps": steps.len() });
    write_down(b, &mut tx, Some(who), "centre.publishing", told).await?;
    committed(tx).await
}

/// Goes on with the publishing that was stopped: with what is left to do by then.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] where none was stopped.
pub async fn go_on(b: &Backend, who: &Actor) -> Result<Publishing, Problem> {
    who.may(Action::RunCentre)?;
    let mut tx = begin(b).await?;
    let stopped = |one: &Publishing| matches!(one.state, PublishState::Paused(_));
    let publishing = versions::latest(tx.on()).await?.filter(stopped).ok_or(Problem::NotFound)?;
    versions::go_on(tx.on(), publishing.version).await?;
    write_down(b, &mut tx, Some(who), "centre.going_on", json!({ "version": publishing.version })).await?;
    committed(tx).await
}

/// Stops the publishing that goes on, after the step that is being done.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] where none goes on.
pub async fn stop(b: &Backend, who: &Actor) -> Result<Publishing, Problem> {
    who.may(Action::RunCentre)?;
    let mut tx = begin(b).await?;
    let publishing = versions::latest(tx.on()).await?.filter(Publishing::runs).ok_or(Problem::NotFound)?;
    versions::stop(tx.on(), publishing.version, &Obstacle::Stopped).await?;
    write_down(b, &mut tx, Some(who), "centre.stopped", json!({ "version": publishing.version })).await?;
    committed(tx).await
}

/// Another password for a SIP telephone that was published. It is kept nowhere: whoever asked shows it once.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] for a telephone that the provider does not have;
/// [`Problem::Telephone`] or [`CentreProblem::Refused`] where it was not taken.
pub async fn new_sip_password(b: &Backend, who: &Actor, user: &str) -> Result<PhonePassword, Problem> {
    who.may(Action::RunCentre)?;
    let facts = provider::facts(b).await?;
    let mut tx = begin(b).await?;
    let desk = read_desk(&mut tx, &facts.account).await?;
    drop(tx);
    let told = provider::new_sip_password(b, user, &desk.known).await?;
    let mut tx = b.write().await?;
    write_down(b, &mut tx, Some(who), "centre.password_made", json!({ "user_name": told.user_name })).await?;
    tx.commit().await?;
    Ok(told)
}

/// The draft is kept as a version.
async fn new_version(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    desk: &Desk,
    note: &str,
    steps: &[Step],
) -> Result<i64, Problem> {
    let (newest, before) = versions::newest(tx.on()).await?.unwrap_or_default();
    let changes = changes(&before, &desk.draft).len();
    if steps.is_empty() && changes == 0 {
        return Err(Problem::Centre(CentreProblem::NothingToPublish));
    }
    let version = versions::New {
        number: newest + 1,
        at: b.now(),
        who: Some(&who.id),
        note,
        origin: Origin::Published,
        changes,
        centre: &desk.draft,
    };
    versions::insert(tx.on(), &version).await?;
    Ok(version.number)
}

async fn committed(mut tx: Tx) -> Result<Publishing, Problem> {
    let publishing = versions::latest(tx.on()).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(publishing)
}

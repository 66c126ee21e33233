//! What a call can come to: the choices of this installation. None is ever deleted, since calls have come to it; one
//! that is not wanted any more can no longer be chosen.

use crate::db::{Tx, dispositions as table, wrap_ups};
use crate::permit::May;
use crate::{Backend, audit};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::ids::DispositionId;
use domain::problem::Problem;
use domain::wrap_up::{Disposition, DispositionForm, WrapUpSettings, WrapUpSettingsForm};
use serde_json::{Value, json};

/// The name under which changes of the choices wait for each other.
const ALONE: &str = "dispositions";

/// All of them, in order, also those that cannot be chosen any more: calls are filtered by them.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Disposition>, Problem> {
    who.may(Action::WrapUp)?;
    Ok(table::list(b.read().await?.on()).await?)
}

/// A new one, the last in order.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] at the name.
pub async fn create(b: &Backend, who: &Actor, form: &DispositionForm) -> Result<Disposition, Problem> {
    who.may(Action::ManageDispositions)?;
    let name = form.parse()?;
    let id = DispositionId::new(b.new_id());
    let mut tx = begin(b).await?;
    free(&mut tx, &name, &id).await?;
    table::insert(tx.on(), &id, &name, b.now()).await?;
    finish(b, tx, who, &id, "created", json!({ "name": name })).await
}

/// Calls it otherwise, also at the calls that came to it.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`], [`Problem::Invalid`] at the name.
pub async fn rename(
    b: &Backend,
    who: &Actor,
    id: &DispositionId,
    form: &DispositionForm,
) -> Result<Disposition, Problem> {
    who.may(Action::ManageDispositions)?;
    let name = form.parse()?;
    let mut tx = begin(b).await?;
    let before = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    free(&mut tx, &name, id).await?;
    table::rename(tx.on(), id, &name, b.now()).await?;
    finish(b, tx, who, id, "renamed", json!({ "from": before.name, "to": name })).await
}

/// Puts them in another order. Those that are not named keep theirs, after the others.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`] when one of them is none.
pub async fn reorder(b: &Backend, who: &Actor, order: &[DispositionId]) -> Result<Vec<Disposition>, Problem> {
    who.may(Action::ManageDispositions)?;
    let mut tx = begin(b).await?;
    let known: Vec<DispositionId> = table::list(tx.on()).await?.into_iter().map(|one| one.id).collect();
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Problem::NotFound);
    }
    let rest = known.iter().filter(|id| !order.contains(id));
    for (position, id) in (1_i64..).zip(order.iter().chain(rest)) {
        table::place(tx.on(), id, position, b.now()).await?;
    }
    let ordered = table::list(tx.on()).await?;
    let details = json!({ "order": ordered.iter().map(|one| &one.name).collect::<Vec<_>>() });
    audit::note(b, &mut tx, Some(who), "dispositions.reordered", "dispositions".into(), details).await?;
    tx.commit().await?;
    Ok(ordered)
}

/// Takes one out of what can be chosen, or back in.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`].
pub async fn set_active(b: &Backend, who: &Actor, id: &DispositionId, active: bool) -> Result<Disposition, Problem> {
    who.may(Action::ManageDispositions)?;
    let mut tx = begin(b).await?;
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    table::set_active(tx.on(), id, active, b.now()).await?;
    finish(b, tx, who, id, if active { "activated" } else { "deactivated" }, json!({})).await
}

/// How the installation wraps up.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn settings(b: &Backend, who: &Actor) -> Result<WrapUpSettings, Problem> {
    who.may(Action::ManageDispositions)?;
    Ok(wrap_ups::settings(b.read().await?.on()).await?)
}

/// Changes how the installation wraps up. Wrap-ups that go on keep the limit they began with.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] at the limit.
pub async fn save_settings(b: &Backend, who: &Actor, form: &WrapUpSettingsForm) -> Result<WrapUpSettings, Problem> {
    who.may(Action::ManageDispositions)?;
    let settings = form.parse()?;
    let mut tx = b.write().await?;
    wrap_ups::set(tx.on(), settings, b.now()).await?;
    let details = json!({
        "limit_seconds": settings.limit_seconds,
        "disposition_required": settings.disposition_required,
    });
    audit::note(b, &mut tx, Some(who), "wrap_up.settings", "wrap_up".into(), details).await?;
    tx.commit().await?;
    Ok(settings)
}

async fn begin(b: &Backend) -> Result<Tx, Problem> {
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    Ok(tx)
}

/// Nobody could tell two of one name apart.
async fn free(tx: &mut Tx, name: &str, id: &DispositionId) -> Result<(), Problem> {
    if table::name_taken(tx.on(), name, id).await? {
        return Err(Problem::at(Field::Name, FieldProblem::Taken));
    }
    Ok(())
}

async fn finish(
    b: &Backend,
    mut tx: Tx,
    who: &Actor,
    id: &DispositionId,
    done: &str,
    details: Value,
) -> Result<Disposition, Problem> {
    let saved = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let (action, subject) = (format!("disposition.{done}"), format!("disposition:{id}"));
    audit::note(b, &mut tx, Some(who), &action, subject, details).await?;
    tx.commit().await?;
    Ok(saved)
}

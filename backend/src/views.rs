//! Views of the log: one's own, and those that managers share.

use crate::db::views::{self as table, Row};
use crate::permit::May;
use crate::{Backend, audit, scope};
use domain::access::{Action, Actor};
use domain::fields::{Field, FieldProblem};
use domain::ids::ViewId;
use domain::problem::Problem;
use domain::views::{SavedView, ViewForm};
use serde_json::json;

/// One's own views and the shared ones that ask for nothing one may not see, by name.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<SavedView>, Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let rows = table::list(read.on(), &who.id).await?;
    let views = rows.into_iter().map(|row| row.saved(&who.id)).collect::<Result<Vec<_>, _>>()?;
    Ok(views.into_iter().filter(|saved| saved.view.filter.fits(&scope)).collect())
}

/// Keeps a view under a name.
///
/// # Errors
/// [`Problem::Forbidden`] when an agent shares it; [`Problem::Invalid`] at [`Field::Name`].
pub async fn create(b: &Backend, who: &Actor, form: &ViewForm) -> Result<ViewId, Problem> {
    who.may(Action::SeeOwnCalls)?;
    sharing(who, form)?;
    let (id, name) = (ViewId::new(b.new_id()), form.parse_name()?);
    let mut tx = b.write().await?;
    free(&mut tx, who, &name, &id).await?;
    table::insert(tx.on(), &id, &who.id, &name, form, b.now()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Keeps a new view, or changes the one that is named.
///
/// # Errors
/// What [`create`] and [`update`] refuse.
pub async fn save(b: &Backend, who: &Actor, id: Option<&ViewId>, form: &ViewForm) -> Result<ViewId, Problem> {
    match id {
        Some(id) => update(b, who, id, form).await.map(|()| id.clone()),
        None => create(b, who, form).await,
    }
}

/// Another name, other calls or columns, shared or no longer.
///
/// # Errors
/// [`Problem::Forbidden`] but for its owner and admins; [`Problem::NotFound`]; [`Problem::Invalid`] at
/// [`Field::Name`].
pub async fn update(b: &Backend, who: &Actor, id: &ViewId, form: &ViewForm) -> Result<(), Problem> {
    who.may(Action::SeeOwnCalls)?;
    sharing(who, form)?;
    let name = form.parse_name()?;
    let mut tx = b.write().await?;
    let row = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    changeable(who, &row)?;
    free(&mut tx, who, &name, id).await?;
    table::update(tx.on(), id, &name, form, b.now()).await?;
    Ok(tx.commit().await?)
}

/// Takes a view away, also from those whose log began with it.
///
/// # Errors
/// [`Problem::Forbidden`] but for its owner and admins; [`Problem::NotFound`].
pub async fn delete(b: &Backend, who: &Actor, id: &ViewId) -> Result<(), Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut tx = b.write().await?;
    let row = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    changeable(who, &row)?;
    table::delete(tx.on(), id).await?;
    if row.shared {
        let details = json!({ "name": row.name });
        audit::note(b, &mut tx, Some(who), "view.deleted", format!("view:{id}"), details).await?;
    }
    Ok(tx.commit().await?)
}

/// Says with which view one's log begins; none for all calls.
///
/// # Errors
/// [`Problem::NotFound`] for a view that one does not have.
pub async fn begin_with(b: &Backend, who: &Actor, id: Option<&ViewId>) -> Result<(), Problem> {
    who.may(Action::SeeOwnCalls)?;
    let mut tx = b.write().await?;
    if let Some(id) = id {
        let row = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
        if !row.shared && row.owner_id != who.id.as_str() {
            return Err(Problem::NotFound);
        }
    }
    table::begin_with(tx.on(), &who.id, id).await?;
    Ok(tx.commit().await?)
}

/// Only those who see the calls of others have something to share.
fn sharing(who: &Actor, form: &ViewForm) -> Result<(), Problem> {
    if form.shared { who.may(Action::SeeTeamCalls) } else { Ok(()) }
}

/// A private view of somebody else is not even there.
fn changeable(who: &Actor, row: &Row) -> Result<(), Problem> {
    match (row.owner_id == who.id.as_str(), row.shared) {
        (true, _) => Ok(()),
        (false, true) => who.may(Action::SeeAllCalls),
        (false, false) => Err(Problem::NotFound),
    }
}

/// Nobody has two views of one name.
async fn free(tx: &mut crate::db::Tx, who: &Actor, name: &str, except: &ViewId) -> Result<(), Problem> {
    if table::name_taken(tx.on(), &who.id, name, except).await? {
        return Err(Problem::at(Field::Name, FieldProblem::Taken));
    }
    Ok(())
}

//! Views of lists: one's own, those that managers share, and those that lists begin with.

use crate::db::views::{self as table, Row};
use crate::permit::May;
use crate::{Backend, audit, numbers, scope};
use domain::access::{Action, Actor, Role, Scope};
use domain::fields::{Field, FieldProblem};
use domain::ids::{StaffId, ViewId};
use domain::lists::List;
use domain::phone;
use domain::problem::Problem;
use domain::views::{LogView, SavedView, ViewForm, Words};
use serde_json::json;

/// One's own views of a list and the shared ones that ask for nothing one may not see, by name.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn list(b: &Backend, who: &Actor, list: List) -> Result<Vec<SavedView>, Problem> {
    who.may(seeing(list))?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let roles = table::roles(read.on(), list).await?;
    let of_role = || roles.iter().find(|(role, _)| *role == who.role).map(|(_, view)| view.clone());
    let begins = table::begins(read.on(), &who.id, list).await?.unwrap_or_else(of_role);
    let mut views = Vec::new();
    for row in table::list(read.on(), &who.id, list).await? {
        let words = row.words()?;
        if fits(list, &words, &scope) {
            views.push(as_seen(b, who, saved(row, list, words, who, begins.as_deref(), &roles)));
        }
    }
    views.retain(|saved| !tells_a_number(who, saved));
    Ok(views)
}

fn saved(row: Row, list: List, words: Words, who: &Actor, begins: Option<&str>, roles: &[(Role, String)]) -> SavedView {
    SavedView {
        own: row.owner_id == who.id.as_str(),
        default: begins == Some(row.id.as_str()),
        roles: roles.iter().filter(|(_, view)| *view == row.id).map(|(role, _)| *role).collect(),
        id: ViewId::new(row.id),
        list,
        name: row.name,
        words,
        shared: row.shared,
    }
}

/// Whether it asks for nothing that one may not see. Of records everybody asks for what they like and sees their own.
fn fits(list: List, words: &Words, scope: &Scope) -> bool {
    list != List::Calls || LogView::from(words).filter.fits(scope)
}

/// What one must be allowed to see to have views of it.
fn seeing(list: List) -> Action {
    match list {
        List::Calls => Action::SeeOwnCalls,
        List::Customers => Action::SeeCustomers,
        List::Companies => Action::SeeCompanies,
        List::Deals => Action::SeeDeals,
    }
}

/// Keeps a view under a name.
///
/// # Errors
/// [`Problem::Forbidden`] when an agent shares it; [`Problem::Invalid`] at [`Field::Name`].
pub async fn create(b: &Backend, who: &Actor, form: &ViewForm) -> Result<ViewId, Problem> {
    who.may(seeing(form.list))?;
    sharing(who, form)?;
    let form = &whole(b, who, form)?;
    let (id, name) = (ViewId::new(b.new_id()), form.parse_name()?);
    let mut tx = b.write().await?;
    free(&mut tx, &who.id, form.list, &name, &id).await?;
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

/// Another name, other records or columns, shared or no longer.
///
/// # Errors
/// [`Problem::Forbidden`] but for its owner and admins; [`Problem::NotFound`]; [`Problem::Invalid`] at
/// [`Field::Name`].
pub async fn update(b: &Backend, who: &Actor, id: &ViewId, form: &ViewForm) -> Result<(), Problem> {
    who.may(seeing(form.list))?;
    sharing(who, form)?;
    let form = &whole(b, who, form)?;
    let name = form.parse_name()?;
    let mut tx = b.write().await?;
    let row = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    changeable(who, &row)?;
    if row.list()? != form.list {
        return Err(Problem::NotFound);
    }
    free(&mut tx, &StaffId::new(row.owner_id), form.list, &name, id).await?;
    table::update(tx.on(), id, &name, form, b.now()).await?;
    if !form.shared {
        table::no_role_begins_with(tx.on(), id).await?;
    }
    Ok(tx.commit().await?)
}

/// Takes a view away, also from those whose list began with it.
///
/// # Errors
/// [`Problem::Forbidden`] but for its owner and admins; [`Problem::NotFound`].
pub async fn delete(b: &Backend, who: &Actor, id: &ViewId) -> Result<(), Problem> {
    who.may(Action::EditOwnProfile)?;
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

/// Says with which view one's list begins; none for everything, whatever one's role begins with.
///
/// # Errors
/// [`Problem::NotFound`] for a view that one does not have.
pub async fn begin_with(b: &Backend, who: &Actor, list: List, id: Option<&ViewId>) -> Result<(), Problem> {
    who.may(seeing(list))?;
    let mut tx = b.write().await?;
    if let Some(id) = id {
        let row = of_list(table::by_id(tx.on(), id).await?, list)?;
        if !row.shared && row.owner_id != who.id.as_str() {
            return Err(Problem::NotFound);
        }
    }
    table::begin_with(tx.on(), &who.id, list, id).await?;
    Ok(tx.commit().await?)
}

/// Says with which shared view a list begins for everybody of a role who has not said otherwise; none for everything.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] for a view that is not shared.
pub async fn role_begins_with(
    b: &Backend,
    who: &Actor,
    list: List,
    role: Role,
    id: Option<&ViewId>,
) -> Result<(), Problem> {
    who.may(Action::ManageViews)?;
    let mut tx = b.write().await?;
    if let Some(id) = id
        && !of_list(table::by_id(tx.on(), id).await?, list)?.shared
    {
        return Err(Problem::NotFound);
    }
    table::role_begins_with(tx.on(), role, list, id).await?;
    let details = json!({ "list": list, "role": role, "view": id });
    audit::note(b, &mut tx, Some(who), "view.begins", format!("role:{}", role.as_str()), details).await?;
    Ok(tx.commit().await?)
}

fn of_list(row: Option<Row>, list: List) -> Result<Row, Problem> {
    let row = row.ok_or(Problem::NotFound)?;
    if row.list()? == list { Ok(row) } else { Err(Problem::NotFound) }
}

/// The word under which a view of the log names a number.
const NUMBER: &str = "number";
/// The word under which views of records name a text, which may be a number.
const TEXT: &str = "q";

/// A masked number is kept as what it is: others have other seals.
fn whole(b: &Backend, who: &Actor, form: &ViewForm) -> Result<ViewForm, Problem> {
    let mut form = form.clone();
    if let Some(number) = form.words.get_mut(NUMBER) {
        *number = numbers::opened_at(b, who, number, Field::Phone(0))?.into_owned();
    }
    Ok(form)
}

/// The number that a view names, as the member may have it.
fn as_seen(b: &Backend, who: &Actor, mut saved: SavedView) -> SavedView {
    if let Some(number) = saved.words.get_mut(NUMBER) {
        *number = numbers::masked(b, who, number);
    }
    saved
}

/// Whether a colleague's view looks for somebody by a number, among other words or alone, that the member may not see.
fn tells_a_number(who: &Actor, saved: &SavedView) -> bool {
    let text = saved.words.get(TEXT).map(String::as_str).unwrap_or_default();
    let tells = || phone::sought(text).is_some() || phone::masked_within(text) != text;
    !who.sees_numbers() && !saved.own && tells()
}

/// Only those who see the calls of others have something to share.
fn sharing(who: &Actor, form: &ViewForm) -> Result<(), Problem> {
    if form.shared { who.may(Action::ShareViews) } else { Ok(()) }
}

/// A private view of somebody else is not even there.
fn changeable(who: &Actor, row: &Row) -> Result<(), Problem> {
    match (row.owner_id == who.id.as_str(), row.shared) {
        (true, _) => Ok(()),
        (false, true) => who.may(Action::ManageViews),
        (false, false) => Err(Problem::NotFound),
    }
}

/// Nobody has two views of one name of a list.
async fn free(tx: &mut crate::db::Tx, owner: &StaffId, list: List, name: &str, except: &ViewId) -> Result<(), Problem> {
    if table::name_taken(tx.on(), owner, list, name, except).await? {
        return Err(Problem::at(Field::Name, FieldProblem::Taken));
    }
    Ok(())
}

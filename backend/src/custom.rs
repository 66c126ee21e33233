//! Custom fields: everybody who sees the records sees them, admins define them.

use crate::db::{On, Tx, custom as table};
use crate::permit::May;
use crate::{Backend, audit};
use domain::access::{Action, Actor};
use domain::custom::{CustomField, CustomFieldDraft, CustomFieldForm, Entity, FIELDS_MAX};
use domain::fields::{Field, FieldProblem};
use domain::ids::{ChoiceId, CustomFieldId};
use domain::problem::Problem;
use serde_json::json;

/// The name under which changes of fields wait for each other.
const ALONE: &str = "custom fields";

/// Those that records of a kind have, in order.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn fields(b: &Backend, who: &Actor, entity: Entity) -> Result<Vec<CustomField>, Problem> {
    who.may(seeing(entity))?;
    of(b.read().await?.on(), entity).await
}

/// All of them, archived ones last.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn all(b: &Backend, who: &Actor) -> Result<Vec<CustomField>, Problem> {
    who.may(Action::ManageFields)?;
    Ok(table::all(b.read().await?.on()).await?)
}

/// A new one, the last in order.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn create(b: &Backend, who: &Actor, entity: Entity, form: &CustomFieldForm) -> Result<CustomField, Problem> {
    who.may(Action::ManageFields)?;
    let draft = form.parse()?;
    let id = CustomFieldId::new(b.new_id());
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    room(&mut tx, entity).await?;
    free(&mut tx, entity, &draft.name, &id).await?;
    table::insert(tx.on(), &id, entity, &draft, b.now()).await?;
    put_choices(b, &mut tx, &id, &draft, &[]).await?;
    finish(b, tx, who, &id, None, "field.created").await
}

/// Another name, other choices, required or not. A choice that is taken away can only not be chosen any more.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`]; [`Problem::Invalid`] with every field to mend, at the
/// kind where that is another.
pub async fn update(
    b: &Backend,
    who: &Actor,
    id: &CustomFieldId,
    form: &CustomFieldForm,
) -> Result<CustomField, Problem> {
    who.may(Action::ManageFields)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    let before = by_id(&mut tx, id).await?;
    if before.kind != draft.kind {
        return Err(Problem::at(Field::FieldKind, FieldProblem::InUse));
    }
    free(&mut tx, before.entity, &draft.name, id).await?;
    table::update(tx.on(), id, &draft, b.now()).await?;
    put_choices(b, &mut tx, id, &draft, before.choices.as_slice()).await?;
    finish(b, tx, who, id, Some(&before), "field.updated").await
}

/// Whether a field is asked for and shown; its values stay either way.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`]; [`Problem::Invalid`] at the name where another field is
/// called so by now, or there are too many.
pub async fn archive(b: &Backend, who: &Actor, id: &CustomFieldId, archived: bool) -> Result<CustomField, Problem> {
    who.may(Action::ManageFields)?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    let before = by_id(&mut tx, id).await?;
    if before.archived && !archived {
        room(&mut tx, before.entity).await?;
        free(&mut tx, before.entity, &before.name, id).await?;
    }
    table::archive(tx.on(), id, archived, b.now()).await?;
    let action = if archived { "field.archived" } else { "field.restored" };
    finish(b, tx, who, id, Some(&before), action).await
}

/// Puts the fields of a kind of record into this order; those that are not named come after.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn arrange(
    b: &Backend,
    who: &Actor,
    entity: Entity,
    order: &[CustomFieldId],
) -> Result<Vec<CustomField>, Problem> {
    who.may(Action::ManageFields)?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    let mut fields = of(tx.on(), entity).await?;
    let place = |field: &CustomField| order.iter().position(|id| *id == field.id).unwrap_or(usize::MAX);
    fields.sort_by_key(place);
    for (position, field) in (1_i64..).zip(&fields) {
        table::place(tx.on(), &field.id, position).await?;
    }
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let subject = format!("fields:{}", entity.as_str());
    audit::note(b, &mut tx, Some(who), "fields.arranged", subject, json!({ "order": names })).await?;
    tx.commit().await?;
    Ok(fields)
}

/// Those that records of a kind have, in order, for a use case that has asked already.
pub(crate) async fn of(db: On<'_>, entity: Entity) -> Result<Vec<CustomField>, Problem> {
    Ok(table::of(db, entity).await?)
}

fn seeing(entity: Entity) -> Action {
    match entity {
        Entity::Customer => Action::SeeCustomers,
        Entity::Company => Action::SeeCompanies,
        Entity::Deal => Action::SeeDeals,
    }
}

async fn by_id(tx: &mut Tx, id: &CustomFieldId) -> Result<CustomField, Problem> {
    table::all(tx.on()).await?.into_iter().find(|field| field.id == *id).ok_or(Problem::NotFound)
}

/// A form must stay one that people fill in.
async fn room(tx: &mut Tx, entity: Entity) -> Result<(), Problem> {
    let many = table::of(tx.on(), entity).await?.len() >= FIELDS_MAX;
    if many { Err(Problem::at(Field::Name, FieldProblem::TooMany { max: FIELDS_MAX })) } else { Ok(()) }
}

/// Nobody could tell two of one name apart.
async fn free(tx: &mut Tx, entity: Entity, name: &str, except: &CustomFieldId) -> Result<(), Problem> {
    let taken = table::name_taken(tx.on(), entity, name, except).await?;
    if taken { Err(Problem::at(Field::Name, FieldProblem::Taken)) } else { Ok(()) }
}

/// Choices in order. One keeps its id only when it was this field's before.
async fn put_choices(
    b: &Backend,
    tx: &mut Tx,
    id: &CustomFieldId,
    draft: &CustomFieldDraft,
    before: &[domain::custom::Choice],
) -> Result<(), Problem> {
    let mut kept: Vec<ChoiceId> = Vec::with_capacity(draft.choices.len());
    for (position, (choice, name)) in (1_i64..).zip(&draft.choices) {
        let own = |id: &ChoiceId| before.iter().any(|known| known.id == *id) && !kept.contains(id);
        let of = choice.clone().filter(own).unwrap_or_else(|| ChoiceId::new(b.new_id()));
        table::put_choice(tx.on(), id, &of, name, position).await?;
        kept.push(of);
    }
    for gone in before.iter().filter(|choice| !choice.archived && !kept.contains(&choice.id)) {
        table::drop_choice(tx.on(), &gone.id).await?;
    }
    Ok(())
}

/// Writes down what was changed, from what to what.
async fn finish(
    b: &Backend,
    mut tx: Tx,
    who: &Actor,
    id: &CustomFieldId,
    before: Option<&CustomField>,
    action: &str,
) -> Result<CustomField, Problem> {
    let saved = by_id(&mut tx, id).await?;
    let details = json!({ "name": saved.name, "from": before, "to": saved });
    audit::note(b, &mut tx, Some(who), action, format!("field:{id}"), details).await?;
    tx.commit().await?;
    Ok(saved)
}

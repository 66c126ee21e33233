//! The directory: whom calls can be passed on to, by name. Admins keep what the provider cannot list; agents read it with
//! the staff, and with what the provider does list.

use crate::db::staff::Row;
use crate::db::{self, Tx, directory as table};
use crate::permit::May;
use crate::{Backend, audit, routing, stringee};
use domain::access::{Action, Actor};
use domain::calls::Colleague;
use domain::directory::{Directory, DirectoryDesk, Entry, EntryForm, EntryKind, NamedQueue};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::EntryId;
use domain::problem::Problem;
use domain::telephone::Provider;
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// The name under which changes of the directory wait for each other.
const ALONE: &str = "directory";
/// A customer is on the line meanwhile.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whom one can pass calls on to: the others at one's own provider, and its queues. Queues that the provider would have
/// to be asked for are left out where it does not answer in time.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn targets(b: &Backend, who: &Actor) -> Result<Directory, Problem> {
    who.may(Action::UseTelephone)?;
    let mut read = b.read().await?;
    let Some((provider, others)) = others(read.on(), who).await? else { return Ok(Directory::default()) };
    let written = table::list(read.on(), provider).await?;
    // The provider may take its time.
    drop(read);
    let mut directory = Directory { seats: seated(others, provider), queues: listed(b, provider).await };
    for Entry { kind, address, name, .. } in written {
        match kind {
            // Meanwhile somebody of the staff may have been given the seat.
            EntryKind::Seat if directory.seats.iter().any(|one| one.seat == address) => {}
            EntryKind::Seat => directory.seats.push(Colleague { seat: address, name }),
            EntryKind::Queue => directory.queues.push(NamedQueue { id: address, name }),
        }
    }
    Ok(directory)
}

/// The colleagues at one's own provider who can be rung now, where it tells what telephones do.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn online(b: &Backend, who: &Actor) -> Result<Vec<Colleague>, Problem> {
    who.may(Action::UseTelephone)?;
    let mut read = b.read().await?;
    let Some((provider, mut others)) = others(read.on(), who).await? else { return Ok(Vec::new()) };
    let can_be_rung = routing::who_can_be_rung(b, read.on(), provider).await?;
    others.retain(|row| can_be_rung.iter().any(|member| member.as_str() == row.id));
    Ok(seated(others, provider))
}

/// One's own provider, and everybody else; `None` where one is not of the staff.
async fn others(db: db::On<'_>, who: &Actor) -> Result<Option<(Provider, Vec<Row>)>, Problem> {
    let mut rows = db::staff::list(db).await?;
    let Some(at) = rows.iter().position(|row| row.id == who.id.as_str()) else { return Ok(None) };
    let own = rows.remove(at);
    Ok(Some((own.provider(), rows)))
}

/// The members with a seat at a provider who may sign in.
fn seated(rows: Vec<Row>, provider: Provider) -> Vec<Colleague> {
    let there = rows.into_iter().filter(|row| row.active && row.provider() == provider);
    there.filter_map(|row| row.seat.map(|seat| Colleague { seat, name: row.name })).collect()
}

/// The queues that the provider lists by itself.
async fn listed(b: &Backend, provider: Provider) -> Vec<NamedQueue> {
    match provider {
        Provider::ThreeC => Vec::new(),
        Provider::Stringee => {
            timeout(PATIENCE, stringee::named_queues(b)).await.ok().and_then(Result::ok).unwrap_or_default()
        }
    }
}

/// What admins wrote for a provider, and whom they need not write.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn desk(b: &Backend, who: &Actor, provider: Provider) -> Result<DirectoryDesk, Problem> {
    who.may(Action::ManageTelephone)?;
    let mut read = b.read().await?;
    let staff = seated(db::staff::list(read.on()).await?, provider);
    Ok(DirectoryDesk { entries: table::list(read.on(), provider).await?, staff })
}

/// A new entry, the last of its kind.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn add(b: &Backend, who: &Actor, provider: Provider, form: &EntryForm) -> Result<Entry, Problem> {
    who.may(Action::ManageTelephone)?;
    let form = form.parse()?;
    let id = EntryId::new(b.new_id());
    let mut tx = begin(b).await?;
    fits(&mut tx, provider, &form, &id).await?;
    table::insert(tx.on(), provider, &id, &form, b.now()).await?;
    finish(b, tx, who, "directory.added", &id, form).await
}

/// Another name or address; the kind stays.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`]; [`Problem::Invalid`] with every field to mend.
pub async fn change(
    b: &Backend,
    who: &Actor,
    provider: Provider,
    id: &EntryId,
    form: &EntryForm,
) -> Result<Entry, Problem> {
    who.may(Action::ManageTelephone)?;
    let mut tx = begin(b).await?;
    let known = table::by_id(tx.on(), provider, id).await?.ok_or(Problem::NotFound)?;
    let form = EntryForm { kind: known.kind, ..form.parse()? };
    fits(&mut tx, provider, &form, id).await?;
    table::update(tx.on(), id, &form, b.now()).await?;
    finish(b, tx, who, "directory.changed", id, form).await
}

/// Takes an entry away.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`].
pub async fn remove(b: &Backend, who: &Actor, provider: Provider, id: &EntryId) -> Result<(), Problem> {
    who.may(Action::ManageTelephone)?;
    let mut tx = begin(b).await?;
    let known = table::by_id(tx.on(), provider, id).await?.ok_or(Problem::NotFound)?;
    table::delete(tx.on(), id).await?;
    audit::note(b, &mut tx, Some(who), "directory.removed", subject(id), json!(known)).await?;
    Ok(tx.commit().await?)
}

/// Puts the entries of a kind in another order. Those that are not named keep theirs, after the others.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`] when one of them is none of this kind.
pub async fn reorder(
    b: &Backend,
    who: &Actor,
    provider: Provider,
    kind: EntryKind,
    order: &[EntryId],
) -> Result<(), Problem> {
    who.may(Action::ManageTelephone)?;
    let mut tx = begin(b).await?;
    let entries = table::list(tx.on(), provider).await?;
    let known: Vec<EntryId> = entries.into_iter().filter(|one| one.kind == kind).map(|one| one.id).collect();
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Problem::NotFound);
    }
    let rest = known.iter().filter(|id| !order.contains(id));
    for (position, id) in (1_i64..).zip(order.iter().chain(rest)) {
        table::place(tx.on(), id, position, b.now()).await?;
    }
    let details = json!({ "kind": kind, "order": order });
    audit::note(b, &mut tx, Some(who), "directory.reordered", "directory".to_owned(), details).await?;
    Ok(tx.commit().await?)
}

async fn begin(b: &Backend) -> Result<Tx, Problem> {
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    Ok(tx)
}

/// Nobody could tell two of one name apart, and two names for one seat would be one too many.
async fn fits(tx: &mut Tx, provider: Provider, form: &EntryForm, id: &EntryId) -> Result<(), Problem> {
    let (name, address) = table::taken(tx.on(), provider, form, id).await?;
    let is_staffs =
        form.kind == EntryKind::Seat && db::staff::at_seat(tx.on(), provider, &form.address).await?.is_some();
    let wrong = [(Field::Name, name), (Field::Target, address || is_staffs)];
    let errors: Vec<FieldError> = wrong
        .into_iter()
        .filter(|(_, is_taken)| *is_taken)
        .map(|(field, _)| FieldError::new(field, FieldProblem::Taken))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

async fn finish(
    b: &Backend,
    mut tx: Tx,
    who: &Actor,
    done: &str,
    id: &EntryId,
    form: EntryForm,
) -> Result<Entry, Problem> {
    let EntryForm { kind, address, name } = form;
    let entry = Entry { id: id.clone(), kind, address, name };
    audit::note(b, &mut tx, Some(who), done, subject(id), json!(entry)).await?;
    tx.commit().await?;
    Ok(entry)
}

fn subject(id: &EntryId) -> String {
    format!("directory:{id}")
}

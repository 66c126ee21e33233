//! Tags on customers, companies and deals. Whoever may edit the record puts them there; a new word is a new tag.

use crate::db::{self, Tx, tags as table};
use crate::permit::May;
use crate::{Backend, audit, timeline};
use domain::access::{Action, Actor};
use domain::audit::{Said, diff};
use domain::ids::TagId;
use domain::problem::Problem;
use domain::tags::{self, Subject, Tag};
use serde_json::json;

/// Every tag, by name.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Tag>, Problem> {
    who.may(Action::SeeCustomers)?;
    Ok(table::list(b.read().await?.on()).await?)
}

/// A record's tags, by name.
///
/// # Errors
/// [`Problem::NotFound`] without the record.
pub async fn of(b: &Backend, who: &Actor, subject: &Subject) -> Result<Vec<Tag>, Problem> {
    who.may(timeline::seeing(subject))?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, subject).await?;
    Ok(table::of(read.on(), subject).await?)
}

/// A record has these tags from now on, and no others.
///
/// # Errors
/// [`Problem::NotFound`] without the record; [`Problem::Invalid`] at the tags.
pub async fn set(b: &Backend, who: &Actor, subject: &Subject, typed: &[String]) -> Result<Vec<Tag>, Problem> {
    who.may(editing(subject))?;
    let names = tags::parse(typed)?;
    let mut tx = b.write().await?;
    tx.alone("tags").await?;
    timeline::editable(&mut tx, who, subject).await?;
    let mut ids = Vec::with_capacity(names.len());
    for name in &names {
        ids.push(of_name(b, &mut tx, name).await?);
    }
    let tags = put(b, &mut tx, who, subject, &ids).await?;
    tx.commit().await?;
    Ok(tags)
}

/// Gives a record these tags and no others, and writes that down.
pub(crate) async fn put(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    subject: &Subject,
    ids: &[TagId],
) -> Result<Vec<Tag>, Problem> {
    let before = table::of(tx.on(), subject).await?;
    table::set(tx.on(), subject, ids).await?;
    let tags = table::of(tx.on(), subject).await?;
    let changes = diff(&said(&before), &said(&tags));
    if !changes.is_empty() {
        let action = format!("{}.tagged", subject.kind());
        audit::note(b, tx, Some(who), &action, domain::audit::subject(subject), json!({ "changes": changes })).await?;
    }
    Ok(tags)
}

fn said(tags: &[Tag]) -> Said {
    let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
    vec![("tags".to_owned(), names.join(", "))]
}

/// The tag of a name, made where it is new.
pub(crate) async fn of_name(b: &Backend, tx: &mut Tx, name: &str) -> Result<TagId, Problem> {
    if let Some(tag) = db::tags::named(tx.on(), name).await? {
        return Ok(tag.id);
    }
    let id = TagId::new(b.new_id());
    table::insert(tx.on(), &id, name, b.now()).await?;
    Ok(id)
}

/// What one must be allowed to do to put tags on it.
pub(crate) fn editing(subject: &Subject) -> Action {
    match subject {
        Subject::Customer(_) => Action::EditCustomers,
        Subject::Company(_) => Action::EditCompanies,
        Subject::Deal(_) => Action::EditDeals,
    }
}

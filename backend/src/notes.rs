//! Notes on customers, companies and deals: everybody reads them, only the writer changes them. Whoever is named in one is
//! told.

use crate::db::{self, Tx};
use crate::permit::May;
use crate::{Backend, audit, notices, rights, timeline};
use domain::access::{Action, Actor};
use domain::audit::{diff, subject};
use domain::fields::{Field, FieldProblem};
use domain::ids::{NoteId, StaffId};
use domain::notes::mentions::mentioned;
use domain::notes::{self, Note};
use domain::problem::Problem;
use domain::staff::StaffRef;
use domain::tags::Subject;
use domain::times::Millis;
use serde_json::json;

/// Writes a note on a customer, a company or a deal.
///
/// # Errors
/// [`Problem::NotFound`] without the record, [`Problem::Invalid`] at the text, also where it names somebody who may not see
/// the record.
pub async fn add(b: &Backend, who: &Actor, about: &Subject, text: &str) -> Result<Note, Problem> {
    who.may(Action::WriteNotes)?;
    let text = notes::parse(text)?;
    let (id, now) = (NoteId::new(b.new_id()), b.now());
    let mut tx = b.write().await?;
    timeline::known(&mut tx, who, about).await?;
    db::notes::insert(tx.on(), &id, about, &who.id, &text, now).await?;
    mention(b, &mut tx, who, (&id, about), (&[], &mentioned(&text))).await?;
    touch(&mut tx, about, now).await?;
    finish(tx, &id).await
}

/// Changes one's own note.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's, [`Problem::NotFound`], [`Problem::Invalid`].
pub async fn edit(b: &Backend, who: &Actor, id: &NoteId, text: &str) -> Result<Note, Problem> {
    who.may(Action::WriteNotes)?;
    let text = notes::parse(text)?;
    let mut tx = b.write().await?;
    let before = own(&mut tx, who, id).await?;
    db::notes::edit(tx.on(), id, &text, b.now()).await?;
    let said = |text: &str| vec![("note".to_owned(), text.to_owned())];
    let told = json!({ "name": before.about_name, "changes": diff(&said(&before.text), &said(&text)) });
    audit::note(b, &mut tx, Some(who), "note.edited", subject(&before.about), told).await?;
    mention(b, &mut tx, who, (id, &before.about), (&mentioned(&before.text), &mentioned(&text))).await?;
    finish(tx, id).await
}

/// Hides one's own note.
///
/// # Errors
/// [`Problem::Forbidden`] for somebody else's, [`Problem::NotFound`].
pub async fn delete(b: &Backend, who: &Actor, id: &NoteId) -> Result<(), Problem> {
    who.may(Action::WriteNotes)?;
    let mut tx = b.write().await?;
    let note = own(&mut tx, who, id).await?;
    db::notes::delete(tx.on(), id, b.now()).await?;
    notices::take_back(&mut tx, id, &mentioned(&note.text)).await?;
    let details = json!({ "about": note.about });
    audit::note(b, &mut tx, Some(who), "note.deleted", format!("note:{id}"), details).await?;
    Ok(tx.commit().await?)
}

/// Whom a note on this may name, by name: who works here and may see it.
///
/// # Errors
/// [`Problem::NotFound`] without the record, also for one that one does not see.
pub async fn mentionable(b: &Backend, who: &Actor, about: &Subject) -> Result<Vec<StaffRef>, Problem> {
    who.may(Action::WriteNotes)?;
    let mut read = b.read().await?;
    timeline::known(&mut read, who, about).await?;
    let rows: Vec<_> = db::staff::list(read.on()).await?.into_iter().filter(|row| row.active).collect();
    let members = rows.iter().map(|row| rights::actor(b, StaffId::new(row.id.clone()), row.role())).collect();
    let seeing = timeline::seeing_members(&mut read, about, members).await?;
    Ok(rows.into_iter().map(db::staff::Row::named).filter(|member| seeing.contains(&member.id)).collect())
}

/// A note names other members than before: whoever is named anew is told, whoever is no longer named is not.
async fn mention(
    b: &Backend,
    tx: &mut Tx,
    who: &Actor,
    (id, about): (&NoteId, &Subject),
    (before, now): (&[StaffId], &[StaffId]),
) -> Result<(), Problem> {
    let added: Vec<StaffId> = now.iter().filter(|member| !before.contains(member)).cloned().collect();
    let gone: Vec<StaffId> = before.iter().filter(|member| !now.contains(member)).cloned().collect();
    for member in &added {
        can_be_named(b, tx, member, about).await?;
    }
    db::notes::set_mentions(tx.on(), id, now).await?;
    notices::take_back(tx, id, &gone).await?;
    for member in added.iter().filter(|member| **member != who.id) {
        notices::mentioned(b, tx, who, member, id).await?;
    }
    Ok(())
}

/// Refuses to name somebody who is no longer there, or who may not see what is written on.
async fn can_be_named(b: &Backend, tx: &mut Tx, member: &StaffId, about: &Subject) -> Result<(), Problem> {
    let row = db::staff::by_id(tx.on(), member).await?.filter(|row| row.active);
    let row = row.ok_or_else(|| Problem::at(Field::Note, FieldProblem::Unknown))?;
    let named = rights::actor(b, member.clone(), row.role());
    if timeline::seeing_members(tx, about, vec![named]).await?.is_empty() {
        return Err(Problem::at(Field::Note, FieldProblem::MayNotSee { name: row.named().name }));
    }
    Ok(())
}

/// Something happened with the record.
async fn touch(tx: &mut Tx, about: &Subject, at: Millis) -> Result<(), Problem> {
    match about {
        Subject::Customer(id) => db::customers::touch(tx.on(), id, at).await?,
        Subject::Company(id) => db::companies::touch(tx.on(), id, at).await?,
        Subject::Deal(id) => db::deals::touch(tx.on(), id, at).await?,
    }
    Ok(())
}

async fn own(tx: &mut Tx, who: &Actor, id: &NoteId) -> Result<Note, Problem> {
    let note = db::notes::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    if note.author == who.id { Ok(note) } else { Err(Problem::Forbidden) }
}

async fn finish(mut tx: Tx, id: &NoteId) -> Result<Note, Problem> {
    let note = db::notes::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    Ok(note)
}

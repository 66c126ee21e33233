//! The people who work with the product: their accounts, seats and own settings.

use crate::db::staff::{self as table, New};
use crate::db::{Tx, teams};
use crate::permit::May;
use crate::sign_in::{Claims, Subject, attempt, forgive};
use crate::{Backend, audit, passwords, seats};
use domain::access::{Action, Actor, Role};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::StaffId;
use domain::live::Change;
use domain::problem::Problem;
use domain::staff::{self, Me, Member, MemberDraft, MemberForm, ProfileForm, StaffRef};
use domain::teams::TeamRef;
use serde_json::json;

/// The name under which changes of staff wait for each other.
pub(crate) const ALONE: &str = "staff";

/// Everybody, by name.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Member>, Problem> {
    who.may(Action::ManageStaff)?;
    let mut read = b.read().await?;
    let leads = teams::leaderships(read.on()).await?;
    let rows = table::list(read.on()).await?;
    Ok(rows.into_iter().map(|row| with_leads(row, &leads)).collect())
}

/// Everybody who may sign in, by name: whom customers and calls are given to and filtered by.
///
/// # Errors
/// [`Problem::Forbidden`] or [`Problem::Unavailable`].
pub async fn colleagues(b: &Backend, who: &Actor) -> Result<Vec<StaffRef>, Problem> {
    who.may(Action::SeeColleagues)?;
    let rows = table::list(b.read().await?.on()).await?;
    Ok(rows.into_iter().filter(|row| row.active).map(table::Row::named).collect())
}

/// One member.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`].
pub async fn get(b: &Backend, who: &Actor, id: &StaffId) -> Result<Member, Problem> {
    who.may(Action::ManageStaff)?;
    let mut read = b.read().await?;
    let row = table::by_id(read.on(), id).await?.ok_or(Problem::NotFound)?;
    Ok(with_leads(row, &teams::leaderships(read.on()).await?))
}

/// A new member, who signs in with the password of the form.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn create(b: &Backend, who: &Actor, form: &MemberForm) -> Result<Member, Problem> {
    who.may(Action::ManageStaff)?;
    add(b, Some(who), form).await
}

/// A member made at the server's own console, where nobody is signed in: the first admin.
///
/// # Errors
/// [`Problem::Invalid`] with every field to mend.
pub async fn install_admin(b: &Backend, form: &MemberForm) -> Result<Member, Problem> {
    add(b, None, &MemberForm { role: Role::Admin, active: true, ..form.clone() }).await
}

async fn add(b: &Backend, who: Option<&Actor>, form: &MemberForm) -> Result<Member, Problem> {
    let draft = form.parse()?;
    let password = form.password.as_deref().unwrap_or_default();
    staff::password(password).map_err(|error| vec![error])?;
    let password_hash = passwords::hash(b, password).await?;
    let id = StaffId::new(b.new_id());
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    free(&mut tx, &draft, &id).await?;
    let new = New { id: &id, draft: &draft, password_hash: &password_hash, demo: false, at: b.now() };
    table::insert(tx.on(), &new).await?;
    lead(&mut tx, &id, &draft).await?;
    audit::note(b, &mut tx, who, "staff.created", subject(&id), told(&draft)).await?;
    let member = saved(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(member)
}

/// Changes a member. Whoever may no longer sign in is signed out, and no calls come to their seat.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`], [`Problem::Invalid`]; the last active admin stays
/// one, and nobody takes the admin's role from themselves.
pub async fn update(b: &Backend, who: &Actor, id: &StaffId, form: &MemberForm) -> Result<Member, Problem> {
    who.may(Action::ManageStaff)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    let before = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    free(&mut tx, &draft, id).await?;
    let leads = draft.active && draft.role == Role::Admin;
    let led = before.active && before.role() == Role::Admin;
    if led && !leads && (*id == who.id || !table::another_admin(tx.on(), id).await?) {
        return Err(Problem::at(Field::Role, FieldProblem::LastAdmin));
    }
    let was = with_leads(before, &teams::leaderships(tx.on()).await?);
    let leaves = was.active && !draft.active;
    table::update(tx.on(), id, &draft, b.now()).await?;
    lead(&mut tx, id, &draft).await?;
    if !draft.active {
        table::end_sessions(tx.on(), id).await?;
    }
    let now = saved(&mut tx, id).await?;
    audit::changed(b, &mut tx, who, ("staff.updated", subject(id)), Some(&was), &now, &[]).await?;
    tx.commit().await?;
    if let (true, Some(seat)) = (leaves, &was.seat) {
        seats::leave(b, was.provider, seat).await;
    }
    Ok(now)
}

/// Gives a member another password and ends their sessions.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins, [`Problem::NotFound`], [`Problem::Invalid`].
pub async fn reset_password(b: &Backend, who: &Actor, id: &StaffId, password: &str) -> Result<(), Problem> {
    who.may(Action::ManageStaff)?;
    staff::password(password).map_err(|error| vec![error])?;
    let hash = passwords::hash(b, password).await?;
    let mut tx = b.write().await?;
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    table::password(tx.on(), id, &hash, b.now()).await?;
    tx.tell(Change::Account { member: id.clone() });
    audit::note(b, &mut tx, Some(who), "staff.password_reset", subject(id), json!({})).await?;
    Ok(tx.commit().await?)
}

/// Changes one's own name, language and colours.
///
/// # Errors
/// [`Problem::Invalid`], [`Problem::SignedOut`] when the member is gone.
pub async fn edit_profile(b: &Backend, who: &Actor, form: &ProfileForm) -> Result<Me, Problem> {
    who.may(Action::EditOwnProfile)?;
    let name = form.parse_name()?;
    let mut tx = b.write().await?;
    table::profile(tx.on(), &who.id, &name, form.language, form.theme, b.now()).await?;
    let member = table::by_id(tx.on(), &who.id).await?.ok_or(Problem::SignedOut)?;
    tx.commit().await?;
    Ok(member.me(&b.rights()))
}

/// Changes one's own password and ends all sessions but the one that takes these claims.
///
/// # Errors
/// [`Problem::Invalid`] at [`Field::OldPassword`] or [`Field::Password`]; [`Problem::Throttled`] after too many
/// guesses at the old one.
pub async fn change_password(b: &Backend, who: &Actor, old: &str, new: &str) -> Result<Claims, Problem> {
    who.may(Action::EditOwnProfile)?;
    staff::password(new).map_err(|error| vec![error])?;
    let member = table::by_id(b.read().await?.on(), &who.id).await?.ok_or(Problem::SignedOut)?;
    let guesses = [Subject::account(who.id.as_str())];
    attempt(b, &guesses).await?;
    if !passwords::fits(b, old, Some(&member.password_hash)).await? {
        return Err(Problem::at(Field::OldPassword, FieldProblem::Wrong));
    }
    let hash = passwords::hash(b, new).await?;
    let now = b.now();
    let mut tx = b.write().await?;
    forgive(&mut tx, &guesses).await?;
    table::password(tx.on(), &who.id, &hash, now).await?;
    let changed = table::by_id(tx.on(), &who.id).await?.ok_or(Problem::SignedOut)?;
    audit::note(b, &mut tx, Some(who), "staff.password_changed", subject(&who.id), json!({})).await?;
    tx.tell(Change::Account { member: who.id.clone() });
    tx.commit().await?;
    Ok(Claims { staff: who.id.clone(), generation: changed.session_generation, signed_in_at: now })
}

/// Makes the member lead what the form says; what open pages may show has changed with that.
async fn lead(tx: &mut Tx, id: &StaffId, draft: &MemberDraft) -> Result<(), Problem> {
    teams::leave_all(tx.on(), id).await?;
    for team in &draft.leads {
        teams::lead(tx.on(), id, team).await?;
    }
    tx.tell(Change::Everything);
    Ok(())
}

/// Email and seat must be nobody else's, and the teams must be there.
async fn free(tx: &mut Tx, draft: &MemberDraft, id: &StaffId) -> Result<(), Problem> {
    let mut errors = Vec::new();
    if table::email_taken(tx.on(), &draft.email, id).await? {
        errors.push(FieldError::new(Field::Email, FieldProblem::Taken));
    }
    if let Some(seat) = &draft.seat
        && table::seat_taken(tx.on(), draft.provider, seat, id).await?
    {
        errors.push(FieldError::new(Field::Seat, FieldProblem::Taken));
    }
    let named = draft.team.iter().map(|team| (Field::Team, team));
    for (field, team) in named.chain(draft.leads.iter().map(|team| (Field::Leads, team))) {
        if teams::by_id(tx.on(), team).await?.is_none() {
            errors.push(FieldError::new(field, FieldProblem::Unknown));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

async fn saved(tx: &mut Tx, id: &StaffId) -> Result<Member, Problem> {
    let saved = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    Ok(with_leads(saved, &teams::leaderships(tx.on()).await?))
}

fn with_leads(row: table::Row, leads: &[(StaffId, TeamRef)]) -> Member {
    let own = leads.iter().filter(|(lead, _)| lead.as_str() == row.id).map(|(_, team)| team.clone()).collect();
    row.member(own)
}

fn subject(id: &StaffId) -> String {
    format!("staff:{id}")
}

/// What the audit keeps of a member's form.
fn told(draft: &MemberDraft) -> serde_json::Value {
    json!({
        "name": draft.name,
        "email": draft.email,
        "role": draft.role.as_str(),
        "provider": draft.provider,
        "seat": draft.seat,
        "team": draft.team,
        "leads": draft.leads,
        "active": draft.active,
    })
}

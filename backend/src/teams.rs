//! Teams: who works together, and who leads whom. What a member did stays with the team they were in then.

use crate::db::teams as table;
use crate::db::{self, Tx};
use crate::permit::May;
use crate::staff::ALONE;
use crate::{Backend, audit, scope};
use domain::access::{Action, Actor, Role, Scope};
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{StaffId, TeamId};
use domain::live::Change;
use domain::problem::Problem;
use domain::staff::StaffRef;
use domain::teams::{Team, TeamDraft, TeamForm, TeamRef};
use serde_json::json;

/// Every team with its leads, by name.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn list(b: &Backend, who: &Actor) -> Result<Vec<Team>, Problem> {
    who.may(Action::ManageTeams)?;
    let mut read = b.read().await?;
    let leaders = table::leaders(read.on()).await?;
    let teams = table::list(read.on()).await?;
    Ok(teams.into_iter().map(|team| with_leads(team, &leaders)).collect())
}

/// The teams whose calls one sees, by name: what lists are filtered by.
///
/// # Errors
/// [`Problem::Forbidden`] for agents.
pub async fn seen(b: &Backend, who: &Actor) -> Result<Vec<TeamRef>, Problem> {
    who.may(Action::SeeTeamCalls)?;
    let mut read = b.read().await?;
    let scope = scope::of(read.on(), who).await?;
    let teams = table::list(read.on()).await?.into_iter().map(Team::named);
    Ok(match scope {
        Scope::All => teams.collect(),
        Scope::Teams(_, led) => teams.filter(|team| led.contains(&team.id)).collect(),
        Scope::Own(_) => Vec::new(),
    })
}

/// The managers who can lead a team, by name.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins.
pub async fn possible_leads(b: &Backend, who: &Actor) -> Result<Vec<StaffRef>, Problem> {
    who.may(Action::ManageTeams)?;
    let rows = db::staff::list(b.read().await?.on()).await?;
    let leads = rows.into_iter().filter(|row| row.active && row.role() == Role::Manager);
    Ok(leads.map(db::staff::Row::named).collect())
}

/// A new team.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::Invalid`] with every field to mend.
pub async fn create(b: &Backend, who: &Actor, form: &TeamForm) -> Result<Team, Problem> {
    who.may(Action::ManageTeams)?;
    let draft = form.parse()?;
    let id = TeamId::new(b.new_id());
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    fits(&mut tx, &draft, &id).await?;
    table::insert(tx.on(), &id, &draft.name, b.now()).await?;
    lead(&mut tx, &id, &draft).await?;
    audit::note(b, &mut tx, Some(who), "team.created", subject(&id), told(&draft)).await?;
    finish(tx, &id).await
}

/// Another name, or other leads.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`]; [`Problem::Invalid`] with every field to mend.
pub async fn update(b: &Backend, who: &Actor, id: &TeamId, form: &TeamForm) -> Result<Team, Problem> {
    who.may(Action::ManageTeams)?;
    let draft = form.parse()?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    fits(&mut tx, &draft, id).await?;
    table::update(tx.on(), id, &draft, b.now()).await?;
    lead(&mut tx, id, &draft).await?;
    audit::note(b, &mut tx, Some(who), "team.updated", subject(id), told(&draft)).await?;
    finish(tx, id).await
}

/// Takes a team away that nobody works in and that has no calls.
///
/// # Errors
/// [`Problem::Forbidden`] but for admins; [`Problem::NotFound`]; [`Problem::Invalid`] while something belongs to it.
pub async fn delete(b: &Backend, who: &Actor, id: &TeamId) -> Result<(), Problem> {
    who.may(Action::ManageTeams)?;
    let mut tx = b.write().await?;
    tx.alone(ALONE).await?;
    let team = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    if table::in_use(tx.on(), id).await? {
        return Err(Problem::at(Field::Team, FieldProblem::InUse));
    }
    table::leave_team(tx.on(), id).await?;
    table::delete(tx.on(), id).await?;
    audit::note(b, &mut tx, Some(who), "team.deleted", subject(id), json!({ "name": team.name })).await?;
    tx.tell(Change::Everything);
    Ok(tx.commit().await?)
}

/// The name must be nobody else's, and the leads must be managers.
async fn fits(tx: &mut Tx, draft: &TeamDraft, id: &TeamId) -> Result<(), Problem> {
    let mut errors = Vec::new();
    if table::name_taken(tx.on(), &draft.name, id).await? {
        errors.push(FieldError::new(Field::Name, FieldProblem::Taken));
    }
    for lead in &draft.leads {
        if !leads(tx, lead).await? {
            errors.push(FieldError::new(Field::Leads, FieldProblem::Unknown));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

async fn leads(tx: &mut Tx, who: &StaffId) -> Result<bool, Problem> {
    Ok(db::staff::by_id(tx.on(), who).await?.is_some_and(|row| row.role() == Role::Manager))
}

/// Those of the draft lead from now on, and nobody else; what open pages may show has changed with that.
async fn lead(tx: &mut Tx, id: &TeamId, draft: &TeamDraft) -> Result<(), Problem> {
    table::leave_team(tx.on(), id).await?;
    for lead in &draft.leads {
        table::lead(tx.on(), lead, id).await?;
    }
    tx.tell(Change::Everything);
    Ok(())
}

async fn finish(mut tx: Tx, id: &TeamId) -> Result<Team, Problem> {
    let saved = table::by_id(tx.on(), id).await?.ok_or(Problem::NotFound)?;
    let team = with_leads(saved, &table::leaders(tx.on()).await?);
    tx.commit().await?;
    Ok(team)
}

fn with_leads(mut team: Team, leaders: &[(TeamId, StaffRef)]) -> Team {
    team.leads = leaders.iter().filter(|(of, _)| *of == team.id).map(|(_, lead)| lead.clone()).collect();
    team
}

fn subject(id: &TeamId) -> String {
    format!("team:{id}")
}

/// What the audit keeps of a team's form.
fn told(draft: &TeamDraft) -> serde_json::Value {
    json!({ "name": draft.name, "leads": draft.leads })
}

//! What the pages ask of the server about teams.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::TeamId;
use domain::staff::StaffRef;
use domain::teams::{Team, TeamForm, TeamRef};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Every team, by name.
#[server(input = Json, output = Told, endpoint = "teams/list")]
pub async fn list_teams() -> Answer<Vec<Team>> {
    let here = here()?;
    answer(backend::teams::list(&here.backend, &here.who).await)
}

/// The teams whose calls one sees, by name.
#[server(input = Json, output = Told, endpoint = "teams/seen")]
pub async fn teams_seen() -> Answer<Vec<TeamRef>> {
    let here = here()?;
    answer(backend::teams::seen(&here.backend, &here.who).await)
}

/// Who can lead a team, by name.
#[server(input = Json, output = Told, endpoint = "teams/possible-leads")]
pub async fn possible_leads() -> Answer<Vec<StaffRef>> {
    let here = here()?;
    answer(backend::teams::possible_leads(&here.backend, &here.who).await)
}

/// Makes a team.
#[server(input = Json, output = Told, endpoint = "teams/create")]
pub async fn create_team(form: TeamForm) -> Answer<Team> {
    let here = here()?;
    answer(backend::teams::create(&here.backend, &here.who, &form).await)
}

/// Changes a team.
#[server(input = Json, output = Told, endpoint = "teams/update")]
pub async fn update_team(id: TeamId, form: TeamForm) -> Answer<Team> {
    let here = here()?;
    answer(backend::teams::update(&here.backend, &here.who, &id, &form).await)
}

/// Takes a team away.
#[server(input = Json, output = Told, endpoint = "teams/delete")]
pub async fn delete_team(id: TeamId) -> Answer<()> {
    let here = here()?;
    answer(backend::teams::delete(&here.backend, &here.who, &id).await)
}

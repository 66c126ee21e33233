//! What the page of the account asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::deliveries::Delivery;
use domain::ids::TeamId;
use domain::routing::ServedQueue;
use domain::stringee::{AccountForm, AccountSettings, Finding};
#[cfg(feature = "ssr")]
use domain::telephone::Provider;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The account, without its secrets.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-settings")]
pub async fn stringee_settings() -> Answer<AccountSettings> {
    let here = here()?;
    answer(backend::stringee::settings(&here.backend, &here.who).await)
}

/// Saves the account; empty secrets keep the stored ones.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-save")]
pub async fn save_stringee(form: AccountForm) -> Answer<AccountSettings> {
    let here = here()?;
    answer(backend::stringee::save(&here.backend, &here.who, &form).await)
}

/// Gives the addresses that the provider calls another unguessable part.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-renew-path")]
pub async fn renew_stringee_path() -> Answer<AccountSettings> {
    let here = here()?;
    answer(backend::stringee::renew_path(&here.backend, &here.who).await)
}

/// Asks the provider about everything that must be right for calls to come and go.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-examine")]
pub async fn examine_stringee() -> Answer<Vec<Finding>> {
    let here = here()?;
    answer(backend::stringee::examine(&here.backend, &here.who).await)
}

/// What came lately to the addresses that the provider calls, newest first.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-deliveries")]
pub async fn stringee_deliveries() -> Answer<Vec<Delivery>> {
    let here = here()?;
    answer(backend::stringee::deliveries(&here.backend, &here.who).await)
}

/// The contact centre's queues, and which team serves each.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-queues")]
pub async fn served_queues() -> Answer<Vec<ServedQueue>> {
    let here = here()?;
    answer(backend::stringee::served_queues(&here.backend, &here.who).await)
}

/// Says which team serves which queue: those that are not named go by the team of whoever is responsible for the caller.
#[server(input = Json, output = Told, endpoint = "telephone/stringee-queues-save")]
pub async fn save_served_queues(queues: Vec<(String, TeamId)>) -> Answer<()> {
    let here = here()?;
    answer(backend::routing::save_queues(&here.backend, &here.who, Provider::Stringee, &queues).await)
}

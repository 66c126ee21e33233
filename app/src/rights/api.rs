//! What the pages ask of the server about rights.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::rights::Rights;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The table as it stands.
#[server(input = Json, output = Told, endpoint = "rights/get")]
pub async fn get_rights() -> Answer<Rights> {
    let here = here()?;
    answer(backend::rights::get(&here.backend, &here.who).await)
}

/// Decides the table, all of it.
#[server(input = Json, output = Told, endpoint = "rights/save")]
pub async fn save_rights(rights: Rights) -> Answer<Rights> {
    let here = here()?;
    answer(backend::rights::save(&here.backend, &here.who, &rights).await)
}

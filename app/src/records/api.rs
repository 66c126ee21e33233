//! What lists of records ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::bulk::{Bulk, Change, Done};
use domain::ids::BulkId;
use domain::lists::List;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Does the same to many records.
#[server(input = Json, output = Told, endpoint = "records/change")]
pub async fn change_records(bulk: Bulk) -> Answer<Done> {
    let here = here()?;
    answer(backend::bulk::run(&here.backend, &here.who, &bulk).await)
}

/// Makes records what they were before a change.
#[server(input = Json, output = Told, endpoint = "records/undo")]
pub async fn undo_change(id: BulkId) -> Answer<Done> {
    let here = here()?;
    answer(backend::bulk::undo(&here.backend, &here.who, &id).await)
}

/// What one has changed of a list lately and can still take back; for admins what everybody has.
#[server(input = Json, output = Told, endpoint = "records/recent")]
pub async fn recent_changes(list: List) -> Answer<Vec<Change>> {
    let here = here()?;
    answer(backend::bulk::recent(&here.backend, &here.who, list).await)
}

//! What the inbox asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::{MissedId, StaffId};
use domain::missed::{Claimed, MissedCount, MissedQuery, MissedRow};
use domain::paging::Page;
use domain::staff::StaffRef;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of the inbox.
#[server(input = Json, output = Told, endpoint = "missed/list")]
pub async fn list_missed(query: MissedQuery) -> Answer<Page<MissedRow>> {
    let here = here()?;
    answer(backend::missed::list(&here.backend, &here.who, &query).await)
}

/// How much there is to do.
#[server(input = Json, output = Told, endpoint = "missed/count")]
pub async fn count_missed() -> Answer<MissedCount> {
    let here = here()?;
    answer(backend::missed::count(&here.backend, &here.who).await)
}

/// Whom one may give items to.
#[server(input = Json, output = Told, endpoint = "missed/assignees")]
pub async fn missed_assignees() -> Answer<Vec<StaffRef>> {
    let here = here()?;
    answer(backend::missed::assignees(&here.backend, &here.who).await)
}

/// Says that one calls back.
#[server(input = Json, output = Told, endpoint = "missed/take")]
pub async fn take_missed(id: MissedId) -> Answer<Claimed> {
    let here = here()?;
    answer(backend::missed::take(&here.backend, &here.who, &id).await)
}

/// Gives items to a member, or to nobody.
#[server(input = Json, output = Told, endpoint = "missed/assign")]
pub async fn assign_missed(items: Vec<MissedId>, to: Option<StaffId>) -> Answer<u64> {
    let here = here()?;
    answer(backend::missed::assign(&here.backend, &here.who, &items, to.as_ref()).await)
}

/// Closes an item though nobody reached the customer.
#[server(input = Json, output = Told, endpoint = "missed/close")]
pub async fn close_missed(id: MissedId, reason: String) -> Answer<()> {
    let here = here()?;
    answer(backend::missed::close_by_hand(&here.backend, &here.who, &id, &reason).await)
}

/// Takes that back.
#[server(input = Json, output = Told, endpoint = "missed/reopen")]
pub async fn reopen_missed(id: MissedId) -> Answer<()> {
    let here = here()?;
    answer(backend::missed::reopen(&here.backend, &here.who, &id).await)
}

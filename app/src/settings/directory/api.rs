//! What the page of the directory asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::directory::{DirectoryDesk, Entry, EntryForm, EntryKind};
use domain::ids::EntryId;
use domain::telephone::Provider;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What admins wrote for a provider, and whom they need not write.
#[server(input = Json, output = Told, endpoint = "directory/desk")]
pub async fn open_directory(provider: Provider) -> Answer<DirectoryDesk> {
    let here = here()?;
    answer(backend::directory::desk(&here.backend, &here.who, provider).await)
}

/// A new entry.
#[server(input = Json, output = Told, endpoint = "directory/add")]
pub async fn add_entry(provider: Provider, form: EntryForm) -> Answer<Entry> {
    let here = here()?;
    answer(backend::directory::add(&here.backend, &here.who, provider, &form).await)
}

/// Another name or address.
#[server(input = Json, output = Told, endpoint = "directory/change")]
pub async fn change_entry(provider: Provider, id: EntryId, form: EntryForm) -> Answer<Entry> {
    let here = here()?;
    answer(backend::directory::change(&here.backend, &here.who, provider, &id, &form).await)
}

/// Takes an entry away.
#[server(input = Json, output = Told, endpoint = "directory/remove")]
pub async fn remove_entry(provider: Provider, id: EntryId) -> Answer<()> {
    let here = here()?;
    answer(backend::directory::remove(&here.backend, &here.who, provider, &id).await)
}

/// The entries of a kind in another order.
#[server(input = Json, output = Told, endpoint = "directory/reorder")]
pub async fn reorder_entries(provider: Provider, kind: EntryKind, order: Vec<EntryId>) -> Answer<()> {
    let here = here()?;
    answer(backend::directory::reorder(&here.backend, &here.who, provider, kind, &order).await)
}

//! What the pages of imports ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::ImportId;
use domain::imports::{BadRow, Import, ImportPlan, Sheet, Source};
use domain::paging::{Cursor, Page};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of the imports there were.
#[server(input = Json, output = Told, endpoint = "imports/list")]
pub async fn list_imports(after: Option<Cursor>) -> Answer<Page<Import>> {
    let here = here()?;
    answer(backend::imports::list(&here.backend, &here.who, after.as_ref()).await)
}

/// An import with its columns, first rows and plan.
#[server(input = Json, output = Told, endpoint = "imports/open")]
pub async fn open_import(id: ImportId) -> Answer<Sheet> {
    let here = here()?;
    answer(backend::imports::open(&here.backend, &here.who, &id).await)
}

/// How far an import is.
#[server(input = Json, output = Told, endpoint = "imports/get")]
pub async fn get_import(id: ImportId) -> Answer<Import> {
    let here = here()?;
    answer(backend::imports::get(&here.backend, &here.who, &id).await)
}

/// Rows that cannot be taken.
#[server(input = Json, output = Told, endpoint = "imports/problems")]
pub async fn import_problems(id: ImportId, after: Option<Cursor>) -> Answer<Page<BadRow>> {
    let here = here()?;
    answer(backend::imports::problems(&here.backend, &here.who, &id, after.as_ref()).await)
}

/// Reads a file of text in another way.
#[server(input = Json, output = Told, endpoint = "imports/reread")]
pub async fn reread_import(id: ImportId, how: Source) -> Answer<Sheet> {
    let here = here()?;
    answer(backend::imports::reread(&here.backend, &here.who, &id, &how).await)
}

/// Begins the rehearsal of a plan.
#[server(input = Json, output = Told, endpoint = "imports/check")]
pub async fn check_import(id: ImportId, plan: ImportPlan) -> Answer<Import> {
    let here = here()?;
    answer(backend::imports::check(&here.backend, &here.who, &id, &plan).await)
}

/// Begins, or goes on.
#[server(input = Json, output = Told, endpoint = "imports/run")]
pub async fn run_import(id: ImportId) -> Answer<Import> {
    let here = here()?;
    answer(backend::imports::run(&here.backend, &here.who, &id).await)
}

/// Stops what is under way.
#[server(input = Json, output = Told, endpoint = "imports/stop")]
pub async fn stop_import(id: ImportId) -> Answer<Import> {
    let here = here()?;
    answer(backend::imports::stop(&here.backend, &here.who, &id).await)
}

/// Begins to take everything back.
#[server(input = Json, output = Told, endpoint = "imports/undo")]
pub async fn undo_import(id: ImportId) -> Answer<Import> {
    let here = here()?;
    answer(backend::imports::undo(&here.backend, &here.who, &id).await)
}

/// Forgets a file that was not brought in.
#[server(input = Json, output = Told, endpoint = "imports/discard")]
pub async fn discard_import(id: ImportId) -> Answer<()> {
    let here = here()?;
    answer(backend::imports::discard(&here.backend, &here.who, &id).await)
}

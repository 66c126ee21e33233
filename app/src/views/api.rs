//! What the tabs of views ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::access::Role;
use domain::ids::ViewId;
use domain::lists::List;
use domain::views::{SavedView, ViewForm};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// One's own views of a list and the shared ones.
#[server(input = Json, output = Told, endpoint = "views/list")]
pub async fn list_views(list: List) -> Answer<Vec<SavedView>> {
    let here = here()?;
    answer(backend::views::list(&here.backend, &here.who, list).await)
}

/// Keeps a view: a new one, or one that is there.
#[server(input = Json, output = Told, endpoint = "views/save")]
pub async fn save_view(id: Option<ViewId>, form: ViewForm) -> Answer<ViewId> {
    let here = here()?;
    answer(backend::views::save(&here.backend, &here.who, id.as_ref(), &form).await)
}

/// Takes a view away.
#[server(input = Json, output = Told, endpoint = "views/delete")]
pub async fn delete_view(id: ViewId) -> Answer<()> {
    let here = here()?;
    answer(backend::views::delete(&here.backend, &here.who, &id).await)
}

/// Says with which view a list begins; none for everything.
#[server(input = Json, output = Told, endpoint = "views/begin-with")]
pub async fn begin_with_view(list: List, id: Option<ViewId>) -> Answer<()> {
    let here = here()?;
    answer(backend::views::begin_with(&here.backend, &here.who, list, id.as_ref()).await)
}

/// Says with which view a list begins for a role; none for everything.
#[server(input = Json, output = Told, endpoint = "views/role-begins-with")]
pub async fn role_begins_with_view(list: List, role: Role, id: Option<ViewId>) -> Answer<()> {
    let here = here()?;
    answer(backend::views::role_begins_with(&here.backend, &here.who, list, role, id.as_ref()).await)
}

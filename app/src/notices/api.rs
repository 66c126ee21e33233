//! What the pages ask of the server about what one is told.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::NoticeId;
use domain::notices::Notices;
use domain::paging::Cursor;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of what one is told.
#[server(input = Json, output = Told, endpoint = "notices/list")]
pub async fn list_notices(after: Option<Cursor>) -> Answer<Notices> {
    let here = here()?;
    answer(backend::notices::list(&here.backend, &here.who, after.as_ref()).await)
}

/// One has read this, or everything.
#[server(input = Json, output = Told, endpoint = "notices/read")]
pub async fn read_notices(id: Option<NoticeId>) -> Answer<()> {
    let here = here()?;
    answer(backend::notices::read(&here.backend, &here.who, id.as_ref()).await)
}

//! What tags ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::tags::{Subject, Tag};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// Every tag, by name.
#[server(input = Json, output = Told, endpoint = "tags/list")]
pub async fn list_tags() -> Answer<Vec<Tag>> {
    let here = here()?;
    answer(backend::tags::list(&here.backend, &here.who).await)
}

/// A record's tags, by name.
#[server(input = Json, output = Told, endpoint = "tags/of")]
pub async fn tags_of(subject: Subject) -> Answer<Vec<Tag>> {
    let here = here()?;
    answer(backend::tags::of(&here.backend, &here.who, &subject).await)
}

/// A record has these tags from now on, and no others.
#[server(input = Json, output = Told, endpoint = "tags/set")]
pub async fn set_tags(subject: Subject, names: Vec<String>) -> Answer<Vec<Tag>> {
    let here = here()?;
    answer(backend::tags::set(&here.backend, &here.who, &subject, &names).await)
}

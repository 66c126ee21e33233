//! What the command palette asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::palette::{Found, Hit};
use domain::tags::Subject;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What a text finds, of every kind.
#[server(input = Json, output = Told, endpoint = "palette/search")]
pub async fn search_everything(text: String) -> Answer<Found> {
    let here = here()?;
    answer(backend::palette::search(&here.backend, &here.who, &text).await)
}

/// The records that were opened last, as they are now.
#[server(input = Json, output = Told, endpoint = "palette/recent")]
pub async fn recent_records(opened: Vec<Subject>) -> Answer<Vec<Hit>> {
    let here = here()?;
    answer(backend::palette::recent(&here.backend, &here.who, &opened).await)
}

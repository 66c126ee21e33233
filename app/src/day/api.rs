//! What the page of one's own day asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::day::MyDay;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// What one's own day looks like.
#[server(input = Json, output = Told, endpoint = "day/mine")]
pub async fn show_day() -> Answer<MyDay> {
    let here = here()?;
    answer(backend::day::mine(&here.backend, &here.who).await)
}

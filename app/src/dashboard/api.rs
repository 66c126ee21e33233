//! What the dashboard asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::dashboard::{Figures, FiguresQuery};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The figures of a period.
#[server(input = Json, output = Told, endpoint = "dashboard/figures")]
pub async fn dashboard_figures(query: FiguresQuery) -> Answer<Figures> {
    let here = here()?;
    answer(backend::dashboard::figures(&here.backend, &here.who, &query).await)
}

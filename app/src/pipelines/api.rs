//! What the page of pipelines asks of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::PipelineId;
use domain::pipelines::{Pipeline, PipelineForm};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// All pipelines, in order.
#[server(input = Json, output = Told, endpoint = "pipelines/list")]
pub async fn list_pipelines() -> Answer<Vec<Pipeline>> {
    let here = here()?;
    answer(backend::pipelines::list(&here.backend, &here.who).await)
}

/// Makes a pipeline.
#[server(input = Json, output = Told, endpoint = "pipelines/create")]
pub async fn create_pipeline(form: PipelineForm) -> Answer<Pipeline> {
    let here = here()?;
    answer(backend::pipelines::create(&here.backend, &here.who, &form).await)
}

/// Saves a pipeline.
#[server(input = Json, output = Told, endpoint = "pipelines/update")]
pub async fn update_pipeline(id: PipelineId, form: PipelineForm) -> Answer<Pipeline> {
    let here = here()?;
    answer(backend::pipelines::update(&here.backend, &here.who, &id, &form).await)
}

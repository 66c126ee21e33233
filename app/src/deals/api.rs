//! What the deal pages ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::cells::Cell;
use domain::deals::{Board, Deal, DealForm, DealQuery, Forecast, Move};
use domain::ids::{CompanyId, CustomerId, DealId, PipelineId, StaffId};
use domain::paging::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of deals.
#[server(input = Json, output = Told, endpoint = "deals/list")]
pub async fn list_deals(query: DealQuery) -> Answer<Page<Deal>> {
    let here = here()?;
    answer(backend::deals::list(&here.backend, &here.who, &query).await)
}

/// A pipeline with its deals, stage by stage.
#[server(input = Json, output = Told, endpoint = "deals/board")]
pub async fn deal_board(query: DealQuery) -> Answer<Board> {
    let here = here()?;
    answer(backend::deals::board(&here.backend, &here.who, &query).await)
}

/// What deals should bring in, month by month.
#[server(input = Json, output = Told, endpoint = "deals/forecast")]
pub async fn deal_forecast(pipeline: Option<PipelineId>, owner: Option<StaffId>) -> Answer<Forecast> {
    let here = here()?;
    answer(backend::deals::forecast(&here.backend, &here.who, pipeline.as_ref(), owner.as_ref()).await)
}

/// A deal, whole.
#[server(input = Json, output = Told, endpoint = "deals/get")]
pub async fn get_deal(id: DealId) -> Answer<Deal> {
    let here = here()?;
    answer(backend::deals::get(&here.backend, &here.who, &id).await)
}

/// A customer's deals, those that moved last first.
#[server(input = Json, output = Told, endpoint = "deals/of-customer")]
pub async fn deals_of_customer(id: CustomerId) -> Answer<Vec<Deal>> {
    let here = here()?;
    answer(backend::deals::of_customer(&here.backend, &here.who, &id).await)
}

/// A company's deals, those that moved last first.
#[server(input = Json, output = Told, endpoint = "deals/of-company")]
pub async fn deals_of_company(id: CompanyId) -> Answer<Vec<Deal>> {
    let here = here()?;
    answer(backend::deals::of_company(&here.backend, &here.who, &id).await)
}

/// Makes a deal.
#[server(input = Json, output = Told, endpoint = "deals/create")]
pub async fn create_deal(form: DealForm) -> Answer<Deal> {
    let here = here()?;
    answer(backend::deals::create(&here.backend, &here.who, &form).await)
}

/// Saves a deal; refused as stale when somebody saved or moved it since `version`.
#[server(input = Json, output = Told, endpoint = "deals/update")]
pub async fn update_deal(id: DealId, version: i64, form: DealForm) -> Answer<Deal> {
    let here = here()?;
    answer(backend::deals::update(&here.backend, &here.who, &id, version, &form).await)
}

/// Saves one field of a deal; refused as stale when somebody saved or moved it since `version`.
#[server(input = Json, output = Told, endpoint = "deals/set-cell")]
pub async fn set_deal_cell(id: DealId, version: i64, cell: Cell, value: String) -> Answer<Deal> {
    let here = here()?;
    answer(backend::deals::set_cell(&here.backend, &here.who, &id, version, cell, &value).await)
}

/// Puts a deal at another stage; refused as stale when somebody was first.
#[server(input = Json, output = Told, endpoint = "deals/move")]
pub async fn move_deal(id: DealId, to: Move) -> Answer<Deal> {
    let here = here()?;
    answer(backend::deals::move_to(&here.backend, &here.who, &id, &to).await)
}

/// Removes a deal from every list.
#[server(input = Json, output = Told, endpoint = "deals/delete")]
pub async fn delete_deal(id: DealId) -> Answer<()> {
    let here = here()?;
    answer(backend::deals::delete(&here.backend, &here.who, &id).await)
}

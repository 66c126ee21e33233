//! What the company pages ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::cells::Cell;
use domain::companies::{Company, CompanyForm, CompanyRow};
use domain::customers::{CustomerQuery, CustomerRow};
use domain::ids::CompanyId;
use domain::paging::{Cursor, Page};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of the list of companies.
#[server(input = Json, output = Told, endpoint = "companies/list")]
pub async fn list_companies(query: CustomerQuery) -> Answer<Page<CompanyRow>> {
    let here = here()?;
    answer(backend::companies::list(&here.backend, &here.who, &query).await)
}

/// A company, whole.
#[server(input = Json, output = Told, endpoint = "companies/get")]
pub async fn get_company(id: CompanyId) -> Answer<Company> {
    let here = here()?;
    answer(backend::companies::get(&here.backend, &here.who, &id).await)
}

/// A page of the customers who work there, by name.
#[server(input = Json, output = Told, endpoint = "companies/people")]
pub async fn people_of(id: CompanyId, after: Option<Cursor>) -> Answer<Page<CustomerRow>> {
    let here = here()?;
    answer(backend::companies::people(&here.backend, &here.who, &id, after.as_ref()).await)
}

/// Makes a company.
#[server(input = Json, output = Told, endpoint = "companies/create")]
pub async fn create_company(form: CompanyForm) -> Answer<Company> {
    let here = here()?;
    answer(backend::companies::create(&here.backend, &here.who, &form).await)
}

/// Saves a company; refused as stale when somebody saved since `version`.
#[server(input = Json, output = Told, endpoint = "companies/update")]
pub async fn update_company(id: CompanyId, version: i64, form: CompanyForm) -> Answer<Company> {
    let here = here()?;
    answer(backend::companies::update(&here.backend, &here.who, &id, version, &form).await)
}

/// Saves one field of a company; refused as stale when somebody saved since `version`.
#[server(input = Json, output = Told, endpoint = "companies/set-cell")]
pub async fn set_company_cell(id: CompanyId, version: i64, cell: Cell, value: String) -> Answer<Company> {
    let here = here()?;
    answer(backend::companies::set_cell(&here.backend, &here.who, &id, version, cell, &value).await)
}

/// Removes a company from every list.
#[server(input = Json, output = Told, endpoint = "companies/delete")]
pub async fn delete_company(id: CompanyId) -> Answer<()> {
    let here = here()?;
    answer(backend::companies::delete(&here.backend, &here.who, &id).await)
}

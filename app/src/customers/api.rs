//! What the customer pages ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::cells::Cell;
use domain::customers::{Customer, CustomerForm, CustomerQuery, CustomerRow, NumberCheck, TimelineEntry, TimelineKind};
use domain::ids::{CustomerId, NoteId};
use domain::notes::Note;
use domain::paging::{Cursor, Page};
use domain::staff::StaffRef;
use domain::tags::Subject;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of the customer list.
#[server(input = Json, output = Told, endpoint = "customers/list")]
pub async fn list_customers(query: CustomerQuery) -> Answer<Page<CustomerRow>> {
    let here = here()?;
    answer(backend::customers::list(&here.backend, &here.who, &query).await)
}

/// A customer, whole.
#[server(input = Json, output = Told, endpoint = "customers/get")]
pub async fn get_customer(id: CustomerId) -> Answer<Customer> {
    let here = here()?;
    answer(backend::customers::get(&here.backend, &here.who, &id).await)
}

/// Makes a customer.
#[server(input = Json, output = Told, endpoint = "customers/create")]
pub async fn create_customer(form: CustomerForm) -> Answer<Customer> {
    let here = here()?;
    answer(backend::customers::create(&here.backend, &here.who, &form).await)
}

/// Saves a customer; refused as stale when somebody saved since `version`.
#[server(input = Json, output = Told, endpoint = "customers/update")]
pub async fn update_customer(id: CustomerId, version: i64, form: CustomerForm) -> Answer<Customer> {
    let here = here()?;
    answer(backend::customers::update(&here.backend, &here.who, &id, version, &form).await)
}

/// Saves one field of a customer; refused as stale when somebody saved since `version`.
#[server(input = Json, output = Told, endpoint = "customers/set-cell")]
pub async fn set_customer_cell(id: CustomerId, version: i64, cell: Cell, value: String) -> Answer<Customer> {
    let here = here()?;
    answer(backend::customers::set_cell(&here.backend, &here.who, &id, version, cell, &value).await)
}

/// Removes a customer from every list.
#[server(input = Json, output = Told, endpoint = "customers/delete")]
pub async fn delete_customer(id: CustomerId) -> Answer<()> {
    let here = here()?;
    answer(backend::customers::delete(&here.backend, &here.who, &id).await)
}

/// How a number would be stored, and who holds it already, `except` one customer.
#[server(input = Json, output = Told, endpoint = "customers/check-number")]
pub async fn check_number(raw: String, except: Option<CustomerId>) -> Answer<Option<NumberCheck>> {
    let here = here()?;
    answer(backend::customers::check_number(&here.backend, &here.who, &raw, except.as_ref()).await)
}

/// A page of what happened with a customer, a company or a deal, newest first.
#[server(input = Json, output = Told, endpoint = "timeline")]
pub async fn timeline(
    subject: Subject,
    kinds: Vec<TimelineKind>,
    after: Option<Cursor>,
) -> Answer<Page<TimelineEntry>> {
    let here = here()?;
    answer(backend::timeline::of(&here.backend, &here.who, &subject, &kinds, after.as_ref()).await)
}

/// Whom a note on this may name.
#[server(input = Json, output = Told, endpoint = "notes/mentionable")]
pub async fn mentionable(subject: Subject) -> Answer<Vec<StaffRef>> {
    let here = here()?;
    answer(backend::notes::mentionable(&here.backend, &here.who, &subject).await)
}

/// Writes a note on a customer, a company or a deal.
#[server(input = Json, output = Told, endpoint = "notes/add")]
pub async fn add_note(subject: Subject, text: String) -> Answer<Note> {
    let here = here()?;
    answer(backend::notes::add(&here.backend, &here.who, &subject, &text).await)
}

/// Changes a note of one's own.
#[server(input = Json, output = Told, endpoint = "notes/edit")]
pub async fn edit_note(id: NoteId, text: String) -> Answer<Note> {
    let here = here()?;
    answer(backend::notes::edit(&here.backend, &here.who, &id, &text).await)
}

/// Deletes a note of one's own.
#[server(input = Json, output = Told, endpoint = "notes/delete")]
pub async fn delete_note(id: NoteId) -> Answer<()> {
    let here = here()?;
    answer(backend::notes::delete(&here.backend, &here.who, &id).await)
}

/// The members that customers and calls are filtered by.
#[server(input = Json, output = Told, endpoint = "staff/colleagues")]
pub async fn colleagues() -> Answer<Vec<StaffRef>> {
    let here = here()?;
    answer(backend::staff::colleagues(&here.backend, &here.who).await)
}

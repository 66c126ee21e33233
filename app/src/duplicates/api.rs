//! What the pages ask of the server about customers who may be one person.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::customers::CustomerForm;
use domain::duplicates::{Alike, Comparison, Merge, Merged, Together, Undone};
use domain::ids::{CustomerId, MergeId};
use domain::paging::{Cursor, Page};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of customers who may be one person.
#[server(input = Json, output = Told, endpoint = "duplicates/list")]
pub async fn list_duplicates(after: Option<Cursor>) -> Answer<Page<Together>> {
    let here = here()?;
    answer(backend::duplicates::list(&here.backend, &here.who, after.as_ref()).await)
}

/// Who may be the same as a customer.
#[server(input = Json, output = Told, endpoint = "duplicates/of")]
pub async fn duplicates_of(id: CustomerId) -> Answer<Vec<Alike>> {
    let here = here()?;
    answer(backend::duplicates::of(&here.backend, &here.who, &id).await)
}

/// Who may be the same as somebody who is being written down.
#[server(input = Json, output = Told, endpoint = "duplicates/like")]
pub async fn duplicates_like(form: CustomerForm) -> Answer<Vec<Alike>> {
    let here = here()?;
    answer(backend::duplicates::like(&here.backend, &here.who, &form).await)
}

/// A customer is none of these.
#[server(input = Json, output = Told, endpoint = "duplicates/dismiss")]
pub async fn dismiss_duplicates(id: CustomerId, others: Vec<CustomerId>) -> Answer<()> {
    let here = here()?;
    answer(backend::duplicates::dismiss(&here.backend, &here.who, &id, &others).await)
}

/// Two customers side by side.
#[server(input = Json, output = Told, endpoint = "duplicates/compare")]
pub async fn compare_customers(kept: CustomerId, gone: CustomerId) -> Answer<Comparison> {
    let here = here()?;
    answer(backend::duplicates::compare(&here.backend, &here.who, &kept, &gone).await)
}

/// Makes two customers one.
#[server(input = Json, output = Told, endpoint = "duplicates/merge")]
pub async fn merge_customers(wish: Merge) -> Answer<Merged> {
    let here = here()?;
    answer(backend::duplicates::merge(&here.backend, &here.who, &wish).await)
}

/// What became part of a customer.
#[server(input = Json, output = Told, endpoint = "duplicates/merges")]
pub async fn merges_into(kept: CustomerId) -> Answer<Vec<Merged>> {
    let here = here()?;
    answer(backend::duplicates::merges(&here.backend, &here.who, &kept).await)
}

/// Makes two of them again.
#[server(input = Json, output = Told, endpoint = "duplicates/undo")]
pub async fn undo_merge(id: MergeId) -> Answer<Undone> {
    let here = here()?;
    answer(backend::duplicates::undo(&here.backend, &here.who, &id).await)
}

/// Of whom a customer became part.
#[server(input = Json, output = Told, endpoint = "duplicates/kept")]
pub async fn customer_kept(gone: CustomerId) -> Answer<Option<CustomerId>> {
    let here = here()?;
    answer(backend::duplicates::kept(&here.backend, &here.who, &gone).await)
}

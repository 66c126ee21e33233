//! What is asked of the server about custom fields.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::custom::{CustomField, CustomFieldForm, Entity};
use domain::ids::CustomFieldId;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The fields that records of a kind have, in order.
#[server(input = Json, output = Told, endpoint = "custom-fields/of")]
pub async fn custom_fields(entity: Entity) -> Answer<Vec<CustomField>> {
    let here = here()?;
    answer(backend::custom::fields(&here.backend, &here.who, entity).await)
}

/// All fields, archived ones too.
#[server(input = Json, output = Told, endpoint = "custom-fields/all")]
pub async fn all_custom_fields() -> Answer<Vec<CustomField>> {
    let here = here()?;
    answer(backend::custom::all(&here.backend, &here.who).await)
}

/// Makes a field.
#[server(input = Json, output = Told, endpoint = "custom-fields/create")]
pub async fn create_custom_field(entity: Entity, form: CustomFieldForm) -> Answer<CustomField> {
    let here = here()?;
    answer(backend::custom::create(&here.backend, &here.who, entity, &form).await)
}

/// Saves a field.
#[server(input = Json, output = Told, endpoint = "custom-fields/update")]
pub async fn update_custom_field(id: CustomFieldId, form: CustomFieldForm) -> Answer<CustomField> {
    let here = here()?;
    answer(backend::custom::update(&here.backend, &here.who, &id, &form).await)
}

/// Takes a field out of use, or in again.
#[server(input = Json, output = Told, endpoint = "custom-fields/archive")]
pub async fn archive_custom_field(id: CustomFieldId, archived: bool) -> Answer<CustomField> {
    let here = here()?;
    answer(backend::custom::archive(&here.backend, &here.who, &id, archived).await)
}

/// Puts the fields of a kind of record into an order.
#[server(input = Json, output = Told, endpoint = "custom-fields/arrange")]
pub async fn arrange_custom_fields(entity: Entity, order: Vec<CustomFieldId>) -> Answer<Vec<CustomField>> {
    let here = here()?;
    answer(backend::custom::arrange(&here.backend, &here.who, entity, &order).await)
}

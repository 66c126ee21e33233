//! What the dock, the call page and the settings ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::ids::{CallId, DispositionId};
use domain::wrap_up::{CallDisposition, Disposition, DispositionForm, WrapUpDesk, WrapUpSettings, WrapUpSettingsForm};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The choices, the settings, and one's own wrap-ups that go on.
#[server(input = Json, output = Told, endpoint = "wrap-up/open")]
pub async fn open_wrap_ups() -> Answer<WrapUpDesk> {
    let here = here()?;
    answer(backend::wrap_up::open(&here.backend, &here.who).await)
}

/// What a call came to, and what can be chosen.
#[server(input = Json, output = Told, endpoint = "wrap-up/of-call")]
pub async fn get_call_disposition(call: CallId) -> Answer<CallDisposition> {
    let here = here()?;
    answer(backend::wrap_up::of_call(&here.backend, &here.who, &call).await)
}

/// Says afterwards what a call came to.
#[server(input = Json, output = Told, endpoint = "wrap-up/disposition")]
pub async fn set_call_disposition(call: CallId, disposition: Option<DispositionId>) -> Answer<()> {
    let here = here()?;
    answer(backend::wrap_up::set_disposition(&here.backend, &here.who, &call, disposition.as_ref()).await)
}

/// All choices, in order.
#[server(input = Json, output = Told, endpoint = "dispositions/list")]
pub async fn list_dispositions() -> Answer<Vec<Disposition>> {
    let here = here()?;
    answer(backend::dispositions::list(&here.backend, &here.who).await)
}

/// A new choice.
#[server(input = Json, output = Told, endpoint = "dispositions/create")]
pub async fn create_disposition(form: DispositionForm) -> Answer<Disposition> {
    let here = here()?;
    answer(backend::dispositions::create(&here.backend, &here.who, &form).await)
}

/// Another name for a choice.
#[server(input = Json, output = Told, endpoint = "dispositions/rename")]
pub async fn rename_disposition(id: DispositionId, form: DispositionForm) -> Answer<Disposition> {
    let here = here()?;
    answer(backend::dispositions::rename(&here.backend, &here.who, &id, &form).await)
}

/// The choices in another order.
#[server(input = Json, output = Told, endpoint = "dispositions/reorder")]
pub async fn reorder_dispositions(order: Vec<DispositionId>) -> Answer<Vec<Disposition>> {
    let here = here()?;
    answer(backend::dispositions::reorder(&here.backend, &here.who, &order).await)
}

/// Takes a choice out of what can be chosen, or back in.
#[server(input = Json, output = Told, endpoint = "dispositions/active")]
pub async fn activate_disposition(id: DispositionId, active: bool) -> Answer<Disposition> {
    let here = here()?;
    answer(backend::dispositions::set_active(&here.backend, &here.who, &id, active).await)
}

/// How the installation wraps up.
#[server(input = Json, output = Told, endpoint = "wrap-up/settings")]
pub async fn get_wrap_up_settings() -> Answer<WrapUpSettings> {
    let here = here()?;
    answer(backend::dispositions::settings(&here.backend, &here.who).await)
}

/// Changes how the installation wraps up.
#[server(input = Json, output = Told, endpoint = "wrap-up/save-settings")]
pub async fn save_wrap_up_settings(form: WrapUpSettingsForm) -> Answer<WrapUpSettings> {
    let here = here()?;
    answer(backend::dispositions::save_settings(&here.backend, &here.who, &form).await)
}

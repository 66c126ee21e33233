//! What the call pages ask of the server.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::calls::{CallQuery, CallRow, CallStory, Card, LogChoices, RecordingState, Sighting};
use domain::dial_policy::DialRefusal;
use domain::ids::{CallId, CustomerId};
use domain::paging::Page;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of the log.
#[server(input = Json, output = Told, endpoint = "calls/list")]
pub async fn list_calls(query: CallQuery) -> Answer<Page<CallRow>> {
    let here = here()?;
    answer(backend::calls::list(&here.backend, &here.who, &query).await)
}

/// A call and everything that is known of it.
#[server(input = Json, output = Told, endpoint = "calls/story")]
pub async fn get_call_story(id: CallId) -> Answer<CallStory> {
    let here = here()?;
    answer(backend::calls::story(&here.backend, &here.who, &id).await)
}

/// Why our own rules refused a call out.
#[server(input = Json, output = Told, endpoint = "calls/refusal")]
pub async fn get_refusal(id: CallId) -> Answer<Option<DialRefusal>> {
    let here = here()?;
    answer(backend::calls::refusal(&here.backend, &here.who, &id).await)
}

/// Whether a call can be listened to.
#[server(input = Json, output = Told, endpoint = "calls/recording")]
pub async fn get_recording_state(id: CallId) -> Answer<RecordingState> {
    let here = here()?;
    answer(backend::recordings::state(&here.backend, &here.who, &id).await)
}

/// Writes the note of a call.
#[server(input = Json, output = Told, endpoint = "calls/note")]
pub async fn set_call_note(id: CallId, text: String) -> Answer<()> {
    let here = here()?;
    answer(backend::calls::set_note(&here.backend, &here.who, &id, &text).await)
}

/// Says by hand whose call it was; on wish the customer gets the number too.
#[server(input = Json, output = Told, endpoint = "calls/attach")]
pub async fn attach_call(call: CallId, customer: CustomerId, remember_number: bool) -> Answer<Card> {
    let here = here()?;
    answer(backend::calls::attach(&here.backend, &here.who, &call, &customer, remember_number).await)
}

/// What the log can be narrowed to.
#[server(input = Json, output = Told, endpoint = "calls/choices")]
pub async fn call_choices() -> Answer<LogChoices> {
    let here = here()?;
    answer(backend::calls::choices(&here.backend, &here.who).await)
}

/// Who looked at a call.
#[server(input = Json, output = Told, endpoint = "calls/seen-by")]
pub async fn call_seen_by(id: CallId) -> Answer<Vec<Sighting>> {
    let here = here()?;
    answer(backend::calls::seen_by(&here.backend, &here.who, &id).await)
}

/// Takes calls away.
#[server(input = Json, output = Told, endpoint = "calls/delete")]
pub async fn delete_calls(ids: Vec<CallId>) -> Answer<()> {
    let here = here()?;
    answer(backend::calls::delete(&here.backend, &here.who, &ids).await)
}

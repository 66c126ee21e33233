//! What the pages ask of the server about the audit.
// The macro makes a struct of each function's arguments; they are documented at the function.
#![allow(missing_docs)]

use crate::api::{Answer, Told};
#[cfg(feature = "ssr")]
use crate::api::{answer, here};
use domain::audit::{AuditQuery, Event};
use domain::paging::{Cursor, Page};
use domain::tags::Subject;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// A page of what is looked for, newest first.
#[server(input = Json, output = Told, endpoint = "audit/list")]
pub async fn list_audit(query: AuditQuery) -> Answer<Page<Event>> {
    let here = here()?;
    answer(backend::audit::list(&here.backend, &here.who, &query).await)
}

/// A page of what was changed of a record, newest first.
#[server(input = Json, output = Told, endpoint = "audit/history")]
pub async fn record_history(of: Subject, after: Option<Cursor>) -> Answer<Page<Event>> {
    let here = here()?;
    answer(backend::audit::history(&here.backend, &here.who, &of, after.as_ref()).await)
}

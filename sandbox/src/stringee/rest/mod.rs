//! The REST interface: of the contact centre (below `pcc`), and of calls (below `api`).

mod calls;
mod door;
mod files;
mod gate;
mod log;
mod phones;
mod rows;
mod settings;
mod tables;

pub(super) use calls::recording_event;
pub(super) use gate::{Fault, Gate, Recording};

use super::Stringee;
use axum::Json;
use axum::Router;
use axum::middleware::from_fn_with_state;
use serde_json::{Map, Value, json};

/// The largest body: an uploaded sound.
const LARGEST: usize = 10 * 1024 * 1024;

/// Every address.
pub(super) fn router(stringee: &Stringee) -> Router {
    Router::new()
        .merge(tables::routes())
        .merge(settings::routes())
        .merge(phones::routes())
        .merge(calls::routes())
        .merge(log::routes())
        .merge(files::routes())
        .route_layer(from_fn_with_state(stringee.clone(), door::pass))
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST))
        .with_state(stringee.clone())
}

/// An answer: `r`, the project, `message`, and more.
fn answer(stringee: &Stringee, r: i64, message: &str, more: Value) -> Json<Value> {
    let mut body = Map::new();
    body.insert("r".to_owned(), json!(r));
    body.insert("project".to_owned(), json!(stringee.project().id));
    body.insert("message".to_owned(), json!(message));
    if let Value::Object(more) = more {
        body.extend(more);
    }
    Json(Value::Object(body))
}

/// A request whose body is not what it should be.
fn misshapen(stringee: &Stringee) -> Json<Value> {
    answer(stringee, 1, "Could not decode POST data", Value::Null)
}

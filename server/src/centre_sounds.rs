//! Files that callers hear: `POST /centre/sounds?name=…&description=…` takes one as its body, `GET /centre/sounds/{id}`
//! plays it.

use crate::recordings::{passed_on, refused};
use axum::body::to_bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use backend::Backend;
use backend::centre;
use domain::access::Action;
use domain::centre::{BadSound, CentreProblem, LARGEST};
use domain::problem::Problem;
use domain::staff::Me;
use serde::Deserialize;

/// The query.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// What the file is called where it comes from.
    #[serde(default)]
    name: String,
    /// What is said about it.
    #[serde(default)]
    description: String,
}

/// Takes a file, and answers how it is listed.
pub(crate) async fn keep(
    State(backend): State<Backend>,
    me: Option<Extension<Me>>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Response {
    let Some(Extension(me)) = me else { return refused(Problem::SignedOut) };
    let who = me.actor();
    // The use case asks again; but nobody else need send megabytes first.
    if !who.is_allowed(Action::RunCentre) {
        return refused(Problem::Forbidden);
    }
    let Ok(bytes) = to_bytes(request.into_body(), LARGEST).await else {
        return refused(Problem::Centre(CentreProblem::Sound(BadSound::TooLarge)));
    };
    match centre::keep_sound(&backend, &who, &asked.name, &asked.description, &bytes).await {
        Ok(row) => (StatusCode::CREATED, [(header::CACHE_CONTROL, "no-store")], Json(row)).into_response(),
        Err(problem) => refused(problem),
    }
}

/// A file, or a part of it.
pub(crate) async fn play(
    State(backend): State<Backend>,
    me: Option<Extension<Me>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(me)) = me else { return refused(Problem::SignedOut) };
    let who = me.actor();
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    match centre::play_sound(&backend, &who, &id, range).await {
        Ok(sound) => passed_on(sound),
        Err(problem) => refused(problem),
    }
}

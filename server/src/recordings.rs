//! `GET /calls/{id}/recording`: a call's sound, passed on as it comes. The browser is told neither where it is nor how it
//! is asked for.

use axum::Extension;
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use backend::Backend;
use backend::recordings::{self, Sound};
use domain::ids::CallId;
use domain::problem::Problem;
use domain::staff::Me;
use futures_util::stream;
use serde::Deserialize;

/// The query.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// Names this listening: its parts are written down once.
    #[serde(default)]
    listening: String,
}

/// The sound of a call, or a part of it.
pub(crate) async fn play(
    State(backend): State<Backend>,
    me: Option<Extension<Me>>,
    Path(call): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let Some(Extension(me)) = me else { return refused(Problem::SignedOut) };
    let who = me.actor();
    let range = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    match recordings::open(&backend, &who, &CallId::new(call), range, &asked.listening).await {
        Ok(sound) => passed_on(sound),
        Err(problem) => refused(problem),
    }
}

pub(crate) fn passed_on(sound: Sound) -> Response {
    let status = if sound.range.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(sound.content_type));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    if let Some(length) = sound.length {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    if let Some(range) = sound.range.as_deref().and_then(|range| HeaderValue::from_str(range).ok()) {
        headers.insert(header::CONTENT_RANGE, range);
    }
    let pieces = stream::unfold(sound, async |mut sound| Some((sound.next().await?, sound)));
    (status, headers, Body::from_stream(pieces)).into_response()
}

pub(crate) fn refused(problem: Problem) -> Response {
    let status = match problem {
        Problem::SignedOut => StatusCode::UNAUTHORIZED,
        Problem::Forbidden => StatusCode::FORBIDDEN,
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Problem::Centre(_) => StatusCode::CONFLICT,
        Problem::Telephone(_) => StatusCode::BAD_GATEWAY,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(problem)).into_response()
}

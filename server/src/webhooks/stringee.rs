//! `/hooks/stringee/{account}/{hook}`: what Stringee asks (whom a waiting call is given to, whether a call out may be made,
//! who calls) and tells (what happens to calls).

use crate::Alo;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::Backend;
use backend::stringee::{self, Afterwards, Asked};
use domain::stringee::{HOOKS_PATH, Hook};
use std::collections::BTreeMap;
use tower_http::limit::RequestBodyLimitLayer;

/// The longest body that is read, in bytes: a hundred waiting calls are a tenth of it.
const BODY_MAX: usize = 128 * 1024;

/// The addresses. They stand outside the door: no browser comes here, and no cookie counts.
pub(crate) fn routes() -> Router<Alo> {
    let path = format!("{HOOKS_PATH}/{{account}}/{{hook}}");
    Router::new().route(&path, get(asked).post(asked)).layer(RequestBodyLimitLayer::new(BODY_MAX))
}

async fn asked(
    State(alo): State<Alo>,
    Path((account, hook)): Path<(String, String)>,
    OriginalUri(uri): OriginalUri,
    Query(query): Query<BTreeMap<String, String>>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(hook) = Hook::from_stored(&hook) else { return StatusCode::NOT_FOUND.into_response() };
    let target = uri.path_and_query().map_or_else(|| uri.path(), |whole| whole.as_str());
    let asked = Asked {
        account: &account,
        hook,
        signature: headers.get("x-stringee-signature").and_then(|value| value.to_str().ok()),
        // What has no body is known by its address.
        signed: if method == Method::POST { &body } else { target.as_bytes() },
        body: &body,
        query: &query,
        site: &alo.config.public_url,
    };
    let answered = stringee::answer(&alo.backend, &asked).await;
    if let Some(afterwards) = answered.afterwards {
        tokio::spawn(keep(alo.backend, afterwards));
    }
    let status = StatusCode::from_u16(answered.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CACHE_CONTROL, "no-store")], axum::Json(answered.body)).into_response()
}

async fn keep(backend: Backend, afterwards: Afterwards) {
    // The use case has logged why not.
    let _kept = stringee::keep(&backend, &afterwards).await;
}

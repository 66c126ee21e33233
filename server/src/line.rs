//! The last word of a page that is being left.

use axum::Extension;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::Backend;
use domain::staff::Me;
use domain::voice::LastWord;

/// Takes it as browsers send it from a page that goes away: they say of which type it is as they please, and nobody
/// reads the answer.
pub(crate) async fn leave(State(backend): State<Backend>, me: Option<Extension<Me>>, body: String) -> Response {
    let Some(Extension(me)) = me else { return StatusCode::UNAUTHORIZED.into_response() };
    let Ok(last_word) = serde_json::from_str::<LastWord>(&body) else { return StatusCode::BAD_REQUEST.into_response() };
    match backend::line::last_word(&backend, &me.actor(), &last_word).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(problem) => (StatusCode::SERVICE_UNAVAILABLE, Json(problem)).into_response(),
    }
}

//! The built web files: hashed names may be kept for a year, the rest is asked for again.

use axum::Router;
use axum::http::{HeaderValue, header};
use std::path::Path;
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// `/pkg` with its hashed names; the script of the telephone's frame and the icon beside it. Compressed copies are served as they lie there.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>(site: &Path) -> Router<S> {
    Router::new()
        .nest_service("/pkg", folder(&site.join("pkg"), FOR_EVER))
        .nest_service("/static", folder(&site.join("static"), ASK_AGAIN))
        .nest_service("/softphone", folder(&site.join("softphone"), ASK_AGAIN))
        .route_service("/favicon.svg", folder(site, ASK_AGAIN))
}

fn folder(
    path: &Path,
    cache: HeaderValue,
) -> impl tower::Service<
    axum::extract::Request,
    Response = axum::http::Response<tower_http::services::fs::ServeFileSystemResponseBody>,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone
+ Send
+ Sync
+ 'static {
    ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, cache))
        .service(ServeDir::new(path).precompressed_br().precompressed_gzip())
}

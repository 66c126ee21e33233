//! Under which address the asking page sees us: addresses in our answers must work for that page.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};

/// The host and the whole path of a request.
pub(crate) struct Address {
    host: String,
    path: String,
    secure: bool,
}

impl Address {
    /// Host and path before `route`, without a scheme.
    pub(crate) fn below(&self, route: &str) -> String {
        format!("{}{}", self.host, self.path.strip_suffix(route).unwrap_or_default())
    }

    /// `wss` behind a proxy that speaks TLS.
    pub(crate) fn socket_scheme(&self) -> &'static str {
        if self.secure { "wss" } else { "ws" }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StatusCode> {
        let OriginalUri(uri) =
            OriginalUri::from_request_parts(parts, state).await.map_err(|_| StatusCode::BAD_REQUEST)?;
        let text = |name: header::HeaderName| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let host = text(header::HOST).ok_or(StatusCode::BAD_REQUEST)?.to_owned();
        let secure = text(header::HeaderName::from_static("x-forwarded-proto")) == Some("https");
        Ok(Self { host, path: uri.path().to_owned(), secure })
    }
}

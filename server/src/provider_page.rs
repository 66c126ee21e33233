//! What the pages share that hold a provider's scripts: same origin as the application, but documents of their own, with
//! their own globals and their own content policies.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// A page with its policy; `None` of one where an address could not be written into it.
pub(crate) fn page(policy: Option<HeaderValue>, document: String) -> Response {
    let Some(policy) = policy else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (headers, Html(document)).into_response()
}

/// For nobody: the page around it is on its way to the sign-in page, and its frame stays as it is.
pub(crate) fn nothing() -> Response {
    let policy = HeaderValue::from_static("default-src 'none'; frame-ancestors 'self'");
    (StatusCode::NO_CONTENT, [(header::CONTENT_SECURITY_POLICY, policy)]).into_response()
}

/// Scheme, host and port of an address of one of the schemes; `None` when they could end the directive they are written
/// into.
pub(crate) fn origin(address: &str, schemes: [&str; 2]) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
    (plain(host) && schemes.contains(&scheme)).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_address_cannot_widen_the_policy() {
        let service = |address| origin(address, ["http", "https"]);
        assert_eq!(service("https://a.example:8443/x?y"), Some("https://a.example:8443".into()));
        assert_eq!(service("https://a.example; script-src *"), None);
        assert_eq!(service("javascript://a"), None);
        assert_eq!(service("a.example"), None);
        assert_eq!(origin("wss://a.example:6899/", ["ws", "wss"]), Some("wss://a.example:6899".into()));
        assert_eq!(origin("https://a.example", ["ws", "wss"]), None);
    }
}

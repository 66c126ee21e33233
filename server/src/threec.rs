//! The page that holds 3C's scripts: same origin as the application, but a document of its own, with its own globals
//! and its own content policy.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::{Extension, Json};
use backend::Backend;
use domain::access::Actor;
use domain::staff::Me;
use domain::threec::{CALLBACKS, FUNCTIONS, SCRIPTS, SCRIPTS_PATH};
use serde_json::json;

/// The frame of a signed-in member, with the scripts of the configured account.
pub(crate) async fn frame(State(backend): State<Backend>, me: Option<Extension<Me>>) -> Response {
    let Some(Extension(me)) = me else { return nothing() };
    let who = Actor { id: me.id, role: me.role };
    match backend::telephone::service_address(&backend, &who).await {
        Ok(address) => page(&address),
        Err(problem) => (StatusCode::SERVICE_UNAVAILABLE, Json(problem)).into_response(),
    }
}

fn page(service_address: &str) -> Response {
    let Some(policy) = policy(service_address) else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let headers: [(HeaderName, HeaderValue); 2] =
        [(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (headers, Html(document(service_address))).into_response()
}

/// For nobody: the page around it is on its way to the sign-in page, and its frame stays as it is.
fn nothing() -> Response {
    let policy = HeaderValue::from_static("default-src 'none'; frame-ancestors 'self'");
    (StatusCode::NO_CONTENT, [(header::CONTENT_SECURITY_POLICY, policy)]).into_response()
}

/// Our script comes before theirs and loads them one by one: every callback must be there before `csInit` runs.
fn document(service_address: &str) -> String {
    let functions = [FUNCTIONS.required, FUNCTIONS.optional].concat();
    let setup = json!({
        "scripts_at": format!("{}{SCRIPTS_PATH}", service_address.trim_end_matches('/')),
        "scripts": SCRIPTS,
        "callbacks": CALLBACKS,
        "functions": functions,
    });
    // Nothing in it may end the element it stands in.
    let setup = setup.to_string().replace('<', "\\u003c");
    format!(
        r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>3C</title>
<script type="application/json" id="setup">{setup}</script>
</head>
<body>
<video id="my-video" autoplay hidden></video>
<video id="peer-video" autoplay hidden></video>
<script src="/softphone/threec-frame.js"></script>
</body>
</html>
"#
    )
}

/// What this document may load. 3C's scripts evaluate text and connect to hosts that only they know.
fn policy(service_address: &str) -> Option<HeaderValue> {
    let origin = origin(service_address)?;
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self' {origin} 'unsafe-eval'; connect-src 'self' {origin} https: wss: ws:; \
         media-src 'self' {origin} https: blob: data:; img-src 'self' {origin} data:; \
         style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'"
    ))
    .ok()
}

/// Scheme, host and port of an address; `None` when they could end the directive they are written into.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
    (plain(host) && matches!(scheme, "http" | "https")).then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::{document, origin, policy};

    #[test]
    fn only_the_configured_service_may_bring_scripts() {
        let policy = policy("https://3c-capi.mobifone.vn/").unwrap();
        let text = policy.to_str().unwrap();
        assert!(text.contains("script-src 'self' https://3c-capi.mobifone.vn 'unsafe-eval';"), "{text}");
        assert!(!text.contains("'unsafe-inline' 'unsafe-eval'") && text.contains("frame-ancestors 'self'"), "{text}");
    }

    #[test]
    fn an_address_cannot_widen_the_policy() {
        assert_eq!(origin("https://a.example:8443/x?y"), Some("https://a.example:8443".into()));
        assert_eq!(origin("https://a.example; script-src *"), None);
        assert_eq!(origin("javascript://a"), None);
        assert_eq!(origin("a.example"), None);
    }

    #[test]
    fn the_page_loads_our_script_and_names_theirs_in_order() {
        let page = document("http://localhost:3000/sandbox/3c");
        assert!(page.contains(r#""scripts_at":"http://localhost:3000/sandbox/3c/js/embed/""#), "{page}");
        assert!(page.find("jquery.min.js") < page.find("cs_voice.js"), "{page}");
        assert!(!document("https://a/</script>").contains("/</script>\""));
    }
}

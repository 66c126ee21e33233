//! The page that holds 3C's scripts.

use crate::provider_page::{nothing, origin, page};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use backend::Backend;
use domain::staff::Me;
use domain::threec::{CALLBACKS, FUNCTIONS, SCRIPTS, SCRIPTS_PATH};
use serde_json::json;

/// The frame of a signed-in member, with the scripts of the configured account.
pub(crate) async fn frame(State(backend): State<Backend>, me: Option<Extension<Me>>) -> Response {
    let Some(Extension(me)) = me else { return nothing() };
    let who = me.actor();
    match backend::telephone::service_address(&backend, &who).await {
        Ok(address) => page(policy(&address), document(&address)),
        Err(problem) => (StatusCode::SERVICE_UNAVAILABLE, Json(problem)).into_response(),
    }
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
    let origin = origin(service_address, ["http", "https"])?;
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self' {origin} 'unsafe-eval'; connect-src 'self' {origin} https: wss: ws:; \
         media-src 'self' {origin} https: blob: data:; img-src 'self' {origin} data:; \
         style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'"
    ))
    .ok()
}

#[cfg(test)]
mod tests {
    use super::{document, policy};

    #[test]
    fn only_the_configured_service_may_bring_scripts() {
        let policy = policy("https://3c-capi.mobifone.vn/").unwrap();
        let text = policy.to_str().unwrap();
        assert!(text.contains("script-src 'self' https://3c-capi.mobifone.vn 'unsafe-eval';"), "{text}");
        assert!(!text.contains("'unsafe-inline' 'unsafe-eval'") && text.contains("frame-ancestors 'self'"), "{text}");
    }

    #[test]
    fn the_page_loads_our_script_and_names_theirs_in_order() {
        let page = document("http://localhost:3000/sandbox/3c");
        assert!(page.contains(r#""scripts_at":"http://localhost:3000/sandbox/3c/js/embed/""#), "{page}");
        assert!(page.find("jquery.min.js") < page.find("cs_voice.js"), "{page}");
        assert!(!document("https://a/</script>").contains("/</script>\""));
    }
}

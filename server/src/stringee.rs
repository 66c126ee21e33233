//! The page that holds Stringee's browser kit.

use crate::provider_page::{nothing, origin, page};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use backend::Backend;
use backend::stringee::Addresses;
use domain::staff::Me;

/// Where the kit finds its sockets by itself, they may be anywhere.
const ANY_SOCKET: &str = "wss:";

/// The page itself: the kit comes before our script, which tells whether it is there.
const DOCUMENT: &str = r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Stringee</title>
</head>
<body>
<script src="/softphone/stringee.js"></script>
<script src="/softphone/stringee-frame.js"></script>
</body>
</html>
"#;

/// The frame of a signed-in member.
pub(crate) async fn frame(State(backend): State<Backend>, me: Option<Extension<Me>>) -> Response {
    let Some(Extension(me)) = me else { return nothing() };
    let who = me.actor();
    match backend::stringee::addresses(&backend, &who).await {
        Ok(addresses) => page(policy(&addresses), DOCUMENT.to_owned()),
        Err(problem) => (StatusCode::SERVICE_UNAVAILABLE, Json(problem)).into_response(),
    }
}

/// What this document may load: scripts of ours only; it connects to the account's service and its sockets. `None` where
/// an address cannot be written into it.
fn policy(addresses: &Addresses) -> Option<HeaderValue> {
    let service = origin(&addresses.call_api, ["http", "https"])?;
    let sockets: Vec<String> =
        addresses.servers.iter().map(|address| origin(address, ["ws", "wss"])).collect::<Option<_>>()?;
    let sockets = if sockets.is_empty() { ANY_SOCKET.to_owned() } else { sockets.join(" ") };
    HeaderValue::from_str(&format!(
        "default-src 'none'; script-src 'self'; connect-src {service} {sockets}; media-src 'self' blob:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ))
    .ok()
}

#[cfg(test)]
mod tests {
    use super::{Addresses, DOCUMENT, policy};

    fn text(servers: &[&str]) -> Option<String> {
        let servers = servers.iter().map(|server| (*server).to_owned()).collect();
        let policy = policy(&Addresses { call_api: "https://api.stringee.com".into(), servers })?;
        Some(policy.to_str().unwrap().to_owned())
    }

    #[test]
    fn it_connects_to_the_account_s_service_and_sockets_only() {
        let named = text(&["wss://v1.stringee.com:6899/", "wss://v2.stringee.com:6899/"]).unwrap();
        let connect = "connect-src https://api.stringee.com wss://v1.stringee.com:6899 wss://v2.stringee.com:6899;";
        assert!(named.contains(connect) && named.contains("script-src 'self';"), "{named}");
        assert!(!named.contains("unsafe"), "{named}");
        assert!(text(&[]).unwrap().contains("connect-src https://api.stringee.com wss:;"));
        assert_eq!(text(&["wss://a.example; script-src *"]), None);
    }

    #[test]
    fn the_kit_comes_before_our_script() {
        assert!(DOCUMENT.find("stringee.js") < DOCUMENT.find("stringee-frame.js"));
    }
}

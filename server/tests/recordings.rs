//! Listening to a call over HTTP: who may, in parts, and where the server does not go.

// Helpers of tests may fail as loudly as tests.
#![allow(clippy::expect_used, dead_code, unreachable_pub)]

mod support;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use domain::calls::CallQuery;
use domain::ids::CallId;
use domain::telephone::{AccountForm, HistoryForm};
use domain::times::{MINUTE, SECOND, local_naive};
use serde_json::json;
use std::time::Duration;
use support::TestApp;

const NUMBER: &str = "0909123123";
const SOUND: &str = "RIFF....WAVEfmt and the rest of it";

/// A telephone company whose history knows one call of Lan's, with a recording at `path`.
async fn company(app: &TestApp, path: &'static str) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let begun = app.backend.now().0 - 5 * MINUTE;
    let time = |after: i64| local_naive(domain::times::Millis(begun + after));
    let line = json!({
        "call_id": "P", "caller": NUMBER, "called": "19001000", "agent_id": "5001", "call_type": "0",
        "start_time": time(0), "end_time": time(70 * SECOND), "wait_time": "00:00:10", "hold_time": null,
        "talk_time": "00:01:00", "call_status": "meetAgent", "path": path
    });
    let body = json!({"code": "ok", "numFound": 1, "calls": [line]});
    let routes = Router::new()
        .route("/{domain}/api/v1/calls", get(|State(body): State<serde_json::Value>| async move { Json(body) }))
        .route("/sounds/{name}", get(sound))
        .with_state(body);
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

async fn sound(Path(name): Path<String>, headers: HeaderMap) -> Response {
    if name == "inside" {
        return Redirect::temporary("http://169.254.169.254/latest/meta-data/").into_response();
    }
    let kind = [(header::CONTENT_TYPE, "audio/wav")];
    match headers.get(header::RANGE) {
        None => (kind, SOUND).into_response(),
        Some(_) => {
            let part = [(header::CONTENT_RANGE, format!("bytes 4-{}/{}", SOUND.len() - 1, SOUND.len()))];
            (StatusCode::PARTIAL_CONTENT, kind, part, &SOUND[4..]).into_response()
        }
    }
}

/// The call, once the server has read of it in the history.
async fn recorded(app: &TestApp, path: &'static str) -> CallId {
    let (admin, address) = (app.actor("admin@alo.demo").await, company(app, path).await);
    let account = AccountForm { service_address: address.clone(), domain: "demo".into(), access_key: "key".into() };
    backend::telephone::save(&app.backend, &admin, &account).await.expect("saved");
    let history = HistoryForm { address, key: "key".into(), on: true };
    backend::history::save(&app.backend, &admin, &history).await.expect("saved");
    let found = async {
        loop {
            backend::history::poll(&app.backend).await.expect("read");
            let rows = backend::calls::list(&app.backend, &admin, &CallQuery::default()).await.expect("rows").rows;
            match rows.into_iter().find(|row| row.number_raw == NUMBER) {
                Some(row) => return row.id,
                None => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), found).await.expect("the call")
}

#[tokio::test]
async fn who_may_see_the_call_hears_it_in_parts() {
    let app = TestApp::start().await;
    let address = format!("/calls/{}/recording?listening=one", recorded(&app, "/sounds/1.wav").await);
    let lan = app.clone().signed_in("lan@alo.demo").await;
    let whole = lan.get(&address).await;
    assert_eq!((whole.status, whole.body.as_str()), (StatusCode::OK, SOUND));
    for (name, value) in [
        ("content-type", "audio/wav"),
        ("accept-ranges", "bytes"),
        ("cache-control", "private, no-store"),
        ("content-encoding", ""),
        ("content-length", &SOUND.len().to_string()),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(whole.header(name), value, "{name}");
    }
    let part = lan.get_with(&address, &[("range", "bytes=4-")]).await;
    assert_eq!((part.status, part.body.as_str()), (StatusCode::PARTIAL_CONTENT, &SOUND[4..]));
    assert_eq!(part.header("content-range"), format!("bytes 4-{}/{}", SOUND.len() - 1, SOUND.len()));
}

#[tokio::test]
async fn strangers_and_colleagues_hear_nothing() {
    let app = TestApp::start().await;
    let address = format!("/calls/{}/recording", recorded(&app, "/sounds/1.wav").await);
    assert_eq!(app.get(&address).await.status, StatusCode::UNAUTHORIZED);
    let hung = app.clone().signed_in("hung@alo.demo").await.get(&address).await;
    assert_eq!((hung.status, hung.body.as_str()), (StatusCode::FORBIDDEN, "\"Forbidden\""));
    let admin = app.clone().signed_in("admin@alo.demo").await;
    assert_eq!(admin.get(&address).await.status, StatusCode::OK);
    assert_eq!(admin.get("/calls/nothing/recording").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_address_inside_our_network_is_not_fetched_nor_told() {
    for path in ["/sounds/inside", "http://127.0.0.1:9/1.wav", "https://localhost/1.wav", "file:///etc/passwd"] {
        let app = TestApp::start().await;
        let address = format!("/calls/{}/recording", recorded(&app, path).await);
        let refused = app.signed_in("lan@alo.demo").await.get(&address).await;
        assert_eq!(refused.status, StatusCode::BAD_GATEWAY, "{path}");
        assert!(!refused.body.contains(path) && !refused.body.contains("169.254"), "{}", refused.body);
    }
}

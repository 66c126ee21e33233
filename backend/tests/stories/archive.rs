//! A telephone company's call history, as far as the stories ask it.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// The key it is asked with.
pub(crate) const HISTORY_KEY: &str = "khoá-lịch-sử";

/// A history that tells what it is given, page by page, and remembers what it was asked.
#[derive(Clone, Default)]
pub(crate) struct Archive {
    lines: Arc<Mutex<Vec<Value>>>,
    asked: Arc<Mutex<Vec<HashMap<String, String>>>>,
    refuses: Arc<Mutex<Option<(u16, String)>>>,
    pub(crate) address: String,
}

impl Archive {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let archive = Self { address: format!("http://{}", listener.local_addr().unwrap()), ..Self::default() };
        let app = Router::new().route("/{domain}/api/v1/calls", get(tell)).with_state(archive.clone());
        let app = app.nest("/r", crate::recordings::sounds());
        tokio::spawn(async move { axum::serve(listener, app).await });
        archive
    }

    pub(crate) fn has(&self, lines: &[Value]) {
        *self.lines.lock().unwrap() = lines.to_vec();
    }

    pub(crate) fn refuses(&self, status: u16, body: &str) {
        *self.refuses.lock().unwrap() = Some((status, body.to_owned()));
    }

    pub(crate) fn answers_again(&self) {
        *self.refuses.lock().unwrap() = None;
    }

    pub(crate) fn asked(&self) -> Vec<HashMap<String, String>> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

async fn tell(
    State(archive): State<Archive>,
    Path(domain): Path<String>,
    Query(asked): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let bearer = headers.get("authorization").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    if (domain.as_str(), bearer.as_deref()) != ("cty-an", Some(&format!("Bearer {HISTORY_KEY}"))) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    archive.asked.lock().unwrap().push(asked.clone());
    if let Some((status, body)) = archive.refuses.lock().unwrap().clone() {
        let wait = if status == 429 { "7200" } else { "" };
        return (StatusCode::from_u16(status).unwrap(), [("retry-after", wait)], body).into_response();
    }
    let within = |line: &&Value| {
        let begun = line["start_time"].as_str().unwrap_or_default();
        asked.get("start_time_since").is_none_or(|since| begun >= since.as_str())
            && asked.get("start_time_to").is_none_or(|to| begun <= to.as_str())
            && asked.get("call_id").is_none_or(|id| line["call_id"] == json!(id))
    };
    let lines: Vec<Value> = archive.lines.lock().unwrap().iter().filter(within).cloned().collect();
    let number = |name: &str, otherwise: usize| asked.get(name).map_or(otherwise, |text| text.parse().unwrap());
    let (page, count) = (number("page", 1), number("count", 500));
    assert!(count <= 500, "more than a page");
    let shown: Vec<Value> = lines.iter().skip((page - 1) * count).take(count).cloned().collect();
    Json(json!({"code": "OK", "numFound": lines.len().to_string(), "calls": shown})).into_response()
}

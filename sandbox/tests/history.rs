//! The call history over HTTP: who may ask, for how much, and what is told of a call.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use sandbox::Settings;
use serde_json::{Value, json};
use tower::ServiceExt;

const KEY: &str = "sandbox-history-key";
const CALLS: &str = "/sandbox/3c/demo/api/v1/calls";

async fn company() -> Result<Router> {
    // The company stays open for as long as the process: the router alone would not keep it.
    let sandbox = Box::leak(Box::new(sandbox::start(Settings::demo()).await?));
    Ok(Router::new().nest("/sandbox", sandbox.router()))
}

async fn send(company: &Router, request: Request<Body>) -> Result<(StatusCode, Value)> {
    let answer = company.clone().oneshot(request).await?;
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 1_000_000).await?;
    Ok((status, serde_json::from_slice(&bytes).unwrap_or_default()))
}

async fn ask(company: &Router, path: &str, key: &str) -> Result<(StatusCode, Value)> {
    let request = Request::get(path)
        .header(header::HOST, "crm.example:3000")
        .header(header::AUTHORIZATION, format!("Bearer {key}"))
        .body(Body::empty())?;
    send(company, request).await
}

async fn control(company: &Router, what: &str, body: Value) -> Result<()> {
    let request = Request::post(format!("/sandbox/api/{what}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))?;
    let (status, _) = send(company, request).await?;
    anyhow::ensure!(status.is_success(), "{what}: {status}");
    Ok(())
}

#[tokio::test]
async fn only_the_key_opens_the_history_and_only_so_much_at_once() -> Result<()> {
    let company = company().await?;
    assert_eq!(ask(&company, CALLS, "another").await?.0, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&company, "/sandbox/3c/other/api/v1/calls", KEY).await?.0, StatusCode::NOT_FOUND);
    let long = format!("{CALLS}?start_time_since=2026-01-01%2000:00:00&start_time_to=2026-03-01%2000:00:00");
    assert_eq!(ask(&company, &long, KEY).await?.1["code"], "errors");
    let (status, empty) = ask(&company, CALLS, KEY).await?;
    assert_eq!((status, empty), (StatusCode::OK, json!({"code": "OK", "numFound": 0, "calls": []})));
    Ok(())
}

#[tokio::test]
async fn a_caller_who_left_the_queue_is_a_missed_call_of_nobody() -> Result<()> {
    let company = company().await?;
    control(&company, "ring", json!({"number": "0911000222"})).await?;
    assert_eq!(ask(&company, CALLS, KEY).await?.1["numFound"], 0, "it is not over");
    control(&company, "hangup", json!({"number": "0911000222"})).await?;
    let (_, told) = ask(&company, &format!("{CALLS}?phone=0911000222&page=1&count=500"), KEY).await?;
    let line = told["calls"].get(0).context("a line")?;
    for (key, value) in [
        ("caller", json!("0911000222")),
        ("called", json!("19001000")),
        ("agent_id", Value::Null),
        ("call_type", json!("0")),
        ("call_status", json!("miss")),
        ("missed_reason", json!("abandoned in queue")),
        ("talk_time", json!("00:00:00")),
        ("end_status", json!("cus")),
        ("path", Value::Null),
    ] {
        assert_eq!(line[key], value, "{key}");
    }
    let second = ask(&company, &format!("{CALLS}?page=2"), KEY).await?.1;
    assert_eq!((&second["numFound"], &second["calls"]), (&json!(1), &json!([])));
    Ok(())
}

#[tokio::test]
async fn it_fails_on_demand() -> Result<()> {
    let company = company().await?;
    for (answer, status) in
        [("down", StatusCode::SERVICE_UNAVAILABLE), ("limited", StatusCode::TOO_MANY_REQUESTS), ("odd", StatusCode::OK)]
    {
        control(&company, "history", json!({"answer": answer})).await?;
        assert_eq!(ask(&company, CALLS, KEY).await?.0, status, "{answer}");
    }
    control(&company, "reset", json!({})).await?;
    assert_eq!(ask(&company, CALLS, KEY).await?.1["numFound"], 0);
    Ok(())
}

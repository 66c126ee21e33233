//! What the customer's server is asked and told.

use super::world::{World, until};
use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, StatusCode, Uri, header};
use sandbox::Project;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tower::ServiceExt;

/// What came to a customer's server: the path with its query, the signature, the body.
type Mail = Arc<Mutex<Vec<(String, String, Value)>>>;

/// A customer's server that lets every call through, and names nobody to ring.
async fn customers_server() -> Result<(String, Mail)> {
    let mail = Mail::default();
    let take = async |State(mail): State<Mail>, uri: Uri, headers: HeaderMap, body: Bytes| {
        let signature = headers.get("x-stringee-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let said: Value = serde_json::from_slice(&body).unwrap_or_default();
        lock(&mail).push((uri.to_string(), signature.to_owned(), said.clone()));
        match uri.path() {
            "/hooks/agents" => axum::Json(json!({"version": 2, "calls": []})),
            _ => axum::Json(json!({})),
        }
    };
    let server = Router::new().fallback(take).with_state(mail.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}/hooks", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, server).await });
    Ok((base, mail))
}

fn lock(mail: &Mail) -> std::sync::MutexGuard<'_, Vec<(String, String, Value)>> {
    mail.lock().unwrap_or_else(PoisonError::into_inner)
}

fn told(mail: &Mail, status: &str) -> Vec<Value> {
    let mail = lock(mail);
    mail.iter().filter(|(_, _, body)| body["call_status"] == status).map(|(_, _, body)| body.clone()).collect()
}

#[tokio::test]
async fn the_customers_server_is_asked_and_told_with_a_signature() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    world.control("ring", json!({"number": "0911000222", "to": "842471000002"})).await?;
    until("it is asked for agents", async || {
        Ok(lock(&mail).iter().any(|(uri, ..)| uri == "/hooks/agents").then_some(()))
    })
    .await?;
    world.control("hangup", json!({"number": "0911000222"})).await?;
    let ended = until("the end", async || Ok(told(&mail, "ended").into_iter().next())).await?;
    assert_eq!((&ended["endCallCause"], &ended["endedBy"]), (&json!("USER_END_CALL"), &json!("EXTERNAL")));
    let mail = lock(&mail).clone();
    let (uri, signature, _) = mail.iter().find(|(uri, ..)| uri.starts_with("/hooks/customer")).context("asked")?;
    assert_eq!(uri, "/hooks/customer?from=84911000222&to=842471000002&project=1");
    assert_eq!(signature.len(), 28, "base64 of twenty bytes");
    let (_, _, asked) = mail.iter().find(|(uri, ..)| uri == "/hooks/agents").context("asked")?;
    assert_eq!((&asked["queueId"], &asked["calls"][0]["from"]), (&json!("QU_SALES"), &json!("84911000222")));
    assert!(mail.iter().all(|(_, signature, _)| signature.len() == 28));

    let log = world.get("api/v1/call/log?version=2&from_number=84911000222").await?;
    let call = &log["data"]["calls"][0];
    assert_eq!(
        (&call["to_number"], &call["answer_time"], &call["recorded"]),
        (&json!("842471000002"), &json!(0), &json!(0))
    );
    assert_eq!(log["data"]["search_after"], json!([call["start_time"], call["id"]]));
    let next = format!(
        "api/v1/call/log?version=2&search_after=[{},%22{}%22]",
        call["start_time"],
        call["id"].as_str().context("an id")?
    );
    assert_eq!(world.get(&next).await?["data"]["calls"], json!([]));
    assert_eq!(world.get("api/v1/call/log").await?["data"]["totalCalls"], "1");
    let path = format!("stringee/api/v1/call/recording/{}", call["id"].as_str().context("an id")?);
    let recording = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
    assert_eq!(recording.0, StatusCode::BAD_REQUEST, "never recorded");
    Ok(())
}

#[tokio::test]
async fn events_get_lost_come_twice_and_overtake_each_other() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    let call = async |number: &str| -> Result<Vec<String>> {
        world.control("ring", json!({"number": number, "to": "842471000002"})).await?;
        world.control("hangup", json!({"number": number})).await?;
        until("the end", async || {
            Ok(told(&mail, "ended")
                .last()
                .filter(|body| body["from"]["number"] == json!(format!("84{}", &number[1..])))
                .map(|_| ()))
        })
        .await?;
        // the last of them may come after the end
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mail = std::mem::take(&mut *lock(&mail));
        let statuses = mail.iter().filter_map(|(_, _, body)| Some(body["call_status"].as_str()?.to_owned()));
        Ok(statuses.collect())
    };
    assert_eq!(call("0911000301").await?, ["created", "ended"]);
    world.control("hooks", json!({"what": "repeat", "only": "ended"})).await?;
    assert_eq!(call("0911000302").await?, ["created", "ended", "ended"]);
    world.control("hooks", json!({"what": "lose", "only": "created"})).await?;
    assert_eq!(call("0911000303").await?, ["ended"]);
    world.control("hooks", json!({"what": "reorder", "only": "created"})).await?;
    assert_eq!(call("0911000304").await?, ["ended", "created"]);
    Ok(())
}

#[tokio::test]
async fn a_recording_is_there_after_a_while_and_in_parts() -> Result<()> {
    let (hooks, mail) = customers_server().await?;
    let world = World::with(Project { hooks: Some(hooks), ..Project::demo() }).await?;
    world.control("recordings", json!({"after_ms": 400})).await?;
    // an agent with a telephone outside, which answers and hangs up after three seconds: nobody's page is needed
    let phone = json!({"routing_type": 2, "phone_number": "84909000214"});
    assert_eq!(world.send(Method::PUT, "pcc/v1/agent/AG_0", phone).await?["r"], 0);
    assert_eq!(world.send(Method::PUT, "pcc/v1/queue/QU_SALES", json!({"get_list_agents_url": null})).await?["r"], 0);
    world.control("ring", json!({"number": "0911000333", "to": "842471000002"})).await?;
    let ended = until("the end", async || Ok(told(&mail, "ended").into_iter().next())).await?;
    let id = ended["call_id"].as_str().context("an id")?;
    assert_eq!((&ended["answerDuration"], &ended["to"]["number"]), (&json!(3), &json!("agent_ha")));
    let path = format!("stringee/api/v1/call/recording/{id}");
    let early = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
    assert_eq!(early.0, StatusCode::NOT_FOUND, "not yet");
    let (_, _, sound) = until("the recording", async || {
        let answer = world.raw(Method::GET, &path, Body::empty(), &world.token).await?;
        Ok((answer.0 == StatusCode::OK).then_some(answer))
    })
    .await?;
    assert!(sound.starts_with(b"RIFF") && sound.len() > 30_000);
    let request = Request::get(format!("/sandbox/{path}?access_token={}", world.token))
        .header(header::RANGE, "bytes=4-9")
        .body(Body::empty())?;
    let part = world.company.clone().oneshot(request).await?;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(axum::body::to_bytes(part.into_body(), 100).await?, sound.slice(4..10));
    let (_, _, event) = until("it is told of the recording", async || {
        Ok(lock(&mail).iter().find(|(_, _, body)| body["recording_id"] == id).cloned())
    })
    .await?;
    assert!(event["recording_url"].as_str().is_some_and(|url| url.ends_with(&format!("/v1/call/recording/{id}"))));
    Ok(())
}

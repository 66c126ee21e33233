//! 3C's doors over HTTP: the login with its five errors, and the bootstrap.

use anyhow::{Context, Result};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use jsonwebtoken::{EncodingKey, Header};
use sandbox::{Sandbox, Settings};
use serde_json::{Value, json};
use tower::ServiceExt;

const KEY: &str = "sandbox-access-key";

type Answer = Result<(StatusCode, Value)>;

async fn company() -> Result<Sandbox> {
    Ok(sandbox::start(Settings::demo()).await?)
}

fn token(key: &str, payload: &Value) -> Result<String> {
    let key = EncodingKey::from_secret(key.as_bytes());
    Ok(jsonwebtoken::encode(&Header::default(), payload, &key)?)
}

async fn send(sandbox: &Sandbox, method: Method, path: &str, body: Option<Value>) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "crm.example:3000")
        .header(header::CONTENT_TYPE, "application/json")
        .body(body.map_or_else(Body::empty, |body| Body::from(body.to_string())))?;
    let router = axum::Router::new().nest("/sandbox", sandbox.router());
    let answer = router.oneshot(request).await?;
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 100_000).await?;
    Ok((status, serde_json::from_slice(&bytes).unwrap_or_default()))
}

async fn login(sandbox: &Sandbox, domain: &str, token: &str) -> Answer {
    let path = format!("/sandbox/3c/{domain}/thirdParty/login");
    send(sandbox, Method::POST, &path, Some(json!({"token": token}))).await
}

#[tokio::test]
async fn a_dropped_company_gives_its_port_back() -> Result<()> {
    let port = std::net::UdpSocket::bind("127.0.0.1:0")?.local_addr()?.port();
    let settings = Settings { media_port: port, ..Settings::demo() };
    let sandbox = sandbox::start(settings.clone()).await?;
    assert!(sandbox::start(settings.clone()).await.is_err(), "the port is taken");
    drop(sandbox);
    let again = async {
        while sandbox::start(settings.clone()).await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), again).await?;
    Ok(())
}

#[tokio::test]
async fn an_agent_signs_in() -> Result<()> {
    let sandbox = company().await?;
    let (status, answer) = login(&sandbox, "demo", &token(KEY, &json!({"ipphone": "5001"}))?).await?;
    assert_eq!(status, StatusCode::OK);
    assert_eq!((&answer["code"], &answer["user"]["user_id"]), (&json!("ok"), &json!(5001)));
    Ok(())
}

#[tokio::test]
async fn each_of_the_five_errors_happens() -> Result<()> {
    let sandbox = company().await?;
    let good = token(KEY, &json!({"ipphone": "5001"}))?;
    let cases = [
        ("elsewhere", good.clone(), 404),
        ("expired", good.clone(), 405),
        ("demo", token("another key", &json!({"ipphone": "5001"}))?, 401),
        ("demo", token(KEY, &json!({"ipphone": "5001", "expired": "2017-07-30 00:00:00"}))?, 401),
        ("demo", token(KEY, &json!({"ipphone": "9999"}))?, 400),
        ("demo", token(KEY, &json!({"ipphone": "500"}))?, 500),
    ];
    for (domain, token, expected) in cases {
        let (status, answer) = login(&sandbox, domain, &token).await?;
        assert_eq!(status.as_u16(), expected, "{domain} {answer}");
        assert_eq!(answer["code"], "errors");
    }
    Ok(())
}

#[tokio::test]
async fn the_panel_changes_how_the_login_answers_and_expires_tokens() -> Result<()> {
    let sandbox = company().await?;
    let good = token(KEY, &json!({"ipphone": "5001", "expired": "2099-01-01 00:00:00"}))?;
    let post = async |path: &str, body| -> Result<u16> {
        Ok(send(&sandbox, Method::POST, &format!("/sandbox/api/{path}"), Some(body)).await?.0.as_u16())
    };
    for (answer, domain, status) in [("broken", "demo", 500), ("down", "demo", 503), ("polite", "elsewhere", 200)] {
        assert_eq!(post("login", json!({"answer": answer})).await?, 204);
        assert_eq!(login(&sandbox, domain, &good).await?.0.as_u16(), status, "{answer}");
    }
    assert_eq!(post("reset", json!({})).await?, 204);
    assert_eq!(login(&sandbox, "demo", &good).await?.0, StatusCode::OK);
    assert_eq!(post("expire", json!({"agent": "5001"})).await?, 204);
    assert_eq!(login(&sandbox, "demo", &good).await?.0, StatusCode::UNAUTHORIZED);
    assert_eq!(post("expire", json!({"agent": "9999"})).await?, 404);
    Ok(())
}

#[tokio::test]
async fn the_bootstrap_names_sockets_at_the_host_that_was_asked() -> Result<()> {
    let sandbox = company().await?;
    let token = token(KEY, &json!({"ipphone": "5001"}))?;
    let path = |domain: &str| format!("/sandbox/3c/api/login/check-partner?authToken={token}&domain={domain}");
    let (status, answer) = send(&sandbox, Method::GET, &path("demo"), None).await?;
    assert_eq!((status, &answer["code"], &answer["user"]["agent_id"]), (StatusCode::OK, &json!(200), &json!("5001")));
    assert_eq!(answer["account"]["agent_server_url"], "crm.example:3000/sandbox/3c/agent");
    let sip = answer["account"]["sip_socket"].as_str().context("an address")?;
    assert!(sip.starts_with("ws://crm.example:3000/sandbox/3c/sip?t="), "{sip}");
    assert_eq!(send(&sandbox, Method::GET, &path("elsewhere"), None).await?.1, json!({"code": 404}));
    Ok(())
}

#[tokio::test]
async fn a_phone_page_gets_a_customers_number_and_no_agents() -> Result<()> {
    let sandbox = company().await?;
    let line =
        async |number: &str| send(&sandbox, Method::GET, &format!("/sandbox/api/line?number={number}"), None).await;
    let (status, answer) = line("0909000222").await?;
    assert_eq!((status, &answer["uri"]), (StatusCode::OK, &json!("sip:0909000222@sandbox")));
    let socket = answer["socket"].as_str().context("an address")?;
    assert!(socket.starts_with("ws://crm.example:3000/sandbox/3c/sip?t="), "{socket}");
    assert_eq!(line("5001").await?.0, StatusCode::FORBIDDEN);
    assert_eq!(line("19001000").await?.0, StatusCode::FORBIDDEN);
    assert_eq!(line("sip:x").await?.0, StatusCode::BAD_REQUEST);
    Ok(())
}

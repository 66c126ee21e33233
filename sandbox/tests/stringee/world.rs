//! A company of one's own, and requests to it.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use sandbox::{Project, Settings};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tower::ServiceExt;

/// The company, and the token that opens its REST interface.
pub(crate) struct World {
    pub(crate) company: Router,
    pub(crate) token: String,
}

pub(crate) fn token(sid: &str, secret: &str, payload: &Value) -> Result<String> {
    let head = Header { cty: Some("stringee-api;v=1".to_owned()), ..Header::new(Algorithm::HS256) };
    let exp = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() + 60;
    let mut claims = json!({"jti": "1", "iss": sid, "exp": exp});
    for (name, value) in payload.as_object().context("an object")? {
        claims[name] = value.clone();
    }
    Ok(jsonwebtoken::encode(&head, &claims, &EncodingKey::from_secret(secret.as_bytes()))?)
}

impl World {
    pub(crate) async fn new() -> Result<Self> {
        Self::with(Project::demo()).await
    }

    pub(crate) async fn with(project: Project) -> Result<Self> {
        let token = token(&project.key_sid, &project.key_secret, &json!({"rest_api": true}))?;
        // The company stays open for as long as the process: the router alone would not keep it.
        let settings = Settings { project, ..Settings::demo() };
        let sandbox = Box::leak(Box::new(sandbox::start(settings).await?));
        Ok(Self { company: Router::new().nest("/sandbox", sandbox.router()), token })
    }

    pub(crate) async fn raw(
        &self,
        method: Method,
        path: &str,
        body: Body,
        token: &str,
    ) -> Result<(StatusCode, HeaderMap, Bytes)> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/sandbox/{path}"))
            .header(header::HOST, "crm.example:3000")
            .header(header::CONTENT_TYPE, "application/json")
            .header("X-STRINGEE-AUTH", token)
            .body(body)?;
        let answer = self.company.clone().oneshot(request).await?;
        let (head, body) = answer.into_parts();
        Ok((head.status, head.headers, axum::body::to_bytes(body, 20_000_000).await?))
    }

    pub(crate) async fn send(&self, method: Method, path: &str, body: Value) -> Result<Value> {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let (status, _, bytes) = self.raw(method, &format!("stringee/{path}"), body, &self.token).await?;
        anyhow::ensure!(status == StatusCode::OK, "{path}: {status} {}", String::from_utf8_lossy(&bytes));
        Ok(serde_json::from_slice(&bytes)?)
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Value> {
        self.send(Method::GET, path, Value::Null).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.send(Method::POST, path, body).await
    }

    pub(crate) async fn control(&self, path: &str, body: Value) -> Result<()> {
        let path = format!("api/stringee/{path}");
        let (status, _, bytes) = self.raw(Method::POST, &path, Body::from(body.to_string()), "").await?;
        anyhow::ensure!(status.is_success(), "{path}: {status} {}", String::from_utf8_lossy(&bytes));
        Ok(())
    }

    pub(crate) async fn state(&self) -> Result<Value> {
        let (_, _, bytes) = self.raw(Method::GET, "api/stringee/state", Body::empty(), "").await?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let found = async {
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), found).await.with_context(|| format!("not in time: {what}"))?
}

//! The door: who comes in, and from where. Every request passes it before a page or a use case sees it.

use crate::{Alo, limits};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::sign_in::Claims;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::net::SocketAddr;
use tower_sessions::Session;

/// The session's entry that says when it was last used, in UTC milliseconds.
const SEEN: &str = "seen";
/// Use within this time is not written down again.
const SEEN_EVERY_MS: i64 = 5 * 60 * 1000;

/// Refuses posts that another site's page sent: the browser says so itself, and a form cannot lie about it.
pub(crate) async fn same_site_only(State(alo): State<Alo>, request: Request, next: Next) -> Response {
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD);
    if harmless || ours(&alo, request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "cross-site request refused").into_response()
}

/// Whether a connection that is asked for comes from another site's page: browsers always say from where. Whoever says
/// nothing is no browser, and holds the cookie by other means than somebody's browser.
pub(crate) fn from_elsewhere(alo: &Alo, headers: &HeaderMap) -> bool {
    let says = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    says && !ours(alo, headers)
}

fn ours(alo: &Alo, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok()) {
        return site == "same-origin";
    }
    let Some(origin) = text(header::ORIGIN) else { return false };
    let host = origin.split_once("://").map(|(_, host)| host);
    origin == alo.config.public_url || (host.is_some() && host == text(header::HOST))
}

/// Finds out who asks and tells everything behind it; sends strangers to the sign-in page.
pub(crate) async fn identify(State(alo): State<Alo>, session: Session, mut request: Request, next: Next) -> Response {
    let me = match session.get::<Claims>(Claims::ENTRY).await {
        Ok(Some(claims)) => backend::sign_in::resume(&alo.backend, &claims).await.ok(),
        Ok(None) => None,
        Err(_) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let path = request.uri().path();
    match (&me, path) {
        (None, path) if page(&request) && path != "/sign-in" => return to_sign_in(&request),
        (Some(_), "/" | "/sign-in") if page(&request) => return Redirect::to("/customers").into_response(),
        _ => {}
    }
    if let Some(refused) = limits::too_much(&alo, me.as_ref(), &request) {
        return refused;
    }
    if let Some(me) = me {
        keep_awake(&alo, &session).await;
        request.extensions_mut().insert(me);
    }
    next.run(request).await
}

/// Whether a person would see the answer: not a server function, the live connection or the telephone's frame, which say
/// themselves that nobody is signed in.
fn page(request: &Request) -> bool {
    let within_a_page = ["/api/", "/softphone/", domain::live::ADDRESS];
    let path = request.uri().path();
    let is_within = path.ends_with("/recording") || within_a_page.iter().any(|start| path.starts_with(start));
    *request.method() == Method::GET && !is_within
}

fn to_sign_in(request: &Request) -> Response {
    match request.uri().path_and_query().map(axum::http::uri::PathAndQuery::as_str) {
        None | Some("/") => Redirect::to("/sign-in").into_response(),
        Some(wanted) => {
            let query = url_escaped(wanted);
            Redirect::to(&format!("/sign-in?next={query}")).into_response()
        }
    }
}

/// Text as the value of a query.
pub(crate) fn url_escaped(text: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(text, KEPT).to_string()
}

/// Idle sessions end; this one is in use. Written now and then only: it costs a row.
async fn keep_awake(alo: &Alo, session: &Session) {
    let now = alo.backend.now().0;
    let seen: i64 = session.get(SEEN).await.ok().flatten().unwrap_or_default();
    if now - seen > SEEN_EVERY_MS
        && let Err(error) = session.insert(SEEN, now).await
    {
        tracing::warn!(%error, "a session could not be kept awake");
    }
}

/// Where a request comes from: the peer, or what the reverse proxy in front of us says when we are told to believe it.
pub(crate) fn client_address(alo: &Alo, peer: ConnectInfo<SocketAddr>, headers: &HeaderMap) -> String {
    let forwarded = headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
    match forwarded.and_then(|list| list.rsplit(',').next()) {
        // The last entry is the one our own proxy wrote; those before it are anybody's claim.
        Some(nearest) if alo.config.trust_proxy => nearest.trim().to_owned(),
        _ => peer.0.ip().to_string(),
    }
}

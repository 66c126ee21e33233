//! The way of a request: assets, the door, server functions and pages; the sandbox stands outside the door.

use crate::pages::drawn_to_the_end;
use crate::{
    Alo, assets, centre_sounds, door, export, figures, imports, limits, line, live, log, recordings, sign_in, stringee,
    threec, webhooks,
};
use app::surroundings::CustomerPhone;
use app::{App, document};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state, map_request, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use domain::centre::SOUNDS_PATH;
use leptos::prelude::provide_context;
use leptos_axum::{
    LeptosRoutes, file_and_error_handler_with_context, generate_route_list, handle_server_fns_with_context,
};
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::RequestBodyTimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

/// The longest body of a request, in bytes.
const BODY_MAX: usize = 1024 * 1024;
/// Whoever sends nothing of their body for so long is let go.
const BODY_PAUSE: Duration = Duration::from_secs(20);

/// Every route of the product.
pub fn router(alo: &Alo) -> Router {
    let pages = generate_route_list(App);
    let (context, leptos) = (provide(alo), alo.leptos.clone());
    let shell = move || document(leptos.clone());
    let drawn = Router::new()
        .leptos_routes_with_context(alo, pages, context.clone(), shell)
        .fallback(file_and_error_handler_with_context::<Alo, _>(context, document))
        .layer(from_fn(drawn_to_the_end));
    let behind_the_door = Router::new()
        .route("/sign-in", post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/calls/export.csv", get(export::calls))
        .route("/customers/export/{kind}", get(export::customers))
        .route("/companies/export/{kind}", get(export::companies))
        .route("/deals/export/{kind}", get(export::deals))
        .route("/audit/export.csv", get(export::audit))
        .route("/customers/import/{id}/rejected.csv", get(imports::rejected))
        .route("/softphone/threec", get(threec::frame))
        .route("/telephone/stringee", get(stringee::frame))
        .route(domain::live::ADDRESS, get(live::connect))
        .route(domain::voice::LEAVE, post(line::leave))
        .route("/api/{*function}", post(server_function))
        .merge(drawn)
        .layer(from_fn_with_state(alo.clone(), door::identify))
        .layer(sessions(alo))
        .layer(from_fn_with_state(alo.clone(), limits::one_of_so_many))
        // A page is packed for one reader: what a stronger packing saves on the way, it costs before.
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest));
    let router = behind_the_door
        .merge(sounds(alo))
        .merge(assets::routes(&alo.config.site))
        .route("/health", get(health))
        .route("/ready", get(ready))
        .layer(from_fn_with_state(alo.clone(), door::same_site_only))
        .layer(RequestBodyLimitLayer::new(BODY_MAX))
        .merge(files(alo))
        .merge(webhooks::stringee::routes())
        .layer(map_response(guarded))
        .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE))
        .layer(from_fn_with_state(alo.clone(), figures::counted))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(log::of_request)
                .on_request(())
                .on_response(log::of_answer)
                .on_failure(()),
        )
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(map_request(log::own_id))
        .with_state(alo.clone());
    match &alo.sandbox {
        Some(sandbox) => router.nest("/sandbox", sandbox.router()),
        None => router,
    }
}

/// Sounds are neither compressed nor held back.
fn sounds(alo: &Alo) -> Router<Alo> {
    Router::new()
        .route("/calls/{id}/recording", get(recordings::play))
        .route(&format!("{SOUNDS_PATH}/{{id}}"), get(centre_sounds::play))
        .layer(from_fn_with_state(alo.clone(), door::identify))
        .layer(sessions(alo))
}

/// Whole files come in: each address takes as many bytes as its file may have.
fn files(alo: &Alo) -> Router<Alo> {
    Router::new()
        .route(SOUNDS_PATH, post(centre_sounds::keep))
        .route("/customers/import/upload", post(imports::upload))
        .layer(from_fn_with_state(alo.clone(), door::identify))
        .layer(sessions(alo))
        .layer(from_fn_with_state(alo.clone(), limits::one_of_so_many))
        .layer(from_fn_with_state(alo.clone(), door::same_site_only))
}

fn provide(alo: &Alo) -> impl Fn() + Clone + Send + Sync + 'static {
    let (backend, demonstration) = (alo.backend.clone(), alo.demonstration.clone());
    let customer_phone = alo.sandbox.as_ref().map(|_| CustomerPhone);
    move || {
        provide_context(backend.clone());
        if let Some(demonstration) = demonstration.clone() {
            provide_context(demonstration);
        }
        if let Some(customer_phone) = customer_phone {
            provide_context(customer_phone);
        }
    }
}

async fn server_function(State(alo): State<Alo>, request: Request<Body>) -> Response {
    handle_server_fns_with_context(provide(&alo), request).await.into_response()
}

fn sessions(alo: &Alo) -> SessionManagerLayer<backend::sessions::Store> {
    let idle = i64::try_from(alo.config.session_idle.as_secs()).unwrap_or(i64::MAX);
    SessionManagerLayer::new(backend::sessions::Store::new(&alo.backend))
        .with_name("alo_session")
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(alo.config.secure_cookies())
        .with_expiry(Expiry::OnInactivity(tower_sessions::cookie::time::Duration::seconds(idle)))
}

/// Whether the process lives: whoever started it starts it again when it does not.
async fn health() -> &'static str {
    "ok"
}

/// Whether somebody should be sent here: not when the database does not answer, and not when the process is about to stop.
async fn ready(State(alo): State<Alo>) -> Response {
    if alo.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, Extension(log::Meant), "about to stop").into_response();
    }
    match alo.backend.ping().await {
        Ok(()) => "ok".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response(),
    }
}

/// What every answer says to the browser. Pages add their own content policy with its nonce.
async fn guarded(mut response: Response) -> Response {
    const ALWAYS: [(HeaderName, &str); 4] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(self)"),
    ];
    for (name, value) in ALWAYS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
        .headers_mut()
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    response
}

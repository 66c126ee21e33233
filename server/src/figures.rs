//! Figures for Prometheus: what is asked, how long it takes, what is refused, how the process does. They are told at an
//! address of their own (`ALO_METRICS_ADDR`), which no member and no stranger reaches.

use crate::Alo;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;
use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// Where the boxes of durations end, in seconds.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// How often what nobody asks for is tidied up.
const TIDY_EVERY: Duration = Duration::from_secs(5);

/// Begins to count, once a process; what was counted is told by the handle.
///
/// # Errors
/// When something else counts already.
pub fn begin() -> Result<PrometheusHandle, BuildError> {
    let boxes = Matcher::Suffix("_seconds".to_owned());
    let handle = PrometheusBuilder::new().set_buckets_for_metric(boxes, &SECONDS)?.install_recorder()?;
    Collector::default().describe();
    describe_counter!("alo_requests_total", "Requests answered, by route, method and status");
    describe_histogram!("alo_request_seconds", "From a request to the head of its answer, by route");
    describe_gauge!("alo_requests_now", "Requests that are worked on");
    describe_counter!("alo_refused_total", "Requests that were told to come again, and why");
    describe_gauge!("alo_live_connections", "Open pages that are told of changes");
    describe_counter!("alo_call_facts_total", "Facts of calls kept for good");
    describe_gauge!("alo_database_connections", "Connections to the database, by what they do");
    describe_gauge!("alo_connections", "Connections of browsers and proxies");
    describe_gauge!("alo_turns", "1 where this server does the work of this name for all");
    gauge!("alo_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(handle)
}

/// Tells the figures to whoever asks at this address, for as long as the process lives.
///
/// # Errors
/// The address is taken.
pub async fn tell(at: SocketAddr, figures: PrometheusHandle, alo: Alo) -> std::io::Result<()> {
    let listener = TcpListener::bind(at).await?;
    tracing::info!("figures for Prometheus: http://{at}/metrics");
    let tidied = figures.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(TIDY_EVERY).await;
            tidied.run_upkeep();
        }
    });
    let process = Collector::default();
    let now = move || {
        process.collect();
        let (open, idle) = alo.backend.connections();
        gauge!("alo_database_connections", "state" => "idle").set(count(idle));
        gauge!("alo_database_connections", "state" => "open").set(f64::from(open));
        gauge!("alo_connections").set(count(alo.connections.connection_count()));
        std::future::ready(figures.render())
    };
    tokio::spawn(axum::serve(listener, Router::new().route("/metrics", get(now))).into_future());
    Ok(())
}

/// Counts a request.
pub(crate) async fn counted(State(_): State<Alo>, request: Request, next: Next) -> Response {
    let route = route(&request);
    let method = request.method().as_str().to_owned();
    let begun = Instant::now();
    let _here = Here::now();
    let answer = next.run(request).await;
    let status = answer.status().as_str().to_owned();
    counter!("alo_requests_total", "route" => route.clone(), "method" => method, "status" => status).increment(1);
    histogram!("alo_request_seconds", "route" => route).record(begun.elapsed());
    answer
}

/// The route, not the address: there are as many addresses as customers.
fn route(request: &Request) -> String {
    let path = request.uri().path();
    match request.extensions().get::<MatchedPath>().map(MatchedPath::as_str) {
        Some(route) if route.starts_with("/api/") && functions().contains(path) => path.to_owned(),
        Some(route) => route.to_owned(),
        None => "other".to_owned(),
    }
}

/// Every server function there is.
fn functions() -> &'static HashSet<&'static str> {
    static FUNCTIONS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    FUNCTIONS.get_or_init(|| leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect())
}

/// A request that is worked on, until it is not.
struct Here;

impl Here {
    fn now() -> Self {
        gauge!("alo_requests_now").increment(1.0);
        Self
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        gauge!("alo_requests_now").decrement(1.0);
    }
}

/// As Prometheus counts.
#[allow(clippy::cast_precision_loss, reason = "nothing here is counted beyond 2^52")]
fn count(number: usize) -> f64 {
    number as f64
}

//! What is too much is answered, not suffered: whoever comes too many is told when to come again. Calls are not among
//! them: a call that rings is never made to wait behind somebody's list.

use crate::config::Limits;
use crate::{Alo, door, log};
use axum::Json;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::problem::Problem;
use domain::staff::Me;
use futures_util::StreamExt;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// What is said of calls, and what a telephone needs: always taken.
const CALLS: [&str; 10] = [
    domain::live::ADDRESS,
    domain::voice::LEAVE,
    "/api/calls/pop",
    "/api/calls/report",
    "/api/calls/hand-in-note",
    "/api/calls/dial-check",
    "/api/telephone/beat",
    "/api/telephone/ticket",
    "/api/telephone/pass-on",
    "/api/wrap-up/save",
];
/// What reads or writes many rows.
const HEAVY: [&str; 4] = ["/dashboard", "/api/dashboard/figures", "/customers/import/upload", "/api/deals/forecast"];

/// So many wait for each one that is worked on; who comes then is sent away at once.
const LINE: usize = 8;
/// Taken at once of what one member may ask in a second.
const BURST: u32 = 10;
/// How often members who ask no more are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60);

/// Who is served now, and how much each has asked for.
#[derive(Clone)]
pub struct Load {
    pages: Lane,
    heavy: Lane,
    asked: Option<Arc<DefaultKeyedRateLimiter<String>>>,
}

impl Load {
    /// Nobody there yet.
    pub(crate) fn new(limits: &Limits) -> Self {
        let quota = NonZeroU32::new(limits.per_member).map(|each| {
            let burst = each.saturating_mul(NonZeroU32::MIN.saturating_add(BURST - 1));
            Quota::per_second(each).allow_burst(burst)
        });
        let asked = quota.map(|quota| Arc::new(RateLimiter::keyed(quota)));
        if let Some(asked) = &asked {
            drop(tokio::spawn(forget(Arc::downgrade(asked))));
        }
        Self {
            pages: Lane::new("pages", limits.pages, Duration::from_secs(3)),
            heavy: Lane::new("heavy", limits.heavy, Duration::from_secs(10)),
            asked,
        }
    }

    fn lane(&self, path: &str) -> Option<&Lane> {
        if CALLS.contains(&path) {
            return None;
        }
        let is_heavy = HEAVY.contains(&path) || path.contains("/export");
        Some(if is_heavy { &self.heavy } else { &self.pages })
    }
}

/// Members who asked nothing for a while need not be remembered.
async fn forget(asked: std::sync::Weak<DefaultKeyedRateLimiter<String>>) {
    loop {
        tokio::time::sleep(FORGET_EVERY).await;
        let Some(asked) = asked.upgrade() else { return };
        asked.retain_recent();
    }
}

/// So many at a time, and a line that does not grow for ever.
#[derive(Clone)]
struct Lane {
    name: &'static str,
    places: Arc<Semaphore>,
    line: Arc<Semaphore>,
    patience: Duration,
}

impl Lane {
    fn new(name: &'static str, places: usize, patience: Duration) -> Self {
        let line = Arc::new(Semaphore::new(places * LINE));
        Self { name, places: Arc::new(Semaphore::new(places)), line, patience }
    }

    /// A place, at once or after a while; `None` when it would take too long.
    async fn place(&self) -> Option<OwnedSemaphorePermit> {
        if let Ok(place) = self.places.clone().try_acquire_owned() {
            return Some(place);
        }
        let _in_line = self.line.try_acquire().ok()?;
        timeout(self.patience, self.places.clone().acquire_owned()).await.ok()?.ok()
    }
}

/// Gives a request its place; before anything is asked of the database for it.
pub(crate) async fn one_of_so_many(State(alo): State<Alo>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let Some(lane) = alo.load.lane(&path) else { return next.run(request).await };
    let Some(place) = lane.place().await else {
        metrics::counter!("alo_refused_total", "why" => lane.name).increment(1);
        return refused(&path, StatusCode::SERVICE_UNAVAILABLE, &Problem::Unavailable, lane.patience);
    };
    let answer = next.run(request).await;
    if lane.name == "heavy" { kept_to_the_end(answer, place) } else { answer }
}

/// A file is being made for as long as it is being read.
fn kept_to_the_end(answer: Response, place: OwnedSemaphorePermit) -> Response {
    let (head, body) = answer.into_parts();
    let body = body.into_data_stream().inspect(move |_| _ = &place);
    Response::from_parts(head, Body::from_stream(body))
}

/// Whether somebody has asked too much lately: the answer that says so.
pub(crate) fn too_much(alo: &Alo, me: Option<&Me>, request: &Request) -> Option<Response> {
    let path = request.uri().path();
    let asked = alo.load.asked.as_ref().filter(|_| !CALLS.contains(&path))?;
    let address = || {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        peer.map(|peer| door::client_address(alo, *peer, request.headers())).unwrap_or_default()
    };
    let whoever = me.map_or_else(address, |me| me.id.to_string());
    let early = asked.check_key(&whoever).err()?;
    let wait = early.wait_time_from(DefaultClock::default().now());
    metrics::counter!("alo_refused_total", "why" => "too many").increment(1);
    let problem = Problem::Throttled { seconds: seconds(wait) };
    Some(refused(path, StatusCode::TOO_MANY_REQUESTS, &problem, wait))
}

fn seconds(wait: Duration) -> u32 {
    u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1)
}

/// When to come again, in the words of whoever asked: a page's, or a server function's.
pub(crate) fn refused(path: &str, status: StatusCode, problem: &Problem, wait: Duration) -> Response {
    let seconds = seconds(wait);
    let mut answer = if path.starts_with("/api/") {
        (status, Json(problem)).into_response()
    } else {
        (status, Html(busy(seconds))).into_response()
    };
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Counted among the figures; a line for each would be one more thing to do when there is too much to do.
    answer.extensions_mut().insert(log::Meant);
    answer
}

/// A page that nothing had to be asked for; it comes again by itself.
fn busy(seconds: u32) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Alo</title>\
         <meta http-equiv=\"refresh\" content=\"{seconds}\"></head><body><h1>Hệ thống đang bận</h1>\
         <p>Trang sẽ tự tải lại sau {seconds} giây.</p><p lang=\"en\">Alo is busy. This page tries again in {seconds} s.</p>\
         </body></html>"
    )
}

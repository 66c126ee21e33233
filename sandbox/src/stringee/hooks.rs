//! Calling the customer's server: questions that calls wait for, and events that nobody waits for. Events of one call go
//! out one after the other, as real ones do; the panel can let them get lost, come twice, late, or in another order.

use super::centre::words::{Failure, Question};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, Mac};
use reqwest::{Client, RequestBuilder, Url};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha1::Sha1;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// What carries the signature.
const SIGNATURE: &str = "X-STRINGEE-SIGNATURE";
/// How long an event's delivery may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// Deliveries of one event at most.
const ATTEMPTS: u32 = 3;
/// Between two deliveries of the same event.
const AGAIN: Duration = Duration::from_secs(2);
/// Deliveries that the panel shows.
const SHOWN: usize = 50;
/// The largest answer that is read.
const LARGEST: usize = 1_000_000;

/// What happens to deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mishap {
    /// They never arrive.
    Lose,
    /// They arrive twice.
    Repeat,
    /// They arrive after the next one of the call.
    Reorder,
    /// They arrive late.
    Delay,
    /// Their signature is wrong.
    Forge,
}

/// Mishaps to come.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Forecast {
    what: Mishap,
    /// Only deliveries whose address ends so (`events`, `agents` ...), or events of this `call_status`.
    only: Option<String>,
    #[serde(default = "once")]
    times: u32,
    /// How late.
    #[serde(default)]
    ms: u64,
}

fn once() -> u32 {
    1
}

/// One delivery, for the panel.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Delivery {
    /// The last part of the address.
    hook: String,
    /// `call_status` of an event.
    what: String,
    call: String,
    /// The status of the answer; 0 for none.
    status: u16,
    ms: u128,
    attempt: u32,
    /// How often the same came of it, one after the other: a queue is asked about every two seconds.
    times: u32,
}

/// An event on its way.
#[derive(Clone, Debug)]
struct Post {
    url: String,
    body: Value,
}

/// The way to the customer's server; clones share it.
#[derive(Clone)]
pub(super) struct Hooks(Arc<Shared>);

struct Shared {
    client: Client,
    signing_key: String,
    /// Events of calls on their way.
    lanes: Mutex<HashMap<String, mpsc::UnboundedSender<Post>>>,
    forecasts: Mutex<Vec<Forecast>>,
    deliveries: Mutex<VecDeque<Delivery>>,
    stop: CancellationToken,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Hooks {
    /// A way out that signs with a key; an empty key signs nothing. Fails without a client.
    pub(super) fn new(signing_key: &str, stop: &CancellationToken) -> anyhow::Result<Self> {
        // whoever was first has chosen
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let no_redirect = reqwest::redirect::Policy::none();
        Ok(Self(Arc::new(Shared {
            client: Client::builder().redirect(no_redirect).user_agent("Stringee").build()?,
            signing_key: signing_key.to_owned(),
            lanes: Mutex::default(),
            forecasts: Mutex::default(),
            deliveries: Mutex::default(),
            stop: stop.clone(),
        })))
    }

    /// Sets what happens to deliveries.
    pub(super) fn forecast(&self, forecast: Forecast) {
        lock(&self.0.forecasts).push(forecast);
    }

    /// Nothing happens to them any more.
    pub(super) fn reset(&self) {
        lock(&self.0.forecasts).clear();
        lock(&self.0.deliveries).clear();
    }

    /// The last deliveries, latest first.
    pub(super) fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.0.deliveries).iter().cloned().collect()
    }

    /// The mishap that meets a delivery, if any.
    fn mishap(&self, url: &str, what: &str) -> Option<Forecast> {
        let mut forecasts = lock(&self.0.forecasts);
        let concerned = |forecast: &Forecast| {
            forecast.only.as_ref().is_none_or(|only| url.ends_with(&format!("/{only}")) || only == what)
        };
        let found = forecasts.iter_mut().find(|forecast| forecast.times > 0 && concerned(forecast))?;
        found.times -= 1;
        Some(found.clone())
    }

    /// Asks something, for as long as `patience`.
    pub(super) async fn ask(&self, url: &str, question: &Question, patience: Duration) -> Result<String, Failure> {
        let began = Instant::now();
        let mishap = self.mishap(url, "");
        if mishap.as_ref().is_some_and(|met| met.what == Mishap::Lose) {
            tokio::time::sleep(patience).await;
            self.delivered(url, "", "", 0, began, 1);
            return Err(Failure::TimedOut);
        }
        if let Some(late) = mishap.as_ref().filter(|met| met.what == Mishap::Delay) {
            tokio::time::sleep(Duration::from_millis(late.ms)).await;
        }
        let forged = mishap.is_some_and(|met| met.what == Mishap::Forge);
        let call = match question {
            Question::Get(query) => query.iter().find(|(name, _)| *name == "callId").map(|(_, id)| id.clone()),
            Question::Post(body) => body["calls"][0]["callId"].as_str().map(str::to_owned),
        };
        let left = patience.saturating_sub(began.elapsed());
        let answer = tokio::time::timeout(left, self.send(url, question, forged)).await;
        let answer = answer.unwrap_or(Err(Failure::TimedOut));
        let status = match &answer {
            Ok(_) => 200,
            Err(Failure::Status(status)) => *status,
            Err(_) => 0,
        };
        self.delivered(url, "", &call.unwrap_or_default(), status, began, 1);
        answer
    }

    async fn send(&self, url: &str, question: &Question, forged: bool) -> Result<String, Failure> {
        let mut url = Url::parse(url).map_err(|_| Failure::Unreachable)?;
        let request = match question {
            Question::Get(query) => {
                let pairs: Vec<String> =
                    query.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
                let before = url.query().map(|query| format!("{query}&")).unwrap_or_default();
                url.set_query(Some(&format!("{before}{}", pairs.join("&"))));
                let signed = match url.query() {
                    Some(query) => format!("{}?{query}", url.path()),
                    None => url.path().to_owned(),
                };
                self.signed(self.0.client.get(url), signed.as_bytes(), forged)
            }
            Question::Post(body) => {
                let body = body.to_string();
                let request = self.signed(self.0.client.post(url), body.as_bytes(), forged);
                request.header("content-type", "application/json").body(body)
            }
        };
        let answer = request.send().await.map_err(|_| Failure::Unreachable)?;
        if answer.status() != reqwest::StatusCode::OK {
            return Err(Failure::Status(answer.status().as_u16()));
        }
        read(answer).await
    }

    fn signed(&self, request: RequestBuilder, data: &[u8], forged: bool) -> RequestBuilder {
        match signature(&self.0.signing_key, data) {
            None => request,
            Some(_) if forged => request.header(SIGNATURE, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            Some(signature) => request.header(SIGNATURE, signature),
        }
    }

    /// Tells something, after everything told of the same call before; recordings go their own way, beside the rest.
    pub(super) fn post(&self, url: String, body: Value) {
        let kind = if body["call_status"].is_null() { "recording" } else { "call" };
        let call = format!("{kind} {}", body["call_id"].as_str().unwrap_or_default());
        let mut lanes = lock(&self.0.lanes);
        let post = Post { url, body };
        let lane = lanes.entry(call.clone()).or_insert_with(|| self.open_lane(call));
        lane.send(post).ok();
    }

    fn open_lane(&self, call: String) -> mpsc::UnboundedSender<Post> {
        let (lane, mut posts) = mpsc::unbounded_channel::<Post>();
        let (hooks, stop) = (self.clone(), self.0.stop.clone());
        let work = async move {
            let mut overtaken = None;
            loop {
                match tokio::time::timeout(AGAIN, posts.recv()).await {
                    Ok(Some(post)) => hooks.carry(post, &mut overtaken).await,
                    _ if hooks.close_lane(&call, &posts) => break,
                    _ => {}
                }
            }
            if let Some(post) = overtaken {
                hooks.deliver(post, false).await;
            }
        };
        tokio::spawn(async move { stop.run_until_cancelled(work).await });
        lane
    }

    /// Nothing came for a while; false when something has come just now.
    fn close_lane(&self, call: &str, posts: &mpsc::UnboundedReceiver<Post>) -> bool {
        let mut lanes = lock(&self.0.lanes);
        let idle = posts.is_empty();
        if idle {
            lanes.remove(call);
        }
        idle
    }

    /// Delivers an event, unless something happens to it.
    async fn carry(&self, post: Post, overtaken: &mut Option<Post>) {
        let what = post.body["call_status"].as_str().unwrap_or("recording").to_owned();
        match self.mishap(&post.url, &what).map(|met| (met.what, met.ms)) {
            Some((Mishap::Lose, _)) => {}
            Some((Mishap::Reorder, _)) if overtaken.is_none() => {
                *overtaken = Some(post);
                return;
            }
            Some((Mishap::Repeat, _)) => {
                self.deliver(post.clone(), false).await;
                self.deliver(post, false).await;
            }
            Some((Mishap::Delay, ms)) => {
                tokio::time::sleep(Duration::from_millis(ms)).await;
                self.deliver(post, false).await;
            }
            Some((Mishap::Forge, _)) => self.deliver(post, true).await,
            Some((Mishap::Reorder, _)) | None => self.deliver(post, false).await,
        }
        if let Some(post) = overtaken.take() {
            self.deliver(post, false).await;
        }
    }

    /// Delivers an event; one that nobody took in time comes again later.
    async fn deliver(&self, post: Post, forged: bool) {
        if self.attempt(&post, forged, 1).await {
            return;
        }
        let (hooks, stop) = (self.clone(), self.0.stop.clone());
        let later = async move {
            for attempt in 2..=ATTEMPTS {
                tokio::time::sleep(AGAIN).await;
                if hooks.attempt(&post, false, attempt).await {
                    return;
                }
            }
        };
        tokio::spawn(async move { stop.run_until_cancelled(later).await });
    }

    /// Tries to deliver an event; false when nobody took it in time.
    async fn attempt(&self, post: &Post, forged: bool, attempt: u32) -> bool {
        let began = Instant::now();
        let question = Question::Post(post.body.clone());
        let answer = tokio::time::timeout(PATIENCE, self.send(&post.url, &question, forged)).await;
        let status = match answer {
            Ok(Ok(_)) => 200,
            Ok(Err(Failure::Status(status))) => status,
            _ => 0,
        };
        let text = |name: &str| post.body[name].as_str().unwrap_or_default();
        let what = if text("call_status").is_empty() { "recording" } else { text("call_status") };
        self.delivered(&post.url, what, text("call_id"), status, began, attempt);
        status != 0
    }

    fn delivered(&self, url: &str, what: &str, call: &str, status: u16, began: Instant, attempt: u32) {
        let hook = url.rsplit('/').next().unwrap_or_default().to_owned();
        let ms = began.elapsed().as_millis();
        let (what, call) = (what.to_owned(), call.to_owned());
        let mut deliveries = lock(&self.0.deliveries);
        let again = |last: &&mut Delivery| {
            (&last.hook, &last.what, &last.call, last.status, last.attempt) == (&hook, &what, &call, status, attempt)
        };
        if let Some(last) = deliveries.front_mut().filter(again) {
            last.ms = ms;
            last.times += 1;
            return;
        }
        deliveries.push_front(Delivery { hook, what, call, status, ms, attempt, times: 1 });
        deliveries.truncate(SHOWN);
    }
}

/// The body of an answer that is not too large.
async fn read(mut answer: reqwest::Response) -> Result<String, Failure> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| Failure::Unreachable)? {
        body.extend_from_slice(&chunk);
        if body.len() > LARGEST {
            return Err(Failure::Unreachable);
        }
    }
    String::from_utf8(body).map_err(|_| Failure::Unreachable)
}

/// The base64 of HMAC-SHA1; nothing without a key.
fn signature(key: &str, data: &[u8]) -> Option<String> {
    if key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha1>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(data);
    Some(BASE64_STANDARD.encode(mac.finalize().into_bytes()))
}

/// A value as a query has it; a space is `%20`.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let each = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_one_of_the_documents() {
        // RFC 2202, the second case
        let signed = signature("Jefe", b"what do ya want for nothing?").expect("a signature");
        assert_eq!(signed, "7/zfauXrL6LSdBbV8YTfnCWafHk=");
        assert_eq!(signature("", b"x"), None);
    }

    #[test]
    fn a_query_says_every_letter() {
        assert_eq!(escaped("Lê Hà & +84"), "L%C3%AA%20H%C3%A0%20%26%20%2B84");
    }
}

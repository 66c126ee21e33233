//! Recordings at Stringee: told of before they are there, fetched through our server, and copied before they are forgotten.

use crate::stories;
use crate::stringee::events::{CALL, WHOLE, log, post, set_up, tell};
use crate::stringee::{account, part};
use crate::world::World;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use backend::recordings::{self, Sound};
use backend::stringee;
use domain::access::Actor;
use domain::calls::RecordingState;
use domain::ids::CallId;
use domain::problem::Problem;
use domain::stringee::{AccountForm, Hook};
use domain::times::{HOUR, SECOND};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Two hundred thousand bytes, each its own place: more than two pieces of a copy.
fn bytes() -> Vec<u8> {
    (0..200_000_u32).map(|at| (at % 251) as u8).collect()
}

/// A service for calls whose recording is not there at first, and some day no longer.
#[derive(Clone, Default)]
struct Calls {
    is_there: Arc<AtomicBool>,
    asked: Arc<AtomicU32>,
}

async fn recording(State(calls): State<Calls>, Path(call): Path<String>, headers: HeaderMap) -> Response {
    calls.asked.fetch_add(1, Ordering::Relaxed);
    let token = headers.get("x-stringee-auth").and_then(|token| token.to_str().ok()).unwrap_or_default();
    if part(token, 1)["rest_api"] != json!(true) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    if call != CALL || !calls.is_there.load(Ordering::Relaxed) {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(header::CONTENT_TYPE, "audio/mpeg")], bytes()).into_response()
}

/// A recorded call of Lan's, and the service that has it.
async fn recorded(w: &World, keep_recordings: bool) -> (Calls, CallId) {
    let path = set_up(w).await;
    let calls = Calls::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let call_api = format!("http://{}/api", listener.local_addr().unwrap());
    let app = Router::new().route("/api/v1/call/recording/{call}", get(recording)).with_state(calls.clone());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let form = AccountForm { call_api, keep_recordings, signed: Vec::new(), ..account() };
    stringee::save(&w.b, &w.admin, &form).await.unwrap();
    tell(w, &path, &WHOLE).await;
    let told = json!({"call_id": CALL, "recording_url": "https://elsewhere.example/x.mp3"}).to_string();
    assert_eq!(post(w, &path, Hook::Recordings, None, &told).await.status, 200);
    (calls, log(w, &w.lan).await[0].id.clone())
}

async fn all(mut sound: Sound) -> Vec<u8> {
    let mut heard = Vec::new();
    while let Some(piece) = sound.next().await {
        heard.extend_from_slice(&piece.unwrap());
    }
    heard
}

async fn play(w: &World, who: &Actor, call: &CallId, range: Option<&str>) -> Result<Sound, Problem> {
    recordings::open(&w.b, who, call, range, "one").await
}

stories! {
    async fn it_is_asked_for_until_it_is_there(w: World) {
        let (calls, call) = recorded(&w, false).await;
        let state = async || recordings::state(&w.b, &w.lan, &call).await.unwrap();
        assert_eq!(state().await, RecordingState::Awaited);
        recordings::poll(&w.b).await.unwrap();
        recordings::poll(&w.b).await.unwrap();
        assert_eq!(calls.asked.load(Ordering::Relaxed), 1, "not again at once");
        calls.is_there.store(true, Ordering::Relaxed);
        w.pass(6 * SECOND);
        recordings::poll(&w.b).await.unwrap();
        assert_eq!(state().await, RecordingState::Ready);
        let part = play(&w, &w.lan, &call, Some("bytes=1000-1999")).await.unwrap();
        assert_eq!((part.length, part.range.as_deref()), (Some(1_000), Some("bytes 1000-1999/200000")));
        assert_eq!(all(part).await, &bytes()[1_000..2_000]);
        assert_eq!(play(&w, &w.minh, &call, None).await.unwrap_err(), Problem::Forbidden);
        assert_eq!(recordings::state(&w.b, &w.other_manager, &call).await, Err(Problem::Forbidden));
        let plays = backend::audit::about(&w.b, &w.admin, &format!("call:{call}")).await.unwrap();
        assert_eq!(plays.iter().filter(|entry| entry.action == "recording.played").count(), 1);
    }

    async fn our_own_copy_outlives_the_providers(w: World) {
        let (calls, call) = recorded(&w, true).await;
        calls.is_there.store(true, Ordering::Relaxed);
        recordings::poll(&w.b).await.unwrap();
        calls.is_there.store(false, Ordering::Relaxed);
        let whole = play(&w, &w.lan, &call, None).await.unwrap();
        assert_eq!((whole.content_type, whole.length, whole.range.clone()), ("audio/mpeg", Some(200_000), None));
        assert_eq!(all(whole).await, bytes());
        let part = play(&w, &w.lan, &call, Some("bytes=98000-98999")).await.unwrap();
        assert_eq!((part.length, part.range.as_deref()), (Some(1_000), Some("bytes 98000-98999/200000")));
        assert_eq!(all(part).await, &bytes()[98_000..99_000], "across two pieces");
        assert_eq!(calls.asked.load(Ordering::Relaxed), 1);
    }

    async fn what_never_comes_is_given_up_one_day(w: World) {
        let (calls, call) = recorded(&w, false).await;
        for _ in 0..=100 {
            recordings::poll(&w.b).await.unwrap();
            w.pass(HOUR);
        }
        let asked = calls.asked.load(Ordering::Relaxed);
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Failed));
        recordings::poll(&w.b).await.unwrap();
        assert_eq!(calls.asked.load(Ordering::Relaxed), asked, "nobody asks any more");
    }
}

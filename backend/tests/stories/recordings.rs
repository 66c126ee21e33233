//! Listening to calls: who may, what is fetched, what is refused, and what is written down.

use crate::archive::Archive;
use crate::history::{line, read, recorded, set_up};
use crate::stories;
use crate::world::World;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use backend::recordings::{self, Sound};
use backend::{audit, calls};
use domain::access::Actor;
use domain::calls::{Fact, RecordingState, Reported, What};
use domain::ids::{CallId, FactId, SourceId};
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;
use domain::times::{HOUR, MINUTE, SECOND};
use serde_json::json;

/// A sound of a thousand bytes, each its own place.
fn bytes() -> Vec<u8> {
    (0..1_000_u32).map(|at| (at % 251) as u8).collect()
}

/// What lies beside the history.
pub(crate) fn sounds() -> Router {
    Router::new().route("/{name}", get(sound))
}

async fn sound(Path(name): Path<String>, headers: HeaderMap) -> Response {
    if !headers.contains_key(header::AUTHORIZATION) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let kind = |kind: &'static str| [(header::CONTENT_TYPE, kind)];
    match name.as_str() {
        "parts.wav" => parts(&headers),
        "whole.wav" => (kind("audio/x-wav"), bytes()).into_response(),
        "page.wav" => (kind("text/html"), "<script>").into_response(),
        "near" => Redirect::temporary("/r/parts.wav").into_response(),
        "round" => Redirect::temporary("/r/round").into_response(),
        "inside" => Redirect::temporary("https://169.254.169.254/latest/meta-data/").into_response(),
        "plain" => Redirect::temporary("http://files.example/1.wav").into_response(),
        "broken" => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn parts(headers: &HeaderMap) -> Response {
    let kind = [(header::CONTENT_TYPE, "audio/wav")];
    let Some(range) = headers.get(header::RANGE) else { return (kind, bytes()).into_response() };
    let (from, to) = range.to_str().unwrap().strip_prefix("bytes=").unwrap().split_once('-').unwrap();
    let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap_or(999));
    let range = [(header::CONTENT_RANGE, format!("bytes {from}-{to}/1000"))];
    (StatusCode::PARTIAL_CONTENT, kind, range, bytes()[from..=to].to_vec()).into_response()
}

async fn all(mut sound: Sound) -> Vec<u8> {
    let mut heard = Vec::new();
    while let Some(piece) = sound.next().await {
        heard.extend_from_slice(&piece.unwrap());
    }
    heard
}

async fn open(w: &World, who: &Actor, call: &CallId, range: Option<&str>) -> Result<Sound, Problem> {
    recordings::open(&w.b, who, call, range, "one").await
}

async fn plays(w: &World, call: &CallId) -> usize {
    audit::about(&w.b, &w.admin, &format!("call:{call}")).await.unwrap().len()
}

fn at(archive: &Archive, name: &str) -> String {
    format!("{}/r/{name}", archive.address)
}

stories! {
    async fn who_sees_the_call_hears_it_whole_and_in_parts(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, &at(&archive, "parts.wav")).await;
        let whole = open(&w, &w.lan, &call, None).await.unwrap();
        assert_eq!((whole.content_type, whole.length, whole.range.clone()), ("audio/wav", Some(1_000), None));
        assert_eq!(all(whole).await, bytes());
        let part = open(&w, &w.admin, &call, Some("bytes=100-")).await.unwrap();
        assert_eq!((part.length, part.range.as_deref()), (Some(900), Some("bytes 100-999/1000")));
        assert_eq!(all(part).await, &bytes()[100..]);
        assert_eq!(open(&w, &w.minh, &call, None).await.unwrap_err(), Problem::Forbidden);
        assert_eq!(recordings::state(&w.b, &w.minh, &call).await, Err(Problem::Forbidden));
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Ready));
    }

    async fn a_service_that_knows_no_parts_is_cut_here(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, "/r/whole.wav").await;
        let part = open(&w, &w.lan, &call, Some("bytes=900-949")).await.unwrap();
        assert_eq!((part.length, part.range.as_deref()), (Some(50), Some("bytes 900-949/1000")));
        assert_eq!(all(part).await, &bytes()[900..950]);
    }

    async fn each_listening_is_written_down_once(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, &at(&archive, "parts.wav")).await;
        for range in [None, Some("bytes=10-"), Some("bytes=500-600")] {
            open(&w, &w.lan, &call, range).await.unwrap();
        }
        assert_eq!(plays(&w, &call).await, 1, "its parts are one listening");
        recordings::open(&w.b, &w.lan, &call, Some("bytes=5-"), "two").await.unwrap();
        open(&w, &w.admin, &call, None).await.unwrap();
        assert_eq!(plays(&w, &call).await, 3);
        w.pass(7 * HOUR);
        open(&w, &w.lan, &call, None).await.unwrap();
        let told = audit::about(&w.b, &w.admin, &format!("call:{call}")).await.unwrap();
        assert_eq!(told.len(), 4);
        assert!(told.iter().all(|entry| entry.action == "recording.played"));
        let printed = format!("{told:?} {:?}", calls::story(&w.b, &w.lan, &call).await.unwrap());
        assert!(!printed.contains("parts.wav"), "the address stays here: {printed}");
    }

    async fn an_address_that_leads_elsewhere_is_refused(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, "/r/near").await;
        assert_eq!(all(open(&w, &w.lan, &call, None).await.unwrap()).await, bytes(), "a redirection at the service itself");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let neighbour = format!("http://{}/1.wav", listener.local_addr().unwrap());
        let mut inside = vec![neighbour, at(&archive, "inside"), at(&archive, "plain"), at(&archive, "round"), at(&archive, "page.wav")];
        let addresses = "http://169.254.169.254/1.wav https://127.0.0.1/1.wav https://[::1]/1.wav https://localhost/1.wav \
                         https://2130706433/1.wav file:///etc/passwd";
        inside.extend(addresses.split_whitespace().map(str::to_owned));
        for (hold, address) in (1..).zip(inside) {
            archive.has(&[line(&w, "P", 6 * MINUTE, &json!({"path": address, "hold_time": format!("00:00:{hold:02}")}))]);
            read(&w).await;
            w.pass(-6 * MINUTE);
            let refused = open(&w, &w.lan, &call, None).await;
            assert!(matches!(refused, Err(Problem::Telephone(_))), "{address}: {refused:?}");
            assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Failed), "{address}");
        }
        assert_eq!(plays(&w, &call).await, 1, "nothing was heard");
        let nobody = tokio::time::timeout(std::time::Duration::from_millis(50), listener.accept()).await;
        assert!(nobody.is_err(), "nobody called at the neighbour's");
    }

    async fn an_address_that_ran_out_is_asked_for_again(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, &at(&archive, "old.wav")).await;
        archive.has(&[line(&w, "P", 6 * MINUTE, &json!({"path": at(&archive, "parts.wav")}))]);
        assert_eq!(all(open(&w, &w.lan, &call, None).await.unwrap()).await, bytes());
        archive.has(&[]);
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Ready));
    }

    async fn a_failure_is_said_and_can_be_tried_again(w: World) {
        let archive = set_up(&w).await;
        let call = recorded(&w, &archive, &at(&archive, "broken")).await;
        let failed = open(&w, &w.lan, &call, None).await.unwrap_err();
        assert_eq!(failed, Problem::Telephone(TelephoneProblem::ProviderUnreachable));
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Failed));
        let nothing = CallId::new("01930000-0000-7000-8000-999999999999");
        assert_eq!(open(&w, &w.lan, &nothing, None).await.unwrap_err(), Problem::NotFound);
    }

    async fn a_recording_is_awaited_for_a_while_after_an_answered_call(w: World) {
        set_up(&w).await;
        let fact = |at: i64, what: What| Fact { id: FactId::new(at.to_string()), source: SourceId::new("tab"), at: w.b.now().plus(at), what };
        let offered = What::Offered { number: "0901234567".into(), hotline: None, queue: None };
        let facts = vec![fact(0, offered), fact(SECOND, What::AgentAnswered), fact(9 * SECOND, What::Ended)];
        let call = CallId::new("c");
        calls::report(&w.b, &w.lan, &[Reported { call: call.clone(), facts }]).await.unwrap();
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::Awaited));
        w.pass(HOUR);
        assert_eq!(recordings::state(&w.b, &w.lan, &call).await, Ok(RecordingState::None));
        assert_eq!(open(&w, &w.lan, &call, None).await.unwrap_err(), Problem::NotFound);
    }
}

//! Signing seats in at 3C, against a small server that answers as it does.

use crate::stories;
use crate::telephone::{KEY, account};
use crate::world::World;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Json, Router};
use backend::telephone;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::fields::{Field, FieldProblem};
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// A log-in service that says what it is told to say, and remembers what it was asked.
#[derive(Clone)]
pub(crate) struct Service {
    says: Arc<Mutex<(u16, String)>>,
    asked: Arc<Mutex<Vec<(String, Value)>>>,
    pub(crate) address: String,
}

impl Service {
    pub(crate) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let ok = json!({"code": "ok", "user": {"user_id": 7, "token": "theirs"}}).to_string();
        let service = Self { says: Arc::new(Mutex::new((200, ok))), asked: Arc::default(), address };
        let app = Router::new().route("/{domain}/thirdParty/login", post(log_in)).with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        service
    }

    fn says(&self, status: u16, body: &str) {
        *self.says.lock().unwrap() = (status, body.to_owned());
    }

    fn last_token(&self) -> String {
        let asked = self.asked.lock().unwrap();
        asked.last().unwrap().1["token"].as_str().unwrap().to_owned()
    }
}

async fn log_in(State(service): State<Service>, Path(domain): Path<String>, Json(body): Json<Value>) -> Response {
    service.asked.lock().unwrap().push((domain, body));
    let (status, body) = service.says.lock().unwrap().clone();
    if status == 302 {
        return Redirect::to(&body).into_response();
    }
    (StatusCode::from_u16(status).unwrap(), body).into_response()
}

pub(crate) async fn set_up(w: &World) -> Service {
    let service = Service::start().await;
    telephone::save(&w.b, &w.admin, &account(&service.address, KEY)).await.unwrap();
    service
}

fn part(token: &str, n: usize) -> Value {
    let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(n).unwrap()).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn refused(problem: TelephoneProblem) -> Problem {
    Problem::Telephone(problem)
}

stories! {
    async fn a_members_seat_is_signed_in_and_the_page_gets_the_token(w: World) {
        let unset = telephone::ticket(&w.b, &w.lan).await;
        assert_eq!(unset, Err(refused(TelephoneProblem::NotConfigured)));
        assert_eq!(telephone::service_address(&w.b, &w.lan).await, Err(refused(TelephoneProblem::NotConfigured)));
        let service = set_up(&w).await;
        assert_eq!(telephone::ticket(&w.b, &w.admin).await, Err(refused(TelephoneProblem::NoSeat)));
        let ticket = telephone::ticket(&w.b, &w.lan).await.unwrap();
        assert_eq!((ticket.seat.as_str(), ticket.domain.as_str()), ("5001", "cty-an"));
        assert_eq!((ticket.service_address.as_str(), ticket.token.as_str()), (service.address.as_str(), service.last_token().as_str()));
        let asked = service.asked.lock().unwrap().clone();
        assert_eq!(asked, [("cty-an".to_owned(), json!({ "token": ticket.token }))], "nothing but the token");
        assert_eq!(part(&ticket.token, 0), json!({"typ": "JWT", "alg": "HS256"}));
        let payload = part(&ticket.token, 1);
        assert_eq!(payload["ipphone"], "5001");
        assert_eq!(payload["expired"], "2026-11-20 17:00:00", "eight hours from now, in Vietnam's time");
        assert_eq!(payload.as_object().unwrap().len(), 2);
        assert_eq!(telephone::test(&w.b, &w.admin, " 5002 ").await, Ok(()));
        assert_eq!(part(&service.last_token(), 1)["ipphone"], "5002");
        assert_eq!(telephone::test(&w.b, &w.admin, " ").await, Err(Problem::at(Field::Seat, FieldProblem::Required)));
    }

    async fn the_token_is_signed_with_the_key_as_it_is_written(w: World) {
        let _service = set_up(&w).await;
        let ticket = telephone::ticket(&w.b, &w.lan).await.unwrap();
        let mut expected = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::HS256);
        expected.required_spec_claims.clear();
        expected.validate_exp = false;
        let key = |key: &str| jsonwebtoken::DecodingKey::from_secret(key.as_bytes());
        assert!(jsonwebtoken::decode::<Value>(&ticket.token, &key(KEY), &expected).is_ok());
        assert!(jsonwebtoken::decode::<Value>(&ticket.token, &key("another"), &expected).is_err());
    }

    async fn each_of_the_five_refusals_is_told_apart_in_both_styles(w: World) {
        let service = set_up(&w).await;
        let table = [
            (404, "domain not found", TelephoneProblem::DomainUnknown),
            (405, "domain expired", TelephoneProblem::DomainExpired),
            (401, "token wrong or expired", TelephoneProblem::KeyRefused),
            (400, "ipphone does not exist", TelephoneProblem::SeatUnknown),
            (500, "system error", TelephoneProblem::ProviderError),
        ];
        for (status, message, problem) in table {
            service.says(status, "");
            assert_eq!(telephone::test(&w.b, &w.admin, "5001").await, Err(refused(problem.clone())), "{status}");
            service.says(200, &json!({"code": "errors", "message": message}).to_string());
            assert_eq!(telephone::ticket(&w.b, &w.lan).await, Err(refused(problem)), "{message}");
        }
        for (status, body) in [(200, "<html>"), (200, "{}"), (302, "https://elsewhere.example/"), (418, "")] {
            service.says(status, body);
            let answer = telephone::test(&w.b, &w.admin, "5001").await;
            assert_eq!(answer, Err(refused(TelephoneProblem::Unintelligible)), "{status} {body}");
        }
        service.says(200, &"x".repeat(100_000));
        assert_eq!(telephone::test(&w.b, &w.admin, "5001").await, Err(refused(TelephoneProblem::Unintelligible)));
    }

    async fn a_provider_that_is_down_is_said_to_be(w: World) {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        drop(listener);
        telephone::save(&w.b, &w.admin, &account(&address, KEY)).await.unwrap();
        assert_eq!(telephone::ticket(&w.b, &w.lan).await, Err(refused(TelephoneProblem::ProviderUnreachable)));
    }
}

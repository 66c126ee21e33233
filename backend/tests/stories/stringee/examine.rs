//! Whether the account at Stringee works, and what is wrong with it.

use crate::stories;
use crate::stringee::events::post;
use crate::stringee::{SECRET, account, seat};
use crate::world::World;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use backend::{routing, stringee, teams};
use domain::problem::Problem;
use domain::routing::ServedQueue;
use domain::stringee::{AccountForm, Examined, Finding, Hook, Wrong};
use domain::teams::TeamForm;
use domain::telephone::{Provider, TelephoneProblem};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A contact centre that has what it is given, for whoever has the key.
#[derive(Clone, Default)]
struct Centre {
    path: Arc<Mutex<String>>,
}

impl Centre {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new()
            .route("/v1/number", get(numbers))
            .route("/v1/agent", get(agents))
            .route("/v1/queue", get(queues))
            .route("/v1/callsettings", get(settings))
            .route("/v1/call/log", get(log))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        address
    }

    fn hook(&self, hook: &str) -> String {
        format!("https://crm.example/hooks/stringee/{}/{hook}", self.path.lock().unwrap())
    }
}

/// The answer, for whoever shows a token that the key has signed for the REST services.
fn guarded(headers: &HeaderMap, answer: Value) -> Response {
    let token = headers.get("x-stringee-auth").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut expected = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::HS256);
    (expected.validate_exp, expected.required_spec_claims) = (false, std::collections::HashSet::new());
    let key = jsonwebtoken::DecodingKey::from_secret(SECRET.as_bytes());
    match jsonwebtoken::decode::<Value>(token, &key, &expected) {
        Ok(token) if token.claims["rest_api"] == true => Json(answer).into_response(),
        _ => (StatusCode::FORBIDDEN, Json(json!({"r": 5, "message": "keySid invalid"}))).into_response(),
    }
}

fn listed(list: &str, pages: u64, rows: &Value) -> Value {
    json!({"r": 0, "message": "success", "data": {"totalPages": pages, list: rows}})
}

async fn numbers(headers: HeaderMap) -> Response {
    let rows = json!([{"number": "842471000001", "allow_outbound_calls": 1}]);
    guarded(&headers, listed("numbers", 1, &rows))
}

/// On two pages.
async fn agents(headers: HeaderMap, Query(asked): Query<HashMap<String, String>>) -> Response {
    let seat = if asked.get("page").is_some_and(|page| page == "2") { "agent_lan" } else { "agent_x" };
    guarded(&headers, listed("agents", 2, &json!([{"stringee_user_id": seat}])))
}

async fn queues(State(centre): State<Centre>, headers: HeaderMap) -> Response {
    let rows = json!([{"id": "QU_1", "name": "Bán hàng", "get_list_agents_url": centre.hook("agents")}]);
    guarded(&headers, listed("queues", 1, &rows))
}

async fn settings(State(centre): State<Centre>, headers: HeaderMap) -> Response {
    let setting = json!({
        "event_url": centre.hook("events"),
        "callout_answer_url": centre.hook("callout"),
        "get_customer_info_url": "https://elsewhere.example/customer",
    });
    guarded(&headers, json!({"r": 0, "callSetting": setting}))
}

async fn log(headers: HeaderMap) -> Response {
    guarded(&headers, json!({"r": 0, "data": {"calls": []}}))
}

fn wrong(found: &[Finding], of: &Examined) -> Option<Wrong> {
    found.iter().find(|finding| finding.of == *of).unwrap_or_else(|| panic!("{of:?} was not looked at")).wrong.clone()
}

stories! {
    async fn an_admin_hears_what_is_wrong_with_the_account(w: World) {
        let not_yet = stringee::examine(&w.b, &w.admin).await;
        assert_eq!(not_yet, Err(Problem::Telephone(TelephoneProblem::NotConfigured)));
        let centre = Centre::default();
        let address = centre.start().await;
        let form = AccountForm { call_api: address.clone(), contact_centre_api: address, ..account() };
        let saved = stringee::save(&w.b, &w.admin, &form).await.unwrap();
        *centre.path.lock().unwrap() = saved.path.clone();
        seat(&w, &w.lan, "agent_lan").await;
        seat(&w, &w.minh, "agent_minh").await;
        let found = stringee::examine(&w.b, &w.admin).await.unwrap();
        assert_eq!((wrong(&found, &Examined::Centre), wrong(&found, &Examined::CallApi)), (None, None));
        assert_eq!(wrong(&found, &Examined::Hotline("842471000001".into())), None);
        assert_eq!(wrong(&found, &Examined::Hotline("842471000002".into())), Some(Wrong::NotThere));
        let seats: Vec<(String, Option<Wrong>)> = found
            .iter()
            .filter_map(|finding| match &finding.of {
                Examined::Seat { seat, .. } => Some((seat.clone(), finding.wrong.clone())),
                _ => None,
            })
            .collect();
        assert!(seats.contains(&("agent_lan".into(), None)), "on the second page: {seats:?}");
        assert!(seats.contains(&("agent_minh".into(), Some(Wrong::NotThere))), "{seats:?}");
        assert_eq!(wrong(&found, &Examined::Queue("Bán hàng".into())), None);
        assert_eq!(wrong(&found, &Examined::Hook(Hook::Events)), None);
        assert_eq!(wrong(&found, &Examined::Hook(Hook::Customer)), Some(Wrong::Elsewhere));
        for who in [&w.manager, &w.lan] {
            assert_eq!(stringee::examine(&w.b, who).await, Err(Problem::Forbidden));
        }
        let another_key = AccountForm { key_secret: "another".into(), ..form };
        stringee::save(&w.b, &w.admin, &another_key).await.unwrap();
        let refused = stringee::examine(&w.b, &w.admin).await.unwrap();
        let service = |of| Finding { of, wrong: Some(Wrong::Service(TelephoneProblem::KeyRefused)) };
        assert_eq!(refused, [service(Examined::Centre), service(Examined::CallApi)], "nothing else can be asked");
    }

    async fn each_queue_of_the_provider_is_served_by_a_team(w: World) {
        let address = Centre::default().start().await;
        let form = AccountForm { contact_centre_api: address, ..account() };
        stringee::save(&w.b, &w.admin, &form).await.unwrap();
        let sales = ServedQueue { id: "QU_1".into(), name: "Bán hàng".into(), team: None };
        assert_eq!(stringee::served_queues(&w.b, &w.admin).await, Ok(vec![sales.clone()]));
        let team = teams::create(&w.b, &w.admin, &TeamForm { name: "Bán hàng".into(), leads: Vec::new() }).await.unwrap().id;
        let served = [("QU_1".to_owned(), team.clone())];
        routing::save_queues(&w.b, &w.admin, Provider::Stringee, &served).await.unwrap();
        let with_team = ServedQueue { team: Some(team), ..sales };
        assert_eq!(stringee::served_queues(&w.b, &w.admin).await, Ok(vec![with_team]));
        for who in [&w.manager, &w.lan] {
            assert_eq!(stringee::served_queues(&w.b, who).await, Err(Problem::Forbidden));
            let saved = routing::save_queues(&w.b, who, Provider::Stringee, &served).await;
            assert_eq!(saved, Err(Problem::Forbidden));
        }
    }

    async fn another_unguessable_part_makes_the_old_addresses_nobodys(w: World) {
        let nothing = stringee::renew_path(&w.b, &w.admin).await;
        assert_eq!(nothing, Err(Problem::Telephone(TelephoneProblem::NotConfigured)));
        let form = AccountForm { signed: Vec::new(), ..account() };
        let before = stringee::save(&w.b, &w.admin, &form).await.unwrap();
        for who in [&w.manager, &w.lan] {
            assert_eq!(stringee::renew_path(&w.b, who).await, Err(Problem::Forbidden));
        }
        let renewed = stringee::renew_path(&w.b, &w.admin).await.unwrap();
        assert!(renewed.path.len() >= 32 && renewed.path != before.path);
        assert_eq!(stringee::settings(&w.b, &w.admin).await, Ok(renewed.clone()), "and nothing else is another");
        let told = post(&w, &before.path, Hook::Events, None, "{}").await;
        assert_eq!(told.status, 404);
        assert_eq!(post(&w, &renewed.path, Hook::Events, None, "{}").await.status, 400, "ours, and unreadable");
    }
}

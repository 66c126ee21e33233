//! What our server asks of Stringee's contact centre for a seat, against a small server that answers as it does.

use crate::calls::{offered, told};
use crate::customers::customer;
use crate::stories;
use crate::stringee::{SECRET, account, asks, seat};
use crate::world::World;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::{Json, Router};
use backend::{audit, calls, customers, dial_policy, directory, line, seats, stringee};
use domain::access::{Actor, Role};
use domain::calls::{Colleague, Failure, Presence, TransferFailure, TransferTarget, What};
use domain::customers::CustomerForm;
use domain::dial_policy::{DialPolicy, DialRefusal};
use domain::directory::{Directory, NamedQueue};
use domain::floor::FloorMember;
use domain::ids::{CallId, SourceId};
use domain::live::Change;
use domain::problem::Problem;
use domain::reach::{Condition, Reachability};
use domain::stringee::AccountForm;
use domain::telephone::TelephoneProblem;
use domain::times::SECOND;
use domain::voice::{Beat, Claim, LineReport};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

/// What was asked: how, where, and with what.
type Asked = (Method, String, Value);

/// A contact centre of one agent, which remembers what it was asked, and refuses with what it is told to.
#[derive(Clone, Default)]
struct Centre {
    asked: Arc<Mutex<Vec<Asked>>>,
    refuses: Arc<Mutex<Option<&'static str>>>,
    phones: Arc<Mutex<Vec<String>>>,
    /// What its agent does, but for being free: 1 in a call, 2 after one.
    busy: Arc<AtomicUsize>,
    /// The account's part of the address under which it asks us.
    path: String,
}

impl Centre {
    fn last(&self) -> Asked {
        self.asked.lock().unwrap().last().unwrap().clone()
    }

    fn answer(&self, method: &Method, path: &str, body: &Value) -> Value {
        if let (Some(why), true) = (*self.refuses.lock().unwrap(), *method != Method::GET) {
            return json!({"r": 1, "msg": why});
        }
        match (method.as_str(), path) {
            ("GET", "/v1/agent") => json!({"r": 0, "data": {"agents": [
                {"id": "AG_7", "stringee_user_id": "agent_lan", "manual_status": self.status(),
                 "system_status": ([1, 0, 2][self.busy.load(Relaxed)])},
            ]}}),
            ("GET", "/v1/ipphonecommon") => {
                let rows: Vec<Value> =
                    self.phones.lock().unwrap().iter().map(|name| json!({"user_name": name})).collect();
                json!({"r": 0, "data": {"rows": rows}})
            }
            ("GET", "/v1/queue") => {
                json!({"r": 0, "data": {"totalPages": 1, "queues": [{"id": "QU_1", "name": "Kinh doanh"}]}})
            }
            ("POST", "/v1/ipphonecommon") => {
                self.phones.lock().unwrap().push(format!("25_{}", body["user_name"].as_str().unwrap()));
                json!({"r": 0, "msg": "success"})
            }
            _ => json!({"r": 0, "message": "success"}),
        }
    }

    /// What was last chosen.
    fn status(&self) -> String {
        let asked = self.asked.lock().unwrap();
        let chosen = asked.iter().rev().find_map(|(_, _, body)| body["manual_status"].as_str());
        chosen.unwrap_or("AVAILABLE").to_owned()
    }
}

async fn centre(State(centre): State<Centre>, headers: HeaderMap, request: Request) -> (StatusCode, Json<Value>) {
    let token = headers.get("x-stringee-auth").and_then(|token| token.to_str().ok()).unwrap_or_default();
    let claims = crate::stringee::part(token, 1);
    if claims["rest_api"] != json!(true) || claims["iss"] != json!("SK.0.an") {
        return (StatusCode::FORBIDDEN, Json(json!({"r": 5})));
    }
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let bytes: Bytes = axum::body::to_bytes(request.into_body(), 10_000).await.unwrap();
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    let answer = centre.answer(&method, &path, &body);
    centre.asked.lock().unwrap().push((method, path, body));
    (StatusCode::OK, Json(answer))
}

/// An account at a contact centre, and Lan's seat there.
async fn set_up(w: &World) -> Centre {
    let made = Centre::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/pcc", listener.local_addr().unwrap());
    let app = Router::new().nest("/pcc", Router::new().fallback(centre).with_state(made.clone()));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let form = AccountForm { contact_centre_api: address, ..account() };
    let path = stringee::save(&w.b, &w.admin, &form).await.unwrap().path;
    seat(w, &w.lan, "agent_lan").await;
    Centre { path, ..made }
}

async fn lan_on_the_floor(w: &World) -> FloorMember {
    line::day(&w.b, &w.manager, &w.lan.id, None).await.unwrap().member
}

/// What keeps calls from Lan.
async fn in_the_way(w: &World) -> Vec<Condition> {
    lan_on_the_floor(w).await.reach.unwrap().unmet().collect()
}

/// A page of theirs is there, and its line is connected.
async fn comes(w: &World, who: &Actor) {
    let line = LineReport { connected: true, presence: None, device: None };
    let claim = Claim::TakeIfFree;
    let beat = Beat {
        tab: SourceId::new("tab"),
        number: 1,
        computer: "Chrome".into(),
        claim,
        line,
        calls: vec![],
        wrap_up: None,
    };
    line::beat(&w.b, who, &beat).await.unwrap();
}

stories! {
    async fn calls_come_when_the_member_lets_them(w: World) {
        assert_eq!(seats::presence(&w.b, &w.lan).await, Ok(None), "at the other provider the page knows");
        assert_eq!(seats::let_calls_come(&w.b, &w.lan, true).await, Err(Problem::NotFound));
        let centre = set_up(&w).await;
        assert_eq!(seats::presence(&w.b, &w.lan).await, Ok(Some(Presence::Online)));
        assert_eq!(seats::let_calls_come(&w.b, &w.lan, false).await, Ok(Presence::Offline));
        let changed = (Method::PUT, "/v1/agent/AG_7".to_owned(), json!({"manual_status": "NOT AVAILABLE"}));
        assert_eq!(centre.last(), changed);
        assert_eq!(seats::presence(&w.b, &w.lan).await, Ok(Some(Presence::Offline)));
        let seatless = seats::presence(&w.b, &w.admin).await;
        assert_eq!(seatless, Err(Problem::Telephone(TelephoneProblem::NoSeat)));
        seat(&w, &w.minh, "agent_minh").await;
        let unknown = seats::let_calls_come(&w.b, &w.minh, true).await;
        assert_eq!(unknown, Err(Problem::Telephone(TelephoneProblem::SeatUnknown)), "nobody has made an agent of them");
    }

    async fn why_a_telephone_does_not_ring_is_told_condition_by_condition(w: World) {
        assert_eq!(seats::reachability(&w.b, &w.lan).await, Ok(None), "the other provider says nothing of it");
        set_up(&w).await;
        let met = |reach: Option<Reachability>| -> Vec<(Condition, Option<bool>)> {
            reach.unwrap().conditions.into_iter().map(|one| (one.condition, one.met)).collect()
        };
        let away = met(seats::reachability(&w.b, &w.lan).await.unwrap());
        assert!(away.contains(&(Condition::Available, Some(true))) && away.contains(&(Condition::Free, Some(true))));
        assert!(away.contains(&(Condition::Reachable, Some(false))), "no page of theirs is connected: {away:?}");
        seats::let_calls_come(&w.b, &w.lan, false).await.unwrap();
        let resting = met(seats::reachability(&w.b, &w.lan).await.unwrap());
        assert!(resting.contains(&(Condition::Available, Some(false))), "{resting:?}");
        seat(&w, &w.minh, "agent_minh").await;
        let unknown = met(seats::reachability(&w.b, &w.minh).await.unwrap());
        assert!(unknown.contains(&(Condition::Seat, Some(false))), "the contact centre does not know the seat: {unknown:?}");
    }

    async fn whoever_leads_a_member_sees_why_their_telephone_does_not_ring(w: World) {
        let centre = set_up(&w).await;
        stringee::watch(&w.b).await.unwrap();
        assert_eq!(centre.last().1, "/v1/agent");
        assert_eq!(in_the_way(&w).await, [Condition::Reachable], "no page and no telephone of hers is connected");
        seats::let_calls_come(&w.b, &w.lan, false).await.unwrap();
        stringee::watch(&w.b).await.unwrap();
        assert_eq!(in_the_way(&w).await, [Condition::Available, Condition::Reachable]);
        let seen = async |who| line::day(&w.b, who, &w.lan.id, None).await.map(|day| day.member.reach.is_some());
        assert_eq!((seen(&w.manager).await, seen(&w.admin).await), (Ok(true), Ok(true)));
        assert_eq!((seen(&w.minh).await, seen(&w.other_manager).await), (Err(Problem::Forbidden), Err(Problem::Forbidden)));
        assert_eq!(seen(&w.lan).await, Err(Problem::Forbidden), "her own is told in the dock");
        assert_eq!(line::floor(&w.b, &w.minh).await, Err(Problem::Forbidden));
        let others = line::floor(&w.b, &w.other_manager).await.unwrap().members;
        assert!(others.iter().all(|one| one.member.id != w.lan.id), "{others:?}");
        let everybody = line::floor(&w.b, &w.admin).await.unwrap().members;
        let told: Vec<_> = everybody.into_iter().filter(|one| one.reach.is_some()).map(|one| one.member.id).collect();
        assert_eq!(told, std::slice::from_ref(&w.lan.id), "the other provider does not tell of telephones");
    }

    async fn whoever_has_just_ended_a_call_is_given_the_next_one(w: World) {
        let centre = set_up(&w).await;
        let next = asks::waiting(&[("c2", asks::CUSTOMER)]);
        let given = async || asks::seats(&asks::agents(&w, &centre.path, &next).await, 0);
        let report = async |facts| calls::report(&w.b, &w.lan, &[told(&w, "c1", facts)]).await.unwrap();
        let mut facts = vec![(0, offered("0901234567")), (0, What::AgentAnswered)];
        comes(&w, &w.lan).await;
        assert_eq!(given().await, ["agent_lan"]);
        report(facts.clone()).await;
        centre.busy.store(1, Relaxed);
        w.pass(SECOND);
        stringee::watch(&w.b).await.unwrap();
        assert_eq!((given().await, in_the_way(&w).await), (vec![], vec![Condition::Free]));
        w.pass(SECOND);
        facts.push((0, What::Ended));
        report(facts).await;
        comes(&w, &w.lan).await;
        assert_eq!(in_the_way(&w).await, [], "the contact centre was last asked while she talked");
        assert_eq!(given().await, ["agent_lan"]);
        w.pass(SECOND);
        stringee::watch(&w.b).await.unwrap();
        assert_eq!(in_the_way(&w).await, [Condition::Free], "it says so still: she talks somewhere else");
    }

    async fn an_owner_is_not_passed_over_for_what_the_contact_centre_said_a_while_ago(w: World) {
        let centre = set_up(&w).await;
        let owned = CustomerForm { owner: Some(w.lan.id.clone()), ..customer("An", "", &[asks::CUSTOMER]) };
        customers::create(&w.b, &w.admin, &owned).await.unwrap();
        let next = asks::waiting(&[("c2", asks::CUSTOMER)]);
        let given = async || asks::seats(&asks::agents(&w, &centre.path, &next).await, 0);
        let questions = || centre.asked.lock().unwrap().len();
        comes(&w, &w.lan).await;
        w.pass(SECOND);
        centre.busy.store(2, Relaxed);
        stringee::watch(&w.b).await.unwrap();
        assert_eq!((given().await, questions()), (vec![], 2), "it is asked anew, and says so still");
        w.pass(SECOND);
        centre.busy.store(0, Relaxed);
        assert_eq!((given().await, questions()), (vec!["agent_lan".to_owned()], 3), "the time after her call is over");
        assert_eq!(in_the_way(&w).await, []);
        assert_eq!((given().await.len(), questions()), (1, 3), "whoever can be rung is not asked about");
    }

    async fn the_floor_is_told_when_a_telephone_changes_and_not_before(w: World) {
        set_up(&w).await;
        let mut changes = w.b.changes();
        let mut next = async || loop {
            if let Change::Member { member, team } = changes.recv().await.unwrap() {
                return (member, team);
            }
        };
        let (lan, minh) = ((w.lan.id.clone(), Some(w.team.clone())), (w.minh.id.clone(), Some(w.team.clone())));
        stringee::watch(&w.b).await.unwrap();
        assert_eq!(next().await, lan, "nothing was known of it");
        w.pass(15 * SECOND);
        stringee::watch(&w.b).await.unwrap();
        comes(&w, &w.minh).await;
        assert_eq!(next().await, minh, "of the same once more nobody is told");
        seats::let_calls_come(&w.b, &w.lan, false).await.unwrap();
        stringee::watch(&w.b).await.unwrap();
        assert_eq!(next().await, lan);
        let (_, told) = line::changed(&w.b, std::slice::from_ref(&w.lan.id)).await.unwrap();
        assert_eq!(told[0].reach, lan_on_the_floor(&w).await.reach);
        comes(&w, &w.lan).await;
        assert_eq!(in_the_way(&w).await, [Condition::Available], "her page is connected now");
    }

    async fn nobody_is_called_first_for_a_call_that_may_not_be_made(w: World) {
        let centre = set_up(&w).await;
        let why = DialRefusal::Blocked { prefix: "1900".into() };
        let refused = seats::call_first(&w.b, &w.lan, "19001000", "842471000001").await;
        assert_eq!(refused, Err(Problem::MayNotDial(why)));
        assert!(centre.asked.lock().unwrap().is_empty(), "the provider was not even asked");
        assert_eq!(seats::call_first(&w.b, &w.lan, "0901234567", "842471000001").await, Ok(Ok(())));
        assert_eq!(centre.last().2["customerNumber"], "84901234567");
        let strict = DialPolicy { roles: vec![Role::Admin, Role::Manager], ..DialPolicy::default() };
        dial_policy::save(&w.b, &w.admin, &strict).await.unwrap();
        let forbidden = seats::call_first(&w.b, &w.lan, "0901234567", "842471000001").await;
        assert_eq!(forbidden, Err(Problem::MayNotDial(DialRefusal::Role)), "the rules of this moment count");
    }

    async fn the_member_is_called_first_under_an_alias_that_says_for_whom(w: World) {
        let centre = set_up(&w).await;
        assert_eq!(seats::call_first(&w.b, &w.lan, "+84901234567", "842471000001").await, Ok(Ok(())));
        let (method, path, body) = centre.last();
        assert_eq!((method, path.as_str()), (Method::POST, "/v1/call/callout"));
        assert_eq!(body, json!({
            "agentUserId": "agent_lan",
            "toAgentFromNumberDisplay": "842471000001",
            "toAgentFromNumberDisplayAlias": "callout_842471000001->84901234567",
            "toCustomerFromNumber": "842471000001",
            "customerNumber": "84901234567",
        }));
        *centre.refuses.lock().unwrap() = Some("AGENT_NOT_FOUND_OR_IN_ANOTHER_CALL");
        let refused = seats::call_first(&w.b, &w.lan, "0901234567", "842471000001").await;
        assert_eq!(refused, Ok(Err(Failure::MemberBusy)));
        let nobody = seats::call_first(&w.b, &w.lan, "x", "842471000001").await;
        assert_eq!(nobody, Ok(Err(Failure::NumberInvalid)));
        let elsewhere = seats::call_first(&w.b, &w.minh, "0901234567", "842471000001").await;
        assert_eq!(elsewhere, Err(Problem::NotFound), "the other provider cannot");
    }

    async fn ones_own_call_is_passed_on_and_nobody_elses(w: World) {
        let centre = set_up(&w).await;
        let named = What::ProviderId { id: "call-vn-1-A".into() };
        let begun = told(&w, "c1", vec![(0, offered("0901234567")), (100, named), (500, What::AgentAnswered)]);
        calls::report(&w.b, &w.lan, &[begun]).await.unwrap();
        let (call, to) = (CallId::new("c1"), TransferTarget::Number("0912000111".into()));
        assert_eq!(seats::pass_on(&w.b, &w.lan, &call, &to).await, Ok(Ok(())));
        let body = json!({"callId": "call-vn-1-A", "transferType": "blind",
            "to": {"type": "external", "number": "84912000111", "alias": "84912000111"}});
        assert_eq!(centre.last(), (Method::POST, "/v1/call/transfer".to_owned(), body));
        for who in [&w.minh, &w.manager] {
            seat(&w, who, &format!("agent_{}", who.id)).await;
            assert_eq!(seats::pass_on(&w.b, who, &call, &to).await, Err(Problem::NotFound), "it is not theirs");
        }
        let queue = TransferTarget::Queue("QU_1".into());
        let impossible = Ok(Err(TransferFailure::NotPossible));
        assert_eq!(seats::pass_on(&w.b, &w.lan, &call, &queue).await, impossible);
        *centre.refuses.lock().unwrap() = Some("call ended");
        let refused = Ok(Err(TransferFailure::Other { code: "call ended".into() }));
        assert_eq!(seats::pass_on(&w.b, &w.lan, &call, &to).await, refused);
    }

    async fn calls_are_passed_on_to_queues_by_name_and_to_colleagues_of_whom_is_said_who_can_be_rung(w: World) {
        set_up(&w).await;
        seat(&w, &w.minh, "agent_minh").await;
        let minh = Colleague { seat: "agent_minh".into(), name: "Đỗ Minh".into() };
        let sales = NamedQueue { id: "QU_1".into(), name: "Kinh doanh".into() };
        let all = Directory { seats: vec![minh.clone()], queues: vec![sales] };
        assert_eq!(directory::targets(&w.b, &w.lan).await, Ok(all));
        assert_eq!(directory::online(&w.b, &w.lan).await, Ok(Vec::new()), "no page of his is there");
        comes(&w, &w.minh).await;
        assert_eq!(directory::online(&w.b, &w.lan).await, Ok(vec![minh.clone()]));
        let stored = stringee::settings(&w.b, &w.admin).await.unwrap().contact_centre_api;
        let gone = AccountForm { contact_centre_api: stored.replace("/pcc", "/nowhere"), ..account() };
        stringee::save(&w.b, &w.admin, &gone).await.unwrap();
        let left = Directory { seats: vec![minh], queues: Vec::new() };
        assert_eq!(directory::targets(&w.b, &w.lan).await, Ok(left), "people can be chosen without the provider");
    }

    async fn the_password_of_a_telephone_is_told_once_and_kept_nowhere(w: World) {
        let centre = set_up(&w).await;
        assert_eq!(seats::phone_account(&w.b, &w.minh).await, Ok(None));
        assert_eq!(seats::phone_account(&w.b, &w.lan).await.unwrap().unwrap().user_name, None);
        let first = seats::new_phone_password(&w.b, &w.lan).await.unwrap();
        assert_eq!((first.user_name.as_str(), first.password.len()), ("25_agent_lan", 20));
        let (_, _, made) = centre.last();
        assert_eq!((&made["stringee_user_id"], &made["password"]), (&json!("agent_lan"), &json!(first.password)));
        assert_eq!(seats::phone_account(&w.b, &w.lan).await.unwrap().unwrap().user_name.as_deref(), Some("25_agent_lan"));
        let second = seats::new_phone_password(&w.b, &w.lan).await.unwrap();
        assert_ne!(first.password, second.password);
        let changed = (Method::PUT, "/v1/ipphonecommon/25_agent_lan".to_owned(), json!({"password": second.password}));
        assert_eq!(centre.last(), changed);
        let written = audit::about(&w.b, &w.admin, &format!("staff:{}", w.lan.id)).await.unwrap();
        let text = format!("{written:?}");
        assert!(text.contains("25_agent_lan") && !text.contains(&second.password) && !text.contains(SECRET), "{text}");
        assert_eq!(seats::new_phone_password(&w.b, &w.minh).await, Err(Problem::NotFound));
    }

    async fn a_wrong_key_and_a_silent_centre_are_told_apart(w: World) {
        set_up(&w).await;
        let stored = stringee::settings(&w.b, &w.admin).await.unwrap().contact_centre_api;
        let with = |contact_centre_api: &str, key_sid: &str| AccountForm {
            contact_centre_api: contact_centre_api.into(),
            key_sid: key_sid.into(),
            ..account()
        };
        stringee::save(&w.b, &w.admin, &with(&stored, "SK.0.other")).await.unwrap();
        let wrong = seats::presence(&w.b, &w.lan).await;
        assert_eq!(wrong, Err(Problem::Telephone(TelephoneProblem::KeyRefused)));
        stringee::save(&w.b, &w.admin, &with("http://127.0.0.1:9", "SK.0.an")).await.unwrap();
        let silent = seats::presence(&w.b, &w.lan).await;
        assert_eq!(silent, Err(Problem::Telephone(TelephoneProblem::ProviderUnreachable)));
    }
}

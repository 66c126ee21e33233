//! The addresses that Stringee calls, as it calls them.

use crate::support::{Answer, TestApp};
use backend::stringee::deliveries;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::access::Actor;
use domain::calls::{CallQuery, CallRow, Outcome, Presence};
use domain::customers::{CustomerForm, PhoneForm};
use domain::ids::SourceId;
use domain::stringee::{AccountForm, Hook};
use domain::telephone::HotlineSettings;
use domain::voice::{Beat, Claim, LineReport};
use hmac::{Hmac, Mac};
use insta::assert_snapshot;
use serde_json::{Value, json};
use std::time::Duration;

const SIGNING_KEY: &str = "signing-key";
const HOTLINE: &str = "842471000001";
const CUSTOMER: &str = "84986776777";

/// An installation with an account at Stringee.
struct House {
    app: TestApp,
    admin: Actor,
    /// The account's part of the addresses.
    path: String,
}

impl House {
    /// These addresses want a signature.
    async fn signed(signed: &[Hook]) -> Self {
        Self::with(&account(signed)).await
    }

    async fn with(account: &AccountForm) -> Self {
        let app = TestApp::start().await;
        let admin = app.actor("admin@alo.demo").await;
        let stored = backend::stringee::save(&app.backend, &admin, account).await.expect("an account");
        Self { app, admin, path: stored.path }
    }

    async fn open() -> Self {
        Self::signed(&[]).await
    }

    async fn post(&self, hook: Hook, body: &str) -> Answer {
        self.app.post_with(&hook.path(&self.path), &[], body).await
    }

    async fn post_signed(&self, hook: Hook, signature: &str, body: &str) -> Answer {
        self.app.post_with(&hook.path(&self.path), &[("x-stringee-signature", signature)], body).await
    }

    async fn ask(&self, hook: Hook, query: &str) -> Answer {
        self.app.get(&format!("{}?{query}", hook.path(&self.path))).await
    }

    /// Hà's page is there and connected to Stringee.
    async fn ha_takes_calls(&self) {
        let line = LineReport { connected: true, presence: Some(Presence::Online), device: None };
        let beat = Beat {
            tab: SourceId::new("tab of ha"),
            number: 1,
            computer: String::new(),
            claim: Claim::TakeIfFree,
            line,
            calls: Vec::new(),
            wrap_up: None,
        };
        let ha = self.app.actor("ha@alo.demo").await;
        backend::line::beat(&self.app.backend, &ha, &beat).await.expect("taken");
    }

    /// How many calls the customer has made.
    async fn calls(&self) -> usize {
        let rows =
            backend::calls::list(&self.app.backend, &self.admin, &CallQuery::default()).await.expect("calls").rows;
        rows.iter().filter(|row| is_customers(row)).count()
    }

    /// What the list says of so many deliveries, in alphabetical order. They are written down once they are answered.
    async fn deliveries(&self, count: usize) -> Vec<String> {
        let listed = async {
            loop {
                let listed = deliveries(&self.app.backend, &self.admin).await.expect("a list");
                if listed.len() >= count {
                    return listed;
                }
                tokio::task::yield_now().await;
            }
        };
        let listed = tokio::time::timeout(Duration::from_secs(20), listed).await.expect("every delivery is listed");
        let mut lines: Vec<String> = listed
            .into_iter()
            .map(|one| format!("{} {} {}", one.hook, one.status, one.problem.unwrap_or_default()).trim().to_owned())
            .collect();
        lines.sort();
        lines
    }
}

fn account(signed: &[Hook]) -> AccountForm {
    AccountForm {
        key_sid: "SK.0.house".into(),
        key_secret: "key-secret".into(),
        project_id: "25".into(),
        call_api: String::new(),
        contact_centre_api: String::new(),
        servers: String::new(),
        signing_secret: SIGNING_KEY.into(),
        signed: signed.to_vec(),
        answer_timeout: "12".into(),
        keep_recordings: false,
        hotlines: vec![HotlineSettings {
            number: HOTLINE.into(),
            name: "Tổng đài".into(),
            can_call_out: true,
            record: true,
        }],
    }
}

/// What Stringee writes beside what it asks.
fn signature(key: &str, signed: &str) -> String {
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(key.as_bytes()).expect("any key will do");
    mac.update(signed.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn waiting(queue: &str) -> String {
    json!({"queueId": queue, "projectId": 25, "calls": [{"callId": "c1", "from": CUSTOMER, "to": HOTLINE}]}).to_string()
}

fn event(house: &House, status: &str, after: i64) -> String {
    json!({
        "call_status": status, "call_id": "call-vn-1-A", "event_id": status, "project_id": 25,
        "timestamp_ms": house.app.backend.now().0 - 60_000 + after,
        "from": {"number": CUSTOMER, "alias": CUSTOMER, "type": "external"},
        "to": {"number": "agent_ha", "alias": HOTLINE, "type": "internal"},
        "actor": "agent_ha", "actorType": "internal", "callCreatedReason": "EXTERNAL_CALL_IN",
    })
    .to_string()
}

fn is_customers(row: &CallRow) -> bool {
    row.number.as_ref().is_some_and(|number| number.as_str().trim_start_matches('+') == CUSTOMER)
}

fn told(answer: &Answer) -> String {
    format!("{} {}", answer.status.as_u16(), answer.body)
}

fn json_of(answer: &Answer) -> Value {
    assert_eq!(answer.header("cache-control"), "no-store");
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn an_address_that_is_nobodys_is_not_found_and_not_listed() {
    let house = House::open().await;
    for hook in Hook::ALL {
        let guessed = house.app.post_with(&hook.path("guessed"), &[], &waiting("QU_1")).await;
        assert_eq!(told(&guessed), r#"404 {"error":"unknown"}"#, "{hook:?}");
    }
    let unheard = house.app.post_with(&format!("/hooks/stringee/{}/unheard", house.path), &[], "{}").await;
    assert_eq!(unheard.status.as_u16(), 404);
    assert_eq!(house.post(Hook::Agents, &waiting("QU_1")).await.status.as_u16(), 200);
    assert_eq!(house.deliveries(1).await, ["agents 200"], "only what came to an address of ours");
    let renewed = backend::stringee::renew_path(&house.app.backend, &house.admin).await.expect("renewed");
    assert_ne!(renewed.path, house.path);
    assert_eq!(house.post(Hook::Agents, &waiting("QU_1")).await.status.as_u16(), 404, "the old address is nobody's");
}

#[tokio::test]
async fn where_it_is_switched_on_only_what_is_signed_counts() {
    let house = House::signed(&[Hook::Agents, Hook::Callout]).await;
    let body = waiting("QU_1");
    assert_snapshot!(told(&house.post(Hook::Agents, &body).await), @r#"401 {"error":"signature"}"#);
    let wrong = [signature("another-key", &body), signature(SIGNING_KEY, "another body"), "%".to_owned()];
    for wrong in &wrong {
        assert_eq!(house.post_signed(Hook::Agents, wrong, &body).await.status.as_u16(), 401, "{wrong}");
    }
    let right = house.post_signed(Hook::Agents, &signature(SIGNING_KEY, &body), &body).await;
    assert_eq!(json_of(&right)["version"], 2);
    let address = format!("{}?from={HOTLINE}&to=84901234567&userId=agent_ha", Hook::Callout.path(&house.path));
    assert_eq!(house.app.get(&address).await.status.as_u16(), 401, "an address is signed as a body is");
    let signed = signature(SIGNING_KEY, &address);
    let right = house.app.get_with(&address, &[("x-stringee-signature", &signed)]).await;
    assert_eq!(json_of(&right)[1]["action"], "connect");
    assert_eq!(house.ask(Hook::Customer, "from=anonymous").await.status.as_u16(), 200, "here it is switched off");
    let listed = house.deliveries(8).await;
    assert_eq!(listed.iter().filter(|line| line.ends_with(" 401 signature")).count(), 5, "{listed:?}");
}

#[tokio::test]
async fn what_is_too_large_or_cannot_be_read_is_refused() {
    let house = House::open().await;
    let large = format!(r#"{{"queueId": "QU_1", "calls": [], "more": "{}"}}"#, "x".repeat(128 * 1024));
    for hook in [Hook::Agents, Hook::Events, Hook::Recordings] {
        assert_eq!(house.post(hook, &large).await.status.as_u16(), 413, "{hook:?}");
        for bad in ["", "{", "[]", "\u{0}"] {
            assert_eq!(told(&house.post(hook, bad).await), r#"400 {"error":"unreadable"}"#, "{hook:?} {bad:?}");
        }
    }
    assert_snapshot!(told(&house.post(Hook::Events, "{}").await), @r#"400 {"error":"no call"}"#);
    assert_snapshot!(told(&house.ask(Hook::Callout, "").await), @r#"400 {"error":"no number"}"#);
    assert_snapshot!(told(&house.ask(Hook::Customer, "").await), @r#"400 {"error":"no number"}"#);
    assert_eq!(house.calls().await, 0);
}

#[tokio::test]
async fn waiting_callers_are_given_to_who_can_take_them_whatever_the_queue() {
    let house = House::open().await;
    let nobody = json!({"version": 2, "calls": [{"callId": "c1", "agents": []}]});
    assert_eq!(json_of(&house.post(Hook::Agents, &waiting("QU_1")).await), nobody);
    house.ha_takes_calls().await;
    let agent = json!({"stringee_user_id": "agent_ha", "routing_type": 1, "answer_timeout": 12});
    let given = json!({"version": 2, "calls": [{"callId": "c1", "agents": [agent]}]});
    for queue in ["QU_1", "a queue that nobody has heard of"] {
        assert_eq!(json_of(&house.post(Hook::Agents, &waiting(queue)).await), given, "{queue}");
    }
}

#[tokio::test]
async fn a_call_out_is_connected_and_recorded_or_refused() {
    let house = House::open().await;
    let dial = |to: &str| format!("from={HOTLINE}&to={to}&userId=agent_ha&callId=c1");
    let connected = json_of(&house.ask(Hook::Callout, &dial("84901234567")).await);
    let recordings = format!("http://localhost:3000{}", Hook::Recordings.path(&house.path));
    assert_eq!(connected[0], json!({"action": "record", "eventUrl": recordings, "format": "mp3"}));
    assert_eq!(connected[1]["from"], json!({"type": "internal", "number": HOTLINE, "alias": HOTLINE}));
    assert_eq!(connected[1]["to"], json!({"type": "external", "number": "84901234567", "alias": "84901234567"}));
    assert_eq!(connected.as_array().map(Vec::len), Some(2));
    assert_eq!(told(&house.ask(Hook::Callout, &dial("19001000")).await), "200 []");
    let stranger = format!("from={HOTLINE}&to=84901234567&userId=somebody");
    assert_eq!(told(&house.ask(Hook::Callout, &stranger).await), "200 []");
    let listed = ["callout 200", "callout 200 refused: blocked", "callout 200 refused: not ours"];
    assert_eq!(house.deliveries(3).await, listed);
}

#[tokio::test]
async fn whoever_asks_learns_who_calls() {
    let house = House::open().await;
    let form = CustomerForm {
        name: "Nguyễn An".into(),
        company: "Cty An".into(),
        phones: vec![PhoneForm { raw: "0986776777".into(), ..PhoneForm::default() }],
        ..CustomerForm::default()
    };
    let id = backend::customers::create(&house.app.backend, &house.admin, &form).await.expect("a customer").id;
    let known = json_of(&house.ask(Hook::Customer, &format!("from={CUSTOMER}&to={HOTLINE}&project=25")).await);
    assert_eq!((&known["customers"], &known["customer_id"]), (&json!(1), &json!(id)));
    assert_eq!((&known["name"], &known["company"]), (&json!("Nguyễn An"), &json!("Cty An")));
    assert_eq!(told(&house.ask(Hook::Customer, "from=anonymous").await), r#"200 {"customers":0}"#);
}

#[tokio::test]
async fn a_telling_is_on_the_disk_once_it_is_answered_and_counts_once() {
    let house = House::open().await;
    let (rings, ended) = (event(&house, "ringing", 1_000), event(&house, "ended", 9_000));
    assert_snapshot!(told(&house.post(Hook::Events, &rings).await), @r#"200 {"r":0}"#);
    assert_eq!(house.calls().await, 1, "nothing is waited for here");
    for again in [&rings, &ended, &ended, &rings] {
        assert_eq!(told(&house.post(Hook::Events, again).await), r#"200 {"r":0}"#);
        assert_eq!(house.calls().await, 1);
    }
    let query = CallQuery::default();
    let rows = backend::calls::list(&house.app.backend, &house.admin, &query).await.expect("calls").rows;
    let row = rows.iter().find(|row| is_customers(row)).expect("the call");
    assert_eq!(row.outcome, Some(Outcome::Missed));
    assert_eq!(house.deliveries(5).await, ["events 200"; 5], "each time it came");
}

#[tokio::test]
async fn a_page_is_there_though_one_of_its_sections_could_not_ask_the_provider() {
    // Nobody listens at this port.
    let nobody = AccountForm { contact_centre_api: "http://127.0.0.1:9".into(), ..account(&[]) };
    let app = House::with(&nobody).await.app.signed_in("admin@alo.demo").await;
    let page = app.get("/settings/telephone/stringee").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("SK.0.house"), "what does not need the provider is shown");
    assert!(page.body.contains("Không kết nối được tổng đài"), "{}", page.body);
    assert_eq!(app.call("telephone/stringee-queues", "{}").await.status, 502);
}

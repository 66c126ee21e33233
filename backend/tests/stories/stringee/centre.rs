//! The contact centre's desk, against the pretend company itself.

mod desk;
mod publish;
mod sounds;

use crate::stringee::account;
use crate::world::World;
use axum::Router;
use backend::{centre, stringee};
use domain::access::Actor;
use domain::centre::{
    AgentForm, Answers, BlockedForm, CentreDesk, Does, DraftEdit, GroupForm, HotlineForm, KeyRow, MenuForm, NodeForm,
    Press, PublishState, Publishing, QueueForm, Rank, RouteRow, SipForm,
};
use domain::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use domain::stringee::AccountForm;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

/// A company of one's own, and its control panel.
struct Company {
    address: String,
    client: reqwest::Client,
}

impl Company {
    /// With the demonstration's set-up, and an account of the story there. Its clock is the world's.
    async fn open(w: &World) -> Self {
        let company = Self::without_account(w).await;
        let form = company.account();
        stringee::save(&w.b, &w.admin, &form).await.unwrap();
        company
    }

    /// On its first day.
    async fn empty(w: &World) -> Self {
        let company = Self::open(w).await;
        company.panel("empty", json!({})).await;
        company
    }

    async fn without_account(w: &World) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
        w.pass(i64::try_from(now).unwrap() - w.b.now().0);
        // It stays open for as long as the process: its addresses alone would not keep it.
        let sandbox = Box::leak(Box::new(sandbox::start(sandbox::Settings::demo()).await.unwrap()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/sandbox", listener.local_addr().unwrap());
        let app = Router::new().nest("/sandbox", sandbox.router());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, client: reqwest::Client::builder().build().unwrap() }
    }

    fn account(&self) -> AccountForm {
        let known = sandbox::Project::demo();
        AccountForm {
            key_sid: known.key_sid,
            key_secret: known.key_secret,
            project_id: known.id.to_string(),
            call_api: format!("{}/stringee/api", self.address),
            contact_centre_api: format!("{}/stringee/pcc", self.address),
            hotlines: Vec::new(),
            ..account()
        }
    }

    /// Somebody changes it with another tool.
    async fn elsewhere(&self, w: &World, method: reqwest::Method, path: &str, body: &str) {
        let answer = self.ask(w, method, path).body(body.to_owned()).send().await.unwrap().text().await.unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["r"], 0, "{path}: {answer}");
    }

    /// How many of these it has.
    async fn has(&self, w: &World, path: &str) -> usize {
        let answer = self.ask(w, reqwest::Method::GET, path).send().await.unwrap().text().await.unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        answer["data"].as_object().unwrap().values().find_map(Value::as_array).unwrap().len()
    }

    fn ask(&self, w: &World, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        let known = sandbox::Project::demo();
        let payload = domain::stringee::rest_payload(&known.key_sid, w.b.now());
        let header = jsonwebtoken::Header { cty: Some("stringee-api;v=1".into()), ..jsonwebtoken::Header::default() };
        let key = jsonwebtoken::EncodingKey::from_secret(known.key_secret.as_bytes());
        let token = jsonwebtoken::encode(&header, &payload, &key).unwrap();
        self.client.request(method, format!("{}/stringee/pcc/v1/{path}", self.address)).header("x-stringee-auth", token)
    }

    /// Nothing is in the way any more; what is set up stays.
    async fn behave(&self) {
        self.panel("rest/reset", json!({})).await;
    }

    /// Makes something happen.
    async fn panel(&self, what: &str, how: Value) {
        let address = format!("{}/api/stringee/{what}", self.address);
        let request = self.client.post(address).header("content-type", "application/json").body(how.to_string());
        assert!(request.send().await.unwrap().status().is_success(), "{what}");
    }
}

/// What the pages show.
async fn desk(w: &World) -> CentreDesk {
    centre::desk(&w.b, &w.admin).await.unwrap()
}

/// Changes the draft as it is now.
async fn edit(w: &World, edit: DraftEdit) {
    edit_as(w, &w.admin, edit).await;
}

async fn edit_as(w: &World, who: &Actor, edit: DraftEdit) {
    let revision = desk(w).await.revision;
    centre::edit(&w.b, who, revision, &edit).await.unwrap_or_else(|problem| panic!("{edit:?}: {problem:?}"));
}

/// Publishes the draft as it is now, and waits for what becomes of it.
async fn publish(w: &World, note: &str) -> Publishing {
    let revision = desk(w).await.revision;
    centre::publish(&w.b, &w.admin, revision, note).await.unwrap();
    carried_out(w).await
}

/// What becomes of the publishing.
async fn carried_out(w: &World) -> Publishing {
    centre::carry_out(&w.b).await.unwrap();
    let publishing = centre::publishing(&w.b, &w.admin).await.unwrap().unwrap();
    assert_ne!(publishing.state, PublishState::Running, "somebody carries it out");
    publishing
}

fn group(id: &str, name: &str, members: &[&str]) -> DraftEdit {
    let form = GroupForm { name: name.into(), members: members.iter().copied().map(Seat::new).collect() };
    DraftEdit::Group { id: GroupId::new(id), form }
}

fn agent(seat: &str, name: &str) -> DraftEdit {
    let form = AgentForm { seat: seat.into(), name: name.into(), ..AgentForm::default() };
    DraftEdit::Agent { was: None, form }
}

fn queue(id: &str, name: &str, group: &str) -> DraftEdit {
    let route = RouteRow { group: GroupId::new(group), rank: Rank::Primary };
    let form = QueueForm { name: name.into(), groups: vec![route], ..QueueForm::default() };
    DraftEdit::Queue { id: QueueId::new(id), form }
}

fn menu(id: &str, name: &str) -> DraftEdit {
    DraftEdit::Menu { id: MenuId::new(id), form: MenuForm { name: name.into(), root: None } }
}

fn key(press: Press, queue: &str) -> KeyRow {
    KeyRow {
        press,
        does: Does::Queue,
        queue: Some(QueueId::new(queue)),
        next: None,
        forward: String::new(),
        caller_id: String::new(),
    }
}

fn node(menu: &str, id: &str, says: &str, keys: Vec<KeyRow>) -> DraftEdit {
    let form = NodeForm { name: id.into(), text: says.into(), keys, ..NodeForm::default() };
    DraftEdit::Node { menu: MenuId::new(menu), id: NodeId::new(id), form }
}

fn hotline(number: &str, name: &str, menu: &str) -> DraftEdit {
    let form = HotlineForm {
        number: number.into(),
        name: name.into(),
        calls_out: true,
        records_calls_out: true,
        answers: Answers::Menu,
        menu: Some(MenuId::new(menu)),
        queue: None,
    };
    DraftEdit::Hotline { was: None, form }
}

/// A small contact centre, from nothing: one number, a menu, two queues, one group of two.
async fn draw_up(w: &World) {
    edit(w, agent("agent_lan", "Trần Thị Lan")).await;
    edit(w, agent("agent_minh", "Đỗ Minh")).await;
    edit(w, group("all", "Tất cả", &["agent_lan", "agent_minh"])).await;
    edit(w, queue("sales", "Bán hàng", "all")).await;
    edit(w, queue("care", "Chăm sóc", "all")).await;
    edit(w, menu("welcome", "Lời chào")).await;
    let keys = vec![key(Press::One, "sales"), key(Press::Two, "care"), key(Press::Nothing, "care")];
    edit(w, node("welcome", "hello", "Xin chào. Bán hàng bấm 1, chăm sóc bấm 2.", keys)).await;
    edit(w, hotline("02471000009", "Tổng đài", "welcome")).await;
    let form = SipForm { user: "lan".into(), seat: Some(Seat::new("agent_lan")), extension: "101".into() };
    edit(w, DraftEdit::Sip { was: None, form }).await;
    let form = BlockedForm { number: "0911000001".into(), in_menus: true, in_queues: true };
    edit(w, DraftEdit::Blocked { was: None, form }).await;
    let ours = desk(w).await.around.ours.unwrap();
    edit(w, DraftEdit::AskUs { ours }).await;
}

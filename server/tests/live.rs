//! The live connection: who may open it, what each hears, and when it ends.

// Helpers of tests may fail as loudly as tests.
#![allow(clippy::expect_used, clippy::panic, unreachable_pub)]

mod support;

use domain::access::Role;
use domain::floor::Status;
use domain::live::{Push, SIGNED_OUT};
use domain::rights::Numbers;
use futures_util::{SinkExt, StreamExt};
use std::net::SocketAddr;
use std::time::Duration;
use support::TestApp;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// Longer than anything may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A page's connection.
struct Page {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    told: Vec<Push>,
}

impl Page {
    async fn open(at: SocketAddr, cookie: &str, origin: Option<&str>) -> Result<Self, u16> {
        let mut request = format!("ws://{at}/live").into_client_request().expect("a request");
        let mut set = |name: &'static str, value: &str| {
            request.headers_mut().insert(name, value.parse().expect("a header"));
        };
        set("cookie", cookie);
        if let Some(origin) = origin {
            set("origin", origin);
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Self { socket, told: Vec::new() }),
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(other) => panic!("{other}"),
        }
    }

    async fn of(app: &TestApp, at: SocketAddr) -> Self {
        let mut page = Self::open(at, app.cookie(), None).await.expect("a connection");
        assert_eq!(page.next().await, Push::Everything, "what happened before is to be asked for");
        page
    }

    async fn watching(app: &TestApp, at: SocketAddr) -> Self {
        let mut page = Self::of(app, at).await;
        page.socket.send(Message::text(r#"{"ask":"floor","on":true}"#)).await.expect("sent");
        assert_eq!(page.next().await, Push::Everything);
        page
    }

    /// What is told next, but for signs of life.
    async fn next(&mut self) -> Push {
        loop {
            while !self.told.is_empty() {
                let push = self.told.remove(0);
                if push != Push::Pulse {
                    return push;
                }
            }
            if let Message::Text(text) = self.message().await {
                self.told = serde_json::from_str(&text).expect("pushes");
            }
        }
    }

    async fn message(&mut self) -> Message {
        let message = tokio::time::timeout(PATIENCE, self.socket.next()).await;
        message.expect("something is told").expect("an open connection").expect("a message")
    }

    /// The code with which the server closes.
    async fn closed(mut self) -> u16 {
        loop {
            if let Message::Close(frame) = self.message().await {
                return frame.expect("a reason").code.into();
            }
        }
    }

    /// Waits until somebody is told to be in a call, and says with which number.
    async fn number_on_the_floor(&mut self) -> String {
        loop {
            let Push::Floor(update) = self.next().await else { continue };
            if let Some(call) = update.members.into_iter().find_map(|one| one.call) {
                return call.number_raw;
            }
        }
    }

    /// Waits until a member is told to do this.
    async fn sees(&mut self, name: &str, status: Status) {
        loop {
            if let Push::Floor(update) = self.next().await
                && update.members.iter().any(|one| one.member.name == name && one.status == status)
            {
                return;
            }
        }
    }
}

/// A beat that takes the telephone.
fn beat(tab: &str, claim: &str) -> String {
    format!(
        r#"{{"beat":{{"tab":"{tab}","computer":"Chrome","claim":{{"claim":"{claim}"}},"line":{{"connected":true,"presence":"online","device":null}},"calls":[],"wrap_up":null}}}}"#
    )
}

async fn takes(app: &TestApp, tab: &str) {
    let answer = app.call("telephone/beat", &beat(tab, "take")).await;
    assert!(answer.body.contains(r#""mine":true"#), "{}", answer.body);
}

/// The id of who is called so.
async fn own_id(app: &TestApp, name: &str) -> serde_json::Value {
    let members: serde_json::Value =
        serde_json::from_str(&app.call("staff/colleagues", "{}").await.body).expect("JSON");
    let named = |one: &&serde_json::Value| one["name"] == name;
    members.as_array().expect("a list").iter().find(named).expect("a member")["id"].clone()
}

/// A manager who leads no team.
async fn stranger(app: &TestApp) -> TestApp {
    let admin = app.clone().signed_in("admin@alo.demo").await;
    let form = r#"{"form":{"name":"Người Lạ","email":"la@alo.demo","role":"manager","seat":"","team":null,"leads":[],"active":true,"password":"alo-demo-2026"}}"#;
    let created = admin.call("staff/create", form).await;
    assert_eq!(created.status, 200, "{}", created.body);
    app.clone().signed_in("la@alo.demo").await
}

#[tokio::test]
async fn only_our_own_pages_of_signed_in_members_are_connected() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    let at = app.listen().await;
    let refused = |cookie: &'static str, origin| async move { Page::open(at, cookie, origin).await.err() };
    assert_eq!(refused("", None).await, Some(401));
    assert_eq!(refused("alo_session=made-up", None).await, Some(401));
    assert_eq!(Page::open(at, app.cookie(), Some("https://evil.example")).await.err(), Some(403));
    assert!(Page::open(at, app.cookie(), Some(&format!("http://{at}"))).await.is_ok());
}

#[tokio::test]
async fn whoever_leads_a_member_sees_them_at_once_and_nobody_else_does() {
    let app = TestApp::start().await;
    let at = app.listen().await;
    let (lan, hung) = (app.clone().signed_in("lan@alo.demo").await, app.clone().signed_in("hung@alo.demo").await);
    let la = stranger(&app).await;
    let mut admin = Page::watching(&app.clone().signed_in("admin@alo.demo").await, at).await;
    let mut leads = Page::watching(&app.clone().signed_in("quan@alo.demo").await, at).await;
    let mut leads_nobody = Page::watching(&la, at).await;
    let mut colleague = Page::of(&hung, at).await;
    // An agent who asks for the floor all the same is told nothing of it.
    colleague.socket.send(Message::text(r#"{"ask":"floor","on":true}"#)).await.expect("sent");

    takes(&lan, "lan").await;
    admin.sees("Nguyễn Thị Lan", Status::Ready).await;
    leads.sees("Nguyễn Thị Lan", Status::Ready).await;
    takes(&hung, "hung").await;
    assert_eq!(colleague.next().await, Push::Voice { fence: 1 }, "the first that concerns a colleague");
    takes(&la, "la").await;
    assert_eq!(leads_nobody.next().await, Push::Voice { fence: 1 }, "the first that concerns them");
}

#[tokio::test]
async fn a_call_is_told_to_its_member_and_whoever_leads_them() {
    let app = TestApp::start().await;
    let at = app.listen().await;
    let lan = app.clone().signed_in("lan@alo.demo").await;
    let mut own = Page::of(&lan, at).await;
    let mut leads = Page::of(&app.clone().signed_in("quan@alo.demo").await, at).await;
    let facts = r#"{"calls":[{"call":"c1","facts":[{"id":"1","source":"tab","at":1,"what":{"what":"offered","number":"0901234567","hotline":null,"queue":null}}]}]}"#;
    assert_eq!(lan.call("calls/report", facts).await.status, 200);
    for page in [&mut own, &mut leads] {
        let Push::Call { call, rings, .. } = page.next().await else { panic!("a call") };
        assert_eq!((call.as_str(), rings), ("c1", true));
    }
}

#[tokio::test]
async fn signing_out_ends_the_connection() {
    let app = TestApp::start().await;
    let at = app.listen().await;
    let lan = app.clone().signed_in("lan@alo.demo").await;
    let elsewhere = app.clone().signed_in("lan@alo.demo").await;
    let (page, mut stays) = (Page::of(&lan, at).await, Page::of(&elsewhere, at).await);
    lan.form("/sign-out", "").await;
    assert_eq!(page.closed().await, SIGNED_OUT);
    takes(&elsewhere, "tab").await;
    assert_eq!(stays.next().await, Push::Voice { fence: 1 }, "another session goes on");
    elsewhere.form("/sign-out", "everywhere=1").await;
    assert_eq!(stays.closed().await, SIGNED_OUT);
}

#[tokio::test]
async fn a_page_that_is_left_gives_the_telephone_up() {
    let app = TestApp::start().await.signed_in("lan@alo.demo").await;
    takes(&app, "one").await;
    let last = beat("one", "release").replace(r#""claim":"release""#, r#""claim":"release","fence":1"#);
    let last: serde_json::Value = serde_json::from_str(&last).expect("JSON");
    // As a browser sends it from a page that goes away.
    let said = serde_json::json!({ "member": own_id(&app, "Nguyễn Thị Lan").await, "beat": last["beat"], "facts": [] });
    let answer = app.post_from(support::Site::Own, "/telephone/leave", &said.to_string()).await;
    assert_eq!(answer.status, 204, "{}", answer.body);
    assert_eq!(app.post_from(support::Site::Cross, "/telephone/leave", "{}").await.status, 403);
    let next = app.call("telephone/beat", &beat("two", "take_if_free")).await;
    assert!(next.body.contains(r#""mine":true"#) && next.body.contains(r#""fence":2"#), "{}", next.body);
}

#[tokio::test]
async fn whoever_may_not_see_numbers_is_told_none_of_the_floor() {
    let app = TestApp::start().await;
    let at = app.listen().await;
    let lan = app.clone().signed_in("lan@alo.demo").await;
    takes(&lan, "lan").await;
    let admin = app.actor("admin@alo.demo").await;
    let mut wanted = backend::rights::get(&app.backend, &admin).await.expect("the table");
    wanted.decide_numbers(Role::Manager, Numbers::Masked);
    backend::rights::save(&app.backend, &admin, &wanted).await.expect("a decision");
    let mut sees = Page::watching(&app.clone().signed_in("admin@alo.demo").await, at).await;
    let mut masked = Page::watching(&app.clone().signed_in("quan@alo.demo").await, at).await;
    let facts = r#"{"calls":[{"call":"c1","facts":[{"id":"1","source":"tab","at":1,"what":{"what":"offered","number":"0933445566","hotline":null,"queue":null}}]}]}"#;
    assert_eq!(lan.call("calls/report", facts).await.status, 200);
    assert_eq!(sees.number_on_the_floor().await, "0933445566");
    let told = masked.number_on_the_floor().await;
    assert!(told.starts_with("~093•••••66~") && !told.contains("33445566"), "{told}");
}

//! Three servers on one PostgreSQL behind a balancer: work is done once, changes are heard everywhere, servers are killed
//! and restarted in turn in the middle of calls and of an import, and nothing is lost.

// Helpers of tests may fail as loudly as tests.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    unreachable_pub,
    unused_qualifications,
    dead_code
)]

#[path = "several/balancer.rs"]
mod balancer;
#[path = "killed/chance.rs"]
mod chance;
#[path = "several/fleet.rs"]
mod fleet;
#[path = "killed/house.rs"]
mod house;
#[path = "killed/person.rs"]
mod person;
#[path = "../../backend/tests/stories/postgres.rs"]
mod postgres;
#[path = "killed/proof.rs"]
mod proof;

use chance::Chance;
use domain::ids::{CallId, ImportId};
use domain::imports::{Import, State};
use domain::live::Push;
use fleet::Fleet;
use futures_util::StreamExt;
use person::{Person, Sent};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

const SERVERS: usize = 3;
/// How often a server is killed, one after the other.
const KILLS: usize = 30;
/// How often each is restarted in good order.
const ROUNDS: usize = 2;
/// Customers in the file that comes in meanwhile.
const BROUGHT_IN: usize = 20_000;
/// Of what one server does for all, that which is done often.
const WORKS: [&str; 3] = ["centre", "duplicates", "history"];
const AGENTS: [&str; 4] = ["lan@alo.demo", "hung@alo.demo", "ha@alo.demo", "quan@alo.demo"];
const ADMIN: &str = "admin@alo.demo";
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes the tables that new databases of the tests' PostgreSQL begin with.
async fn make_tables(address: &str) {
    let backend = backend::Backend::open(backend::Settings::new(address, [0; 32])).await;
    backend.unwrap().close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_servers_lose_nothing() {
    let seed = chance::seed();
    eprintln!("ALO_SEED={seed}");
    let mut chance = Chance::new(seed);
    let mut fleet = Fleet::build(postgres::database().await, SERVERS).await;
    let admin = Person::signed_in(&fleet.url, ADMIN, "desk", Chance::new(0)).await;
    let before = admin.listed().await;

    another_does_the_work_of_one_that_died(&mut fleet).await;
    let mut sent = what_one_server_is_told_pages_of_all_hear(&fleet, &admin).await;
    let import = begun_import(&admin).await;
    sent.extend(killed_in_turn(&mut fleet, &mut chance).await);
    is_brought_in_once(&admin, &import).await;
    let in_good_order = restarted_in_turn(&mut fleet, &admin, &mut chance).await;
    assert_eq!(proof::failures(&in_good_order), 0, "a restart in good order is not noticed");
    sent.extend(in_good_order);

    assert!(sent.len() > KILLS, "only {} calls: the test looked at little", sent.len());
    proof::nothing_is_lost(&admin, &before, &sent).await;
    fleet.rederives_without_a_difference(before.len() + sent.len()).await;
    eprintln!("{} calls, {} facts, {} requests that failed", sent.len(), proof::facts(&sent), proof::failures(&sent));
}

async fn another_does_the_work_of_one_that_died(fleet: &mut Fleet) {
    let turns = fleet.turns(&WORKS).await;
    let busiest = turns["history"];
    fleet.kill(busiest).await;
    fleet.is_ready(busiest).await;
    fleet.turns(&WORKS).await;
}

/// A page connected to one server hears of a call that another was told of.
async fn what_one_server_is_told_pages_of_all_hear(fleet: &Fleet, admin: &Person) -> BTreeMap<CallId, Sent> {
    let mut pages = Vec::new();
    for address in &fleet.addresses {
        pages.push(page(address, admin).await);
    }
    let lan = Person::signed_in(&fleet.url, AGENTS[0], "other tab", Chance::new(1)).await;
    let sent = lan.works_once().await;
    let about = |push: &Push| matches!(push, Push::Call { call, .. } if sent.contains_key(call));
    for page in &mut pages {
        while !pushed(page).await.iter().any(about) {}
    }
    sent
}

type Page = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn page(address: &str, of: &Person) -> Page {
    let mut request = format!("ws://{address}/live").into_client_request().unwrap();
    request.headers_mut().insert("cookie", of.cookie().parse().unwrap());
    let (mut page, _) = connect_async(request).await.unwrap();
    // What happens in the same moment may come with it.
    assert_eq!(pushed(&mut page).await.first(), Some(&Push::Everything));
    page
}

async fn pushed(page: &mut Page) -> Vec<Push> {
    loop {
        match timeout(PATIENCE, page.next()).await.expect("something is told").unwrap().unwrap() {
            Message::Text(text) => return serde_json::from_str(&text).unwrap(),
            Message::Ping(_) | Message::Pong(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A file comes in and begins to be brought in.
async fn begun_import(admin: &Person) -> ImportId {
    let people = (0..BROUGHT_IN).map(|n| format!("Người {n},0987{n:06}\n"));
    let file: String = ["Họ tên,SĐT\n".to_owned()].into_iter().chain(people).collect();
    let id = admin.uploads(&file).await.id;
    let plan = json!({ "columns": ["name", "phone"], "by": "either", "rule": "merge", "owner": null });
    let _: Value = admin.certainly("imports/check", &json!({ "id": id, "plan": plan })).await;
    reaches(admin, &id, State::Checked).await;
    let _: Value = admin.certainly("imports/run", &json!({ "id": id })).await;
    id
}

async fn reaches(admin: &Person, id: &ImportId, state: State) -> Import {
    loop {
        let now: Import = admin.certainly("imports/get", &json!({ "id": id })).await;
        if now.state == state {
            return now;
        }
        sleep(Duration::from_millis(20)).await;
    }
}

async fn is_brought_in_once(admin: &Person, id: &ImportId) {
    let done = timeout(PATIENCE, reaches(admin, id, State::Done)).await.expect("the import ends");
    let counts = (done.counts.created, done.counts.rejected);
    assert_eq!(counts, (u64::try_from(BROUGHT_IN).unwrap(), 0), "each customer once");
}

/// Everybody telephones while one server after the other is killed.
async fn killed_in_turn(fleet: &mut Fleet, chance: &mut Chance) -> BTreeMap<CallId, Sent> {
    let shift = Shift::begin(fleet, "first shift", chance).await;
    for n in 0..KILLS {
        sleep(Duration::from_millis(chance.below(300))).await;
        fleet.kill(n % SERVERS).await;
        // Now and then the next is killed before this one is back.
        if chance.below(4) > 0 {
            fleet.is_ready(n % SERVERS).await;
        }
    }
    for n in 0..SERVERS {
        fleet.is_ready(n).await;
    }
    shift.end().await
}

/// Everybody telephones while one server after the other is restarted in good order.
async fn restarted_in_turn(fleet: &mut Fleet, admin: &Person, chance: &mut Chance) -> BTreeMap<CallId, Sent> {
    let shift = Shift::begin(fleet, "second shift", chance).await;
    for n in 0..ROUNDS * SERVERS {
        let mut page = page(&fleet.addresses[n % SERVERS], admin).await;
        fleet.restart(n % SERVERS).await;
        is_told_to_come_again(&mut page).await;
    }
    shift.end().await
}

/// An open page is told that its server stops, and not left to find out.
async fn is_told_to_come_again(page: &mut Page) {
    loop {
        match timeout(PATIENCE, page.next()).await.expect("something is told").unwrap().unwrap() {
            Message::Close(Some(frame)) => return assert_eq!(u16::from(frame.code), 1012, "the server restarts"),
            Message::Close(None) => panic!("no reason is told"),
            _ => {}
        }
    }
}

/// Those who telephone, and until when.
struct Shift {
    over: Arc<AtomicBool>,
    agents: Vec<JoinHandle<BTreeMap<CallId, Sent>>>,
}

impl Shift {
    async fn begin(fleet: &Fleet, tab: &str, chance: &mut Chance) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let mut agents = Vec::new();
        for email in AGENTS {
            let agent = Person::signed_in(&fleet.url, email, tab, Chance::new(chance.next())).await;
            agents.push(tokio::spawn(agent.works_until(over.clone())));
        }
        Self { over, agents }
    }

    async fn end(self) -> BTreeMap<CallId, Sent> {
        self.over.store(true, Ordering::Relaxed);
        let mut sent = BTreeMap::new();
        for agent in self.agents {
            sent.extend(agent.await.unwrap());
        }
        sent
    }
}

//! The server is killed a hundred times at random moments of running calls, on each database: no call is lost, none is
//! there twice, none goes on for ever.

// Helpers of tests may fail as loudly as tests.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    unreachable_pub,
    unused_qualifications
)]

#[path = "killed/chance.rs"]
mod chance;
#[path = "killed/house.rs"]
mod house;
#[path = "killed/person.rs"]
#[expect(dead_code, reason = "several servers ask more of it")]
mod person;
#[path = "../../backend/tests/stories/postgres.rs"]
#[expect(dead_code, reason = "the stories ask more of it")]
mod postgres;
#[path = "killed/proof.rs"]
mod proof;

use chance::Chance;
use domain::ids::CallId;
use house::House;
use person::{Person, Sent};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How often the server is killed, on each database.
const KILLS: u32 = 100;
/// Those who telephone.
const AGENTS: [&str; 4] = ["lan@alo.demo", "hung@alo.demo", "ha@alo.demo", "quan@alo.demo"];
const ADMIN: &str = "admin@alo.demo";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("alo.db").display());
    no_call_is_lost(address).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    no_call_is_lost(postgres::database().await).await;
}

/// Makes the tables that new databases of the tests' PostgreSQL begin with.
async fn make_tables(address: &str) {
    let backend = backend::Backend::open(backend::Settings::new(address, [0; 32])).await;
    backend.unwrap().close().await;
}

async fn no_call_is_lost(database: String) {
    let seed = chance::seed();
    // Shown when the test fails; the same seed makes the same calls and the same pauses.
    eprintln!("ALO_SEED={seed}");
    let mut chance = Chance::new(seed);
    let mut house = House::build(database).await;
    let admin = Person::signed_in(&house.url, ADMIN, "tab", Chance::new(0)).await;
    let before = admin.listed().await;

    let closing = Arc::new(AtomicBool::new(false));
    let mut shifts = Vec::new();
    for email in AGENTS {
        let agent = Person::signed_in(&house.url, email, "tab", Chance::new(chance.next())).await;
        shifts.push(tokio::spawn(agent.works_until(closing.clone())));
    }
    for _ in 0..KILLS {
        house.kill_after(Duration::from_millis(chance.below(120)), chance.below(5) == 0).await;
    }
    closing.store(true, Ordering::Relaxed);
    let mut sent: BTreeMap<CallId, Sent> = BTreeMap::new();
    for shift in shifts {
        sent.extend(shift.await.unwrap());
    }

    assert!(sent.len() > KILLS as usize / 2, "only {} calls: the test looked at little", sent.len());
    proof::nothing_is_lost(&admin, &before, &sent).await;
    house.rederives_without_a_difference(before.len() + sent.len()).await;
    eprintln!("{} calls, {} facts, {} requests that failed", sent.len(), proof::facts(&sent), proof::failures(&sent));
}

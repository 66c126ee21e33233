//! What one server does for all: which one it is, and who goes on when it is gone.

use crate::world::World;
use backend::turns::{self, Turn};
use backend::{Backend, Settings};

/// Another server of the same installation.
async fn another(w: &World, instance: &str) -> Backend {
    let settings = Settings::new(&w.address, [7; 32]);
    let settings = Settings { surroundings: w.held.clone(), instance: instance.to_owned(), ..settings };
    Backend::open(settings).await.unwrap()
}

#[tokio::test]
async fn one_of_two_servers_has_the_turn_until_it_dies() {
    let w = World::on_postgres().await;
    let (first, second) = (another(&w, "first").await, another(&w, "second").await);
    let (of_first, of_second) = (Turn::of("sweep", 3_000), Turn::of("sweep", 3_000));
    assert!(of_first.is_ours(&first).await.unwrap());
    assert!(!of_second.is_ours(&second).await.unwrap());
    for _ in 0..10 {
        w.pass(6_000);
        assert!(of_first.is_ours(&first).await.unwrap(), "whoever lives keeps it");
        assert!(!of_second.is_ours(&second).await.unwrap());
    }
    // The first is killed: it does not ask again.
    w.pass(14_000);
    assert!(!of_second.is_ours(&second).await.unwrap(), "it may be but slow");
    w.pass(6_000);
    assert!(of_second.is_ours(&second).await.unwrap());
    assert!(!of_first.is_ours(&first).await.unwrap(), "who comes back late finds it taken");
}

#[tokio::test]
async fn work_that_is_seldom_done_stays_with_the_same_server() {
    let w = World::on_postgres().await;
    let (first, second) = (another(&w, "first").await, another(&w, "second").await);
    let (of_first, of_second) = (Turn::of("old", 600_000), Turn::of("old", 600_000));
    for _ in 0..3 {
        assert!(of_first.is_ours(&first).await.unwrap());
        w.pass(300_000);
        assert!(!of_second.is_ours(&second).await.unwrap(), "in between it is nobody else's");
        w.pass(300_000);
    }
}

#[tokio::test]
async fn a_server_that_stops_gives_its_turns_back() {
    let w = World::on_postgres().await;
    let (first, second) = (another(&w, "first").await, another(&w, "second").await);
    let (of_first, of_second, other) = (Turn::of("sweep", 3_000), Turn::of("sweep", 3_000), Turn::of("history", 3_000));
    assert!(of_first.is_ours(&first).await.unwrap());
    assert!(other.is_ours(&second).await.unwrap(), "each work has a turn of its own");
    turns::give_back(&first).await.unwrap();
    assert!(of_second.is_ours(&second).await.unwrap());
}

#[tokio::test]
async fn on_sqlite_there_is_one_server_and_it_is_its_turn() {
    let w = World::on_sqlite().await;
    assert!(Turn::of("sweep", 3_000).is_ours(&w.b).await.unwrap());
    assert!(Turn::of("sweep", 3_000).is_ours(&w.b).await.unwrap());
}

//! A small balancer: hands each connection to the next server that says it is ready.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How often each server is asked whether it is ready.
const ASK_EVERY: Duration = Duration::from_millis(50);
/// A server that takes longer to say so is not.
const PATIENCE: Duration = Duration::from_secs(1);

struct Server {
    addr: String,
    ready: AtomicBool,
}

/// Listens for as long as the test runs; tells where.
pub async fn start(servers: &[String]) -> String {
    let servers: Arc<[Server]> =
        servers.iter().map(|addr| Server { addr: addr.clone(), ready: AtomicBool::new(false) }).collect();
    for n in 0..servers.len() {
        tokio::spawn(ask(servers.clone(), n));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let next = Arc::new(AtomicUsize::new(0));
        while let Ok((from, _)) = listener.accept().await {
            tokio::spawn(hand_on(from, servers.clone(), next.clone()));
        }
    });
    url
}

async fn ask(servers: Arc<[Server]>, n: usize) {
    let client = reqwest::Client::builder().timeout(PATIENCE).pool_max_idle_per_host(0).build().unwrap();
    let server = &servers[n];
    loop {
        let answer = client.get(format!("http://{}/ready", server.addr)).send().await;
        server.ready.store(answer.is_ok_and(|answer| answer.status().is_success()), Ordering::Relaxed);
        sleep(ASK_EVERY).await;
    }
}

/// To the next one in turn that is ready and takes it; to nobody when none does.
async fn hand_on(mut from: TcpStream, servers: Arc<[Server]>, next: Arc<AtomicUsize>) {
    for _ in 0..servers.len() {
        let server = &servers[next.fetch_add(1, Ordering::Relaxed) % servers.len()];
        if !server.ready.load(Ordering::Relaxed) {
            continue;
        }
        if let Ok(mut to) = TcpStream::connect(&server.addr).await {
            // Either end may break off at any time.
            let _ = copy_bidirectional(&mut from, &mut to).await;
            return;
        }
    }
}

//! Several servers of one installation behind a balancer, killed and restarted one by one.

use crate::balancer;
use crate::house::{free_address, program, rederives, site};
use std::collections::BTreeMap;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// How long anything may take on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// The servers.
pub struct Fleet {
    /// The balancer's.
    pub url: String,
    /// Each one's own.
    pub addresses: Vec<String>,
    figures: Vec<String>,
    database: String,
    folder: TempDir,
    processes: Vec<Child>,
}

impl Fleet {
    /// Starts so many on a new database, all at once.
    pub async fn build(database: String, count: usize) -> Self {
        rustls::crypto::ring::default_provider().install_default().ok();
        let addresses: Vec<String> = (0..count).map(|_| free_address()).collect();
        let url = balancer::start(&addresses).await;
        let figures = (0..count).map(|_| free_address()).collect();
        let mut fleet = Self { url, addresses, figures, database, folder: site(), processes: Vec::new() };
        for n in 0..count {
            let process = fleet.program(n).spawn().unwrap();
            fleet.processes.push(process);
        }
        for n in 0..count {
            fleet.is_ready(n).await;
        }
        fleet
    }

    fn program(&self, n: usize) -> Command {
        let mut program = program(&self.addresses[n], &self.database, &self.folder);
        program
            // One of them makes the people of the demonstration.
            .env("ALO_DEMO", if n == 0 { "on" } else { "off" })
            .env("ALO_METRICS_ADDR", &self.figures[n])
            .env("ALO_DRAIN_SECONDS", "1")
            .env("ALO_PUBLIC_URL", &self.url);
        program
    }

    /// Pulls the plug of one and starts it again; returns at once.
    pub async fn kill(&mut self, n: usize) {
        self.processes[n].kill().await.unwrap();
        self.processes[n] = self.program(n).spawn().unwrap();
    }

    /// Asks one to stop, which it does in good order, and starts it again; returns when it is ready.
    pub async fn restart(&mut self, n: usize) {
        let id = self.processes[n].id().expect("it runs");
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {id}")]).status().await.unwrap();
        assert!(asked.success());
        let ended = tokio::time::timeout(PATIENCE, self.processes[n].wait()).await.expect("it stops").unwrap();
        assert!(ended.success(), "it stopped with {ended}");
        self.processes[n] = self.program(n).spawn().unwrap();
        self.is_ready(n).await;
    }

    /// Waits until one says that it is ready.
    pub async fn is_ready(&mut self, n: usize) {
        let begun = Instant::now();
        while get(&format!("http://{}/ready", self.addresses[n])).await.is_none() {
            let ended = self.processes[n].try_wait().unwrap();
            assert!(ended.is_none(), "a server ended by itself: {ended:?}");
            assert!(begun.elapsed() < PATIENCE, "a server does not get ready");
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// Which server does which work for all of them, as their figures say; waits until each work has one.
    pub async fn turns(&self, works: &[&str]) -> BTreeMap<String, usize> {
        let begun = Instant::now();
        loop {
            let mut turns = BTreeMap::new();
            let mut twice = false;
            for (n, at) in self.figures.iter().enumerate() {
                let told = get(&format!("http://{at}/metrics")).await.unwrap_or_default();
                for work in works.iter().filter(|work| told.contains(&format!("alo_turns{{work=\"{work}\"}} 1"))) {
                    twice |= turns.insert((*work).to_owned(), n).is_some();
                }
            }
            // Figures of two servers are not of the same moment: what looks like two may be a turn that has just changed.
            if turns.len() == works.len() && !twice {
                return turns;
            }
            assert!(begun.elapsed() < PATIENCE, "some work is nobody's, or two do it: {turns:?}");
            sleep(Duration::from_millis(100)).await;
        }
    }

    /// `alo rederive --check` finds so many calls, each as its facts add up.
    pub async fn rederives_without_a_difference(&self, calls: usize) {
        rederives(self.program(0), calls).await;
    }
}

async fn get(url: &str) -> Option<String> {
    let answer = reqwest::get(url).await.ok()?.error_for_status().ok()?;
    answer.text().await.ok()
}

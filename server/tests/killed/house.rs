//! The real program on a database of its own, killed and started again.

use std::net::TcpListener;
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// How long a start may take on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// A house in which the power fails often.
pub struct House {
    pub url: String,
    addr: String,
    database: String,
    folder: TempDir,
    process: Child,
}

impl House {
    /// Starts the program on a new database, with the demonstration's members.
    pub async fn build(database: String) -> Self {
        rustls::crypto::ring::default_provider().install_default().ok();
        let folder = site();
        let addr = free_address();
        let process = program(&addr, &database, &folder).spawn().unwrap();
        let mut house = Self { url: format!("http://{addr}"), addr, database, folder, process };
        house.answers().await;
        house
    }

    /// Lets the server work for a while, kills it, and starts it again; now and then it is killed while it starts.
    pub async fn kill_after(&mut self, pause: Duration, while_starting: bool) {
        sleep(pause).await;
        self.process.kill().await.unwrap();
        self.process = program(&self.addr, &self.database, &self.folder).spawn().unwrap();
        if !while_starting {
            self.answers().await;
        }
    }

    /// `alo rederive --check` finds so many calls, each as its facts add up.
    pub async fn rederives_without_a_difference(&mut self, calls: usize) {
        rederives(program(&self.addr, &self.database, &self.folder), calls).await;
    }

    async fn answers(&mut self) {
        let client = reqwest::Client::new();
        let begun = Instant::now();
        while client.get(format!("{}/health", self.url)).send().await.is_err() {
            let ended = self.process.try_wait().unwrap();
            assert!(ended.is_none(), "the server ended by itself: {ended:?}");
            assert!(begun.elapsed() < PATIENCE, "the server does not answer");
            sleep(Duration::from_millis(2)).await;
        }
    }
}

/// The check finds so many calls, each as its facts add up.
pub async fn rederives(mut program: Command, calls: usize) {
    let done = program.args(["rederive", "--check"]).stdout(Stdio::piped()).output().await.unwrap();
    let said = String::from_utf8_lossy(&done.stdout);
    assert_eq!(said.trim(), format!("{calls} calls derived anew; 0 differed, left as they are."));
    assert!(done.status.success());
}

/// Web files, as far as the server looks for them.
pub fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("pkg")).unwrap();
    std::fs::write(folder.path().join("hash.txt"), "js: 0123\nwasm: 0123\ncss: 0123\n").unwrap();
    folder
}

/// Where nobody listens yet.
pub fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// The program with its settings, not started yet.
pub fn program(addr: &str, database: &str, folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alo"));
    command.env_clear().kill_on_drop(true).stdin(Stdio::null()).stdout(Stdio::null());
    command.env("ALO_ADDR", addr).env("ALO_DATABASE_URL", database).env("ALO_SITE", folder.path());
    command.env("ALO_DEMO", "on").env("ALO_LOG", "warn");
    command
}

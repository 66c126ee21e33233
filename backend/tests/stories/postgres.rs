//! A PostgreSQL server of the tests' own, started once for all of them and gone with them.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::OnceCell;

const MISSING: &str = "the stories need PostgreSQL's programs: apt install postgresql";
const TEMPLATE: &str = "alo_template";

struct Server {
    socket: String,
    programs: PathBuf,
    /// Its open standard input keeps the server alive; the system closes it when this process ends.
    _process: Child,
}

static SERVER: OnceLock<Server> = OnceLock::new();
static TEMPLATE_MADE: OnceCell<()> = OnceCell::const_new();
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// The address of a new database without any tables.
pub(crate) async fn nothing() -> String {
    let server = SERVER.get_or_init(start);
    let name = format!("nothing_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    server.createdb(&[&name]);
    server.address(&name)
}

/// The address of a new database with today's tables, for one test.
pub(crate) async fn database() -> String {
    let server = SERVER.get_or_init(start);
    TEMPLATE_MADE
        .get_or_init(|| async {
            server.createdb(&[TEMPLATE]);
            super::make_tables(&server.address(TEMPLATE)).await;
        })
        .await;
    let name = format!("story_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    server.createdb(&["--template", TEMPLATE, &name]);
    server.address(&name)
}

impl Server {
    fn address(&self, database: &str) -> String {
        format!("postgres://alo@localhost/{database}?host={}", self.socket)
    }

    fn createdb(&self, args: &[&str]) {
        let mut command = Command::new(self.programs.join("createdb"));
        let done = command.args(["-h", &self.socket, "-U", "alo"]).args(args).output().expect(MISSING);
        assert!(done.status.success(), "createdb: {}", String::from_utf8_lossy(&done.stderr));
    }
}

fn start() -> Server {
    let programs = programs().expect(MISSING);
    let mut command = Command::new("sh");
    command.args(["-c", include_str!("postgres.sh"), "postgres.sh"]).arg(&programs);
    // Nothing here must outlive the machine.
    command.args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
    // In a group of its own: an interrupt from the keyboard must not end it before it has tidied up.
    command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).process_group(0);
    as_ordinary_user(&mut command);
    let mut process = command.spawn().expect("sh");
    let mut socket = String::new();
    BufReader::new(process.stdout.take().expect("piped")).read_line(&mut socket).expect("a line");
    assert!(!socket.is_empty(), "PostgreSQL did not start");
    Server { socket: socket.trim().to_owned(), programs, _process: process }
}

/// The newest of Debian's versions, or what the path has.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|v| v.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<PathBuf> = debian.collect();
    debian.sort();
    debian.into_iter().rev().chain(std::env::split_paths(&path)).find(|folder| is_postgres(folder))
}

fn is_postgres(folder: &Path) -> bool {
    ["initdb", "postgres", "pg_isready", "createdb"].iter().all(|program| folder.join(program).exists())
}

/// PostgreSQL refuses to run as root: then it runs as the user its package made.
fn as_ordinary_user(command: &mut Command) {
    let number = |args: &[&str]| -> Option<u32> {
        let out = Command::new("id").args(args).output().ok()?;
        String::from_utf8(out.stdout).ok()?.trim().parse().ok()
    };
    if number(&["-u"]) == Some(0) {
        command.uid(number(&["-u", "postgres"]).expect(MISSING)).gid(number(&["-g", "postgres"]).expect(MISSING));
    }
}

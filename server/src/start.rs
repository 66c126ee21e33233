//! Starting: what must be true before the first request is taken.

use crate::Alo;
use crate::config::{Config, Mode, SandboxConfig};
use crate::live::Live;
use app::surroundings::Demonstration;
use backend::Backend;
use backend::line::Swept;
use domain::contact::Patience;
use domain::voice::LOST_AFTER;
use leptos::config::LeptosOptions;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::MissedTickBehavior;

/// How often it is asked which tabs have fallen silent.
const SILENCE_EVERY: Duration = Duration::from_secs(3);
/// How often it is looked whether the history is due.
const HISTORY_EVERY: Duration = Duration::from_secs(3);

/// How often it is looked whether a version of the contact centre is to be published.
const PUBLISHING_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked whether the contact centre is to be read again.
const CENTRE_EVERY: Duration = Duration::from_secs(10);
/// How often the provider is asked about telephones.
const TELEPHONES_EVERY: Duration = Duration::from_secs(15);

/// How often it is looked whether an import is to go on.
const IMPORTS_EVERY: Duration = Duration::from_millis(300);
/// How often saved customers are compared with others: few at a time, so that nobody waits for it.
const DUPLICATES_EVERY: Duration = Duration::from_secs(1);

/// Why the server does not start.
#[derive(Debug)]
pub enum StartError {
    /// The database.
    Backend(backend::OpenError),
    /// The pretend telephone company.
    Sandbox(sandbox::Error),
    /// A use case that must work at start.
    Demo(domain::problem::Problem),
    /// The database of a production installation holds demo accounts.
    DemoAccounts,
    /// The built web files are not where they should be.
    Site(PathBuf),
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Backend(error) => write!(f, "the database (ALO_DATABASE_URL): {error}"),
            Self::Sandbox(error) => write!(f, "the sandbox (ALO_SANDBOX): {error}"),
            Self::Demo(problem) => write!(f, "the demo data (ALO_DEMO): {problem:?}"),
            Self::Site(list) => {
                write!(f, "the web files (ALO_SITE): {} is missing; `make run` builds them", list.display())
            }
            Self::DemoAccounts => f.write_str("production mode refuses a database with demo accounts: use another one"),
        }
    }
}

impl std::error::Error for StartError {}

/// Opens the database, fills a demonstration, starts the sandbox.
///
/// # Errors
/// What must be mended before the server can start.
pub async fn start(config: Config) -> Result<Alo, StartError> {
    let names = hashed_names(&config);
    if !names.is_file() {
        return Err(StartError::Site(names));
    }
    let backend = open(&config).await?;
    let sandbox = match &config.sandbox {
        Some(at) => Some(Arc::new(sandbox::start(sandbox_settings(&config, at)).await.map_err(StartError::Sandbox)?)),
        None => None,
    };
    tokio::spawn(sweep(backend.clone()));
    tokio::spawn(read_history(backend.clone()));
    tokio::spawn(watch_telephones(backend.clone()));
    tokio::spawn(go_on_with_imports(backend.clone()));
    tokio::spawn(find_duplicates(backend.clone()));
    tokio::spawn(publish_centre(backend.clone()));
    tokio::spawn(read_centre(backend.clone()));
    tokio::spawn(listen_for_silence(backend.clone(), config.patience()));
    Ok(Alo {
        demonstration: demonstration(&backend, &config).await?,
        leptos: leptos_options(&config, &names),
        live: Live::start(&backend),
        sandbox,
        backend,
        config: Arc::new(config),
    })
}

/// Opens the database and tries every statement on it.
///
/// # Errors
/// The database's.
pub(crate) async fn open(config: &Config) -> Result<Backend, StartError> {
    let settings = backend::Settings {
        session_absolute: config.session_absolute,
        public_url: config.public_url.clone(),
        ..backend::Settings::new(&config.database_url, config.secret_key)
    };
    let backend = Backend::open(settings).await.map_err(StartError::Backend)?;
    backend.verify().await.map_err(StartError::Backend)?;
    Ok(backend)
}

fn sandbox_settings(config: &Config, at: &SandboxConfig) -> sandbox::Settings {
    sandbox::Settings {
        media_address: at.media_address,
        media_port: at.media_port,
        assets: config.site.join("sandbox"),
        project: pretend_project(config),
        ..sandbox::Settings::demo()
    }
}

/// The demonstration's project at the pretend Stringee, with the webhooks of this server.
fn pretend_project(config: &Config) -> sandbox::Project {
    let known = backend::demo::PROJECT;
    let hooks = format!("{}{}/{}", config.public_url, domain::stringee::HOOKS_PATH, known.path);
    sandbox::Project {
        key_sid: known.key_sid.to_owned(),
        key_secret: known.key_secret.to_owned(),
        signing_key: known.signing_secret.to_owned(),
        hooks: Some(hooks),
        call_api: format!("{}/sandbox/stringee/api", config.public_url),
        ..sandbox::Project::demo()
    }
}

async fn demonstration(backend: &Backend, config: &Config) -> Result<Option<Demonstration>, StartError> {
    if config.demo {
        let sandbox = config.sandbox.as_ref().map(|_| pretend_companies(config));
        backend::demo::fill(backend, sandbox.as_ref()).await.map_err(StartError::Demo)?;
    }
    let accounts = backend::demo::accounts(backend).await.map_err(StartError::Demo)?;
    if config.mode == Mode::Production && !accounts.is_empty() {
        return Err(StartError::DemoAccounts);
    }
    Ok(config.demo.then(|| Demonstration {
        password: backend::demo::PASSWORD.to_owned(),
        accounts: accounts.into_iter().map(|a| (a.email, a.name, a.role)).collect(),
    }))
}

/// Where the pretend companies answer.
fn pretend_companies(config: &Config) -> backend::demo::Sandbox {
    let at = |company: &str| format!("{}/sandbox/{company}", config.public_url);
    backend::demo::Sandbox { threec: at("3c"), stringee: Some(at("stringee")) }
}

/// The list of the hashed names lies with the files, not beside the program: an absolute path.
fn hashed_names(config: &Config) -> PathBuf {
    std::path::absolute(&config.site).unwrap_or_else(|_| config.site.clone()).join("hash.txt")
}

fn leptos_options(config: &Config, names: &Path) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("alo")
        .site_root(config.site.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.addr)
        .hash_files(true)
        .hash_file(Arc::<str>::from(names.to_string_lossy()))
        .build()
}

/// Every hour, for as long as the process lives: sessions and sign-in failures that are over.
async fn sweep(backend: Backend) {
    let mut hours = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hours.tick().await;
        // The use case has logged why.
        if let Ok(removed @ 1..) = backend::sessions::delete_expired(&backend).await {
            tracing::info!(removed, "sessions that were over");
        }
        forget_what_is_old(&backend).await;
    }
}

/// What is kept for a while only. The use cases have logged why not.
async fn forget_what_is_old(backend: &Backend) {
    let _forgotten = backend::line::forget_contacts(backend).await;
    let _forgotten = backend::stringee::forget_deliveries(backend).await;
    let _forgotten = backend::routing::forget_decisions(backend).await;
    let _forgotten = backend::dial_policy::forget_refusals(backend).await;
    let _forgotten = backend::imports::forget_old(backend).await;
}

/// Every few seconds: whether it is time to ask the provider's own history of calls.
async fn read_history(backend: Backend) {
    let mut seconds = tokio::time::interval(HISTORY_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        // The use case has logged why not.
        let _done = backend::history::poll(&backend).await;
        let _done = backend::recordings::poll(&backend).await;
    }
}

/// Every few seconds: what the provider knows of members' telephones.
async fn watch_telephones(backend: Backend) {
    let mut seconds = tokio::time::interval(TELEPHONES_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        // The use case has logged why not.
        let _done = backend::stringee::watch(&backend).await;
    }
}

/// Every second: whether a version of the contact centre is to be published, or goes on after a restart.
async fn publish_centre(backend: Backend) {
    let mut seconds = tokio::time::interval(PUBLISHING_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        // The use case has logged why not.
        let _done = backend::centre::carry_out(&backend).await;
    }
}

/// Every few seconds: whether it is time to look for what somebody changed at the contact centre elsewhere.
async fn read_centre(backend: Backend) {
    let mut seconds = tokio::time::interval(CENTRE_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        // The use case has logged why not.
        let _done = backend::centre::sweep(&backend).await;
    }
}

/// Again and again: imports that were begun, here or by a server that is no more.
async fn go_on_with_imports(backend: Backend) {
    let mut moments = tokio::time::interval(IMPORTS_EVERY);
    moments.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        moments.tick().await;
        // The use case has logged why not.
        let _done = backend::imports::work(&backend).await;
    }
}

/// Every second: whether a customer saved some seconds ago may be one who is there already.
async fn find_duplicates(backend: Backend) {
    let mut seconds = tokio::time::interval(DUPLICATES_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        // The use case has logged why not.
        let _done = backend::duplicates::sweep(&backend).await;
    }
}

/// Every few seconds: calls and members whose tab is not heard of any more. Begins when every tab has had the time to be
/// heard of again: while no server ran, none could.
async fn listen_for_silence(backend: Backend, patience: Patience) {
    tokio::time::sleep(Duration::from_millis(LOST_AFTER.unsigned_abs())).await;
    let mut seconds = tokio::time::interval(SILENCE_EVERY);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        seconds.tick().await;
        match backend::line::sweep(&backend, patience).await {
            Ok(swept) if swept != Swept::default() => {
                let Swept { lost, found, presumed, silent } = swept;
                tracing::info!(lost, found, presumed, silent, "tabs that fell silent or came back");
            }
            // Nothing happened, or the use case has logged why.
            Ok(_) | Err(_) => {}
        }
    }
}

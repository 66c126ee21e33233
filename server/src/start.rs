//! Starting: what must be true before the first request is taken.

use crate::config::{Config, Mode, SandboxConfig};
use crate::limits::Load;
use crate::live::Live;
use crate::{Alo, sweeps};
use app::surroundings::Demonstration;
use backend::Backend;
use backend::surroundings::{Real, Surroundings};
use leptos::config::LeptosOptions;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Nobody waits longer for an answer: whatever asks for more would only be in the way of others.
const LONGEST_STATEMENT: Duration = Duration::from_secs(60);

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
    let backend = open(&config, Some(LONGEST_STATEMENT)).await?;
    let sandbox = match &config.sandbox {
        Some(at) => Some(Arc::new(sandbox::start(sandbox_settings(&config, at)).await.map_err(StartError::Sandbox)?)),
        None => None,
    };
    let stopping = CancellationToken::new();
    sweeps::begin(&backend, config.patience(), &stopping);
    Ok(Alo {
        demonstration: demonstration(&backend, &config).await?,
        leptos: leptos_options(&config, &names),
        live: Live::start(&backend),
        load: Load::new(&config.limits),
        connections: axum_server::Handle::new(),
        stopping,
        sandbox,
        backend,
        config: Arc::new(config),
    })
}

/// Opens the database and tries every statement on it; PostgreSQL gives one up that takes longer than `longest`.
///
/// # Errors
/// The database's.
pub(crate) async fn open(config: &Config, longest: Option<Duration>) -> Result<Backend, StartError> {
    let settings = backend::Settings {
        session_absolute: config.session_absolute,
        public_url: config.public_url.clone(),
        instance: Real.new_id(),
        longest_statement: longest,
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
        ..sandbox::Settings::demo().with_seats(at.seats)
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

//! Starting: what must be true before the first request is taken.

use crate::Alo;
use crate::config::{Config, Mode, SandboxConfig};
use app::surroundings::Demonstration;
use backend::Backend;
use leptos::config::LeptosOptions;
use std::sync::Arc;

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
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Backend(error) => write!(f, "the database (ALO_DATABASE_URL): {error}"),
            Self::Sandbox(error) => write!(f, "the sandbox (ALO_SANDBOX): {error}"),
            Self::Demo(problem) => write!(f, "the demo data (ALO_DEMO): {problem:?}"),
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
    let backend = Backend::open(backend::Settings {
        session_absolute: config.session_absolute,
        ..backend::Settings::new(&config.database_url, config.secret_key)
    })
    .await
    .map_err(StartError::Backend)?;
    let sandbox = match &config.sandbox {
        Some(at) => Some(Arc::new(sandbox::start(sandbox_settings(&config, at)).await.map_err(StartError::Sandbox)?)),
        None => None,
    };
    Ok(Alo {
        demonstration: demonstration(&backend, &config).await?,
        leptos: leptos_options(&config),
        sandbox,
        backend,
        config: Arc::new(config),
    })
}

fn sandbox_settings(config: &Config, at: &SandboxConfig) -> sandbox::Settings {
    sandbox::Settings {
        media_address: at.media_address,
        media_port: at.media_port,
        assets: config.site.join("sandbox"),
        ..sandbox::Settings::demo()
    }
}

async fn demonstration(backend: &Backend, config: &Config) -> Result<Option<Demonstration>, StartError> {
    if config.demo {
        let telephone = config.sandbox.as_ref().map(|_| format!("{}/sandbox/3c", config.public_url));
        backend::demo::fill(backend, telephone.as_deref()).await.map_err(StartError::Demo)?;
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

fn leptos_options(config: &Config) -> LeptosOptions {
    let site = std::path::absolute(&config.site).unwrap_or_else(|_| config.site.clone());
    LeptosOptions::builder()
        .output_name("alo")
        .site_root(site.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.addr)
        .hash_files(true)
        // An absolute path: the list of hashed names lies with the files, not beside the program.
        .hash_file(site.join("hash.txt").to_string_lossy().into_owned())
        .build()
}

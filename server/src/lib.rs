//! The process: configuration, sessions, the way of a request to a page, and the sandbox beside it.

mod assets;
mod centre_sounds;
pub mod config;
mod console;
mod door;
mod export;
mod imports;
mod line;
mod live;
mod pages;
mod provider_page;
mod recordings;
mod router;
mod sign_in;
mod start;
mod stringee;
mod threec;
mod webhooks;

pub use console::{add_admin, backup, generate, generate_calls, rederive, restore};
pub use live::Live;
pub use router::router;
pub use start::{StartError, start};

use app::surroundings::Demonstration;
use backend::Backend;
use config::Config;
use leptos::config::LeptosOptions;
use std::sync::Arc;

/// What every handler shares.
#[derive(Clone, axum::extract::FromRef)]
pub struct Alo {
    /// The use cases.
    pub backend: Backend,
    /// The checked configuration.
    pub config: Arc<Config>,
    /// Where the pages find their files.
    pub leptos: LeptosOptions,
    /// Who can sign in to a demonstration.
    pub demonstration: Option<Demonstration>,
    /// What open connections are told.
    pub live: Live,
    /// The pretend telephone company, when switched on.
    pub sandbox: Option<Arc<sandbox::Sandbox>>,
}

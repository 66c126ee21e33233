//! The process: configuration, sessions, the way of a request to a page, and the sandbox beside it.

mod assets;
mod centre_sounds;
pub mod config;
mod console;
mod door;
mod export;
pub mod figures;
mod imports;
mod limits;
mod line;
mod live;
pub mod log;
mod pages;
mod provider_page;
mod recordings;
mod router;
mod serve;
mod sign_in;
mod start;
mod stringee;
mod sweeps;
mod threec;
mod webhooks;

pub use console::{add_admin, backup, generate, generate_calls, measure_matching, rederive, restore};
pub use limits::Load;
pub use live::Live;
pub use router::router;
pub use serve::serve;
pub use start::{StartError, start};

use app::surroundings::Demonstration;
use backend::Backend;
use config::Config;
use leptos::config::LeptosOptions;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

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
    /// Who is served now, and how much each has asked for.
    pub load: Load,
    /// The connections there are.
    pub connections: axum_server::Handle<SocketAddr>,
    /// Said when the process is asked to stop.
    pub stopping: CancellationToken,
    /// The pretend telephone company, when switched on.
    pub sandbox: Option<Arc<sandbox::Sandbox>>,
}

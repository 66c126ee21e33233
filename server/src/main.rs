//! `alo`: the server's command.

use anyhow::Context;
use mimalloc::MiMalloc;
use server::config::{Config, ConfigError};
use std::io::Write;
use std::net::TcpListener;
use std::process::ExitCode;

/// A page is drawn from many small pieces: this takes a fifth less time for one than the system's own.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// What the program can be asked for.
const COMMANDS: &str = "`alo` serves, `alo add-admin` makes an administrator, `alo backup FILE` writes \
    everything down, `alo restore FILE` takes it up into an empty database, `alo rederive [--check]` derives every call anew \
    from its facts, `alo generate N` makes N customers and `alo generate-calls N` N calls \
    to measure with, `alo measure-matching N` measures how long N callers take to be found";

/// The exit status of a program whose configuration is wrong (`EX_CONFIG`): to start it again would not help.
const MISCONFIGURED: u8 = 78;

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    match Config::read() {
        Ok(config) => run(config).await.map(|()| ExitCode::SUCCESS),
        Err(error) => misconfigured(&error),
    }
}

/// Says what is wrong and where it is mended.
fn misconfigured(error: &ConfigError) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stderr();
    writeln!(out, "Error: {error}")?;
    if let Ok(path) = std::env::var("ALO_CONFIG") {
        writeln!(
            out,
            "Settings are read from {path} (public_url for ALO_PUBLIC_URL), and over it from the environment."
        )?;
    }
    Ok(ExitCode::from(MISCONFIGURED))
}

async fn run(config: Config) -> anyhow::Result<()> {
    server::log::begin(&config)?;
    // One crypto provider for every TLS client in the process.
    rustls::crypto::ring::default_provider().install_default().ok();
    match std::env::args().nth(1).as_deref() {
        None => serve(config).await,
        Some("add-admin") => server::add_admin(config).await,
        Some("backup") => server::backup(config, std::env::args().nth(2)).await,
        Some("restore") => server::restore(config, std::env::args().nth(2)).await,
        Some("rederive") => server::rederive(config, std::env::args().nth(2)).await,
        Some("generate") => server::generate(config, std::env::args().nth(2)).await,
        Some("measure-matching") => server::measure_matching(config, std::env::args().nth(2)).await,
        Some("generate-calls") => server::generate_calls(config, std::env::args().nth(2)).await,
        Some(other) => anyhow::bail!("unknown command {other:?}; {COMMANDS}"),
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let addr = config.addr;
    let figures = config.metrics_addr.map(|at| server::figures::begin().map(|figures| (at, figures))).transpose()?;
    let alo = server::start(config).await?;
    let listener = TcpListener::bind(addr).with_context(|| format!("ALO_ADDR: cannot listen on {addr}"))?;
    tracing::info!("Alo listens on {addr}; open {}", alo.config.public_url);
    if let Some((at, figures)) = figures {
        let told = server::figures::tell(at, figures, alo.clone()).await;
        told.with_context(|| format!("ALO_METRICS_ADDR: cannot listen on {at}"))?;
    }
    server::serve(alo, listener).await?;
    Ok(())
}

//! `alo`: the server's command.

use anyhow::Context;
use axum::serve::ListenerExt;
use server::config::{Config, ConfigError};
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// What the program can be asked for.
const COMMANDS: &str = "`alo` serves, `alo add-admin` makes an administrator, `alo backup FILE` writes \
    everything down, `alo restore FILE` takes it up into an empty database, `alo rederive [--check]` derives every call anew \
    from its facts, `alo generate N` makes N customers and `alo generate-calls N` N calls to measure with";

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
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(format!("{},{}", sandbox::LOG_FILTER, config.log)).context("ALO_LOG")?)
        .with_writer(std::io::stderr)
        .init();
    // One crypto provider for every TLS client in the process.
    rustls::crypto::ring::default_provider().install_default().ok();
    match std::env::args().nth(1).as_deref() {
        None => serve(config).await,
        Some("add-admin") => server::add_admin(config).await,
        Some("backup") => server::backup(config, std::env::args().nth(2)).await,
        Some("restore") => server::restore(config, std::env::args().nth(2)).await,
        Some("rederive") => server::rederive(config, std::env::args().nth(2)).await,
        Some("generate") => server::generate(config, std::env::args().nth(2)).await,
        Some("generate-calls") => server::generate_calls(config, std::env::args().nth(2)).await,
        Some(other) => anyhow::bail!("unknown command {other:?}; {COMMANDS}"),
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let addr = config.addr;
    let alo = server::start(config).await?;
    let listener = TcpListener::bind(addr).await.with_context(|| format!("ALO_ADDR: cannot listen on {addr}"))?;
    tracing::info!("Alo listens on {addr}; open {}", alo.config.public_url);
    // Small answers must not wait for more: the telephone's messages are small.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    });
    let service = server::router(&alo).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop()).await?;
    Ok(())
}

/// Ends when somebody asks the process to.
async fn stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminated => {}
        result = tokio::signal::ctrl_c() => if result.is_err() { tracing::warn!("ctrl-c cannot be heard") },
    }
}

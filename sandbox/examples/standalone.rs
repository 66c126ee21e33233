//! The sandbox alone on a port: `cargo run -p sandbox --example standalone -- 127.0.0.1:8090 target/site/sandbox`.
//! It listens at `/sandbox`, as under the server, and 3C's own addresses work at the root too, so that a deployed script
//! works with nothing but its host name changed.

use axum::ServiceExt;
use axum::extract::Request;
use axum::http::Uri;
use axum::serve::ListenerExt;
use tower::util::MapRequest;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| "info,rsipstack=error,str0m=error".into());
    tracing_subscriber::fmt().with_env_filter(filter).init();
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8090".to_owned());
    let mut settings = sandbox::Settings::demo();
    if let Some(assets) = arguments.next() {
        settings.assets = assets.into();
    }
    let sandbox = sandbox::start(settings).await?;
    let router = axum::Router::new().nest("/sandbox", sandbox.router());
    let service = MapRequest::new(router, at_the_root);
    // without it every answer to a small message waits for 40 ms
    let listener = tokio::net::TcpListener::bind(&address).await?.tap_io(|socket| {
        socket.set_nodelay(true).ok();
    });
    tracing::info!("http://{address}/sandbox/phone and http://{address}/sandbox/panel");
    axum::serve(listener, ServiceExt::<Request>::into_make_service(service)).await?;
    Ok(())
}

/// Sends what is not ours to 3C's addresses.
fn at_the_root(mut request: Request) -> Request {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if !path.starts_with("/sandbox/")
        && let Ok(uri) = format!("/sandbox/3c{path}").parse::<Uri>()
    {
        *request.uri_mut() = uri;
    }
    request
}

//! Serving: connections come in, none of them slower or more than can be borne, and go in good order when the process is
//! asked to stop.

use crate::Alo;
use axum_server::accept::Accept;
use futures_util::future::{BoxFuture, FutureExt, TryFutureExt, ready};
use hyper_util::rt::TokioTimer;
use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// Whoever takes longer to say what they want is let go, and so is a connection that nothing is asked over for so long:
/// longer than reverse proxies keep theirs, so that they never ask over one that is being closed.
const HEAD_MAX: Duration = Duration::from_secs(75);
/// What is being answered when the process is asked to stop may take so long still.
const FINISH: Duration = Duration::from_secs(25);
/// What is being written may take so long still.
const CLOSE: Duration = Duration::from_secs(10);
/// Whoever is sent away hears it within so long, and may have sent so many bytes.
const AWAY: Duration = Duration::from_secs(1);
const FORGIVEN: u64 = 64 * 1024;
/// Said to whoever comes when there are too many already.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Serves until the process is asked to stop, and returns when everything begun is finished.
///
/// # Errors
/// The listener's.
pub async fn serve(alo: Alo, listener: TcpListener) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let door = Door { connections: alo.connections.clone(), most: alo.config.limits.connections };
    let mut server = axum_server::from_tcp(listener)?.handle(alo.connections.clone()).acceptor(door);
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEAD_MAX);
    tokio::spawn(stop_in_good_order(alo.clone()));
    server.serve(crate::router(&alo).into_make_service_with_connect_info::<SocketAddr>()).await?;
    finish(&alo).await;
    Ok(())
}

/// Waits until the process is asked to stop: then it is not ready any more, a balancer finds that out, and only then
/// nobody is let in.
async fn stop_in_good_order(alo: Alo) {
    stop().await;
    tracing::info!("asked to stop");
    alo.stopping.cancel();
    sleep(alo.config.drain).await;
    alo.connections.graceful_shutdown(Some(FINISH));
}

/// Lets another server go on with what this one did for all, and the database finish what is being written.
async fn finish(alo: &Alo) {
    // Should the database not answer, the turns are over a little later.
    let _given_back = backend::turns::give_back(&alo.backend).await;
    match timeout(CLOSE, alo.backend.close()).await {
        Ok(()) => tracing::info!("stopped"),
        Err(_) => tracing::warn!("stopped while something was still being written; it is undone as a whole"),
    }
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

/// Lets connections in, as many as there may be.
#[derive(Clone)]
struct Door {
    connections: axum_server::Handle<SocketAddr>,
    most: usize,
}

impl<S: Send + 'static> Accept<TcpStream, S> for Door {
    type Stream = TcpStream;
    type Service = S;
    type Future = BoxFuture<'static, io::Result<(TcpStream, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        // This one is counted already.
        if self.connections.connection_count() > self.most {
            return send_away(stream).map_ok(|never| match never {}).boxed();
        }
        // Small answers must not wait for more: the telephone's messages are small.
        ready(stream.set_nodelay(true).map(|()| (stream, service))).boxed()
    }
}

/// Says when to come again, and does not wait for whoever does not listen.
async fn send_away(mut stream: TcpStream) -> io::Result<Infallible> {
    metrics::counter!("alo_refused_total", "why" => "connections").increment(1);
    let told = async {
        stream.write_all(FULL).await?;
        stream.shutdown().await?;
        // Closed over what they have sent, they would not hear it.
        tokio::io::copy(&mut (&mut stream).take(FORGIVEN), &mut tokio::io::sink()).await
    };
    let _told = timeout(AWAY, told).await;
    Err(io::Error::other("too many connections"))
}

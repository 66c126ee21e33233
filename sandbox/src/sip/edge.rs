//! The WebSocket through which a browser speaks SIP, fed into the SIP stack as one connection.

use super::{Sip, SipEvent};
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt};
use rsipstack::sip::{self, SipMessage};
use rsipstack::transport::channel::ChannelConnection;
use rsipstack::transport::{SipAddr, SipConnection, TransportEvent};
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// The largest message taken, in bytes.
pub(crate) const LARGEST_FRAME: usize = 64 * 1024;
/// Every socket holds so many bytes ready for what comes; usually it would be 128 KiB.
pub(crate) const HEARD: usize = 4096;
const PING: Duration = Duration::from_secs(25);
/// A browser answers pings by itself: this long without a word, it is gone.
const SILENCE: Duration = Duration::from_secs(80);

/// The query of the socket's address.
#[derive(Deserialize)]
pub(crate) struct Ticket {
    /// The ticket; without one the telephone must know the password.
    t: Option<String>,
}

/// `GET sip`: opens a SIP socket.
pub(crate) async fn socket(State(sip): State<Sip>, Query(query): Query<Ticket>, upgrade: WebSocketUpgrade) -> Response {
    let user = match query.t.map(|ticket| sip.0.tickets.holder(&ticket)) {
        Some(None) => return StatusCode::FORBIDDEN.into_response(),
        Some(holder) => holder,
        None => None,
    };
    let Ok(permit) = sip.0.sockets.clone().try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let upgrade = upgrade.protocols(["sip"]).max_message_size(LARGEST_FRAME).read_buffer_size(HEARD);
    upgrade.on_upgrade(async move |socket| {
        serve(sip, user, socket).await;
        drop(permit);
    })
}

async fn serve(sip: Sip, user: Option<String>, socket: WebSocket) {
    let peer = sip.next_address();
    let flow = SipAddr { r#type: Some(sip::Transport::Ws), addr: peer.into() };
    let (to_stack, from_socket) = mpsc::unbounded_channel();
    let (to_socket, from_stack) = mpsc::unbounded_channel();
    let closed = CancellationToken::new();
    let channel =
        ChannelConnection::create_connection(from_socket, to_socket, flow.clone(), Some(closed.clone())).await;
    let Ok(channel) = channel else { return };
    let connection = SipConnection::Channel(channel);
    sip.0.endpoint.transport_layer.add_connection(connection.clone());
    if let Some(user) = user {
        sip.0.registrar.admit(flow.clone(), user);
    }
    let incoming = |text: &str| match read(text, peer) {
        Ok(message) => {
            to_stack.send(TransportEvent::Incoming(message, connection.clone(), flow.clone())).ok();
        }
        Err(error) => tracing::debug!(%error, "not a SIP message"),
    };
    carry(socket, incoming, from_stack, &sip.0.stop).await;
    closed.cancel();
    sip.0.endpoint.transport_layer.remove_connection(&connection);
    for user in sip.0.registrar.forget(&flow) {
        sip.0.events.send(SipEvent::Line { user, up: false }).ok();
    }
}

/// Carries messages both ways until either side is gone.
async fn carry(
    socket: WebSocket,
    incoming: impl Fn(&str),
    mut from_stack: mpsc::UnboundedReceiver<TransportEvent>,
    stop: &CancellationToken,
) {
    let (mut out, mut inbox) = socket.split();
    let mut ping = tokio::time::interval_at(tokio::time::Instant::now() + PING, PING);
    let mut heard = Instant::now();
    loop {
        let sent = tokio::select! {
            message = inbox.next() => {
                heard = Instant::now();
                match message {
                    Some(Ok(Message::Text(text))) if text.trim().is_empty() => {
                        out.send(Message::Text("\r\n".into())).await // RFC 5626 keep-alive
                    }
                    Some(Ok(Message::Text(text))) => {
                        incoming(&text);
                        Ok(())
                    }
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(()),
                    _ => return,
                }
            }
            event = from_stack.recv() => match event {
                Some(TransportEvent::Incoming(message, ..)) => out.send(Message::Text(message.to_string().into())).await,
                Some(_) => Ok(()),
                None => return,
            },
            _ = ping.tick() => match heard.elapsed() {
                silent if silent > SILENCE => return,
                _ => out.send(Message::Ping(Default::default())).await,
            },
            () = stop.cancelled() => return,
        };
        if sent.is_err() {
            return;
        }
    }
}

fn read(text: &str, peer: SocketAddr) -> Result<SipMessage, String> {
    let message = SipMessage::try_from(text).map_err(|error| error.to_string())?;
    SipConnection::update_msg_received(message, peer, sip::Transport::Ws).map_err(|error| error.to_string())
}

impl Sip {
    /// An address that names one socket and nobody's computer: the stack tells its connections apart by address.
    fn next_address(&self) -> SocketAddr {
        let count = self.0.socket_count.fetch_add(1, Ordering::Relaxed) & 0x00ff_ffff;
        SocketAddr::from((Ipv4Addr::from(0x0a00_0000 | count), 5060))
    }
}

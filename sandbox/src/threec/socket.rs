//! The agents' socket.

use super::{Service, ThreeC, frames};
use crate::exchange::News;
use crate::sip::{HEARD, LARGEST_FRAME};
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::SinkExt;
use serde_json::Value;
use std::time::{Duration, Instant};

/// How often both sides ping.
const PING: Duration = Duration::from_secs(10);
/// A page that said nothing for this long is gone.
const SILENCE: Duration = Duration::from_secs(35);

/// `GET agent/websocket`.
pub(super) async fn agent(State(threec): State<ThreeC>, upgrade: WebSocketUpgrade) -> Response {
    if threec.gate.service() == Service::Down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let Ok(permit) = threec.sockets.clone().try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    upgrade.max_message_size(LARGEST_FRAME).read_buffer_size(HEARD).on_upgrade(async move |mut socket| {
        if let Some(ipphone) = sign_in(&threec, &mut socket).await {
            serve(&threec, &mut socket, ipphone).await;
        }
        socket.close().await.ok();
        drop(permit);
    })
}

/// The first message must carry a good token.
async fn sign_in(threec: &ThreeC, socket: &mut WebSocket) -> Option<String> {
    let first = tokio::time::timeout(PING, receive(socket)).await.ok()??;
    let token = frames::login_token(&first)?;
    match threec.seat(token) {
        Ok(ipphone) if threec.gate.keeps_out(&ipphone, Instant::now()) => None,
        Ok(ipphone) if threec.company.has_seat(&ipphone) => Some(ipphone),
        _ => {
            send(socket, &frames::login_refused()).await.ok();
            None
        }
    }
}

async fn serve(threec: &ThreeC, socket: &mut WebSocket, ipphone: String) {
    let (session, mut news) = threec.company.enter(ipphone.clone());
    let mut ping = tokio::time::interval_at(tokio::time::Instant::now() + PING, PING);
    let mut heard = Instant::now();
    loop {
        let sent = tokio::select! {
            frame = receive(socket) => match frame {
                Some(frame) => {
                    heard = Instant::now();
                    if let Some(wish) = frames::read(&frame) {
                        threec.company.wish(session, wish);
                    }
                    Ok(())
                }
                None => break,
            },
            told = news.recv() => match told {
                None | Some(News::Closed) => break,
                Some(told) => send_all(socket, &frames::write(&ipphone, &told)).await,
            },
            _ = ping.tick() => match heard.elapsed() {
                silent if silent > SILENCE => break,
                _ => send(socket, &frames::ping()).await,
            },
        };
        if sent.is_err() {
            break;
        }
    }
    threec.company.leave(session);
}

/// The next JSON message; `None` when the page is gone.
async fn receive(socket: &mut WebSocket) -> Option<Value> {
    loop {
        match socket.recv().await?.ok()? {
            Message::Text(text) => match serde_json::from_str(&text) {
                Ok(frame) => return Some(frame),
                Err(_) => tracing::debug!("an agent's page sent what is not JSON"),
            },
            Message::Close(_) => return None,
            _ => {}
        }
    }
}

async fn send(socket: &mut WebSocket, frame: &Value) -> Result<(), axum::Error> {
    socket.send(Message::Text(frame.to_string().into())).await
}

async fn send_all(socket: &mut WebSocket, frames: &[Value]) -> Result<(), axum::Error> {
    for frame in frames {
        socket.feed(Message::Text(frame.to_string().into())).await?;
    }
    socket.flush().await
}

//! The agents' socket, and where to find it.

use super::gate::Refused;
use super::{Sdk, WAITING};
use crate::sip::{HEARD, LARGEST_FRAME};
use crate::stringee::centre::words::DeviceId;
use crate::stringee::packets::{self, Credentials, Packet, Said, told};
use crate::stringee::pages::{Client, Input, PING};
use crate::stringee::token::{self, Holder};
use axum::Json;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::SinkExt;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tokio::sync::mpsc;

/// A page that said nothing for this long is gone.
const SILENCE: Duration = Duration::from_secs(50);
/// A page that was refused closes its socket by itself; this long is waited for it.
const GOODBYE: Duration = Duration::from_secs(5);

/// `GET socket`.
pub(super) async fn open(State(sdk): State<Sdk>, upgrade: WebSocketUpgrade) -> Response {
    let Ok(permit) = sdk.0.sockets.clone().try_acquire_owned() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    upgrade.max_message_size(LARGEST_FRAME).read_buffer_size(HEARD).on_upgrade(async move |mut socket| {
        let stop = sdk.0.stop.clone();
        stop.run_until_cancelled(attend(&sdk, &mut socket)).await;
        socket.close().await.ok();
        drop(permit);
    })
}

/// Lets a page in, and serves it until it is gone.
async fn attend(sdk: &Sdk, socket: &mut WebSocket) {
    let first = tokio::time::timeout(PING, receive(socket)).await;
    let Ok(Some(packet)) = first else { return };
    let Said::Authen(credentials) = packet.said.clone() else { return };
    match admit(sdk, &credentials) {
        Ok(holder) if sdk.0.gate.keeps_out(&holder.user, Instant::now()) => {}
        Ok(holder) => serve(sdk, socket, holder, credentials, packet).await,
        Err(refused) => {
            let more = refused.server.map_or_else(|| json!({}), |server| json!({"change_to_server": server}));
            let reply = packet.reply(refused.r, token::message(refused.r), more);
            if send(socket, &reply).await.is_ok() {
                tokio::time::timeout(GOODBYE, async { while receive(socket).await.is_some() {} }).await.ok();
            }
        }
    }
}

fn admit(sdk: &Sdk, credentials: &Credentials) -> Result<Holder, Refused> {
    let token = &credentials.accesstoken;
    let holder = token::holder(token, &sdk.0.key, now()).map_err(|why| Refused { r: why.code(), server: None })?;
    match sdk.0.gate.refuses(&holder.user, token) {
        Some(refused) => Err(refused),
        None => Ok(holder),
    }
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

async fn serve(sdk: &Sdk, socket: &mut WebSocket, holder: Holder, credentials: Credentials, packet: Packet) {
    let device = DeviceId(sdk.0.device_count.fetch_add(1, Ordering::Relaxed) + 1);
    let (outbox, mut inbox) = mpsc::channel(WAITING);
    sdk.outboxes().insert(device, outbox);
    let (user, client) = (holder.user.clone(), Client(credentials.device_id));
    sdk.take(Input::Enter { device, holder, client, browser: credentials.browser_id, packet });
    let mut ping = tokio::time::interval_at(tokio::time::Instant::now() + PING, PING);
    let mut heard = Instant::now();
    loop {
        let sent = tokio::select! {
            packet = receive(socket) => match packet {
                Some(packet) => {
                    heard = Instant::now();
                    sdk.take(Input::Said(device, packet));
                    Ok(())
                }
                None => break,
            },
            packet = inbox.recv() => match packet {
                Some(packet) => send_all(sdk, socket, &user, packet).await,
                None => break,
            },
            _ = ping.tick() => match heard.elapsed() {
                silent if silent > SILENCE => break,
                _ if sdk.0.gate.is_silent(&user) => Ok(()),
                _ => send_all(sdk, socket, &user, told::ping()).await,
            },
        };
        if sent.is_err() {
            break;
        }
    }
    sdk.outboxes().remove(&device);
    sdk.take(Input::Left(device));
}

/// The next packet; `None` when the page is gone. What is none is passed over.
async fn receive(socket: &mut WebSocket) -> Option<Packet> {
    loop {
        match socket.recv().await?.ok()? {
            Message::Text(text) => match packets::read(&text) {
                Some(packet) => return Some(packet),
                None => tracing::debug!("an agent's page sent what is no packet"),
            },
            Message::Close(_) => return None,
            _ => {}
        }
    }
}

async fn send(socket: &mut WebSocket, packet: &Value) -> Result<(), axum::Error> {
    socket.send(Message::Text(packet.to_string().into())).await
}

/// Sends what arrives of a packet.
async fn send_all(sdk: &Sdk, socket: &mut WebSocket, user: &str, packet: Value) -> Result<(), axum::Error> {
    for packet in sdk.0.gate.pass(user, packet) {
        send(socket, &packet).await?;
    }
    Ok(())
}

/// What a page shows that looks for the socket.
#[derive(Deserialize)]
pub(super) struct Asking {
    #[serde(default)]
    access_token: String,
}

/// `GET api/v2/getStringeeServerAddress`. The SDK goes to `wss://ip:port` and to no path below it, so only a sandbox that
/// has a host of its own behind TLS is found this way; others name the socket to the SDK.
pub(super) async fn discover(
    State(sdk): State<Sdk>,
    Query(asking): Query<Asking>,
    headers: HeaderMap,
) -> impl IntoResponse {
    let answer = match token::holder(&asking.access_token, &sdk.0.key, now()) {
        Err(why) => json!({"r": why.code(), "message": token::message(why.code())}),
        Ok(_) => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
            let (ip, port) = host.rsplit_once(':').unwrap_or((host, "443"));
            let web = [json!({"ip": ip, "port": port.parse().unwrap_or(443_u16)})];
            json!({"r": 0, "message": token::message(0), "data": {"stringeeServerAddrs": {"web": web}}})
        }
    };
    ([(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], Json(answer))
}

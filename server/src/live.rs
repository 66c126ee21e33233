//! What changes while pages are open, told to them within a second: one connection a page, and each hears only what its
//! member may see. What many are told is asked of the database once.

mod connection;

use crate::{Alo, door};
use axum::Extension;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::Backend;
use backend::sign_in::Claims;
use connection::Connection;
use domain::floor::FloorMember;
use domain::ids::StaffId;
use domain::live::Change;
use domain::staff::Me;
use domain::times::Millis;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tower_sessions::Session;

/// Changes of the floor are gathered for so long, so that one question answers many of them.
const GATHER: Duration = Duration::from_millis(150);
/// Members asked for at once.
const TOGETHER: usize = 500;
/// Updates of the floor that a slow connection may fall behind before it is told to ask anew.
const BEHIND: usize = 64;
/// No page asks for more than a few bytes.
const ASK_MAX: usize = 1024;
/// Every connection holds so many bytes ready for what its page says; usually it would be 128 KiB.
const HEARD: usize = 4096;

/// What members do now, as the database says it once for everybody.
struct FloorNews {
    at: Millis,
    members: Vec<FloorMember>,
}

/// What open connections have in common.
#[derive(Clone)]
pub struct Live {
    floor: Sender<Arc<FloorNews>>,
}

impl Live {
    /// Begins to follow the floor for as long as the process lives.
    pub(crate) fn start(backend: &Backend) -> Self {
        let live = Self { floor: broadcast::channel(BEHIND).0 };
        tokio::spawn(follow_floor(backend.clone(), live.floor.clone()));
        live
    }

    fn floor(&self) -> Receiver<Arc<FloorNews>> {
        self.floor.subscribe()
    }
}

/// Opens the connection of a signed-in member's page.
pub(crate) async fn connect(
    State(alo): State<Alo>,
    me: Option<Extension<Me>>,
    session: Session,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if door::from_elsewhere(&alo, &headers) {
        return (StatusCode::FORBIDDEN, "cross-site request refused").into_response();
    }
    let claims = session.get::<Claims>(Claims::ENTRY).await.ok().flatten();
    let (Some(_), Some(claims), Some(id)) = (me, claims, session.id()) else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    match backend::live::listener(&alo.backend, &claims).await {
        Ok(listener) => {
            let upgrade = upgrade.max_message_size(ASK_MAX).max_frame_size(ASK_MAX).read_buffer_size(HEARD);
            upgrade.on_upgrade(move |socket| Connection::new(alo, id, listener, socket).run())
        }
        Err(_) => StatusCode::UNAUTHORIZED.into_response(),
    }
}

/// Asks what members do whose doing changed, as long as anybody watches, and tells it to all who do.
async fn follow_floor(backend: Backend, floor: Sender<Arc<FloorNews>>) {
    let mut changes = backend.changes();
    while let Some(mut members) = next(&mut changes).await {
        tokio::time::sleep(GATHER).await;
        while let Ok(change) = changes.try_recv() {
            members.extend(moved(&change));
        }
        if floor.receiver_count() == 0 {
            continue;
        }
        let members: Vec<StaffId> = members.into_iter().collect();
        for some in members.chunks(TOGETHER) {
            // The use case has logged why, and the pages ask anew when they are connected again.
            let Ok((at, members)) = backend::line::changed(&backend, some).await else { continue };
            // Refused only when nobody watches any more.
            let _ = floor.send(Arc::new(FloorNews { at, members }));
        }
    }
}

/// Waits for a change on the floor; `None` at the end of the process.
async fn next(changes: &mut Receiver<Change>) -> Option<BTreeSet<StaffId>> {
    loop {
        match changes.recv().await {
            Ok(change) => {
                if let Some(member) = moved(&change) {
                    return Some(BTreeSet::from([member]));
                }
            }
            // Every connection has missed the same and tells its page to ask anew.
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return None,
        }
    }
}

/// Whose place on the floor a change concerns: what they do, or their day in numbers.
fn moved(change: &Change) -> Option<StaffId> {
    match change {
        Change::Member { member, .. } => Some(member.clone()),
        Change::Call { agent, .. } => agent.clone(),
        _ => None,
    }
}

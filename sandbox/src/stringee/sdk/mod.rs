//! The agents' side at work: [`Pages`] with the sockets and the sound that it needs, and what the control panel can do
//! to it.

mod control;
mod gate;
mod socket;

use super::centre::words::{self as centre, DeviceId, Outcome, RequestId, Ring};
use super::pages::{Command, Effect, Input, Pages, RequestIds};
use super::token::Key;
use crate::leg::{LegId, LegIds, LegOrder};
use crate::media::Media;
use crate::settings::Project;
use axum::Router;
use axum::routing::get;
use gate::Gate;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

/// Open sockets at a time.
const SOCKETS: usize = 512;
/// Packets that wait for one page; a page that takes none is not waited for longer.
const WAITING: usize = 256;

/// The agents' side; clones share it.
#[derive(Clone)]
pub(crate) struct Sdk(Arc<Shared>);

struct Shared {
    key: Key,
    pages: Mutex<Pages>,
    outboxes: Mutex<HashMap<DeviceId, mpsc::Sender<Value>>>,
    device_count: AtomicU64,
    media: Media,
    centre: mpsc::UnboundedSender<centre::Input>,
    gate: Gate,
    sockets: Arc<Semaphore>,
    stop: CancellationToken,
}

impl Sdk {
    /// Opens the agents' side of a project; what the centre must know goes to `centre`.
    pub(crate) fn open(
        project: &Project,
        media: Media,
        (ids, requests): (LegIds, RequestIds),
        centre: mpsc::UnboundedSender<centre::Input>,
        stop: &CancellationToken,
    ) -> Self {
        let key = Key { sid: project.key_sid.clone(), secret: project.key_secret.clone() };
        Self(Arc::new(Shared {
            key,
            pages: Mutex::new(Pages::new(project.id, ids, requests)),
            outboxes: Mutex::default(),
            device_count: AtomicU64::new(0),
            media,
            centre,
            gate: Gate::default(),
            sockets: Arc::new(Semaphore::new(SOCKETS)),
            stop: stop.clone(),
        }))
    }

    /// The doors for agents' pages: the socket, and where to find it.
    pub(crate) fn router(&self) -> Router {
        Router::new()
            .route("/socket", get(socket::open))
            .route("/api/v2/getStringeeServerAddress", get(socket::discover))
            .with_state(self.clone())
    }

    /// The control panel's requests about agents' pages.
    pub(crate) fn control(&self) -> Router {
        control::router(self.clone())
    }

    /// Rings every page of a user.
    pub(crate) fn ring(&self, leg: LegId, user: String, ring: Ring) {
        self.take(Input::Ring { leg, user, ring });
    }

    /// Gives a leg an order; an unknown leg is one that has just ended.
    pub(crate) fn order(&self, leg: LegId, order: LegOrder) {
        self.take(Input::Order(leg, order));
    }

    /// Tells a page what became of its wish; false when no page made it.
    pub(crate) fn settle(&self, request: RequestId, outcome: &Outcome) -> bool {
        let awaited = self.pages().awaits(request);
        if awaited {
            self.take(Input::Settle(request, outcome.clone()));
        }
        awaited
    }

    /// Is this the leg of a page?
    pub(crate) fn owns(&self, leg: LegId) -> bool {
        self.pages().owns(leg)
    }

    /// Legs that exist now.
    pub(crate) fn leg_count(&self) -> usize {
        self.pages().leg_count()
    }

    /// Undoes what the panel did. Calls end by the centre's word.
    pub(crate) fn reset(&self) {
        self.0.gate.reset();
        self.take(Input::Command(Command::Reset));
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.0.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn outboxes(&self) -> MutexGuard<'_, HashMap<DeviceId, mpsc::Sender<Value>>> {
        self.0.outboxes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what happened, and does what follows, in order: none of it waits.
    fn take(&self, input: Input) {
        let mut pages = self.pages();
        for effect in pages.handle(input) {
            self.carry_out(effect);
        }
    }

    fn carry_out(&self, effect: Effect) {
        let media = &self.0.media;
        match effect {
            Effect::Tell(device, packet) => {
                let mut outboxes = self.outboxes();
                if outboxes.get(&device).is_some_and(|outbox| outbox.try_send(packet).is_err()) {
                    outboxes.remove(&device);
                }
            }
            Effect::Close(device) => {
                self.outboxes().remove(&device);
            }
            Effect::Open(leg) => media.open(leg),
            Effect::Ear { leg, ear } => media.ear(leg, ear),
            Effect::Silence(leg) => media.close(leg),
            Effect::Offer(leg) => self.described(media.offer(leg), move |sdp| Input::Offered(leg, sdp)),
            Effect::Accept(peer, sdp) => {
                self.described(media.accept(peer, sdp), move |sdp| Input::Accepted(peer, sdp));
            }
            Effect::Answer(leg, sdp) => self.heed(media.answer(leg, sdp)),
            Effect::Later(after, input) => {
                let sdk = self.clone();
                self.spawn(async move {
                    tokio::time::sleep(after).await;
                    sdk.take(input);
                });
            }
            Effect::Centre(report) => {
                self.0.centre.send(report.into()).ok();
            }
        }
    }

    fn described(
        &self,
        description: impl Future<Output = anyhow::Result<String>> + Send + 'static,
        input: impl FnOnce(String) -> Input + Send + 'static,
    ) {
        let sdk = self.clone();
        self.spawn(async move {
            match description.await {
                Ok(sdp) => sdk.take(input(sdp)),
                Err(error) => tracing::debug!(%error, "a page's sound was refused"),
            }
        });
    }

    fn heed(&self, done: impl Future<Output = anyhow::Result<()>> + Send + 'static) {
        self.spawn(async move {
            if let Err(error) = done.await {
                tracing::debug!(%error, "a page's answer was refused");
            }
        });
    }

    fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let stop = self.0.stop.clone();
        tokio::spawn(async move { stop.run_until_cancelled(work).await });
    }
}

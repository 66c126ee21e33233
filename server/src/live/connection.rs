//! One open connection: what it is told, and when it ends.

use super::FloorNews;
use crate::Alo;
use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use backend::numbers;
use backend::sign_in::Claims;
use domain::live::{Ask, Change, Listener, PULSE_EVERY, Push, SIGNED_OUT};
use domain::problem::Problem;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep_until, timeout};
use tower_sessions::SessionStore;
use tower_sessions::session::Id;

/// What happens together is told together.
const GATHER: Duration = Duration::from_millis(40);
/// More than so much at once, and the page had better ask for everything.
const MANY: usize = 200;
/// Whoever takes longer to hear than this does not hear.
const PATIENCE: Duration = Duration::from_secs(10);
/// A page that has said nothing for so long, not even that it is alive, is gone.
const SILENCE: Duration = Duration::from_secs(60);
/// How often it is asked whether the member is still signed in, and what they see.
const CHECK_EVERY: Duration = Duration::from_secs(45);

/// Why a connection ends.
enum End {
    /// The page is gone, or does not hear.
    Gone,
    /// The member is no longer signed in.
    SignedOut,
    /// This server stops: another one, or the next, tells what happens.
    Stopping,
}

/// What has happened.
enum Event {
    Change(Result<Change, RecvError>),
    Floor(Result<Arc<FloorNews>, RecvError>),
    Message(Option<Result<Message, axum::Error>>),
    Gathered,
    Pulse,
    Check,
    Stopping,
}

/// An open connection.
pub(super) struct Connection {
    alo: Alo,
    session: Id,
    listener: Listener,
    socket: WebSocket,
    changes: Receiver<Change>,
    /// Only while the page wants to be told of the floor.
    floor: Option<Receiver<Arc<FloorNews>>>,
    /// What is to be told, and when.
    gathered: Vec<Push>,
    tell_at: Option<Instant>,
    heard_at: Instant,
}

impl Connection {
    pub(super) fn new(alo: Alo, session: Id, listener: Listener, socket: WebSocket) -> Self {
        let changes = alo.backend.changes();
        // Whatever happened before is not told: the page asks.
        let gathered = vec![Push::Everything];
        let now = Instant::now();
        Self { alo, session, listener, socket, changes, floor: None, gathered, tell_at: Some(now), heard_at: now }
    }

    /// Tells until the page is gone or its member signed out.
    pub(super) async fn run(mut self) {
        let _open = Open::now();
        let mut pulse = every(Duration::from_millis(PULSE_EVERY.unsigned_abs()));
        let mut check = every(CHECK_EVERY);
        loop {
            let event = self.next(&mut pulse, &mut check).await;
            match self.take(event).await {
                Ok(()) => {}
                Err(End::Gone) => return,
                Err(End::SignedOut) => return self.close(SIGNED_OUT, "signed out").await,
                Err(End::Stopping) => return self.close(close_code::RESTART, "this server stops").await,
            }
        }
    }

    async fn next(&mut self, pulse: &mut Interval, check: &mut Interval) -> Event {
        let tell_at = self.tell_at;
        tokio::select! {
            change = self.changes.recv() => Event::Change(change),
            news = heard(self.floor.as_mut()) => Event::Floor(news),
            message = self.socket.recv() => Event::Message(message),
            () = sleep_until(tell_at.unwrap_or_else(Instant::now)), if tell_at.is_some() => Event::Gathered,
            _ = pulse.tick() => Event::Pulse,
            _ = check.tick() => Event::Check,
            () = self.alo.stopping.cancelled() => Event::Stopping,
        }
    }

    async fn take(&mut self, event: Event) -> Result<(), End> {
        match event {
            Event::Change(Ok(change)) => self.changed(&change).await,
            Event::Floor(Ok(news)) => {
                self.gather(self.listener.floor(news.at, &news.members));
                Ok(())
            }
            Event::Change(Err(RecvError::Lagged(_))) | Event::Floor(Err(RecvError::Lagged(_))) => {
                self.gather(Some(Push::Everything));
                Ok(())
            }
            Event::Change(Err(RecvError::Closed)) | Event::Floor(Err(RecvError::Closed)) => Err(End::Gone),
            Event::Message(message) => self.hear(message),
            Event::Gathered => self.tell().await,
            Event::Pulse => self.pulse().await,
            Event::Check => self.check().await,
            Event::Stopping => Err(End::Stopping),
        }
    }

    async fn changed(&mut self, change: &Change) -> Result<(), End> {
        if self.listener.is_concerned(change) {
            self.check().await?;
        }
        self.gather(self.listener.push(change));
        Ok(())
    }

    /// Keeps what is to be told until everything that happens with it is there.
    fn gather(&mut self, push: Option<Push>) {
        let Some(push) = push.filter(|push| !self.gathered.contains(push)) else { return };
        if push == Push::Everything || self.gathered.len() >= MANY {
            self.gathered = vec![Push::Everything];
        } else {
            self.gathered.push(push);
        }
        self.tell_at.get_or_insert_with(|| Instant::now() + GATHER);
    }

    async fn tell(&mut self) -> Result<(), End> {
        self.tell_at = None;
        let pushes = std::mem::take(&mut self.gathered);
        // As the member may have it: numbers are masked for whoever does not see them whole.
        let told = numbers::told(&self.alo.backend, &self.listener.who, self.listener.numbers, &pushes);
        let text = told.map_err(|_| End::Gone)?.to_string();
        self.send(Message::Text(text.into())).await
    }

    fn hear(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<(), End> {
        self.heard_at = Instant::now();
        match message {
            Some(Ok(Message::Text(text))) => {
                // What is not understood comes from a page of another version: it is not its fault.
                if let Ok(Ask::Floor { on }) = serde_json::from_str(&text) {
                    self.floor = (on && self.listener.sees_floor).then(|| self.alo.live.floor());
                    // What changed before it was asked for is not told.
                    self.gather(self.floor.as_ref().map(|_| Push::Everything));
                }
                Ok(())
            }
            Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => Ok(()),
            Some(Ok(Message::Close(_)) | Err(_)) | None => Err(End::Gone),
        }
    }

    /// Tells the page that it is connected, and asks the browser to say the same.
    async fn pulse(&mut self) -> Result<(), End> {
        if self.heard_at.elapsed() > SILENCE {
            return Err(End::Gone);
        }
        self.send(Message::Ping(Bytes::new())).await?;
        self.gather(Some(Push::Pulse));
        self.tell().await
    }

    /// Asks again who listens: the session may be over, and scope may have changed.
    async fn check(&mut self) -> Result<(), End> {
        let store = backend::sessions::Store::new(&self.alo.backend);
        let claims = match store.load(&self.session).await {
            Ok(record) => record.and_then(|mut record| record.data.remove(Claims::ENTRY)),
            // A database that does not answer for a moment signs nobody out.
            Err(_) => return Ok(()),
        };
        let claims: Option<Claims> = claims.and_then(|entry| serde_json::from_value(entry).ok());
        let claims = claims.ok_or(End::SignedOut)?;
        match backend::live::listener(&self.alo.backend, &claims).await {
            Ok(listener) => self.is_now(listener),
            Err(Problem::Unavailable) => {}
            Err(_) => return Err(End::SignedOut),
        }
        Ok(())
    }

    fn is_now(&mut self, listener: Listener) {
        if listener == self.listener {
            return;
        }
        self.floor = self.floor.take().filter(|_| listener.sees_floor);
        self.listener = listener;
        // What was gathered was for whoever they were.
        self.gathered.clear();
        self.gather(Some(Push::Everything));
    }

    async fn send(&mut self, message: Message) -> Result<(), End> {
        match timeout(PATIENCE, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }

    async fn close(mut self, code: u16, reason: &'static str) {
        let frame = CloseFrame { code, reason: reason.into() };
        // A page that does not hear it any more is gone already.
        let _ = self.send(Message::Close(Some(frame))).await;
    }
}

/// The next news of the floor; never, where none are wanted.
async fn heard(floor: Option<&mut Receiver<Arc<FloorNews>>>) -> Result<Arc<FloorNews>, RecvError> {
    match floor {
        Some(floor) => floor.recv().await,
        None => std::future::pending().await,
    }
}

fn every(period: Duration) -> Interval {
    let mut interval = interval_at(Instant::now() + period, period);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// A connection that is counted until it ends.
struct Open;

impl Open {
    fn now() -> Self {
        metrics::gauge!("alo_live_connections").increment(1.0);
        Self
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        metrics::gauge!("alo_live_connections").decrement(1.0);
    }
}

//! Sound. Every browser leg is an ICE-lite WebRTC peer on one UDP port; legs are joined by what each one hears, so hold,
//! queue music, transfer and hang-up are changes of a pointer. The only user of `str0m`.

mod engine;
mod g711;
mod peer;
mod tones;

use crate::leg::LegId;
use anyhow::Result;
use std::net::SocketAddr;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

pub(crate) use tones::Tone;

/// What a leg hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Nothing.
    Silence,
    /// Another leg.
    Leg(LegId),
    /// A recorded sound, over and over.
    Tone(Tone),
    /// A sound that was brought, once or over and over.
    Clip {
        /// Which.
        clip: ClipId,
        /// From the start again at its end.
        looped: bool,
    },
}

/// A sound that was brought to the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ClipId(pub(crate) u64);

/// A key heard in a leg's sound (RFC 4733).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Digit {
    /// Who pressed it.
    pub(crate) leg: LegId,
    /// The key.
    pub(crate) digit: char,
}

/// An order to the engine; `reply` carries the session description.
enum Order {
    Accept { leg: LegId, offer: String, reply: oneshot::Sender<Result<String>> },
    Offer { leg: LegId, reply: oneshot::Sender<Result<String>> },
    Answer { leg: LegId, sdp: String, reply: oneshot::Sender<Result<()>> },
    Open { leg: LegId },
    Ear { leg: LegId, ear: LegId },
    Hear { leg: LegId, source: Source },
    Clip { clip: ClipId, samples: Vec<i16> },
    Mute { leg: LegId, on: bool },
    Close { leg: LegId },
}

/// A handle to the sound engine.
#[derive(Clone)]
pub(crate) struct Media(mpsc::UnboundedSender<Order>);

impl Media {
    /// Opens the UDP port and runs the engine until `stop`; keys that it hears go to `digits`.
    /// Fails when the port cannot be opened.
    pub(crate) async fn start(
        bind: SocketAddr,
        digits: mpsc::UnboundedSender<Digit>,
        stop: CancellationToken,
    ) -> Result<Self> {
        let (orders, inbox) = mpsc::unbounded_channel();
        let engine = engine::Engine::open(bind, digits).await?;
        tokio::spawn(async move { stop.run_until_cancelled(engine.run(inbox)).await });
        Ok(Self(orders))
    }

    /// Answers a leg's offer: its first, or a later change of the same leg. The order is given at once, as by
    /// [`Media::offer`] and [`Media::answer`]; the future only waits for what comes of it.
    pub(crate) fn accept(&self, leg: LegId, offer: String) -> impl Future<Output = Result<String>> + use<> {
        let (reply, answer) = oneshot::channel();
        let sent = self.0.send(Order::Accept { leg, offer, reply });
        async move {
            sent?;
            answer.await?
        }
    }

    /// Makes the offer for a leg that is about to be called.
    pub(crate) fn offer(&self, leg: LegId) -> impl Future<Output = Result<String>> + use<> {
        let (reply, offer) = oneshot::channel();
        let sent = self.0.send(Order::Offer { leg, reply });
        async move {
            sent?;
            offer.await?
        }
    }

    /// Takes the called leg's answer.
    pub(crate) fn answer(&self, leg: LegId, sdp: String) -> impl Future<Output = Result<()>> + use<> {
        let (reply, done) = oneshot::channel();
        let sent = self.0.send(Order::Answer { leg, sdp, reply });
        async move {
            sent?;
            done.await?
        }
    }

    /// Has a peer for a leg whose description comes later, so that what it hears can be set before.
    pub(crate) fn open(&self, leg: LegId) {
        self.0.send(Order::Open { leg }).ok();
    }

    /// From now on what `leg` hears is played at the peer `ear`, which closes with it.
    pub(crate) fn ear(&self, leg: LegId, ear: LegId) {
        self.0.send(Order::Ear { leg, ear }).ok();
    }

    /// Brings a sound, 8000 samples a second, that legs can hear from now on.
    pub(crate) fn bring(&self, clip: ClipId, samples: Vec<i16>) {
        self.0.send(Order::Clip { clip, samples }).ok();
    }

    /// Sets what a leg hears.
    pub(crate) fn hear(&self, leg: LegId, source: Source) {
        self.0.send(Order::Hear { leg, source }).ok();
    }

    /// Stops or restores what others hear of this leg.
    pub(crate) fn mute(&self, leg: LegId, on: bool) {
        self.0.send(Order::Mute { leg, on }).ok();
    }

    /// Forgets a leg and frees what it used.
    pub(crate) fn close(&self, leg: LegId) {
        self.0.send(Order::Close { leg }).ok();
    }
}

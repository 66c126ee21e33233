//! What goes into the agents' side and what comes out of it.

use crate::leg::{LegId, LegOrder};
use crate::stringee::centre::words::{self as centre, DeviceId, Outcome, RequestId, Ring};
use crate::stringee::packets::{Class, Packet};
use crate::stringee::token::Holder;
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Numbers for wishes; whoever makes wishes shares them.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestIds(Arc<AtomicU64>);

impl RequestIds {
    /// A number that was never given before.
    pub(crate) fn next(&self) -> RequestId {
        RequestId(self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// A client of the SDK: it keeps its name when its socket breaks and it comes back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) struct Client(pub(crate) String);

/// Something happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Input {
    /// A socket was let in.
    Enter {
        /// The socket.
        device: DeviceId,
        /// Whose.
        holder: Holder,
        /// The client behind it.
        client: Client,
        /// The browser behind it.
        browser: String,
        /// What let it in, to be answered.
        packet: Packet,
    },
    /// A socket is closed.
    Left(DeviceId),
    /// The client whose last socket this was has been without one for long enough.
    Missed(DeviceId),
    /// A page says something.
    Said(DeviceId, Packet),
    /// Ring every page of a user.
    Ring {
        /// The new leg.
        leg: LegId,
        /// The user.
        user: String,
        /// What is shown.
        ring: Ring,
    },
    /// The centre gives a leg an order.
    Order(LegId, LegOrder),
    /// What became of a wish.
    Settle(RequestId, Outcome),
    /// Our offer for a leg is ready.
    Offered(LegId, String),
    /// Our answer to what was offered at a peer is ready.
    Accepted(LegId, String),
    /// The control panel wants something.
    Command(Command),
}

/// What the control panel can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Close every socket of a user.
    Drop(String),
    /// Ring a user with this kind of call from now on.
    Class(String, Class),
    /// Refuse a user's next calls with this code.
    RefuseCalls {
        /// The user.
        user: String,
        /// The code.
        r: i64,
        /// How many calls.
        times: u32,
    },
    /// A device of the user that is no page of ours picks up (200) or refuses (486) what rings.
    Elsewhere(String, u64),
    /// Forget every wish of the panel.
    Reset,
}

/// Something shall be done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    /// Send a page a packet.
    Tell(DeviceId, Value),
    /// Close a socket.
    Close(DeviceId),
    /// Have a peer for a leg's sound.
    Open(LegId),
    /// Offer a leg's sound; [`Input::Offered`] comes back.
    Offer(LegId),
    /// Answer what a page offered at a peer; [`Input::Accepted`] comes back.
    Accept(LegId, String),
    /// Take a page's answer to our offer.
    Answer(LegId, String),
    /// What a leg hears is played at another peer.
    Ear {
        /// The leg.
        leg: LegId,
        /// The peer.
        ear: LegId,
    },
    /// Forget a leg's sound.
    Silence(LegId),
    /// Come back with this input after a while.
    Later(Duration, Input),
    /// Tell the centre.
    Centre(Report),
}

/// What the centre is told, in its own words, which cannot be compared or repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Report {
    /// A leg has news.
    Leg(LegId, crate::leg::LegEvent),
    /// A page came or went.
    Device {
        /// Its socket.
        device: DeviceId,
        /// Its user.
        user: String,
        /// Came, or went?
        up: bool,
    },
    /// A page calls.
    Dial {
        /// Who waits for the outcome.
        request: RequestId,
        /// The page's leg.
        leg: LegId,
        /// The user.
        user: String,
        /// The hotline.
        from: String,
        /// Who is called.
        to: String,
        /// What the page put into `custom`.
        custom: String,
    },
    /// A page wants something.
    Wish(RequestId, centre::Wish),
}

impl From<Report> for centre::Input {
    fn from(report: Report) -> Self {
        match report {
            Report::Leg(leg, event) => Self::Leg(leg, event),
            Report::Device { device, user, up } => Self::Device { device, user, up },
            Report::Dial { request, leg, user, from, to, custom } => {
                Self::Dial { request, leg, user, from, to, custom }
            }
            Report::Wish(request, wish) => Self::Wish(request, wish),
        }
    }
}

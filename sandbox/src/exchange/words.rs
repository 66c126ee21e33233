//! What goes into the exchange and what comes out of it.

use crate::leg::{LegEvent, LegId, LegOrder};
use crate::media::Source;
use serde::Serialize;
use std::time::{Duration, Instant};

/// One open socket of one agent's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SessionId(pub(crate) u64);

/// Something happened.
#[derive(Debug)]
pub(crate) enum Input {
    /// Somebody dialled us.
    Caller {
        /// The new leg.
        leg: LegId,
        /// The caller's number.
        from: String,
        /// What was dialled.
        to: String,
    },
    /// A leg has news.
    Leg(LegId, LegEvent),
    /// A telephone can be called now, or no longer.
    Line {
        /// Its number.
        user: String,
        /// Can it?
        up: bool,
    },
    /// An agent's page signed in.
    Enter {
        /// Its socket.
        session: SessionId,
        /// The agent's seat.
        ipphone: String,
    },
    /// An agent's page is gone.
    Left(SessionId),
    /// An agent's page wants something.
    Wish(SessionId, Wish),
    /// The control panel wants something.
    Command(Command),
}

/// What an agent's page can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Take calls from queues, or stop.
    Available(bool),
    /// Call a customer.
    CallOut(String),
    /// Hold or take back the customer.
    Hold {
        /// Hold, or take back?
        on: bool,
        /// The kind of call the page believes to be in; the reply repeats it.
        direction: Direction,
    },
    /// Be heard no more, or again.
    Mute(bool),
    /// End the call.
    End,
    /// This page wants the voice.
    TakeVoice,
    /// Calls shall go to another device.
    Device {
        /// Its kind.
        device: Device,
        /// The mobile number, for a mobile.
        phone: Option<String>,
    },
    /// Who could take my call?
    Colleagues,
    /// Offer my call to a colleague.
    Transfer(String),
    /// Take a colleague's call, or not.
    AnswerTransfer(bool),
    /// Send my customer to a queue.
    TransferToQueue(String),
}

/// Which way a call goes, as an agent sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Direction {
    /// The customer, a queue or a colleague calls the agent.
    In,
    /// The agent calls the customer.
    Out,
}

/// May an agent be called?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    /// Yes.
    Available,
    /// No, by the agent's own wish.
    Away,
    /// No, because a call rang out.
    NoAnswer,
}

/// The kind of device that takes an agent's calls (1 browser, 2 softphone, 3 mobile, 4 IP phone; others exist).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Device(pub(crate) u64);

impl Device {
    /// The agent's browser.
    pub(crate) const BROWSER: Self = Self(1);
}

/// What an agent's page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// You are signed in.
    Welcome {
        /// May you be called?
        status: Status,
        /// Does this page have the voice?
        voice: bool,
        /// Your device.
        device: Device,
    },
    /// Your status was changed.
    StatusSet,
    /// You let a call ring out.
    NoAnswer,
    /// Your telephone rings.
    Ring(Ring),
    /// You picked up.
    Answered(CallId),
    /// The call that you received is over.
    Ended(CallId),
    /// How the call that you make is going.
    CallOut {
        /// How far it is.
        progress: Progress,
        /// Its name at the company, when told.
        call: CallId,
        /// The customer.
        number: String,
    },
    /// The reply to [`Wish::Hold`].
    Held {
        /// Hold, or take back?
        on: bool,
        /// The kind of call that was named in the wish.
        direction: Direction,
        /// Was it done?
        done: bool,
    },
    /// The reply to [`Wish::Mute`].
    Muted(bool),
    /// This page has the voice now.
    VoiceTaken(Device),
    /// The voice is not given.
    VoiceRefused,
    /// Another page has the voice now.
    VoiceLost,
    /// The reply to [`Wish::Device`].
    DeviceSet {
        /// Before.
        old: Device,
        /// Now.
        new: Device,
    },
    /// Who could take your call.
    Colleagues(Vec<Colleague>),
    /// A colleague offers you a call.
    TransferOffered(Transfer),
    /// A colleague answered your offer (or the reply that nobody gave, which 3C sends to who is asked).
    TransferAnswered {
        /// The offer.
        transfer: Transfer,
        /// Taken?
        accepted: bool,
    },
    /// What became of your transfer.
    Transferred {
        /// The offer.
        transfer: Transfer,
        /// `None` when your colleague has the call, else 3C's error code.
        error: Option<&'static str>,
    },
    /// The reply to [`Wish::TransferToQueue`].
    QueueTransfer(bool),
    /// The socket is closed.
    Closed,
}

/// A call's name at the company, or nothing when it is kept back.
pub(crate) type CallId = Option<String>;

/// A telephone that rings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ring {
    /// The call.
    pub(crate) call: CallId,
    /// Who calls.
    pub(crate) caller: String,
    /// What the caller dialled.
    pub(crate) line: String,
    /// The name of the queue, if any.
    pub(crate) queue: String,
}

/// A call offered by one agent to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Transfer {
    /// The call.
    pub(crate) call: CallId,
    /// Who has it.
    pub(crate) from: String,
    /// Who shall have it.
    pub(crate) to: String,
}

/// An agent who could take a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Colleague {
    /// The seat.
    pub(crate) ipphone: String,
    /// The person.
    pub(crate) name: String,
}

/// How far a call to a customer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// The agent's own device is called.
    Starting,
    /// The customer's telephone rings.
    Ringing,
    /// The customer picked up.
    Answered,
    /// The customer hung up.
    Ended,
    /// The agent hung up.
    Terminated,
    /// It failed: 3C's error code, and the SIP status where there is one.
    Failed(&'static str, Option<u16>),
}

/// A customer without a telephone, who calls.
#[derive(Clone, Debug)]
pub(crate) struct VirtualCaller {
    /// The seat or the queue.
    pub(crate) to: String,
    /// The customer's number.
    pub(crate) number: String,
    /// Hangs up when nobody has answered for this long.
    pub(crate) patience: Option<Duration>,
    /// Hangs up this long after the answer.
    pub(crate) talks: Option<Duration>,
    /// An agent is rung even in the middle of another call.
    pub(crate) although_busy: bool,
}

/// What the control panel can ask for.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// A virtual customer calls an agent or a queue.
    Ring(VirtualCaller),
    /// The customer with this number hangs up.
    HangUp(String),
    /// Close every socket of an agent.
    DropSockets(String),
    /// Another page takes an agent's voice.
    StealVoice {
        /// The seat.
        ipphone: String,
        /// Whoever asks for the voice afterwards is refused, until a reset.
        keep: bool,
    },
    /// Keep call names back.
    CallIds(CallIdRule),
    /// How long telephones ring.
    Patience(Patience),
    /// End every call and forget every change.
    Reset,
}

/// When agents are told a call's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CallIdRule {
    /// As 3C does: when the customer's call rings, at about the same time as the telephone.
    #[default]
    Usual,
    /// Well before the telephone rings.
    Early,
    /// This long after.
    Late(Duration),
    /// Never.
    Never,
}

/// How long telephones ring.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Patience {
    /// An agent's.
    pub(crate) agent: Duration,
    /// A customer's.
    pub(crate) customer: Duration,
    /// How long a caller waits in a queue.
    pub(crate) queue: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { agent: Duration::from_secs(20), customer: Duration::from_secs(30), queue: Duration::from_secs(180) }
    }
}

/// Something shall be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Call a registered telephone.
    Dial {
        /// The new leg.
        leg: LegId,
        /// Whose telephone.
        user: String,
        /// Who is calling.
        from: String,
    },
    /// Give a leg an order.
    Order(LegId, LegOrder),
    /// Let a leg hear something.
    Hear(LegId, Source),
    /// Let a leg be heard, or not.
    Mute(LegId, bool),
    /// Tell an agent's page something.
    Tell(SessionId, News),
    /// Keep in the history what is over.
    Over(Part),
}

/// One agent's part of a call, or nobody's, once it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// What the company calls the call.
    pub(crate) call: String,
    /// The customer's number.
    pub(crate) number: String,
    /// What the customer dialled, or was called from.
    pub(crate) hotline: String,
    /// The agent; `None` when the caller left before anybody was called.
    pub(crate) ipphone: Option<String>,
    /// Which way it went.
    pub(crate) direction: Direction,
    /// When it began.
    pub(crate) began: Instant,
    /// Since when they talked; `None` when they never did.
    pub(crate) talked: Option<Instant>,
    /// How long the customer was on hold.
    pub(crate) held: Duration,
    /// When it was over.
    pub(crate) ended: Instant,
    /// Did the customer hang up?
    pub(crate) by_customer: bool,
}

//! What goes into the contact centre and what comes out of it. Whoever has a telephone for the centre (SIP, the agents'
//! sockets) owns its signalling and its sound, and speaks to the centre about it as one leg.

use super::setup::Setup;
use crate::leg::{LegEvent, LegId, LegOrder};
use crate::media::Tone;
use serde::Serialize;
use serde_json::Value;
use std::time::Duration;

/// A moment, in milliseconds since 1970. It never goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub(crate) struct Moment(pub(crate) u64);

impl Moment {
    /// This much later.
    pub(crate) fn after(self, wait: Duration) -> Self {
        Self(self.0.saturating_add(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)))
    }

    /// How long ago `earlier` was.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

/// One open, authenticated socket of an agent's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct DeviceId(pub(crate) u64);

/// A wish whose outcome somebody waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RequestId(pub(crate) u64);

/// A question to the customer's server (the CRM).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct AskId(pub(crate) u64);

/// Something happened.
#[derive(Debug)]
pub(crate) enum Input {
    /// Somebody dialled us on a telephone: a customer a hotline, or an agent's SIP phone a customer.
    Caller {
        /// The new leg.
        leg: LegId,
        /// The caller's own number.
        from: String,
        /// What was dialled.
        to: String,
    },
    /// A leg has news. A leg that rings in several pages is one leg: `Ringing` comes at the first page's word,
    /// `Answered` when one of them has picked up and its sound is connected, `Failed(486)` when the agent refuses,
    /// `Failed(480)` when no page is left; `Ended` when the agent hangs up, or the page is gone for good.
    Leg(LegId, LegEvent),
    /// A telephone (a customer's page, a SIP phone `{project}_{user}`) can be called now, or no longer.
    Line {
        /// Its number.
        user: String,
        /// Can it?
        up: bool,
    },
    /// An agent's page is authenticated, or gone.
    Device {
        /// Its socket.
        device: DeviceId,
        /// The agent's user id.
        user: String,
        /// Came, or went?
        up: bool,
    },
    /// A page calls out (`makeCall`). [`Effect::Settle`] answers; from then on [`LegOrder`]s move the leg.
    Dial {
        /// Who waits for the outcome.
        request: RequestId,
        /// The leg of the page.
        leg: LegId,
        /// The agent's user id.
        user: String,
        /// The hotline to call from.
        from: String,
        /// The customer's number, or a colleague's user id.
        to: String,
        /// What the page put into `custom`; empty for nothing.
        custom: String,
    },
    /// Somebody wants something. [`Effect::Settle`] answers.
    Wish(RequestId, Wish),
    /// What became of a question: the body of the answer, or why there is none.
    Answered(AskId, Result<String, Failure>),
    /// The control panel wants something.
    Command(Command),
}

/// What a page or the REST interface can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Call an agent first, and the customer when the agent has answered.
    CallOut(CallOut),
    /// Hand the customer to somebody else.
    Transfer {
        /// The call.
        call: String,
        /// Who gets the customer.
        to: Target,
        /// How.
        how: Handover,
    },
    /// Let the customer hear music, or come back.
    Hold {
        /// The agent's leg.
        leg: LegId,
        /// Hold, or take back?
        on: bool,
    },
    /// End a call.
    Stop {
        /// The call.
        call: String,
    },
    /// Send the call's customer where these actions (SCCO) say.
    Actions {
        /// The call.
        call: String,
        /// A JSON array.
        actions: String,
    },
}

/// `POST /v1/call/callout`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CallOut {
    /// The agent's user id.
    pub(crate) user: String,
    /// What the agent's telephone shows as the caller.
    pub(crate) shown: String,
    /// And as the caller's name.
    pub(crate) alias: String,
    /// The hotline that the customer sees.
    pub(crate) hotline: String,
    /// The customer's number.
    pub(crate) number: String,
    /// Ring the SIP phone, whatever the agent's routing type.
    pub(crate) sip: bool,
}

/// Who gets a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An agent, by user id.
    Agent(String),
    /// A queue, by id.
    Queue(String),
    /// Any telephone number.
    Number(String),
}

/// How a customer is handed over. In both, a target that does not answer gives the customer back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handover {
    /// The customer is the target's as soon as the target answers.
    Blind,
    /// The agent talks to the target first, and hands over by hanging up.
    Attended,
}

/// What a customer or an agent who is called sees and is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Ring {
    /// The call's id.
    pub(crate) call: String,
    /// `fromNumber`.
    pub(crate) from: String,
    /// `toNumber`: the agent's user id for an agent.
    pub(crate) to: String,
    /// `fromAlias`.
    pub(crate) from_alias: String,
    /// `toAlias`: the hotline, for a customer's call.
    pub(crate) to_alias: String,
    /// A colleague calls, not a customer.
    pub(crate) from_internal: bool,
    /// `customDataFromYourServer`, as the customer's server gave it.
    pub(crate) custom_data: String,
}

/// Which telephone is rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Telephone {
    /// Every open page of this user: whoever answers first has the call, the others are told `otherdevice`.
    App(String),
    /// A registered SIP telephone, by its name.
    Line(String),
}

/// What a leg hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sound {
    /// Nothing.
    Silence,
    /// Another leg.
    Leg(LegId),
    /// A sound that goes on.
    Tone(Tone),
    /// A text, spoken once.
    Talk {
        /// The text.
        text: String,
        /// -3 to 3.
        speed: i64,
        /// Whose voice.
        voice: String,
    },
    /// An uploaded file, once.
    File(String),
    /// An uploaded file, over and over.
    Music(String),
}

/// What became of a wish: `r`, 0 for done, and what goes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// The code: of section 12 of the contract for [`Input::Dial`], of each door for a [`Wish`].
    pub(crate) r: i64,
    /// In words.
    pub(crate) message: String,
    /// The call's id, when there is one.
    pub(crate) call: Option<String>,
    /// `customDataFromYourServer`; for a refusal what the centre or the server gave as its reason.
    pub(crate) custom_data: Option<String>,
    /// `toType` is `internal` (a colleague), not `external`.
    pub(crate) internal: bool,
}

/// Why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It took too long.
    TimedOut,
    /// Nobody listens there.
    Unreachable,
    /// Another status than 200.
    Status(u16),
}

/// How a question is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// GET with this query.
    Get(Vec<(&'static str, String)>),
    /// POST of this JSON.
    Post(Value),
}

/// Something shall be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Call somebody's telephone.
    Ring {
        /// The new leg.
        leg: LegId,
        /// Which telephone.
        telephone: Telephone,
        /// What it shows.
        ring: Ring,
    },
    /// Give a leg an order.
    Order(LegId, LegOrder),
    /// Let a leg hear something.
    Hear(LegId, Sound),
    /// Tell who waits what became of a wish.
    Settle(RequestId, Outcome),
    /// Ask the customer's server; [`Input::Answered`] comes back.
    Ask {
        /// The question's number.
        ask: AskId,
        /// Where.
        url: String,
        /// What.
        question: Question,
        /// How long an answer is waited for.
        patience: Duration,
    },
    /// Tell the customer's server; nobody waits for it.
    Post {
        /// Where.
        url: String,
        /// What.
        body: Value,
    },
    /// A call is over: keep it in the log, and its recording.
    Keep(Box<Record>),
}

/// A call that is over, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// Its id.
    pub(crate) id: String,
    /// The agent's user id, for a call that an agent made.
    pub(crate) from_user: String,
    /// Who called.
    pub(crate) from: String,
    /// Who was called.
    pub(crate) to: String,
    /// Did an agent call?
    pub(crate) from_internal: bool,
    /// When it began.
    pub(crate) start: Moment,
    /// When they began to talk.
    pub(crate) answer: Option<Moment>,
    /// When it was over.
    pub(crate) stop: Moment,
    /// Is there a recording?
    pub(crate) recorded: bool,
    /// Everybody who was called, by number or user id.
    pub(crate) participants: Vec<String>,
    /// Where the recording's event goes, if anywhere.
    pub(crate) event_url: Option<String>,
}

/// A customer without a telephone, who calls.
#[derive(Clone, Debug)]
pub(crate) struct VirtualCaller {
    /// The hotline.
    pub(crate) to: String,
    /// The customer's number.
    pub(crate) number: String,
    /// Keys to press in the menu, one each second.
    pub(crate) keys: String,
    /// Hangs up when nobody has answered for this long.
    pub(crate) patience: Option<Duration>,
    /// Hangs up this long after the answer.
    pub(crate) talks: Option<Duration>,
}

/// What the control panel can ask for.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// A virtual customer calls a hotline.
    Ring(VirtualCaller),
    /// The customer with this number presses keys.
    Keys(String, String),
    /// The customer with this number hangs up.
    HangUp(String),
    /// The virtual customer with this number answers.
    Answer(String),
    /// The virtual customer with this number turns the call down, with a SIP status.
    Refuse(String, u16),
    /// How long is waited for what.
    Patience(Patience),
    /// End every call; everything is set up like this again.
    Reset(Box<Setup>),
}

/// How long is waited for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Patience {
    /// A customer's telephone rings.
    pub(crate) customer: Duration,
    /// An agent's rings, for calls that come through no queue.
    pub(crate) agent: Duration,
    /// A caller waits in a queue.
    pub(crate) queue: Duration,
    /// How often everybody is asked again before the caller is sent away.
    pub(crate) rounds: u32,
    /// Between two questions for a queue's agents.
    pub(crate) poll: Duration,
    /// For an answer to a question (`get_customer_info_url` has its own).
    pub(crate) server: Duration,
    /// Queues with business hours are always open.
    pub(crate) open: bool,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            customer: Duration::from_secs(45),
            agent: Duration::from_secs(30),
            queue: Duration::from_secs(300),
            rounds: 20,
            poll: Duration::from_secs(2),
            server: Duration::from_secs(5),
            open: false,
        }
    }
}

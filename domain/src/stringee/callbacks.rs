//! What the frame that holds Stringee's browser kit reports, in our words.
//!
//! The kit's own words stay in the frame's script: it posts what happened, already plain. Some things the kit tells twice
//! or not at all: an answer and a hang-up of one's own have a callback only, another device's have an event only, and a
//! call that the server has forgotten is dropped without a word. All of them end here, and what is told twice counts once.

use super::{call_failure, call_first_customer, dialable, sign_in_problem, sip_failure, transfer_failure};
use crate::calls::{Device, Event, Failure, Manner, TransferFailure};
use serde::Deserialize;

/// Stringee's own way: calls have ids everywhere, and their sound is always in the page.
pub const MANNER: Manner = Manner {
    names_calls: true,
    mutes_calls_out: true,
    page_only: true,
    passes_on_to_numbers: true,
    can_ring_member_first: true,
    presence_by_server: true,
    queues_by_call: true,
};

/// The microphone was refused or is missing, as the kit counts.
const NO_MICROPHONE: i64 = 1000;
/// The kit could not make a connection for the sound.
const NO_CONNECTION: i64 = 1001;
/// The token has run out: the kit asks for a new one by itself.
const TOKEN_EXPIRED: i64 = 6;

/// What the frame's script posts; see `style/public/softphone/stringee-frame.js`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Said {
    /// The kit is there.
    Ready,
    /// The kit is not.
    ScriptFailed {
        /// Its file name.
        file: String,
    },
    /// This page has no microphone to ask for: its address is not a safe one.
    NoMedia,
    /// Whether the server lets the page in.
    Authen {
        /// 0 when it does.
        r: i64,
    },
    /// The connection is lost; the kit makes it again.
    Disconnect {
        /// The how manieth time in a row.
        attempt: u32,
    },
    /// The token has run out: the kit wants another one.
    RequestNewToken,
    /// A call comes in, of either class.
    Incoming(Incoming),
    /// What became of the wish to dial.
    MakeCall(MakeCall),
    /// The server says how far a call is.
    SignalingState(SignalingState),
    /// Something was done to a call on another device of the member.
    OtherDevice {
        /// Which call.
        call: String,
        /// `CALL_STATE`, `CALL2_STATE` or `CALL_END`.
        kind: String,
        /// The code of a state.
        #[serde(default)]
        code: i64,
    },
    /// The kit could not get a call's sound.
    Error {
        /// Which call.
        call: String,
        /// Why.
        code: i64,
    },
    /// Answering was answered.
    Answered {
        /// Which call.
        call: String,
        /// 0 when it was done.
        r: i64,
    },
    /// A call is over here: refused, hung up, given up, or dropped by the kit.
    Gone {
        /// Which call.
        call: String,
    },
    /// Putting on hold or taking off was answered.
    Held {
        /// Which call.
        call: String,
        /// Which of the two.
        on: bool,
        /// 0 when it was done.
        r: i64,
    },
    /// Whether the microphone is shut now.
    Muted {
        /// Which call.
        call: String,
        /// Shut.
        on: bool,
    },
    /// A tone was answered.
    Tone {
        /// Which call.
        call: String,
        /// The key.
        key: char,
        /// 0 when it was sent.
        r: i64,
    },
    /// Passing on was answered.
    Transferred {
        /// Which call.
        call: String,
        /// 0 when it was done; `None` where calls of this class cannot be passed on to such a target.
        r: Option<i64>,
    },
}

/// A call that comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Incoming {
    /// Its id.
    pub call: String,
    /// Who calls: a number, or a user of the account.
    pub from: String,
    /// How the caller is shown.
    pub from_alias: String,
    /// Whom it was given to: this seat.
    pub to: String,
    /// What was called.
    pub to_alias: String,
    /// Whether it is of the second class: only those can be passed on to queues, and no service of the account does it
    /// for the others.
    pub second: bool,
}

/// The answer to a wish to dial.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct MakeCall {
    /// The id of the call; empty where there is none.
    pub call: String,
    /// 0 when it was taken.
    pub r: i64,
    /// Whom was to be called.
    pub to: String,
    /// What our own server, or the contact centre, says about it.
    pub custom: String,
}

/// How far a call is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SignalingState {
    /// Which.
    pub call: String,
    /// Whether it came in.
    pub incoming: bool,
    /// The kit's own code.
    pub code: i64,
    /// SIP's.
    pub sip: i64,
}

/// What a message of the frame means: usually one event, sometimes none or two.
pub fn callback(said: &Said) -> Vec<Event> {
    match said {
        Said::Ready | Said::RequestNewToken => Vec::new(),
        Said::ScriptFailed { file } => vec![Event::ScriptFailed { file: file.clone() }],
        Said::NoMedia => vec![Event::MicrophoneRefused],
        Said::Authen { r } => authen(*r),
        Said::Disconnect { attempt } => vec![Event::Reconnecting { attempt: *attempt, total: 0 }],
        Said::Incoming(incoming) => {
            let queues = incoming.second.then(|| of(&incoming.call, Event::PassesOnToQueues));
            [of(&incoming.call, ring(incoming))].into_iter().chain(queues).collect()
        }
        Said::MakeCall(answer) => make_call(answer),
        Said::SignalingState(state) => of_each(&state.call, signaling(state)),
        Said::OtherDevice { call, kind, code } => of_each(call, other_device(kind, *code).into_iter().collect()),
        Said::Error { call, code } => error(call, *code),
        Said::Answered { call, r } => answered(call, *r),
        Said::Gone { call } => vec![of(call, Event::Ended)],
        // The report says what is: the contrary when it was not done.
        Said::Held { call, on, r } => vec![of(call, Event::HeldIs(*on == (*r == 0)))],
        Said::Muted { call, on } => vec![of(call, Event::MutedIs(*on))],
        Said::Tone { call, key, r: 0 } => vec![of(call, Event::ToneSent { key: *key })],
        Said::Tone { .. } => Vec::new(),
        Said::Transferred { call, r } => vec![of(call, transferred(*r))],
    }
}

/// A call without an id yet is the one that is being dialled.
fn of(call: &str, what: Event) -> Event {
    if call.is_empty() { what } else { Event::Of { id: call.to_owned(), what: Box::new(what) } }
}

fn of_each(call: &str, events: Vec<Event>) -> Vec<Event> {
    events.into_iter().map(|event| of(call, event)).collect()
}

/// Every page that is let in may telephone: the account knows no voice.
fn authen(r: i64) -> Vec<Event> {
    match r {
        0 => vec![Event::TonesAre(true), Event::DeviceIs(Device::Browser), Event::VoiceIs(true), Event::Connected],
        TOKEN_EXPIRED => vec![Event::Reconnecting { attempt: 0, total: 0 }],
        _ => vec![Event::ProviderDown { problem: sign_in_problem(r) }],
    }
}

/// A call that the member is rung for first is a call out, whoever asked for it.
fn ring(incoming: &Incoming) -> Event {
    let Incoming { from, from_alias, to, to_alias, .. } = incoming;
    let aliases = [from_alias, from];
    if let Some(customer) = aliases.into_iter().find_map(|alias| call_first_customer(alias)) {
        return Event::OwnLegRinging { number: customer.to_owned() };
    }
    let hotline = [to_alias, to].into_iter().find(|called| dialable(called).is_some());
    Event::Ringing { number: from.clone(), hotline: hotline.cloned() }
}

fn make_call(answer: &MakeCall) -> Vec<Event> {
    let MakeCall { call, r, to, custom } = answer;
    let provider_id = Some(call.clone()).filter(|call| !call.is_empty());
    let failed = |reason| Event::DialFailed { reason, provider_id: provider_id.clone() };
    match *r {
        0 => {
            let id = provider_id.map(|id| Event::ProviderId { id });
            id.into_iter().chain([of(call, Event::DialTaken { number: to.clone() })]).collect()
        }
        NO_MICROPHONE => vec![Event::MicrophoneRefused, failed(call_failure(*r, custom))],
        _ => vec![failed(call_failure(*r, custom))],
    }
}

fn signaling(state: &SignalingState) -> Vec<Event> {
    match (state.code, state.incoming) {
        (1, false) => vec![Event::DialTaken { number: String::new() }],
        (2, false) => vec![Event::CustomerRinging],
        (3, false) => vec![Event::CustomerAnswered],
        // An echo of what was done here.
        (3, true) => vec![Event::AgentAnswered],
        (5 | 6, false) => {
            let failed = sip_failure(state.sip).or((state.code == 5).then_some(Failure::Busy));
            let failed = failed.map(|reason| Event::DialFailed { reason, provider_id: None });
            failed.into_iter().chain([Event::Ended]).collect()
        }
        (5 | 6, true) => vec![Event::Ended],
        // A call of the second class says by this that it has no sound, and hangs up.
        (-1, _) => vec![Event::MicrophoneRefused, Event::Ended],
        _ => Vec::new(),
    }
}

fn other_device(kind: &str, code: i64) -> Option<Event> {
    match (kind, code) {
        ("CALL_STATE" | "CALL2_STATE", 200) => Some(Event::AnsweredElsewhere),
        ("CALL_STATE" | "CALL2_STATE", 486 | 603) => Some(Event::RefusedElsewhere),
        ("CALL_END", _) => Some(Event::Ended),
        _ => None,
    }
}

fn error(call: &str, code: i64) -> Vec<Event> {
    match code {
        NO_MICROPHONE => vec![Event::MicrophoneRefused],
        NO_CONNECTION => {
            let reason = call_failure(code, "");
            vec![of(call, Event::DialFailed { reason, provider_id: None }), of(call, Event::Ended)]
        }
        _ => Vec::new(),
    }
}

/// Refused where the call is over, or belongs to another device.
fn answered(call: &str, r: i64) -> Vec<Event> {
    match r {
        0 => vec![of(call, Event::AgentAnswered)],
        1 | 3 => vec![of(call, Event::Ended)],
        2 => vec![of(call, Event::AnsweredElsewhere)],
        NO_MICROPHONE => vec![Event::MicrophoneRefused],
        _ => Vec::new(),
    }
}

fn transferred(r: Option<i64>) -> Event {
    match r {
        Some(0) => Event::TransferDone,
        Some(r) => Event::TransferFailed { reason: transfer_failure(r) },
        None => Event::TransferFailed { reason: TransferFailure::NotPossible },
    }
}

//! The line: may this tab telephone, and with which device.

use super::{Colleague, Failure, TransferFailure, TransferOffer};
use crate::ids::CallId;
use crate::telephone::TelephoneProblem;
use serde::{Deserialize, Serialize};

/// What a provider reports, in no vendor's words. Never refused; may come late, twice or in another order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The page has begun to sign in at the provider.
    Connecting,
    /// Signed in; comes again after every reconnection.
    Connected,
    /// The page has signed off at the provider: another tab or computer telephones.
    SignedOff,
    /// The provider does not let the page in.
    SignInRefused {
        /// The provider's own code, where it says one.
        code: Option<String>,
    },
    /// Whether this tab has the voice: only one tab of a member may telephone.
    VoiceIs(bool),
    /// Whether calls come to the member.
    PresenceIs(Presence),
    /// With which device the member telephones.
    DeviceIs(Device),
    /// The connection is lost and being made again.
    Reconnecting {
        /// Which attempt this is, from 1.
        attempt: u32,
        /// How many there will be; 0 where the provider does not say, or never gives up.
        total: u32,
    },
    /// The connection is lost, and no further attempt will be made.
    GaveUp,
    /// A script of the provider could not be loaded.
    ScriptFailed {
        /// Its file name.
        file: String,
    },
    /// Functions that the provider's scripts should have brought and did not.
    Lacks {
        /// Their names, for support.
        functions: Vec<String>,
    },
    /// Whether the provider's scripts can send tones.
    TonesAre(bool),
    /// What this provider does in its own way.
    MannerIs(Manner),
    /// The browser may not use the microphone.
    MicrophoneRefused,
    /// The browser may use the microphone.
    MicrophoneGranted,
    /// Our own server could not sign the member in at the provider.
    ProviderDown {
        /// Why.
        problem: TelephoneProblem,
    },

    /// The provider says by its own id of which call it speaks. Without it, the desk concludes which.
    Of {
        /// Opaque.
        id: String,
        /// What it says.
        what: Box<Event>,
    },
    /// A telephone rings: the member's for a call in, the customer's for a call out. The desk knows which. With an id
    /// it is always a call in.
    Ringing {
        /// The customer's number as the provider wrote it; may be empty.
        number: String,
        /// Which of our numbers, where known.
        hotline: Option<String>,
    },
    /// Our own server knows that this call rings no longer: it was answered or ended somewhere else.
    RingsNoLonger {
        /// Which.
        call: CallId,
    },
    /// The customer's telephone rings for a call out.
    CustomerRinging,
    /// The provider calls the member first, in this page, for a call out: the customer is called once they answer.
    OwnLegRinging {
        /// The customer's number.
        number: String,
    },
    /// The member's own leg was answered.
    AgentAnswered,
    /// A call in was answered on another device of the member.
    AnsweredElsewhere,
    /// A call in was refused on another device of the member.
    RefusedElsewhere,
    /// The customer picked up a call out.
    CustomerAnswered,
    /// A call is over; not said which or why.
    Ended,
    /// Whether the customer is on hold now; also reported when a wish to change it failed.
    HeldIs(bool),
    /// Whether the member's microphone is shut at the provider now.
    MutedIs(bool),
    /// The provider took the wish to dial.
    DialTaken {
        /// As the provider wrote it.
        number: String,
    },
    /// The provider took no notice of the wish to dial.
    DialIgnored,
    /// A call out did not come about.
    DialFailed {
        /// Why.
        reason: Failure,
        /// The provider's id of the call, where it can be read at this moment.
        provider_id: Option<String>,
    },
    /// The member's own device rings first for a call out.
    OwnDeviceRinging,
    /// The provider's own id of a call; not said which.
    ProviderId {
        /// Opaque.
        id: String,
    },
    /// A key was sent as a tone.
    ToneSent {
        /// 0-9, * or #.
        key: char,
    },

    /// The call can be passed on to a queue too.
    PassesOnToQueues,
    /// The colleagues a call can be passed on to now.
    Colleagues(Vec<Colleague>),
    /// A colleague wants to pass a call on to this member.
    TransferOffered {
        /// From whom; its `since` is filled in by the desk.
        offer: TransferOffer,
    },
    /// Whether what the member wants to pass on is taken.
    TransferAnswer {
        /// Taken or refused.
        accepted: bool,
    },
    /// The call has been passed on.
    TransferDone,
    /// The call could not be passed on.
    TransferFailed {
        /// Why.
        reason: TransferFailure,
    },
}

/// Whether calls come to the member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Calls come.
    Online,
    /// No calls come.
    Offline,
    /// The member missed a call and gets no more until back online.
    NoAnswer,
}

/// With what a member telephones.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// This page: microphone and loudspeaker of the computer.
    Browser,
    /// A softphone or IP phone that must be logged in.
    Softphone,
    /// A mobile telephone.
    Mobile {
        /// Its number; empty when the provider does not say.
        number: String,
    },
    /// An IP phone that needs no log-in.
    IpPhone,
    /// Something the provider has only a number for.
    Other(i64),
}

/// What a provider does in its own way. By default as little as any can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manner {
    /// Orders and reports name their call: one can be refused while another talks.
    pub names_calls: bool,
    /// The microphone can be shut in a call out too.
    pub mutes_calls_out: bool,
    /// The sound is always in the page: there is no device to choose.
    pub page_only: bool,
    /// A call can be passed on to any number.
    pub passes_on_to_numbers: bool,
    /// Not every call can be passed on to a queue: only those of which [`Event::PassesOnToQueues`] was reported.
    #[serde(default)]
    pub queues_by_call: bool,
    /// The provider can call the member first, and the customer once they have answered.
    pub can_ring_member_first: bool,
    /// Whether calls come is known to our server, not to the page.
    pub presence_by_server: bool,
}

/// How far the connection to the provider is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum LineState {
    /// Nothing has begun.
    #[default]
    Off,
    /// Signing in, or asking for the voice for the first time.
    Connecting,
    /// This tab can telephone.
    Ready,
    /// Another tab or computer has the voice; this one may be signed in all the same.
    Elsewhere,
    /// The connection is lost and being made again.
    Reconnecting {
        /// Which attempt this is, from 1.
        attempt: u32,
        /// How many there will be.
        total: u32,
    },
    /// The connection is lost for good: the page must sign in anew.
    Lost,
    /// The provider does not let the page in.
    Refused {
        /// The provider's own code, where it says one.
        code: Option<String>,
    },
    /// A script of the provider could not be loaded.
    ScriptFailed {
        /// Its file name.
        file: String,
    },
    /// Our own server could not sign the member in at the provider.
    ProviderDown {
        /// Why.
        problem: TelephoneProblem,
    },
}

/// What is known of this tab's connection to the provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How far it is.
    pub state: LineState,
    /// Whether calls come; `None` until the provider said so.
    pub presence: Option<Presence>,
    /// Whether this tab has the voice.
    pub voice: bool,
    /// With what the member telephones; `None` until the provider said so.
    pub device: Option<Device>,
    /// Whether the browser may use the microphone; `None` until asked.
    pub microphone: Option<bool>,
    /// Functions the provider's scripts lack, by their names there.
    pub lacks: Vec<String>,
    /// Whether tones can be sent; `None` until known.
    pub tones: Option<bool>,
    /// What the provider does in its own way.
    #[serde(default)]
    pub manner: Manner,
    /// Whether this tab has once asked for the voice; it never asks a second time by itself.
    pub asked_for_voice: bool,
    /// Whether the provider has said that everything is connected, and not that it no longer is.
    pub connected: bool,
}

impl Line {
    /// Whether the provider can be asked for something now, with or without the voice.
    pub fn is_connected(&self) -> bool {
        self.connected && matches!(self.state, LineState::Ready | LineState::Elsewhere)
    }

    /// Whether the sound of a call is in this page. Holds until the provider names another device.
    pub fn is_browser(&self) -> bool {
        matches!(self.device, None | Some(Device::Browser))
    }

    /// Takes in what concerns the connection itself; other events change nothing.
    pub(super) fn note(&mut self, event: &Event) {
        match event {
            Event::Connecting => self.broken(LineState::Connecting),
            Event::Connected => self.signed_in(),
            Event::SignedOff => self.signed_off(),
            Event::SignInRefused { code } => self.broken(LineState::Refused { code: code.clone() }),
            Event::VoiceIs(voice) => self.voice_is(*voice),
            Event::PresenceIs(presence) => self.presence = Some(*presence),
            Event::DeviceIs(device) => self.device = Some(device.clone()),
            Event::Reconnecting { attempt, total } => {
                self.broken(LineState::Reconnecting { attempt: *attempt, total: *total });
            }
            Event::GaveUp => self.broken(LineState::Lost),
            Event::ScriptFailed { file } => self.broken(LineState::ScriptFailed { file: file.clone() }),
            Event::Lacks { functions } => self.lacks.clone_from(functions),
            Event::TonesAre(can) => self.tones = Some(*can),
            Event::MannerIs(manner) => self.manner = *manner,
            Event::MicrophoneRefused => self.microphone = Some(false),
            Event::MicrophoneGranted => self.microphone = Some(true),
            Event::ProviderDown { problem } => self.provider_down(problem),
            _ => {}
        }
    }

    /// The voice is asked for: where it is becomes known with the answer.
    pub(super) fn asks_for_voice(&mut self) {
        self.state = LineState::Connecting;
    }

    /// No answer came to the question for the voice.
    pub(super) fn voice_unanswered(&mut self) {
        if self.connected {
            self.signed_in();
        }
    }

    /// The voice may be named before the connection is said to be complete, and after it.
    fn voice_is(&mut self, voice: bool) {
        self.voice = voice;
        if self.connected {
            self.signed_in();
        }
    }

    fn signed_in(&mut self) {
        self.connected = true;
        self.state = if self.voice { LineState::Ready } else { LineState::Elsewhere };
    }

    /// When it signs in again, it asks for the voice as if it were the first time.
    fn signed_off(&mut self) {
        self.broken(LineState::Elsewhere);
        self.voice = false;
        self.asked_for_voice = false;
    }

    fn broken(&mut self, state: LineState) {
        self.connected = false;
        self.state = state;
    }

    /// A page that is connected does not need our server to stay so.
    fn provider_down(&mut self, problem: &TelephoneProblem) {
        if !self.connected {
            self.state = LineState::ProviderDown { problem: problem.clone() };
        }
    }
}

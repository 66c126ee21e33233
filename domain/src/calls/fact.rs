//! Facts: what happened to a call, in no vendor's words.

use crate::ids::{FactId, SourceId};
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// Who called whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The customer called us.
    Inbound,
    /// We called the customer.
    Outbound,
}

/// One thing that happened to a call, as one source saw it.
///
/// Unique by (source, id): the same pair is the same fact, however often it is delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Unique within its source.
    pub id: FactId,
    /// The tab or part of the server that saw it.
    pub source: SourceId,
    /// When it was seen, by the source's clock.
    pub at: Millis,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum What {
    /// The member wished to dial this number; the provider is asked afterwards.
    DialWished {
        /// As it is sent to the provider.
        #[serde(serialize_with = "crate::phone::as_written")]
        number: String,
    },
    /// The provider took the wish to dial.
    DialTaken,
    /// The provider took no notice of the wish to dial.
    DialIgnored,
    /// The member's own device rings first, before the customer is called.
    OwnDeviceRinging,
    /// The customer's telephone rings.
    CustomerRinging,
    /// The customer picked up: talk time of a call out begins.
    CustomerAnswered,
    /// A call came in and rings at the member.
    Offered {
        /// The caller, as the provider wrote it.
        #[serde(serialize_with = "crate::phone::as_written")]
        number: String,
        /// Which of our numbers was called, where known.
        hotline: Option<String>,
        /// Through which queue, where known.
        queue: Option<String>,
    },
    /// The member pressed answer.
    AnswerWished,
    /// The member pressed reject.
    RejectWished,
    /// The member pressed hang up.
    HangUpWished,
    /// A call in was answered: its talk time begins.
    AgentAnswered,
    /// The provider's own id for the call.
    ProviderId {
        /// Opaque; unique per provider and account.
        id: String,
    },
    /// The customer was put on hold.
    Held,
    /// The customer is off hold.
    Resumed,
    /// The member's microphone is shut.
    Muted,
    /// The member's microphone is open.
    Unmuted,
    /// A key was sent as a tone.
    ToneSent {
        /// 0-9, * or #.
        key: char,
    },
    /// The member asked to pass the call on.
    TransferWished {
        /// To whom.
        to: TransferTarget,
    },
    /// The colleague took or refused what was passed on.
    TransferAnswered {
        /// Whether they took it.
        accepted: bool,
    },
    /// The call has been passed on.
    Transferred,
    /// The call could not be passed on and goes on here.
    TransferFailed {
        /// Why.
        reason: TransferFailure,
    },
    /// The call did not come about.
    Failed {
        /// Why.
        reason: Failure,
    },
    /// Another tab or computer took the voice.
    VoiceLost,
    /// The call is over.
    Ended,
    /// The server has not heard of the tab that has the call since this moment.
    ContactLost,
    /// The server hears of that tab again.
    ContactFound,
    /// Nobody will tell when the call ended: taken for over. Anything a tab saw later counts more.
    PresumedEnded,
    /// What the provider's own history says of the call.
    HistoryTold {
        /// Its record.
        record: HistoryRecord,
    },
}

/// What the provider's own history says of a call. Durations are the provider's, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRecord {
    /// How the call went, as far as the history can tell: stands where no tab saw it.
    #[serde(default)]
    pub course: Option<Box<Course>>,
    /// Why a call out did not come about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// Why it was missed, in the provider's words.
    pub missed_reason: Option<String>,
    /// Who hung up, in the provider's words.
    pub ended_by: Option<String>,
    /// Until it was answered.
    pub wait_ms: i64,
    /// On hold.
    pub hold_ms: i64,
    /// Talking.
    pub talk_ms: i64,
    /// Whether there is a recording. Its address never leaves the server.
    pub recorded: bool,
}

/// How a call went, as the provider's own history has it. Its times are the provider's, to the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The provider's id of the call; several calls of ours may share it.
    pub provider_id: String,
    /// Who called whom.
    pub direction: Direction,
    /// The customer's number as the provider wrote it.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub number: String,
    /// Which of our numbers, where known.
    pub hotline: Option<String>,
    /// When it began.
    pub started_at: Millis,
    /// When talking began; `None` where nobody talked.
    pub answered_at: Option<Millis>,
    /// When it was over; `None` while it goes on.
    pub ended_at: Option<Millis>,
}

impl Course {
    /// What this and what was told of the same call at another time say together. A provider that tells of a call while
    /// it goes on says more each time, but not in order.
    fn and(self, other: &Self) -> Self {
        Self {
            hotline: self.hotline.or_else(|| other.hotline.clone()),
            started_at: self.started_at.min(other.started_at),
            answered_at: [self.answered_at, other.answered_at].into_iter().flatten().min(),
            ended_at: self.ended_at.max(other.ended_at),
            ..self
        }
    }
}

impl HistoryRecord {
    /// What this and a record that was told later say together.
    pub(super) fn and(self, later: &Self) -> Self {
        let course = match (later.course.clone(), self.course) {
            (Some(later), Some(before)) => Some(Box::new(later.and(&before))),
            (later, before) => later.or(before),
        };
        // Whoever was talked to was neither missed nor out of reach, whatever was thought before.
        let talked = course.as_ref().is_some_and(|course| course.answered_at.is_some());
        Self {
            course,
            failure: later.failure.clone().or(self.failure).filter(|_| !talked),
            missed_reason: later.missed_reason.clone().or(self.missed_reason).filter(|_| !talked),
            ended_by: later.ended_by.clone().or(self.ended_by),
            wait_ms: later.wait_ms.max(self.wait_ms),
            hold_ms: later.hold_ms.max(self.hold_ms),
            talk_ms: later.talk_ms.max(self.talk_ms),
            recorded: later.recorded || self.recorded,
        }
    }
}

/// Where a call is passed on to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferTarget {
    /// A colleague, by their seat.
    Seat(String),
    /// A queue, by its id at the provider.
    Queue(String),
    /// Anybody, by their number.
    Number(#[serde(serialize_with = "crate::phone::as_written")] String),
}

/// Why a call did not come about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Failure {
    /// The number cannot be reached.
    Unreachable,
    /// The customer's line is busy.
    Busy,
    /// The customer did not pick up, or the network made an error of it.
    NoAnswerOrError,
    /// The customer did not pick up.
    NoAnswer,
    /// Our line is unpaid.
    Unpaid,
    /// The subscriber cannot be reached for the moment.
    TemporarilyUnreachable,
    /// The member's own device cannot be reached.
    OwnDevice,
    /// The provider believes the member to be in a call: sign out and in again.
    MemberBusy,
    /// The member may not call out: the provider's administrator decides.
    NotPermitted,
    /// The provider could not connect, and says no more.
    Provider,
    /// The provider took no notice of the wish to dial.
    Ignored,
    /// The account is not set up to call out.
    Misconfigured,
    /// Our number that was called out from is none of ours, as the provider sees it.
    HotlineRefused,
    /// The line to the telephone network is not there.
    TrunkUnavailable,
    /// The customer's number cannot be dialled.
    NumberInvalid,
    /// All lines are in use.
    LinesFull,
    /// The provider asked our server whether the call may be made, and got no answer.
    ServerSilent,
    /// The account is locked.
    AccountLocked,
    /// The browser may not use the microphone, or there is none.
    NoMicrophone,
    /// No connection for the sound could be made.
    NoSound,
    /// Something else, in the provider's own code.
    Other {
        /// The provider's words, for support.
        code: String,
    },
}

/// Why a call could not be passed on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum TransferFailure {
    /// No kind of transfer was chosen.
    NothingChosen,
    /// It failed, and the provider says no more.
    Failed,
    /// There is no call to pass on.
    NotInACall,
    /// The provider has lost the call's data.
    CallUnknown,
    /// The colleague refused.
    Refused,
    /// No answer came in time.
    TimedOut,
    /// This provider cannot pass this call on to such a target.
    NotPossible,
    /// Something else, in the provider's own code.
    Other {
        /// The provider's words, for support.
        code: String,
    },
}

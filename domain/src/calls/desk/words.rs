//! What goes into the desk and what comes out of it.

use crate::calls::{Device, Event, Fact, Failure, TransferFailure, TransferTarget};
use crate::ids::CallId;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// Somebody at a seat, to whom a call can be passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Their seat at the provider.
    pub seat: String,
    /// Their name there.
    pub name: String,
}

/// A call that a colleague wants to pass on to this member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferOffer {
    /// The provider's id of the call, where known.
    pub call_id: Option<String>,
    /// The colleague's seat; empty when the provider does not say.
    pub from: String,
    /// The seat it is offered to.
    pub to: String,
    /// When the desk heard of it; it can be answered for 10 seconds.
    pub since: Millis,
}

/// A wish of the member. May be refused with a reason. Travels from a tab that shows the telephone to the one that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Call a customer.
    Dial {
        /// In the form the provider wants: digits, perhaps with a leading +.
        number: String,
    },
    /// Take a call in.
    Answer {
        /// Which.
        call: CallId,
    },
    /// Refuse a call in.
    Reject {
        /// Which.
        call: CallId,
    },
    /// End a call out, or a call in that was answered.
    HangUp {
        /// Which.
        call: CallId,
    },
    /// Put the customer on hold.
    Hold {
        /// Which call.
        call: CallId,
    },
    /// Take the customer off hold.
    Resume {
        /// Which call.
        call: CallId,
    },
    /// Shut the member's microphone at the provider.
    Mute {
        /// Which call.
        call: CallId,
    },
    /// Open the member's microphone at the provider.
    Unmute {
        /// Which call.
        call: CallId,
    },
    /// Send a key as a tone.
    Tone {
        /// Which call.
        call: CallId,
        /// 0-9, * or #.
        key: char,
    },
    /// Ask for the colleagues a call can be passed on to.
    ListColleagues,
    /// Pass a call on.
    Transfer {
        /// Which call.
        call: CallId,
        /// To whom.
        to: TransferTarget,
    },
    /// Answer what a colleague offers.
    AnswerOffer {
        /// Take it or not.
        accept: bool,
    },
    /// Telephone in this tab; another one loses the voice and its live call.
    TakeVoice,
    /// Let calls come, or no longer.
    TogglePresence,
    /// Telephone with something else.
    ChangeDevice(Device),
    /// Put the card of an ended call away.
    Dismiss {
        /// Which.
        call: CallId,
    },
}

/// One thing that happens at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The provider reports.
    Event(Event),
    /// The member wishes.
    Command(Command),
    /// Time has passed, see [`super::Desk::next_tick`].
    Tick,
}

/// What is to be done at the provider, in no vendor's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Call this number.
    Dial {
        /// As the command had it.
        number: String,
    },
    /// Answer the ringing call.
    Answer,
    /// End, refuse or give up the call.
    End,
    /// Put the customer on hold, or off it. Not the case yet: where the provider can only change it, that is the same.
    Hold {
        /// On hold.
        on: bool,
    },
    /// Shut the microphone, or open it. Not the case yet.
    Mute {
        /// Shut.
        on: bool,
    },
    /// Send a key.
    Tone {
        /// 0-9, * or #.
        key: char,
    },
    /// Ask for the colleagues.
    ListColleagues,
    /// Pass the call on to a colleague.
    TransferToSeat {
        /// Their seat.
        seat: String,
    },
    /// Pass the call on to a queue.
    TransferToQueue {
        /// Its id at the provider.
        queue: String,
    },
    /// Pass the call on to a number.
    TransferToNumber {
        /// As the command had it.
        number: String,
    },
    /// Answer the offered call. To be sent after the event that offered it has been left.
    AnswerOffer {
        /// Take it or not.
        accept: bool,
    },
    /// Take the voice.
    TakeVoice,
    /// Let calls come, or no longer. Not the case yet.
    Presence {
        /// Whether they shall come.
        online: bool,
    },
    /// Change the device.
    ChangeDevice {
        /// To which.
        device: Device,
    },
}

/// What the shell is to do, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Ask the provider.
    Provider {
        /// For what.
        order: Order,
        /// The provider's id of the call it is about; `None` where it is about none, or the id is not known yet.
        of: Option<String>,
    },
    /// Put a fact into the outbox. The fact that begins a call out precedes the order to dial.
    Record {
        /// Of which call.
        call: CallId,
        /// What happened.
        fact: Fact,
    },
    /// A call began: look its number up.
    Pop {
        /// Which call.
        call: CallId,
        /// As the provider wrote it; may be empty.
        number: String,
    },
    /// Begin or stop the ring tone.
    RingTone(bool),
    /// Tell the member.
    Tell(Notice),
}

/// Errors and news the member must see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The provider reported nothing in time, and the wish is dropped. For a hang-up: the call was closed here.
    WishUnanswered {
        /// What was wished for.
        what: Ability,
    },
    /// The customer is not on hold though that was wished for, or still is.
    HoldFailed {
        /// What it is now.
        held: bool,
    },
    /// The microphone is not shut though that was wished for, or still is.
    MuteFailed {
        /// What it is now.
        muted: bool,
    },
    /// Another tab or computer took the voice.
    VoiceTakenElsewhere,
    /// The browser may not use the microphone.
    MicrophoneRefused,
    /// A call out did not come about.
    CallFailed(Failure),
    /// The call goes on here.
    TransferFailed(TransferFailure),
    /// The colleague took the call; it is being passed on.
    TransferAccepted,
    /// The call has been passed on.
    TransferDone,
    /// The offered call was not answered in time.
    OfferExpired,
    /// The provider gave up connecting; the page must sign in anew.
    LineLost,
}

/// Why a command is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refused {
    /// The line is not connected.
    LineNotReady,
    /// Another tab or computer has the voice.
    NotTheVoice,
    /// There is a call already.
    AlreadyInCall,
    /// The number cannot be dialled.
    NumberNotDialable,
    /// There is no such call, or it is over.
    NoSuchCall,
    /// The call does not ring here.
    NotRinging,
    /// The call is not connected.
    NotTalking,
    /// On this device a call on hold cannot be ended: take it off hold first.
    HeldHere,
    /// The provider cannot mute calls out.
    MuteOutbound,
    /// Must be done on the device itself.
    NotOnThisDevice,
    /// Tones cannot be sent.
    NoTones,
    /// Not one of the keys of a telephone.
    NotAKey,
    /// A call can be passed on only after it was answered.
    TransferBeforeAnswer,
    /// Nobody was chosen to pass the call on to.
    NoTarget,
    /// This call cannot be passed on to a queue.
    NotToQueues,
    /// Nobody offers a call.
    NothingOffered,
    /// The browser may not use the microphone.
    NoMicrophone,
    /// It was asked for already, and the provider has not answered yet.
    Waiting,
    /// It is so already.
    AlreadySo,
    /// The call still runs.
    NotEnded,
}

/// What a button does, to ask whether it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// Take a call in.
    Answer,
    /// Refuse a call in.
    Reject,
    /// End a call.
    HangUp,
    /// Put on hold or take off hold.
    Hold,
    /// Shut or open the microphone.
    Mute,
    /// Send a tone.
    Tone,
    /// Pass a call on.
    Transfer,
    /// Call a customer.
    Dial,
    /// Telephone in this tab.
    TakeVoice,
    /// Let calls come, or no longer.
    TogglePresence,
    /// Telephone with something else.
    ChangeDevice,
    /// Ask for the colleagues.
    ListColleagues,
}

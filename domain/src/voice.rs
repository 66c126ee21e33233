//! The voice: which tab of which computer a member telephones in, and how the server knows that it is still there.
//!
//! A lease names the one tab that owns a member's voice. Every taking over gets a higher number (the fence): whoever
//! holds a lower one holds nothing any more. Between tabs of one browser the browser's own locks decide first.

use crate::calls::{Device, Presence};
use crate::ids::{CallId, SourceId};
use crate::times::{Millis, SECOND};
use serde::{Deserialize, Serialize};

/// How often a tab with the telephone is heard of, in milliseconds. Browsers slow the clocks of a page in the background
/// down to one tick a minute: such a page keeps time by [`crate::live::Push::Pulse`].
pub const BEAT_EVERY: i64 = 10 * SECOND;
/// A tab not heard of for so long has lost contact: its calls are no longer shown as going on as usual, and its lease
/// may be taken without asking.
pub const LOST_AFTER: i64 = 30 * SECOND;

/// Where a page that is being left posts its last [`Beat`] as JSON, with [`Claim::Release`]: what a browser still sends
/// when a page goes away (`navigator.sendBeacon`) waits for no answer.
pub const LEAVE: &str = "/telephone/leave";

/// What a tab with the telephone tells the server every [`BEAT_EVERY`], and at once when any of it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat {
    /// Which tab: the source of its facts.
    pub tab: SourceId,
    /// On what it runs, as the member would know it: "Chrome, Windows".
    pub computer: String,
    /// What it wants of the lease.
    pub claim: Claim,
    /// How its line is.
    pub line: LineReport,
    /// Its calls that are not over.
    pub calls: Vec<CallId>,
    /// The call its member writes up now.
    pub wrap_up: Option<CallId>,
}

/// What a tab wants of its member's lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "claim")]
pub enum Claim {
    /// Nothing: it only shows what another has.
    None,
    /// To keep the lease it was given under this number.
    Keep {
        /// The number.
        fence: i64,
    },
    /// To take the lease where nobody holds it or its holder is not heard of any more.
    TakeIfFree,
    /// To take the lease from whoever holds it, but not while that one has a live call.
    Take,
    /// To take the lease in any case: the member was told that a live call will be cut off.
    TakeFromCall,
    /// To give it up: the page is being left.
    Release {
        /// The number it was given under.
        fence: i64,
    },
}

/// How a tab's line at the provider is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineReport {
    /// Whether it is connected.
    pub connected: bool,
    /// Whether calls come; `None` until known.
    pub presence: Option<Presence>,
    /// With what the member telephones; `None` until known.
    pub device: Option<Device>,
}

impl LineReport {
    /// Whether calls come to the member.
    pub fn takes_calls(&self) -> bool {
        self.connected && !matches!(self.presence, Some(Presence::Offline | Presence::NoAnswer))
    }
}

/// Who holds a member's lease.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// Grows with every taking over.
    pub fence: i64,
    /// The tab that holds it.
    pub tab: SourceId,
    /// On what it runs.
    pub computer: String,
    /// Since when.
    pub since: Millis,
    /// Its calls that are not over.
    pub calls: Vec<CallId>,
}

/// What the server answers to a beat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeatAnswer {
    /// The lease as it is now; `None` where nobody holds it.
    pub lease: Option<Lease>,
    /// Whether this tab holds it.
    pub mine: bool,
    /// The claim was refused because the holder has a live call: the member must be asked.
    pub in_call_elsewhere: bool,
}

/// What the server keeps of a member's voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The highest number ever given: it outlives the lease, so that no number is given twice.
    pub last_fence: i64,
    /// Who holds the lease, and when that tab was last heard of; `None` where nobody holds it.
    pub held: Option<(Lease, Millis)>,
}

/// What became of a beat's claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The voice from now on.
    pub voice: Voice,
    /// Whether the tab that beats holds the lease now.
    pub mine: bool,
    /// The claim was refused because the holder has a live call.
    pub in_call_elsewhere: bool,
}

impl Decision {
    /// As the tab is told.
    pub fn answer(&self) -> BeatAnswer {
        BeatAnswer {
            lease: self.voice.held.as_ref().map(|(lease, _)| lease.clone()),
            mine: self.mine,
            in_call_elsewhere: self.in_call_elsewhere,
        }
    }
}

/// The server's side of a lease: pure, so that every order of claims can be tried.
pub fn decide(voice: &Voice, beat: &Beat, now: Millis) -> Decision {
    let refused = |in_call_elsewhere| Decision { voice: voice.clone(), mine: false, in_call_elsewhere };
    match (beat.claim, &voice.held) {
        (Claim::None, _) | (Claim::Keep { .. } | Claim::Release { .. }, None) => refused(false),
        (Claim::Keep { fence }, Some((lease, _))) if is_under(lease, beat, fence) => kept(lease, beat, now),
        (Claim::Release { fence }, Some((lease, _))) if is_under(lease, beat, fence) => {
            Decision { voice: Voice { held: None, ..voice.clone() }, mine: false, in_call_elsewhere: false }
        }
        (Claim::Keep { .. } | Claim::Release { .. }, Some(_)) => refused(false),
        (_, None) => taken(voice, beat, now),
        (_, Some((lease, _))) if lease.tab == beat.tab => kept(lease, beat, now),
        (Claim::TakeIfFree, Some((_, heard))) if is_heard_of(*heard, now) => refused(false),
        (Claim::Take, Some((lease, heard))) if is_heard_of(*heard, now) && !lease.calls.is_empty() => refused(true),
        _ => taken(voice, beat, now),
    }
}

/// Whether a tab last heard of at this moment is taken to be there still.
pub fn is_heard_of(heard_at: Millis, now: Millis) -> bool {
    now.since(heard_at) < LOST_AFTER
}

/// Whether the beat comes from the holder, under the number the lease was given.
fn is_under(lease: &Lease, beat: &Beat, fence: i64) -> bool {
    lease.fence == fence && lease.tab == beat.tab
}

fn kept(lease: &Lease, beat: &Beat, now: Millis) -> Decision {
    let lease = Lease { calls: beat.calls.clone(), computer: beat.computer.clone(), ..lease.clone() };
    let voice = Voice { last_fence: lease.fence, held: Some((lease, now)) };
    Decision { voice, mine: true, in_call_elsewhere: false }
}

fn taken(voice: &Voice, beat: &Beat, now: Millis) -> Decision {
    let lease = Lease {
        fence: voice.last_fence + 1,
        tab: beat.tab.clone(),
        computer: beat.computer.clone(),
        since: now,
        calls: beat.calls.clone(),
    };
    kept(&lease, beat, now)
}

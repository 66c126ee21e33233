//! The voice: which tab of which computer a member telephones in, and how the server knows that it is still there.
//!
//! A lease names the one tab that owns a member's voice. Every taking over gets a higher number (the fence): whoever
//! holds a lower one holds nothing any more. Between tabs of one browser the browser's own locks decide first.
//!
//! A tab numbers its beats, and the last is its goodbye. What it said before may arrive after: that is void, or a page
//! that is gone would hold the telephone. Where a goodbye is lost as well, whoever comes next finds the holder silent.

use crate::calls::{Device, Presence, Reported};
use crate::ids::{CallId, SourceId, StaffId};
use crate::times::{Millis, SECOND};
use serde::{Deserialize, Serialize};

/// How often a tab with the telephone is heard of, in milliseconds. Browsers slow the clocks of a page in the background
/// down to one tick a minute: such a page keeps time by [`crate::live::Push::Pulse`].
pub const BEAT_EVERY: i64 = 10 * SECOND;
/// A tab not heard of for so long has lost contact: its calls are no longer shown as going on as usual, and its lease
/// may be taken without asking.
pub const LOST_AFTER: i64 = 30 * SECOND;
/// A holder that is knocked at beats at once. One that has not beaten after so long is not there, and where it has no
/// call its lease may be taken without asking.
pub const KNOCK_WAITS: i64 = 4 * SECOND;
/// The same for a holder that fell silent by itself: our server may have been away, and everybody has to be heard anew.
pub const SILENCE_WAITS: i64 = BEAT_EVERY + 2 * SECOND;
/// So many goodbyes of a member's tabs are remembered.
const GOODBYES_KEPT: usize = 8;

/// Where a page that is being left posts its [`LastWord`] as JSON: what a browser still sends when a page goes away
/// (`navigator.sendBeacon`) waits for no answer.
pub const LEAVE: &str = "/telephone/leave";

/// What a tab with the telephone tells the server every [`BEAT_EVERY`], and at once when any of it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat {
    /// Which tab: the source of its facts.
    pub tab: SourceId,
    /// The how manieth beat of its page: what was said before a goodbye is void when it arrives after it.
    #[serde(default)]
    pub number: u64,
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

/// What a page that goes away still has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastWord {
    /// Whose page it was.
    pub member: StaffId,
    /// Its last beat, with [`Claim::Release`].
    pub beat: Beat,
    /// The facts it has not seen arrive. A request that was on its way with them goes down with the page, and may have
    /// arrived: the server takes the same fact twice as one.
    pub facts: Vec<Reported>,
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
    /// The same; another holder is knocked at, and beats at once if it is there.
    Knock,
    /// To take the lease from a holder without a call who has not been heard of since it was knocked at.
    TakeIfSilent {
        /// The number it holds the lease under.
        fence: i64,
        /// When it was heard of last, by the server's clock, as the knock was answered.
        heard_at: Millis,
    },
    /// To take the lease from whoever holds it, but not while that one has a live call.
    Take,
    /// To take the lease in any case: the member was told that a live call will be cut off.
    TakeFromCall,
    /// Goodbye: whatever it holds or asked for before is given up.
    Release,
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
    /// When the holder was last heard of; `None` where nobody holds it.
    #[serde(default)]
    pub heard_at: Option<Millis>,
    /// Whether the holder is not heard of any more.
    #[serde(default)]
    pub silent: bool,
}

impl BeatAnswer {
    /// What to claim, should the holder not be heard of from now on. Never from one that has a call: it may go on though
    /// our server does not hear of it, so the member must be asked.
    pub fn if_silent(&self) -> Option<Claim> {
        let lease = self.lease.as_ref().filter(|lease| !self.mine && lease.calls.is_empty())?;
        Some(Claim::TakeIfSilent { fence: lease.fence, heard_at: self.heard_at? })
    }
}

/// The last word of a tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goodbye {
    /// Whose.
    pub tab: SourceId,
    /// Its number among the beats of that tab's page.
    pub number: u64,
}

/// What the server keeps of a member's voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The highest number ever given: it outlives the lease, so that no number is given twice.
    pub last_fence: i64,
    /// Who holds the lease, and when that tab was last heard of; `None` where nobody holds it.
    pub held: Option<(Lease, Millis)>,
    /// The last words of tabs that are gone, the newest last.
    pub goodbyes: Vec<Goodbye>,
}

impl Voice {
    /// Whether this was said before its tab said goodbye, though it arrives only now.
    pub fn is_void(&self, beat: &Beat) -> bool {
        self.goodbyes.iter().any(|last| last.tab == beat.tab && beat.number <= last.number)
    }

    fn without(&self, beat: &Beat) -> Self {
        let held = self.held.clone().filter(|(lease, _)| lease.tab != beat.tab);
        let mut goodbyes: Vec<Goodbye> = self.goodbyes.iter().filter(|last| last.tab != beat.tab).cloned().collect();
        goodbyes.push(Goodbye { tab: beat.tab.clone(), number: beat.number });
        goodbyes.drain(..goodbyes.len().saturating_sub(GOODBYES_KEPT));
        Self { last_fence: self.last_fence, held, goodbyes }
    }
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
    /// The claim was refused because the holder is heard of: it shall show that it is there.
    pub knocks: bool,
}

impl Decision {
    fn unchanged(voice: &Voice) -> Self {
        Self { voice: voice.clone(), mine: false, in_call_elsewhere: false, knocks: false }
    }

    /// As the tab is told.
    pub fn answer(&self, now: Millis) -> BeatAnswer {
        let heard_at = self.voice.held.as_ref().map(|(_, heard_at)| *heard_at);
        BeatAnswer {
            lease: self.voice.held.as_ref().map(|(lease, _)| lease.clone()),
            mine: self.mine,
            in_call_elsewhere: self.in_call_elsewhere,
            heard_at,
            silent: heard_at.is_some_and(|heard_at| !is_heard_of(heard_at, now)),
        }
    }
}

/// The server's side of a lease: pure, so that every order of claims can be tried.
pub fn decide(voice: &Voice, beat: &Beat, now: Millis) -> Decision {
    let refused = || Decision::unchanged(voice);
    if voice.is_void(beat) {
        return refused();
    }
    match (beat.claim, &voice.held) {
        (Claim::Release, _) => Decision { voice: voice.without(beat), ..refused() },
        (Claim::None, _) | (Claim::Keep { .. }, None) => refused(),
        (Claim::Keep { fence }, Some((lease, _))) if lease.fence == fence && lease.tab == beat.tab => {
            kept(voice, lease, beat, now)
        }
        (Claim::Keep { .. }, Some(_)) => refused(),
        (_, None) => taken(voice, beat, now),
        (_, Some((lease, _))) if lease.tab == beat.tab => kept(voice, lease, beat, now),
        (Claim::TakeIfFree, Some((_, heard))) if is_heard_of(*heard, now) => refused(),
        (Claim::Knock, Some((_, heard))) if is_heard_of(*heard, now) => Decision { knocks: true, ..refused() },
        (Claim::TakeIfSilent { fence, heard_at }, Some((lease, heard)))
            if lease.fence != fence || *heard != heard_at || !lease.calls.is_empty() =>
        {
            refused()
        }
        (Claim::Take, Some((lease, heard))) if is_heard_of(*heard, now) && !lease.calls.is_empty() => {
            Decision { in_call_elsewhere: true, ..refused() }
        }
        _ => taken(voice, beat, now),
    }
}

/// Whether a tab last heard of at this moment is taken to be there still.
pub fn is_heard_of(heard_at: Millis, now: Millis) -> bool {
    now.since(heard_at) < LOST_AFTER
}

fn kept(voice: &Voice, lease: &Lease, beat: &Beat, now: Millis) -> Decision {
    let lease = Lease { calls: beat.calls.clone(), computer: beat.computer.clone(), ..lease.clone() };
    let voice = Voice { last_fence: lease.fence, held: Some((lease, now)), goodbyes: voice.goodbyes.clone() };
    Decision { mine: true, ..Decision::unchanged(&voice) }
}

fn taken(voice: &Voice, beat: &Beat, now: Millis) -> Decision {
    let lease = Lease {
        fence: voice.last_fence + 1,
        tab: beat.tab.clone(),
        computer: beat.computer.clone(),
        since: now,
        calls: beat.calls.clone(),
    };
    kept(voice, &lease, beat, now)
}

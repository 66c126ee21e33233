//! The floor: what each member does now, and did today.

use crate::calls::{Direction, Phase};
use crate::customers::CustomerRef;
use crate::ids::CallId;
use crate::phone::Number;
use crate::reach::Reachability;
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use crate::times::Millis;
use crate::voice::{LineReport, is_heard_of};
use serde::{Deserialize, Serialize};

/// What a member does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The tab with a call is not heard of: nobody knows whether it goes on.
    LostContact,
    /// A call in rings and waits to be answered.
    Ringing,
    /// In conversation.
    Talking,
    /// In conversation, and the customer is on hold.
    OnHold,
    /// A call out is being made.
    Dialing,
    /// Writes up the last call.
    WrapUp,
    /// Waits for calls.
    Ready,
    /// At a page, but gets no calls: paused, or the line is not connected.
    Away,
    /// No page of the member is heard of.
    Offline,
}

impl Status {
    /// Every status, in the order in which a floor shows them: what needs looking at first.
    pub const ALL: [Self; 9] = [
        Self::LostContact,
        Self::Ringing,
        Self::Talking,
        Self::OnHold,
        Self::Dialing,
        Self::WrapUp,
        Self::Ready,
        Self::Away,
        Self::Offline,
    ];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LostContact => "lost_contact",
            Self::Ringing => "ringing",
            Self::Talking => "talking",
            Self::OnHold => "on_hold",
            Self::Dialing => "dialing",
            Self::WrapUp => "wrap_up",
            Self::Ready => "ready",
            Self::Away => "away",
            Self::Offline => "offline",
        }
    }

    /// The status of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// The place among [`Status::ALL`].
    pub fn rank(self) -> usize {
        Self::ALL.iter().position(|status| *status == self).unwrap_or_default()
    }
}

/// A call that is not over, as its member's status is derived from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Which.
    pub call: CallId,
    /// Who called whom.
    pub direction: Direction,
    /// How far it is.
    pub phase: Phase,
    /// Whether the customer is on hold.
    pub held: bool,
    /// Whether its tab is not heard of.
    pub lost: bool,
}

impl Running {
    fn status(&self) -> Status {
        match (self.lost, self.phase, self.direction) {
            (true, _, _) => Status::LostContact,
            (_, Phase::Talking, _) if self.held => Status::OnHold,
            (_, Phase::Talking, _) => Status::Talking,
            (_, _, Direction::Outbound) => Status::Dialing,
            (_, _, Direction::Inbound) => Status::Ringing,
        }
    }

    /// Of several calls, the one that says most about what the member does: a second call rings beside a conversation.
    fn weight(&self) -> u8 {
        match self.status() {
            Status::Talking => 4,
            Status::OnHold => 3,
            Status::Dialing => 2,
            Status::Ringing => 1,
            _ => 0,
        }
    }
}

/// What is known of a member.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// When a tab of theirs was last heard of; `None` for never, or after the page was left.
    pub heard_at: Option<Millis>,
    /// How the line of the tab with the telephone is.
    pub line: &'a LineReport,
    /// Their calls that are not over.
    pub calls: &'a [Running],
    /// The call they write up.
    pub wrap_up: Option<&'a CallId>,
}

/// What a member does, and with which call.
pub fn status(known: Known<'_>, now: Millis) -> (Status, Option<CallId>) {
    let heard_of = known.heard_at.is_some_and(|at| is_heard_of(at, now));
    if let Some(leading) = known.calls.iter().max_by_key(|call| call.weight()) {
        let status = if heard_of { leading.status() } else { Status::LostContact };
        return (status, Some(leading.call.clone()));
    }
    let status = match (heard_of, known.wrap_up) {
        (false, _) => Status::Offline,
        (true, Some(_)) => Status::WrapUp,
        (true, None) if known.line.takes_calls() => Status::Ready,
        (true, None) => Status::Away,
    };
    (status, known.wrap_up.filter(|_| status == Status::WrapUp).cloned())
}

/// A member on the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorMember {
    /// Who.
    pub member: StaffRef,
    /// In which team.
    pub team: Option<TeamRef>,
    /// What they do.
    pub status: Status,
    /// Since when; `None` where no page of theirs was ever heard of.
    pub since: Option<Millis>,
    /// When all this was so.
    pub at: Millis,
    /// How their line is.
    pub line: LineReport,
    /// Whether calls can be given to them, and why not; `None` where their provider does not tell of telephones.
    pub reach: Option<Reachability>,
    /// The call they are in or write up.
    pub call: Option<FloorCall>,
    /// What they did today.
    pub today: Today,
}

/// A call on the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorCall {
    /// Which.
    pub id: CallId,
    /// Who called whom.
    pub direction: Direction,
    /// The customer's number; `None` when hidden or not a number.
    pub number: Option<Number>,
    /// The customer's number as the provider wrote it.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub number_raw: String,
    /// Whose number it is.
    pub customer: Option<CustomerRef>,
    /// Through which queue, where known.
    pub queue: Option<String>,
    /// When it was answered or, until then, began.
    pub since: Millis,
}

/// A day's calls in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    /// In and out.
    pub calls: i64,
    /// In and out, where the two talked.
    pub answered: i64,
    /// Calls in that nobody took.
    pub missed: i64,
    /// Milliseconds of talking, hold included.
    pub talk_ms: i64,
}

impl std::iter::Sum for Today {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            calls: sum.calls + one.calls,
            answered: sum.answered + one.answered,
            missed: sum.missed + one.missed,
            talk_ms: sum.talk_ms + one.talk_ms,
        })
    }
}

/// Everybody one sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Floor {
    /// When this was so.
    pub at: Millis,
    /// In no particular order.
    pub members: Vec<FloorMember>,
}

/// What changed on the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FloorUpdate {
    /// When this was so.
    pub at: Millis,
    /// Members who do something else now.
    pub members: Vec<FloorMember>,
}

impl Floor {
    /// Takes an update in. Of a member, what was so later counts: answers may overtake each other.
    pub fn take(&mut self, update: FloorUpdate) {
        self.at = self.at.max(update.at);
        for new in update.members {
            match self.members.iter_mut().find(|one| one.member.id == new.member.id) {
                Some(one) if new.at >= one.at => *one = new,
                Some(_) => {}
                None => self.members.push(new),
            }
        }
        self.sort();
    }

    /// Everybody was asked for anew, while updates may have come.
    pub fn replace(&mut self, new: Self) {
        let mut before = std::mem::replace(self, new);
        before.members.retain(|one| self.members.iter().any(|new| new.member.id == one.member.id));
        self.take(FloorUpdate { at: before.at, members: before.members });
    }

    /// In the order of showing: by what they do, then by name.
    pub fn sort(&mut self) {
        self.members.sort_by(|a, b| {
            let name = |one: &FloorMember| crate::names::fold(&one.member.name);
            let by = a.status.rank().cmp(&b.status.rank()).then_with(|| name(a).cmp(&name(b)));
            by.then_with(|| a.member.id.cmp(&b.member.id))
        });
    }
}

/// A stretch of time in which a member did one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// What.
    pub status: Status,
    /// From when.
    pub from: Millis,
    /// Until when; `None` while it goes on.
    pub to: Option<Millis>,
    /// With which call.
    pub call: Option<CallId>,
}

/// A member's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberDay {
    /// What they do now.
    pub member: FloorMember,
    /// When the day began in Vietnam.
    pub day: Millis,
    /// When this was so.
    pub at: Millis,
    /// What they did, in order. The first may have begun before the day.
    pub stretches: Vec<Stretch>,
}

//! From the calls of one number to its items.

use super::ClosedHow;
use crate::calls::Direction;
use crate::ids::{CallId, MissedId, StaffId};
use crate::times::{Millis, SECOND};

/// A call that leaves one member and rings at the next within so many milliseconds is the same call of the customer.
const HANDED_ON: i64 = 10 * SECOND;

/// A call of the number, as far as the inbox looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Which.
    pub call: CallId,
    /// Who called whom.
    pub direction: Direction,
    /// The member it rang at or who dialled.
    pub agent: Option<StaffId>,
    /// When it began.
    pub started_at: Millis,
    /// When the two began to talk.
    pub answered_at: Option<Millis>,
    /// When it was over.
    pub ended_at: Option<Millis>,
}

/// An item that was closed by hand, and when: what was missed until then is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Which item.
    pub item: MissedId,
    /// When.
    pub at: Millis,
}

/// That a member was rung and did not take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// By which call.
    pub call: CallId,
    /// Who; `None` where nobody of us was.
    pub agent: Option<StaffId>,
    /// Since when.
    pub at: Millis,
    /// For how many milliseconds.
    pub wait_ms: i64,
}

/// What ended a run of missed calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody talked to the customer.
    Reached {
        /// In which call.
        call: CallId,
        /// Who of us.
        by: Option<StaffId>,
        /// When they began to talk.
        at: Millis,
        /// Which of the two had called.
        how: ClosedHow,
    },
    /// The item was closed by hand.
    ByHand(Closing),
}

impl Ended {
    /// When.
    pub fn at(&self) -> Millis {
        match self {
            Self::Reached { at, .. } | Self::ByHand(Closing { at, .. }) => *at,
        }
    }
}

/// Missed calls of a number with nothing between them: what an item stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Who was rung, in order; at least one.
    pub rings: Vec<Ring>,
    /// How often the customer called: less than rings, where a call went from member to member.
    pub count: i64,
    /// When the customer first called.
    pub first_at: Millis,
    /// When the customer last called.
    pub last_at: Millis,
    /// The longest they waited, in milliseconds.
    pub longest_wait_ms: i64,
    /// What ended it; `None` for the one that is open.
    pub ended: Option<Ended>,
}

/// The runs of one number, oldest first; only the last can be open. `contacts` and `closings` come in any order.
pub fn derive(contacts: &[Contact], closings: &[Closing]) -> Vec<Run> {
    let mut marks: Vec<Ended> = contacts.iter().filter_map(reached).collect();
    marks.extend(closings.iter().cloned().map(Ended::ByHand));
    marks.sort_by_key(|mark| (mark.at(), key(mark)));
    let mut missed = missed(contacts).into_iter().peekable();
    let mut runs = Vec::new();
    for mark in marks {
        let mut calls = Vec::new();
        while let Some(call) = missed.next_if(|call| call.at() <= mark.at()) {
            calls.push(call);
        }
        runs.extend(run(&calls, Some(mark)));
    }
    runs.extend(run(&missed.collect::<Vec<_>>(), None));
    runs
}

fn key(mark: &Ended) -> String {
    match mark {
        Ended::Reached { call, .. } => call.to_string(),
        Ended::ByHand(closing) => closing.item.to_string(),
    }
}

fn reached(contact: &Contact) -> Option<Ended> {
    let how = match contact.direction {
        Direction::Inbound => ClosedHow::CalledAgain,
        Direction::Outbound => ClosedHow::CalledBack,
    };
    let at = contact.answered_at?;
    Some(Ended::Reached { call: contact.call.clone(), by: contact.agent.clone(), at, how })
}

/// One call of the customer, at all the members it went to.
struct Attempt<'a> {
    legs: Vec<&'a Contact>,
}

impl Attempt<'_> {
    fn at(&self) -> Millis {
        self.legs.first().map(|leg| leg.started_at).unwrap_or_default()
    }

    /// Until when it rang somewhere; `None` while it still does.
    fn until(&self) -> Option<Millis> {
        self.legs
            .iter()
            .map(|leg| leg.answered_at.or(leg.ended_at))
            .try_fold(self.at(), |last, end| Some(last.max(end?)))
    }

    /// Whether this leg is the same call of the customer: it came at once, and this member was not rung before.
    fn goes_on_at(&self, leg: &Contact) -> bool {
        let new = self.legs.iter().all(|known| known.agent != leg.agent);
        new && self.until().is_none_or(|until| leg.started_at <= until.plus(HANDED_ON))
    }
}

/// The customer's calls that are over and that nobody took, in order.
fn missed(contacts: &[Contact]) -> Vec<Attempt<'_>> {
    let mut legs: Vec<&Contact> = contacts.iter().filter(|contact| contact.direction == Direction::Inbound).collect();
    legs.sort_by_key(|leg| (leg.started_at, &leg.call));
    let mut attempts: Vec<Attempt<'_>> = Vec::new();
    for leg in legs {
        match attempts.last_mut() {
            Some(attempt) if attempt.goes_on_at(leg) => attempt.legs.push(leg),
            _ => attempts.push(Attempt { legs: vec![leg] }),
        }
    }
    attempts.retain(|attempt| {
        let taken = attempt.legs.iter().any(|leg| leg.answered_at.is_some());
        let over = attempt.until();
        !taken && over.is_some_and(|end| !contacts.iter().any(|other| talks_at(other, end)))
    });
    attempts
}

/// Whether somebody of us talked with the customer then: what rang beside that call was not missed.
fn talks_at(contact: &Contact, at: Millis) -> bool {
    contact.answered_at.is_some_and(|since| since <= at) && contact.ended_at.is_none_or(|until| at < until)
}

fn run(calls: &[Attempt<'_>], ended: Option<Ended>) -> Option<Run> {
    let (first, last) = (calls.first()?.at(), calls.last()?.at());
    let waits = calls.iter().filter_map(|call| Some(call.until()?.since(call.at())));
    Some(Run {
        count: i64::try_from(calls.len()).unwrap_or(i64::MAX),
        first_at: first,
        last_at: last,
        longest_wait_ms: waits.max().unwrap_or_default(),
        rings: calls.iter().flat_map(|call| call.legs.iter().map(|leg| ring(leg))).collect(),
        ended,
    })
}

fn ring(leg: &Contact) -> Ring {
    let wait_ms = leg.ended_at.map_or(0, |end| end.since(leg.started_at)).max(0);
    Ring { call: leg.call.clone(), agent: leg.agent.clone(), at: leg.started_at, wait_ms }
}

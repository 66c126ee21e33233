//! The provider's own history of calls: which of our calls a line of it tells of.
//!
//! What a line adds is decided by the fold, from the set of facts: so it does not matter whether the history or a tab
//! told first, nor how often.

use super::{Course, HistoryRecord, State};
use crate::ids::{CallId, StaffId};
use crate::phone;
use crate::times::{MINUTE, Millis};

/// Two sources that mean the same call do not differ more in when it began.
pub const SAME_START: i64 = 3 * MINUTE;
/// Two sources that both saw the end of a call do not differ more about it.
const SAME_END: i64 = MINUTE;

/// A call of the provider's history: one member's part of it, or nobody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryCall {
    /// Whose seat it was at, where it was at one.
    pub seat: Option<String>,
    /// How it went.
    pub course: Course,
    /// What else is told of it; holds the course too.
    pub record: HistoryRecord,
    /// Where the recording is, where there is one.
    pub recording: Option<RecordingAddress>,
    /// What tells this part from other parts of the same call, where the provider tells of it while it goes on; `None`
    /// where its beginning, which does not change any more, does.
    pub part: Option<String>,
}

/// Where a recording is at the provider. Never leaves the server.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordingAddress {
    /// To be listened to; a path or a whole address.
    pub stream: Option<String>,
    /// To be kept; a path or a whole address.
    pub download: Option<String>,
}

/// Shows no address: whoever has it can listen.
impl std::fmt::Debug for RecordingAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordingAddress").finish_non_exhaustive()
    }
}

/// A page of the provider's history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryPage {
    /// Calls that are over.
    pub calls: Vec<HistoryCall>,
    /// Lines on the page, those included that are not over or cannot be read.
    pub lines: usize,
    /// Lines that cannot be read.
    pub unreadable: usize,
    /// How many lines there are on all pages, where it says so.
    pub total: Option<u64>,
}

/// A call of ours that may be the one a line tells of.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which.
    pub call: CallId,
    /// Whose.
    pub agent: Option<StaffId>,
    /// What is known of it.
    pub state: State,
}

/// Which of our calls a line of the history tells of: the one with the provider's id that is the same member's, else
/// one of that member that never got an id, with the same number at about the same time.
pub fn same_call<'c>(course: &Course, agent: Option<&StaffId>, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
    let ranked = candidates.iter().filter_map(|one| Some((likeness(course, agent, one)?, one)));
    let nearest = ranked.min_by_key(|(rank, one)| {
        (*rank, one.state.started_at.since(course.started_at).abs(), one.call.as_str().to_owned())
    });
    nearest.map(|(_, one)| one)
}

/// How sure it is that both are the same call; less is surer, `None` is another call.
fn likeness(course: &Course, agent: Option<&StaffId>, one: &Candidate) -> Option<u8> {
    let same_agent = one.agent.as_ref() == agent;
    match &one.state.provider_id {
        Some(id) if *id == course.provider_id => match agent {
            _ if same_agent => Some(0),
            // Told of nobody: the one part of the call that we have, unless somebody else talked.
            None => (course.answered_at.is_none() || !over_unanswered(&one.state)).then_some(1),
            Some(_) => None,
        },
        None if same_agent && agent.is_some() && alike(course, &one.state) => Some(2),
        _ => None,
    }
}

fn over_unanswered(state: &State) -> bool {
    state.ended_at.is_some() && !state.estimated && state.answered_at.is_none()
}

/// Whether a call without an id is like what is told: direction, number, beginning and end.
fn alike(course: &Course, state: &State) -> bool {
    let near = |a: Millis, b: Millis, most: i64| a.since(b).abs() <= most;
    let end = state.ended_at.filter(|_| !state.estimated);
    state.direction == course.direction
        && same_number(&state.number, course)
        && near(state.started_at, course.started_at, SAME_START)
        && end.zip(course.ended_at).is_none_or(|(end, told)| near(end, told, SAME_END))
}

/// The customer's number may stand in either column.
fn same_number(number: &str, course: &Course) -> bool {
    let key =
        |raw: &str| phone::parse(raw).map_or_else(|_| raw.trim().to_owned(), |found| found.number.as_str().to_owned());
    let ours = key(number);
    ours == key(&course.number) || course.hotline.as_deref().is_some_and(|other| ours == key(other))
}

//! The words under which direction, phase and outcome of a call are stored.

use crate::db::{Answer, Fault};
use domain::calls::{Direction, Failure, Outcome, Phase};

/// The word of a direction.
pub(in crate::db) fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
    }
}

pub(in crate::db) fn direction_of(word: &str) -> Answer<Direction> {
    match word {
        "inbound" => Ok(Direction::Inbound),
        "outbound" => Ok(Direction::Outbound),
        _ => Err(Fault::Stored("direction")),
    }
}

pub(in crate::db) fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Dialing => "dialing",
        Phase::Ringing => "ringing",
        Phase::Talking => "talking",
        Phase::Ended => "ended",
    }
}

pub(in crate::db) fn phase_of(word: &str) -> Answer<Phase> {
    let phases = [Phase::Dialing, Phase::Ringing, Phase::Talking, Phase::Ended];
    phases.into_iter().find(|phase| phase_word(*phase) == word).ok_or(Fault::Stored("phase"))
}

/// The word of an outcome and, for a failure, why.
pub(in crate::db) fn outcome_words(outcome: Option<&Outcome>) -> (Option<&'static str>, Option<String>) {
    match outcome {
        None => (None, None),
        Some(Outcome::Answered) => (Some("answered"), None),
        Some(Outcome::Missed) => (Some("missed"), None),
        Some(Outcome::Rejected) => (Some("rejected"), None),
        Some(Outcome::Cancelled) => (Some("cancelled"), None),
        Some(Outcome::Failed { reason }) => (Some("failed"), serde_json::to_string(reason).ok()),
    }
}

pub(super) fn outcome_of(word: Option<&str>, failure: Option<&str>) -> Answer<Option<Outcome>> {
    Ok(Some(match word {
        None => return Ok(None),
        Some("answered") => Outcome::Answered,
        Some("missed") => Outcome::Missed,
        Some("rejected") => Outcome::Rejected,
        Some("cancelled") => Outcome::Cancelled,
        Some("failed") => Outcome::Failed { reason: failure_of(failure)? },
        Some(_) => return Err(Fault::Stored("outcome")),
    }))
}

fn failure_of(json: Option<&str>) -> Answer<Failure> {
    json.and_then(|json| serde_json::from_str(json).ok()).ok_or(Fault::Stored("failure"))
}

//! What the control panel can do to the doors: the login service down, a token expired, an agent kept out.

use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Tokens remembered for each seat.
const REMEMBERED: usize = 16;

/// How the login service answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Service {
    /// As documented: success, or one of the five statuses.
    #[default]
    Up,
    /// As some installations do: 200 always, with `"code":"errors"` in the body.
    Polite,
    /// 500 to everybody.
    Broken,
    /// 503 to everybody, at every door.
    Down,
}

/// How the call history answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum History {
    /// As elsewhere on the same engine.
    #[default]
    Up,
    /// 503 to everybody.
    Down,
    /// After a minute.
    Slow,
    /// 200, with something that is not a history.
    Odd,
    /// 429: asked too often.
    Limited,
    /// Recordings lead to an address inside somebody's network.
    Private,
}

/// A recording appears so long after the call.
const RECORDING_APPEARS: Duration = Duration::from_secs(10);

/// The state of the doors.
#[derive(Default)]
pub(crate) struct Gate(Mutex<Doors>);

#[derive(Default)]
struct Doors {
    service: Service,
    history: History,
    recording_after: Option<Duration>,
    seen: HashMap<String, VecDeque<String>>,
    expired: HashSet<String>,
    kept_out: HashMap<String, Instant>,
}

impl Gate {
    fn doors(&self) -> MutexGuard<'_, Doors> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the login service answers now.
    pub(crate) fn service(&self) -> Service {
        self.doors().service
    }

    /// Sets how the login service answers.
    pub(crate) fn set_service(&self, service: Service) {
        self.doors().service = service;
    }

    /// A token was shown; false when the panel has expired it.
    pub(super) fn admits(&self, ipphone: &str, token: &str) -> bool {
        let mut doors = self.doors();
        if doors.expired.contains(token) {
            return false;
        }
        let seen = doors.seen.entry(ipphone.to_owned()).or_default();
        if !seen.iter().any(|known| known == token) {
            seen.push_back(token.to_owned());
            if seen.len() > REMEMBERED {
                seen.pop_front();
            }
        }
        true
    }

    /// Expires every token that this seat has shown.
    pub(crate) fn expire(&self, ipphone: &str) {
        let mut doors = self.doors();
        let seen = doors.seen.remove(ipphone).unwrap_or_default();
        doors.expired.extend(seen);
    }

    /// How the call history answers now.
    pub(crate) fn history(&self) -> History {
        self.doors().history
    }

    /// Sets how the call history answers.
    pub(crate) fn set_history(&self, history: History) {
        self.doors().history = history;
    }

    /// How long after the call its recording appears.
    pub(crate) fn recording_after(&self) -> Duration {
        self.doors().recording_after.unwrap_or(RECORDING_APPEARS)
    }

    /// Sets how long after the call its recording appears.
    pub(crate) fn set_recording_after(&self, after: Duration) {
        self.doors().recording_after = Some(after);
    }

    /// Keeps an agent's pages out until a moment.
    pub(crate) fn keep_out(&self, ipphone: &str, until: Instant) {
        self.doors().kept_out.insert(ipphone.to_owned(), until);
    }

    /// Is this agent kept out?
    pub(super) fn keeps_out(&self, ipphone: &str, now: Instant) -> bool {
        self.doors().kept_out.get(ipphone).is_some_and(|until| *until > now)
    }

    /// Opens every door again.
    pub(crate) fn reset(&self) {
        *self.doors() = Doors::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expired_token_is_refused_and_a_new_one_taken() {
        let gate = Gate::default();
        assert!(gate.admits("5001", "one") && gate.admits("5002", "other"));
        gate.expire("5001");
        assert!(!gate.admits("5001", "one"));
        assert!(gate.admits("5001", "two") && gate.admits("5002", "other"));
    }

    #[test]
    fn an_agent_is_kept_out_for_a_while() {
        let (gate, now) = (Gate::default(), Instant::now());
        gate.keep_out("5001", now + Duration::from_secs(1));
        assert!(gate.keeps_out("5001", now));
        assert!(!gate.keeps_out("5002", now) && !gate.keeps_out("5001", now + Duration::from_secs(1)));
    }
}

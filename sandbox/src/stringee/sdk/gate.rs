//! What the control panel can do to the agents' door: users refused, sent elsewhere or kept out, tokens expired, a
//! company that falls silent, packets that get lost, come twice or overtake each other.

use serde::Deserialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// Tokens remembered for each user.
const REMEMBERED: usize = 16;

/// What happens to packets on their way to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mishap {
    /// They get lost.
    Lose,
    /// They come twice.
    Repeat,
    /// They come after the next one of the same service, or of any where none is named.
    Reorder,
}

/// The mishaps that await a user's packets.
#[derive(Debug)]
pub(super) struct Weather {
    /// What happens.
    pub(super) mishap: Mishap,
    /// To packets of this service only.
    pub(super) service: Option<u64>,
    /// How often.
    pub(super) times: u32,
}

/// How a user is answered who wants to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// The code.
    pub(super) r: i64,
    /// Where to go instead, for code 15.
    pub(super) server: Option<String>,
}

/// The state of the door.
#[derive(Default)]
pub(super) struct Gate(Mutex<Doors>);

#[derive(Default)]
struct Doors {
    refused: HashMap<String, (Refused, u32)>,
    seen: HashMap<String, VecDeque<String>>,
    expired: HashSet<String>,
    kept_out: HashMap<String, Instant>,
    silent: HashSet<String>,
    weather: HashMap<String, Weather>,
    /// Packets that wait until another has passed them.
    overtaken: HashMap<String, Value>,
}

impl Gate {
    fn doors(&self) -> MutexGuard<'_, Doors> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the user with this token is refused now; `None` lets in.
    pub(super) fn refuses(&self, user: &str, token: &str) -> Option<Refused> {
        let mut doors = self.doors();
        if doors.expired.contains(token) {
            return Some(Refused { r: 6, server: None });
        }
        if let Some((refused, times)) = doors.refused.get_mut(user).filter(|(_, times)| *times > 0) {
            *times -= 1;
            return Some(refused.clone());
        }
        let seen = doors.seen.entry(user.to_owned()).or_default();
        if !seen.iter().any(|known| known == token) {
            seen.push_back(token.to_owned());
            if seen.len() > REMEMBERED {
                seen.pop_front();
            }
        }
        None
    }

    /// Refuses a user so many times.
    pub(super) fn refuse(&self, user: String, refused: Refused, times: u32) {
        self.doors().refused.insert(user, (refused, times));
    }

    /// Expires every token that this user has shown.
    pub(super) fn expire(&self, user: &str) {
        let mut doors = self.doors();
        let seen = doors.seen.remove(user).unwrap_or_default();
        doors.expired.extend(seen);
    }

    /// Keeps a user's pages out until a moment.
    pub(super) fn keep_out(&self, user: String, until: Instant) {
        self.doors().kept_out.insert(user, until);
    }

    /// Is this user kept out?
    pub(super) fn keeps_out(&self, user: &str, now: Instant) -> bool {
        self.doors().kept_out.get(user).is_some_and(|until| *until > now)
    }

    /// Says nothing more to a user by itself, or speaks again.
    pub(super) fn fall_silent(&self, user: String, on: bool) {
        let mut doors = self.doors();
        if on {
            doors.silent.insert(user);
        } else {
            doors.silent.remove(&user);
        }
    }

    /// Is nothing said to this user?
    pub(super) fn is_silent(&self, user: &str) -> bool {
        self.doors().silent.contains(user)
    }

    /// Sets the mishaps that await a user's packets.
    pub(super) fn forecast(&self, user: String, weather: Weather) {
        self.doors().weather.insert(user, weather);
    }

    /// What arrives of a packet to a user. Answers are safe: only what the company says of itself meets mishaps.
    pub(super) fn pass(&self, user: &str, packet: Value) -> Vec<Value> {
        let doors = &mut *self.doors();
        let of_itself = packet["body"].get("requestId").is_none();
        let concerned =
            |weather: &&mut Weather| of_itself && weather.service.is_none_or(|service| packet["service"] == service);
        let Some(weather) = doors.weather.get_mut(user).filter(concerned) else { return vec![packet] };
        let overtaken = doors.overtaken.remove(user);
        let happens = (weather.times > 0).then_some(weather.mishap);
        weather.times = weather.times.saturating_sub(1);
        let arrives = match happens {
            None => vec![packet],
            Some(Mishap::Lose) => Vec::new(),
            Some(Mishap::Repeat) => vec![packet.clone(), packet],
            Some(Mishap::Reorder) => {
                doors.overtaken.insert(user.to_owned(), packet);
                Vec::new()
            }
        };
        arrives.into_iter().chain(overtaken).collect()
    }

    /// Opens the door again.
    pub(super) fn reset(&self) {
        *self.doors() = Doors::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn packet(service: u64) -> Value {
        json!({"service": service, "body": {}})
    }

    #[test]
    fn an_expired_token_is_refused_and_a_new_one_taken() {
        let gate = Gate::default();
        assert_eq!(gate.refuses("ha", "one"), None);
        gate.expire("ha");
        assert_eq!(gate.refuses("ha", "one").map(|refused| refused.r), Some(6));
        assert_eq!(gate.refuses("ha", "two"), None);
        assert_eq!(gate.refuses("minh", "other"), None);
    }

    #[test]
    fn a_user_is_refused_as_often_as_the_panel_wants() {
        let gate = Gate::default();
        let slave = Refused { r: 15, server: Some("ws://elsewhere".to_owned()) };
        gate.refuse("ha".to_owned(), slave.clone(), 1);
        assert_eq!(gate.refuses("ha", "one"), Some(slave));
        assert_eq!(gate.refuses("ha", "one"), None);
    }

    #[test]
    fn packets_get_lost_come_twice_and_overtake_each_other() {
        let gate = Gate::default();
        let weather = |mishap| Weather { mishap, service: Some(32), times: 1 };
        gate.forecast("ha".to_owned(), weather(Mishap::Lose));
        assert_eq!(gate.pass("ha", packet(30)), [packet(30)]);
        assert_eq!(gate.pass("ha", packet(32)), Vec::<Value>::new());
        assert_eq!(gate.pass("ha", packet(32)), [packet(32)]);
        gate.forecast("ha".to_owned(), weather(Mishap::Repeat));
        assert_eq!(gate.pass("ha", packet(32)).len(), 2);
        gate.forecast("ha".to_owned(), weather(Mishap::Reorder));
        assert_eq!(gate.pass("ha", packet(32)), Vec::<Value>::new());
        assert_eq!(gate.pass("ha", packet(29)), [packet(29)]);
        let next = json!({"service": 32, "body": {"code": 180}});
        assert_eq!(gate.pass("ha", next.clone()), [next, packet(32)]);
    }

    #[test]
    fn answers_are_safe() {
        let gate = Gate::default();
        gate.forecast("ha".to_owned(), Weather { mishap: Mishap::Lose, service: None, times: 1 });
        let answer = json!({"service": 2, "body": {"requestId": 1}});
        assert_eq!(gate.pass("ha", answer.clone()), [answer]);
    }
}

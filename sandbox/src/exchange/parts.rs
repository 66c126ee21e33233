//! What the company's history is told of a call, one part for each agent.

use super::calls::Party;
use super::words::{Direction, Effect, Part};
use super::{CallKey, Exchange};
use std::time::{Duration, Instant};

impl Exchange {
    /// A part of a call is over: the history keeps it.
    pub(super) fn over(&mut self, now: Instant, key: CallKey, party: Option<&Party>, by_customer: bool) {
        let Some(call) = self.calls.get(&key) else { return };
        let party = party.cloned().map(|mut party| {
            party.hold(now, false);
            party
        });
        self.effects.push(Effect::Over(Part {
            call: call.name.clone(),
            number: call.number.clone(),
            hotline: call.hotline.clone(),
            ipphone: party.as_ref().map(|party| party.ipphone.clone()),
            direction: party.as_ref().map_or(Direction::In, |party| party.direction),
            began: party.as_ref().map_or(call.began, |party| party.began),
            talked: party.as_ref().and_then(|party| party.talked),
            held: party.as_ref().map_or(Duration::ZERO, |party| party.held),
            ended: now,
            by_customer,
        }));
    }
}

impl Party {
    /// The customer is put on hold, or taken back.
    pub(super) fn hold(&mut self, now: Instant, on: bool) {
        match (on, self.held_since.take()) {
            (true, since) => self.held_since = since.or(Some(now)),
            (false, Some(since)) => self.held += now.saturating_duration_since(since),
            (false, None) => {}
        }
    }
}

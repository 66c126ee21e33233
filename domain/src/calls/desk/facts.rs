//! The calls on the desk and their facts: every change of a call goes through here.

use super::{Desk, ENDED_KEPT, LiveCall, Output, Parked, SPENT_KEPT, Wished};
use crate::calls::{Direction, Fact, Phase, What, fold};
use crate::ids::{CallId, FactId};
use crate::times::{Millis, SECOND};

/// How long an id waits for its ring.
const PARKED_FOR: i64 = 10 * SECOND;

impl Desk {
    /// Puts a new call on the desk. `what` must be a fact that begins a call.
    pub(super) fn begin(&mut self, now: Millis, id: CallId, what: What, out: &mut Vec<Output>) {
        let fact = self.fact(now, what);
        let Some(state) = fold(std::slice::from_ref(&fact)) else {
            return;
        };
        out.push(Output::Record { call: id.clone(), fact: fact.clone() });
        out.push(Output::Pop { call: id.clone(), number: state.number.clone() });
        let (facts, pending) = (vec![fact], Vec::new());
        self.calls.push(LiveCall {
            id,
            facts,
            state,
            pending,
            given_up: false,
            end_due_until: None,
            cut_off: false,
            hushed: false,
            own_leg_rings: false,
            passes_on_to_queues: false,
            on_other_device: false,
        });
    }

    /// Adds a fact to a call and derives its state anew.
    pub(super) fn record(&mut self, now: Millis, at: usize, what: What, out: &mut Vec<Output>) {
        let fact = self.fact(now, what);
        let Some(call) = self.calls.get_mut(at) else {
            return;
        };
        call.pending.retain(|wish| !wish.what.is_met_by(&fact.what));
        call.facts.push(fact.clone());
        if let Some(state) = fold(&call.facts) {
            call.state = state;
        }
        if !call.is_live() {
            call.pending.clear();
            call.own_leg_rings = false;
        }
        out.push(Output::Record { call: call.id.clone(), fact });
    }

    /// Facts of one desk never share a moment and never go back in time, so their order is beyond doubt.
    fn fact(&mut self, now: Millis, what: What) -> Fact {
        self.clock = now.max(self.clock.plus(1));
        self.facts_made += 1;
        let id = FactId::new(format!("{:07}", self.facts_made));
        Fact { id, source: self.source.clone(), at: self.clock, what }
    }

    /// The newest running call of a kind.
    pub(super) fn newest(&self, is: impl Fn(&LiveCall) -> bool) -> Option<usize> {
        self.calls.iter().rposition(|call| call.is_live() && is(call))
    }

    /// The newest running call of a kind that a report with this id can be about.
    pub(super) fn newest_of(&self, of: Option<&str>, is: impl Fn(&LiveCall) -> bool) -> Option<usize> {
        self.newest(|call| self.can_be_of(call, of) && is(call))
    }

    /// Whether a report with this id can be about this call: it has the id, or has none and no other call has it.
    pub(super) fn can_be_of(&self, call: &LiveCall, of: Option<&str>) -> bool {
        match (of, call.state.provider_id.as_deref()) {
            (None, _) => true,
            (Some(id), Some(its)) => id == its,
            (Some(id), None) => !self.knows(id),
        }
    }

    /// Ends what runs, by a fact other than the provider's own end, which may still come.
    pub(super) fn end_all(&mut self, now: Millis, what: &What, out: &mut Vec<Output>) {
        while let Some(at) = self.newest(|_| true) {
            self.record(now, at, what.clone(), out);
            if let Some(call) = self.calls.get_mut(at) {
                call.expect_end(now);
            }
        }
    }

    /// Ends what ran in a page that is gone, at the moment it was last known to live.
    pub(super) fn cut_off(&mut self, seen: Millis, out: &mut Vec<Output>) {
        for call in self.calls.iter_mut().filter(|call| call.is_live()) {
            call.cut_off = true;
        }
        while let Some(at) = self.newest(|_| true) {
            self.record(seen, at, What::Ended, out);
        }
    }

    /// Gives a provider's id to the call it must belong to, or keeps it for the ring that follows.
    pub(super) fn provider_id(&mut self, now: Millis, id: String, out: &mut Vec<Output>) {
        if id.is_empty() || self.knows(&id) {
            return;
        }
        let nameless = |call: &LiveCall| call.state.provider_id.is_none();
        let rings = self.newest(|call| nameless(call) && call.state.answered_at.is_none());
        match rings.or_else(|| self.newest(nameless)) {
            Some(at) => self.record(now, at, What::ProviderId { id }, out),
            None => self.parked = Some(Parked { id, at: now }),
        }
    }

    /// Gives the id that came before the ring to the call that has just begun.
    pub(super) fn attach_parked(&mut self, now: Millis, out: &mut Vec<Output>) {
        let Some(Parked { id, at }) = self.parked.take() else {
            return;
        };
        if at.plus(PARKED_FOR) >= now {
            self.provider_id(now, id, out);
        }
    }

    /// Whether a call that is or was on the desk has this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        let on_desk = self.calls.iter().any(|call| call.state.provider_id.as_deref() == Some(id));
        on_desk || self.spent.iter().any(|spent| spent == id)
    }

    /// Takes a call off the desk, but remembers the provider's id of it.
    pub(super) fn put_away(&mut self, at: usize) {
        let call = self.calls.remove(at);
        self.spent.extend(call.state.provider_id);
        let over = self.spent.len().saturating_sub(SPENT_KEPT);
        self.spent.drain(..over);
    }

    /// What follows from everything before: the oldest ended calls leave, and the ring tone begins or stops.
    pub(super) fn settle(&mut self, out: &mut Vec<Output>) {
        while self.calls.iter().filter(|call| !call.is_live()).count() > ENDED_KEPT {
            match self.calls.iter().position(|call| !call.is_live()) {
                Some(oldest) => self.put_away(oldest),
                None => break,
            }
        }
        let rings = self.should_ring();
        if rings != self.rings {
            self.rings = rings;
            out.push(Output::RingTone(rings));
        }
    }

    /// A device of its own rings by itself, and nobody wants a ring tone in the ear while talking.
    fn should_ring(&self) -> bool {
        let rings = |call: &LiveCall| {
            let decided = [Wished::Answer, Wished::Reject, Wished::HangUp].map(|wished| call.waits_for(wished));
            let comes_in = call.state.phase == Phase::Ringing && call.state.direction == Direction::Inbound;
            !call.hushed && decided == [false; 3] && (comes_in || call.own_leg_rings)
        };
        let talks = |call: &LiveCall| call.state.phase == Phase::Talking;
        self.line.is_browser() && self.newest(rings).is_some() && self.newest(talks).is_none()
    }
}

//! How calls end, and what follows for those who were in them.

use super::calls::{Call, Origin, Party, Stage, Who};
use super::events::Cause;
use super::words::{Effect, Moment, Outcome, Record};
use super::{CallKey, Centre, REMEMBERED};
use std::time::Duration;

impl Centre {
    /// Ends a call: every leg, and every agent is free or has the time after a call.
    pub(super) fn end_call(&mut self, now: Moment, key: CallKey, cause: &Cause) {
        let Some(call) = self.calls.get(&key) else { return };
        let heir = call.heir.as_ref().map(|(heir, _)| heir);
        let parties: Vec<Party> = call.agent.iter().chain(heir).cloned().collect();
        let (customer, known) = (call.customer, self.is_known(call));
        let in_menu = matches!(call.stage, Stage::Menu(_));
        if let Some(customer) = customer {
            self.hang_up(customer, cause.status);
        }
        for party in &parties {
            self.hang_up(party.leg, cause.status);
        }
        if known {
            let last = parties.first().map(|party| &party.who);
            self.tell_end(now, key, cause, last, in_menu);
            self.keep(now, key);
        }
        for party in parties.iter().filter(|party| party.up) {
            self.finished(now, key, &party.who);
        }
        let Some(call) = self.calls.remove(&key) else { return };
        if let Some(request) = call.pending {
            let message = "UNKNOW_ERROR_1".to_owned();
            self.effects.push(Effect::Settle(request, Outcome { r: 9, message, ..Outcome::default() }));
        }
        if self.over.len() >= REMEMBERED {
            self.over.pop_front();
        }
        self.over.push_back(call.id);
    }

    /// Has anybody been told of this call? A wish to call that was not granted is none.
    fn is_known(&self, call: &Call) -> bool {
        call.origin != Origin::Agent || !matches!(call.stage, Stage::New)
    }

    /// An agent is out of a call; the queue that it came through may give some time.
    pub(super) fn finished(&mut self, now: Moment, key: CallKey, who: &Who) {
        let queue = self.calls.get(&key).and_then(|call| call.queue.as_ref());
        let queue = queue.and_then(|queue| self.setup.queues.get(queue));
        let limit = queue.filter(|queue| queue.agent_wrap_up_after_calls).map(|queue| queue.wrap_up_time_limit);
        self.has_finished(now, who, limit.map(Duration::from_secs));
    }

    /// They have talked for as long as they may.
    pub(super) fn talked_enough(&mut self, now: Moment, key: CallKey) {
        self.end_call(now, key, &Cause::by_us("MAX_CONNECT_TIME"));
    }

    /// A virtual caller who has waited long enough hangs up, unless somebody has answered.
    pub(super) fn gives_up(&mut self, now: Moment, customer: crate::leg::LegId) {
        let Some(key) = self.legs.get(&customer).map(|leg| leg.call) else { return };
        if self.calls.get(&key).is_some_and(|call| call.answered.is_none()) {
            self.customer_left(now, key);
        }
    }

    fn keep(&mut self, now: Moment, key: CallKey) {
        let Some(call) = self.calls.get(&key) else { return };
        let server = call.agent.as_ref().map(|agent| agent.who.name().to_owned()).unwrap_or_default();
        let by_agent = call.origin == Origin::Agent;
        let (from, to) = match call.origin {
            Origin::Customer => (&call.number, &call.hotline),
            Origin::Agent | Origin::Server => (&call.hotline, &call.number),
        };
        let url = call.record_url.clone().or_else(|| self.setup.calls.event_url.clone());
        let record = Record {
            id: call.id.clone(),
            from_user: if by_agent { server } else { String::new() },
            from: from.clone(),
            to: to.clone(),
            from_internal: by_agent,
            start: call.began,
            answer: call.answered,
            stop: now,
            recorded: call.record && call.answered.is_some(),
            participants: call.participants.clone(),
            event_url: url.filter(|url| !url.is_empty()),
        };
        self.effects.push(Effect::Keep(Box::new(record)));
    }
}

//! Calls from customers: straight to an agent, or through a queue.

use super::calls::{Because, Leg, Role};
use super::words::{CallIdRule, Direction, Effect, News, Ring};
use super::{CallKey, Exchange, Timer};
use crate::leg::{LegEvent, LegId, LegOrder};
use std::collections::HashMap;
use std::time::Instant;

/// Calls at a time.
const MOST_CALLS: usize = 500;

impl Exchange {
    /// A telephone calls us. It can be in one call, and the company in so many.
    pub(super) fn on_caller(&mut self, now: Instant, id: LegId, from: String, to: &str) {
        let has_call = self.legs.values().any(|leg| leg.line.as_ref() == Some(&from));
        if has_call || self.calls.len() >= MOST_CALLS {
            let status = if has_call { 486 } else { 503 };
            self.effects.push(Effect::Order(id, LegOrder::Refuse(status)));
            return;
        }
        let key = self.open_call(now, &from, self.acd.hotline().to_owned().as_str());
        let leg = Leg { call: key, role: Role::Customer, line: Some(from), dialled: false, up: false };
        self.take_caller(now, key, id, leg, to, false);
    }

    /// Sends a caller where the caller wants to go; a busy agent is rung only where that is wished.
    pub(super) fn take_caller(
        &mut self,
        now: Instant,
        key: CallKey,
        id: LegId,
        leg: Leg,
        to: &str,
        although_busy: bool,
    ) {
        self.legs.insert(id, leg);
        if let Some(call) = self.calls.get_mut(&key) {
            call.customer = Some(id);
        }
        if let Some(queue) = self.acd.queue(to).map(|queue| queue.id.clone()) {
            self.enqueue(now, key, &queue);
        } else if !self.has_seat(to) {
            self.end_call(now, key, Because::Failed("", Some(404)));
        } else if self.idle_since(to).is_none() && !(although_busy && self.reachable(to)) {
            let status = if self.reachable(to) { 486 } else { 480 };
            self.end_call(now, key, Because::Failed("", Some(status)));
        } else {
            self.ring_agent(now, key, to);
        }
    }

    /// The customer waits, with music, for the next agent.
    pub(super) fn enqueue(&mut self, now: Instant, key: CallKey, queue: &str) {
        let Some(found) = self.acd.queue(queue).cloned() else { return };
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.waiting = true;
        call.queue = found.name;
        call.hotline = found.hotline;
        let Some(customer) = call.customer else { return };
        self.pick_up(customer);
        self.park(key, "queued");
        self.acd.join(key, &found.id);
        self.timers.set(now + self.patience.queue, Timer::WaitedEnough(customer));
    }

    fn pick_up(&mut self, customer: LegId) {
        let Some(leg) = self.legs.get_mut(&customer) else { return };
        if !std::mem::replace(&mut leg.up, true) && leg.line.is_some() {
            self.effects.push(Effect::Order(customer, LegOrder::Answer));
        }
    }

    pub(super) fn waited_enough(&mut self, now: Instant, customer: LegId) {
        let Some(key) = self.legs.get(&customer).map(|leg| leg.call) else { return };
        if self.calls.get(&key).is_some_and(|call| call.waiting) {
            self.end_call(now, key, Because::CustomerLeft);
        }
    }

    /// Offers waiting callers to free agents.
    pub(super) fn offer_callers(&mut self, now: Instant) {
        let free = |ipphone: &String| Some((ipphone.clone(), self.idle_since(ipphone)?));
        let free: HashMap<String, Instant> = self.seats.keys().filter_map(free).collect();
        for (key, ipphone) in self.acd.assign(now, |ipphone| free.get(ipphone).copied()) {
            self.ring_agent(now, key, &ipphone);
        }
        let chance = self.acd.next_chance(now);
        if let Some(at) = chance.filter(|_| chance != self.next_chance) {
            self.timers.set(at, Timer::AskAgain);
        }
        self.next_chance = chance;
    }

    fn ring_agent(&mut self, now: Instant, key: CallKey, ipphone: &str) {
        self.announce(now, key, ipphone);
        let party = self.dial_agent(now, key, ipphone, Direction::In);
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(party);
        }
    }

    /// Tells the agent's page who calls, and the call's name; the telephone itself rings over SIP.
    pub(super) fn announce(&mut self, now: Instant, key: CallKey, ipphone: &str) {
        let (Some(call), name) = (self.calls.get(&key), self.told_name(key)) else { return };
        let (caller, line, queue) = (call.number.clone(), call.hotline.clone(), call.queue.clone());
        let news = News::Ring(Ring { call: name, caller, line, queue });
        self.tell_name(now, ipphone, news);
    }

    /// Tells news that carry a call's name: now, or as late as the panel wants it.
    pub(super) fn tell_name(&mut self, now: Instant, ipphone: &str, news: News) {
        match (self.call_ids, self.seats.get(ipphone).and_then(|seat| seat.voice)) {
            (CallIdRule::Late(late), Some(session)) => self.timers.set(now + late, Timer::Tell(session, news)),
            _ => self.tell_voice(ipphone, news),
        }
    }

    pub(super) fn agent_answers(&mut self, now: Instant, key: CallKey, leg: LegId) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        if call.heir.as_ref().is_some_and(|heir| heir.leg == leg) {
            return self.inherit(now, key);
        }
        let Some(party) = call.agent.as_mut() else { return };
        party.up = true;
        let (direction, ipphone, customer) = (party.direction, party.ipphone.clone(), call.customer);
        if direction == Direction::Out {
            return self.dial_customer(now, key);
        }
        party.talked = Some(now);
        call.waiting = false;
        self.acd.leave(key);
        if let Some(customer) = customer {
            self.pick_up(customer);
            self.plan_goodbye(now, key, customer);
        }
        let name = self.told_name(key);
        self.tell_voice(&ipphone, News::Answered(name));
        self.bridge(key);
    }

    /// A virtual caller hangs up some time after the answer.
    fn plan_goodbye(&mut self, now: Instant, key: CallKey, customer: LegId) {
        if let Some(talks) = self.calls.get(&key).and_then(|call| call.talks) {
            self.timers.set(now + talks, Timer::Virtual(customer, LegEvent::Ended));
        }
    }

    /// An agent did not take the call.
    pub(super) fn agent_failed(&mut self, now: Instant, key: CallKey, leg: LegId, status: u16) {
        let Some(call) = self.calls.get_mut(&key) else { return };
        if call.heir.as_ref().is_some_and(|heir| heir.leg == leg) {
            return self.disinherit(now, key);
        }
        let waiting = call.waiting;
        let Some(party) = call.agent.take() else { return };
        match party.direction {
            Direction::Out => {
                call.agent = Some(party);
                self.end_call(now, key, Because::Failed("IPCC_NOT_CONNECT_AGENT_ID", Some(status)));
            }
            Direction::In => {
                self.dismiss(now, key, &party, Because::CustomerLeft);
                if waiting {
                    self.acd.refused(key, &party.ipphone, now);
                } else {
                    self.end_call(now, key, Because::Failed("", Some(status)));
                }
            }
        }
    }
}

//! Calls to customers: the agent's own device first, then the customer.

use super::calls::{Because, Leg, Role};
use super::words::{CallIdRule, Direction, News, Progress, SessionId};
use super::{CallKey, Exchange, Timer};
use crate::customers::{Behaviour, behaviour};
use crate::media::{Source, Tone};
use std::time::Instant;

impl Exchange {
    pub(super) fn call_out(&mut self, now: Instant, session: SessionId, ipphone: &str, number: String) {
        if let Some(error) = self.objection(ipphone, &number) {
            let progress = Progress::Failed(error, None);
            return self.tell(session, News::CallOut { progress, call: None, number });
        }
        let hotline = self.acd.hotline().to_owned();
        let key = self.open_call(now, &number, &hotline);
        let news = self.progress_news(key, Progress::Starting);
        self.tell_voice(ipphone, news);
        if self.call_ids == CallIdRule::Early {
            let news = self.progress_news(key, Progress::Ringing);
            self.tell_voice(ipphone, news);
        }
        let party = self.dial_agent(now, key, ipphone, Direction::Out);
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(party);
        }
    }

    /// Why the company does not even try.
    fn objection(&self, ipphone: &str, number: &str) -> Option<&'static str> {
        if self.seats.get(ipphone).is_some_and(|seat| seat.call.is_some()) {
            return Some("CALLOUT_AGENT_BUSY");
        }
        match behaviour(number) {
            Behaviour::Forbidden(error) if !self.lines.contains(number) => Some(error),
            _ if !self.reachable(ipphone) => Some("IPCC_NOT_CONNECT_AGENT_ID"),
            _ => None,
        }
    }

    /// The agent's device is up: the agent hears ringback while the customer is called.
    pub(super) fn dial_customer(&mut self, now: Instant, key: CallKey) {
        let leg = self.ids.next();
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.customer = Some(leg);
        let number = call.number.clone();
        let agent = call.agent.as_ref().map(|party| party.leg);
        let line = self.lines.contains(&number).then(|| number.clone());
        let virtual_one = line.is_none();
        self.legs.insert(leg, Leg { call: key, role: Role::Customer, line, dialled: true, up: false });
        self.timers.set(now + self.patience.customer, Timer::RingsOut(leg));
        if let Some(agent) = agent {
            self.hear(agent, Source::Tone(Tone::Ringback));
        }
        if virtual_one {
            self.act(now, leg, behaviour(&number));
        } else {
            self.dial_line(leg);
        }
    }

    pub(super) fn customer_rings(&mut self, now: Instant, key: CallKey) {
        let Some(ipphone) = self.caller_of(key) else { return };
        if self.call_ids != CallIdRule::Early {
            let news = self.progress_news(key, Progress::Ringing);
            self.tell_name(now, &ipphone, news);
        }
    }

    pub(super) fn customer_answers(&mut self, now: Instant, key: CallKey) {
        let Some(ipphone) = self.caller_of(key) else { return };
        if let Some(party) = self.calls.get_mut(&key).and_then(|call| call.agent.as_mut()) {
            party.talked = Some(now);
        }
        let news = self.progress_news(key, Progress::Answered);
        self.tell_voice(&ipphone, news);
        self.bridge(key);
    }

    pub(super) fn customer_failed(&mut self, now: Instant, key: CallKey, status: u16) {
        self.end_call(now, key, Because::Failed("IPCC_NOT_CONNECT_CUSTOMER", Some(status)));
    }

    /// The agent who calls the customer.
    fn caller_of(&self, key: CallKey) -> Option<String> {
        let party = self.calls.get(&key)?.agent.as_ref()?;
        (party.direction == Direction::Out).then(|| party.ipphone.clone())
    }

    pub(super) fn progress_news(&self, key: CallKey, progress: Progress) -> News {
        let number = self.calls.get(&key).map(|call| call.number.clone()).unwrap_or_default();
        News::CallOut { progress, call: self.told_name(key), number }
    }
}

//! Queues: who waits, and to whom a caller is offered next.

use super::agents::Place;
use super::calls::{Party, Stage, Who};
use super::events::Cause;
use super::setup::Queue;
use super::words::{Moment, Question, Ring};
use super::{Asked, CallKey, Centre, Timer};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Between two rounds through everybody who could take a call.
const REST: Duration = Duration::from_secs(1);

/// A caller's place in a queue.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub(super) queue: String,
    pub(super) joined: Moment,
    /// Who did not take the call in this round, by user id.
    pub(super) tried: BTreeSet<String>,
    rounds: u32,
    /// Whom the customer's server named; `None` until it has been asked in this round.
    pub(super) list: Option<Vec<Candidate>>,
    rest_until: Moment,
}

/// Somebody who could take a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) user: String,
    pub(super) place: Place,
    pub(super) timeout: Duration,
}

impl Queue {
    fn asks(&self) -> Option<&str> {
        self.get_list_agents_url.as_deref().filter(|url| !url.is_empty())
    }
}

impl Centre {
    /// The customer waits, with music, for the next agent.
    pub(super) fn enqueue(&mut self, now: Moment, key: CallKey, id: &str) {
        let (Some(queue), Some(call)) = (self.setup.queues.get(id).cloned(), self.calls.get(&key)) else {
            return self.end_call(now, key, &Cause::by_us("QUEUE_NOT_FOUND"));
        };
        if self.blocked(&call.number, |row| row.queue_blocked) {
            return self.end_call(now, key, &Cause::failed(603, true));
        }
        if queue.schedule == 2 && !self.patience.open && !in_business_hours(now) {
            return self.say_closed(now, key);
        }
        let Some(call) = self.calls.get_mut(&key) else { return };
        call.record |= queue.record_calls;
        call.queue = Some(id.to_owned());
        call.stage = Stage::Waiting(Waiting {
            queue: id.to_owned(),
            joined: now,
            tried: BTreeSet::new(),
            rounds: 0,
            list: None,
            rest_until: now,
        });
        if let Some(customer) = call.customer {
            self.pick_up(customer);
        }
        self.park(key, "queued");
        self.timers.set(now.after(self.patience.queue), Timer::WaitedEnough(key, now));
    }

    pub(super) fn waited_enough(&mut self, now: Moment, key: CallKey, joined: Moment) {
        let Some(Stage::Waiting(waiting)) = self.calls.get(&key).map(|call| &call.stage) else { return };
        if waiting.joined == joined {
            self.end_call(now, key, &Cause::by_us("NO_ANSWER"));
        }
    }

    /// Those who wait and for whom nobody is rung, in the order in which they came.
    fn waiting(&self) -> Vec<CallKey> {
        let mut found: Vec<(Moment, CallKey)> = Vec::new();
        for (key, call) in &self.calls {
            if let (Stage::Waiting(waiting), None, Some(_)) = (&call.stage, &call.agent, &call.info) {
                found.push((waiting.joined, *key));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, key)| key).collect()
    }

    /// Offers everybody who waits to somebody who may be rung.
    pub(super) fn offer_callers(&mut self, now: Moment) {
        for key in self.waiting() {
            let Some(Stage::Waiting(waiting)) = self.calls.get(&key).map(|call| &call.stage) else { continue };
            if waiting.rest_until > now {
                continue;
            }
            let Some(queue) = self.setup.queues.get(&waiting.queue).cloned() else {
                self.end_call(now, key, &Cause::by_us("QUEUE_NOT_FOUND"));
                continue;
            };
            let tried = waiting.tried.clone();
            let candidates = match (queue.asks(), &waiting.list) {
                (Some(_), list) => list.clone().unwrap_or_default(),
                (None, _) => self.of_groups(&waiting.queue, &queue),
            };
            let free = |candidate: &&Candidate| self.may_be_offered(&candidate.user, &candidate.place).is_some();
            let fresh = |candidate: &&Candidate| !tried.contains(&candidate.user);
            match candidates.iter().filter(fresh).find(free).cloned() {
                Some(candidate) => self.offer(now, key, &queue, &candidate),
                None if candidates.iter().any(|candidate| free(&candidate)) => self.next_round(now, key),
                None => {}
            }
        }
    }

    /// Everybody who was free has not answered: from the start again, or for some callers never more.
    fn next_round(&mut self, now: Moment, key: CallKey) {
        let most = self.patience.rounds;
        let Some(Stage::Waiting(waiting)) = self.calls.get_mut(&key).map(|call| &mut call.stage) else { return };
        waiting.rounds += 1;
        waiting.tried.clear();
        waiting.list = None;
        waiting.rest_until = now.after(REST);
        if waiting.rounds >= most {
            return self.end_call(now, key, &Cause::by_us("NO_ANSWER"));
        }
        self.timers.set(now.after(REST), Timer::AskAgain);
    }

    /// The agents of a queue's groups: primary groups first, the others only when nobody there is free; who was idle
    /// longest before the others.
    fn of_groups(&self, id: &str, queue: &Queue) -> Vec<Candidate> {
        let mut ranked: BTreeMap<&str, u8> = BTreeMap::new();
        for (_, routing) in self.setup.routings.iter().filter(|(_, routing)| routing.queue_id == id) {
            let rank = u8::from(!routing.primary_group);
            for (_, member) in self.setup.members.iter().filter(|(_, member)| member.group_id == routing.group_id) {
                let known = ranked.entry(&member.agent_id).or_insert(rank);
                *known = rank.min(*known);
            }
        }
        let agents = self.setup.agents.iter().filter_map(|(id, agent)| Some((*ranked.get(id)?, agent)));
        let mut agents: Vec<_> = agents.collect();
        agents.sort_by_key(|(rank, agent)| (*rank, agent.last_time_support_call_ended));
        let candidate = |agent: &super::setup::Agent| Candidate {
            user: agent.stringee_user_id.clone(),
            place: Place {
                routing: agent.routing_type,
                phone: agent.phone_number.clone(),
                sip_counts: queue.cond_routing == 2,
            },
            timeout: Duration::from_secs(queue.wait_agent_answer_timeout.max(3)),
        };
        agents.into_iter().map(|(_, agent)| candidate(agent)).collect()
    }

    fn offer(&mut self, now: Moment, key: CallKey, queue: &Queue, candidate: &Candidate) {
        let Some(telephony) = self.may_be_offered(&candidate.user, &candidate.place) else { return };
        let Some(call) = self.calls.get(&key) else { return };
        let outside = candidate.place.routing == 2;
        let shown = queue.from_number_callout_to_agent.clone().filter(|_| outside);
        let to = candidate.place.phone.clone().filter(|_| outside);
        let ring = Ring {
            call: call.id.clone(),
            from: shown.unwrap_or_else(|| call.number.clone()),
            to: to.unwrap_or_else(|| candidate.user.clone()),
            from_alias: call.number.clone(),
            to_alias: call.hotline.clone(),
            from_internal: false,
            custom_data: call.info.clone().unwrap_or_default(),
        };
        let who = Who::Agent(candidate.user.clone());
        let leg = self.ring(now, key, (Some(candidate.user.clone()), telephony), ring, candidate.timeout);
        if let Some(call) = self.calls.get_mut(&key) {
            call.agent = Some(Party { who: who.clone(), leg, up: false });
        }
        self.tell(now, key, "started", Some(&who));
    }

    /// Asks the customer's server whom to ring, queue by queue, for everybody who waits there.
    pub(super) fn ask_for_agents(&mut self, now: Moment) {
        let mut queues: BTreeMap<String, Vec<CallKey>> = BTreeMap::new();
        for key in self.waiting() {
            if let Some(Stage::Waiting(waiting)) = self.calls.get(&key).map(|call| &call.stage) {
                queues.entry(waiting.queue.clone()).or_default().push(key);
            }
        }
        for (id, keys) in queues {
            let url = self.setup.queues.get(&id).and_then(Queue::asks).map(str::to_owned);
            let asked = self.asked.values().any(|asked| matches!(asked, Asked::Agents(queue, _) if *queue == id));
            if let Some(url) = url.filter(|_| !asked && self.is_due(now, &id, &keys)) {
                self.ask_whom(now, id, url, &keys);
            }
        }
    }

    /// Somebody is new here and awake, or it is time to ask again.
    fn is_due(&mut self, now: Moment, queue: &str, keys: &[CallKey]) -> bool {
        let fresh = |key: &CallKey| match self.calls.get(key).map(|call| &call.stage) {
            Some(Stage::Waiting(waiting)) => waiting.list.is_none() && waiting.rest_until <= now,
            _ => false,
        };
        let next = self.polls.get(queue).copied();
        if keys.iter().any(fresh) || next.is_some_and(|next| next <= now) {
            return true;
        }
        if next.is_none() {
            self.poll_again(now, queue);
        }
        false
    }

    /// Sets when a queue's agents are asked for again.
    pub(super) fn poll_again(&mut self, now: Moment, queue: &str) {
        let at = now.after(self.patience.poll);
        self.polls.insert(queue.to_owned(), at);
        self.timers.set(at, Timer::AskAgain);
    }

    fn ask_whom(&mut self, now: Moment, queue: String, url: String, keys: &[CallKey]) {
        let calls: Vec<_> = keys.iter().filter_map(|key| self.calls.get(key)).collect();
        let show = |call: &&super::Call| json!({"callId": call.id, "from": call.number, "to": call.hotline});
        let body = json!({
            "queueId": queue,
            "projectId": self.setup.project,
            "calls": calls.iter().map(show).collect::<Vec<_>>(),
        });
        self.polls.remove(&queue);
        let patience = self.patience.server;
        self.ask(now, Asked::Agents(queue, keys.to_vec()), url, Question::Post(body), patience);
    }
}

/// Monday to Friday, 8:00 to 17:30 in Vietnam.
fn in_business_hours(now: Moment) -> bool {
    const DAY: u64 = 24 * 3600;
    let seconds = now.0 / 1_000 + 7 * 3600;
    // the first of January 1970 was a Thursday
    let weekday = (seconds / DAY + 3) % 7;
    let of_day = seconds % DAY;
    weekday < 5 && (8 * 3600..17 * 3600 + 1800).contains(&of_day)
}

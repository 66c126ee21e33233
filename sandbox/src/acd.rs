//! Who answers whom: callers wait in the order in which they came, and the agent who has been idle longest is next.
//! Pure: the clock is an argument.

use crate::settings::Queue;
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// An agent who refused a caller is not offered the same caller again for this long.
pub(crate) const AGAIN: Duration = Duration::from_secs(8);

/// A caller who waits, by any number that the exchange gives to its calls.
#[derive(Clone, Debug)]
struct Caller<C> {
    call: C,
    queue: String,
    /// An agent's telephone rings for this caller right now.
    offered: bool,
    refusals: HashMap<String, Instant>,
}

/// The queues and who waits in them.
#[derive(Clone, Debug)]
pub(crate) struct Acd<C> {
    queues: Vec<Queue>,
    /// In the order in which they came.
    callers: Vec<Caller<C>>,
}

impl<C: Copy + PartialEq> Acd<C> {
    /// Empty queues.
    pub(crate) fn new(queues: Vec<Queue>) -> Self {
        Self { queues, callers: Vec::new() }
    }

    /// The queue with this id or this hotline.
    pub(crate) fn queue(&self, name: &str) -> Option<&Queue> {
        self.queues.iter().find(|queue| queue.id == name || queue.hotline == name)
    }

    /// The company's first hotline: what customers see when an agent calls them.
    pub(crate) fn hotline(&self) -> &str {
        self.queues.first().map_or("", |queue| queue.hotline.as_str())
    }

    /// A caller goes to the end of a queue.
    pub(crate) fn join(&mut self, call: C, queue: &str) {
        self.leave(call);
        let queue = queue.to_owned();
        self.callers.push(Caller { call, queue, offered: false, refusals: HashMap::new() });
    }

    /// A caller was answered, or gave up.
    pub(crate) fn leave(&mut self, call: C) {
        self.callers.retain(|caller| caller.call != call);
    }

    /// The agent to whom this caller was offered did not take the call.
    pub(crate) fn refused(&mut self, call: C, agent: &str, now: Instant) {
        if let Some(caller) = self.callers.iter_mut().find(|caller| caller.call == call) {
            caller.offered = false;
            caller.refusals.insert(agent.to_owned(), now);
        }
    }

    /// Offers callers to agents. `idle_since` says since when an agent has been free, `None` when not free.
    /// Nobody is named twice.
    pub(crate) fn assign(&mut self, now: Instant, idle_since: impl Fn(&str) -> Option<Instant>) -> Vec<(C, String)> {
        let mut offers: Vec<(C, String)> = Vec::new();
        for caller in self.callers.iter_mut().filter(|caller| !caller.offered) {
            let Some(queue) = self.queues.iter().find(|queue| queue.id == caller.queue) else { continue };
            let willing = |agent: &&String| caller.refusals.get(*agent).is_none_or(|refused| *refused + AGAIN <= now);
            let unclaimed = |agent: &&String| offers.iter().all(|(_, taken)| taken != *agent);
            let free = queue.agents.iter().filter(willing).filter(unclaimed);
            let longest = free.filter_map(|agent| Some((idle_since(agent)?, agent))).min_by_key(|(since, _)| *since);
            if let Some((_, agent)) = longest {
                caller.offered = true;
                offers.push((caller.call, agent.clone()));
            }
        }
        offers
    }

    /// When a refused offer may be made again.
    pub(crate) fn next_chance(&self, now: Instant) -> Option<Instant> {
        let waiting = self.callers.iter().filter(|caller| !caller.offered);
        let chances = waiting.flat_map(|caller| caller.refusals.values().map(|refused| *refused + AGAIN));
        chances.filter(|chance| *chance > now).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn acd() -> Acd<u8> {
        let queue = |id: &str, agents: &[&str]| Queue {
            id: id.to_owned(),
            name: id.to_owned(),
            hotline: format!("1900{id}"),
            agents: agents.iter().map(|agent| (*agent).to_owned()).collect(),
        };
        Acd::new(vec![queue("a", &["1", "2", "3"]), queue("b", &["3", "4"])])
    }

    #[test]
    fn the_longest_idle_agent_is_next() {
        let (mut acd, now) = (acd(), Instant::now());
        acd.join(1, "a");
        let idle = |agent: &str| (agent != "1").then(|| now + Duration::from_secs(u64::from(agent == "2")));
        assert_eq!(acd.assign(now, idle), [(1, "3".to_owned())]);
        assert!(acd.assign(now, idle).is_empty(), "a caller is offered to one agent at a time");
    }

    #[test]
    fn who_refused_is_passed_over_and_asked_again_later() {
        let (mut acd, now) = (acd(), Instant::now());
        acd.join(1, "a");
        let only_one = |agent: &str| (agent == "1").then_some(now);
        assert_eq!(acd.assign(now, only_one).len(), 1);
        acd.refused(1, "1", now);
        assert!(acd.assign(now, only_one).is_empty());
        assert_eq!(acd.next_chance(now), Some(now + AGAIN));
        assert_eq!(acd.assign(now + AGAIN, only_one), [(1, "1".to_owned())]);
    }

    #[derive(Clone, Debug)]
    enum Step {
        Join(u8, bool),
        Leave(u8),
        Refuse(u8),
        Release(u8),
        Wait(u64),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            (0..12_u8, any::<bool>()).prop_map(|(call, queue)| Step::Join(call, queue)),
            (0..12_u8).prop_map(Step::Leave),
            (0..12_u8).prop_map(Step::Refuse),
            (1..5_u8).prop_map(Step::Release),
            (0..12_u64).prop_map(Step::Wait),
        ];
        prop::collection::vec(step, 0..80)
    }

    proptest! {
        #[test]
        fn no_agent_has_two_callers_and_no_caller_overtakes(steps in steps()) {
            let (mut acd, mut now) = (acd(), Instant::now());
            let mut talking: HashMap<String, u8> = HashMap::new();
            for step in steps {
                match step {
                    Step::Join(call, b) if !talking.values().any(|c| *c == call) => acd.join(call, if b { "b" } else { "a" }),
                    Step::Join(..) => {}
                    Step::Leave(call) => { acd.leave(call); talking.retain(|_, c| *c != call); }
                    Step::Refuse(call) => {
                        let agent = talking.iter().find(|(_, c)| **c == call).map(|(agent, _)| agent.clone());
                        if let Some(agent) = agent { talking.remove(&agent); acd.refused(call, &agent, now); }
                    }
                    Step::Release(agent) => if let Some(call) = talking.remove(&agent.to_string()) { acd.leave(call); },
                    Step::Wait(seconds) => now += Duration::from_secs(seconds),
                }
                let before = acd.callers.clone();
                let offers = acd.assign(now, |agent| (!talking.contains_key(agent)).then_some(now));
                for (call, agent) in &offers {
                    prop_assert!(talking.insert(agent.clone(), *call).is_none(), "{agent} already had a caller");
                }
                for (place, caller) in before.iter().enumerate().filter(|(_, caller)| !caller.offered) {
                    let served = offers.iter().any(|(call, _)| *call == caller.call);
                    let overtaken = before[place + 1..].iter().any(|later| {
                        later.queue == caller.queue
                            && offers.iter().any(|(call, agent)| *call == later.call && !caller.refusals.contains_key(agent))
                    });
                    prop_assert!(served || !overtaken, "caller {} was overtaken", caller.call);
                }
            }
        }
    }
}

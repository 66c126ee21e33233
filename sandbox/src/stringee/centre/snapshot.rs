//! What the panel, and a test, can see of the centre.

use super::Centre;
use super::words::Patience;
use serde::Serialize;

/// Everything at one moment.
#[derive(Debug, Serialize)]
pub(crate) struct Snapshot {
    hotlines: Vec<HotlineNow>,
    agents: Vec<AgentNow>,
    queues: Vec<QueueNow>,
    calls: Vec<CallNow>,
    patience: Patience,
}

#[derive(Debug, Serialize)]
struct HotlineNow {
    number: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct AgentNow {
    user: String,
    name: String,
    manual_status: String,
    system_status: u64,
    routing_type: u64,
    /// Open pages.
    pages: usize,
    /// Can the SIP telephone be called?
    sip: bool,
    busy: bool,
}

#[derive(Debug, Serialize)]
struct QueueNow {
    id: String,
    name: String,
    waiting: usize,
}

#[derive(Debug, Serialize)]
struct CallNow {
    id: String,
    number: String,
    hotline: String,
    /// `asking`, `menu`, `queued`, `ringing`, `dialling`, `talking` or `held`.
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    queue: Option<String>,
}

impl Centre {
    /// Everything at this moment.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let hotline = |(_, row): (&str, &super::setup::Number)| HotlineNow {
            number: row.number.clone(),
            name: row.nickname.clone(),
        };
        Snapshot {
            hotlines: self.setup.numbers.iter().map(hotline).collect(),
            agents: self.setup.agents.iter().map(|(_, agent)| self.agent_now(agent)).collect(),
            queues: self.setup.queues.iter().map(|(id, queue)| self.queue_now(id, queue)).collect(),
            calls: self.calls.keys().filter_map(|key| self.call_now(*key)).collect(),
            patience: self.patience,
        }
    }

    fn agent_now(&self, agent: &super::setup::Agent) -> AgentNow {
        let user = &agent.stringee_user_id;
        AgentNow {
            user: user.clone(),
            name: agent.name.clone(),
            manual_status: agent.manual_status.clone(),
            system_status: agent.system_status,
            routing_type: agent.routing_type,
            pages: self.devices.values().filter(|known| *known == user).count(),
            sip: self.sip_line(user).is_some(),
            busy: self.busy(user),
        }
    }

    fn queue_now(&self, id: &str, queue: &super::setup::Queue) -> QueueNow {
        let here =
            |call: &&super::Call| matches!(&call.stage, super::calls::Stage::Waiting(waiting) if waiting.queue == id);
        let waiting = self.calls.values().filter(here).count();
        QueueNow { id: id.to_owned(), name: queue.name.clone(), waiting }
    }

    fn call_now(&self, key: super::CallKey) -> Option<CallNow> {
        let call = self.calls.get(&key)?;
        let queue = call.queue.as_ref().and_then(|queue| self.setup.queues.get(queue));
        Some(CallNow {
            id: call.id.clone(),
            number: call.number.clone(),
            hotline: call.hotline.clone(),
            state: self.state_of(key),
            agent: call.agent.as_ref().map(|agent| agent.who.name().to_owned()),
            queue: queue.map(|queue| queue.name.clone()),
        })
    }
}

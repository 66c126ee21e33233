//! What the panel, and a test, can see of the exchange.

use super::words::{CallIdRule, Device, Direction, Patience, Status};
use super::{Call, Exchange};
use serde::Serialize;

/// Everything at one moment.
#[derive(Debug, Serialize)]
pub(crate) struct Snapshot {
    agents: Vec<AgentNow>,
    calls: Vec<CallNow>,
    /// Telephones that can be called.
    lines: Vec<String>,
    call_ids: CallIdRule,
    patience: Patience,
}

#[derive(Debug, Serialize)]
struct AgentNow {
    ipphone: String,
    name: String,
    status: Status,
    device: Device,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    /// Open pages.
    pages: usize,
    /// Has one of them the voice?
    voice: bool,
    /// Can the browser be called?
    registered: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
}

#[derive(Debug, Serialize)]
struct CallNow {
    id: String,
    number: String,
    hotline: String,
    /// `queued`, `ringing`, `talking`, or `dialling`.
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent: Option<String>,
}

impl Exchange {
    /// Everything at this moment.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let mut lines: Vec<String> = self.lines.iter().cloned().collect();
        lines.sort_unstable();
        Snapshot {
            agents: self.seats.keys().filter_map(|ipphone| self.agent_now(ipphone)).collect(),
            calls: self.calls.values().map(|call| self.call_now(call)).collect(),
            lines,
            call_ids: self.call_ids,
            patience: self.patience,
        }
    }

    fn agent_now(&self, ipphone: &str) -> Option<AgentNow> {
        let seat = self.seats.get(ipphone)?;
        Some(AgentNow {
            ipphone: ipphone.to_owned(),
            name: seat.name.clone(),
            status: seat.status,
            device: seat.device,
            phone: seat.phone.clone(),
            pages: seat.sessions.len(),
            voice: seat.voice.is_some(),
            registered: self.lines.contains(ipphone),
            call: seat.call.and_then(|key| self.calls.get(&key)).map(|call| call.name.clone()),
            direction: self.direction(ipphone),
        })
    }

    fn call_now(&self, call: &Call) -> CallNow {
        let customer_up = call.customer.and_then(|leg| self.legs.get(&leg)).is_some_and(|leg| leg.up);
        let state = match &call.agent {
            Some(agent) if agent.up && customer_up => "talking",
            Some(agent) if agent.direction == Direction::Out => "dialling",
            Some(_) => "ringing",
            None if call.waiting => "queued",
            None => "held",
        };
        CallNow {
            id: call.name.clone(),
            number: call.number.clone(),
            hotline: call.hotline.clone(),
            state,
            agent: call.agent.as_ref().map(|agent| agent.ipphone.clone()),
        }
    }
}

//! Agents: where they can be reached, and whether a call may be offered to them.

use super::calls::{Telephony, Who};
use super::setup::Agent;
use super::words::{DeviceId, Moment};
use super::{Centre, Timer};
use std::time::Duration;

/// In a call.
pub(super) const IN_CALL: u64 = 0;
/// Free.
pub(super) const FREE: u64 = 1;
/// After a call.
pub(super) const WRAPPING_UP: u64 = 2;

/// Where an agent is to be rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// 1 app or SIP telephone, 2 telephone number, 3 app only, 4 SIP telephone only.
    pub(super) routing: u64,
    pub(super) phone: Option<String>,
    /// Does a SIP telephone alone count as online?
    pub(super) sip_counts: bool,
}

impl Centre {
    /// The agent with this user id.
    pub(super) fn agent(&self, user: &str) -> Option<&Agent> {
        self.setup.agents.find(|agent| agent.stringee_user_id == user).map(|(_, agent)| agent)
    }

    fn agent_mut(&mut self, user: &str) -> Option<&mut Agent> {
        self.setup.agents.values_mut().find(|agent| agent.stringee_user_id == user)
    }

    pub(super) fn on_device(&mut self, device: DeviceId, user: String, up: bool) {
        if up {
            self.devices.insert(device, user);
        } else {
            self.devices.remove(&device);
        }
    }

    /// Has this agent an open page?
    pub(crate) fn in_app(&self, user: &str) -> bool {
        self.devices.values().any(|known| known == user)
    }

    /// The agent's SIP telephone, when it can be called.
    pub(super) fn sip_line(&self, user: &str) -> Option<String> {
        let named = format!("{}_{user}", self.setup.project);
        let theirs =
            self.setup.sip_phones.iter().find(|(name, phone)| {
                phone.stringee_user_id.as_deref().map_or(*name == named, |linked| linked == user)
            });
        theirs.map(|(name, _)| name.to_owned()).filter(|name| self.lines.contains(name))
    }

    /// Is this agent online?
    pub(crate) fn online(&self, user: &str) -> bool {
        self.in_app(user) || self.sip_line(user).is_some()
    }

    /// Is a telephone of this agent rung, or in a call?
    pub(super) fn busy(&self, user: &str) -> bool {
        self.legs.values().any(|leg| leg.user.as_deref() == Some(user))
    }

    /// The telephone at a place, when it can be rung.
    pub(super) fn reach(&self, user: &str, place: &Place) -> Option<Telephony> {
        let app = || self.in_app(user).then_some(Telephony::App);
        let sip = || self.sip_line(user).map(Telephony::Line);
        match place.routing {
            2 => place.phone.as_deref().filter(|phone| !phone.is_empty()).map(|phone| self.telephone(phone)),
            3 => app(),
            4 => sip(),
            _ if place.sip_counts => app().or_else(sip),
            _ => app(),
        }
    }

    /// The telephone on which a call may be offered to an agent: free, willing, and reachable.
    pub(super) fn may_be_offered(&self, user: &str, place: &Place) -> Option<Telephony> {
        let agent = self.agent(user)?;
        let willing = agent.system_status == FREE && agent.manual_status == "AVAILABLE";
        if willing && !self.busy(user) { self.reach(user, place) } else { None }
    }

    /// Where an agent wants to be rung, queue or not.
    pub(super) fn place(&self, user: &str) -> Option<Place> {
        let agent = self.agent(user)?;
        Some(Place { routing: agent.routing_type, phone: agent.phone_number.clone(), sip_counts: true })
    }

    /// An agent talks now.
    pub(super) fn has_picked_up(&mut self, now: Moment, who: &Who) {
        let Who::Agent(user) = who else { return };
        if let Some(agent) = self.agent_mut(user) {
            agent.system_status = IN_CALL;
            agent.last_time_pickup = now.0;
        }
    }

    /// An agent who was in a call is out of it, and has `wrap_up` before the next one.
    pub(super) fn has_finished(&mut self, now: Moment, who: &Who, wrap_up: Option<Duration>) {
        let Who::Agent(user) = who else { return };
        if self.busy(user) {
            return;
        }
        let Some(agent) = self.agent_mut(user) else { return };
        agent.last_time_support_call_ended = now.0;
        agent.system_status = if wrap_up.is_some() { WRAPPING_UP } else { FREE };
        if let Some(wrap_up) = wrap_up {
            self.timers.set(now.after(wrap_up), Timer::WrappedUp(user.clone(), now));
        }
    }

    /// The time after a call is over, unless another call came, or somebody has ended it before.
    pub(super) fn wrapped_up(&mut self, user: &str, since: Moment) {
        let same =
            |agent: &&mut Agent| agent.system_status == WRAPPING_UP && agent.last_time_support_call_ended == since.0;
        if let Some(agent) = self.agent_mut(user).filter(same) {
            agent.system_status = FREE;
        }
    }
}

//! What is wrong with queues, groups and agents.

use super::{Check, Flaw};
use crate::centre::{Agent, Centre, Group, Queue, Rank, Ref, SipAccount};
use crate::ids::{GroupId, Seat};
use crate::reach::RingsAt;
use std::collections::BTreeSet;

impl Check<'_> {
    pub(super) fn queues(&mut self) {
        for queue in self.centre.queues() {
            self.queue(queue);
        }
        for route in self.centre.routes().filter(|route| route.nth > 0) {
            let at = Ref::Route { queue: route.queue.clone(), group: route.group.clone(), nth: route.nth };
            self.error(at, Flaw::GroupTwice);
        }
    }

    fn queue(&mut self, queue: &Queue) {
        let at = Ref::Queue(queue.id.clone());
        self.unused(at.clone());
        self.file(&at, queue.waiting_sound.as_ref());
        self.file(&at, queue.hold_sound.as_ref());
        self.caller_id(&at, queue.caller_id.as_ref());
        self.serving(queue, &at);
        let agents = self.centre.agents_of(queue);
        for agent in agents.iter().filter(|agent| agent.rings_at == RingsAt::Number && queue.caller_id.is_none()) {
            self.found(at.clone(), Flaw::NoCallerIdFor { seat: agent.seat.clone() });
        }
    }

    /// Who serves it: whoever the address names that is asked, or else the groups.
    fn serving(&mut self, queue: &Queue, at: &Ref) {
        if let Some(asks) = &queue.asks {
            if self.around.ours.as_ref().is_some_and(|ours| ours.agents != *asks) {
                self.warning(at.clone(), Flaw::AsksElsewhere);
            }
            return;
        }
        let routes = self.centre.routes_of(&queue.id);
        if routes.is_empty() {
            return self.found(at.clone(), Flaw::NoGroup);
        }
        if routes.iter().all(|route| route.rank == Rank::Secondary) {
            self.warning(at.clone(), Flaw::OnlySecondary);
        }
        let agents = self.centre.agents_of(queue);
        let can_be_rung = |agent: &&Agent| {
            self.centre.can_be_rung(agent) && (agent.rings_at != RingsAt::Number || queue.caller_id.is_some())
        };
        if !agents.into_iter().any(|agent| can_be_rung(&agent)) {
            self.found(at.clone(), Flaw::NobodyToRing);
        }
    }

    pub(super) fn groups(&mut self) {
        for group in self.centre.groups() {
            self.group(group);
        }
    }

    fn group(&mut self, group: &Group) {
        let at = Ref::Group(group.id.clone());
        self.unused(at.clone());
        let agents = self.centre.agents_in(&group.id);
        if agents.is_empty() {
            self.warning(at, Flaw::NoMembers);
        } else if !agents.into_iter().any(|agent| self.centre.can_be_rung(agent)) {
            self.warning(at, Flaw::NobodyCanBeRung);
        }
    }

    pub(super) fn agents(&mut self) {
        let placed: BTreeSet<Seat> = self.centre.members().map(|member| member.seat.clone()).collect();
        // Where every queue asks who is to be rung, groups are for nothing.
        let groups_count = self.centre.queues().any(|queue| queue.asks.is_none());
        for agent in self.centre.agents() {
            let at = Ref::Agent(agent.seat.clone());
            match agent.rings_at {
                RingsAt::Number if agent.phone.is_none() => self.error(at.clone(), Flaw::NoPhone),
                RingsAt::DeskPhone if self.centre.sip_account_of(&agent.seat).is_none() => {
                    self.found(at.clone(), Flaw::NoSipAccount);
                }
                _ => {}
            }
            if self.around.staff.as_ref().is_some_and(|staff| !staff.contains(&agent.seat)) {
                self.warning(at.clone(), Flaw::NobodysSeat);
            }
            if groups_count && !placed.contains(&agent.seat) {
                self.warning(at, Flaw::InNoGroup);
            }
        }
    }
}

impl Centre {
    /// The agents of a group.
    pub fn agents_in(&self, group: &GroupId) -> Vec<&Agent> {
        self.members_of(group).filter_map(|seat| self.agent(seat)).collect()
    }

    /// The agents whom a queue can ring: those of its groups, each once; all where an address is asked whom to ring.
    pub fn agents_of(&self, queue: &Queue) -> Vec<&Agent> {
        if queue.asks.is_some() {
            return self.agents().collect();
        }
        let routes = self.routes_of(&queue.id);
        let seats: BTreeSet<&Seat> = routes.iter().flat_map(|route| self.members_of(&route.group)).collect();
        seats.into_iter().filter_map(|seat| self.agent(seat)).collect()
    }

    /// Whether there is a telephone that an agent could be rung on, some day.
    pub fn can_be_rung(&self, agent: &Agent) -> bool {
        match agent.rings_at {
            RingsAt::Anywhere | RingsAt::App => true,
            RingsAt::Number => agent.phone.is_some(),
            RingsAt::DeskPhone => self.sip_account_of(&agent.seat).is_some(),
        }
    }

    /// A seat's SIP telephone: the account that says so, or else the one that is named after the seat.
    pub fn sip_account_of(&self, seat: &Seat) -> Option<&SipAccount> {
        let is_named_so =
            |user: &str| user == seat.as_str() || user.split_once('_').is_some_and(|(_, name)| name == seat.as_str());
        self.sip_accounts().find(|account| match &account.seat {
            Some(owner) => owner == seat,
            None => is_named_so(&account.user),
        })
    }
}

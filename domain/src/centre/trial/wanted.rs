//! Whom our own routing names, where a queue asks us whom to ring.

use super::{Named, Presence};
use crate::centre::Centre;
use crate::ids::{Seat, StaffId, TeamId};
use crate::reach::{Condition, Doing, RingsAt};
use crate::routing::{Because, Caller, Telephonist, route};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What our routing goes by for a caller, besides what agents do at that moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Who is responsible for the caller.
    pub owner: Option<StaffId>,
    /// Who talked with them last.
    pub spoke_last: Option<StaffId>,
    /// The team that serves the queue.
    pub team: Option<TeamId>,
    /// Everybody with a seat and their teams, in the order in which equals are tried.
    pub seated: Vec<(Seat, StaffId, Option<TeamId>)>,
    /// How long each of them is rung, in seconds.
    pub seconds: u32,
}

impl Wanted {
    /// Whom our server names, in order, and why.
    pub fn named(&self, centre: &Centre, agents: &BTreeMap<Seat, Presence>) -> Vec<(Named, Because)> {
        let telephonist = |(seat, member, team): &(Seat, StaffId, Option<TeamId>)| Telephonist {
            member: member.clone(),
            team: team.clone(),
            unmet: unmet(centre, seat, agents.get(seat)),
        };
        let telephonists: Vec<Telephonist> = self.seated.iter().map(telephonist).collect();
        let Self { owner, spoke_last, team, .. } = self.clone();
        let choices = route(&Caller { owner, spoke_last, team }, &telephonists).choices;
        let named = choices.into_iter().filter_map(|choice| {
            let (seat, ..) = self.seated.iter().find(|(_, member, _)| *member == choice.member)?;
            Some((Named { seat: seat.clone(), seconds: self.seconds }, choice.because))
        });
        named.collect()
    }
}

/// What keeps our routing from naming somebody: less than what keeps the provider from ringing them.
fn unmet(centre: &Centre, seat: &Seat, presence: Option<&Presence>) -> Option<Condition> {
    let Some(presence) = presence else { return Some(Condition::Reachable) };
    let agent = centre.agent(seat);
    let is_reachable = match agent.map(|agent| agent.rings_at).unwrap_or_default() {
        RingsAt::Number => agent.is_some_and(|agent| agent.phone.is_some()),
        RingsAt::DeskPhone => presence.sip,
        RingsAt::Anywhere | RingsAt::App => presence.app || presence.sip,
    };
    match presence.doing {
        _ if !presence.available => Some(Condition::Available),
        Doing::InCall => Some(Condition::Free),
        Doing::AfterCall => Some(Condition::NotAfterCall),
        Doing::Free => (!is_reachable).then_some(Condition::Reachable),
    }
}

//! Whom a waiting caller is given to: the member responsible first, then whoever talked with them last, then the team,
//! then everybody else. Only members who can take the call now.

use crate::ids::{StaffId, TeamId};
use crate::reach::Condition;
use crate::staff::StaffRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// Why a member is thought of, most wanted first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// They are responsible for the customer.
    Owner,
    /// They talked with the caller last.
    SpokeLast,
    /// They work in the team that the queue, or the customer, belongs to.
    Team,
    /// Nobody better can take the call.
    Fallback,
}

/// What is known of a caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caller {
    /// Who is responsible for them.
    pub owner: Option<StaffId>,
    /// Who talked with them last.
    pub spoke_last: Option<StaffId>,
    /// The team of the queue they wait in; `None` where nobody said which.
    pub team: Option<TeamId>,
}

/// A member who may take calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephonist {
    /// Who.
    pub member: StaffId,
    /// In which team.
    pub team: Option<TeamId>,
    /// What keeps them from taking a call now.
    pub unmet: Option<Condition>,
}

/// A member whom a caller is offered to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Who.
    pub member: StaffId,
    /// Why.
    pub because: Because,
}

/// A member who was wanted and cannot take the call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// Who.
    pub member: StaffId,
    /// Why they were wanted.
    pub because: Because,
    /// What keeps them; `None` where they have no telephone at this provider.
    pub unmet: Option<Condition>,
}

/// To whom a caller is given, in order, and who was passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Those who are tried, the most wanted first.
    pub choices: Vec<Choice>,
    /// The member responsible and whoever talked last, where they cannot take the call.
    pub passed_over: Vec<PassedOver>,
}

/// A decision as it is shown on the call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// When it was last made.
    pub at: Millis,
    /// For which queue: its name, or its id at the provider where nobody has read its name yet.
    pub queue: String,
    /// Those who are tried, the most wanted first.
    pub choices: Vec<(StaffRef, Because)>,
    /// Those who were wanted and cannot take the call.
    pub passed_over: Vec<(StaffRef, Because, Option<Condition>)>,
}

/// A queue at a provider, and the team that serves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServedQueue {
    /// The provider's id of it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Which team; `None` for the team of whoever is responsible for the caller.
    pub team: Option<TeamId>,
}

/// Decides for one caller. `telephonists` come in the order in which equals are tried: whoever waits longest first.
pub fn route(caller: &Caller, telephonists: &[Telephonist]) -> Route {
    let mut route = Route::default();
    for (wanted, because) in [(&caller.owner, Because::Owner), (&caller.spoke_last, Because::SpokeLast)] {
        let Some(member) = wanted.as_ref().filter(|member| !route.names(member)) else { continue };
        let found = telephonists.iter().find(|one| one.member == *member);
        match found {
            Some(one) if one.unmet.is_none() => route.choose(one, because),
            other => route.passed_over.push(PassedOver {
                member: member.clone(),
                because,
                unmet: other.and_then(|one| one.unmet),
            }),
        }
    }
    let team = caller.team.as_ref().or_else(|| team_of(caller.owner.as_ref()?, telephonists));
    let can = |one: &&Telephonist| one.unmet.is_none();
    if let Some(team) = team {
        for one in telephonists.iter().filter(can).filter(|one| one.team.as_ref() == Some(team)) {
            route.choose(one, Because::Team);
        }
    }
    for one in telephonists.iter().filter(can) {
        route.choose(one, Because::Fallback);
    }
    route
}

fn team_of<'t>(member: &StaffId, telephonists: &'t [Telephonist]) -> Option<&'t TeamId> {
    telephonists.iter().find(|one| one.member == *member)?.team.as_ref()
}

impl Route {
    fn names(&self, member: &StaffId) -> bool {
        let passed_over = self.passed_over.iter().map(|one| &one.member);
        self.choices.iter().map(|one| &one.member).chain(passed_over).any(|known| known == member)
    }

    fn choose(&mut self, one: &Telephonist, because: Because) {
        if !self.choices.iter().any(|known| known.member == one.member) {
            self.choices.push(Choice { member: one.member.clone(), because });
        }
    }
}

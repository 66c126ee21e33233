//! Whose calls out are advertising: the law binds those to hours, and to the wish not to be called.

use crate::ids::TeamId;
use crate::teams::TeamRef;
use serde::{Deserialize, Serialize};

/// Whose calls out are advertising. A team calls for one purpose: who sells by telephone works in another one than who
/// answers for what was sold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advertising {
    /// Nobody's.
    #[default]
    Nobody,
    /// Everybody's.
    Everybody,
    /// Those of the members of these teams.
    Teams(Vec<TeamId>),
}

impl Advertising {
    /// Whether the calls out of a member of this team are.
    pub fn is_of(&self, team: Option<&TeamRef>) -> bool {
        match self {
            Self::Nobody => false,
            Self::Everybody => true,
            Self::Teams(teams) => team.is_some_and(|team| teams.contains(&team.id)),
        }
    }

    /// The name of the team for whose sake a member's calls are; `None` where everybody's are.
    pub(super) fn because_of(&self, team: Option<&TeamRef>) -> Option<String> {
        match self {
            Self::Nobody | Self::Everybody => None,
            Self::Teams(_) => team.map(|team| team.name.clone()),
        }
    }

    /// Whether it must be known in which team a member is.
    pub fn goes_by_team(&self) -> bool {
        matches!(self, Self::Teams(_))
    }
}

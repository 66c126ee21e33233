//! Teams: members who work together, and who leads them.

use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{StaffId, TeamId};
use crate::names;
use crate::staff::StaffRef;
use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const TEAM_NAME_MAX: usize = 80;

/// A team as lists and filters show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TeamRef {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

/// A team as admins see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// How many members belong to it and may sign in.
    pub members: u32,
    /// Who leads it, by name.
    pub leads: Vec<StaffRef>,
}

/// What an admin fills in for a team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamForm {
    /// Its name.
    pub name: String,
    /// The managers who lead it.
    pub leads: Vec<StaffId>,
}

/// A team's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamDraft {
    /// Its name, tidied.
    pub name: String,
    /// The managers who lead it, each once.
    pub leads: Vec<StaffId>,
}

impl Team {
    /// As lists and filters show it.
    pub fn named(self) -> TeamRef {
        TeamRef { id: self.id, name: self.name }
    }
}

impl From<&Team> for TeamForm {
    fn from(team: &Team) -> Self {
        Self { name: team.name.clone(), leads: team.leads.iter().map(|lead| lead.id.clone()).collect() }
    }
}

impl TeamForm {
    /// Checks every field at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<TeamDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::optional(&names::tidy(&self.name), Field::Name, TEAM_NAME_MAX, &mut errors);
        if name.is_none() {
            errors.push(FieldError::new(Field::Name, FieldProblem::Required));
        }
        let draft = TeamDraft { name: name.unwrap_or_default(), leads: each_once(&self.leads) };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

/// In order, without repetitions.
pub(crate) fn each_once<T: Clone + Ord>(ids: &[T]) -> Vec<T> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::{TEAM_NAME_MAX, TeamForm};
    use crate::fields::{Field, FieldError, FieldProblem};
    use crate::ids::StaffId;

    #[test]
    fn a_team_has_a_name_and_each_lead_once() {
        let lead = |id: &str| StaffId::new(id);
        let form = TeamForm { name: "  Kinh   doanh ".into(), leads: vec![lead("b"), lead("a"), lead("b")] };
        let draft = form.parse().unwrap();
        assert_eq!((draft.name.as_str(), draft.leads), ("Kinh doanh", vec![lead("a"), lead("b")]));
        let refused = |name: &str| TeamForm { name: name.into(), leads: Vec::new() }.parse().unwrap_err();
        assert_eq!(refused(" "), [FieldError::new(Field::Name, FieldProblem::Required)]);
        let long = FieldProblem::TooLong { max: TEAM_NAME_MAX };
        assert_eq!(refused(&"x".repeat(81)), [FieldError::new(Field::Name, long)]);
    }
}

//! Assignment rules: who becomes responsible for a new customer for whom nobody is. The first rule that fits and has
//! somebody to give to gives; of a team whoever has waited longest for their turn.

use crate::calls::Presence;
use crate::fields::{Field, FieldError, FieldProblem};
use crate::floor::Status;
use crate::ids::{RuleId, StaffId, TeamId};
use crate::staff::StaffRef;
use crate::teams::TeamRef;
use crate::voice::LineReport;
use serde::{Deserialize, Serialize};

/// The most rules.
pub const RULES_MAX: usize = 50;
/// The longest name of a queue or a hotline, in characters.
pub const VALUE_MAX: usize = 100;

/// How a new customer came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody filled in the form.
    Form,
    /// A file brought them in.
    Import,
    /// They called before they were known.
    Call {
        /// Through which queue, where known.
        queue: Option<String>,
        /// On which hotline, where known.
        hotline: Option<String>,
    },
}

/// Which new customers a rule is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum Condition {
    /// For all.
    #[default]
    Any,
    /// For those whom somebody filled in without a call.
    Form,
    /// For those whom a file brought in.
    Import,
    /// For those who called.
    Call,
    /// For those who called through this queue.
    Queue(String),
    /// For those who called this number of ours.
    Hotline(String),
}

impl Condition {
    /// The words of the kinds, in the order in which they are offered.
    pub const KINDS: [&'static str; 6] = ["any", "form", "import", "call", "queue", "hotline"];

    /// The word of its kind, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Form => "form",
            Self::Import => "import",
            Self::Call => "call",
            Self::Queue(_) => "queue",
            Self::Hotline(_) => "hotline",
        }
    }

    /// The queue or the hotline; empty for other kinds.
    pub fn value(&self) -> &str {
        match self {
            Self::Queue(value) | Self::Hotline(value) => value,
            _ => "",
        }
    }

    /// From a stored word and value; `None` for any other word.
    pub fn from_stored(kind: &str, value: &str) -> Option<Self> {
        Some(match kind {
            "any" => Self::Any,
            "form" => Self::Form,
            "import" => Self::Import,
            "call" => Self::Call,
            "queue" => Self::Queue(value.to_owned()),
            "hotline" => Self::Hotline(value.to_owned()),
            _ => return None,
        })
    }

    /// Whether it is for whoever came like this.
    pub fn fits(&self, origin: &Origin) -> bool {
        match (self, origin) {
            (Self::Any, _)
            | (Self::Form, Origin::Form)
            | (Self::Import, Origin::Import)
            | (Self::Call, Origin::Call { .. }) => true,
            (Self::Queue(wanted), Origin::Call { queue, .. }) => queue.as_ref() == Some(wanted),
            (Self::Hotline(wanted), Origin::Call { hotline, .. }) => hotline.as_ref() == Some(wanted),
            _ => false,
        }
    }
}

/// To whom a rule gives, as it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// To whoever makes the customer: answers the call, fills in the form, brings in the file.
    #[default]
    Maker,
    /// To one member.
    Member(StaffId),
    /// To the members of a team, turn by turn.
    Team {
        /// Which.
        team: TeamId,
        /// Only to those who are at a page and not away.
        present: bool,
    },
}

/// To whom a rule gives, by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receiver {
    /// To whoever makes the customer.
    Maker,
    /// To one member.
    Member(StaffRef),
    /// To the members of a team, turn by turn.
    Team {
        /// Which.
        team: TeamRef,
        /// Only to those who are at a page and not away.
        present: bool,
    },
}

impl Receiver {
    /// As it is chosen.
    pub fn choice(&self) -> Choice {
        match self {
            Self::Maker => Choice::Maker,
            Self::Member(member) => Choice::Member(member.id.clone()),
            Self::Team { team, present } => Choice::Team { team: team.id.clone(), present: *present },
        }
    }

    /// What it is called; empty for whoever makes the customer.
    pub fn name(&self) -> &str {
        match self {
            Self::Maker => "",
            Self::Member(member) => &member.name,
            Self::Team { team, .. } => &team.name,
        }
    }
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rule {
    /// Which.
    pub id: RuleId,
    /// Which new customers it is for.
    pub condition: Condition,
    /// To whom it gives.
    pub receiver: Receiver,
    /// Whether it is used.
    pub active: bool,
}

/// What an admin fills in for a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleForm {
    /// Which new customers it is for.
    pub condition: Condition,
    /// To whom it gives.
    pub choice: Choice,
    /// Whether it is used.
    pub active: bool,
}

impl RuleForm {
    /// Checks every field; spaces around the queue or the hotline go.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<Self, Vec<FieldError>> {
        let value = self.condition.value().trim();
        let named = matches!(self.condition, Condition::Queue(_) | Condition::Hotline(_));
        let problem = match value.chars().count() {
            0 if named => Some(FieldProblem::Required),
            count if count > VALUE_MAX => Some(FieldProblem::TooLong { max: VALUE_MAX }),
            _ => None,
        };
        if let Some(problem) = problem {
            return Err(vec![FieldError::new(Field::RuleValue, problem)]);
        }
        let condition = match &self.condition {
            Condition::Queue(_) => Condition::Queue(value.to_owned()),
            Condition::Hotline(_) => Condition::Hotline(value.to_owned()),
            other => other.clone(),
        };
        Ok(Self { condition, choice: self.choice.clone(), active: self.active })
    }
}

/// A member to whom a rule may give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub id: StaffId,
    /// Whether they are at a page and not away.
    pub present: bool,
    /// When their turn was last: a higher number is later, 0 is never.
    pub turn: i64,
}

/// A rule, and whose turn it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The rule.
    pub rule: Rule,
    /// Of a team its active members; the member of a rule for one, while they are active; nobody for whoever makes the
    /// customer.
    pub candidates: Vec<Candidate>,
}

/// Whether a member is there to be given something: at a page, and has not let calls stop.
pub fn is_present(status: Status, line: &LineReport) -> bool {
    status != Status::Offline && !matches!(line.presence, Some(Presence::Offline | Presence::NoAnswer))
}

/// What was given by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which rule.
    pub rule: RuleId,
    /// To whom.
    pub to: StaffId,
}

/// Gives a new customer to somebody, whose turn that was; `None` where no rule has anybody to give to.
pub fn give(rules: &mut [Standing], origin: &Origin, maker: &StaffId) -> Option<Given> {
    let mut fitting = rules.iter_mut().filter(|one| one.rule.active && one.rule.condition.fits(origin));
    fitting.find_map(|standing| {
        let to = standing.take(maker)?;
        Some(Given { rule: standing.rule.id.clone(), to })
    })
}

/// Those who took a turn between two standings of the same rules, and in which rule.
pub fn taken<'a>(before: &'a [Standing], after: &'a [Standing]) -> impl Iterator<Item = (&'a RuleId, &'a Candidate)> {
    let pairs = before.iter().zip(after);
    pairs.flat_map(|(was, is)| {
        let moved = was.candidates.iter().zip(&is.candidates).filter(|(was, is)| was.turn != is.turn);
        moved.map(|(_, candidate)| (&is.rule.id, candidate))
    })
}

impl Standing {
    /// Takes the turn: of whoever has waited longest.
    fn take(&mut self, maker: &StaffId) -> Option<StaffId> {
        let only_present = match &self.rule.receiver {
            Receiver::Maker => return Some(maker.clone()),
            Receiver::Member(_) => false,
            Receiver::Team { present, .. } => *present,
        };
        let next = self.candidates.iter().map(|one| one.turn).max().unwrap_or_default() + 1;
        let may = self.candidates.iter_mut().filter(|one| one.present || !only_present);
        let chosen = may.min_by(|a, b| (a.turn, &a.id).cmp(&(b.turn, &b.id)))?;
        chosen.turn = next;
        Some(chosen.id.clone())
    }
}

#[cfg(test)]
mod tests;

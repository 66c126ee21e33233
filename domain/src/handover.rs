//! What a member hands over: everything of a kind to one member, or spread evenly over a team.

use crate::ids::{HandOverId, StaffId, TeamId};
use crate::staff::StaffRef;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// A kind of what a member owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Customers.
    Customers,
    /// Companies.
    Companies,
    /// Deals, won and lost ones too.
    Deals,
    /// Tasks and call-backs that are to be done.
    Tasks,
    /// Missed calls that are to be called back.
    Missed,
    /// Views of lists that others have too.
    Views,
}

impl Kind {
    /// Every kind, in the order in which they are handed over.
    pub const ALL: [Self; 6] = [Self::Customers, Self::Companies, Self::Deals, Self::Tasks, Self::Missed, Self::Views];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Companies => "companies",
            Self::Deals => "deals",
            Self::Tasks => "tasks",
            Self::Missed => "missed",
            Self::Views => "views",
        }
    }

    /// The kind of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// To whom a kind goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// To nobody: it stays whose it is.
    #[default]
    Nobody,
    /// To one member.
    Member(StaffId),
    /// To the other members of a team, evenly.
    Team(TeamId),
}

/// To whom each kind goes; what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan(pub Vec<(Kind, To)>);

impl Plan {
    /// What goes to somebody, in the order in which it is handed over.
    pub fn going(&self) -> impl Iterator<Item = (Kind, &To)> {
        Kind::ALL.into_iter().filter_map(|kind| {
            let to = self.0.iter().find(|(one, _)| *one == kind).map(|(_, to)| to)?;
            (*to != To::Nobody).then_some((kind, to))
        })
    }
}

/// Who gets the record of a place, from 0, so that everybody gets as much as the others; `None` where there is nobody.
pub fn receiver(members: &[StaffId], place: usize) -> Option<&StaffId> {
    members.get(place.checked_rem(members.len())?)
}

/// How far a hand-over is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It goes on.
    Going,
    /// Everything is handed over.
    Done,
    /// It is taken back.
    Undoing,
    /// It was taken back.
    Undone,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Going, Self::Done, Self::Undoing, Self::Undone];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Going => "going",
            Self::Done => "done",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// The state of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether there is more to do.
    pub fn goes_on(self) -> bool {
        matches!(self, Self::Going | Self::Undoing)
    }
}

/// What somebody has got.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Got {
    /// Of which kind.
    pub kind: Kind,
    /// Who.
    pub to: StaffRef,
    /// How many.
    pub records: i64,
}

/// A hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HandOver {
    /// Which.
    pub id: HandOverId,
    /// When it began.
    pub at: Millis,
    /// Who began it.
    pub by: StaffRef,
    /// How far it is.
    pub state: State,
    /// How many records still wait: to be handed over, or to be taken back.
    pub left: i64,
    /// Who has got what of it.
    pub got: Vec<Got>,
}

/// What a member owns, and what they have handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// How much of each kind they own.
    pub owned: Vec<(Kind, i64)>,
    /// Latest first.
    pub past: Vec<HandOver>,
}

#[cfg(test)]
mod tests {
    use super::{Kind, Plan, State, To, receiver};
    use crate::ids::StaffId;
    use proptest::prelude::*;

    #[test]
    fn what_stays_is_not_handed_over() {
        let lan = To::Member(StaffId::new("lan"));
        let plan = Plan(vec![(Kind::Views, lan.clone()), (Kind::Deals, To::Nobody), (Kind::Customers, lan.clone())]);
        assert_eq!(plan.going().collect::<Vec<_>>(), [(Kind::Customers, &lan), (Kind::Views, &lan)]);
        assert!(Kind::ALL.iter().all(|kind| Kind::from_stored(kind.as_str()) == Some(*kind)));
        assert!(State::ALL.iter().all(|state| State::from_stored(state.as_str()) == Some(*state)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn everybody_gets_as_much(members in 0_usize..12, records in 0_usize..200) {
            let members: Vec<StaffId> = (0..members).map(|n| StaffId::new(n.to_string())).collect();
            let got: Vec<_> = (0..records).filter_map(|place| receiver(&members, place)).collect();
            prop_assert_eq!(got.len(), if members.is_empty() { 0 } else { records });
            let counts: Vec<usize> = members.iter().map(|one| got.iter().filter(|to| **to == one).count()).collect();
            let (most, least) = (counts.iter().max(), counts.iter().min());
            prop_assert!(most.zip(least).is_none_or(|(most, least)| most - least <= 1));
        }
    }
}

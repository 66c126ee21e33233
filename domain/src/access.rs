//! Who may do what: one table, asked by every use case in its first line.

use crate::ids::StaffId;
use serde::{Deserialize, Serialize};

/// What a member of staff is to the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the installation: staff, settings, everything a manager may.
    Admin,
    /// Leads: sees all calls, hands customers over, deletes.
    Manager,
    /// Talks to customers.
    Agent,
}

impl Role {
    /// Every role, widest first.
    pub const ALL: [Self; 3] = [Self::Admin, Self::Manager, Self::Agent];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Manager => "manager",
            Self::Agent => "agent",
        }
    }

    /// The role of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

/// The signed-in member on whose behalf a use case runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Who.
    pub id: StaffId,
    /// As what.
    pub role: Role,
}

/// Everything that is permitted or refused by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// List, open and search customers; ask who holds a number.
    SeeCustomers,
    /// Create and edit customers and their phones.
    EditCustomers,
    /// Give a customer another owner.
    ReassignCustomers,
    /// Remove a customer from every list (kept in the database).
    DeleteCustomers,
    /// Write notes, edit and delete one's own.
    WriteNotes,
    /// Phone: ring, dial, record one's own calls.
    UseTelephone,
    /// See one's own calls.
    SeeOwnCalls,
    /// See everybody's calls.
    SeeAllCalls,
    /// See the list of names that customers and calls are filtered by.
    SeeColleagues,
    /// Create, edit, deactivate members; reset passwords; seats.
    ManageStaff,
    /// The telephone provider's account.
    ManageTelephone,
    /// Own name, language, theme, password.
    EditOwnProfile,
}

impl Action {
    /// Every action, for exhaustive tests.
    pub const ALL: [Self; 12] = [
        Self::SeeCustomers,
        Self::EditCustomers,
        Self::ReassignCustomers,
        Self::DeleteCustomers,
        Self::WriteNotes,
        Self::UseTelephone,
        Self::SeeOwnCalls,
        Self::SeeAllCalls,
        Self::SeeColleagues,
        Self::ManageStaff,
        Self::ManageTelephone,
        Self::EditOwnProfile,
    ];

    /// The narrowest role that may do this; wider roles may too.
    fn least(self) -> Role {
        match self {
            Self::SeeCustomers
            | Self::EditCustomers
            | Self::WriteNotes
            | Self::UseTelephone
            | Self::SeeOwnCalls
            | Self::SeeColleagues
            | Self::EditOwnProfile => Role::Agent,
            Self::ReassignCustomers | Self::DeleteCustomers | Self::SeeAllCalls => Role::Manager,
            Self::ManageStaff | Self::ManageTelephone => Role::Admin,
        }
    }
}

impl Role {
    /// Whether this role may do `action`.
    pub fn may(self, action: Action) -> bool {
        self.rank() >= action.least().rank()
    }

    fn rank(self) -> u8 {
        match self {
            Self::Agent => 0,
            Self::Manager => 1,
            Self::Admin => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Role};

    /// The whole table, written out: a change of the rule must change this picture too.
    #[test]
    fn the_table() {
        let table: Vec<String> = Action::ALL
            .iter()
            .map(|a| {
                let mark = |r: Role| if r.may(*a) { 'x' } else { '.' };
                format!("{:<18}{}{}{}", format!("{a:?}"), mark(Role::Agent), mark(Role::Manager), mark(Role::Admin))
            })
            .collect();
        assert_eq!(
            table,
            [
                "SeeCustomers      xxx",
                "EditCustomers     xxx",
                "ReassignCustomers .xx",
                "DeleteCustomers   .xx",
                "WriteNotes        xxx",
                "UseTelephone      xxx",
                "SeeOwnCalls       xxx",
                "SeeAllCalls       .xx",
                "SeeColleagues     xxx",
                "ManageStaff       ..x",
                "ManageTelephone   ..x",
                "EditOwnProfile    xxx",
            ]
        );
    }

    #[test]
    fn every_role_survives_the_database() {
        for role in Role::ALL {
            assert_eq!(Role::from_stored(role.as_str()), Some(role));
        }
        assert_eq!(Role::from_stored("root"), None);
    }
}

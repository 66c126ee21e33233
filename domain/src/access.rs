//! Who may do what: asked by every use case in its first line.
//!
//! What is done is narrowed by whom it concerns, too ([`Scope`]):
//!
//! * Calls: agents see their own, managers their own and those of the teams they lead, admins all. A call stays with the
//!   team its member was in when it began. Notes and dispositions are the member's own to write.
//! * Customers, companies, deals and tasks: admins decide, in the table of [`crate::rights`]. As long as they have not,
//!   everybody sees all of them, with what was said and agreed, whoever said it: whoever answers must recognise the
//!   caller and not ask again. The way from there to a call's own page, its facts and its recording is the call's.
//!   Managers take customers from their owners, and hide them, only where they lead the owner, where it is themselves,
//!   or where there is none.

use crate::ids::{StaffId, TeamId};
use crate::rights::{Deed, Extent, Numbers, Reach, Records, RoleRights};
use serde::{Deserialize, Serialize};

/// What a member of staff is to the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the installation: staff, settings, everything a manager may.
    Admin,
    /// Leads teams: sees their calls and their floor, hands customers over, deletes.
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
    /// To which records, at this moment.
    pub rights: RoleRights,
}

impl Actor {
    /// Whether they may do `action` at all; to which records, [`Actor::extent`] says.
    pub fn is_allowed(&self, action: Action) -> bool {
        is_allowed(self.role, &self.rights, action)
    }

    /// Whether they see telephone numbers whole.
    pub fn sees_numbers(&self) -> bool {
        self.rights.numbers() == Numbers::Whole
    }

    /// To which records they may do something.
    pub fn extent(&self, records: Records, deed: Deed) -> Extent {
        Extent { me: self.id.clone(), reach: self.rights.reach(records, deed), numbers: self.rights.numbers() }
    }
}

/// Whether somebody of a role, with these rights to records, may do `action` at all.
pub(crate) fn is_allowed(role: Role, rights: &RoleRights, action: Action) -> bool {
    match action.right() {
        Some((entity, deed)) => rights.reach(entity, deed) > Reach::None,
        None => role.rank() >= action.least().rank(),
    }
}

/// Everything that is permitted or refused by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// List, open and search customers; ask who holds a number.
    SeeCustomers,
    /// Create customers.
    CreateCustomers,
    /// Edit customers and their phones.
    EditCustomers,
    /// Give a customer another owner.
    ReassignCustomers,
    /// Remove a customer from every list (kept in the database).
    DeleteCustomers,
    /// List, open and search companies.
    SeeCompanies,
    /// Create companies. Whoever names a new one at a customer or a deal creates it, too.
    CreateCompanies,
    /// Edit companies and their phones.
    EditCompanies,
    /// Give a company another owner.
    ReassignCompanies,
    /// Remove a company that nothing belongs to from every list (kept in the database).
    DeleteCompanies,
    /// List and open deals, their board and their forecast.
    SeeDeals,
    /// Create deals.
    CreateDeals,
    /// Edit and move deals.
    EditDeals,
    /// Give a deal another owner.
    ReassignDeals,
    /// Remove a deal from every list (kept in the database).
    DeleteDeals,
    /// Change, assign or remove several customers at once.
    ChangeManyCustomers,
    /// Change, assign or remove several companies at once.
    ChangeManyCompanies,
    /// Change, assign or remove several deals at once.
    ChangeManyDeals,
    /// See what is to be done for the records one sees.
    SeeTasks,
    /// Set oneself something to do.
    CreateTasks,
    /// Change tasks and say that they are done.
    EditTasks,
    /// Define pipelines, their stages, and why deals are lost.
    ManagePipelines,
    /// Define custom fields.
    ManageFields,
    /// Set the rules by which new customers are given away.
    ManageAssignment,
    /// Take the customers one sees home as a file.
    ExportCustomers,
    /// Take the companies one sees home as a file.
    ExportCompanies,
    /// Take the deals one sees home as a file.
    ExportDeals,
    /// Bring customers in from a file; undo what one brought in.
    ImportCustomers,
    /// See and undo what others brought in.
    SeeAllImports,
    /// Give views of lists to everybody.
    ShareViews,
    /// Change views that others share; say with which view the lists of a role begin; undo what others changed.
    ManageViews,
    /// Write notes, edit and delete one's own.
    WriteNotes,
    /// Phone: ring, dial, record one's own calls.
    UseTelephone,
    /// See one's own calls.
    SeeOwnCalls,
    /// See the calls of the teams one leads.
    SeeTeamCalls,
    /// See everybody's calls.
    SeeAllCalls,
    /// Take the calls one sees home as a file.
    ExportCalls,
    /// Remove a call from every list (kept in the database, with audit).
    DeleteCalls,
    /// Hear the recordings of the calls one sees.
    PlayRecordings,
    /// Say what a call came to; set and finish one's own tasks.
    WrapUp,
    /// Define the choices of what a call can come to, and how long wrap-up may take.
    ManageDispositions,
    /// See the missed calls of one's own and one's team, take one, call back.
    WorkMissedCalls,
    /// Give missed calls to others.
    AssignMissedCalls,
    /// Watch what the members one leads are doing now.
    SeeFloor,
    /// See the figures of the calls one sees.
    SeeDashboard,
    /// Create and change teams and who leads them.
    ManageTeams,
    /// See the list of names that customers and calls are filtered by.
    SeeColleagues,
    /// Create, edit, deactivate members; reset passwords; seats.
    ManageStaff,
    /// Search who changed what.
    SeeAudit,
    /// The telephone provider's account.
    ManageTelephone,
    /// How the contact centre takes calls: its draft, publishing it, its sounds.
    RunCentre,
    /// Own name, language, theme, password.
    EditOwnProfile,
}

impl Action {
    /// Every action, for exhaustive tests.
    pub const ALL: [Self; 52] = [
        Self::SeeCustomers,
        Self::CreateCustomers,
        Self::EditCustomers,
        Self::ReassignCustomers,
        Self::DeleteCustomers,
        Self::SeeCompanies,
        Self::CreateCompanies,
        Self::EditCompanies,
        Self::ReassignCompanies,
        Self::DeleteCompanies,
        Self::SeeDeals,
        Self::CreateDeals,
        Self::EditDeals,
        Self::ReassignDeals,
        Self::DeleteDeals,
        Self::ChangeManyCustomers,
        Self::ChangeManyCompanies,
        Self::ChangeManyDeals,
        Self::SeeTasks,
        Self::CreateTasks,
        Self::EditTasks,
        Self::ManagePipelines,
        Self::ManageFields,
        Self::ManageAssignment,
        Self::ExportCustomers,
        Self::ExportCompanies,
        Self::ExportDeals,
        Self::ImportCustomers,
        Self::SeeAllImports,
        Self::ShareViews,
        Self::ManageViews,
        Self::WriteNotes,
        Self::UseTelephone,
        Self::SeeOwnCalls,
        Self::SeeTeamCalls,
        Self::SeeAllCalls,
        Self::ExportCalls,
        Self::DeleteCalls,
        Self::PlayRecordings,
        Self::WrapUp,
        Self::ManageDispositions,
        Self::WorkMissedCalls,
        Self::AssignMissedCalls,
        Self::SeeFloor,
        Self::SeeDashboard,
        Self::ManageTeams,
        Self::SeeColleagues,
        Self::ManageStaff,
        Self::SeeAudit,
        Self::ManageTelephone,
        Self::RunCentre,
        Self::EditOwnProfile,
    ];

    /// The right to records that it needs; `None` where the role alone decides.
    pub fn right(self) -> Option<(Records, Deed)> {
        use Records::{Companies, Customers, Deals, Tasks};
        Some(match self {
            Self::SeeCustomers => (Customers, Deed::See),
            Self::CreateCustomers => (Customers, Deed::Create),
            Self::EditCustomers => (Customers, Deed::Edit),
            Self::ReassignCustomers => (Customers, Deed::Assign),
            Self::DeleteCustomers => (Customers, Deed::Delete),
            Self::ExportCustomers => (Customers, Deed::Export),
            Self::ExportCompanies => (Companies, Deed::Export),
            Self::ExportDeals => (Deals, Deed::Export),
            Self::ImportCustomers => (Customers, Deed::Import),
            Self::ChangeManyCustomers => (Customers, Deed::Bulk),
            Self::SeeCompanies => (Companies, Deed::See),
            Self::CreateCompanies => (Companies, Deed::Create),
            Self::EditCompanies => (Companies, Deed::Edit),
            Self::ReassignCompanies => (Companies, Deed::Assign),
            Self::DeleteCompanies => (Companies, Deed::Delete),
            Self::ChangeManyCompanies => (Companies, Deed::Bulk),
            Self::SeeDeals => (Deals, Deed::See),
            Self::CreateDeals => (Deals, Deed::Create),
            Self::EditDeals => (Deals, Deed::Edit),
            Self::ReassignDeals => (Deals, Deed::Assign),
            Self::DeleteDeals => (Deals, Deed::Delete),
            Self::ChangeManyDeals => (Deals, Deed::Bulk),
            Self::SeeTasks => (Tasks, Deed::See),
            Self::CreateTasks => (Tasks, Deed::Create),
            Self::EditTasks => (Tasks, Deed::Edit),
            _ => return None,
        })
    }

    /// The narrowest role that may do what the role alone decides; wider roles may too.
    fn least(self) -> Role {
        match self {
            Self::WriteNotes
            | Self::UseTelephone
            | Self::SeeOwnCalls
            | Self::PlayRecordings
            | Self::WrapUp
            | Self::WorkMissedCalls
            | Self::SeeColleagues
            | Self::EditOwnProfile => Role::Agent,
            Self::ShareViews
            | Self::SeeTeamCalls
            | Self::ExportCalls
            | Self::AssignMissedCalls
            | Self::SeeFloor
            | Self::SeeDashboard => Role::Manager,
            _ => Role::Admin,
        }
    }
}

/// Whose calls, and what hangs on them, a member sees. Worked out by the server for each question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One's own.
    Own(StaffId),
    /// One's own, and those of the teams one leads.
    Teams(StaffId, Vec<TeamId>),
    /// Everybody's.
    All,
}

impl Scope {
    /// Whether something of this member, done in this team, is seen.
    pub fn sees(&self, member: Option<&StaffId>, team: Option<&TeamId>) -> bool {
        match self {
            Self::Own(me) => member == Some(me),
            Self::Teams(me, teams) => member == Some(me) || team.is_some_and(|team| teams.contains(team)),
            Self::All => true,
        }
    }
}

impl Role {
    fn rank(self) -> u8 {
        match self {
            Self::Agent => 0,
            Self::Manager => 1,
            Self::Admin => 2,
        }
    }
}

#[cfg(test)]
mod tests;

//! Rights: of which records a role may do what. Admins edit the table; until they do, it is [`Rights::default`].
//!
//! * What admins may do themselves is in no table: all of everything, so that nobody can lock everybody out.
//! * Nobody does more than they see: no deed reaches further than seeing does.
//! * A team is one's own where one leads it, or, being an agent, works in it.
//! * A record that nobody owns is within the reach of a team and of all, never within one's own; for oneself or for
//!   nobody everybody makes new ones who may make any.
//! * Numbers are shown whole unless an admin decides otherwise for a role ([`Numbers`]); what one types oneself one knows.
//! * What one sees names whom it is with: a deal its customer, a call its caller. Whoever answers must know who rings,
//!   so a caller's card always says the name; the record itself opens only to whoever may see it.

use crate::access::Role;
use crate::ids::StaffId;
use serde::{Deserialize, Serialize};

/// What rights are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Records {
    /// The people we talk to.
    Customers,
    /// Where they work.
    Companies,
    /// What they may buy.
    Deals,
    /// What is to be done.
    Tasks,
}

/// What is done to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// List, open, find; what was said and agreed with it.
    See,
    /// Make a new one, for whom.
    Create,
    /// Change it, tag it.
    Edit,
    /// Take it from its owner and give it to somebody.
    Assign,
    /// Remove it from every list.
    Delete,
    /// Take those one sees home as a file.
    Export,
    /// Bring some in from a file.
    Import,
    /// Change, assign or remove several at once, each as one may change, assign or remove one.
    Bulk,
}

/// How far a deed reaches, least first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// To nothing.
    #[default]
    None,
    /// To what one owns.
    Own,
    /// To that, to what the members of one's team own, and to what nobody owns.
    Team,
    /// To everything.
    All,
}

/// The word of each, as it is stored and as addresses have it.
macro_rules! words {
    ($name:ident [$count:literal] { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: [Self; $count] = [$(Self::$variant),*];

            /// The word it is stored as.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// From a stored word; `None` for any other text.
            pub fn from_stored(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.as_str() == word)
            }
        }
    };
}

words!(Records [4] { Customers = "customers", Companies = "companies", Deals = "deals", Tasks = "tasks" });
words!(Deed [8] {
    See = "see", Create = "create", Edit = "edit", Assign = "assign", Delete = "delete", Export = "export",
    Import = "import", Bulk = "bulk",
});
words!(Reach [4] { None = "none", Own = "own", Team = "team", All = "all" });

impl Records {
    /// What can be done to it at all.
    pub fn deeds(self) -> &'static [Deed] {
        match self {
            Self::Customers => &Deed::ALL,
            Self::Companies | Self::Deals => {
                &[Deed::See, Deed::Create, Deed::Edit, Deed::Assign, Deed::Delete, Deed::Export, Deed::Bulk]
            }
            Self::Tasks => &[Deed::See, Deed::Create, Deed::Edit],
        }
    }

    /// How far a deed can be allowed to reach. One's own tasks are always one's own, and nobody sets tasks for others; a
    /// file is brought in or not.
    pub fn choices(self, deed: Deed) -> &'static [Reach] {
        match (self, deed) {
            (Self::Tasks, Deed::Create) => &[Reach::None, Reach::Own],
            (Self::Tasks, _) => &[Reach::Own, Reach::Team, Reach::All],
            (_, Deed::Import) => &[Reach::None, Reach::All],
            _ => &Reach::ALL,
        }
    }
}

/// What members of a role see of telephone numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// Every number as it is.
    #[default]
    Whole,
    /// Enough of one to recognise it; one at a time is shown to whoever asks for it, and that is written down.
    OnDemand,
    /// Enough of one to recognise it, and never more.
    Masked,
}

words!(Numbers [3] { Whole = "whole", OnDemand = "on_demand", Masked = "masked" });

/// What members of one role may do to records, and what they see of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoleRights {
    records: [[Reach; Deed::ALL.len()]; Records::ALL.len()],
    numbers: Numbers,
}

impl RoleRights {
    /// An admin's.
    pub const ALL: Self =
        Self { records: [[Reach::All; Deed::ALL.len()]; Records::ALL.len()], numbers: Numbers::Whole };

    /// What is seen of numbers.
    pub fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// The same rights, with another sight of numbers.
    pub fn with_numbers(self, numbers: Numbers) -> Self {
        Self { numbers, ..self }
    }

    /// How far a deed reaches: no further than seeing does, and never where the deed means nothing.
    pub fn reach(&self, entity: Records, deed: Deed) -> Reach {
        let (granted, see) = (self.granted(entity, deed), self.granted(entity, Deed::See));
        match deed {
            Deed::Import if see > Reach::None => granted,
            _ => granted.min(see),
        }
    }

    /// Grants a deed so far. What is refused to nobody or means nothing stays as it is; what then reached further than
    /// seeing is drawn in.
    pub fn grant(&mut self, entity: Records, deed: Deed, reach: Reach) {
        if entity.deeds().contains(&deed) && entity.choices(deed).contains(&reach) {
            self.records[entity as usize][deed as usize] = reach;
        }
        for deed in Deed::ALL {
            self.records[entity as usize][deed as usize] = self.reach(entity, deed);
        }
    }

    fn granted(&self, entity: Records, deed: Deed) -> Reach {
        self.records[entity as usize][deed as usize]
    }

    /// What agents may do where nobody has decided anything.
    fn of_agents() -> Self {
        use Reach::{All, None, Own};
        let record = [All, Own, All, None, None, None, None, All];
        Self::of_records([record, record, record, [All, Own, Own, None, None, None, None, None]])
    }

    /// What managers may do where nobody has decided anything.
    fn of_managers() -> Self {
        use Reach::{All, None, Own, Team};
        let record = |import| [All, All, All, Team, Team, All, import, All];
        Self::of_records([record(All), record(None), record(None), [All, Own, Team, None, None, None, None, None]])
    }

    fn of_records(records: [[Reach; Deed::ALL.len()]; Records::ALL.len()]) -> Self {
        Self { records, numbers: Numbers::default() }
    }
}

/// The table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rights {
    agents: RoleRights,
    managers: RoleRights,
}

impl Default for Rights {
    fn default() -> Self {
        Self { agents: RoleRights::of_agents(), managers: RoleRights::of_managers() }
    }
}

/// One right that an admin decided otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// Whose.
    pub role: Role,
    /// To what.
    pub entity: Records,
    /// To do what.
    pub deed: Deed,
    /// How far.
    pub reach: Reach,
}

impl Rights {
    /// The roles whose rights can be edited.
    pub const EDITABLE: [Role; 2] = [Role::Agent, Role::Manager];

    /// What members of a role may do.
    pub fn of(&self, role: Role) -> RoleRights {
        match role {
            Role::Admin => RoleRights::ALL,
            Role::Manager => self.managers,
            Role::Agent => self.agents,
        }
    }

    /// Grants something; an admin's rights stay what they are.
    pub fn grant(&mut self, grant: Grant) {
        match grant.role {
            Role::Admin => {}
            Role::Manager => self.managers.grant(grant.entity, grant.deed, grant.reach),
            Role::Agent => self.agents.grant(grant.entity, grant.deed, grant.reach),
        }
    }

    /// Decides what members of a role see of numbers; an admin sees them whole.
    pub fn decide_numbers(&mut self, role: Role, numbers: Numbers) {
        match role {
            Role::Admin => {}
            Role::Manager => self.managers.numbers = numbers,
            Role::Agent => self.agents.numbers = numbers,
        }
    }

    /// The same table, what is seen of numbers as in another.
    pub fn with_numbers_of(mut self, other: &Self) -> Self {
        for role in Self::EDITABLE {
            self.decide_numbers(role, other.of(role).numbers());
        }
        self
    }

    /// Every right that can be edited, in the order of the table.
    pub fn grants(&self) -> Vec<Grant> {
        let mut grants = Vec::new();
        for role in Self::EDITABLE {
            for entity in Records::ALL {
                let one = |deed: &Deed| Grant { role, entity, deed: *deed, reach: self.of(role).reach(entity, *deed) };
                grants.extend(entity.deeds().iter().map(one));
            }
        }
        grants
    }

    /// What differs from another table: as it is there, and as it is here.
    pub fn differing(&self, from: &Self) -> Vec<(Grant, Grant)> {
        from.grants().into_iter().zip(self.grants()).filter(|(before, after)| before != after).collect()
    }

    /// Whose sight of numbers differs from another table's: as it is there, and as it is here.
    pub fn numbers_differing(&self, from: &Self) -> Vec<(Role, Numbers, Numbers)> {
        let both = |role: Role| (role, from.of(role).numbers(), self.of(role).numbers());
        Self::EDITABLE.into_iter().map(both).filter(|(_, before, after)| before != after).collect()
    }

    /// The table in which all of this was decided. In any order: seeing is decided first.
    pub fn with(grants: &[Grant]) -> Self {
        let mut rights = Self::default();
        let seeing = |grant: &&Grant| grant.deed == Deed::See;
        grants.iter().filter(seeing).for_each(|grant| rights.grant(*grant));
        grants.iter().filter(|grant| !seeing(grant)).for_each(|grant| rights.grant(*grant));
        rights
    }
}

/// Of which records a member may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Who.
    pub me: StaffId,
    /// How far.
    pub reach: Reach,
    /// What is seen of numbers there. Whoever does not see them whole finds nobody by a part of one, which would tell
    /// the rest digit by digit.
    pub numbers: Numbers,
}

impl Extent {
    /// Whether a record is within it; `mate` says whether its owner belongs to one's team.
    pub fn holds(&self, owner: Option<&StaffId>, mate: bool) -> bool {
        let own = owner == Some(&self.me);
        match self.reach {
            Reach::None => false,
            Reach::Own => own,
            Reach::Team => own || mate || owner.is_none(),
            Reach::All => true,
        }
    }
}

#[cfg(test)]
mod tests;

//! The people who work with the product.

use crate::access::{self, Action, Actor, Role};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::{StaffId, TeamId};
use crate::names;
use crate::rights::RoleRights;
use crate::teams::{self, TeamRef};
use crate::telephone::Provider;
use crate::times::Millis;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The shortest password, in characters.
pub const PASSWORD_MIN: usize = 10;
/// The longest password, in characters: argon2 must not be fed megabytes.
pub const PASSWORD_MAX: usize = 200;

/// The language of a member's pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// The colours of a member's pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

macro_rules! stored {
    ($name:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $name {
            /// The word stored in the database and in cookies.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// From a stored word; anything else is the default.
            pub fn from_stored(word: &str) -> Self {
                match word { $($word => Self::$variant,)* _ => Self::default() }
            }
        }
    };
}
stored!(Language { Vi = "vi", En = "en" });
stored!(Theme { System = "system", Light = "light", Dark = "dark" });

/// A member as lists and filters show them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StaffRef {
    /// Who.
    pub id: StaffId,
    /// Their name.
    pub name: String,
}

/// A member as admins see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub id: StaffId,
    /// Signs in with this.
    pub email: String,
    /// Full name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Which telephone provider they are at.
    pub provider: Provider,
    /// The seat there, if any.
    pub seat: Option<String>,
    /// The team they work in.
    pub team: Option<TeamRef>,
    /// The teams they lead, by name; only managers do.
    pub leads: Vec<TeamRef>,
    /// Whether they may sign in.
    pub active: bool,
    /// When they last signed in.
    pub last_seen_at: Option<Millis>,
}

/// Whoever is signed in, as every page needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Who.
    pub id: StaffId,
    /// Full name.
    pub name: String,
    /// Signs in with this.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Which telephone provider they are at.
    pub provider: Provider,
    /// The seat there, if any.
    pub seat: Option<String>,
    /// The language of the pages.
    pub language: Language,
    /// The colours of the pages.
    pub theme: Theme,
    /// What they may do to records.
    pub rights: RoleRights,
}

impl Me {
    /// On whose behalf a use case runs that they ask for.
    pub fn actor(&self) -> Actor {
        Actor { id: self.id.clone(), role: self.role, rights: self.rights }
    }

    /// Whether they may do `action` at all.
    pub fn may(&self, action: Action) -> bool {
        access::is_allowed(self.role, &self.rights, action)
    }

    /// Whether they may do `action` to a record of this owner, as far as a page knows: it takes every colleague for one
    /// of the same team, and the server knows better.
    pub fn may_to(&self, action: Action, owner: Option<&StaffId>) -> bool {
        let within = |(records, deed)| self.actor().extent(records, deed).holds(owner, true);
        self.may(action) && action.right().is_none_or(within)
    }
}

/// What an admin fills in for a member.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberForm {
    /// Full name.
    pub name: String,
    /// Email address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Which telephone provider they are at.
    #[serde(default)]
    pub provider: Provider,
    /// The seat there; empty for none.
    pub seat: String,
    /// The team they work in.
    pub team: Option<TeamId>,
    /// The teams they lead; only a manager's are kept.
    pub leads: Vec<TeamId>,
    /// Whether they may sign in.
    pub active: bool,
    /// First password; asked for on creation only.
    pub password: Option<String>,
}

/// Does not show the password.
impl fmt::Debug for MemberForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("MemberForm");
        shown.field("name", &self.name).field("email", &self.email).field("role", &self.role);
        shown
            .field("provider", &self.provider)
            .field("seat", &self.seat)
            .field("team", &self.team)
            .field("leads", &self.leads);
        shown.field("active", &self.active).finish_non_exhaustive()
    }
}

/// A member's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberDraft {
    /// Full name.
    pub name: String,
    /// Email in lower case.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Which telephone provider they are at.
    pub provider: Provider,
    /// Seat there, if any.
    pub seat: Option<String>,
    /// The team they work in.
    pub team: Option<TeamId>,
    /// The teams they lead, each once.
    pub leads: Vec<TeamId>,
    /// Whether they may sign in.
    pub active: bool,
}

impl MemberForm {
    /// Checks every field at once.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<MemberDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = name(&self.name, &mut errors);
        if self.email.trim().is_empty() {
            errors.push(FieldError::new(Field::Email, FieldProblem::Required));
        }
        let email = fields::email(&self.email, &mut errors).unwrap_or_default();
        let seat = fields::optional(&self.seat, Field::Seat, 64, &mut errors);
        if seat.as_deref().is_some_and(|s| !s.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))) {
            errors.push(FieldError::new(Field::Seat, FieldProblem::BadCharacters));
        }
        if let Some(Err(error)) = self.password.as_deref().map(password) {
            errors.push(error);
        }
        let leads = if self.role == Role::Manager { teams::each_once(&self.leads) } else { Vec::new() };
        let Self { role, provider, active, .. } = *self;
        let draft = MemberDraft { name, email, role, provider, seat, team: self.team.clone(), leads, active };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

impl From<&Member> for MemberForm {
    fn from(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            email: member.email.clone(),
            role: member.role,
            provider: member.provider,
            seat: member.seat.clone().unwrap_or_default(),
            team: member.team.as_ref().map(|team| team.id.clone()),
            leads: member.leads.iter().map(|team| team.id.clone()).collect(),
            active: member.active,
            password: None,
        }
    }
}

/// What a member may change of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileForm {
    /// Full name.
    pub name: String,
    /// The language of the pages.
    pub language: Language,
    /// The colours of the pages.
    pub theme: Theme,
}

impl ProfileForm {
    /// The tidied name.
    ///
    /// # Errors
    /// The problem at [`Field::Name`].
    pub fn parse_name(&self) -> Result<String, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = name(&self.name, &mut errors);
        if errors.is_empty() { Ok(name) } else { Err(errors) }
    }
}

/// A new password's length; what else makes one good is the member's affair (NIST SP 800-63B).
///
/// # Errors
/// The problem at [`Field::Password`].
pub fn password(text: &str) -> Result<(), FieldError> {
    let problem = match text.chars().count() {
        0 => FieldProblem::Required,
        n if n < PASSWORD_MIN => FieldProblem::TooShort { min: PASSWORD_MIN },
        n if n > PASSWORD_MAX => FieldProblem::TooLong { max: PASSWORD_MAX },
        _ => return Ok(()),
    };
    Err(FieldError::new(Field::Password, problem))
}

/// A person's name, tidied; required, at most 200 characters.
pub(crate) fn name(text: &str, errors: &mut Vec<FieldError>) -> String {
    let tidy = names::tidy(text);
    if tidy.is_empty() {
        errors.push(FieldError::new(Field::Name, FieldProblem::Required));
    }
    fields::optional(&tidy, Field::Name, 200, errors).unwrap_or_default()
}

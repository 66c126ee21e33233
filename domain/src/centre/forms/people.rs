//! Groups, agents and SIP telephones.

use super::Reader;
use crate::centre::{Agent, Centre, Digits, Group, Member, Part, Ref, SipAccount};
use crate::fields::{Field, FieldError, FieldProblem};
use crate::ids::{GroupId, Seat};
use crate::reach::RingsAt;
use serde::{Deserialize, Serialize};

/// The longest seat, in characters.
const SEAT_MAX: usize = 36;
/// The highest number that colleagues dial.
const EXTENSION_MAX: u32 = 999_999;

/// A group and who is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupForm {
    /// Its name.
    pub name: String,
    /// Who is in it.
    pub members: Vec<Seat>,
}

impl GroupForm {
    /// As a group is in a draft; `None` where there is none of this id.
    pub fn of(centre: &Centre, id: &GroupId) -> Option<Self> {
        let group = centre.group(id)?;
        Some(Self { name: group.name.clone(), members: centre.members_of(id).cloned().collect() })
    }

    /// Puts it into a draft.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, id: GroupId) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let name = reader.name(&self.name);
        for (row, seat) in self.members.iter().enumerate() {
            reader.known(centre, Some(Ref::Agent(seat.clone())), Field::CentreRow(row, Part::Member));
        }
        let name = reader.done(name)?;
        centre.set_members(&id, self.members.iter().cloned());
        centre.put(Group { id: id.clone(), name });
        Ok(Ref::Group(id))
    }
}

/// An agent and their groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentForm {
    /// The seat.
    pub seat: String,
    /// The name that the provider shows.
    pub name: String,
    /// Where they are rung.
    pub rings_at: RingsAt,
    /// Their telephone number.
    pub phone: String,
    /// The groups they are in.
    pub groups: Vec<GroupId>,
}

impl AgentForm {
    /// As an agent is in a draft; `None` where there is none of this seat.
    pub fn of(centre: &Centre, seat: &Seat) -> Option<Self> {
        let agent = centre.agent(seat)?;
        let groups = centre.members().filter(|member| member.seat == *seat).map(|member| member.group.clone());
        Some(Self {
            seat: seat.to_string(),
            name: agent.name.clone(),
            rings_at: agent.rings_at,
            phone: agent.phone.as_ref().map(Digits::dialled).unwrap_or_default(),
            groups: groups.collect(),
        })
    }

    /// Puts them into a draft, in the place of `was`. SIP telephones of theirs stay theirs.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, was: Option<&Seat>) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let agent = Agent {
            seat: Seat::new(reader.word(&self.seat, Part::Seat, SEAT_MAX)),
            name: reader.name(&self.name),
            rings_at: self.rings_at,
            phone: reader.number(&self.phone, Part::Phone),
        };
        if self.rings_at == RingsAt::Number && self.phone.trim().is_empty() {
            reader.refuse(Part::Phone, FieldProblem::Required);
        }
        let at = Ref::Agent(agent.seat.clone());
        reader.free(centre, &at, was.cloned().map(Ref::Agent).as_ref(), Part::Seat);
        for (row, group) in self.groups.iter().enumerate() {
            reader.known(centre, Some(Ref::Group(group.clone())), Field::CentreRow(row, Part::Group));
        }
        let agent = reader.done(agent)?;
        if let Some(was) = was {
            move_telephones(centre, was, &agent.seat);
            centre.remove(&Ref::Agent(was.clone()));
        }
        for group in &self.groups {
            centre.put(Member { group: group.clone(), seat: agent.seat.clone() });
        }
        centre.put(agent);
        Ok(at)
    }
}

fn move_telephones(centre: &mut Centre, from: &Seat, to: &Seat) {
    let theirs = |account: &&SipAccount| account.seat.as_ref() == Some(from);
    let accounts: Vec<SipAccount> = centre.sip_accounts().filter(theirs).cloned().collect();
    for account in accounts {
        centre.put(SipAccount { seat: Some(to.clone()), ..account });
    }
}

/// A SIP telephone's account. Its password is made when it is published, and told to its owner once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SipForm {
    /// The name it registers under.
    pub user: String,
    /// Whose it is.
    pub seat: Option<Seat>,
    /// The number that colleagues dial; empty for none.
    pub extension: String,
}

impl SipForm {
    /// Puts it into a draft, in the place of `was`.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn put(&self, centre: &mut Centre, was: Option<&str>) -> Result<Ref, Vec<FieldError>> {
        let mut reader = Reader::default();
        let user = reader.word(&self.user, Part::User, SEAT_MAX);
        let is_given = !self.extension.trim().is_empty();
        let extension = is_given.then(|| reader.whole(&self.extension, Part::Extension, 1..=EXTENSION_MAX));
        reader.known(centre, self.seat.clone().map(Ref::Agent), Field::Centre(Part::Seat));
        let (at, was) = (Ref::Sip(user.clone()), was.map(|was| Ref::Sip(was.to_owned())));
        reader.free(centre, &at, was.as_ref(), Part::User);
        let account = reader.done(SipAccount { user, seat: self.seat.clone(), extension })?;
        was.iter().for_each(|was| centre.remove(was));
        centre.put(account);
        Ok(at)
    }
}

impl From<&SipAccount> for SipForm {
    fn from(account: &SipAccount) -> Self {
        let extension = account.extension.map(|number| number.to_string()).unwrap_or_default();
        Self { user: account.user.clone(), seat: account.seat.clone(), extension }
    }
}

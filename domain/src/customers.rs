//! Customers: the people we talk to, and their telephone numbers.

mod row;

pub use row::CustomerRow;

use crate::calls::CallRow;
use crate::custom::{self, CustomField, Entries, Values};
use crate::deals::DealEvent;
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::filters::Filter;
use crate::ids::{CompanyId, CustomerId, PhoneId, StaffId, TagId, TeamId};
use crate::notes::Note;
use crate::paging::Cursor;
use crate::phone::{self, Number, Rewrite};
use crate::staff::{self, StaffRef};
use crate::tasks::Task;
use crate::times::Millis;
use serde::{Deserialize, Serialize};

/// A customer named in another record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CustomerRef {
    /// Whom.
    pub id: CustomerId,
    /// Their name.
    pub name: String,
}

/// One of a customer's telephone numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The row.
    pub id: PhoneId,
    /// As somebody typed it.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub raw: String,
    /// As it is matched and dialled.
    pub number: Number,
    /// "Di động", "Văn phòng", ...; may be empty.
    pub label: String,
    /// The one dialled first.
    pub primary: bool,
    /// The customer does not want calls here.
    pub do_not_call: bool,
}

/// A customer, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Whom.
    pub id: CustomerId,
    /// Grows with every save; a save must name the one it started from.
    pub version: i64,
    /// Full name.
    pub name: String,
    /// Email address.
    pub email: Option<String>,
    /// The name of the company they work for.
    pub company: Option<String>,
    /// That company.
    pub company_id: Option<CompanyId>,
    /// Postal address.
    pub address: Option<String>,
    /// What everybody should know.
    pub note: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffRef>,
    /// Telephone numbers, primary first.
    pub phones: Vec<Phone>,
    /// What the installation's own fields say.
    #[serde(default)]
    pub custom: Values,
    /// When the record was made.
    pub created_at: Millis,
    /// When it was last saved.
    pub updated_at: Millis,
    /// Last call, note or save.
    pub last_activity_at: Millis,
}

/// Whose customers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnerFilter {
    /// Everybody's.
    #[default]
    Anyone,
    /// Those nobody is responsible for.
    Nobody,
    /// One member's.
    Member(StaffId),
    /// Those of everybody who works in a team now.
    Team(TeamId),
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CustomerSort {
    /// Latest activity first.
    #[default]
    Activity,
    /// By name, accents apart.
    Name,
}

/// What the list of customers, or that of companies, is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerQuery {
    /// Words of a name, a customer's also of the company, or digits of a number; empty for all.
    pub text: String,
    /// Whose.
    pub owner: OwnerFilter,
    /// With this tag.
    #[serde(default)]
    pub tag: Option<TagId>,
    /// What else must hold.
    #[serde(default)]
    pub filter: Filter,
    /// In which order; hits with the very accents typed come first.
    pub sort: CustomerSort,
    /// Where the page begins; `None` for the first.
    pub after: Option<Cursor>,
}

/// Somebody who already holds a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number.
    pub number: Number,
    /// Whose it is.
    pub customer: CustomerRef,
}

/// What is known of a number being typed, before anything is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberCheck {
    /// The number under which it would be stored.
    pub number: Number,
    /// Whether an old spelling was brought up to date.
    pub rewrite: Rewrite,
    /// Other customers who hold it.
    pub holders: Vec<CustomerRef>,
}

/// One thing that happened with a customer, a company or a deal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TimelineEntry {
    /// Somebody wrote a note.
    Note(Note),
    /// A call.
    Call(Box<CallRow>),
    /// Something became of a deal.
    Deal(Box<DealEvent>),
    /// Something was to be done, or was done.
    Task(Box<Task>),
}

/// A kind of what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// Calls.
    Calls,
    /// Notes.
    Notes,
    /// Tasks and call-backs.
    Tasks,
    /// What became of deals.
    Deals,
}

impl TimelineKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Calls, Self::Notes, Self::Tasks, Self::Deals];

    /// The word of addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Notes => "notes",
            Self::Tasks => "tasks",
            Self::Deals => "deals",
        }
    }

    /// The kinds that an address names, each once; other words are passed over.
    pub fn read(words: &str) -> Vec<Self> {
        let named: Vec<&str> = words.split(',').map(str::trim).collect();
        Self::ALL.into_iter().filter(|kind| named.contains(&kind.as_str())).collect()
    }

    /// The words that [`TimelineKind::read`] reads.
    pub fn write(kinds: &[Self]) -> String {
        kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")
    }
}

impl TimelineEntry {
    /// When it happened; the timeline's order.
    pub fn at(&self) -> Millis {
        match self {
            Self::Note(note) => note.at,
            Self::Call(call) => call.started_at,
            Self::Deal(event) => event.at,
            Self::Task(task) => task.done.as_ref().map_or(task.created_at, |done| done.at),
        }
    }

    /// Its id, whatever it is of: the order of what happened at the same moment.
    pub fn id(&self) -> &str {
        match self {
            Self::Note(note) => note.id.as_str(),
            Self::Call(call) => call.id.as_str(),
            Self::Deal(event) => &event.id,
            Self::Task(task) => task.id.as_str(),
        }
    }
}

/// A row of the form for one telephone number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneForm {
    /// The row being edited; `None` for a new one.
    pub id: Option<PhoneId>,
    /// As typed.
    #[serde(serialize_with = "crate::phone::as_written")]
    pub raw: String,
    /// "Di động", "Văn phòng", ...
    pub label: String,
    /// The one dialled first.
    pub primary: bool,
    /// The customer does not want calls here.
    pub do_not_call: bool,
}

/// What a member fills in for a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerForm {
    /// Full name.
    pub name: String,
    /// Email address.
    pub email: String,
    /// The company's name.
    pub company: String,
    /// Postal address.
    pub address: String,
    /// What everybody should know.
    pub note: String,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// Telephone numbers; rows left empty are dropped.
    pub phones: Vec<PhoneForm>,
    /// What is typed and chosen in the installation's own fields.
    #[serde(default)]
    pub custom: Entries,
}

impl From<&Customer> for CustomerForm {
    fn from(c: &Customer) -> Self {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        Self {
            name: c.name.clone(),
            email: text(&c.email),
            company: text(&c.company),
            address: text(&c.address),
            note: text(&c.note),
            owner: c.owner.as_ref().map(|o| o.id.clone()),
            phones: c.phones.iter().map(PhoneForm::from).collect(),
            custom: Entries::from(&c.custom),
        }
    }
}

impl From<&Phone> for PhoneForm {
    fn from(phone: &Phone) -> Self {
        Self {
            id: Some(phone.id.clone()),
            raw: phone.raw.clone(),
            label: phone.label.clone(),
            primary: phone.primary,
            do_not_call: phone.do_not_call,
        }
    }
}

/// A telephone number that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneDraft {
    /// The row being edited; `None` for a new one.
    pub id: Option<PhoneId>,
    /// As typed, trimmed.
    pub raw: String,
    /// As it is matched and dialled.
    pub number: Number,
    /// May be empty.
    pub label: String,
    /// Exactly one of a customer's numbers is.
    pub primary: bool,
    /// The customer does not want calls here.
    pub do_not_call: bool,
}

/// A customer's form that holds what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerDraft {
    /// Full name, tidied.
    pub name: String,
    /// Email in lower case.
    pub email: Option<String>,
    /// The company's name.
    pub company: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What everybody should know.
    pub note: Option<String>,
    /// Who is responsible.
    pub owner: Option<StaffId>,
    /// Telephone numbers, the primary one marked.
    pub phones: Vec<PhoneDraft>,
    /// What the installation's own fields say.
    pub custom: Values,
}

impl From<&Customer> for CustomerDraft {
    fn from(c: &Customer) -> Self {
        let draft = |p: &Phone| PhoneDraft {
            id: Some(p.id.clone()),
            raw: p.raw.clone(),
            number: p.number.clone(),
            label: p.label.clone(),
            primary: p.primary,
            do_not_call: p.do_not_call,
        };
        Self {
            name: c.name.clone(),
            email: c.email.clone(),
            company: c.company.clone(),
            address: c.address.clone(),
            note: c.note.clone(),
            owner: c.owner.as_ref().map(|owner| owner.id.clone()),
            phones: c.phones.iter().map(draft).collect(),
            custom: c.custom.clone(),
        }
    }
}

impl CustomerForm {
    /// Checks every field at once, those of the installation too.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self, fields: &[CustomField]) -> Result<CustomerDraft, Vec<FieldError>> {
        let mut errors = Vec::new();
        let draft = CustomerDraft {
            name: staff::name(&self.name, &mut errors),
            email: fields::email(&self.email, &mut errors),
            company: fields::optional(&self.company, Field::Company, 200, &mut errors),
            address: fields::optional(&self.address, Field::Address, 500, &mut errors),
            note: fields::optional(&self.note, Field::Note, 2_000, &mut errors),
            owner: self.owner.clone(),
            phones: parse_phones(&self.phones, &mut errors),
            custom: custom::read(fields, &self.custom, &mut errors),
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }
}

/// Numbers that can be stored, each once, one of them primary; empty rows are dropped.
pub(crate) fn parse_phones(forms: &[PhoneForm], errors: &mut Vec<FieldError>) -> Vec<PhoneDraft> {
    let mut drafts: Vec<PhoneDraft> = Vec::new();
    for (row, form) in forms.iter().enumerate().filter(|(_, p)| !p.raw.trim().is_empty()) {
        let label = fields::optional(&form.label, Field::PhoneLabel(row), 40, errors).unwrap_or_default();
        let refused = match phone::parse(&form.raw) {
            Err(bad) => FieldProblem::NotANumber(bad),
            Ok(parsed) if drafts.iter().any(|d| d.number == parsed.number) => FieldProblem::Repeated,
            Ok(parsed) => {
                drafts.push(PhoneDraft {
                    id: form.id.clone(),
                    raw: form.raw.trim().to_owned(),
                    number: parsed.number,
                    label,
                    primary: form.primary,
                    do_not_call: form.do_not_call,
                });
                continue;
            }
        };
        errors.push(FieldError::new(Field::Phone(row), refused));
    }
    one_primary(&mut drafts);
    drafts
}

/// Of several marked as primary the first stays; of none the first becomes it.
fn one_primary(drafts: &mut [PhoneDraft]) {
    let chosen = drafts.iter().position(|d| d.primary).unwrap_or(0);
    for (row, draft) in drafts.iter_mut().enumerate() {
        draft.primary = row == chosen;
    }
}

//! The audit: who changed what, from what to what, and when; who signed in, took a file home, listened.

use crate::ids::{CompanyId, CustomerId, DealId, StaffId};
use crate::paging::Cursor;
use crate::phone::masked_within;
use crate::staff::StaffRef;
use crate::tags::Subject;
use crate::times::{Day, Millis};
use serde::{Deserialize, Serialize};

mod described;
pub use described::Described;

/// The longest text that is kept of one side of a change, in characters.
pub const SIDE_MAX: usize = 500;

/// The word of a record's telephone numbers.
const PHONES: &str = "phones";
/// The word of the number that an entry is about.
const NUMBER: &str = "number";

/// One thing that a change made another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Changed {
    /// The word of what was changed, such as `owner`.
    pub field: String,
    /// What it was; empty for nothing.
    pub from: String,
    /// What it is; empty for nothing.
    pub to: String,
}

/// What a record says of itself: the word of each thing, and what is there.
pub type Said = Vec<(String, String)>;

/// What differs between what a record said and what it says, in the order it says it now; what it no longer says
/// comes last.
pub fn diff(before: &Said, after: &Said) -> Vec<Changed> {
    let of = |said: &Said, word: &str| said.iter().find(|(field, _)| field == word).map(|(_, is)| is.clone());
    let gone = before.iter().filter(|(field, _)| of(after, field).is_none());
    let words = after.iter().chain(gone).map(|(field, _)| field);
    words
        .map(|field| Changed {
            field: field.clone(),
            from: cut(&of(before, field).unwrap_or_default()),
            to: cut(&of(after, field).unwrap_or_default()),
        })
        .filter(|changed| changed.from != changed.to)
        .collect()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= SIDE_MAX {
        return text.to_owned();
    }
    text.chars().take(SIDE_MAX - 1).chain(['…']).collect()
}

/// An entry of the audit as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its own id.
    pub id: String,
    /// When.
    pub at: Millis,
    /// By whom; `None` for the program itself.
    pub who: Option<StaffRef>,
    /// What was done, such as `customer.updated`.
    pub action: String,
    /// The record it was done to, where that is one that has a page.
    pub subject: Option<Subject>,
    /// What that was called then; empty where it has no name.
    pub name: String,
    /// What was made another.
    pub changes: Vec<Changed>,
    /// What else is worth knowing: the word of each thing, and what it says.
    pub facts: Vec<(String, String)>,
}

impl Event {
    /// As whoever may not see numbers whole has it: what was changed of numbers, and which was shown or dialled.
    pub fn with_numbers_masked(mut self) -> Self {
        for changed in self.changes.iter_mut().filter(|changed| changed.field == PHONES) {
            changed.from = masked_within(&changed.from);
            changed.to = masked_within(&changed.to);
        }
        for (_, is) in self.facts.iter_mut().filter(|(word, _)| word == NUMBER) {
            *is = masked_within(is);
        }
        self
    }

    /// The record of a stored subject such as `deal:0192...`; `None` for what has no page of its own.
    pub fn subject_of(stored: &str) -> Option<Subject> {
        match stored.split_once(':')? {
            ("customer", id) => Some(Subject::Customer(CustomerId::new(id))),
            ("company", id) => Some(Subject::Company(CompanyId::new(id))),
            ("deal", id) => Some(Subject::Deal(DealId::new(id))),
            _ => None,
        }
    }
}

/// The subject under which what happens to a record is written down.
pub fn subject(of: &Subject) -> String {
    format!("{}:{}", of.kind(), of.id())
}

/// A kind of entries that can be looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Who came in, and who tried to.
    SignIns,
    /// Changes of customers, their notes and tags.
    Customers,
    /// Of companies.
    Companies,
    /// Of deals.
    Deals,
    /// Of tasks.
    Tasks,
    /// Calls of others that were opened, their outcomes, calls removed; missed calls.
    Calls,
    /// Recordings that were listened to.
    Recordings,
    /// Files brought in and taken home.
    Files,
    /// Members, teams and rights.
    Staff,
    /// Masked numbers that were shown, or handed to the provider's page to be dialled.
    Numbers,
    /// Everything else that admins set.
    Settings,
}

impl Group {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::SignIns,
        Self::Customers,
        Self::Companies,
        Self::Deals,
        Self::Tasks,
        Self::Calls,
        Self::Recordings,
        Self::Files,
        Self::Staff,
        Self::Numbers,
        Self::Settings,
    ];

    /// The word addresses have for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignIns => "sign-ins",
            Self::Customers => "customers",
            Self::Companies => "companies",
            Self::Deals => "deals",
            Self::Tasks => "tasks",
            Self::Calls => "calls",
            Self::Recordings => "recordings",
            Self::Files => "files",
            Self::Staff => "staff",
            Self::Numbers => "numbers",
            Self::Settings => "settings",
        }
    }

    /// From a word of an address; `None` for any other text.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// How the actions of its entries begin.
    pub fn beginnings(self) -> &'static [&'static str] {
        match self {
            Self::SignIns => &["sign_in."],
            Self::Customers => &["customer.", "note."],
            Self::Companies => &["company."],
            Self::Deals => &["deal."],
            Self::Tasks => &["task."],
            Self::Calls => &["call.", "missed."],
            Self::Recordings => &["recording."],
            Self::Files => &["customers.", "calls.", "audit."],
            Self::Staff => &["staff.", "team.", "rights."],
            Self::Numbers => &["number."],
            Self::Settings => &[
                "telephone.",
                "history.",
                "dial_policy.",
                "directory.",
                "queues.",
                "centre.",
                "pipeline.",
                "disposition.",
                "dispositions.",
                "wrap_up.",
                "assignment.",
                "view.",
            ],
        }
    }
}

/// What the audit is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditQuery {
    /// By whom.
    pub who: Option<StaffId>,
    /// Which kind of entries.
    pub group: Option<Group>,
    /// Words of what the record was called; empty for all.
    pub text: String,
    /// From the beginning of this day on.
    pub from: Option<Day>,
    /// Until this day ends.
    pub until: Option<Day>,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

#[cfg(test)]
mod tests;

//! The directory: whom a call can be passed on to, by name. Some providers cannot list their queues, nor seats that
//! nobody of the staff has: those are kept here, written by admins.

use crate::calls::{Colleague, TransferTarget};
use crate::fields::{self, Field, FieldError, FieldProblem};
use crate::ids::EntryId;
use crate::names;
use serde::{Deserialize, Serialize};

/// The longest name, in characters.
const NAME_MAX: usize = 80;
/// The longest seat or queue id, in characters.
const ADDRESS_MAX: usize = 64;

/// What an entry leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A seat that nobody of the staff has: another branch, the reception.
    Seat,
    /// A queue.
    Queue,
}

impl EntryKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Queue, Self::Seat];

    /// The word stored in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Seat => "seat",
            Self::Queue => "queue",
        }
    }

    /// The kind of a stored word; `None` for any other text.
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// An entry as admins see it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// Which.
    pub id: EntryId,
    /// What it leads to.
    pub kind: EntryKind,
    /// The seat, or the queue's id at the provider.
    pub address: String,
    /// What it is called here.
    pub name: String,
}

/// Everything an admin needs to keep the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectoryDesk {
    /// What admins wrote, each kind in its order.
    pub entries: Vec<Entry>,
    /// The staff with a seat at this provider, by name: they are in it by themselves.
    pub staff: Vec<Colleague>,
}

/// What an admin fills in for an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryForm {
    /// What it leads to.
    pub kind: EntryKind,
    /// The seat, or the queue's id at the provider.
    pub address: String,
    /// What it is called here.
    pub name: String,
}

impl EntryForm {
    /// The form tidied.
    ///
    /// # Errors
    /// Each field that must be mended.
    pub fn parse(&self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = fields::optional(&names::tidy(&self.name), Field::Name, NAME_MAX, &mut errors).unwrap_or_default();
        let address = fields::optional(&self.address, Field::Target, ADDRESS_MAX, &mut errors).unwrap_or_default();
        for (field, text) in [(Field::Name, &name), (Field::Target, &address)] {
            if text.is_empty() {
                errors.push(FieldError::new(field, FieldProblem::Required));
            }
        }
        if !is_address(&address) {
            errors.push(FieldError::new(Field::Target, FieldProblem::BadCharacters));
        }
        if errors.is_empty() { Ok(Self { kind: self.kind, address, name }) } else { Err(errors) }
    }
}

/// As seats and queues are written at any provider.
fn is_address(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

/// A queue under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedQueue {
    /// Its id at the provider.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// Whom a member can pass calls on to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    /// Seats: the staff first, by name, then those that admins wrote.
    pub seats: Vec<Colleague>,
    /// Queues, in the admins' order.
    pub queues: Vec<NamedQueue>,
}

/// What the call at hand can be passed on to, besides seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// To queues.
    pub queues: bool,
    /// To any number.
    pub numbers: bool,
}

/// Somebody or something a call can be passed on to now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where to.
    pub to: TransferTarget,
    /// Its name; `None` where it was only typed.
    pub name: Option<String>,
    /// Whether the provider says that they can be rung now.
    pub online: bool,
}

impl Directory {
    /// What is offered for a text: everybody for an empty one, else whose name or seat it is part of; at last the text
    /// itself, for what nobody has written down. `online` are those of whom the provider says that they can be rung.
    pub fn choices(&self, text: &str, online: &[Colleague], ways: Ways) -> Vec<Choice> {
        let words = names::words(text);
        let folded = names::fold(text);
        let fits = |name: &str, address: &str| {
            let name = names::fold(name);
            words.iter().all(|word| name.contains(word.as_str())) || names::fold(address).contains(&folded)
        };
        let is_known = |one: &&Colleague| self.seats.iter().any(|known| known.seat == one.seat);
        let others = online.iter().filter(|one| !is_known(one));
        let seat = |one: &Colleague| Choice {
            online: online.iter().any(|there| there.seat == one.seat),
            to: TransferTarget::Seat(one.seat.clone()),
            name: Some(one.name.clone()),
        };
        let queue = |one: &NamedQueue| Choice {
            to: TransferTarget::Queue(one.id.clone()),
            name: Some(one.name.clone()),
            online: false,
        };
        let seats = self.seats.iter().chain(others).filter(|one| fits(&one.name, &one.seat)).map(seat);
        let queues = self.queues.iter().filter(|one| ways.queues && fits(&one.name, &one.id)).map(queue);
        let mut found: Vec<Choice> = seats.chain(queues).collect();
        let typed = typed(text.trim(), ways).into_iter().filter(|to| !found.iter().any(|known| known.to == *to));
        let typed: Vec<TransferTarget> = typed.collect();
        found.extend(typed.into_iter().map(|to| Choice { to, name: None, online: false }));
        found
    }

    /// What a seat or a queue is called; `None` where it is not in here.
    pub fn name_of(&self, to: &TransferTarget) -> Option<&str> {
        match to {
            TransferTarget::Seat(seat) => self.seats.iter().find(|one| one.seat == *seat).map(|one| one.name.as_str()),
            TransferTarget::Queue(queue) => {
                self.queues.iter().find(|one| one.id == *queue).map(|one| one.name.as_str())
            }
            TransferTarget::Number(_) => None,
        }
    }
}

/// What a text can be meant for: a number with its spaces or without, a seat, a queue's id.
fn typed(text: &str, ways: Ways) -> Vec<TransferTarget> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && !".-()".contains(*c)).collect();
    let plain = digits.strip_prefix('+').unwrap_or(&digits);
    let is_number = ways.numbers && plain.len() >= 3 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let is_address = !text.is_empty() && is_address(text);
    let number = is_number.then_some(TransferTarget::Number(digits));
    let seat = is_address.then(|| TransferTarget::Seat(text.to_owned()));
    let queue = (is_address && ways.queues).then(|| TransferTarget::Queue(text.to_owned()));
    number.into_iter().chain(seat).chain(queue).collect()
}

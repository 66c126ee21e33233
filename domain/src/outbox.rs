//! The outbox of a browser: what the server must know, written down before anything else is done with it, sent in order,
//! and kept until it has arrived.
//!
//! Several tabs of a member share one [`Shelf`]. The server takes the same fact twice as one, so what two tabs send
//! harms nobody; a note is another matter, for an older one must never come after a newer one: what the shelf says of
//! it counts, not what a tab remembers.

use crate::calls::{Fact, Reported};
use crate::ids::CallId;
use crate::wrap_up::WrapUpForm;
use serde::{Deserialize, Serialize};

/// The most facts that travel in one request.
const FACTS_MAX: usize = 200;
/// The most that a server takes in one: far more than any page of ours sends, now or in a version to come, for what it
/// refuses is lost.
pub const TAKEN_MAX: usize = 5_000;
/// Put before the key of what the server refused.
const ASIDE: &str = "aside.";

/// Where parcels are written down; it outlives the page.
pub trait Shelf {
    /// Writes an entry in place of the one with the same key; `false` where there is no room or no shelf.
    fn keep(&mut self, key: &str, text: &str) -> bool;
    /// Reads an entry.
    fn read(&self, key: &str) -> Option<String>;
    /// Removes an entry.
    fn forget(&mut self, key: &str);
    /// Every entry, as (key, text).
    fn entries(&self) -> Vec<(String, String)>;
}

/// One thing the server must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parcel {
    /// Something happened in a call.
    Fact {
        /// Of which call.
        call: CallId,
        /// What.
        fact: Fact,
    },
    /// What the member wrote about a call.
    Note {
        /// Of which call.
        call: CallId,
        /// The whole note.
        text: String,
    },
    /// What the member filled in after a call.
    WrapUp {
        /// Of which call.
        call: CallId,
        /// All of it.
        form: WrapUpForm,
    },
}

impl Parcel {
    /// A name for it that no other parcel has: the same fact is one parcel, and a call has one note and one wrap-up.
    pub fn key(&self) -> String {
        match self {
            Self::Fact { fact, .. } => format!("fact.{}.{}", fact.source, fact.id),
            Self::Note { call, .. } => format!("note.{call}"),
            Self::WrapUp { call, .. } => format!("wrap-up.{call}"),
        }
    }

    /// Which call it is about.
    pub fn call(&self) -> &CallId {
        match self {
            Self::Fact { call, .. } | Self::Note { call, .. } | Self::WrapUp { call, .. } => call,
        }
    }

    /// Whether a newer one takes the place of an older one.
    fn is_text(&self) -> bool {
        matches!(self, Self::Note { .. } | Self::WrapUp { .. })
    }

    fn written(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load {
    /// Facts of one call.
    Facts(Reported),
    /// A call's note.
    Note {
        /// Of which call.
        call: CallId,
        /// The whole note.
        text: String,
    },
    /// A call's wrap-up.
    WrapUp {
        /// Of which call.
        call: CallId,
        /// All of it.
        form: WrapUpForm,
    },
}

impl Load {
    /// What is in it.
    pub fn parcels(&self) -> Vec<Parcel> {
        match self {
            Self::Facts(reported) => {
                let parcel = |fact: &Fact| Parcel::Fact { call: reported.call.clone(), fact: fact.clone() };
                reported.facts.iter().map(parcel).collect()
            }
            Self::Note { call, text } => vec![Parcel::Note { call: call.clone(), text: text.clone() }],
            Self::WrapUp { call, form } => vec![Parcel::WrapUp { call: call.clone(), form: form.clone() }],
        }
    }
}

/// A parcel that waits, and whether it is on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Waiting {
    parcel: Parcel,
    on_shelf: bool,
}

/// The parcels a tab knows of, first come first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    waiting: Vec<Waiting>,
    aside: Vec<Parcel>,
}

impl Queue {
    /// Writes a parcel down and adds it at the end. A newer note takes the place of the older one, and so does a wrap-up.
    pub fn put(&mut self, shelf: &mut impl Shelf, parcel: Parcel) {
        let on_shelf = write(shelf, &parcel.key(), &parcel);
        self.waiting.retain(|known| known.parcel.key() != parcel.key());
        self.waiting.push(Waiting { parcel, on_shelf });
    }

    /// Takes up what lies on the shelf: left by a page that is gone, or put there by another tab. What found no room
    /// before is written down again.
    pub fn take_up(&mut self, shelf: &mut impl Shelf) {
        for waiting in self.waiting.iter_mut().filter(|waiting| !waiting.on_shelf) {
            waiting.on_shelf = write(shelf, &waiting.parcel.key(), &waiting.parcel);
        }
        let entries = shelf.entries();
        let (aside, found): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(key, _)| key.starts_with(ASIDE));
        self.aside = aside.iter().filter_map(|(_, text)| Parcel::written(text)).collect();
        let mut found: Vec<Parcel> = found.iter().filter_map(|(_, text)| Parcel::written(text)).collect();
        found.retain(|parcel| !self.waiting.iter().any(|known| known.parcel.key() == parcel.key()));
        found.sort_by_cached_key(|parcel| match parcel {
            Parcel::Fact { fact, .. } => (0, fact.at, fact.source.to_string(), fact.id.to_string()),
            Parcel::Note { call, .. } => (1, Default::default(), call.to_string(), String::new()),
            Parcel::WrapUp { call, .. } => (2, Default::default(), call.to_string(), String::new()),
        });
        self.waiting.extend(found.into_iter().map(|parcel| Waiting { parcel, on_shelf: true }));
    }

    /// The next request: everything the first parcel's call has to tell, facts before the note, and that before the wrap-up.
    pub fn next(&mut self, shelf: &impl Shelf) -> Option<Load> {
        self.believe(shelf);
        let call = self.waiting.first()?.parcel.call().clone();
        let of_call = || self.waiting.iter().map(|waiting| &waiting.parcel).filter(|parcel| *parcel.call() == call);
        let facts = of_call().filter_map(|parcel| match parcel {
            Parcel::Fact { fact, .. } => Some(fact.clone()),
            Parcel::Note { .. } | Parcel::WrapUp { .. } => None,
        });
        let facts: Vec<Fact> = facts.take(FACTS_MAX).collect();
        if !facts.is_empty() {
            return Some(Load::Facts(Reported { call, facts }));
        }
        match (self.note(&call), self.wrap_up(&call)) {
            (Some(text), _) => Some(Load::Note { text: text.to_owned(), call }),
            (None, Some(form)) => Some(Load::WrapUp { form: form.clone(), call }),
            (None, None) => None,
        }
    }

    /// The facts that wait, as many as travel in one request, call by call: the last word of a page that goes away.
    pub fn facts(&self) -> Vec<Reported> {
        let facts = self.waiting.iter().filter_map(|waiting| match &waiting.parcel {
            Parcel::Fact { call, fact } => Some((call, fact)),
            Parcel::Note { .. } | Parcel::WrapUp { .. } => None,
        });
        let mut told: Vec<Reported> = Vec::new();
        for (call, fact) in facts.take(FACTS_MAX) {
            match told.iter_mut().find(|reported| reported.call == *call) {
                Some(reported) => reported.facts.push(fact.clone()),
                None => told.push(Reported { call: call.clone(), facts: vec![fact.clone()] }),
            }
        }
        told
    }

    /// A note or wrap-up that another tab has changed is what it says on the shelf; one that is gone from there has arrived.
    fn believe(&mut self, shelf: &impl Shelf) {
        self.waiting.retain_mut(|waiting| {
            if !(waiting.on_shelf && waiting.parcel.is_text()) {
                return true;
            }
            let Some(text) = shelf.read(&waiting.parcel.key()) else { return false };
            if let Some(parcel) = Parcel::written(&text) {
                waiting.parcel = parcel;
            }
            true
        });
    }

    /// The server has these. A note or wrap-up that was changed meanwhile stays.
    pub fn arrived(&mut self, shelf: &mut impl Shelf, parcels: &[Parcel]) {
        for parcel in parcels {
            let key = parcel.key();
            if shelf.read(&key).and_then(|text| Parcel::written(&text)).as_ref() == Some(parcel) {
                shelf.forget(&key);
            }
        }
        self.waiting.retain(|waiting| !parcels.contains(&waiting.parcel));
    }

    /// The server will never take these: they are put aside, where they hold up nothing and are not lost.
    pub fn refused(&mut self, shelf: &mut impl Shelf, parcels: &[Parcel]) {
        for parcel in parcels {
            write(shelf, &format!("{ASIDE}{}", parcel.key()), parcel);
            self.aside.retain(|known| known.key() != parcel.key());
            self.aside.push(parcel.clone());
        }
        self.arrived(shelf, parcels);
    }

    /// What was put aside is tried once more.
    pub fn try_again(&mut self, shelf: &mut impl Shelf) {
        for parcel in std::mem::take(&mut self.aside) {
            shelf.forget(&format!("{ASIDE}{}", parcel.key()));
            let is_newer = |known: &Waiting| known.parcel.key() == parcel.key();
            if !self.waiting.iter().any(is_newer) {
                self.put(shelf, parcel);
            }
        }
    }

    /// What concerns this call could not be sent now: others go first, lest one holds up all.
    pub fn postpone(&mut self, call: &CallId) {
        // Stable: the order within a call stays.
        self.waiting.sort_by_key(|waiting| waiting.parcel.call() == call);
    }

    /// The note of a call that is still on its way.
    pub fn note(&self, call: &CallId) -> Option<&str> {
        self.waiting.iter().find_map(|waiting| match &waiting.parcel {
            Parcel::Note { call: of, text } if of == call => Some(text.as_str()),
            _ => None,
        })
    }

    /// The wrap-up of a call that is still on its way.
    pub fn wrap_up(&self, call: &CallId) -> Option<&WrapUpForm> {
        self.waiting.iter().find_map(|waiting| match &waiting.parcel {
            Parcel::WrapUp { call: of, form } if of == call => Some(form),
            _ => None,
        })
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// How many wait that are not written down: they are lost with the page.
    pub fn unwritten(&self) -> usize {
        self.waiting.iter().filter(|waiting| !waiting.on_shelf).count()
    }

    /// How many the server refused.
    pub fn set_aside(&self) -> usize {
        self.aside.len()
    }
}

fn write(shelf: &mut impl Shelf, key: &str, parcel: &Parcel) -> bool {
    serde_json::to_string(parcel).is_ok_and(|text| shelf.keep(key, &text))
}

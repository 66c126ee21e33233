//! What a rehearsal remembers from part to part: whom earlier rows would have made, and by what they are recognised.

use super::ImportPlan;
use super::duplicates::{Known, Person, keys};
use crate::customers::CustomerDraft;
use crate::ids::CustomerId;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Whom rows would have made or changed. Half a million rows fit: of each key only a hash is kept.
#[derive(Debug, Default)]
pub struct Rehearsal {
    who: HashMap<u64, Who>,
    /// The email address each of them has by then, both as hashes: of the id, of the address.
    emails: HashMap<u64, u64>,
    made: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// Somebody an earlier row would have made.
    New(u32),
    /// Somebody who is there, and whom an earlier row would have given this key.
    Known(Box<CustomerId>),
}

impl Rehearsal {
    /// Adds whom earlier parts would have made to those of the next who are there, and what they would have got.
    pub fn remember(&self, plan: &ImportPlan, drafts: &[&CustomerDraft], known: &mut Vec<Known>) {
        let mut at: HashMap<CustomerId, usize> =
            known.iter().enumerate().map(|(at, known)| (known.id.clone(), at)).collect();
        for draft in drafts {
            for key in keys(plan, draft) {
                let Some(who) = self.who.get(&hash(&key)) else { continue };
                let id = who.id();
                let place = *at.entry(id.clone()).or_insert_with(|| {
                    known.push(nobody_yet(id, draft));
                    known.len() - 1
                });
                if let Some(known) = known.get_mut(place) {
                    gain(&mut known.is, draft, &key);
                }
            }
        }
        let written: HashMap<u64, &String> =
            drafts.iter().filter_map(|draft| draft.email.as_ref()).map(|email| (hash(email), email)).collect();
        for known in known {
            if let Some(email) = self.emails.get(&hash(known.id.as_str())) {
                known.is.email = Some(written.get(email).map_or_else(|| ANOTHER.to_owned(), ToString::to_string));
            }
        }
    }

    /// Remembers by what people are recognised after a part.
    pub fn learn(&mut self, plan: &ImportPlan, people: &[Person]) {
        for person in people.iter().filter(|person| person.row.is_some()) {
            let who = match &person.known {
                Some(known) => Who::of(&known.id),
                None => {
                    self.made += 1;
                    Who::New(self.made)
                }
            };
            self.learn_email(&who, person);
            for key in keys(plan, &person.now) {
                self.who.insert(hash(&key), who.clone());
            }
        }
    }

    /// Nobody is recognised any more by an address that another has replaced.
    fn learn_email(&mut self, who: &Who, person: &Person) {
        let Some(email) = person.now.email.as_deref().filter(|email| *email != ANOTHER) else { return };
        let before = self.emails.insert(hash(who.id().as_str()), hash(email));
        if let Some(before) = before.filter(|before| *before != hash(email) && self.who.get(before) == Some(who)) {
            self.who.remove(&before);
        }
    }
}

impl Who {
    fn id(&self) -> CustomerId {
        match self {
            Self::New(number) => CustomerId::new(format!("{NEW}{number}")),
            Self::Known(id) => CustomerId::clone(id),
        }
    }

    fn of(id: &CustomerId) -> Self {
        let number = id.as_str().strip_prefix(NEW).and_then(|number| number.parse().ok());
        number.map_or_else(|| Self::Known(Box::new(id.clone())), Self::New)
    }
}

/// Before the number of somebody who is not there yet; no id begins so.
const NEW: &str = "new:";

/// An email address that is not the one a row gives, and is no longer known.
const ANOTHER: &str = "another";

fn nobody_yet(id: CustomerId, draft: &CustomerDraft) -> Known {
    let is = CustomerDraft { email: None, phones: Vec::new(), ..draft.clone() };
    Known { id, version: 0, is, may_edit: true, may_reassign: true }
}

/// Gives somebody the number by which a row will recognise them.
fn gain(is: &mut CustomerDraft, draft: &CustomerDraft, key: &str) {
    let missing = |number: &str| is.phones.iter().all(|phone| phone.number.as_str() != number);
    if let Some(phone) = draft.phones.iter().find(|phone| phone.number.as_str() == key && missing(key)) {
        is.phones.push(phone.clone());
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

//! What differs between two set-ups: what publishing will change, and what somebody changed elsewhere.

mod parts;

pub use parts::{Part, Value};

use super::{Centre, Ref, Thing};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is new.
    Added(Thing),
    /// It is gone; this is what it was.
    Removed(Thing),
    /// It is another.
    Changed {
        /// What it was.
        before: Box<Thing>,
        /// What it is.
        after: Box<Thing>,
        /// In what it differs, in the order of [`Part`].
        edits: Vec<Edit>,
    },
}

impl Change {
    /// What it is about.
    pub fn at(&self) -> Ref {
        match self {
            Self::Added(thing) | Self::Removed(thing) => thing.at(),
            Self::Changed { after, .. } => after.at(),
        }
    }
}

/// A part of a thing that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Which part.
    pub part: Part,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}

/// What differs, in the order of [`Ref`]. Between the published version and what the provider has it is the drift,
/// between that and the draft it is what publishing will change.
pub fn changes(before: &Centre, after: &Centre) -> Vec<Change> {
    let change = |at: &Ref| match (before.get(at), after.get(at)) {
        (None, Some(thing)) => Some(Change::Added(thing.clone())),
        (Some(thing), None) => Some(Change::Removed(thing.clone())),
        (Some(before), Some(after)) if before != after => Some(Change::Changed {
            edits: edits(before, after),
            before: Box::new(before.clone()),
            after: Box::new(after.clone()),
        }),
        _ => None,
    };
    before.refs().chain(after.refs()).collect::<BTreeSet<_>>().into_iter().filter_map(change).collect()
}

/// In what two states of one thing differ.
fn edits(before: &Thing, after: &Thing) -> Vec<Edit> {
    let was: BTreeMap<Part, Value> = before.parts().into_iter().collect();
    let is: BTreeMap<Part, Value> = after.parts().into_iter().collect();
    let value = |of: &BTreeMap<Part, Value>, part| of.get(&part).cloned().unwrap_or(Value::Nothing);
    let parts: BTreeSet<Part> = was.keys().chain(is.keys()).copied().collect();
    let edits = parts.into_iter().map(|part| Edit { part, before: value(&was, part), after: value(&is, part) });
    edits.filter(|edit| edit.before != edit.after).collect()
}

/// A draft that has taken over what was changed elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOver {
    /// The draft from now on.
    pub draft: Centre,
    /// What both have changed, each in another way: the draft's is kept.
    pub contested: Vec<Ref>,
}

/// Takes over into a draft what has changed between `base`, from which the draft began, and `there`. What the draft has
/// changed itself stays as it is.
pub fn take_over(base: &Centre, there: &Centre, draft: &Centre) -> TakenOver {
    let mut taken = TakenOver { draft: draft.clone(), contested: Vec::new() };
    for change in changes(base, there) {
        let at = change.at();
        if draft.get(&at) == base.get(&at) {
            match there.get(&at) {
                Some(thing) => taken.draft.put(thing.clone()),
                None => taken.draft.take(&at),
            }
        } else if draft.get(&at) != there.get(&at) {
            taken.contested.push(at);
        }
    }
    taken
}

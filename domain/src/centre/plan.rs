//! The way from what the provider has to what is wanted.
//!
//! A plan is a function of the two, so there is nothing to remember when it is broken off: what is left to do is the plan
//! from what the provider has by then.

use super::{Centre, Ref, Thing};
use serde::{Deserialize, Serialize};

/// One change at the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Make a thing.
    Create(Thing),
    /// Make a thing like this.
    Update(Thing),
    /// Remove a thing.
    Delete(Ref),
}

impl Step {
    /// What it is about.
    pub fn at(&self) -> Ref {
        match self {
            Self::Create(thing) | Self::Update(thing) => thing.at(),
            Self::Delete(at) => at.clone(),
        }
    }
}

/// Something leads to what is not there: such a set-up cannot be published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dangling {
    /// What leads there.
    pub from: Ref,
    /// What is not there.
    pub to: Ref,
}

impl Centre {
    /// Everything that leads to what is not there.
    pub fn dangling(&self) -> Vec<Dangling> {
        let missing = |thing: &Thing| {
            let needs = thing.needs().into_iter().filter(|need| !self.has(need));
            needs.map(|to| Dangling { from: thing.at(), to }).collect::<Vec<_>>()
        };
        self.things().flat_map(missing).collect()
    }
}

/// The steps from one set-up to another, in an order in which nothing ever leads to what is not there: first what is
/// made or changed, from the groups up to the numbers, then what is removed, from the numbers down to the groups.
///
/// # Errors
/// What leads to nothing in the set-up that is wanted.
pub fn plan(have: &Centre, want: &Centre) -> Result<Vec<Step>, Vec<Dangling>> {
    let dangling = want.dangling();
    if !dangling.is_empty() {
        return Err(dangling);
    }
    let mut now = have.clone();
    let mut steps = Vec::new();
    let mut take = |now: &mut Centre, step: Step| {
        now.apply(&step);
        steps.push(step);
    };
    for thing in in_turn(want) {
        match now.get(&thing.at()) {
            None => take(&mut now, Step::Create(thing.clone())),
            Some(known) if known != thing => take(&mut now, Step::Update(thing.clone())),
            Some(_) => {}
        }
    }
    let surplus: Vec<Ref> = now.refs().rev().filter(|at| !want.has(at)).cloned().collect();
    for at in surplus {
        if !goes_by_itself(&at, &now, want) && now.has(&at) {
            take(&mut now, Step::Delete(at));
        }
    }
    Ok(steps)
}

/// Everything, each after what it leads to, and of a menu's places the first one first: the provider begins the menu with
/// that.
pub(super) fn in_turn(want: &Centre) -> Vec<&Thing> {
    let mut things: Vec<&Thing> = want.things().collect();
    things.sort_by_key(|thing| {
        let later = matches!(thing, Thing::Node(node) if want.root(&node.menu) != Some(&node.id));
        (thing.at().kind(), later)
    });
    things
}

/// Where a menu begins is forgotten with the place it begins with.
fn goes_by_itself(at: &Ref, now: &Centre, want: &Centre) -> bool {
    match now.get(at) {
        Some(Thing::Root(root)) => !want.has(&Ref::Node(root.node.clone())),
        _ => false,
    }
}

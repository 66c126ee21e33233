//! What the provider has, in our own ids.
//!
//! A draft has things that the provider does not know yet, so things have ids of our own, and the provider's stand
//! beside them ([`Links`]). Where the provider itself allows a thing only once (a number, a seat), that is its id here
//! too; groups, queues, menus and their places need one.

use super::plan::in_turn;
use super::{Centre, Kind, Ref, Step, Thing};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which id the provider has for what. Written down, it is a list of pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(Ref, String)>", into = "Vec<(Ref, String)>")]
pub struct Links(BTreeMap<Ref, String>);

impl From<Vec<(Ref, String)>> for Links {
    fn from(pairs: Vec<(Ref, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl From<Links> for Vec<(Ref, String)> {
    fn from(links: Links) -> Self {
        links.0.into_iter().collect()
    }
}

/// The provider's id of this is not known: it was never made, or what the provider answered was lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlinked(pub Ref);

impl Links {
    /// The provider's id.
    ///
    /// # Errors
    /// When there is none.
    pub fn id(&self, at: &Ref) -> Result<&str, Unlinked> {
        self.0.get(at).map(String::as_str).ok_or_else(|| Unlinked(at.clone()))
    }

    /// Remembers the provider's id.
    pub fn link(&mut self, at: Ref, id: impl Into<String>) {
        self.0.insert(at, id.into());
    }

    /// Forgets it.
    pub fn forget(&mut self, at: &Ref) {
        self.0.remove(at);
    }
}

/// What the provider has, and its ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What it has.
    pub centre: Centre,
    /// Its ids.
    pub links: Links,
}

impl Known {
    /// What the queue is called that has this id at the provider.
    pub fn queue_name(&self, id: &str) -> Option<&str> {
        let is = |at: Ref| self.links.id(&at).is_ok_and(|its| its == id);
        self.centre.queues().find(|queue| is(Ref::Queue(queue.id.clone()))).map(|queue| queue.name.as_str())
    }

    /// What the provider listed, called by our own ids: those it was linked with before, else those of things in the
    /// set-up that is expected which are called the same and have no counterpart, else the provider's own.
    ///
    /// So whatever was made while nobody could write its id down is found again, and what is replaced by something of
    /// the same name is changed rather than made twice.
    pub fn read(listed: Self, stored: &Links, expected: &Centre) -> Self {
        let mut names = Names::new(stored, expected);
        for kind in [Kind::Group, Kind::Queue, Kind::Menu, Kind::Node] {
            names.learn(listed.centre.things().filter(|thing| thing.at().kind() == kind));
        }
        let own = |at: Ref| names.own(at);
        let centre = listed.centre.things().map(|thing| thing.renamed(&own)).collect::<Vec<_>>().into();
        let links = listed.links.0.into_iter().map(|(at, id)| (at.renamed(&own), id)).collect();
        Self { centre, links: Links(links) }
    }

    /// A step was done, and the provider said this id for what was made.
    pub fn done(&mut self, step: &Step, id: Option<String>) {
        self.centre.apply(step);
        match (step, id) {
            (Step::Create(thing), Some(id)) => self.links.link(thing.at(), id),
            (Step::Delete(at), _) => self.links.forget(at),
            _ => {}
        }
    }
}

/// Finds our names for what the provider listed.
struct Names<'a> {
    stored: BTreeMap<(Kind, String), Vec<&'a Ref>>,
    expected: &'a Centre,
    /// What is expected, in the order in which it would have been made.
    in_turn: Vec<&'a Thing>,
    own: BTreeMap<Ref, Ref>,
    taken: BTreeSet<Ref>,
}

impl<'a> Names<'a> {
    fn new(stored: &'a Links, expected: &'a Centre) -> Self {
        let mut linked: BTreeMap<(Kind, String), Vec<&Ref>> = BTreeMap::new();
        for (at, id) in &stored.0 {
            linked.entry((at.kind(), id.clone())).or_default().push(at);
        }
        Self { stored: linked, expected, in_turn: in_turn(expected), own: BTreeMap::new(), taken: BTreeSet::new() }
    }

    /// Our name. What is not listed gets one that nothing has: it must not be taken for a thing of ours that the
    /// provider once called like this.
    fn own(&self, at: Ref) -> Ref {
        match self.own.get(&at) {
            Some(own) => own.clone(),
            None if at.opaque().is_some() => self.unused(at),
            None => at,
        }
    }

    /// The provider's id, or a variation of it.
    fn unused(&self, at: Ref) -> Ref {
        let mut own = at;
        while self.taken.contains(&own) || self.expected.has(&own) {
            own = own.varied();
        }
        own
    }

    /// Names the things of one kind. A place of a menu can be told only once the menus are named.
    fn learn<'b>(&mut self, listed: impl Iterator<Item = &'b Thing>) {
        let listed: Vec<&Thing> = listed.collect();
        let ways: [fn(&Self, &Thing) -> Option<Ref>; 5] =
            [Self::as_stored, Self::same, Self::alike, Self::as_once, Self::as_there];
        for way in ways {
            for thing in &listed {
                if !self.own.contains_key(&thing.at())
                    && let Some(own) = way(self, thing).filter(|own| !self.taken.contains(own))
                {
                    self.taken.insert(own.clone());
                    self.own.insert(thing.at(), own);
                }
            }
        }
    }

    /// Linked, and expected.
    fn as_stored(&self, thing: &Thing) -> Option<Ref> {
        self.linked(thing).find(|own| self.expected.has(own)).cloned()
    }

    /// Something that is expected, has no counterpart, and is the same in everything.
    fn same(&self, thing: &Thing) -> Option<Ref> {
        let thing = thing.renamed(&|at| self.own(at));
        self.without_counterpart().find(|own| own.name() == thing.name() && own.parts() == thing.parts()).map(Thing::at)
    }

    /// Something that is expected, has no counterpart, and is called the same.
    fn alike(&self, thing: &Thing) -> Option<Ref> {
        let name = thing.renamed(&|at| self.own(at)).name();
        self.without_counterpart().find(|own| own.name() == name).map(Thing::at)
    }

    fn without_counterpart(&self) -> impl Iterator<Item = &'a Thing> {
        self.in_turn.iter().copied().filter(|thing| !self.taken.contains(&thing.at()))
    }

    /// Linked, though nobody expects it.
    fn as_once(&self, thing: &Thing) -> Option<Ref> {
        self.linked(thing).find(|own| !self.taken.contains(own)).cloned()
    }

    /// Not ours: the provider's id will do, or a variation of it if one of our things is called that.
    fn as_there(&self, thing: &Thing) -> Option<Ref> {
        Some(self.unused(thing.at()))
    }

    fn linked(&self, thing: &Thing) -> impl Iterator<Item = &'a Ref> {
        let at = thing.at();
        let found = self.stored.get(&(at.kind(), at.opaque().unwrap_or_default().to_owned()));
        found.into_iter().flatten().copied()
    }
}

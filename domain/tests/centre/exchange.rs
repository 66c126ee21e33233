//! A provider that does what it is told, once each, and minds the order: it knows nothing that it was not told, gives its
//! own ids, begins a menu with the first place made in it, and refuses what leads to nothing.

use domain::centre::{Centre, Kind, Known, Links, Ref, Root, Step, Thing};
use domain::ids::{GroupId, MenuId, NodeId, QueueId};
use std::collections::BTreeMap;

/// What it has, by its own ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Exchange {
    rows: BTreeMap<Ref, (String, Thing)>,
    given: u32,
    /// How often something was made, and how often anything was done.
    pub(crate) made: u32,
    pub(crate) done: u32,
}

/// Why it refuses.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It has this already.
    Exists(Ref),
    /// It does not have this.
    Unknown(Ref),
    /// This leads to what it does not have.
    LeadsNowhere(Ref),
    /// Something leads to this.
    Needed(Ref),
}

impl Exchange {
    /// Does a step. The answer is the id of what was made.
    pub(crate) fn take(&mut self, step: &Step, links: &Links) -> Result<Option<String>, Refusal> {
        let theirs = |at: Ref| abroad(at, links);
        self.done += 1;
        match step {
            Step::Create(thing) => self.create(&thing.renamed(&theirs)).map(Some),
            Step::Update(thing) => self.update(thing.renamed(&theirs)).map(|()| None),
            Step::Delete(at) => self.delete(&self.at_home(at, links)).map(|()| None),
        }
    }

    /// What it has, as it lists it.
    pub(crate) fn list(&self) -> Known {
        let centre = Centre::from(self.rows.values().map(|(_, thing)| thing.clone()).collect::<Vec<_>>());
        let mut links = Links::default();
        for (at, (id, _)) in &self.rows {
            links.link(at.clone(), id.clone());
        }
        Known { centre, links }
    }

    fn create(&mut self, thing: &Thing) -> Result<String, Refusal> {
        self.given += 1;
        self.made += 1;
        let id = format!("{:?}_{}", thing.at().kind(), self.given);
        let thing = thing.renamed(&|at| if at == thing.at() { named(&at, &id) } else { at });
        if self.rows.contains_key(&thing.at()) {
            return Err(Refusal::Exists(thing.at()));
        }
        self.mind(&thing)?;
        if let Thing::Node(node) = &thing {
            let root = Thing::from(Root { menu: node.menu.clone(), node: node.id.clone() });
            self.rows.entry(root.at()).or_insert((String::new(), root));
        }
        self.rows.insert(thing.at(), (id.clone(), thing));
        Ok(id)
    }

    fn update(&mut self, thing: Thing) -> Result<(), Refusal> {
        self.mind(&thing)?;
        // The addresses are always there, and so is the place for a menu's beginning.
        let is_there = matches!(thing.at().kind(), Kind::Settings | Kind::Root);
        match self.rows.get_mut(&thing.at()) {
            Some((_, row)) => *row = thing,
            None if is_there => drop(self.rows.insert(thing.at(), (String::new(), thing))),
            None => return Err(Refusal::Unknown(thing.at())),
        }
        Ok(())
    }

    fn delete(&mut self, at: &Ref) -> Result<(), Refusal> {
        if let Ref::Node(node) = at {
            self.rows.retain(|_, (_, row)| !matches!(row, Thing::Root(root) if root.node == *node));
        }
        if self.rows.values().any(|(_, row)| row.needs().contains(at)) {
            return Err(Refusal::Needed(at.clone()));
        }
        self.rows.remove(at).map(drop).ok_or_else(|| Refusal::Unknown(at.clone()))
    }

    /// What is called this by us: by the id of its own, or else by those of its parts.
    fn at_home(&self, at: &Ref, links: &Links) -> Ref {
        let id = links.id(at).ok().filter(|id| !id.is_empty());
        let row = id.and_then(|id| self.rows.iter().find(|(_, (row, _))| row == id));
        row.map_or_else(|| at_abroad(at, links), |(at, _)| at.clone())
    }

    fn mind(&self, thing: &Thing) -> Result<(), Refusal> {
        match thing.needs().into_iter().find(|need| !self.rows.contains_key(need)) {
            Some(missing) => Err(Refusal::LeadsNowhere(missing)),
            None => Ok(()),
        }
    }

    /// Somebody changes or removes something elsewhere. What is listed by what it is part of goes with that; whatever
    /// else leads there leads nowhere.
    pub(crate) fn meddle(&mut self, which: usize) {
        let at = self.rows.keys().nth(which % self.rows.len().max(1)).cloned();
        let Some((id, thing)) = at.and_then(|at| self.rows.get(&at).cloned()) else { return };
        match thing {
            Thing::Group(mut group) if !which.is_multiple_of(3) => {
                group.name.push_str(" (sửa)");
                self.rows.insert(Ref::Group(group.id.clone()), (id, group.into()));
            }
            Thing::Queue(mut queue) if !which.is_multiple_of(3) => {
                queue.answer_seconds += 1;
                self.rows.insert(Ref::Queue(queue.id.clone()), (id, queue.into()));
            }
            Thing::Root(_) | Thing::Settings(_) => {}
            other => self.lose(&last_of(other.at(), &self.rows)),
        }
    }

    fn lose(&mut self, at: &Ref) {
        self.rows.remove(at);
        let is_listed_by = |thing: &Thing| thing.belongs_to().first() == Some(at);
        let begins_there = |thing: &Thing| matches!(thing, Thing::Root(_)) && thing.needs().contains(at);
        let parts = self.rows.values().filter(|(_, thing)| is_listed_by(thing) || begins_there(thing));
        for part in parts.map(|(_, thing)| thing.at()).collect::<Vec<_>>() {
            self.lose(&part);
        }
    }
}

/// Of two that are called the same the second, for the first would be the only one then, and be called the first.
fn last_of(at: Ref, rows: &BTreeMap<Ref, (String, Thing)>) -> Ref {
    let second = match at.clone() {
        Ref::Key { node, press, .. } => Ref::Key { node, press, nth: 1 },
        Ref::Route { queue, group, .. } => Ref::Route { queue, group, nth: 1 },
        other => other,
    };
    if rows.contains_key(&second) { second } else { at }
}

/// Our name for a thing in the provider's words.
fn abroad(at: Ref, links: &Links) -> Ref {
    match links.id(&at) {
        Ok(id) => named(&at, id),
        Err(_) => at,
    }
}

fn named(at: &Ref, id: &str) -> Ref {
    match at {
        Ref::Group(_) => Ref::Group(GroupId::new(id)),
        Ref::Queue(_) => Ref::Queue(QueueId::new(id)),
        Ref::Menu(_) => Ref::Menu(MenuId::new(id)),
        Ref::Node(_) => Ref::Node(NodeId::new(id)),
        other => other.clone(),
    }
}

fn at_abroad(at: &Ref, links: &Links) -> Ref {
    let id = |at: Ref| links.id(&at).map(str::to_owned).unwrap_or_default();
    match at.clone() {
        Ref::Member { group, seat } => Ref::Member { group: GroupId::new(id(Ref::Group(group))), seat },
        Ref::Route { queue, group, nth } => {
            Ref::Route { queue: QueueId::new(id(Ref::Queue(queue))), group: GroupId::new(id(Ref::Group(group))), nth }
        }
        Ref::Root(menu) => Ref::Root(MenuId::new(id(Ref::Menu(menu)))),
        Ref::Key { node, press, nth } => Ref::Key { node: NodeId::new(id(Ref::Node(node))), press, nth },
        other => abroad(other, links),
    }
}

//! What calls come to.

use crate::centre::{Centre, Ref, Thing};
use std::collections::{BTreeMap, BTreeSet};

/// What calls come to, from our numbers on.
pub(super) struct Usage(BTreeSet<Ref>);

impl Usage {
    pub(super) fn of(centre: &Centre) -> Self {
        let ways = ways(centre);
        let mut used = BTreeSet::new();
        let mut next: Vec<Ref> = centre.hotlines().map(|hotline| Ref::Hotline(hotline.number.clone())).collect();
        while let Some(at) = next.pop() {
            next.extend(ways.get(&at).into_iter().flatten().cloned());
            used.insert(at.clone());
            next.retain(|to| !used.contains(to));
        }
        Self(used)
    }

    /// Whether calls come to a thing; to a key, a route or a beginning where they come to what it is part of.
    pub(super) fn takes_calls(&self, at: &Ref) -> bool {
        match at {
            Ref::Key { node, .. } => self.0.contains(&Ref::Node(node.clone())),
            Ref::Route { queue, .. } => self.0.contains(&Ref::Queue(queue.clone())),
            Ref::Root(menu) => self.0.contains(&Ref::Menu(menu.clone())),
            Ref::Member { group, .. } => self.0.contains(&Ref::Group(group.clone())),
            at => self.0.contains(at),
        }
    }
}

/// Where calls go from where.
fn ways(centre: &Centre) -> BTreeMap<Ref, Vec<Ref>> {
    let mut ways: BTreeMap<Ref, Vec<Ref>> = BTreeMap::new();
    for thing in centre.things() {
        let way = match thing {
            Thing::Hotline(it) => it.leads_to().map(|to| (thing.at(), to)),
            Thing::Root(it) => Some((Ref::Menu(it.menu.clone()), Ref::Node(it.node.clone()))),
            Thing::Key(it) => it.action.leads_to().map(|to| (Ref::Node(it.node.clone()), to)),
            Thing::Route(it) => Some((Ref::Queue(it.queue.clone()), Ref::Group(it.group.clone()))),
            Thing::Member(it) => Some((Ref::Group(it.group.clone()), Ref::Agent(it.seat.clone()))),
            _ => None,
        };
        if let Some((from, to)) = way {
            ways.entry(from).or_default().push(to);
        }
    }
    ways
}

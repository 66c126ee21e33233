//! What is wrong with menus.

use super::{Check, Flaw};
use crate::centre::{Action, Centre, Key, Menu, Node, Press, Prompt, Ref};
use crate::ids::NodeId;
use std::collections::{BTreeMap, BTreeSet};

/// Which places lead to which.
type Ways<'a> = BTreeMap<&'a NodeId, BTreeSet<&'a NodeId>>;

impl Check<'_> {
    pub(super) fn menus(&mut self) {
        for menu in self.centre.menus() {
            self.menu(menu);
        }
        for node in self.centre.nodes() {
            self.node(node);
        }
        for key in self.centre.keys() {
            self.key(key);
        }
        self.unreachable();
        self.no_way_out();
    }

    fn menu(&mut self, menu: &Menu) {
        let at = Ref::Menu(menu.id.clone());
        self.unused(at.clone());
        if self.centre.nodes_of(&menu.id).is_empty() {
            self.found(at, Flaw::Empty);
        } else if self.centre.root(&menu.id).is_none() {
            self.found(at, Flaw::NoBeginning);
        }
    }

    fn node(&mut self, node: &Node) {
        let at = Ref::Node(node.id.clone());
        match &node.prompt {
            Prompt::Voice { text, .. } if text.trim().is_empty() => self.error(at.clone(), Flaw::SaysNothing),
            Prompt::File { file } if file.is_empty() => self.error(at.clone(), Flaw::SaysNothing),
            Prompt::File { file } => self.file(&at, Some(file)),
            Prompt::Voice { .. } => {}
        }
        let presses: BTreeSet<Press> = self.centre.keys_of(&node.id).map(|key| key.press).collect();
        if presses.is_empty() {
            self.found(at, Flaw::DeadEnd);
        } else if !presses.contains(&Press::Nothing) {
            self.warning(at, Flaw::SilenceEndsCall);
        }
    }

    fn key(&mut self, key: &Key) {
        let at = Ref::Key { node: key.node.clone(), press: key.press, nth: key.nth };
        if key.nth > 0 {
            self.error(at.clone(), Flaw::KeyTwice { press: key.press });
        }
        match &key.action {
            Action::Forward { to, caller_id } => {
                if caller_id.is_none() {
                    self.error(at.clone(), Flaw::NoCallerId);
                }
                self.caller_id(&at, caller_id.as_ref());
                if self.centre.hotline(to).is_some() {
                    self.warning(at, Flaw::ForwardsToUs { number: to.clone() });
                }
            }
            Action::Next { node } => {
                let menu = |node: &NodeId| self.centre.node(node).map(|node| node.menu.clone());
                if menu(node).is_some_and(|there| menu(&key.node) != Some(there)) {
                    self.warning(at, Flaw::OtherMenu);
                }
            }
            Action::Unknown { .. } => self.warning(at, Flaw::UnknownAction),
            Action::Queue { .. } | Action::Stop => {}
        }
    }

    /// Places to which no menu leads from where it begins.
    fn unreachable(&mut self) {
        let roots = self.centre.menus().filter_map(|menu| self.centre.root(&menu.id));
        let reached = spread(roots, &ways(self.centre));
        for node in self.centre.nodes().filter(|node| !reached.contains(&node.id)) {
            self.warning(Ref::Node(node.id.clone()), Flaw::Unreachable);
        }
    }

    /// Places whose keys only ever lead to each other.
    fn no_way_out(&mut self) {
        for nodes in trapped(self.centre) {
            let takes_calls = |node: &&NodeId| self.usage.takes_calls(&Ref::Node((*node).clone()));
            if let Some(entry) = nodes.iter().find(takes_calls).or(nodes.first()) {
                self.found(Ref::Node(entry.clone()), Flaw::NoWayOut { nodes: nodes.clone() });
            }
        }
    }
}

/// Which place's keys lead to which places.
fn ways(centre: &Centre) -> Ways<'_> {
    let mut ways = Ways::new();
    for key in centre.keys() {
        if let Action::Next { node } = &key.action {
            ways.entry(&key.node).or_default().insert(node);
        }
    }
    ways
}

/// The places from which no key leads on, in the end; those that hang together in one list.
fn trapped(centre: &Centre) -> Vec<Vec<NodeId>> {
    // Without keys it is a dead end, and what is not there is missing: both are said of their own.
    let leads_on = |key: &Key| !matches!(&key.action, Action::Next { node } if centre.node(node).is_some());
    let ends = |node: &&Node| centre.keys_of(&node.id).next().is_none() || centre.keys_of(&node.id).any(leads_on);
    let mut ways = ways(centre);
    let backwards = reversed(&ways);
    let free = spread(centre.nodes().filter(ends).map(|node| &node.id), &backwards);
    let mut left: BTreeSet<&NodeId> = centre.nodes().map(|node| &node.id).filter(|node| !free.contains(node)).collect();
    for (from, to) in backwards {
        ways.entry(from).or_default().extend(to);
    }
    let mut found = Vec::new();
    while let Some(first) = left.first() {
        let together: BTreeSet<&NodeId> = spread([*first], &ways).intersection(&left).copied().collect();
        left.retain(|node| !together.contains(node));
        found.push(together.into_iter().cloned().collect());
    }
    found
}

/// Everything that can be come to.
fn spread<'a>(from: impl IntoIterator<Item = &'a NodeId>, ways: &Ways<'a>) -> BTreeSet<&'a NodeId> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&NodeId> = from.into_iter().collect();
    while let Some(node) = next.pop() {
        if reached.insert(node) {
            next.extend(ways.get(node).into_iter().flatten());
        }
    }
    reached
}

fn reversed<'a>(ways: &Ways<'a>) -> Ways<'a> {
    let mut backwards = Ways::new();
    for (from, to) in ways {
        for node in to {
            backwards.entry(node).or_default().insert(from);
        }
    }
    backwards
}

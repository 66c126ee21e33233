//! A whole set-up.

use super::{
    Action, Agent, Blocked, CallSettings, Group, Hotline, Key, Member, Menu, Node, Press, Queue, Rank, Ref, Root,
    Route, SipAccount, Step, Thing,
};
use crate::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A whole set-up: a draft, a published version, or what the provider has. It may be wrong in any way.
/// Written down, it is a list of things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Thing>", into = "Vec<Thing>")]
pub struct Centre(BTreeMap<Ref, Thing>);

impl Default for Centre {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl From<Vec<Thing>> for Centre {
    fn from(things: Vec<Thing>) -> Self {
        let settings = Thing::Settings(CallSettings::default());
        Self([settings].into_iter().chain(things).map(|thing| (thing.at(), thing)).collect())
    }
}

impl From<Centre> for Vec<Thing> {
    fn from(centre: Centre) -> Self {
        centre.0.into_values().collect()
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident: $kind:ident($inner:ty)),* $(,)?) => {
        impl Centre {
            $($(#[$doc])*
            pub fn $list(&self) -> impl Iterator<Item = &$inner> {
                self.things().filter_map(|thing| match thing {
                    Thing::$kind(it) => Some(it),
                    _ => None,
                })
            })*
        }
    };
}

lists! {
    /// Every group.
    groups: Group(Group),
    /// Every agent.
    agents: Agent(Agent),
    /// Who is in which group.
    members: Member(Member),
    /// Every queue.
    queues: Queue(Queue),
    /// Which group serves which queue.
    routes: Route(Route),
    /// Every menu.
    menus: Menu(Menu),
    /// Every place of every menu.
    nodes: Node(Node),
    /// Every key of every place.
    keys: Key(Key),
    /// Every number of ours.
    hotlines: Hotline(Hotline),
    /// Every SIP telephone's account.
    sip_accounts: Sip(SipAccount),
    /// Every number that may not call.
    blocked: Blocked(Blocked),
}

macro_rules! each_one {
    ($($(#[$doc:meta])* $one:ident($id:ty): $kind:ident($inner:ty)),* $(,)?) => {
        impl Centre {
            $($(#[$doc])*
            pub fn $one(&self, id: &$id) -> Option<&$inner> {
                match self.get(&Ref::$kind(id.clone()))? {
                    Thing::$kind(it) => Some(it),
                    _ => None,
                }
            })*
        }
    };
}

each_one! {
    /// The group of this id.
    group(GroupId): Group(Group),
    /// The agent of this seat.
    agent(Seat): Agent(Agent),
    /// The queue of this id.
    queue(QueueId): Queue(Queue),
    /// The menu of this id.
    menu(MenuId): Menu(Menu),
    /// The place of this id.
    node(NodeId): Node(Node),
    /// Our number of these digits.
    hotline(super::Digits): Hotline(Hotline),
}

impl Centre {
    /// Everything, in the order of [`Ref`].
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.0.values()
    }

    /// Everything's name, in order.
    pub fn refs(&self) -> impl DoubleEndedIterator<Item = &Ref> {
        self.0.keys()
    }

    /// The thing that is called this.
    pub fn get(&self, at: &Ref) -> Option<&Thing> {
        self.0.get(at)
    }

    /// Whether there is such a thing.
    pub fn has(&self, at: &Ref) -> bool {
        self.0.contains_key(at)
    }

    /// The addresses that the provider calls.
    pub fn settings(&self) -> CallSettings {
        match self.get(&Ref::Settings) {
            Some(Thing::Settings(settings)) => settings.clone(),
            _ => CallSettings::default(),
        }
    }

    /// With which place a menu begins.
    pub fn root(&self, menu: &MenuId) -> Option<&NodeId> {
        match self.get(&Ref::Root(menu.clone()))? {
            Thing::Root(root) => Some(&root.node),
            _ => None,
        }
    }

    /// The places of a menu, the first one first.
    pub fn nodes_of(&self, menu: &MenuId) -> Vec<&Node> {
        let root = self.root(menu);
        let mut nodes: Vec<&Node> = self.nodes().filter(|node| node.menu == *menu).collect();
        nodes.sort_by_key(|node| root != Some(&node.id));
        nodes
    }

    /// The keys of a place, in the order of [`Press`].
    pub fn keys_of(&self, node: &NodeId) -> impl Iterator<Item = &Key> {
        let from = Ref::Key { node: node.clone(), press: Press::Zero, nth: 0 };
        let to = Ref::Key { node: node.clone(), press: Press::Other, nth: u8::MAX };
        self.0.range(from..=to).filter_map(|(_, thing)| match thing {
            Thing::Key(key) => Some(key),
            _ => None,
        })
    }

    /// Who is in a group, by seat.
    pub fn members_of(&self, group: &GroupId) -> impl Iterator<Item = &Seat> {
        self.members().filter(move |member| member.group == *group).map(|member| &member.seat)
    }

    /// The groups that serve a queue, primary ones first.
    pub fn routes_of(&self, queue: &QueueId) -> Vec<&Route> {
        let mut routes: Vec<&Route> = self.routes().filter(|route| route.queue == *queue).collect();
        routes.sort_by_key(|route| route.rank);
        routes
    }

    /// Everything that leads to a thing, besides its own parts.
    pub fn leading_to(&self, at: &Ref) -> Vec<&Thing> {
        self.things().filter(|thing| thing.leads_to().contains(at)).collect()
    }

    /// Adds a thing, or changes the one that is called the same.
    pub fn put(&mut self, thing: impl Into<Thing>) {
        let thing = thing.into();
        self.0.insert(thing.at(), thing);
    }

    /// Gives a place these keys and no others, in this order where one is there several times.
    pub fn set_keys(&mut self, node: &NodeId, keys: Vec<(Press, Action)>) {
        self.0.retain(|_, thing| !matches!(thing, Thing::Key(key) if key.node == *node));
        for (press, action) in keys {
            let nth = |nth| Ref::Key { node: node.clone(), press, nth };
            if let Some(nth) = (0..=u8::MAX).find(|at| !self.has(&nth(*at))) {
                self.put(Key { node: node.clone(), press, nth, action });
            }
        }
    }

    /// Lets these groups serve a queue and no others.
    pub fn set_routes(&mut self, queue: &QueueId, groups: Vec<(GroupId, Rank)>) {
        self.0.retain(|_, thing| !matches!(thing, Thing::Route(route) if route.queue == *queue));
        for (group, rank) in groups {
            let nth = |nth| Ref::Route { queue: queue.clone(), group: group.clone(), nth };
            if let Some(nth) = (0..=u8::MAX).find(|at| !self.has(&nth(*at))) {
                self.put(Route { queue: queue.clone(), group, nth, rank });
            }
        }
    }

    /// Puts these agents into a group and no others.
    pub fn set_members(&mut self, group: &GroupId, seats: impl IntoIterator<Item = Seat>) {
        self.0.retain(|_, thing| !matches!(thing, Thing::Member(member) if member.group == *group));
        for seat in seats {
            self.put(Member { group: group.clone(), seat });
        }
    }

    /// Takes a thing out with all its parts. What leads to it stays, and leads nowhere then.
    pub fn remove(&mut self, at: &Ref) {
        let mut gone = vec![at.clone()];
        while let Some(at) = gone.pop() {
            let parts = self.0.iter().filter(|(_, thing)| thing.belongs_to().contains(&at));
            gone.extend(parts.map(|(part, _)| part.clone()).collect::<Vec<_>>());
            self.take(&at);
        }
    }

    /// Takes out a thing alone.
    pub(super) fn take(&mut self, at: &Ref) {
        self.0.remove(at);
        if *at == Ref::Settings {
            self.put(CallSettings::default());
        }
    }

    /// Does a step as the provider does it: a menu begins with the first place that is made in it, and with none once
    /// that place is gone.
    pub fn apply(&mut self, step: &Step) {
        match step {
            Step::Create(thing) => {
                if let Thing::Node(node) = thing
                    && self.root(&node.menu).is_none()
                {
                    self.put(Root { menu: node.menu.clone(), node: node.id.clone() });
                }
                self.put(thing.clone());
            }
            Step::Update(thing) => self.put(thing.clone()),
            Step::Delete(Ref::Node(node)) => {
                self.0.retain(|_, thing| !matches!(thing, Thing::Root(root) if root.node == *node));
                self.take(&Ref::Node(node.clone()));
            }
            Step::Delete(at) => self.take(at),
        }
    }
}

//! One part of a set-up, whatever it is.

use super::{
    Action, Agent, Blocked, CallSettings, Group, Hotline, Key, Member, Menu, Node, Queue, Ref, Root, Route, SipAccount,
};
use serde::{Deserialize, Serialize};

macro_rules! things {
    ($($(#[$doc:meta])* $name:ident($inner:ty)),* $(,)?) => {
        /// One part of a set-up.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Thing {
            $($(#[$doc])* $name($inner)),*
        }

        $(impl From<$inner> for Thing {
            fn from(inner: $inner) -> Self {
                Self::$name(inner)
            }
        })*
    };
}

things! {
    /// A group.
    Group(Group),
    /// An agent.
    Agent(Agent),
    /// An agent's place in a group.
    Member(Member),
    /// A queue.
    Queue(Queue),
    /// That a group serves a queue.
    Route(Route),
    /// A menu.
    Menu(Menu),
    /// A place in a menu.
    Node(Node),
    /// With which place a menu begins.
    Root(Root),
    /// A key at a place.
    Key(Key),
    /// One of our numbers.
    Hotline(Hotline),
    /// A SIP telephone's account.
    Sip(SipAccount),
    /// A number that may not call.
    Blocked(Blocked),
    /// The addresses that the provider calls.
    Settings(CallSettings),
}

impl Thing {
    /// What it is called by.
    pub fn at(&self) -> Ref {
        match self {
            Self::Group(it) => Ref::Group(it.id.clone()),
            Self::Agent(it) => Ref::Agent(it.seat.clone()),
            Self::Member(it) => Ref::Member { group: it.group.clone(), seat: it.seat.clone() },
            Self::Queue(it) => Ref::Queue(it.id.clone()),
            Self::Route(it) => Ref::Route { queue: it.queue.clone(), group: it.group.clone(), nth: it.nth },
            Self::Menu(it) => Ref::Menu(it.id.clone()),
            Self::Node(it) => Ref::Node(it.id.clone()),
            Self::Root(it) => Ref::Root(it.menu.clone()),
            Self::Key(it) => Ref::Key { node: it.node.clone(), press: it.press, nth: it.nth },
            Self::Hotline(it) => Ref::Hotline(it.number.clone()),
            Self::Sip(it) => Ref::Sip(it.user.clone()),
            Self::Blocked(it) => Ref::Blocked(it.number.clone()),
            Self::Settings(_) => Ref::Settings,
        }
    }

    /// What it is part of: it goes when one of these goes.
    pub fn belongs_to(&self) -> Vec<Ref> {
        match self {
            Self::Member(it) => vec![Ref::Group(it.group.clone()), Ref::Agent(it.seat.clone())],
            Self::Route(it) => vec![Ref::Queue(it.queue.clone()), Ref::Group(it.group.clone())],
            Self::Node(it) => vec![Ref::Menu(it.menu.clone())],
            Self::Root(it) => vec![Ref::Menu(it.menu.clone()), Ref::Node(it.node.clone())],
            Self::Key(it) => vec![Ref::Node(it.node.clone())],
            _ => Vec::new(),
        }
    }

    /// What it leads to besides: that must be there too.
    pub fn leads_to(&self) -> Vec<Ref> {
        match self {
            Self::Key(it) => match &it.action {
                Action::Queue { queue } => vec![Ref::Queue(queue.clone())],
                Action::Next { node } => vec![Ref::Node(node.clone())],
                Action::Forward { .. } | Action::Stop | Action::Unknown { .. } => Vec::new(),
            },
            Self::Hotline(it) => {
                let menu = it.menu.clone().map(Ref::Menu);
                menu.into_iter().chain(it.queue.clone().map(Ref::Queue)).collect()
            }
            Self::Sip(it) => it.seat.clone().map(Ref::Agent).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Everything that must be there before it.
    pub fn needs(&self) -> Vec<Ref> {
        let mut needs = self.belongs_to();
        needs.extend(self.leads_to());
        needs
    }
}

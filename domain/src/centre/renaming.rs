//! The same thing under other ids.

use super::{Action, Kind, Ref, Thing};
use crate::ids::{GroupId, MenuId, NodeId, QueueId};

impl Ref {
    /// The id of a thing that could have any other.
    pub(super) fn opaque(&self) -> Option<&str> {
        match self {
            Self::Group(id) => Some(id.as_str()),
            Self::Queue(id) => Some(id.as_str()),
            Self::Menu(id) => Some(id.as_str()),
            Self::Node(id) => Some(id.as_str()),
            _ => None,
        }
    }

    /// The same, of a slightly different id; anything else is itself.
    pub(super) fn varied(&self) -> Self {
        let id = self.opaque().map(|id| format!("{id}'")).unwrap_or_default();
        match self {
            Self::Group(_) => Self::Group(GroupId::new(id)),
            Self::Queue(_) => Self::Queue(QueueId::new(id)),
            Self::Menu(_) => Self::Menu(MenuId::new(id)),
            Self::Node(_) => Self::Node(NodeId::new(id)),
            _ => self.clone(),
        }
    }

    /// Called after what its parts are called.
    pub(super) fn renamed(self, own: &impl Fn(Self) -> Self) -> Self {
        match self {
            Self::Member { mut group, seat } => {
                rename_group(&mut group, own);
                Self::Member { group, seat }
            }
            Self::Route { mut queue, mut group, nth } => {
                rename_queue(&mut queue, own);
                rename_group(&mut group, own);
                Self::Route { queue, group, nth }
            }
            Self::Root(mut menu) => {
                rename_menu(&mut menu, own);
                Self::Root(menu)
            }
            Self::Key { mut node, press, nth } => {
                rename_node(&mut node, own);
                Self::Key { node, press, nth }
            }
            other => own(other),
        }
    }
}

impl Thing {
    /// The same thing with every group, queue, menu and place called as `own` says.
    pub fn renamed(&self, own: &impl Fn(Ref) -> Ref) -> Self {
        let mut thing = self.clone();
        match &mut thing {
            Self::Group(it) => rename_group(&mut it.id, own),
            Self::Member(it) => rename_group(&mut it.group, own),
            Self::Queue(it) => rename_queue(&mut it.id, own),
            Self::Route(it) => {
                rename_queue(&mut it.queue, own);
                rename_group(&mut it.group, own);
            }
            Self::Menu(it) => rename_menu(&mut it.id, own),
            Self::Node(it) => {
                rename_node(&mut it.id, own);
                rename_menu(&mut it.menu, own);
            }
            Self::Root(it) => {
                rename_menu(&mut it.menu, own);
                rename_node(&mut it.node, own);
            }
            Self::Key(it) => {
                rename_node(&mut it.node, own);
                match &mut it.action {
                    Action::Queue { queue } => rename_queue(queue, own),
                    Action::Next { node } => rename_node(node, own),
                    Action::Forward { .. } | Action::Stop | Action::Unknown { .. } => {}
                }
            }
            Self::Hotline(it) => {
                it.menu.iter_mut().for_each(|menu| rename_menu(menu, own));
                it.queue.iter_mut().for_each(|queue| rename_queue(queue, own));
            }
            Self::Agent(_) | Self::Sip(_) | Self::Blocked(_) | Self::Settings(_) => {}
        }
        thing
    }

    /// By what people know a thing that has an id of its own: its kind and name, and the menu it is in.
    pub(super) fn name(&self) -> Option<(Kind, Option<MenuId>, String)> {
        match self {
            Self::Group(it) => Some((Kind::Group, None, it.name.clone())),
            Self::Queue(it) => Some((Kind::Queue, None, it.name.clone())),
            Self::Menu(it) => Some((Kind::Menu, None, it.name.clone())),
            Self::Node(it) => Some((Kind::Node, Some(it.menu.clone()), it.name.clone())),
            _ => None,
        }
    }
}

fn rename_group(id: &mut GroupId, own: &impl Fn(Ref) -> Ref) {
    if let Ref::Group(new) = own(Ref::Group(id.clone())) {
        *id = new;
    }
}

fn rename_queue(id: &mut QueueId, own: &impl Fn(Ref) -> Ref) {
    if let Ref::Queue(new) = own(Ref::Queue(id.clone())) {
        *id = new;
    }
}

fn rename_menu(id: &mut MenuId, own: &impl Fn(Ref) -> Ref) {
    if let Ref::Menu(new) = own(Ref::Menu(id.clone())) {
        *id = new;
    }
}

fn rename_node(id: &mut NodeId, own: &impl Fn(Ref) -> Ref) {
    if let Ref::Node(new) = own(Ref::Node(id.clone())) {
        *id = new;
    }
}

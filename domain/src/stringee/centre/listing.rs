//! Everything that a project has set up, asked for list by list and page by page.

use super::rows;
use super::{list_page, text};
use crate::centre::{Known, Ref, Root, Thing};
use crate::ids::{GroupId, MenuId, NodeId, QueueId, Seat};
use crate::telephone::TelephoneProblem;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};

/// The most rows on a page: what the services give when nothing is said.
const PAGE: usize = 50;

/// A list that the contact centre has.
#[derive(Clone, Debug)]
enum List {
    Agents,
    Groups,
    Members(GroupId),
    Queues,
    Routes(QueueId),
    Menus,
    Nodes(MenuId),
    Keys(NodeId),
    Hotlines,
    Blocked,
    SipAccounts,
    Settings,
}

/// What was listed so far, and what is to be asked next. Counts may come as text, flags as numbers; rows that make no
/// sense are passed over.
#[derive(Clone, Debug)]
pub struct Listing {
    project: i64,
    left: VecDeque<List>,
    page: usize,
    known: Known,
    /// Agents' seats by the ids of their rows.
    seats: BTreeMap<String, Seat>,
    /// Where menus begin: the places are listed later.
    roots: Vec<Root>,
}

impl Listing {
    /// Nothing is known yet.
    pub fn new(project: i64) -> Self {
        let left = [List::Agents, List::Groups, List::Queues, List::Menus];
        let rest = [List::Hotlines, List::Blocked, List::SipAccounts, List::Settings];
        Self {
            project,
            left: left.into_iter().chain(rest).collect(),
            page: 1,
            known: Known::default(),
            seats: BTreeMap::new(),
            roots: Vec::new(),
        }
    }

    /// What is to be asked next, below the contact centre's address; `None` when everything is known.
    pub fn next(&self) -> Option<String> {
        let list = self.left.front()?;
        let page = format!("page={}&limit={PAGE}", self.page);
        Some(match list {
            List::Settings => format!("/v1/{}", list.path()),
            List::Members(id) => format!("/v1/{}?group={id}&{page}", list.path()),
            List::Routes(id) => format!("/v1/{}?queue={id}&{page}", list.path()),
            List::Nodes(id) => format!("/v1/{}?tree={id}&{page}", list.path()),
            List::Keys(id) => format!("/v1/{}?node={id}&{page}", list.path()),
            _ => format!("/v1/{}?{page}", list.path()),
        })
    }

    /// The answer to that.
    ///
    /// # Errors
    /// An answer that is no list: it must not be taken for a project that has nothing.
    pub fn take(&mut self, answer: &Value) -> Result<(), TelephoneProblem> {
        let Some(list) = self.left.front().cloned() else { return Ok(()) };
        if matches!(list, List::Settings) {
            let settings = answer.get("callSetting").ok_or(TelephoneProblem::Unintelligible)?;
            self.known.centre.put(rows::settings(settings));
            self.skip();
            return Ok(());
        }
        let (found, pages) = list_page(answer, list.key())?;
        let known = self.known.centre.refs().count();
        for row in &found {
            self.take_row(&list, row);
        }
        let is_told_of_more = i64::try_from(self.page).is_ok_and(|page| page < pages);
        // Where the number of pages is not told, a full one with something new on it may not be the last.
        let may_go_on = found.len() >= PAGE && self.known.centre.refs().count() > known;
        if !found.is_empty() && (is_told_of_more || may_go_on) {
            self.page += 1;
        } else {
            self.skip();
        }
        Ok(())
    }

    /// The list that was asked for cannot be had: the project is taken to have nothing of it.
    pub fn skip(&mut self) {
        self.left.pop_front();
        self.page = 1;
    }

    /// What the project has, by the contact centre's own ids.
    pub fn finish(mut self) -> Known {
        let is_there = |root: &Root| self.known.centre.node(&root.node).is_some_and(|node| node.menu == root.menu);
        let roots: Vec<Root> = self.roots.iter().filter(|root| is_there(root)).cloned().collect();
        roots.into_iter().for_each(|root| self.known.centre.put(root));
        self.known
    }

    fn take_row(&mut self, list: &List, row: &Value) {
        let Some(thing) = self.thing(list, row) else { return };
        let at = thing.at();
        if self.known.centre.has(&at) {
            return;
        }
        match &thing {
            Thing::Agent(agent) => {
                let id = text(row.get("id")).unwrap_or_default();
                self.seats.insert(id, agent.seat.clone());
            }
            Thing::Group(group) => self.left.push_back(List::Members(group.id.clone())),
            Thing::Queue(queue) => self.left.push_back(List::Routes(queue.id.clone())),
            Thing::Menu(menu) => {
                let begins = text(row.get("root_node")).map(NodeId::new);
                self.roots.extend(begins.map(|node| Root { menu: menu.id.clone(), node }));
                self.left.push_back(List::Nodes(menu.id.clone()));
            }
            Thing::Node(node) => self.left.push_back(List::Keys(node.id.clone())),
            _ => {}
        }
        if let Some(id) = text(row.get(list.id())) {
            self.known.links.link(at, id);
        }
        self.known.centre.put(thing);
    }

    fn thing(&mut self, list: &List, row: &Value) -> Option<Thing> {
        match list {
            List::Agents => rows::agent(row).map(Thing::from),
            List::Groups => rows::group(row).map(Thing::from),
            List::Members(group) => self.member(group, row),
            List::Queues => rows::queue(row).map(Thing::from),
            List::Routes(queue) => {
                let group = GroupId::new(text(row.get("group_id"))?);
                let at = |nth| Ref::Route { queue: queue.clone(), group: group.clone(), nth };
                rows::route(row, queue, self.free(at)?).map(Thing::from)
            }
            List::Menus => rows::menu(row).map(Thing::from),
            List::Nodes(menu) => rows::node(row, menu).map(Thing::from),
            List::Keys(node) => {
                let press = super::words::press(&text(row.get("node_key"))?)?;
                let at = |nth| Ref::Key { node: node.clone(), press, nth };
                rows::key(row, node, press, self.free(at)?).map(Thing::from)
            }
            List::Hotlines => rows::hotline(row).map(Thing::from),
            List::Blocked => rows::blocked(row).map(Thing::from),
            List::SipAccounts => rows::sip_account(row, self.project).map(Thing::from),
            List::Settings => None,
        }
    }

    /// Where the same key, or the same group, is there several times they are counted.
    fn free(&self, at: impl Fn(u8) -> Ref) -> Option<u8> {
        (0..=u8::MAX).find(|nth| !self.known.centre.has(&at(*nth)))
    }

    /// An agent who is not listed is called by the id of the row, so that it can be taken out of the group.
    fn member(&mut self, group: &GroupId, row: &Value) -> Option<Thing> {
        let id = text(row.get("agent_id"))?;
        let seat = self.seats.get(&id).cloned().unwrap_or_else(|| {
            let seat = Seat::new(&id);
            self.known.links.link(Ref::Agent(seat.clone()), &id);
            seat
        });
        Some(crate::centre::Member { group: group.clone(), seat }.into())
    }
}

impl List {
    /// The service's name.
    fn path(&self) -> &'static str {
        match self {
            Self::Agents => "agent",
            Self::Groups => "group",
            Self::Members(_) => "manage-agents-in-group",
            Self::Queues => "queue",
            Self::Routes(_) => "routing-call-to-groups",
            Self::Menus => "ivrtree",
            Self::Nodes(_) => "ivrnode",
            Self::Keys(_) => "ivrkeypress",
            Self::Hotlines => "number",
            Self::Blocked => "blacklistnumber",
            Self::SipAccounts => "ipphonecommon",
            Self::Settings => "callsettings",
        }
    }

    /// Where the rows are in an answer.
    fn key(&self) -> &'static str {
        match self {
            Self::Agents => "agents",
            Self::Groups => "groups",
            Self::Members(_) => "groupAgents",
            Self::Queues => "queues",
            Self::Routes(_) => "groupRoutings",
            Self::Menus => "ivrTrees",
            Self::Nodes(_) => "ivrNodes",
            Self::Keys(_) => "ivrNodeKeys",
            Self::Hotlines => "numbers",
            Self::Blocked => "blacklistNumbers",
            Self::SipAccounts => "rows",
            Self::Settings => "",
        }
    }

    /// By what a row is changed.
    fn id(&self) -> &'static str {
        match self {
            Self::Members(_) => "",
            Self::SipAccounts => "user_name",
            _ => "id",
        }
    }
}

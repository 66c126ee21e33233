//! Each kind of row: its address, its names, what it must keep to.

use super::super::Stringee;
use super::super::centre::Centre;
use super::super::centre::setup::{
    Agent, Blocked, Group, Key, Member, Node, Number, Queue, Routing, Setup, Table, Tree,
};
use super::tables::{Refused, Row};
use super::{answer, misshapen};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

/// Refused because of a field.
fn wrong(why: &'static str) -> Result<(), Refused> {
    Err((1, why, Value::Null))
}

/// Refused unless this is so.
fn must(good: bool, why: &'static str) -> Result<(), Refused> {
    if good { Ok(()) } else { wrong(why) }
}

fn is_number(text: &str) -> bool {
    (3..=15).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

impl Row for Number {
    const PATH: &'static str = "number";
    const NAME: &'static str = "number";
    const LIST: &'static str = "numbers";
    const ID: &'static str = "numberID";
    const PREFIX: &'static str = "NU";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("number", "number")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.numbers
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.numbers
    }

    fn check(&self, setup: &Setup, own: Option<&str>) -> Result<(), Refused> {
        let same = setup.numbers.find(|row| row.number == self.number).filter(|(id, _)| Some(*id) != own);
        if let Some((id, _)) = same {
            return Err((2, "Number existed", json!({"numberID": id})));
        }
        must(is_number(&self.number), "Number invalid")?;
        let tree = given(&self.ivr_menu).and_then(|tree| setup.trees.get(tree));
        let queue = given(&self.queue_id).and_then(|queue| setup.queues.get(queue));
        must(!self.enable_ivr || tree.is_some(), "Ivr menu not found")?;
        must(self.enable_ivr || queue.is_some(), "Queue not found")
    }
}

impl Row for Tree {
    const PATH: &'static str = "ivrtree";
    const NAME: &'static str = "ivr tree";
    const LIST: &'static str = "ivrTrees";
    const ID: &'static str = "ivrTreeID";
    const PREFIX: &'static str = "TR_";

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.trees
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.trees
    }

    fn check(&self, setup: &Setup, _: Option<&str>) -> Result<(), Refused> {
        must(!self.tree_name.is_empty(), "Tree name empty")?;
        must(given(&self.root_node).is_none_or(|node| setup.nodes.get(node).is_some()), "Root node not found")
    }

    fn gone(setup: &mut Setup, id: &str) {
        let nodes: Vec<String> =
            setup.nodes.iter().filter(|(_, node)| node.tree == id).map(|(id, _)| id.to_owned()).collect();
        for node in nodes {
            setup.nodes.remove(&node);
            Node::gone(setup, &node);
        }
    }
}

impl Row for Node {
    const PATH: &'static str = "ivrnode";
    const NAME: &'static str = "ivr node";
    const LIST: &'static str = "ivrNodes";
    const ID: &'static str = "ivrNodeID";
    const PREFIX: &'static str = "NO_";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("tree", "tree")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.nodes
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.nodes
    }

    fn check(&self, setup: &Setup, _: Option<&str>) -> Result<(), Refused> {
        must(setup.trees.get(&self.tree).is_some(), "Tree not found")?;
        must(!self.node_name.is_empty() && !self.node_play_content.is_empty(), "Node name or content empty")?;
        must((-3..=3).contains(&self.speed), "Speed invalid")
    }

    /// The first place of a tree is where its callers begin.
    fn made(&self, setup: &mut Setup, id: &str) -> Value {
        let Some(tree) = setup.trees.get_mut(&self.tree) else { return Value::Null };
        let is_root = given(&tree.root_node).is_none();
        if is_root {
            tree.root_node = Some(id.to_owned());
        }
        json!({"isRootNode": is_root})
    }

    fn gone(setup: &mut Setup, id: &str) {
        setup.keys.retain(|key| key.node != id);
        for tree in setup.trees.values_mut().filter(|tree| tree.root_node.as_deref() == Some(id)) {
            tree.root_node = None;
        }
    }
}

impl Row for Key {
    const PATH: &'static str = "ivrkeypress";
    const NAME: &'static str = "ivr node keypress";
    const LIST: &'static str = "ivrNodeKeys";
    const ID: &'static str = "ivrNodeKeyID";
    const PREFIX: &'static str = "NO_KE_";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("node", "node")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.keys
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.keys
    }

    fn check(&self, setup: &Setup, own: Option<&str>) -> Result<(), Refused> {
        const KEYS: [&str; 14] =
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#", "EMPTY_KEY", "INVALID_KEY"];
        must(setup.nodes.get(&self.node).is_some(), "Node not found")?;
        must(KEYS.contains(&self.node_key.as_str()), "Node key invalid")?;
        let same = setup.keys.find(|row| row.node == self.node && row.node_key == self.node_key);
        if let Some((id, _)) = same.filter(|(id, _)| Some(*id) != own) {
            return Err((2, "Node key existed", json!({Self::ID: id})));
        }
        let queue = given(&self.queue_id).is_some_and(|queue| setup.queues.get(queue).is_some());
        let node = given(&self.next_node).is_some_and(|node| setup.nodes.get(node).is_some());
        let numbers = [&self.from_number_callout_to_agent, &self.to_phone_number];
        match self.action {
            2 => must(queue, "Queue not found"),
            3 => must(numbers.into_iter().all(|number| given(number).is_some_and(is_number)), "Phone number invalid"),
            4 => must(node, "Next node not found"),
            1 | 5 | 6 => Ok(()),
            _ => wrong("Action invalid"),
        }
    }
}

impl Row for Queue {
    const PATH: &'static str = "queue";
    const NAME: &'static str = "queue";
    const LIST: &'static str = "queues";
    const ID: &'static str = "queueID";
    const PREFIX: &'static str = "QU_";

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.queues
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.queues
    }

    fn check(&self, _: &Setup, _: Option<&str>) -> Result<(), Refused> {
        must(!self.name.is_empty(), "Name empty")?;
        must(self.wait_agent_answer_timeout >= 3, "wait_agent_answer_timeout must be at least 3")?;
        must(matches!(self.schedule, 1 | 2), "Schedule invalid")?;
        must(matches!(self.cond_routing, 1 | 2), "cond_routing invalid")
    }

    fn gone(setup: &mut Setup, id: &str) {
        setup.routings.retain(|routing| routing.queue_id != id);
    }
}

impl Row for Group {
    const PATH: &'static str = "group";
    const NAME: &'static str = "group";
    const LIST: &'static str = "groups";
    const COUNT: &'static str = "totalGroups";
    const ID: &'static str = "groupID";
    const PREFIX: &'static str = "GR_";

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.groups
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.groups
    }

    fn check(&self, _: &Setup, _: Option<&str>) -> Result<(), Refused> {
        must(!self.name.is_empty(), "Name empty")
    }

    fn gone(setup: &mut Setup, id: &str) {
        setup.routings.retain(|routing| routing.group_id != id);
        setup.members.retain(|member| member.group_id != id);
    }

    fn more(&self, centre: &Centre, id: &str) -> Value {
        let members = centre.setup().members.iter().filter(|(_, member)| member.group_id == id).count();
        json!({"number_of_agent": members})
    }
}

impl Row for Routing {
    const PATH: &'static str = "routing-call-to-groups";
    const NAME: &'static str = "group routing";
    const LIST: &'static str = "groupRoutings";
    const ID: &'static str = "groupRoutingID";
    const PREFIX: &'static str = "GR_RO_";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("queue", "queue_id"), ("group", "group_id")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.routings
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.routings
    }

    fn check(&self, setup: &Setup, own: Option<&str>) -> Result<(), Refused> {
        must(setup.queues.get(&self.queue_id).is_some(), "Queue not found")?;
        must(setup.groups.get(&self.group_id).is_some(), "Group not found")?;
        let same = setup.routings.find(|row| row.queue_id == self.queue_id && row.group_id == self.group_id);
        match same.filter(|(id, _)| Some(*id) != own) {
            Some((id, _)) => Err((2, "Group routing existed", json!({Self::ID: id}))),
            None => Ok(()),
        }
    }
}

impl Row for Agent {
    const PATH: &'static str = "agent";
    const NAME: &'static str = "agent";
    const LIST: &'static str = "agents";
    const COUNT: &'static str = "totalAgents";
    const ID: &'static str = "agentID";
    const PREFIX: &'static str = "AG_";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("stringee_user_id", "stringee_user_id")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.agents
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.agents
    }

    fn check(&self, setup: &Setup, own: Option<&str>) -> Result<(), Refused> {
        must(!self.name.is_empty() && !self.stringee_user_id.is_empty(), "Name or stringee_user_id empty")?;
        let same = setup.agents.find(|row| row.stringee_user_id == self.stringee_user_id);
        if let Some((id, _)) = same.filter(|(id, _)| Some(*id) != own) {
            return Err((2, "Agent existed", json!({Self::ID: id})));
        }
        must((1..=4).contains(&self.routing_type), "Routing type invalid")?;
        must(self.system_status <= 2, "System status invalid")?;
        let phone = given(&self.phone_number);
        must(phone.is_none_or(is_number), "Phone number invalid")?;
        must(self.routing_type != 2 || phone.is_some(), "Phone number empty")
    }

    fn gone(setup: &mut Setup, id: &str) {
        setup.members.retain(|member| member.agent_id != id);
    }

    fn more(&self, centre: &Centre, _: &str) -> Value {
        let online = u8::from(centre.online(&self.stringee_user_id));
        json!({"online_status": online, "device_status": u8::from(centre.in_app(&self.stringee_user_id))})
    }
}

impl Row for Blocked {
    const PATH: &'static str = "blacklistnumber";
    const NAME: &'static str = "blacklist number";
    const LIST: &'static str = "blacklistNumbers";
    const ID: &'static str = "blacklistNumberID";
    const PREFIX: &'static str = "BN";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("number", "number")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.blacklist
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.blacklist
    }

    fn check(&self, setup: &Setup, own: Option<&str>) -> Result<(), Refused> {
        must(is_number(self.number.trim_start_matches('+')), "Number invalid")?;
        let same = setup.blacklist.find(|row| row.number == self.number);
        match same.filter(|(id, _)| Some(*id) != own) {
            Some((id, _)) => Err((2, "Number existed", json!({Self::ID: id}))),
            None => Ok(()),
        }
    }
}

impl Row for Member {
    const PATH: &'static str = "manage-agents-in-group";
    const NAME: &'static str = "agent in group";
    const LIST: &'static str = "groupAgents";
    const ID: &'static str = "id";
    const PREFIX: &'static str = "GA_";
    const FILTERS: &'static [(&'static str, &'static str)] = &[("group", "group_id"), ("agent", "agent_id")];

    fn table(setup: &Setup) -> &Table<Self> {
        &setup.members
    }

    fn table_mut(setup: &mut Setup) -> &mut Table<Self> {
        &mut setup.members
    }

    fn check(&self, setup: &Setup, _: Option<&str>) -> Result<(), Refused> {
        must(setup.agents.get(&self.agent_id).is_some(), "Agent not found")?;
        must(setup.groups.get(&self.group_id).is_some(), "Group not found")?;
        match setup.members.find(|row| row == self) {
            Some(_) => Err((2, "Agent existed in Group", Value::Null)),
            None => Ok(()),
        }
    }

    fn made(&self, _: &mut Setup, _: &str) -> Value {
        json!({"agentID": self.agent_id, "groupID": self.group_id, "message": "Add agent to Group success"})
    }
}

/// `DELETE manage-agents-in-group`, with the pair in the body.
pub(super) async fn leave_group(State(stringee): State<Stringee>, body: Bytes) -> Json<Value> {
    let Ok(pair) = serde_json::from_slice::<Member>(&body) else { return misshapen(&stringee) };
    let removed = {
        let mut centre = stringee.centre();
        let members = &mut centre.setup_mut().members;
        let found = members.find(|member| *member == pair).is_some();
        members.retain(|member| *member != pair);
        found
    };
    match removed {
        true => answer(&stringee, 0, "Remove agent from Group success", Value::Null),
        false => answer(&stringee, 3, "Not found", Value::Null),
    }
}

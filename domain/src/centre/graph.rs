//! A set-up as a graph: what leads where. The page draws it ([`super::picture`]), and reads it out ([`Graph::outline`]).

use super::{Action, Centre, Digits, Press, Rank, Ref};
use crate::ids::{MenuId, NodeId, QueueId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What leads where; it begins with the first spot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Graph {
    /// What there is.
    pub spots: Vec<Spot>,
    /// What leads from one to another.
    pub ways: Vec<Way>,
}

/// Something that leads, or is led to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spot {
    /// A thing of the set-up.
    Thing(Ref),
    /// A thing that is not there.
    Missing(Ref),
    /// A telephone number.
    Forward(Digits),
    /// The end of the call, at this place.
    End(NodeId),
    /// Whoever is asked whom to ring.
    Asked(String),
}

/// That one leads to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// From which spot.
    pub from: usize,
    /// To which.
    pub to: usize,
    /// By what.
    pub by: By,
}

/// By what one leads to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A number answers with it, or a menu leads there in the end.
    Leads,
    /// These keys lead there.
    Keys(Vec<Press>),
    /// A group serves a queue.
    Serves(Rank),
    /// An agent is in a group.
    Member,
    /// It is asked whom to ring.
    Asks,
}

/// A line of a graph that is read out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How deep: 0 for where it begins, and for what nothing leads to.
    pub depth: usize,
    /// Which spot.
    pub spot: usize,
    /// By which way one comes there.
    pub way: Option<usize>,
    /// It was read out before, with everything it leads to.
    pub again: bool,
}

impl Graph {
    /// The ways that begin at a spot.
    pub fn ways_from(&self, spot: usize) -> impl DoubleEndedIterator<Item = (usize, &Way)> {
        self.ways.iter().enumerate().filter(move |(_, way)| way.from == spot)
    }

    /// The graph line by line, each spot under what leads there first.
    pub fn outline(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut known = BTreeSet::new();
        for start in 0..self.spots.len() {
            let mut next = vec![(0, start, None)];
            while let Some((depth, spot, way)) = next.pop() {
                let again = !known.insert(spot);
                if again && way.is_none() {
                    continue;
                }
                lines.push(Line { depth, spot, way, again });
                if !again {
                    next.extend(self.ways_from(spot).rev().map(|(at, way)| (depth + 1, way.to, Some(at))));
                }
            }
        }
        lines
    }

    fn spot(&mut self, spot: Spot) -> usize {
        self.spots.iter().position(|known| *known == spot).unwrap_or_else(|| {
            self.spots.push(spot);
            self.spots.len() - 1
        })
    }

    fn way(&mut self, from: usize, to: usize, by: By) {
        self.ways.push(Way { from, to, by });
    }
}

/// A menu: its places, the first one first, and where their keys lead.
pub fn menu_graph(centre: &Centre, menu: &MenuId) -> Graph {
    let mut graph = Graph::default();
    let own: Vec<NodeId> = centre.nodes_of(menu).into_iter().map(|node| node.id.clone()).collect();
    for id in places_from(centre, own.first()).into_iter().chain(own) {
        let from = graph.spot(Spot::Thing(Ref::Node(id.clone())));
        let is_ours = centre.node(&id).is_some_and(|node| node.menu == *menu);
        let done = graph.ways_from(from).next().is_some();
        if is_ours && !done {
            for (spot, presses) in led_to(centre, &id) {
                let to = graph.spot(spot);
                graph.way(from, to, By::Keys(presses));
            }
        }
    }
    graph
}

/// Where the keys of a place lead, each once, in the order of the keys.
fn led_to(centre: &Centre, node: &NodeId) -> Vec<(Spot, Vec<Press>)> {
    let mut led: Vec<(Spot, Vec<Press>)> = Vec::new();
    for key in centre.keys_of(node) {
        let spot = spot_of(centre, node, &key.action);
        match led.iter_mut().find(|(known, _)| *known == spot) {
            Some((_, presses)) => presses.push(key.press),
            None => led.push((spot, vec![key.press])),
        }
    }
    led
}

fn spot_of(centre: &Centre, node: &NodeId, action: &Action) -> Spot {
    match action {
        Action::Forward { to, .. } => Spot::Forward(to.clone()),
        Action::Stop | Action::Unknown { .. } => Spot::End(node.clone()),
        Action::Queue { queue } => thing(centre, Ref::Queue(queue.clone())),
        Action::Next { node } => thing(centre, Ref::Node(node.clone())),
    }
}

fn thing(centre: &Centre, at: Ref) -> Spot {
    if centre.has(&at) { Spot::Thing(at) } else { Spot::Missing(at) }
}

/// The places that keys lead to, the nearest first.
fn places_from(centre: &Centre, first: Option<&NodeId>) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    let mut next: VecDeque<NodeId> = first.cloned().into_iter().collect();
    while let Some(id) = next.pop_front() {
        if found.contains(&id) || centre.node(&id).is_none() {
            continue;
        }
        for key in centre.keys_of(&id) {
            if let Action::Next { node } = &key.action {
                next.push_back(node.clone());
            }
        }
        found.push(id);
    }
    found
}

/// The whole way of a number: its menu, the queues and telephones that leads to, the groups, the agents.
pub fn number_graph(centre: &Centre, number: &Digits) -> Graph {
    let mut graph = Graph::default();
    let Some(hotline) = centre.hotline(number) else { return graph };
    let begins = graph.spot(Spot::Thing(Ref::Hotline(number.clone())));
    let Some(to) = hotline.leads_to() else { return graph };
    let first = graph.spot(thing(centre, to.clone()));
    graph.way(begins, first, By::Leads);
    match to {
        Ref::Queue(queue) => serve(centre, &mut graph, first, &queue),
        Ref::Menu(menu) => {
            for (spot, queue) in led_to_in_the_end(centre, &menu) {
                let to = graph.spot(spot);
                graph.way(first, to, By::Leads);
                if let Some(queue) = queue {
                    serve(centre, &mut graph, to, &queue);
                }
            }
        }
        _ => {}
    }
    graph
}

/// The queues and telephones that a menu leads to, each once.
fn led_to_in_the_end(centre: &Centre, menu: &MenuId) -> BTreeMap<Spot, Option<QueueId>> {
    let mut led = BTreeMap::new();
    for node in places_from(centre, centre.root(menu)) {
        for key in centre.keys_of(&node) {
            match &key.action {
                Action::Queue { queue } => {
                    led.insert(spot_of(centre, &node, &key.action), Some(queue.clone()));
                }
                Action::Forward { .. } => {
                    led.insert(spot_of(centre, &node, &key.action), None);
                }
                Action::Next { .. } | Action::Stop | Action::Unknown { .. } => {}
            }
        }
    }
    led
}

/// Who serves a queue.
fn serve(centre: &Centre, graph: &mut Graph, from: usize, queue: &QueueId) {
    let Some(queue) = centre.queue(queue) else { return };
    if let Some(asks) = &queue.asks {
        let to = graph.spot(Spot::Asked(asks.clone()));
        return graph.way(from, to, By::Asks);
    }
    for route in centre.routes_of(&queue.id) {
        let known = graph.spots.len();
        let group = graph.spot(thing(centre, Ref::Group(route.group.clone())));
        graph.way(from, group, By::Serves(route.rank));
        if group == known {
            for seat in centre.members_of(&route.group) {
                let to = graph.spot(thing(centre, Ref::Agent(seat.clone())));
                graph.way(group, to, By::Member);
            }
        }
    }
}

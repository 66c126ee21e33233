//! Where the spots and ways of a graph stand when it is drawn: layer by layer, with few crossings, the same each time.

use super::Graph;
use dagre::graph::{Graph as Drawing, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, RankDir};
use serde::{Deserialize, Serialize};

/// A width and a height, in the page's own measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A point, from the upper left corner of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// How large it is.
    pub size: Size,
    /// The middle of each spot.
    pub spots: Vec<Point>,
    /// Each way.
    pub ways: Vec<Drawn>,
}

/// A way as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// The points it goes through, from one spot's edge to the other's.
    pub points: Vec<Point>,
    /// The middle of its label.
    pub label: Point,
}

/// Where it leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom: for narrow screens.
    Down,
}

/// Lays a graph out. `spots` and `labels` say how large each spot, and each way's label, is drawn; what is not said has
/// no size.
pub fn picture(graph: &Graph, spots: &[Size], labels: &[Size], direction: Direction) -> Picture {
    let mut drawing: Drawing<NodeLabel, EdgeLabel> =
        Drawing::with_options(GraphOptions { directed: true, multigraph: true, compound: false });
    let size = |sizes: &[Size], at: usize| sizes.get(at).copied().unwrap_or_default();
    for at in 0..graph.spots.len() {
        let Size { width, height } = size(spots, at);
        drawing.set_node(at.to_string(), Some(NodeLabel { width, height, ..NodeLabel::default() }));
    }
    for (at, way) in graph.ways.iter().enumerate() {
        let Size { width, height } = size(labels, at);
        let label = EdgeLabel { width, height, labelpos: LabelPos::Center, ..EdgeLabel::default() };
        drawing.set_edge(way.from.to_string(), way.to.to_string(), Some(label), Some(&at.to_string()));
    }
    dagre::layout(&mut drawing, Some(options(direction)));
    read(graph, &drawing, &|at| size(spots, at))
}

fn options(direction: Direction) -> LayoutOptions {
    let rankdir = match direction {
        Direction::Right => RankDir::LR,
        Direction::Down => RankDir::TB,
    };
    LayoutOptions { rankdir, nodesep: 24.0, edgesep: 16.0, ranksep: 40.0, ..LayoutOptions::default() }
}

fn read(graph: &Graph, drawing: &Drawing<NodeLabel, EdgeLabel>, size: &impl Fn(usize) -> Size) -> Picture {
    let middle = |at: usize| {
        let node = drawing.node(&at.to_string());
        let place = node.and_then(|node| Some(Point { x: node.x?, y: node.y? }));
        place.unwrap_or_default()
    };
    let spots: Vec<Point> = (0..graph.spots.len()).map(middle).collect();
    let mut picture = Picture { size: Size::default(), spots, ways: vec![Drawn::default(); graph.ways.len()] };
    for edge in drawing.edges() {
        let at = edge.name.as_deref().and_then(|name| name.parse::<usize>().ok());
        let drawn = at.and_then(|at| picture.ways.get_mut(at));
        if let (Some(label), Some(drawn)) = (drawing.edge_by_obj(&edge), drawn) {
            drawn.points = label.points.iter().map(|point| Point { x: point.x, y: point.y }).collect();
            drawn.label = Point { x: label.x.unwrap_or_default(), y: label.y.unwrap_or_default() };
        }
    }
    picture.size = extent(&picture, size);
    picture
}

/// The picture reaches as far as anything in it.
fn extent(picture: &Picture, size: &impl Fn(usize) -> Size) -> Size {
    let spots = picture.spots.iter().enumerate().map(|(at, middle)| {
        let Size { width, height } = size(at);
        Point { x: middle.x + width / 2.0, y: middle.y + height / 2.0 }
    });
    let points = picture.ways.iter().flat_map(|way| way.points.iter().copied());
    let reach = |far: Size, point: Point| Size { width: far.width.max(point.x), height: far.height.max(point.y) };
    spots.chain(points).fold(Size::default(), reach)
}

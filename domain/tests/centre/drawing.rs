//! A set-up as a graph, as an outline, and as a picture.

use crate::any::any_centre;
use crate::town::Town;
use domain::centre::{
    Action, By, Digits, Direction, Graph, Line, Picture, Point, Press, Rank, Ref, Size, Spot, menu_graph, number_graph,
    picture,
};
use domain::ids::{MenuId, NodeId, QueueId};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A line as it would be read out.
fn read(graph: &Graph, line: &Line) -> String {
    let spot = match &graph.spots[line.spot] {
        Spot::Thing(Ref::Node(id)) => id.to_string(),
        Spot::Thing(Ref::Queue(id)) => format!("queue {id}"),
        Spot::Thing(Ref::Menu(id)) => format!("menu {id}"),
        Spot::Thing(Ref::Group(id)) => format!("group {id}"),
        Spot::Thing(Ref::Agent(seat)) => seat.to_string(),
        Spot::Thing(Ref::Hotline(number)) => number.to_string(),
        Spot::Forward(number) => format!("call {number}"),
        Spot::End(_) => "end".into(),
        other => format!("{other:?}"),
    };
    let by = match line.way.map(|way| &graph.ways[way].by) {
        None | Some(By::Leads | By::Member | By::Asks) => String::new(),
        Some(By::Keys(presses)) => presses.iter().map(|press| press.key().unwrap_or('~')).collect::<String>() + ": ",
        Some(By::Serves(Rank::Primary)) => "first ".into(),
        Some(By::Serves(Rank::Secondary)) => "then ".into(),
    };
    format!("{}{by}{spot}{}", "  ".repeat(line.depth), if line.again { " (again)" } else { "" })
}

fn outline(graph: &Graph) -> Vec<String> {
    graph.outline().iter().map(|line| read(graph, line)).collect()
}

#[test]
fn a_menu_is_read_out_from_its_beginning() {
    let mut centre = Town::default().centre;
    centre.put(crate::town::node("lost", "main", "Không ai tới"));
    centre.set_keys(&NodeId::new("lost"), vec![(Press::One, Action::Next { node: NodeId::new("gone") })]);
    let graph = menu_graph(&centre, &MenuId::new("main"));
    assert_eq!(
        outline(&graph),
        [
            "hello",
            "  1: queue sales",
            "  2~: queue care",
            "  3: prices",
            "    *: hello (again)",
            "    ~: end",
            "  ~: hello (again)",
            "lost",
            "  1: Missing(Node(NodeId(\"gone\")))",
        ]
    );
}

#[test]
fn the_whole_way_of_a_number() {
    let mut centre = Town::default().centre;
    let first = Digits::new("842471000001");
    assert_eq!(
        outline(&number_graph(&centre, &first)),
        [
            "842471000001",
            "  menu main",
            "    queue care",
            "      first group care",
            "        agent_lan",
            "      then group help",
            "        agent_minh",
            "    queue sales",
            "      first group sales",
            "        agent_ha",
            "        agent_minh (again)",
        ]
    );
    let care = centre.queue(&QueueId::new("care")).cloned().expect("there");
    centre.put(domain::centre::Queue { asks: Some("https://crm.example/agents".into()), ..care });
    let graph = number_graph(&centre, &first);
    assert!(graph.spots.contains(&Spot::Asked("https://crm.example/agents".into())));
    assert_eq!(number_graph(&centre, &Digits::new("113")), Graph::default());
}

const LABEL: Size = Size { width: 40.0, height: 20.0 };

fn sizes(graph: &Graph) -> (Vec<Size>, Vec<Size>) {
    let spot = |at: usize| Size { width: 180.0, height: 40.0 + 20.0 * f64::from(u8::try_from(at % 4).unwrap_or(0)) };
    let spots = (0..graph.spots.len()).map(spot).collect();
    (spots, vec![LABEL; graph.ways.len()])
}

/// Nothing stands on anything else, and every way begins and ends at its spots.
fn assert_clear(graph: &Graph, drawn: &Picture, sizes: &[Size]) {
    let near = |a: f64, b: f64, least: f64| (a - b).abs() < least - 0.01;
    for (at, (one, size)) in drawn.spots.iter().zip(sizes).enumerate() {
        assert!(one.x.is_finite() && one.y.is_finite());
        let inside = one.x + size.width / 2.0 <= drawn.size.width + 0.01 && one.y >= size.height / 2.0 - 0.01;
        assert!(inside, "{at} stands outside");
        for (other, its) in drawn.spots.iter().zip(sizes).take(at) {
            let wide = near(one.x, other.x, f64::midpoint(size.width, its.width));
            let high = near(one.y, other.y, f64::midpoint(size.height, its.height));
            assert!(!(wide && high), "{at} stands on another");
        }
    }
    for (way, drawn_way) in graph.ways.iter().zip(&drawn.ways) {
        for (at, (middle, size)) in drawn.spots.iter().zip(sizes).enumerate() {
            let wide = near(drawn_way.label.x, middle.x, f64::midpoint(size.width, LABEL.width));
            let high = near(drawn_way.label.y, middle.y, f64::midpoint(size.height, LABEL.height));
            assert!(!(wide && high), "{at} stands on the label of {way:?}");
        }
        let touches = |point: Option<&Point>, spot: usize| {
            let (middle, size) = (drawn.spots[spot], sizes[spot]);
            point.is_some_and(|point| {
                (point.x - middle.x).abs() <= size.width / 2.0 + 0.5
                    && (point.y - middle.y).abs() <= size.height / 2.0 + 0.5
            })
        };
        let (first, last) = (drawn_way.points.first(), drawn_way.points.last());
        // A way to itself swings out beside its spot.
        let clear = way.from == way.to || touches(first, way.from) && touches(last, way.to);
        assert!(clear, "{way:?} hangs in the air: {drawn_way:?}");
    }
}

#[test]
fn the_picture_goes_from_left_to_right_or_downwards() {
    let centre = Town::default().centre;
    let graph = number_graph(&centre, &Digits::new("842471000002"));
    let (spots, labels) = sizes(&graph);
    let right = picture(&graph, &spots, &labels, Direction::Right);
    let down = picture(&graph, &spots, &labels, Direction::Down);
    assert!(right.spots.is_sorted_by(|one, other| one.x <= other.x), "number, queue, group, agents: {right:?}");
    assert!(down.spots.is_sorted_by(|one, other| one.y <= other.y));
    assert!(right.size.width > down.size.width && right.size.height < down.size.height);
    assert_eq!(picture(&Graph::default(), &[], &[], Direction::Right), Picture::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn pictures_are_clear_and_always_the_same(centre in any_centre(), down in any::<bool>()) {
        let direction = if down { Direction::Down } else { Direction::Right };
        let menus = centre.menus().map(|menu| menu_graph(&centre, &menu.id));
        let numbers = centre.hotlines().map(|hotline| number_graph(&centre, &hotline.number));
        for graph in menus.chain(numbers) {
            let (spots, labels) = sizes(&graph);
            let drawn = picture(&graph, &spots, &labels, direction);
            assert_clear(&graph, &drawn, &spots);
            prop_assert_eq!(&picture(&graph, &spots, &labels, direction), &drawn);

            let lines = graph.outline();
            let first: Vec<usize> = lines.iter().filter(|line| !line.again).map(|line| line.spot).collect();
            prop_assert_eq!(first.len(), graph.spots.len(), "each spot is read out once");
            prop_assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), first.len());
            let ways: BTreeSet<usize> = lines.iter().filter_map(|line| line.way).collect();
            prop_assert_eq!(ways.len(), graph.ways.len(), "each way is read out");
        }
    }
}

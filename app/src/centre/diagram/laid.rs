//! A graph with everything that is needed to draw it. Sizes are reckoned from the number of letters, not measured: the
//! server and the browser draw the same picture.

use super::Card;
use crate::texts::t;
use domain::centre::{By, Centre, Direction, Graph, Line, Picture, Point, Press, Rank, Size, Spot, picture};
use std::collections::BTreeMap;

/// How wide every card is.
const WIDTH: f64 = 196.0;
/// A card with a name alone.
const HEIGHT: f64 = 40.0;
/// Each line of words below the name.
const LINE: f64 = 17.0;
/// So many letters fit into a line.
const LETTERS: usize = 29;
/// More lines are not shown.
const MOST_LINES: usize = 3;
/// How wide a letter of a label is.
const LETTER: f64 = 7.0;
/// Room around the picture, for the ring around what has the focus.
const MARGIN: f64 = 8.0;

/// A graph as it is drawn.
#[derive(Clone, PartialEq)]
pub struct Laid {
    /// What leads where.
    pub graph: Graph,
    /// What stands on each spot.
    pub cards: Vec<Card>,
    /// What stands on each way, and how large that is.
    pub labels: Vec<(String, Size)>,
    /// Where everything stands.
    pub picture: Picture,
    /// As it is read out.
    pub outline: Vec<Line>,
    /// Where each spot is in the lists above.
    places: BTreeMap<Spot, usize>,
}

impl Laid {
    /// Lays a graph out.
    pub fn new(centre: &Centre, graph: Graph) -> Self {
        let cards: Vec<Card> = graph.spots.iter().map(|spot| Card::of(centre, spot)).collect();
        let labels: Vec<(String, Size)> = graph.ways.iter().map(|way| label(&way.by)).collect();
        let sizes: Vec<Size> = cards.iter().map(size).collect();
        let label_sizes: Vec<Size> = labels.iter().map(|(_, size)| *size).collect();
        let picture = shifted(picture(&graph, &sizes, &label_sizes, Direction::Right));
        let places = graph.spots.iter().cloned().zip(0..).collect();
        let outline = graph.outline();
        Self { graph, cards, labels, picture, outline, places }
    }

    /// Where a spot is in the lists.
    pub fn place(&self, spot: &Spot) -> Option<usize> {
        self.places.get(spot).copied()
    }

    /// The spots in the order in which they are read out.
    pub fn in_order(&self) -> Vec<Spot> {
        let first = self.outline.iter().filter(|line| !line.again);
        first.filter_map(|line| self.graph.spots.get(line.spot).cloned()).collect()
    }

    /// How deep a spot is when it is read out, from 0.
    pub fn depth(&self, place: usize) -> usize {
        self.outline.iter().find(|line| line.spot == place && !line.again).map_or(0, |line| line.depth)
    }

    /// How large a spot is drawn.
    pub fn size(&self, place: usize) -> Size {
        self.cards.get(place).map(size).unwrap_or_default()
    }

    /// The upper left corner of a spot.
    pub fn corner(&self, place: usize) -> Point {
        let middle = self.picture.spots.get(place).copied().unwrap_or_default();
        let Size { width, height } = self.size(place);
        Point { x: middle.x - width / 2.0, y: middle.y - height / 2.0 }
    }
}

fn lines(card: &Card) -> usize {
    card.text.chars().count().div_ceil(LETTERS).min(MOST_LINES)
}

fn size(card: &Card) -> Size {
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let lines = lines(card) as f64;
    Size { width: WIDTH, height: HEIGHT + lines * LINE }
}

/// What stands on a way; nothing where that says nothing.
fn label(by: &By) -> (String, Size) {
    let words = &t().centre.diagram;
    let text = match by {
        By::Keys(presses) => presses.iter().map(|press| short(*press)).collect::<Vec<_>>().join(" · "),
        By::Serves(Rank::Primary) => words.first.to_owned(),
        By::Serves(Rank::Secondary) => words.second.to_owned(),
        By::Leads | By::Member | By::Asks => String::new(),
    };
    let size = label_size(&text);
    (text, size)
}

/// A key as it stands on a line.
fn short(press: Press) -> String {
    match press.key() {
        Some(key) => key.to_string(),
        None if press == Press::Nothing => t().centre.diagram.no_key.to_owned(),
        None => t().centre.diagram.other_key.to_owned(),
    }
}

fn label_size(text: &str) -> Size {
    if text.is_empty() {
        return Size::default();
    }
    #[expect(clippy::cast_precision_loss, reason = "a few letters")]
    let letters = text.chars().count() as f64;
    Size { width: letters * LETTER + 14.0, height: 22.0 }
}

/// Moves everything off the edge.
fn shifted(mut picture: Picture) -> Picture {
    let shift = |point: &mut Point| {
        point.x += MARGIN;
        point.y += MARGIN;
    };
    picture.spots.iter_mut().for_each(shift);
    for way in &mut picture.ways {
        way.points.iter_mut().for_each(shift);
        shift(&mut way.label);
    }
    picture.size.width += MARGIN * 2.0;
    picture.size.height += MARGIN * 2.0;
    picture
}

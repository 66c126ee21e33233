//! Where the arrow keys lead: ahead and back along the ways, up and down beside them.

use super::Laid;
use domain::centre::{Point, Way};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// Where keys lead.
    Ahead,
    /// Where one came from.
    Back,
    /// To what stands above.
    Up,
    /// To what stands below.
    Down,
}

impl Arrow {
    /// The arrow of a key's name in the browser.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" => Self::Ahead,
            "ArrowLeft" => Self::Back,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            _ => return None,
        })
    }
}

/// How far spots may be apart sideways that stand below each other.
const COLUMN: f64 = 100.0;

/// The spot that an arrow leads to.
pub fn moved(laid: &Laid, from: usize, arrow: Arrow) -> Option<usize> {
    let points = &laid.picture.spots;
    let here = *points.get(from)?;
    let all = 0..points.len();
    let of = |place: &usize| points.get(*place).copied().unwrap_or_default();
    let ways = || laid.graph.ways.iter();
    let near = |one: &f64, other: &f64| one.abs().total_cmp(&other.abs());
    let nearest = |places: Vec<usize>, far: fn(Point, Point) -> f64| {
        places.into_iter().min_by(|one, other| near(&far(here, of(one)), &far(here, of(other))))
    };
    let down = |here: Point, there: Point| there.y - here.y;
    match arrow {
        Arrow::Ahead => {
            let leads = ways().filter(|way: &&Way| way.from == from).map(|way| way.to);
            nearest(leads.filter(|to| of(to).x > here.x).collect(), down)
        }
        Arrow::Back => {
            let led = ways().filter(|way| way.to == from).map(|way| way.from);
            nearest(led.filter(|to| of(to).x < here.x).collect(), down)
        }
        Arrow::Up | Arrow::Down => {
            let is_beside = |place: &usize| (of(place).x - here.x).abs() < COLUMN;
            let is_there = |place: &usize| (of(place).y < here.y) == (arrow == Arrow::Up) && *place != from;
            nearest(all.filter(is_beside).filter(is_there).collect(), down)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrow, moved};
    use crate::centre::diagram::Laid;
    use domain::centre::{By, Centre, Digits, Graph, Spot, Way};

    /// 0 leads to 1, 2 and 3; 2 leads to 4 and back to 0.
    fn laid() -> Laid {
        let spots = (0..5).map(|at| Spot::Forward(Digits::new(&format!("8490900000{at}")))).collect();
        let way = |(from, to)| Way { from, to, by: By::Leads };
        let ways = [(0, 1), (0, 2), (0, 3), (2, 4), (2, 0)].map(way).to_vec();
        let owner = leptos::prelude::Owner::new();
        owner.with(|| Laid::new(&Centre::default(), Graph { spots, ways }))
    }

    #[test]
    fn arrows_follow_the_ways_and_go_along_the_column() {
        let laid = laid();
        let mut column = [1, 2, 3];
        column.sort_by(|one, other| laid.picture.spots[*one].y.total_cmp(&laid.picture.spots[*other].y));
        let [top, middle, bottom] = column;
        assert_eq!(moved(&laid, 0, Arrow::Ahead).map(|at| column.contains(&at)), Some(true));
        assert_eq!(moved(&laid, top, Arrow::Down), Some(middle));
        assert_eq!(moved(&laid, middle, Arrow::Down), Some(bottom));
        assert_eq!(moved(&laid, bottom, Arrow::Up), Some(middle));
        assert_eq!(moved(&laid, top, Arrow::Up), None);
        assert_eq!(moved(&laid, 2, Arrow::Ahead), Some(4), "not back to the beginning");
        assert_eq!(moved(&laid, 4, Arrow::Back), Some(2));
        assert_eq!(moved(&laid, 2, Arrow::Back), Some(0));
        assert_eq!(moved(&laid, 0, Arrow::Back), None);
    }
}

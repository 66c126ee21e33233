//! The lines of a picture.

use domain::centre::Point;

/// How long an arrow's head is, and half as wide.
const HEAD: f64 = 7.0;

/// A line through some points, its corners rounded.
pub fn line(points: &[Point]) -> String {
    let [first, between @ .., last] = points else { return String::new() };
    let mut path = format!("M{:.1} {:.1}", first.x, first.y);
    for (at, corner) in between.iter().enumerate() {
        let end = between.get(at + 1).map_or(*last, |next| middle(*corner, *next));
        path.push_str(&format!("Q{:.1} {:.1} {:.1} {:.1}", corner.x, corner.y, end.x, end.y));
    }
    if between.is_empty() {
        path.push_str(&format!("L{:.1} {:.1}", last.x, last.y));
    }
    path
}

fn middle(one: Point, other: Point) -> Point {
    Point { x: f64::midpoint(one.x, other.x), y: f64::midpoint(one.y, other.y) }
}

/// The head of the arrow at a line's end.
pub fn head(points: &[Point]) -> String {
    let [.., before, tip] = points else { return String::new() };
    let (dx, dy) = (tip.x - before.x, tip.y - before.y);
    let length = dx.hypot(dy).max(1.0);
    let (dx, dy) = (dx / length * HEAD, dy / length * HEAD);
    let (x, y) = (tip.x - dx, tip.y - dy);
    let (wide, high) = (dy / 2.0, dx / 2.0);
    let points = [(tip.x, tip.y), (x - wide, y + high), (x + wide, y - high)];
    let [tip, left, right] = points.map(|(x, y)| format!("{x:.1} {y:.1}"));
    format!("M{tip}L{left}L{right}Z")
}

#[cfg(test)]
mod tests {
    use super::{head, line};
    use domain::centre::Point;

    fn points(all: &[(f64, f64)]) -> Vec<Point> {
        all.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()
    }

    #[test]
    fn corners_are_rounded_and_the_arrow_points_to_the_end() {
        assert_eq!(line(&points(&[(0.0, 0.0), (10.0, 0.0)])), "M0.0 0.0L10.0 0.0");
        let bent = points(&[(0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (30.0, 10.0)]);
        assert_eq!(line(&bent), "M0.0 0.0Q10.0 0.0 15.0 5.0Q20.0 10.0 30.0 10.0");
        assert_eq!(head(&points(&[(0.0, 0.0), (10.0, 0.0)])), "M10.0 0.0L3.0 3.5L3.0 -3.5Z");
        assert_eq!((line(&[]), head(&[])), (String::new(), String::new()));
    }
}

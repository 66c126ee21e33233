//! Lines over time.

use super::plot::Plot;
use super::{Hue, Scale};
use leptos::prelude::*;

/// A line; where nothing was measured it has a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its colour and dash.
    pub hue: Hue,
    /// From left to right.
    pub values: Vec<Option<i64>>,
}

/// Lines from left to right.
#[component]
pub fn Lines(
    /// What the picture shows, in a sentence.
    #[prop(into)]
    label: Signal<String>,
    /// The lines.
    lines: Vec<Line>,
    /// What stands below.
    below: Vec<String>,
    /// The numbers at the side.
    scale: Scale,
    /// How such a number is written.
    written: fn(i64) -> String,
) -> impl IntoView {
    let shapes = lines.into_iter().map(|line| shape(&line, scale)).collect_view();
    view! { <Plot label=label scale=scale written=written below=below>{shapes}</Plot> }
}

fn shape(line: &Line, scale: Scale) -> impl IntoView + use<> {
    let d = path(&line.values, scale);
    // A point without neighbours is a stroke without length: its round end is the dot.
    let dots = dots(&line.values, scale);
    view! {
        <path class=line.hue.stroke() d=d></path>
        <path class=format!("{} chart-dots", line.hue.stroke()) d=dots></path>
    }
}

/// Points within the square.
fn points(values: &[Option<i64>], scale: Scale) -> Vec<Option<(f64, f64)>> {
    #[expect(clippy::cast_precision_loss, reason = "there are some dozens")]
    let room = 100.0 / values.len().max(1) as f64;
    let mut x = -room / 2.0;
    let point = |value: &Option<i64>| {
        x += room;
        value.map(|value| (x, 100.0 - scale.height(value)))
    };
    values.iter().map(point).collect()
}

fn path(values: &[Option<i64>], scale: Scale) -> String {
    let mut path = String::new();
    let mut drawing = false;
    for point in points(values, scale) {
        if let Some((x, y)) = point {
            let step = if drawing { 'L' } else { 'M' };
            path.push_str(&format!("{step}{x:.2} {y:.2}"));
        }
        drawing = point.is_some();
    }
    path
}

fn dots(values: &[Option<i64>], scale: Scale) -> String {
    points(values, scale).into_iter().flatten().map(|(x, y)| format!("M{x:.2} {y:.2}h0.01")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Scale, dots, path};

    #[test]
    fn a_line_has_gaps_where_nothing_was_measured() {
        let scale = Scale { top: 100 };
        let values = [Some(0), Some(50), None, Some(100)];
        assert_eq!(path(&values, scale), "M12.50 100.00L37.50 50.00M87.50 0.00");
        assert_eq!(dots(&values, scale).matches('M').count(), 3);
    }
}

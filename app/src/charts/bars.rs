//! Bars over time, each of parts on top of each other.

use super::plot::Plot;
use super::{Hue, Scale, number};
use leptos::prelude::*;

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What stands below it.
    pub label: String,
    /// What it says when pointed at.
    pub said: String,
    /// Its parts from below.
    pub parts: Vec<(Hue, i64)>,
}

/// Bars from left to right.
#[component]
pub fn Bars(
    /// What the picture shows, in a sentence.
    #[prop(into)]
    label: Signal<String>,
    /// The bars.
    bars: Vec<Bar>,
) -> impl IntoView {
    let height = |bar: &Bar| bar.parts.iter().map(|(_, part)| part).sum::<i64>();
    let scale = Scale::up_to(bars.iter().map(height).max().unwrap_or(0), 1);
    let below = bars.iter().map(|bar| bar.label.clone()).collect();
    #[expect(clippy::cast_precision_loss, reason = "there are some dozens")]
    let room = 100.0 / bars.len().max(1) as f64;
    let mut left = 0.0;
    let shapes = bars.into_iter().map(|bar| {
        let x = left;
        left += room;
        shape(bar, scale, x, room)
    });
    let shapes = shapes.collect_view();
    view! { <Plot label=label scale=scale written=number below=below>{shapes}</Plot> }
}

fn shape(bar: Bar, scale: Scale, x: f64, room: f64) -> impl IntoView {
    let (inset, width) = (format!("{:.3}", x + room * 0.15), format!("{:.3}", room * 0.7));
    let mut top = 100.0;
    let part = |(hue, value): (Hue, i64)| {
        let height = scale.height(value);
        top -= height;
        let (y, height) = (format!("{top:.3}"), format!("{height:.3}"));
        view! { <rect class=hue.fill() x=inset.clone() y=y width=width.clone() height=height></rect> }
    };
    let parts = bar.parts.into_iter().map(part).collect_view();
    view! {
        <g class="chart-bar">
            <title>{bar.said}</title>
            <rect class="chart-hit" x=format!("{x:.3}") y="0" width=format!("{room:.3}") height="100"></rect>
            {parts}
        </g>
    }
}

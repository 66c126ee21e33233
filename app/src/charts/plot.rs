//! What the charts over time have in common: numbers at the side, lines behind, days below, colours explained.

use super::Scale;
use leptos::prelude::*;

/// A colour of a chart; each also has its own dash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// Blue, without gaps.
    First,
    /// Orange, dashed.
    Second,
    /// Grey-green, dotted.
    Third,
}

impl Hue {
    /// Of a shape that is filled.
    pub(super) fn fill(self) -> &'static str {
        match self {
            Self::First => "chart-fill-1",
            Self::Second => "chart-fill-2",
            Self::Third => "chart-fill-3",
        }
    }

    /// Of a line.
    pub(super) fn stroke(self) -> &'static str {
        match self {
            Self::First => "chart-line chart-line-1",
            Self::Second => "chart-line chart-line-2",
            Self::Third => "chart-line chart-line-3",
        }
    }
}

/// What each colour means.
#[component]
pub fn Legend(
    /// Colours and their names.
    entries: Vec<(Hue, Signal<String>)>,
    /// Whether they are lines.
    #[prop(optional)]
    lines: bool,
) -> impl IntoView {
    let sample = move |hue: Hue| {
        if lines {
            view! { <line class=hue.stroke() x1="0" y1="6" x2="22" y2="6"></line> }.into_any()
        } else {
            view! { <rect class=hue.fill() x="5" y="0" width="12" height="12" rx="2"></rect> }.into_any()
        }
    };
    let entry = |(hue, name): (Hue, Signal<String>)| {
        view! {
            <li class="chart-legend__entry">
                <svg class="chart-legend__sample" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
                    {sample(hue)}
                </svg>
                <span>{name}</span>
            </li>
        }
    };
    view! { <ul class="chart-legend">{entries.into_iter().map(entry).collect_view()}</ul> }
}

/// Shapes with numbers at their side and days below.
#[component]
pub(super) fn Plot(
    /// What the picture shows, in a sentence.
    #[prop(into)]
    label: Signal<String>,
    /// The numbers at the side.
    scale: Scale,
    /// How such a number is written.
    written: fn(i64) -> String,
    /// What stands below, from left to right.
    below: Vec<String>,
    /// The shapes, in a square of 100 by 100.
    children: Children,
) -> impl IntoView {
    let side = move || scale.ticks().into_iter().map(|tick| view! { <span>{written(tick)}</span> }).collect_view();
    let behind = [0, 25, 50, 75, 100].map(|y| {
        let y = y.to_string();
        view! { <line class="chart-grid" x1="0" x2="100" y1=y.clone() y2=y></line> }
    });
    view! {
        <div class="plot">
            <div class="plot__side" aria-hidden="true">{side}</div>
            <svg class="plot__shapes" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=label>
                {behind.collect_view()}
                {children()}
            </svg>
            <div class="plot__below" aria-hidden="true">
                {few(below).into_iter().map(|word| view! { <span>{word}</span> }).collect_view()}
            </div>
        </div>
    }
}

/// The first, the middle and the last: more would not fit everywhere.
fn few(words: Vec<String>) -> Vec<String> {
    let last = words.len().saturating_sub(1);
    if last < 2 {
        return words;
    }
    [0, last / 2, last].into_iter().filter_map(|place| words.get(place).cloned()).collect()
}

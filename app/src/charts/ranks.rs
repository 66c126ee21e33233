//! Bars lying in the rows of a table: which is how members, teams and choices are compared.

use super::Hue;
use leptos::prelude::*;

/// A part of a lying bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its colour.
    pub hue: Hue,
    /// How long, of `most`.
    pub value: i64,
}

/// A bar as long as its parts, where `most` is the whole width. The numbers stand in the cells beside it.
#[component]
pub fn RankBar(
    /// From the left.
    parts: Vec<Part>,
    /// The whole width.
    most: i64,
) -> impl IntoView {
    let scale = super::Scale { top: most.max(1) };
    let mut left = 0.0;
    let shape = |part: Part| {
        let (x, width) = (left, scale.height(part.value));
        left += width;
        view! { <rect class=part.hue.fill() x=format!("{x:.2}") y="0" width=format!("{width:.2}") height="10"></rect> }
    };
    view! {
        <svg class="rank-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            {parts.into_iter().map(shape).collect_view()}
        </svg>
    }
}

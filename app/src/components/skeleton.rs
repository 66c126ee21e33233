//! The shape of what is still loading.

use crate::texts::t;
use leptos::prelude::*;

/// Grey rows where rows will be.
#[component]
pub fn Skeleton(
    /// How many.
    #[prop(default = 6)]
    rows: usize,
) -> impl IntoView {
    let lines = (0..rows).map(|_| view! { <span class="skeleton__row"></span> }).collect_view();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{move || t().frame.loading}</span>
            {lines}
        </div>
    }
}

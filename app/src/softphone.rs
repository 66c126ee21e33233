//! The telephone dock.

use leptos::prelude::*;

/// Makes the telephone known to every component below.
pub fn provide() {}

/// The dock.
#[component]
pub fn Dock() -> impl IntoView {
    view! { <div class="dock"></div> }
}

//! The frame around every page: navigation, the page, the telephone dock. Navigation never reloads it.

use crate::surroundings::{Viewer, Visit};
use leptos::prelude::*;

/// The application.
#[component]
pub fn App() -> impl IntoView {
    let _viewer = Viewer::provide(&Visit::shared());
    view! { <main></main> }
}

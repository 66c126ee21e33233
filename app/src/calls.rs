//! The log of calls.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// A page.
#[component]
pub fn CallsPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.calls /> }
}

/// A page.
#[component]
pub fn CallPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.calls /> }
}

//! One's own profile.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// Keeps them.
pub fn remember_appearance() {}

/// A page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    view! { <PageHead title=move || t().profile.title /> }
}

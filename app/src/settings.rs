//! The telephone account.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// A page.
#[component]
pub fn TelephonePage() -> impl IntoView {
    view! { <PageHead title=move || t().settings.title /> }
}

//! Signing in.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// A page.
#[component]
pub fn SignInPage() -> impl IntoView {
    view! { <PageHead title=move || t().sign_in.title /> }
}

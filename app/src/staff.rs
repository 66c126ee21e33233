//! Members and roles.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// A page.
#[component]
pub fn StaffPage() -> impl IntoView {
    view! { <PageHead title=move || t().staff.title /> }
}

/// A page.
#[component]
pub fn NewMemberPage() -> impl IntoView {
    view! { <PageHead title=move || t().staff.title /> }
}

/// A page.
#[component]
pub fn MemberPage() -> impl IntoView {
    view! { <PageHead title=move || t().staff.title /> }
}

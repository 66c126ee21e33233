//! Customers.

use crate::components::PageHead;
use crate::texts::t;
use leptos::prelude::*;

/// A page.
#[component]
pub fn CustomersPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.customers /> }
}

/// A page.
#[component]
pub fn NewCustomerPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.customers /> }
}

/// A page.
#[component]
pub fn CustomerPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.customers /> }
}

/// A page.
#[component]
pub fn EditCustomerPage() -> impl IntoView {
    view! { <PageHead title=move || t().frame.customers /> }
}

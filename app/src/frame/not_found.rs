//! What an address without a page shows.

use crate::components::{ButtonKind, EmptyState, LinkButton, PageHead};
use crate::routes::Route;
use crate::texts::t;
use leptos::prelude::*;

/// What an address without a page shows.
#[component]
pub(super) fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <PageHead title=move || t().frame.not_found />
        <EmptyState
            icon=icondata_lu::LuCompass
            title=move || t().frame.not_found
            text=move || t().frame.not_found_text
        >
            <LinkButton route=Route::Customers label=move || t().frame.to_customers kind=ButtonKind::Primary />
        </EmptyState>
    }
}

//! The page where a file comes in, and of the imports there were.

use super::api::list_imports;
use super::past::PastImports;
use super::upload::UploadBox;
use crate::components::{ButtonKind, ErrorState, LinkButton, PageHead, Skeleton};
use crate::routes::Route;
use crate::texts::t;
use leptos::prelude::*;

/// A place for a file, and what came in before.
#[component]
pub fn ImportsPage() -> impl IntoView {
    let past = Resource::new_blocking(|| (), |()| list_imports(None));
    let again = Callback::new(move |()| past.refetch());
    view! {
        <PageHead title=move || t().imports.title>
            <LinkButton
                route=Route::Customers
                label=move || t().customers.title
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
        </PageHead>
        <div class="imports">
            <Transition fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match past.await {
                        // Whoever may not import sees the refusal alone.
                        Ok(page) => view! { <UploadBox /> <PastImports first=page /> }.into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

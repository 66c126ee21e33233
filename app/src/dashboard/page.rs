//! The page of the dashboard.

use super::address::DashboardAddress;
use super::api::dashboard_figures;
use super::figures::AllFigures;
use super::filters::Filters;
use crate::components::{ErrorState, PageHead, Skeleton};
use crate::customers::query_here::query_here;
use crate::texts::t;
use leptos::prelude::*;

/// The dashboard.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(DashboardAddress::of));
    let asked = Memo::new(move |_| address.get().query());
    let figures = Resource::new_blocking(move || asked.get(), dashboard_figures);
    let retry = Callback::new(move |()| figures.refetch());
    view! {
        <PageHead title=move || t().dashboard.title />
        <Filters address=address />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || Suspend::new(async move {
                match figures.await {
                    Ok(figures) => {
                        let team = address.get_untracked().team;
                        view! { <AllFigures figures=figures team=team /> }.into_any()
                    }
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

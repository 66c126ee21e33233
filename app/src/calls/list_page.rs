//! The page of all calls one may see.

use super::api::{call_choices, list_calls};
use super::columns::ColumnChooser;
use super::filter_bar::FilterBar;
use super::list_rows::CallRows;
use super::log_address::LogAddress;
use crate::components::{ErrorState, PageHead, Skeleton};
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::query_here::query_here;
use crate::export::ExportButton;
use crate::surroundings::viewer;
use crate::texts::t;
use crate::views::{Shown, ViewTabs};
use domain::access::Action as Deed;
use domain::lists::List;
use domain::views::Words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The log.
#[component]
pub fn CallsPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(LogAddress::of));
    let asked = Memo::new(move |_| address.get().query());
    let first = Resource::new_blocking(move || asked.get(), list_calls);
    let choices = Resource::new_blocking(|| (), |()| call_choices());
    let retry = Callback::new(move |()| first.refetch());
    let (sees_others, exports) = (viewer().may(Deed::SeeTeamCalls), viewer().may(Deed::ExportCalls));
    let go = going(address);
    let files = Signal::derive(move || vec![("CSV", address.get().file())]);
    let columns = Memo::new(move |_| address.with(|address| address.view.shown(sees_others.get())));
    let shown = Shown {
        list: List::Calls,
        words: Memo::new(move |_| address.with(|address| Words::from(&address.view))),
        tab: Memo::new(move |_| address.with(|address| address.tab.clone())),
    };
    on_keys(move_among_rows);
    view! {
        <PageHead title=move || if sees_others.get() { t().calls.all_calls } else { t().calls.my_calls }>
            <ColumnChooser address=address columns=columns go=go />
            <Show when=move || exports.get()>
                <ExportButton words=|| &t().log.export files=files />
            </Show>
        </PageHead>
        <ViewTabs shown=shown />
        <FilterBar address=address choices=choices sees_others=sees_others go=go />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => {
                        view! { <CallRows first=page asked=asked columns=columns again=retry /> }.into_any()
                    }
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// Goes where an address says, in place of where we are: narrowing leaves one step in the history, not one a press.
fn going(address: Memo<LogAddress>) -> Callback<LogAddress> {
    let navigate = use_navigate();
    Callback::new(move |wanted: LogAddress| {
        if wanted != address.get_untracked() {
            navigate(&wanted.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
        }
    })
}

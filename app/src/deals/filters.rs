//! What deals are narrowed by: text, pipeline, stage, owner, period, tag. A forecast knows pipeline and owner only.

use super::address::{DealAddress, Shown};
use super::words;
use crate::components::WhenKnown;
use crate::customers::filters::FilterSelect;
use crate::customers::list_page::{OwnerFilter, SearchBox};
use crate::pipelines::api::list_pipelines;
use crate::records::{ColumnChooser, FilterButton, RecentChanges};
use crate::routes::Route;
use crate::tags::TagFilter;
use crate::texts::t;
use crate::views::{self, ViewTabs};
use domain::deals::Due;
use domain::filters::Filter;
use domain::lists::List;
use domain::pipelines::Pipeline;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The filters; a plain form until the page is live.
#[component]
pub(super) fn Filters(
    /// What the address says now.
    address: Memo<DealAddress>,
    /// Asks for the deals anew.
    again: Callback<()>,
) -> impl IntoView {
    let go = going(address);
    let change = move |change: fn(&mut DealAddress, String)| {
        Callback::new(move |word: String| {
            let mut wanted = address.get_untracked();
            change(&mut wanted, word);
            go.run(wanted);
        })
    };
    let said = move |word: fn(&DealAddress) -> &String| Signal::derive(move || address.with(|a| word(a).clone()));
    let shown = move || address.with(|address| address.shown);
    let tabs = views::Shown {
        list: List::Deals,
        words: Memo::new(move |_| address.with(DealAddress::words)),
        tab: Memo::new(move |_| address.with(|address| address.tab.clone())),
    };
    let filter = Memo::new(move |_| address.with(|address| address.filter.clone()));
    let refilter = Callback::new(move |filter: Filter| go.run(DealAddress { filter, ..address.get_untracked() }));
    view! {
        <ViewTabs shown=tabs />
        <div class="records-bar">
        <form class="filters" role="search" method="get" action=Route::Deals.href() on:submit=|ev| ev.prevent_default()>
            <Show when=move || shown() != Shown::Forecast>
                <SearchBox
                    text=said(|address| &address.text)
                    label=move || t().deals.search
                    on_search=change(|address, text| text.trim().clone_into(&mut address.text))
                />
            </Show>
            <PipelineFilter
                address=address
                on_pipeline=change(|address, id| {
                    address.pipeline = id;
                    address.stage.clear();
                })
                on_stage=change(|address, id| address.stage = id)
            />
            <OwnerFilter value=said(|address| &address.owner) on_change=change(|address, owner| address.owner = owner) />
            <Show when=move || shown() != Shown::Forecast>
                <DueFilter value=said(|address| &address.due) on_change=change(|address, due| address.due = due) />
                <TagFilter value=said(|address| &address.tag) on_change=change(|address, tag| address.tag = tag) />
            </Show>
        </form>
            <Show when=move || shown() != Shown::Forecast>
                <FilterButton list=List::Deals filter=filter on_change=refilter />
            </Show>
            <Show when=move || shown() == Shown::List>
                <ColumnChooser
                    list=List::Deals
                    shown=said(|address| &address.columns)
                    on_change=change(|address, columns| address.columns = columns)
                />
                <RecentChanges list=List::Deals again=again />
            </Show>
        </div>
    }
}

/// Goes where an address says, in place of where we are: searching leaves one step in the history, not one a key.
fn going(address: Memo<DealAddress>) -> Callback<DealAddress> {
    let navigate = use_navigate();
    Callback::new(move |wanted: DealAddress| {
        let wanted = wanted.settled();
        if wanted != address.get_untracked() {
            navigate(&wanted.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
        }
    })
}

/// The pipeline, where there are several; in a list the stage, too.
#[component]
fn PipelineFilter(
    address: Memo<DealAddress>,
    on_pipeline: Callback<String>,
    on_stage: Callback<String>,
) -> impl IntoView {
    let all = Resource::new_blocking(|| (), |()| list_pipelines());
    // Without the list nothing can be chosen; the board says what is wrong.
    let known = move || all.get().and_then(Result::ok).unwrap_or_default();
    let on_board = move || address.with(|address| address.shown == Shown::Board);
    let pipelines = move || {
        let any = (!on_board()).then(|| (String::new(), t().deals.any_pipeline.to_owned()));
        any.into_iter().chain(known().into_iter().map(|one| (one.id.to_string(), one.name))).collect::<Vec<_>>()
    };
    let stages = move || {
        let of = address.with(|address| address.pipeline.clone());
        let fits = |one: &Pipeline| of.is_empty() || one.id.as_str() == of;
        let mut options = vec![(String::new(), t().deals.any_stage.to_owned())];
        let stages = known().into_iter().filter(fits).flat_map(|one| one.stages);
        options.extend(stages.map(|stage| (stage.id.to_string(), stage.name)));
        options
    };
    view! {
        <WhenKnown when=move || { known().len() > 1 }>
            <FilterSelect
                name="pipeline"
                label=move || t().deals.pipeline
                value=Signal::derive(move || address.get().pipeline)
                options=Signal::derive(pipelines)
                on_change=on_pipeline
            />
        </WhenKnown>
        <Suspense>
            <Show when=move || address.with(|address| address.shown == Shown::List)>
                <FilterSelect
                    name="stage"
                    label=move || t().deals.stage
                    value=Signal::derive(move || address.get().stage)
                    options=Signal::derive(stages)
                    on_change=on_stage
                />
            </Show>
        </Suspense>
    }
}

/// When they should be won.
#[component]
fn DueFilter(#[prop(into)] value: Signal<String>, on_change: Callback<String>) -> impl IntoView {
    let options = || {
        let mut options = vec![(String::new(), t().deals.any_due.to_owned())];
        options.extend(Due::ALL.into_iter().map(|due| (due.as_str().to_owned(), words::due(due).to_owned())));
        options
    };
    view! {
        <FilterSelect
            name="due"
            label=move || t().deals.due
            value=value
            options=Signal::derive(options)
            on_change=on_change
        />
    }
}

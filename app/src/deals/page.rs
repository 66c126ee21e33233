//! The page of deals: as a board, as a list, as a forecast.

use super::address::{DealAddress, Shown};
use super::api::{deal_board, deal_forecast, list_deals};
use super::board::BoardOf;
use super::filters::Filters;
use super::forecast::ForecastChart;
use super::list::DealRows;
use crate::components::{ButtonKind, ErrorState, LinkButton, PageHead, Segmented, Skeleton};
use crate::custom::api::custom_fields;
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::query_here::query_here;
use crate::export::ExportButton;
use crate::records::{columns, edit_row, toggle_row};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::custom::Entity;
use domain::customers::OwnerFilter;
use domain::deals::DealQuery;
use domain::lists::List;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The deals.
#[component]
pub fn DealsPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(DealAddress::of));
    let me = viewer().me;
    let asked = Memo::new(move |_| me.with(|me| address.get().query(me.as_ref().map(|me| &me.id))));
    let shown = Memo::new(move |_| address.with(|address| address.shown));
    let exports = viewer().may(Deed::ExportDeals);
    let files = Signal::derive(move || address.get().files());
    // Asked anew after a change of many is undone.
    let round = RwSignal::new(0_u32);
    on_keys(|key| move_among_rows(key) || toggle_row(key) || edit_row(key));
    view! {
        <PageHead title=move || t().deals.title>
            <Views address=address />
            <Show when=move || exports.get() && shown.get() == Shown::List>
                <ExportButton words=|| &t().deals.export files=files />
            </Show>
            <LinkButton
                route=Route::NewDeal { customer: None, company: None }
                label=move || t().deals.create
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
            />
        </PageHead>
        <Filters address=address again=Callback::new(move |()| round.update(|round| *round += 1)) />
        {move || match shown.get() {
            Shown::Board => view! { <BoardView asked=asked round=round /> }.into_any(),
            Shown::List => view! { <ListView asked=asked address=address round=round /> }.into_any(),
            Shown::Forecast => view! { <ForecastView asked=asked /> }.into_any(),
        }}
    }
}

/// Board, list or forecast.
#[component]
fn Views(
    /// What the address says now.
    address: Memo<DealAddress>,
) -> impl IntoView {
    let navigate = use_navigate();
    let choose = Callback::new(move |word: String| {
        let mut wanted = address.get_untracked();
        wanted.shown = Shown::ALL.into_iter().find(|shown| shown.word() == word).unwrap_or_default();
        navigate(&wanted.settled().href(), NavigateOptions { scroll: false, ..NavigateOptions::default() });
    });
    let options = || {
        let words = &t().deals;
        let name = |shown| match shown {
            Shown::Board => words.board,
            Shown::List => words.list,
            Shown::Forecast => words.forecast,
        };
        Shown::ALL.into_iter().map(|shown| (shown.word().to_owned(), name(shown).to_owned())).collect::<Vec<_>>()
    };
    view! {
        <Segmented
            name="deal-view"
            label=move || t().deals.views
            chosen=Signal::derive(move || address.get().shown.word().to_owned())
            on_choose=choose
            options=Signal::derive(options)
        />
    }
}

#[component]
fn BoardView(asked: Memo<DealQuery>, round: RwSignal<u32>) -> impl IntoView {
    let answer = Resource::new_blocking(move || (asked.get(), round.get()), |(asked, _)| deal_board(asked));
    let retry = Callback::new(move |()| answer.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=10 /> }>
            {move || Suspend::new(async move {
                match answer.await {
                    Ok(board) => view! { <BoardOf board=board asked=asked.get_untracked() /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn ListView(asked: Memo<DealQuery>, address: Memo<DealAddress>, round: RwSignal<u32>) -> impl IntoView {
    let first = Resource::new_blocking(move || (asked.get(), round.get()), |(asked, _)| list_deals(asked));
    let fields = Resource::new_blocking(|| (), |()| custom_fields(Entity::Deal));
    let retry = Callback::new(move |()| first.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || {
                Suspend::new(async move {
                    let fields = fields.await.unwrap_or_default();
                    // Other columns of the same lines: what is chosen or was changed there stays.
                    let columns = Memo::new(move |_| address.with(|at| columns(List::Deals, &at.columns, &fields)));
                    match first.await {
                        Ok(page) => {
                            view! { <DealRows first=page columns=columns asked=asked address=address again=retry /> }.into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

#[component]
fn ForecastView(asked: Memo<DealQuery>) -> impl IntoView {
    let of = Memo::new(move |_| {
        asked.with(|asked| {
            let member = match &asked.filter.owner {
                OwnerFilter::Member(id) => Some(id.clone()),
                _ => None,
            };
            (asked.filter.pipeline.clone(), member)
        })
    });
    let answer = Resource::new_blocking(move || of.get(), |(pipeline, owner)| deal_forecast(pipeline, owner));
    let retry = Callback::new(move |()| answer.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match answer.await {
                    Ok(forecast) => view! { <ForecastChart forecast=forecast /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

//! Deals as rows.

use super::address::DealAddress;
use super::api::list_deals;
use super::of::{stage_icon, tone};
use super::words::CloseDay;
use crate::components::{Ago, Badge, ButtonKind, EmptyState, LinkButton};
use crate::custom::{cells, heads};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::texts::t;
use domain::custom::CustomField;
use domain::deals::{Deal, DealQuery};
use domain::paging::{Cursor, Page};
use domain::times;
use leptos::prelude::*;

/// The rows, or what to do when there are none.
#[component]
pub(super) fn DealRows(
    /// The first page.
    first: Page<Deal>,
    /// The custom fields that are columns.
    columns: Vec<CustomField>,
    /// What it answers; the next pages are asked for likewise.
    asked: Memo<DealQuery>,
    /// The same, as the address says it.
    address: Memo<DealAddress>,
) -> impl IntoView {
    if first.rows.is_empty() {
        return view! { <NoDeals everything=address.get_untracked().is_everything() /> }.into_any();
    }
    let asked = asked.get_untracked();
    let growing = Growing::new(first, move |from: Cursor| list_deals(DealQuery { after: Some(from), ..asked.clone() }));
    view! {
        <div class="list">
            <table class="table deal-rows">
                <thead>
                    <tr>
                        <SortHead address=address by="title" label=Signal::derive(|| t().deals.name) />
                        <th scope="col">{move || t().deals.customer}</th>
                        <th scope="col">{move || t().deals.stage}</th>
                        <SortHead address=address by="amount" label=Signal::derive(|| t().deals.amount) figure=true />
                        <SortHead address=address by="" label=Signal::derive(|| t().deals.close_on) />
                        <th scope="col">{move || t().deals.owner}</th>
                        <SortHead address=address by="moved" label=Signal::derive(|| t().deals.moved_at) />
                        {heads(&columns)}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=|deal| (deal.id.clone(), deal.version) let(deal)>
                        <Line deal=deal columns=columns.clone() />
                    </For>
                </tbody>
            </table>
        </div>
        <MoreRows growing=growing />
    }
    .into_any()
}

/// The head of a column the list can be ordered by.
#[component]
fn SortHead(
    /// What the address says now.
    address: Memo<DealAddress>,
    /// The order, in the address's word.
    by: &'static str,
    /// The column's name.
    label: Signal<&'static str>,
    /// Whether the column holds numbers.
    #[prop(optional)]
    figure: bool,
) -> impl IntoView {
    let is_sorted = move || address.with(|address| address.sort == by);
    let falling = matches!(by, "amount" | "moved");
    let direction = move || is_sorted().then_some(if falling { "descending" } else { "ascending" });
    let href = move || DealAddress { sort: by.to_owned(), ..address.get() }.href();
    view! {
        <th scope="col" class:table__figure=figure aria-sort=direction>
            <a class="table__sort" class:is-sorted=is_sorted href=href data-noscroll="">
                {move || label.get()}
            </a>
        </th>
    }
}

#[component]
fn Line(
    /// The deal.
    deal: Deal,
    /// The custom fields that are columns.
    columns: Vec<CustomField>,
) -> impl IntoView {
    let with = [deal.customer.map(|customer| customer.name), deal.company.map(|company| company.name)];
    let with = with.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let kind = deal.stage.kind;
    view! {
        <tr class="table__row">
            <th scope="row" class="deal-rows__title">
                <a class="table__link" data-row="" href=Route::Deal(deal.id).href()>{deal.title}</a>
            </th>
            <td class="deal-rows__with">{with}</td>
            <td class="deal-rows__stage">
                <Badge tone=tone(kind) icon=stage_icon(kind) label=deal.stage.name />
            </td>
            <td class="deal-rows__amount table__figure">{times::money(deal.amount)}</td>
            <td class="deal-rows__close">
                {deal.close_on.map(|on| view! { <CloseDay on=on closed=kind.is_closed() /> })}
            </td>
            <td class="deal-rows__owner">{deal.owner.map(|owner| owner.name)}</td>
            <td class="deal-rows__moved">
                <Ago at=deal.moved_at />
            </td>
            {cells(&columns, &deal.custom)}
        </tr>
    }
}

/// No deals at all, or none that fit.
#[component]
pub(super) fn NoDeals(
    /// Whether all were asked for.
    everything: bool,
) -> impl IntoView {
    let words = move || {
        let words = &t().deals;
        if everything { (words.none_title, words.none_text) } else { (words.nothing_title, words.nothing_text) }
    };
    view! {
        <EmptyState icon=icondata_lu::LuHandshake title=move || words().0 text=move || words().1>
            <LinkButton
                route=Route::NewDeal { customer: None, company: None }
                label=move || t().deals.create
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
            />
            {(!everything)
                .then(|| view! { <LinkButton route=Route::Deals label=move || t().customers.clear_filters /> })}
        </EmptyState>
    }
}

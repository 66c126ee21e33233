//! Deals as rows.

use super::address::DealAddress;
use super::api::{list_deals, set_deal_cell};
use super::of::{stage_icon, tone};
use super::words::CloseDay;
use crate::components::{Ago, Badge, ButtonKind, EmptyState, LinkButton};
use crate::customers::growing::{Growing, MoreRows};
use crate::records::{
    BulkBar, Cells, Choose, ChooseAll, Column, Editing, Selection, Typed, class, custom_cell, head, plain, words,
};
use crate::routes::Route;
use crate::texts::t;
use domain::bulk::Chosen;
use domain::deals::{Deal, DealQuery};
use domain::ids::DealId;
use domain::lists::{List, ListColumn};
use domain::paging::{Cursor, Page};
use domain::times;
use leptos::prelude::*;

/// The rows, or what to do when there are none.
#[component]
pub(super) fn DealRows(
    /// The first page.
    first: Page<Deal>,
    /// What is said of each.
    columns: Memo<Vec<Column>>,
    /// What it answers; the next pages are asked for likewise.
    asked: Memo<DealQuery>,
    /// The same, as the address says it.
    address: Memo<DealAddress>,
    /// Asks for the list anew.
    again: Callback<()>,
) -> impl IntoView {
    if first.rows.is_empty() {
        return view! { <NoDeals everything=address.get_untracked().is_everything() /> }.into_any();
    }
    let asked = asked.get_untracked();
    let found = Signal::stored(Chosen::FoundDeals(Box::new(asked.clone())));
    let growing = Growing::new(first, move |from: Cursor| list_deals(DealQuery { after: Some(from), ..asked.clone() }))
        .once(|a, b| a.id == b.id);
    let selection = Selection::of(List::Deals);
    let shown = Signal::derive(move || growing.rows.with(|rows| rows.iter().map(|row| row.id.to_string()).collect()));
    let editing = Editing::of(List::Deals, growing, |typed: Typed| {
        set_deal_cell(DealId::new(typed.id), typed.version, typed.cell, typed.value)
    });
    let heads = move || columns.with(|columns| columns.iter().map(|column| order_head(address, column)).collect_view());
    view! {
        <div class="list">
            <table class="table deal-rows">
                <thead>
                    <tr>
                        <ChooseAll selection=selection shown=shown />
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=|deal| (deal.id.clone(), deal.version) let(deal)>
                        <Line deal=deal columns=columns editing=editing selection=selection shown=shown />
                    </For>
                </tbody>
            </table>
        </div>
        <BulkBar list=List::Deals selection=selection shown=shown found=found more=growing.has_more() again=again />
        <MoreRows growing=growing />
    }
    .into_any()
}

fn order_head(address: Memo<DealAddress>, column: &Column) -> AnyView {
    let (by, column) = match column {
        Column::Usual(column @ ListColumn::Title) => ("title", *column),
        Column::Usual(column @ ListColumn::Amount) => ("amount", *column),
        Column::Usual(column @ ListColumn::CloseOn) => ("", *column),
        Column::Usual(column @ ListColumn::Moved) => ("moved", *column),
        other => return head(List::Deals, other),
    };
    view! { <SortHead address=address by=by column=column /> }.into_any()
}

/// The head of a column the list can be ordered by.
#[component]
fn SortHead(
    /// What the address says now.
    address: Memo<DealAddress>,
    /// The order, in the address's word.
    by: &'static str,
    /// Which column.
    column: ListColumn,
) -> impl IntoView {
    let is_sorted = move || address.with(|address| address.sort == by);
    let falling = matches!(by, "amount" | "moved");
    let direction = move || is_sorted().then_some(if falling { "descending" } else { "ascending" });
    let href = move || DealAddress { sort: by.to_owned(), ..address.get() }.href();
    view! {
        <th scope="col" class=class(column) aria-sort=direction>
            <a class="table__sort" class:is-sorted=is_sorted href=href data-noscroll="">
                {move || words::column(List::Deals, column)}
            </a>
        </th>
    }
}

#[component]
fn Line(
    /// The deal.
    deal: Deal,
    /// What is said of it.
    columns: Memo<Vec<Column>>,
    /// The cell that is being changed.
    editing: Editing,
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows.
    shown: Signal<Vec<String>>,
) -> impl IntoView {
    let cells = Cells::of(editing, &deal, &deal.title);
    let (id, name) = (deal.id.to_string(), deal.title.clone());
    let said_in = move |column: &Column| match column {
        Column::Usual(column) => said(*column, &deal, &cells),
        Column::Custom(field) => custom_cell(field, &deal.custom),
    };
    let said = move || columns.with(|columns| columns.iter().map(&said_in).collect_view());
    view! {
        <tr class="table__row">
            <Choose id=id name=name selection=selection shown=shown />
            {said}
        </tr>
    }
}

fn said(column: ListColumn, deal: &Deal, cells: &Cells) -> AnyView {
    let kind = deal.stage.kind;
    match column {
        ListColumn::Title => {
            let (title, id, href) = (deal.title.clone(), deal.id.to_string(), Route::Deal(deal.id.clone()).href());
            cells.head(column, move || {
                view! { <a class="table__link" data-row=id.clone() href=href.clone()>{title.clone()}</a> }
            })
        }
        ListColumn::Customer => {
            let with = [deal.customer.as_ref().map(|one| &one.name), deal.company.as_ref().map(|one| &one.name)];
            let with = with.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ");
            plain(column, with)
        }
        ListColumn::Stage => {
            let stage = deal.stage.name.clone();
            cells.cell(column, move || {
                view! { <Badge tone=tone(kind) icon=stage_icon(kind) label=stage.clone() /> }
            })
        }
        ListColumn::Amount => cells.text(column, Some(times::money(deal.amount))),
        ListColumn::CloseOn => {
            let on = deal.close_on;
            cells.cell(column, move || on.map(|on| view! { <CloseDay on=on closed=kind.is_closed() /> }))
        }
        ListColumn::Tags => plain(column, deal.tags.clone()),
        ListColumn::Owner => cells.text(column, deal.owner.as_ref().map(|owner| owner.name.clone())),
        ListColumn::Created => plain(column, view! { <Ago at=deal.created_at /> }),
        ListColumn::Moved => plain(column, view! { <Ago at=deal.moved_at /> }),
        _ => ().into_any(),
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

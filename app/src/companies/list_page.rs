//! The page of all companies: search, filter, order.

use super::api::{list_companies, set_company_cell};
use crate::components::{Ago, ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::custom::api::custom_fields;
use crate::customers::address::{ListAddress, Listed};
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::list_page::Filters;
use crate::customers::list_rows::{RowLink, order_head};
use crate::customers::query_here::query_here;
use crate::export::ExportButton;
use crate::records::{
    BulkBar, Cells, Choose, ChooseAll, Column, Editing, Selection, Typed, columns, custom_cell, edit_row, plain,
    toggle_row,
};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::bulk::Chosen;
use domain::companies::CompanyRow;
use domain::custom::Entity;
use domain::customers::CustomerQuery;
use domain::ids::CompanyId;
use domain::lists::{List, ListColumn};
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// The list of companies.
#[component]
pub fn CompaniesPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(|query| ListAddress::of(Listed::Companies, query)));
    let me = viewer().me;
    let asked = Memo::new(move |_| me.with(|me| address.get().query(me.as_ref().map(|me| &me.id))));
    let first = Resource::new_blocking(move || asked.get(), list_companies);
    let fields = Resource::new_blocking(|| (), |()| custom_fields(Entity::Company));
    let retry = Callback::new(move |()| first.refetch());
    let exports = viewer().may(Deed::ExportCompanies);
    let files = Signal::derive(move || address.get().files());
    on_keys(|key| move_among_rows(key) || toggle_row(key) || edit_row(key));
    view! {
        <PageHead title=move || t().companies.title>
            <Show when=move || exports.get()>
                <ExportButton words=|| &t().companies.export files=files />
            </Show>
            <LinkButton
                route=Route::NewCompany
                label=move || t().companies.create
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
            />
        </PageHead>
        <Filters address=address again=retry />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || {
                Suspend::new(async move {
                    let fields = fields.await.unwrap_or_default();
                    // Other columns of the same lines: what is chosen or was changed there stays.
                    let columns = Memo::new(move |_| address.with(|at| columns(List::Companies, &at.columns, &fields)));
                    let rows = |page| {
                        view! { <Rows first=page columns=columns asked=asked address=address again=retry /> }
                    };
                    match first.await {
                        Ok(page) => rows(page).into_any(),
                        Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// The rows, or what to do when there are none.
#[component]
fn Rows(
    /// The first page.
    first: Page<CompanyRow>,
    /// What is said of each.
    columns: Memo<Vec<Column>>,
    /// What it answers; the next pages are asked for likewise.
    asked: Memo<CustomerQuery>,
    /// The same, as the address says it.
    address: Memo<ListAddress>,
    /// Asks for the list anew.
    again: Callback<()>,
) -> impl IntoView {
    if first.rows.is_empty() {
        return view! { <NoRows everything=address.get_untracked().is_everything() /> }.into_any();
    }
    let asked = asked.get_untracked();
    let found = Signal::stored(Chosen::Found(Box::new(asked.clone())));
    let growing =
        Growing::new(first, move |from: Cursor| list_companies(CustomerQuery { after: Some(from), ..asked.clone() }))
            .once(|a, b| a.id == b.id);
    let selection = Selection::of(List::Companies);
    let shown = Signal::derive(move || growing.rows.with(|rows| rows.iter().map(|row| row.id.to_string()).collect()));
    let editing = Editing::of(List::Companies, growing, |typed: Typed| {
        set_company_cell(CompanyId::new(typed.id), typed.version, typed.cell, typed.value)
    });
    let heads = move || {
        columns.with(|columns| columns.iter().map(|column| order_head(address, List::Companies, column)).collect_view())
    };
    view! {
        <div class="list">
            <table class="table customers">
                <thead>
                    <tr>
                        <ChooseAll selection=selection shown=shown />
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=|row| (row.id.clone(), row.version) let(row)>
                        <Line row=row columns=columns editing=editing selection=selection shown=shown />
                    </For>
                </tbody>
            </table>
        </div>
        <BulkBar list=List::Companies selection=selection shown=shown found=found more=growing.has_more() again=again />
        <MoreRows growing=growing />
    }
    .into_any()
}

#[component]
fn Line(
    /// The company.
    row: CompanyRow,
    /// What is said of it.
    columns: Memo<Vec<Column>>,
    /// The cell that is being changed.
    editing: Editing,
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows.
    shown: Signal<Vec<String>>,
) -> impl IntoView {
    let cells = Cells::of(editing, &row, &row.name);
    let (id, name) = (row.id.to_string(), row.name.clone());
    let said_in = move |column: &Column| match column {
        Column::Usual(column) => said(*column, &row, &cells),
        Column::Custom(field) => custom_cell(field, &row.custom),
    };
    let said = move || columns.with(|columns| columns.iter().map(&said_in).collect_view());
    view! {
        <tr class="table__row">
            <Choose id=id name=name selection=selection shown=shown />
            {said}
        </tr>
    }
}

fn said(column: ListColumn, row: &CompanyRow, cells: &Cells) -> AnyView {
    match column {
        ListColumn::Name => {
            let (name, id, href) = (row.name.clone(), row.id.to_string(), Route::Company(row.id.clone()).href());
            cells.head(column, move || view! { <RowLink name=name.clone() id=id.clone() href=href.clone() /> })
        }
        ListColumn::People => plain(column, (row.people > 0).then_some(row.people)),
        ListColumn::Phone => {
            let do_not_call = row.do_not_call;
            let dial = |number| view! { <Dialable number=number do_not_call=do_not_call /> };
            plain(column, row.phone.clone().map(dial))
        }
        ListColumn::Email => cells.text(column, row.email.clone()),
        ListColumn::Address => cells.text(column, row.address.clone()),
        ListColumn::Tags => plain(column, row.tags.clone()),
        ListColumn::Owner => cells.text(column, row.owner.as_ref().map(|owner| owner.name.clone())),
        ListColumn::Created => plain(column, view! { <Ago at=row.created_at /> }),
        ListColumn::Activity => plain(column, view! { <Ago at=row.last_activity_at /> }),
        _ => ().into_any(),
    }
}

/// No companies at all, or none that fit.
#[component]
fn NoRows(
    /// Whether all were asked for.
    everything: bool,
) -> impl IntoView {
    let words = move || {
        let words = &t().companies;
        if everything { (words.none_title, words.none_text) } else { (words.nothing_title, words.nothing_text) }
    };
    view! {
        <EmptyState icon=icondata_lu::LuBuilding2 title=move || words().0 text=move || words().1>
            <LinkButton
                route=Route::NewCompany
                label=move || t().companies.create
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
            />
            {(!everything)
                .then(|| view! { <LinkButton route=Route::Companies label=move || t().customers.clear_filters /> })}
        </EmptyState>
    }
}

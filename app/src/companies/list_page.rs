//! The page of all companies: search, filter, order.

use super::api::list_companies;
use crate::components::{Ago, Avatar, ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::custom::api::custom_fields;
use crate::custom::{cells, columns, heads};
use crate::customers::address::{BY_NAME, ListAddress, Listed};
use crate::customers::growing::{Growing, MoreRows};
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::list_page::Filters;
use crate::customers::list_rows::SortHead;
use crate::customers::query_here::query_here;
use crate::export::ExportButton;
use crate::records::{BulkBar, Choose, ChooseAll, Selection, toggle_row};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::bulk::Chosen;
use domain::companies::CompanyRow;
use domain::custom::{CustomField, Entity};
use domain::customers::CustomerQuery;
use domain::lists::List;
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
    let shown = Memo::new(move |_| address.with(|address| address.columns.clone()));
    let retry = Callback::new(move |()| first.refetch());
    let exports = viewer().may(Deed::ExportCompanies);
    let files = Signal::derive(move || address.get().files());
    on_keys(|key| move_among_rows(key) || toggle_row(key));
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
        <Filters address=address />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || {
                let shown = shown.get();
                Suspend::new(async move {
                    let columns = columns(fields.await.unwrap_or_default(), &shown);
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
    /// The custom fields that are columns.
    columns: Vec<CustomField>,
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
        Growing::new(first, move |from: Cursor| list_companies(CustomerQuery { after: Some(from), ..asked.clone() }));
    let selection = Selection::of(List::Companies);
    let shown = Signal::derive(move || growing.rows.with(|rows| rows.iter().map(|row| row.id.to_string()).collect()));
    view! {
        <BulkBar list=List::Companies selection=selection found=found more=growing.has_more() again=again />
        <div class="list">
            <table class="table customers">
                <thead>
                    <tr>
                        <ChooseAll selection=selection shown=shown />
                        <SortHead address=address by=BY_NAME label=Signal::derive(|| t().companies.name) />
                        <th scope="col">{move || t().companies.people}</th>
                        <th scope="col">{move || t().customers.phone}</th>
                        <th scope="col" class="customers__owner">{move || t().customers.owner}</th>
                        <SortHead address=address by="" label=Signal::derive(|| t().customers.last_activity) />
                        {heads(&columns)}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || growing.rows.get() key=|row| row.id.clone() let(row)>
                        <Line row=row columns=columns.clone() selection=selection shown=shown />
                    </For>
                </tbody>
            </table>
        </div>
        <MoreRows growing=growing />
    }
    .into_any()
}

#[component]
fn Line(
    /// The company.
    row: CompanyRow,
    /// The custom fields that are columns.
    columns: Vec<CustomField>,
    /// What is chosen.
    selection: Selection,
    /// The ids of all rows.
    shown: Signal<Vec<String>>,
) -> impl IntoView {
    let do_not_call = row.do_not_call;
    view! {
        <tr class="table__row">
            <Choose id=row.id.to_string() name=row.name.clone() selection=selection shown=shown />
            <th scope="row" class="customers__name">
                <span class="customers__who">
                    <Avatar name=row.name.clone() />
                    <a class="table__link" data-row="" href=Route::Company(row.id).href()>
                        {row.name}
                    </a>
                </span>
            </th>
            <td class="customers__company companies__people">{(row.people > 0).then_some(row.people)}</td>
            <td class="customers__phone">
                {row.phone.map(|number| view! { <Dialable number=number do_not_call=do_not_call /> })}
            </td>
            <td class="customers__owner">{row.owner.map(|owner| owner.name)}</td>
            <td class="customers__activity">
                <Ago at=row.last_activity_at />
            </td>
            {cells(&columns, &row.custom)}
        </tr>
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

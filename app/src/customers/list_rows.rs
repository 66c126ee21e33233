//! The rows of the customer list.

use super::address::{BY_NAME, ListAddress};
use super::api::list_customers;
use super::growing::{Growing, MoreRows};
use crate::companies::CompanyName;
use crate::components::{Ago, Avatar, ButtonKind, EmptyState, LinkButton};
use crate::custom::{cells, heads};
use crate::records::{BulkBar, Choose, ChooseAll, Selection};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::bulk::Chosen;
use domain::custom::CustomField;
use domain::customers::{CustomerQuery, CustomerRow};
use domain::lists::List;
use domain::paging::{Cursor, Page};
use domain::phone;
use leptos::prelude::*;

/// The rows, or what to do when there are none.
#[component]
pub(super) fn CustomerRows(
    /// The first page.
    first: Page<CustomerRow>,
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
        return view! { <NoRows address=address.get_untracked() /> }.into_any();
    }
    let asked = asked.get_untracked();
    let found = Signal::stored(Chosen::Found(Box::new(asked.clone())));
    let growing =
        Growing::new(first, move |from: Cursor| list_customers(CustomerQuery { after: Some(from), ..asked.clone() }));
    let selection = Selection::of(List::Customers);
    let shown = Signal::derive(move || growing.rows.with(|rows| rows.iter().map(|row| row.id.to_string()).collect()));
    view! {
        <BulkBar list=List::Customers selection=selection found=found more=growing.has_more() again=again />
        <div class="list">
        <table class="table customers">
            <thead>
                <tr>
                    <ChooseAll selection=selection shown=shown />
                    <SortHead address=address by=BY_NAME label=Signal::derive(|| t().customers.name) />
                    <th scope="col">{move || t().customers.company}</th>
                    <th scope="col">{move || t().customers.phone}</th>
                    <th scope="col" class="customers__owner">{move || t().customers.owner}</th>
                    <SortHead address=address by="" label=Signal::derive(|| t().customers.last_activity) />
                    {heads(&columns)}
                </tr>
            </thead>
            <tbody>
                <For each=move || growing.rows.get() key=|row| row.id.clone() let(row)>
                    <CustomerLine row=row columns=columns.clone() selection=selection shown=shown />
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
pub(crate) fn SortHead(
    /// What the address says now.
    address: Memo<ListAddress>,
    /// The order, in the address's word.
    by: &'static str,
    /// The column's name.
    label: Signal<&'static str>,
) -> impl IntoView {
    let is_sorted = move || address.with(|address| (address.sort == BY_NAME) == (by == BY_NAME));
    let direction = move || is_sorted().then_some(if by == BY_NAME { "ascending" } else { "descending" });
    let href = move || ListAddress { sort: by.to_owned(), ..address.get() }.href();
    view! {
        <th scope="col" aria-sort=direction>
            <a class="table__sort" class:is-sorted=is_sorted href=href data-noscroll="">
                {move || label.get()}
            </a>
        </th>
    }
}

#[component]
fn CustomerLine(
    /// The customer.
    row: CustomerRow,
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
                    <a class="table__link" data-row="" href=Route::Customer(row.id).href()>
                        {row.name}
                    </a>
                </span>
            </th>
            <td class="customers__company">
                {row.company.map(|name| view! { <CompanyName name=name id=row.company_id /> })}
            </td>
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

/// No customers at all, or none that fit.
#[component]
fn NoRows(
    /// What was asked for.
    address: ListAddress,
) -> impl IntoView {
    let new_customer = Route::NewCustomer { number: None, call: None };
    if address.is_everything() {
        return view! {
            <EmptyState
                icon=icondata_lu::LuUsers
                title=move || t().customers.none_title
                text=move || t().customers.none_text
            >
                <LinkButton
                    route=new_customer
                    label=move || t().customers.create
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlus
                />
            </EmptyState>
        }
        .into_any();
    }
    let (route, text) = (new_of(&address.text), address.text);
    let create = move || {
        if text.is_empty() { t().customers.create.to_owned() } else { (t().customers.create_named)(&text) }
    };
    view! {
        <EmptyState
            icon=icondata_lu::LuSearchX
            title=move || t().customers.nothing_title
            text=move || t().customers.nothing_text
        >
            <LinkButton
                route=route
                label=Signal::derive(create)
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
            />
            <LinkButton route=Route::Customers label=move || t().customers.clear_filters />
        </EmptyState>
    }
    .into_any()
}

/// The empty form, with what was searched as its number or its name.
fn new_of(text: &str) -> Route {
    if text.is_empty() || phone::sought(text).is_some() {
        let number = (!text.is_empty()).then(|| text.to_owned());
        return Route::NewCustomer { number, call: None };
    }
    Route::NewNamedCustomer { name: text.to_owned() }
}

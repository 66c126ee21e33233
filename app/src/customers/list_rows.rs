//! The rows of the customer list.

use super::address::{BY_NAME, ListAddress};
use super::api::{list_customers, set_customer_cell};
use super::growing::{Growing, MoreRows};
use crate::companies::CompanyName;
use crate::components::{Ago, Avatar, ButtonKind, EmptyState, LinkButton};
use crate::records::{
    BulkBar, Cells, Choose, ChooseAll, Column, Editing, Selection, Typed, class, custom_cell, head, plain, words,
};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::texts::t;
use domain::bulk::Chosen;
use domain::customers::{CustomerQuery, CustomerRow};
use domain::ids::CustomerId;
use domain::lists::{List, ListColumn};
use domain::paging::{Cursor, Page};
use domain::phone;
use leptos::prelude::*;

/// The rows, or what to do when there are none.
#[component]
pub(super) fn CustomerRows(
    /// The first page.
    first: Page<CustomerRow>,
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
        return view! { <NoRows address=address.get_untracked() /> }.into_any();
    }
    let asked = asked.get_untracked();
    let found = Signal::stored(Chosen::Found(Box::new(asked.clone())));
    let growing =
        Growing::new(first, move |from: Cursor| list_customers(CustomerQuery { after: Some(from), ..asked.clone() }))
            .once(|a, b| a.id == b.id);
    let selection = Selection::of(List::Customers);
    let shown = Signal::derive(move || growing.rows.with(|rows| rows.iter().map(|row| row.id.to_string()).collect()));
    let editing = Editing::of(List::Customers, growing, |typed: Typed| {
        set_customer_cell(CustomerId::new(typed.id), typed.version, typed.cell, typed.value)
    });
    let heads = move || {
        columns.with(|columns| columns.iter().map(|column| order_head(address, List::Customers, column)).collect_view())
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
                        <CustomerLine row=row columns=columns editing=editing selection=selection shown=shown />
                    </For>
                </tbody>
            </table>
        </div>
        <BulkBar list=List::Customers selection=selection shown=shown found=found more=growing.has_more() again=again />
        <MoreRows growing=growing />
    }
    .into_any()
}

/// The head of a column of customers or companies.
pub(crate) fn order_head(address: Memo<ListAddress>, list: List, column: &Column) -> AnyView {
    let by = match column {
        Column::Usual(ListColumn::Name) => BY_NAME,
        Column::Usual(ListColumn::Activity) => "",
        other => return head(list, other),
    };
    view! { <SortHead address=address by=by list=list /> }.into_any()
}

/// The head of a column the list can be ordered by.
#[component]
pub(crate) fn SortHead(
    /// What the address says now.
    address: Memo<ListAddress>,
    /// The order, in the address's word.
    by: &'static str,
    /// Of which list.
    list: List,
) -> impl IntoView {
    let column = if by == BY_NAME { ListColumn::Name } else { ListColumn::Activity };
    let is_sorted = move || address.with(|address| (address.sort == BY_NAME) == (by == BY_NAME));
    let direction = move || is_sorted().then_some(if by == BY_NAME { "ascending" } else { "descending" });
    let href = move || ListAddress { sort: by.to_owned(), ..address.get() }.href();
    view! {
        <th scope="col" class=class(column) aria-sort=direction>
            <a class="table__sort" class:is-sorted=is_sorted href=href data-noscroll="">
                {move || words::column(list, column)}
            </a>
        </th>
    }
}

#[component]
fn CustomerLine(
    /// The customer.
    row: CustomerRow,
    /// What is said of them.
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

fn said(column: ListColumn, row: &CustomerRow, cells: &Cells) -> AnyView {
    match column {
        ListColumn::Name => {
            let (name, id, href) = (row.name.clone(), row.id.to_string(), Route::Customer(row.id.clone()).href());
            cells.head(column, move || view! { <RowLink name=name.clone() id=id.clone() href=href.clone() /> })
        }
        ListColumn::Company => {
            let (name, id) = (row.company.clone(), row.company_id.clone());
            cells.cell(column, move || name.clone().map(|name| view! { <CompanyName name=name id=id.clone() /> }))
        }
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

/// The name of a record, and the way there.
#[component]
pub(crate) fn RowLink(name: String, id: String, href: String) -> impl IntoView {
    view! {
        <span class="customers__who">
            <Avatar name=name.clone() />
            <a class="table__link" data-row=id href=href>{name}</a>
        </span>
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

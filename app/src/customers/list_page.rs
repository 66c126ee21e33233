//! The page of all customers: search, filter, order.

use super::address::{ANYONE, BY_NAME, ListAddress, Listed, MINE, NOBODY, TEAM};
use super::api::{colleagues, list_customers};
use super::filters::FilterSelect;
use super::keys::{move_among_rows, on_keys};
use super::list_rows::CustomerRows;
use super::query_here::query_here;
use crate::components::{Button, ButtonKind, ErrorState, Icon, LinkButton, PageHead, Skeleton};
use crate::custom::api::custom_fields;
use crate::export::ExportButton;
use crate::records::{ColumnChooser, FilterButton, RecentChanges, columns, edit_row, toggle_row};
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::tags::TagFilter;
use crate::teams::teams_seen;
use crate::texts::t;
use crate::views::{ALL, Shown, ViewTabs};
use domain::access::Action as Deed;
use domain::custom::Entity;
use domain::filters::Filter;
use domain::lists::List;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::time::Duration;

/// How long after the last key a search starts.
const PAUSE: Duration = Duration::from_millis(250);

/// The customer list.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(|query| ListAddress::of(Listed::Customers, query)));
    let me = viewer().me;
    let asked = Memo::new(move |_| me.with(|me| address.get().query(me.as_ref().map(|me| &me.id))));
    let first = Resource::new_blocking(move || asked.get(), list_customers);
    let fields = Resource::new_blocking(|| (), |()| custom_fields(Entity::Customer));
    let retry = Callback::new(move |()| first.refetch());
    let (imports, exports) = (viewer().may(Deed::ImportCustomers), viewer().may(Deed::ExportCustomers));
    let creates = viewer().may(Deed::CreateCustomers);
    let files = Signal::derive(move || address.get().files());
    on_keys(|key| move_among_rows(key) || toggle_row(key) || edit_row(key));
    view! {
        <PageHead title=move || t().customers.title>
            <LinkButton route=Route::Duplicates label=move || t().duplicates.title icon=icondata_lu::LuCopy />
            <Show when=move || exports.get()>
                <ExportButton words=|| &t().customers.export files=files />
            </Show>
            <Show when=move || imports.get()>
                <LinkButton route=Route::Imports label=move || t().customers.import icon=icondata_lu::LuUpload />
            </Show>
            <Show when=move || creates.get()>
                <LinkButton
                    route=Route::NewCustomer { number: None, call: None }
                    label=move || t().customers.create
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlus
                />
            </Show>
        </PageHead>
        <Filters address=address again=retry />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || {
                Suspend::new(async move {
                    let fields = fields.await.unwrap_or_default();
                    // Other columns of the same lines: what is chosen or was changed there stays.
                    let columns = Memo::new(move |_| address.with(|at| columns(List::Customers, &at.columns, &fields)));
                    let rows = |page| {
                        view! { <CustomerRows first=page columns=columns asked=asked address=address again=retry /> }
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

/// Search, owner and order; a plain form until the page is live.
#[component]
pub(crate) fn Filters(
    /// What the address says now.
    address: Memo<ListAddress>,
    /// Asks for the list anew.
    again: Callback<()>,
) -> impl IntoView {
    let go = going(address);
    let change = move |change: fn(&mut ListAddress, String)| {
        Callback::new(move |word: String| {
            let mut wanted = address.get_untracked();
            change(&mut wanted, word);
            go.run(wanted);
        })
    };
    let search = change(|address, text| address.text = text.trim().to_owned());
    let label = move || match address.get().list {
        Listed::Customers => t().customers.search,
        Listed::Companies => t().companies.search,
    };
    let orders = || {
        let words = &t().customers;
        vec![(String::new(), words.by_activity.to_owned()), (BY_NAME.to_owned(), words.by_name.to_owned())]
    };
    let shown = shown(address);
    let list = shown.list;
    let filter = Memo::new(move |_| address.with(|address| address.filter.clone()));
    let refilter = move |filter: Filter| go.run(ListAddress { filter, ..address.get_untracked() });
    view! {
        <ViewTabs shown=shown />
        <div class="records-bar">
        <form
            class="filters"
            role="search"
            method="get"
            action=address.get_untracked().list.route().href()
            on:submit=|ev| ev.prevent_default()
        >
            <SearchBox text=Signal::derive(move || address.get().text) label=label on_search=search />
            <OwnerFilter
                value=Signal::derive(move || address.get().owner)
                on_change=change(|address, owner| address.owner = owner)
            />
            <TagFilter
                value=Signal::derive(move || address.get().tag)
                on_change=change(|address, tag| address.tag = tag)
            />
            <FilterSelect
                name="sort"
                label=move || t().customers.sort
                value=Signal::derive(move || address.get().sort)
                options=Signal::derive(orders)
                on_change=change(|address, sort| address.sort = sort)
            />
        </form>
            <FilterButton list=list filter=filter on_change=refilter />
            <ColumnChooser
                list=list
                shown=Signal::derive(move || address.get().columns)
                on_change=change(|address, columns| address.columns = columns)
            />
            <RecentChanges list=list again=again />
        </div>
    }
}

/// What the views of the list are told of it.
fn shown(address: Memo<ListAddress>) -> Shown {
    Shown {
        list: address.get_untracked().list.list(),
        words: Memo::new(move |_| address.with(ListAddress::words)),
        tab: Memo::new(move |_| address.with(|address| address.tab.clone())),
    }
}

/// Goes where an address says, in place of where we are: searching leaves one step in the history, not one a key.
fn going(address: Memo<ListAddress>) -> Callback<ListAddress> {
    let navigate = use_navigate();
    Callback::new(move |mut wanted: ListAddress| {
        // Otherwise it would be led to the view that the list begins with.
        if wanted.tab.is_empty() && wanted.words().is_empty() {
            ALL.clone_into(&mut wanted.tab);
        }
        if wanted != address.get_untracked() {
            navigate(&wanted.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
        }
    })
}

/// The search box; the frame's `/` brings the focus here.
#[component]
pub(crate) fn SearchBox(
    /// What the address says is searched.
    text: Signal<String>,
    /// What is searched, in words.
    #[prop(into)]
    label: Signal<String>,
    /// Told what to search, a moment after the last key.
    on_search: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(text.get_untracked());
    let sent = StoredValue::new(text.get_untracked());
    // An address that changed from outside ("back", "clear filters") shows in the box; one that follows it does not.
    Effect::new(move |_| {
        let text = text.get();
        if sent.get_value() != text {
            sent.set_value(text.clone());
            typed.set(text);
        }
    });
    let send = move |word: String| {
        sent.set_value(word.trim().to_owned());
        on_search.run(word);
    };
    let mut later = debounce(PAUSE, send);
    view! {
        <div class="search-box">
            <Icon icon=icondata_lu::LuSearch />
            <input
                class="search-box__field"
                type="search"
                name="q"
                autocomplete="off"
                aria-label=label
                placeholder=label
                value=typed.get_untracked()
                prop:value=move || typed.get()
                on:input=move |event| {
                    let word = event_target_value(&event);
                    typed.set(word.clone());
                    later(word);
                }
                on:change=move |event| send(event_target_value(&event))
            />
            <Button
                label=move || t().customers.find
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowRight
                icon_only=true
                submit=true
            />
        </div>
    }
}

/// Whose records: anybody's, mine, nobody's, a colleague's.
#[component]
pub(crate) fn OwnerFilter(
    /// What is chosen.
    value: Signal<String>,
    /// Told what was chosen.
    on_change: Callback<String>,
) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let sees_teams = viewer().may(Deed::SeeTeamCalls);
    let teams = Resource::new_blocking(
        move || sees_teams.get(),
        |sees| async move { if sees { teams_seen().await.unwrap_or_default() } else { Vec::new() } },
    );
    let options = move || {
        let words = &t().customers;
        let mut options = vec![
            (ANYONE.to_owned(), words.anyone.to_owned()),
            (MINE.to_owned(), words.mine.to_owned()),
            (NOBODY.to_owned(), words.nobody.to_owned()),
        ];
        let teams = teams.get().unwrap_or_default().into_iter();
        options.extend(teams.map(|team| (format!("{TEAM}{}", team.id), (t().customers.of_team)(&team.name))));
        // Without the list the filter still knows the three above; the rows say what is wrong.
        let members = members.get().and_then(Result::ok).unwrap_or_default();
        options.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
        options
    };
    view! {
        <Suspense>
            <FilterSelect
                name="owner"
                label=move || t().customers.owner
                value=value
                options=Signal::derive(options)
                on_change=on_change
            />
        </Suspense>
    }
}

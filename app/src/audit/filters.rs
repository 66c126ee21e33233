//! What is searched: words, who, what kind, from when to when. A plain form until the page is live.

use super::address::href;
use super::words::group_name;
use crate::customers::api::colleagues;
use crate::customers::filters::FilterSelect;
use crate::customers::list_page::SearchBox;
use crate::routes::Route;
use crate::texts::t;
use domain::audit::{AuditQuery, Group};
use domain::ids::StaffId;
use domain::times::Day;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The filters.
#[component]
pub(super) fn Filters(
    /// What the address says now.
    query: Memo<AuditQuery>,
) -> impl IntoView {
    let navigate = use_navigate();
    let change = move |change: fn(&mut AuditQuery, String)| {
        let navigate = navigate.clone();
        Callback::new(move |word: String| {
            let mut wanted = query.get_untracked();
            change(&mut wanted, word);
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&href(&wanted), options);
        })
    };
    let groups = || {
        let all = std::iter::once((String::new(), t().audit.everything.to_owned()));
        all.chain(Group::ALL.map(|group| (group.as_str().to_owned(), group_name(t(), group).to_owned()))).collect()
    };
    let day =
        |day: fn(&AuditQuery) -> Option<Day>| Signal::derive(move || query.with(day).map(Day::iso).unwrap_or_default());
    view! {
        <form
            class="filters"
            role="search"
            method="get"
            action=Route::Audit.href()
            on:submit=|event| event.prevent_default()
        >
            <SearchBox
                text=Signal::derive(move || query.with(|query| query.text.clone()))
                label=move || t().audit.search
                on_search=change(|query, text| query.text = text.trim().to_owned())
            />
            <Members
                value=Signal::derive(move || query.with(|q| q.who.as_ref().map(ToString::to_string)).unwrap_or_default())
                on_change=change(|query, who| query.who = (!who.is_empty()).then(|| StaffId::new(who)))
            />
            <FilterSelect
                name="what"
                label=move || t().audit.what
                value=Signal::derive(move || query.with(|q| q.group).map(Group::as_str).unwrap_or_default().to_owned())
                options=Signal::derive(groups)
                on_change=change(|query, word| query.group = Group::from_word(&word))
            />
            <DayField
                name="from"
                label=move || t().audit.from
                value=day(|query| query.from)
                on_change=change(|query, word| query.from = Day::parse(&word))
            />
            <DayField
                name="until"
                label=move || t().audit.until
                value=day(|query| query.until)
                on_change=change(|query, word| query.until = Day::parse(&word))
            />
        </form>
    }
}

#[component]
fn Members(value: Signal<String>, on_change: Callback<String>) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let options = move || {
        let mut options = vec![(String::new(), t().audit.anybody.to_owned())];
        let members = members.get().and_then(Result::ok).unwrap_or_default();
        options.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
        options
    };
    view! {
        <Suspense>
            <FilterSelect
                name="who"
                label=move || t().audit.who
                value=value
                options=Signal::derive(options)
                on_change=on_change
            />
        </Suspense>
    }
}

#[component]
fn DayField(
    /// The name in the address.
    name: &'static str,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The day.
    value: Signal<String>,
    /// Told another.
    on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="filter audit-filter">
            <span>{label}</span>
            <input
                type="date"
                class="field__input audit__day"
                name=name
                value=value.get_untracked()
                prop:value=move || value.get()
                on:change=move |event| on_change.run(event_target_value(&event))
            />
        </label>
    }
}

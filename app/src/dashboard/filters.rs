//! When, and whose calls.

use super::address::{DashboardAddress, NAMED};
use crate::components::{Button, Icon, WhenKnown};
use crate::customers::filters::FilterSelect;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::teams::teams_seen;
use crate::texts::t;
use domain::dashboard::{Period, date_of, date_word};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The period and the team; plain links and a plain form until the page is live.
#[component]
pub(super) fn Filters(
    /// What the address says now.
    address: Memo<DashboardAddress>,
) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |wanted: DashboardAddress| {
        navigate(&wanted.href(), NavigateOptions { scroll: false, ..NavigateOptions::default() });
    });
    let tab = move |period: Period| {
        let href = move || DashboardAddress { period, ..address.get() }.href();
        let current = move || (address.get().period == period).then_some("page");
        view! {
            <a class="tabs__tab" href=href aria-current=current data-noscroll="">
                {move || name(period)}
            </a>
        }
    };
    view! {
        <div class="dashboard__filters">
            <nav class="tabs" aria-label=move || t().dashboard.period>
                {NAMED.map(tab).collect_view()}
            </nav>
            <Days address=address go=go />
            <TeamFilter address=address go=go />
        </div>
    }
}

fn name(period: Period) -> &'static str {
    let words = &t().dashboard;
    match period {
        Period::Today => words.today,
        Period::SevenDays => words.seven_days,
        Period::ThirtyDays => words.thirty_days,
        Period::ThisMonth => words.this_month,
        Period::Days { .. } => words.days,
    }
}

/// Days of one's choice.
#[component]
fn Days(address: Memo<DashboardAddress>, go: Callback<DashboardAddress>) -> impl IntoView {
    let shown = move || {
        let (from, until) = address.get().period.range(viewer().now.get_untracked());
        (date_word(from), date_word(until.plus(-1)))
    };
    let (from, to) = (RwSignal::new(shown().0), RwSignal::new(shown().1));
    Effect::new(move |_| {
        let (first, last) = shown();
        from.set(first);
        to.set(last);
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let days = date_of(&from.get_untracked()).zip(date_of(&to.get_untracked()));
        if let Some((from, to)) = days {
            go.run(DashboardAddress { period: Period::Days { from, to }, ..address.get_untracked() });
        }
    };
    let day = |name: &'static str, label: fn() -> &'static str, value: RwSignal<String>| {
        view! {
            <label class="filter">
                <span class="visually-hidden">{label}</span>
                <input
                    class="field__input dashboard__day"
                    type="date"
                    name=name
                    required
                    value=value.get_untracked()
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <form class="dashboard__days" method="get" action=Route::Dashboard.href() on:submit=submit>
            {day("from", || t().dashboard.from, from)}
            <Icon icon=icondata_lu::LuArrowRight />
            {day("to", || t().dashboard.to, to)}
            <Button label=move || t().dashboard.show submit=true />
        </form>
    }
}

/// Whose calls; only where there is a choice.
#[component]
fn TeamFilter(address: Memo<DashboardAddress>, go: Callback<DashboardAddress>) -> impl IntoView {
    let teams = Resource::new_blocking(|| (), |()| teams_seen());
    let seen = move || teams.get().and_then(Result::ok).unwrap_or_default();
    let options = move || {
        let mut options = vec![(String::new(), t().dashboard.any_team.to_owned())];
        options.extend(seen().into_iter().map(|team| (team.id.to_string(), team.name)));
        options
    };
    view! {
        <WhenKnown when=move || !seen().is_empty()>
            <FilterSelect
                name="team"
                label=move || t().dashboard.team
                value=Signal::derive(move || address.get().team)
                options=Signal::derive(options)
                on_change=Callback::new(move |team| go.run(DashboardAddress { team, ..address.get_untracked() }))
            />
        </WhenKnown>
    }
}

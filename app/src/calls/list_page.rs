//! The page of all calls one may see.

use super::api::list_calls;
use super::list_rows::CallRows;
use crate::components::{ErrorState, PageHead, Skeleton};
use crate::customers::api::colleagues;
use crate::customers::filters::FilterSelect;
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::query_here::query_here;
use crate::routes::Route;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::calls::{CallFilter, CallQuery, Direction};
use domain::ids::StaffId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

const INBOUND: &str = "inbound";
const OUTBOUND: &str = "outbound";

/// What the log is asked for, as the address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LogAddress {
    /// `direction`: [`INBOUND`], [`OUTBOUND`], anything else is both.
    direction: String,
    /// `agent`: a member's id; empty for everybody.
    agent: String,
}

impl LogAddress {
    fn of(query: &ParamsMap) -> Self {
        let word = |name: &str| query.get_str(name).unwrap_or_default().trim().to_owned();
        Self { direction: word("direction"), agent: word("agent") }
    }

    fn href(&self) -> String {
        let words = [("direction", &self.direction), ("agent", &self.agent)];
        let said = |(name, word): (&str, &String)| (!word.is_empty()).then(|| format!("{name}={}", Url::escape(word)));
        let query: Vec<String> = words.into_iter().filter_map(said).collect();
        let path = Route::Calls.href();
        if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
    }

    fn query(&self) -> CallQuery {
        let direction = match self.direction.as_str() {
            INBOUND => Some(Direction::Inbound),
            OUTBOUND => Some(Direction::Outbound),
            _ => None,
        };
        let agents = Some(self.agent.as_str()).filter(|id| !id.is_empty()).map(StaffId::new).into_iter().collect();
        CallQuery { filter: CallFilter { agents, direction, ..CallFilter::default() }, ..CallQuery::default() }
    }
}

/// The log.
#[component]
pub fn CallsPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(LogAddress::of));
    let asked = Memo::new(move |_| address.get().query());
    let first = Resource::new_blocking(move || asked.get(), list_calls);
    let retry = Callback::new(move |()| first.refetch());
    let sees_all = viewer().may(Deed::SeeTeamCalls);
    on_keys(move_among_rows);
    view! {
        <PageHead title=move || if sees_all.get() { t().calls.all_calls } else { t().calls.my_calls } />
        <Filters address=address sees_all=sees_all />
        <Transition fallback=|| view! { <Skeleton rows=12 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <CallRows first=page asked=asked sees_all=sees_all /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Filters(
    /// What the address says now.
    address: Memo<LogAddress>,
    /// Whether there are calls of others to choose from.
    sees_all: Memo<bool>,
) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |wanted: LogAddress| {
        navigate(&wanted.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    let directions = || {
        let words = &t().calls;
        vec![
            (String::new(), words.any_direction.to_owned()),
            (INBOUND.to_owned(), words.inbound.to_owned()),
            (OUTBOUND.to_owned(), words.outbound.to_owned()),
        ]
    };
    view! {
        <form class="filters" method="get" action=Route::Calls.href() on:submit=|event| event.prevent_default()>
            <FilterSelect
                name="direction"
                label=move || t().calls.direction
                value=Signal::derive(move || address.get().direction)
                options=Signal::derive(directions)
                on_change=Callback::new(move |direction| {
                    go.run(LogAddress { direction, ..address.get_untracked() });
                })
            />
            <Show when=move || sees_all.get()>
                <AgentFilter
                    value=Signal::derive(move || address.get().agent)
                    on_change=Callback::new(move |agent| {
                        go.run(LogAddress { agent, ..address.get_untracked() });
                    })
                />
            </Show>
        </form>
    }
}

/// Whose calls.
#[component]
fn AgentFilter(
    /// What is chosen.
    value: Signal<String>,
    /// Told what was chosen.
    on_change: Callback<String>,
) -> impl IntoView {
    let members = Resource::new_blocking(|| (), |()| colleagues());
    let options = move || {
        let mut options = vec![(String::new(), t().calls.any_agent.to_owned())];
        let members = members.get().and_then(Result::ok).unwrap_or_default();
        options.extend(members.into_iter().map(|member| (member.id.to_string(), member.name)));
        options
    };
    view! {
        <Suspense>
            <FilterSelect
                name="agent"
                label=move || t().calls.agent
                value=value
                options=Signal::derive(options)
                on_change=on_change
            />
        </Suspense>
    }
}

#[cfg(test)]
mod tests {
    use super::LogAddress;
    use domain::calls::{CallQuery, Direction};
    use leptos_router::params::ParamsMap;

    #[test]
    fn the_address_says_what_is_asked_for() {
        let query: ParamsMap = [("direction", "inbound"), ("agent", "m1")].into_iter().collect();
        let address = LogAddress::of(&query);
        assert_eq!(address.href(), "/calls?direction=inbound&agent=m1");
        assert_eq!(address.query().filter.direction, Some(Direction::Inbound));
        assert_eq!(LogAddress::of(&ParamsMap::new()).query(), CallQuery::default());
    }
}

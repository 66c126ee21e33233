//! The page of the inbox: which list, and what can be done with it.

use super::address::{InboxAddress, LISTS};
use super::api::list_missed;
use super::closing::{Closing, ClosingDialog};
use super::giving::{Giving, GivingBar, GivingDialog};
use super::rows::MissedRows;
use super::words;
use crate::components::{ErrorState, PageHead, Skeleton, WhenKnown};
use crate::customers::filters::FilterSelect;
use crate::customers::keys::{move_among_rows, on_keys};
use crate::customers::query_here::query_here;
use crate::surroundings::viewer;
use crate::teams::teams_seen;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::missed::Which;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The missed-call inbox.
#[component]
pub fn MissedPage() -> impl IntoView {
    let query = query_here();
    let address = Memo::new(move |_| query.with(InboxAddress::of));
    let asked = Memo::new(move |_| address.get().query());
    let first = Resource::new_blocking(move || asked.get(), list_missed);
    let retry = Callback::new(move |()| first.refetch());
    let may_give = viewer().may(Deed::AssignMissedCalls);
    let (giving, closing) = (Giving::new(), Closing::new());
    Effect::new(move |_| {
        asked.with(|_| ());
        giving.forget();
    });
    on_keys(move_among_rows);
    view! {
        <PageHead title=move || t().missed.title />
        <div class="inbox__head">
            <Lists address=address />
            <Show when=move || may_give.get()>
                <TeamFilter address=address />
            </Show>
        </div>
        <Show when=move || may_give.get()>
            <GivingBar giving=giving />
            <GivingDialog giving=giving />
        </Show>
        <ClosingDialog closing=closing />
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => {
                        view! { <MissedRows first=page asked=asked giving=giving closing=closing may_give=may_give /> }
                            .into_any()
                    }
                    Err(fault) => view! { <ErrorState fault=fault retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The lists, as links: they work before the page is live, and "back" leads from one to the other.
#[component]
fn Lists(address: Memo<InboxAddress>) -> impl IntoView {
    let tab = move |which: Which| {
        let href = move || InboxAddress { which, ..address.get() }.href();
        let current = move || (address.get().which == which).then_some("page");
        view! {
            <a class="tabs__tab" href=href aria-current=current data-noscroll="">
                {move || words::list(which)}
            </a>
        }
    };
    view! { <nav class="tabs" aria-label=move || t().missed.lists>{LISTS.map(tab).collect_view()}</nav> }
}

/// Of which team; only where there are several to choose from.
#[component]
fn TeamFilter(address: Memo<InboxAddress>) -> impl IntoView {
    let navigate = use_navigate();
    let teams = Resource::new_blocking(|| (), |()| teams_seen());
    let seen = move || teams.get().and_then(Result::ok).unwrap_or_default();
    let options = move || {
        let mut options = vec![(String::new(), t().missed.any_team.to_owned())];
        options.extend(seen().into_iter().map(|team| (team.id.to_string(), team.name)));
        options
    };
    let go = Callback::new(move |team: String| {
        let wanted = InboxAddress { team, ..address.get_untracked() };
        navigate(&wanted.href(), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    view! {
        <WhenKnown when=move || !seen().is_empty()>
            <FilterSelect
                name="team"
                label=move || t().missed.team
                value=Signal::derive(move || address.get().team)
                options=Signal::derive(options)
                on_change=go
            />
        </WhenKnown>
    }
}

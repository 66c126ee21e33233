//! What every page of the contact centre has around it: where one can go, how the draft stands, and what is said where
//! there is nothing to show yet.

use super::api;
use super::desk::{Desk, desk};
use super::draft_bar::DraftBar;
use super::reading::FirstReading;
use crate::api::Fault;
use crate::components::{ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::live;
use crate::routes::{CentrePage, Route};
use crate::texts::t;
use domain::centre::{CentreDesk, Publishing};
use domain::live::Push;
use domain::problem::Problem;
use domain::telephone::TelephoneProblem;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::time::Duration;

/// How often it is asked how far a publishing is.
const EVERY: Duration = Duration::from_secs(1);

/// A page of the contact centre. The children are made once the desk is there.
#[component]
pub(crate) fn CentreFrame(
    /// In which part of the contact centre it is.
    part: CentrePage,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = desk();
    let (children, here) = (StoredValue::new(children), StoredValue::new(part.clone()));
    let shown = move || {
        view! { <Shown desk=desk part=here.get_value()>{children.with_value(|children| children())}</Shown> }
    };
    let page = if desk.is_known() {
        desk.refresh();
        shown().into_any()
    } else {
        let first = Resource::new_blocking(|| (), |()| api::centre_desk());
        let retry = Callback::new(move |()| first.refetch());
        view! {
            <Suspense fallback=|| view! { <Skeleton rows=8 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(first) => {
                            desk.take(first);
                            shown().into_any()
                        }
                        Err(fault) => view! { <Refused fault=fault retry=retry /> }.into_any(),
                    }
                })}
            </Suspense>
        }
        .into_any()
    };
    view! {
        <CentreNavigation part=part />
        {page}
    }
}

/// The draft and the page; or, where nobody knows what the provider has, the way to know it.
#[component]
fn Shown(desk: Desk, part: CentrePage, children: ChildrenFn) -> impl IntoView {
    follow(desk);
    let is_read = Memo::new(move |_| desk.with(CentreDesk::is_read));
    let children = StoredValue::new(children);
    view! {
        <Show when=move || is_read.get() fallback=|| view! { <FirstReading /> }>
            <DraftBar part=part.clone() />
            {children.with_value(|children| children())}
        </Show>
    }
}

/// The page keeps up with what others change, and with what is published.
fn follow(desk: Desk) {
    live::on(move |push| {
        if matches!(push, Push::Centre) {
            desk.refresh_between_edits();
        }
    });
    let runs = Memo::new(move |_| desk.publishing(|publishing| publishing.is_some_and(Publishing::runs)));
    Effect::new(move |_| {
        if runs.get()
            && let Ok(asking) = set_interval_with_handle(move || desk.ask_progress(), EVERY)
        {
            on_cleanup(move || asking.clear());
        }
    });
}

/// Why there is nothing to show.
#[component]
fn Refused(fault: Fault, retry: Callback<()>) -> impl IntoView {
    let body = if fault.0 == Problem::Telephone(TelephoneProblem::NotConfigured) {
        view! {
            <EmptyState
                icon=icondata_lu::LuWorkflow
                title=move || t().centre.not_set_up
                text=move || t().centre.not_set_up_text
            >
                <LinkButton
                    route=Route::CENTRE_ACCOUNT
                    label=move || t().centre.set_up
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlugZap
                />
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <ErrorState fault=fault retry=retry /> }.into_any()
    };
    view! {
        <PageHead title=move || t().centre.title />
        {body}
    }
}

/// Where there is no room for all of them, the one that is open is seen.
fn into_sight(list: &web_sys::HtmlUListElement) {
    let open = list.query_selector("[aria-current]").ok().flatten();
    if let Some(open) = open.and_then(|open| open.dyn_into::<web_sys::HtmlElement>().ok()) {
        list.set_scroll_left(open.offset_left() - list.offset_left() - (list.client_width() - open.offset_width()) / 2);
    }
}

/// The parts of the contact centre, the one that is open marked.
#[component]
fn CentreNavigation(part: CentrePage) -> impl IntoView {
    let tab = move |page: CentrePage, label: fn() -> &'static str| {
        let current = (page == part).then_some("page");
        view! { <li><a class="tabs__tab" href=Route::from(page).href() aria-current=current>{label}</a></li> }
    };
    let list = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            into_sight(&list);
        }
    });
    view! {
        <nav class="tabs tabs--many" aria-label=move || t().centre.pages>
            <ul class="tabs__list" node_ref=list>
                {tab(CentrePage::Overview, || t().centre.overview)}
                {tab(CentrePage::Hotlines, || t().centre.hotlines)}
                {tab(CentrePage::Menus, || t().centre.menus)}
                {tab(CentrePage::Queues, || t().centre.queues)}
                {tab(CentrePage::Groups, || t().centre.groups)}
                {tab(CentrePage::Agents, || t().centre.agents)}
                {tab(CentrePage::Sounds, || t().centre.sounds)}
                {tab(CentrePage::Blocked, || t().centre.blocked)}
                {tab(CentrePage::Calls, || t().centre.calls)}
                {tab(CentrePage::Trial, || t().centre.trial)}
            </ul>
        </nav>
    }
}

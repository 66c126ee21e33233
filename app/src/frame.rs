//! The frame around every page: navigation, the page, the telephone dock. Navigation never reloads it.

mod navigation;
mod preferences;
mod shortcuts;

use crate::assignment::AssignmentPage;
use crate::audit::AuditPage;
use crate::calls::{CallPage, CallsPage};
use crate::centre;
use crate::companies::{CompaniesPage, CompanyPage, EditCompanyPage, NewCompanyPage};
use crate::components::toasts::Toasts;
use crate::components::{ButtonKind, EmptyState, LinkButton, PageHead, title};
use crate::custom::CustomFieldsPage;
use crate::customers::{CustomerPage, CustomersPage, EditCustomerPage, LeaveGuard, NewCustomerPage, Unsaved};
use crate::dashboard::DashboardPage;
use crate::day::DayPage;
use crate::deals::{DealPage, DealsPage, EditDealPage, NewDealPage};
use crate::duplicates::{ComparePage, DuplicatesPage};
use crate::floor::{FloorMemberPage, FloorPage};
use crate::imports::{ImportPage, ImportsPage};
use crate::live;
use crate::missed::{Inbox, MissedPage};
use crate::notices::{self, NoticesPage};
use crate::notify;
use crate::palette::{self, PaletteWindow};
use crate::pipelines::PipelinesPage;
use crate::profile::ProfilePage;
use crate::rights::RightsPage;
use crate::routes::Route as Address;
use crate::settings::{DialPolicyPage, DirectoryPage, TelephonePage, stringee};
use crate::sign_in::SignInPage;
use crate::softphone;
use crate::staff::{MemberPage, NewMemberPage, StaffPage};
use crate::surroundings::{CustomerPhone, Viewer, Visit, now};
use crate::tasks::{self, TasksPage};
use crate::teams::TeamsPage;
use crate::texts::{self, t};
use crate::wrap_up::DispositionsPage;
use leptos::html;
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};
use navigation::Navigation;
use shortcuts::Shortcuts;
use std::time::Duration;

pub(crate) use preferences::{LanguageSwitch, theme_name};

/// How often "3 minutes ago" is counted again.
const TICK: Duration = Duration::from_secs(30);

/// The application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let visit = Visit::shared();
    let viewer = Viewer::provide(&visit);
    provide_context(visit.demonstration.clone());
    if visit.customer_phone {
        provide_context(CustomerPhone);
    }
    Unsaved::provide();
    let title = title::provide();
    let signed_in = visit.me.is_some();
    if signed_in {
        live::provide();
        notify::provide();
        notices::provide();
        tasks::provide();
        softphone::provide();
        Inbox::provide();
        centre::provide();
        palette::provide();
    }
    let page = NodeRef::<html::Main>::new();
    let keys = RwSignal::new(false);
    come_alive(viewer);
    preferences::show_on_document(viewer);
    view! {
        <Title text=title formatter=|title: String| format!("{title} · {}", texts::PRODUCT) />
        <Router>
            <a class="skip-link" href="#page" on:click=move |event| skip_to(page, &event)>
                {move || t().frame.skip_to_page}
            </a>
            <div class="frame" class:frame--bare=!signed_in>
                {signed_in.then(|| view! { <Navigation /> })}
                <main class="frame__page" id="page" tabindex="-1" node_ref=page>
                    <Pages />
                </main>
                {signed_in
                    .then(|| {
                        view! {
                            <aside class="frame__dock" aria-label=move || t().frame.dock>
                                <softphone::Dock />
                            </aside>
                            <tasks::Reminders />
                            <Shortcuts open=keys />
                            <PaletteWindow keys=keys />
                            <LeaveGuard />
                        }
                    })}
            </div>
            <Toasts />
        </Router>
    }
}

/// Every page. Whoever is not signed in is led to the sign-in page by the server before any of these is made.
#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=|| view! { <NotFound /> }>
            <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
            <Route path=path!("/customers") view=CustomersPage ssr=SsrMode::Async />
            <Route path=path!("/customers/new") view=NewCustomerPage ssr=SsrMode::Async />
            <Route path=path!("/customers/import") view=ImportsPage ssr=SsrMode::Async />
            <Route path=path!("/customers/import/:id") view=ImportPage ssr=SsrMode::Async />
            <Route path=path!("/customers/duplicates") view=DuplicatesPage ssr=SsrMode::Async />
            <Route path=path!("/customers/merge") view=ComparePage ssr=SsrMode::Async />
            <Route path=path!("/customers/:id") view=CustomerPage ssr=SsrMode::Async />
            <Route path=path!("/customers/:id/edit") view=EditCustomerPage ssr=SsrMode::Async />
            <Route path=path!("/companies") view=CompaniesPage ssr=SsrMode::Async />
            <Route path=path!("/companies/new") view=NewCompanyPage ssr=SsrMode::Async />
            <Route path=path!("/companies/:id") view=CompanyPage ssr=SsrMode::Async />
            <Route path=path!("/companies/:id/edit") view=EditCompanyPage ssr=SsrMode::Async />
            <Route path=path!("/deals") view=DealsPage ssr=SsrMode::Async />
            <Route path=path!("/deals/new") view=NewDealPage ssr=SsrMode::Async />
            <Route path=path!("/deals/:id") view=DealPage ssr=SsrMode::Async />
            <Route path=path!("/deals/:id/edit") view=EditDealPage ssr=SsrMode::Async />
            <Route path=path!("/settings/audit") view=AuditPage ssr=SsrMode::Async />
            <Route path=path!("/settings/assignment") view=AssignmentPage ssr=SsrMode::Async />
            <Route path=path!("/settings/pipelines") view=PipelinesPage ssr=SsrMode::Async />
            <Route path=path!("/settings/fields") view=CustomFieldsPage ssr=SsrMode::Async />
            <Route path=path!("/calls") view=CallsPage ssr=SsrMode::Async />
            <Route path=path!("/calls/:id") view=CallPage ssr=SsrMode::Async />
            <Route path=path!("/floor") view=FloorPage ssr=SsrMode::Async />
            <Route path=path!("/floor/:id") view=FloorMemberPage ssr=SsrMode::Async />
            <Route path=path!("/dashboard") view=DashboardPage ssr=SsrMode::Async />
            <Route path=path!("/missed") view=MissedPage ssr=SsrMode::Async />
            <Route path=path!("/staff") view=StaffPage ssr=SsrMode::Async />
            <Route path=path!("/staff/teams") view=TeamsPage ssr=SsrMode::Async />
            <Route path=path!("/staff/rights") view=RightsPage ssr=SsrMode::Async />
            <Route path=path!("/staff/new") view=NewMemberPage ssr=SsrMode::Async />
            <Route path=path!("/staff/:id") view=MemberPage ssr=SsrMode::Async />
            <Route path=path!("/day") view=DayPage ssr=SsrMode::Async />
            <Route path=path!("/notices") view=NoticesPage ssr=SsrMode::Async />
            <Route path=path!("/tasks") view=TasksPage ssr=SsrMode::Async />
            <Route path=path!("/settings/dispositions") view=DispositionsPage ssr=SsrMode::Async />
            <Route path=path!("/settings/telephone") view=TelephonePage ssr=SsrMode::Async />
            <Route path=path!("/settings/telephone/stringee") view=stringee::AccountPage ssr=SsrMode::Async />
            <Route path=path!("/settings/telephone/calling-out") view=DialPolicyPage ssr=SsrMode::Async />
            <Route path=path!("/centre") view=centre::OverviewPage ssr=SsrMode::Async />
            <Route path=path!("/centre/numbers") view=centre::HotlinesPage ssr=SsrMode::Async />
            <Route path=path!("/centre/numbers/:id") view=centre::HotlinePage ssr=SsrMode::Async />
            <Route path=path!("/centre/menus") view=centre::MenusPage ssr=SsrMode::Async />
            <Route path=path!("/centre/menus/:id") view=centre::MenuPage ssr=SsrMode::Async />
            <Route path=path!("/centre/queues") view=centre::QueuesPage ssr=SsrMode::Async />
            <Route path=path!("/centre/queues/:id") view=centre::QueuePage ssr=SsrMode::Async />
            <Route path=path!("/centre/groups") view=centre::GroupsPage ssr=SsrMode::Async />
            <Route path=path!("/centre/groups/:id") view=centre::GroupPage ssr=SsrMode::Async />
            <Route path=path!("/centre/agents") view=centre::AgentsPage ssr=SsrMode::Async />
            <Route path=path!("/centre/agents/:id") view=centre::AgentPage ssr=SsrMode::Async />
            <Route path=path!("/centre/blocked") view=centre::BlockedPage ssr=SsrMode::Async />
            <Route path=path!("/centre/calls") view=centre::CallsPage ssr=SsrMode::Async />
            <Route path=path!("/centre/sounds") view=centre::SoundsPage ssr=SsrMode::Async />
            <Route path=path!("/centre/try") view=centre::TrialPage ssr=SsrMode::Async />
            <Route path=path!("/centre/publish") view=centre::PublishPage ssr=SsrMode::Async />
            <Route path=path!("/centre/versions") view=centre::VersionsPage ssr=SsrMode::Async />
            <Route path=path!("/centre/versions/:id") view=centre::VersionPage ssr=SsrMode::Async />
            <Route path=path!("/settings/telephone/directory") view=DirectoryPage ssr=SsrMode::Async />
            <Route path=path!("/profile") view=ProfilePage ssr=SsrMode::Async />
            // Named, so that the server answers every other address with a page too.
            <Route path=path!("/*elsewhere") view=NotFound ssr=SsrMode::Async />
        </FlatRoutes>
    }
}

/// What an address without a page shows.
#[component]
fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <PageHead title=move || t().frame.not_found />
        <EmptyState
            icon=icondata_lu::LuCompass
            title=move || t().frame.not_found
            text=move || t().frame.not_found_text
        >
            <LinkButton route=Address::Customers label=move || t().frame.to_customers kind=ButtonKind::Primary />
        </EmptyState>
    }
}

/// Moves the focus past the navigation; the router would only scroll.
fn skip_to(page: NodeRef<html::Main>, event: &leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(page) = page.get_untracked() {
        // Fails only for an element that cannot hold the focus.
        let _ = page.focus();
    }
}

/// Once in the browser: the clock runs, and tests are told that buttons work.
fn come_alive(viewer: Viewer) {
    Effect::new(move |_| {
        viewer.now.set(now());
        if let Ok(ticking) = set_interval_with_handle(move || viewer.now.set(now()), TICK) {
            on_cleanup(move || ticking.clear());
        }
        if let Some(root) = document().document_element() {
            // Fails only for a name that is none.
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
}

//! Every page, and which are fetched together. The first page of most people's day comes with the frame.

use super::not_found::NotFound;
use crate::assignment::AssignmentPage;
use crate::audit::AuditPage;
use crate::calls::{CallPage, CallsPage};
use crate::centre;
use crate::companies::{CompaniesPage, CompanyPage, EditCompanyPage, NewCompanyPage};
use crate::custom::CustomFieldsPage;
use crate::customers::{CustomerPage, CustomersPage, EditCustomerPage, NewCustomerPage};
use crate::dashboard::DashboardPage;
use crate::day::DayPage;
use crate::deals::{DealPage, DealsPage, EditDealPage, NewDealPage};
use crate::duplicates::{ComparePage, DuplicatesPage};
use crate::fetched::{Loading, Page, fetched};
use crate::floor::{FloorMemberPage, FloorPage};
use crate::imports::{ImportPage, ImportsPage};
use crate::missed::MissedPage;
use crate::notices::NoticesPage;
use crate::pipelines::PipelinesPage;
use crate::profile::ProfilePage;
use crate::rights::RightsPage;
use crate::settings::{DialPolicyPage, DirectoryPage, TelephonePage, stringee};
#[cfg(feature = "ssr")]
use crate::sign_in::SignInPage;
use crate::staff::{MemberPage, NewMemberPage, StaffPage};
use crate::tasks::TasksPage;
use crate::teams::TeamsPage;
use crate::wrap_up::DispositionsPage;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::{PartialPathMatch, PossibleRouteMatch, SsrMode, path};

/// In the browser nobody comes here: signing in is a page of the server's alone, and leads to a whole new page.
#[cfg(not(feature = "ssr"))]
#[component]
fn SignInPage() -> impl IntoView {}

/// One line a page: where it is, its name among the parts, the group it is fetched with.
macro_rules! pages {
    ($($path:tt = $name:ident in $group:ident: $page:path;)+) => {
        $(fetched! { $group { $name(()) = |()| $page().into_any(); } })+

        /// Fetches the page of an address, so that it can come alive at once; `None` for those that are always there.
        pub(crate) fn page_at(address: &str) -> Option<Loading<()>> {
            let is = |found: Option<PartialPathMatch<'_>>| found.is_some_and(|found| found.is_complete());
            let pages = [$((is(path!($path).test(address)), $name as fn() -> Loading<()>)),+];
            pages.into_iter().find(|(is, _)| *is).map(|(_, fetch)| fetch())
        }

        /// Whoever is not signed in is led to the sign-in page by the server before any of these is made.
        #[component]
        pub(super) fn Pages() -> impl IntoView {
            view! {
                <FlatRoutes fallback=|| view! { <NotFound /> }>
                    <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async />
                    <Route path=path!("/customers") view=CustomersPage ssr=SsrMode::Async />
                    $(<Route path=path!($path) view=Page($name) ssr=SsrMode::Async />)+
                    // Named, so that the server answers every other address with a page too.
                    <Route path=path!("/*elsewhere") view=NotFound ssr=SsrMode::Async />
                </FlatRoutes>
            }
        }
    };
}

pages! {
    "/customers/new" = new_customer in records: NewCustomerPage;
    "/customers/import" = imports in settings: ImportsPage;
    "/customers/import/:id" = import in settings: ImportPage;
    "/customers/duplicates" = duplicates in settings: DuplicatesPage;
    "/customers/merge" = compare in settings: ComparePage;
    "/customers/:id" = customer in records: CustomerPage;
    "/customers/:id/edit" = edit_customer in records: EditCustomerPage;
    "/companies" = companies in records: CompaniesPage;
    "/companies/new" = new_company in records: NewCompanyPage;
    "/companies/:id" = company in records: CompanyPage;
    "/companies/:id/edit" = edit_company in records: EditCompanyPage;
    "/deals" = deals in records: DealsPage;
    "/deals/new" = new_deal in records: NewDealPage;
    "/deals/:id" = deal in records: DealPage;
    "/deals/:id/edit" = edit_deal in records: EditDealPage;
    "/settings/audit" = audit in settings: AuditPage;
    "/settings/assignment" = assignment in settings: AssignmentPage;
    "/settings/pipelines" = pipelines in settings: PipelinesPage;
    "/settings/fields" = custom_fields in settings: CustomFieldsPage;
    "/calls" = calls in calls: CallsPage;
    "/calls/:id" = call in calls: CallPage;
    "/floor" = floor in calls: FloorPage;
    "/floor/:id" = floor_member in calls: FloorMemberPage;
    "/dashboard" = dashboard in calls: DashboardPage;
    "/missed" = missed in calls: MissedPage;
    "/staff" = staff in settings: StaffPage;
    "/staff/teams" = teams in settings: TeamsPage;
    "/staff/rights" = rights in settings: RightsPage;
    "/staff/new" = new_member in settings: NewMemberPage;
    "/staff/:id" = member in settings: MemberPage;
    "/day" = day in calls: DayPage;
    "/notices" = notices in calls: NoticesPage;
    "/tasks" = tasks in calls: TasksPage;
    "/settings/dispositions" = dispositions in settings: DispositionsPage;
    "/settings/telephone" = telephone in settings: TelephonePage;
    "/settings/telephone/stringee" = provider_account in settings: stringee::AccountPage;
    "/settings/telephone/calling-out" = dial_policy in settings: DialPolicyPage;
    "/centre" = centre_overview in centre: centre::OverviewPage;
    "/centre/numbers" = centre_hotlines in centre: centre::HotlinesPage;
    "/centre/numbers/:id" = centre_hotline in centre: centre::HotlinePage;
    "/centre/menus" = centre_menus in centre: centre::MenusPage;
    "/centre/menus/:id" = centre_menu in centre: centre::MenuPage;
    "/centre/queues" = centre_queues in centre: centre::QueuesPage;
    "/centre/queues/:id" = centre_queue in centre: centre::QueuePage;
    "/centre/groups" = centre_groups in centre: centre::GroupsPage;
    "/centre/groups/:id" = centre_group in centre: centre::GroupPage;
    "/centre/agents" = centre_agents in centre: centre::AgentsPage;
    "/centre/agents/:id" = centre_agent in centre: centre::AgentPage;
    "/centre/blocked" = centre_blocked in centre: centre::BlockedPage;
    "/centre/calls" = centre_calls in centre: centre::CallsPage;
    "/centre/sounds" = centre_sounds in centre: centre::SoundsPage;
    "/centre/try" = centre_trial in centre: centre::TrialPage;
    "/centre/publish" = centre_publish in centre: centre::PublishPage;
    "/centre/versions" = centre_versions in centre: centre::VersionsPage;
    "/centre/versions/:id" = centre_version in centre: centre::VersionPage;
    "/settings/telephone/directory" = directory in settings: DirectoryPage;
    "/profile" = profile in settings: ProfilePage;
}

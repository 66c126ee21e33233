//! Where one can go, by role.

use super::preferences::{LanguageSwitch, ThemeSwitch};
use crate::components::{Avatar, Glyph, Icon};
use crate::missed::TodoBadge;
use crate::notices::Unread;
use crate::palette::PaletteButton;
use crate::routes::{CentrePage, Route};
use crate::surroundings::viewer;
use crate::tasks::DueToday;
use crate::texts::{PRODUCT, t};
use domain::access::Action;
use domain::custom::Entity;
use domain::telephone::Provider;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

/// The navigation. Where there is no room for every entry, those after the third are behind a button.
#[component]
pub(super) fn Navigation() -> impl IntoView {
    let open = RwSignal::new(false);
    let place = use_location().pathname;
    Effect::new(move |_| {
        place.with(|_| ());
        open.set(false);
    });
    let sees_floor = viewer().may(Action::SeeFloor);
    let sees_dashboard = viewer().may(Action::SeeDashboard);
    view! {
        <nav class="nav" aria-label=move || t().frame.navigation>
            <a class="nav__brand" href=Route::Customers.href()>
                <img class="nav__mark" src="/favicon.svg" alt="" width="24" height="24" />
                <span class="nav__text">{PRODUCT}</span>
            </a>
            <PaletteButton />
            <ul class="nav__list" id="nav-list" class:is-open=open>
                <Entry route=Route::Customers icon=icondata_lu::LuUsers label=move || t().frame.customers />
                <Entry route=Route::Calls icon=icondata_lu::LuPhone label=move || t().frame.calls />
                <Entry route=Route::Missed icon=icondata_lu::LuPhoneMissed label=move || t().missed.title>
                    <TodoBadge />
                </Entry>
                <Entry route=Route::Day icon=icondata_lu::LuSun label=move || t().day.title />
                <Entry route=Route::Tasks { done: false } icon=icondata_lu::LuListChecks label=move || t().tasks.title>
                    <DueToday />
                </Entry>
                <Entry route=Route::Notices icon=icondata_lu::LuBell label=move || t().notices.title>
                    <Unread />
                </Entry>
                <Entry route=Route::Companies icon=icondata_lu::LuBuilding2 label=move || t().companies.title />
                <Entry route=Route::Deals icon=icondata_lu::LuHandshake label=move || t().deals.title />
                <Show when=move || sees_floor.get() || sees_dashboard.get()>
                    <Heading label=move || t().frame.team />
                </Show>
                <Show when=move || sees_floor.get()>
                    <Entry route=Route::Floor icon=icondata_lu::LuRadio label=move || t().floor.title />
                </Show>
                <Show when=move || sees_dashboard.get()>
                    <Entry route=Route::Dashboard icon=icondata_lu::LuChartColumn label=move || t().dashboard.title />
                </Show>
                <AdminEntries />
            </ul>
            <More open=open />
            <div class="nav__foot">
                <LanguageSwitch />
                <ThemeSwitch />
                <Myself />
            </div>
        </nav>
    }
}

/// What only admins have something to do with.
#[component]
fn AdminEntries() -> impl IntoView {
    let manages_staff = viewer().may(Action::ManageStaff);
    let manages_dispositions = viewer().may(Action::ManageDispositions);
    let runs_centre = viewer().may(Action::RunCentre);
    let manages_pipelines = viewer().may(Action::ManagePipelines);
    let manages_fields = viewer().may(Action::ManageFields);
    let manages_assignment = viewer().may(Action::ManageAssignment);
    let manages_telephone = viewer().may(Action::ManageTelephone);
    view! {
        <Show when=move || manages_staff.get()>
            <Heading label=move || t().frame.set_up />
            <Entry route=Route::Staff icon=icondata_lu::LuUserCog label=move || t().frame.staff />
        </Show>
        <Show when=move || manages_dispositions.get()>
            <Entry
                route=Route::Dispositions
                icon=icondata_lu::LuTags
                label=move || t().wrap_up.title
            />
        </Show>
        <Show when=move || runs_centre.get()>
            <Entry
                route=Route::Centre(CentrePage::Overview)
                icon=icondata_lu::LuWorkflow
                label=move || t().centre.title
            />
        </Show>
        <Show when=move || manages_pipelines.get()>
            <Entry
                route=Route::Pipelines
                icon=icondata_lu::LuKanban
                label=move || t().pipelines.title
            />
        </Show>
        <Show when=move || manages_fields.get()>
            <Entry
                route=Route::CustomFields(Entity::Customer)
                icon=icondata_lu::LuListPlus
                label=move || t().custom.title
            />
        </Show>
        <Show when=move || manages_assignment.get()>
            <Entry
                route=Route::Assignment
                icon=icondata_lu::LuShuffle
                label=move || t().assignment.title
            />
        </Show>
        <Show when=move || manages_telephone.get()>
            <Entry
                route=Route::TelephoneSettings(Provider::ThreeC)
                icon=icondata_lu::LuHeadset
                label=move || t().frame.telephone
            />
        </Show>
    }
}

/// On a small screen: the other places to go.
#[component]
fn More(open: RwSignal<bool>) -> impl IntoView {
    let close = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            open.set(false);
        }
    });
    on_cleanup(move || close.remove());
    view! {
        <button
            type="button"
            class="nav__entry nav__more"
            aria-controls="nav-list"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon icon=icondata_lu::LuMenu />
            <span class="nav__text">{move || t().frame.more}</span>
        </button>
    }
}

/// What the places below it are for.
#[component]
fn Heading(#[prop(into)] label: Signal<String>) -> impl IntoView {
    view! { <li class="nav__heading">{label}</li> }
}

/// A place to go; marked when one is there. What waits there is its child.
#[component]
fn Entry(
    route: Route,
    icon: Glyph,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <li>
            <A href=route.href() attr:class="nav__entry" attr:title=label>
                <Icon icon=icon />
                <span class="nav__text">{label}</span>
                {children.map(|children| children())}
            </A>
        </li>
    }
}

/// Who is signed in, and the way out: a plain form, which works whatever else does not.
#[component]
fn Myself() -> impl IntoView {
    let name = move || viewer().me.with(|me| me.as_ref().map(|me| me.name.clone()).unwrap_or_default());
    view! {
        <div class="nav__me">
            <A href=Route::Profile.href() attr:class="nav__entry nav__entry--me" attr:title=move || t().frame.profile>
                <Avatar name=name />
                <span class="nav__text nav__name">{name}</span>
            </A>
            <form method="post" action="/sign-out" class="nav__sign-out">
                <button
                    type="submit"
                    class="button button--ghost button--icon"
                    title=move || t().frame.sign_out
                    aria-label=move || t().frame.sign_out
                >
                    <Icon icon=icondata_lu::LuLogOut />
                </button>
            </form>
        </div>
    }
}

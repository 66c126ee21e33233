//! The pages of one member: new, and as they are.

use super::access::AccessPanel;
use super::form::{Filled, MemberFields};
use super::handover::HandOverPanel;
use super::list::Activity;
use super::{create_member, get_member, update_member};
use crate::components::form::send;
use crate::components::{Button, ButtonKind, ErrorState, LinkButton, PageHead, Skeleton, toasts};
use crate::routes::Route;
use crate::texts::t;
use domain::ids::StaffId;
use domain::staff::Member;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The form of a new member.
#[component]
pub fn NewMemberPage() -> impl IntoView {
    let filled = Filled::from(None);
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = filled.checked(true) else { return };
        let navigate = navigate.clone();
        send(busy, create_member(form), move |answer| match answer {
            Ok(member) => {
                toasts::tell((t().staff.created)(&member.name));
                navigate(&Route::Staff.href(), Default::default());
            }
            Err(fault) => filled.errors.show(&fault),
        });
    };
    view! {
        <PageHead title=move || t().staff.new_title />
        <div class="panels">
            <form class="panel form" novalidate on:submit=submit>
                <MemberFields filled=filled />
                <div class="form__actions">
                    <Button label=move || t().staff.create kind=ButtonKind::Primary submit=true busy=busy />
                    <LinkButton label=move || t().frame.cancel route=Route::Staff kind=ButtonKind::Ghost />
                </div>
            </form>
        </div>
    }
}

/// A member's page.
#[component]
pub fn MemberPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || StaffId::new(params.with(|params| params.get("id").unwrap_or_default()));
    let member = Resource::new_blocking(id, get_member);
    let shown = move || {
        Suspend::new(async move {
            match member.await {
                Ok(found) => view! { <Shown member=found refetch=move || member.refetch() /> }.into_any(),
                Err(fault) => view! {
                    <PageHead title=move || t().staff.title />
                    <ErrorState fault=fault retry=move || member.refetch() />
                }
                .into_any(),
            }
        })
    };
    view! { <Transition fallback=|| view! { <Skeleton /> }>{shown}</Transition> }
}

#[component]
fn Shown(member: Member, #[prop(into)] refetch: Callback<()>) -> impl IntoView {
    let filled = Filled::from(Some(&member));
    let (id, active) = (member.id.clone(), member.active);
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = filled.checked(active) else { return };
        send(busy, update_member(id.clone(), form), move |answer| match answer {
            Ok(member) => {
                toasts::tell((t().staff.updated)(&member.name));
                refetch.run(());
            }
            Err(fault) => filled.errors.show(&fault),
        });
    };
    view! {
        <PageHead title=member.name.clone()>
            <Activity active=active />
            <LinkButton
                label=move || t().staff.title
                route=Route::Staff
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
        </PageHead>
        <div class="panels">
            <form class="panel form" novalidate on:submit=submit>
                <MemberFields filled=filled />
                <div class="form__actions">
                    <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
                </div>
            </form>
            <HandOverPanel member=member.clone() />
            <AccessPanel member=member refetch=refetch />
        </div>
    }
}

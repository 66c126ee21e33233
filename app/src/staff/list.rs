//! Everybody.

use super::{list_staff, role_name};
use crate::components::{Ago, Avatar, Badge, ButtonKind, ErrorState, Icon, LinkButton, PageHead, Skeleton, Tone};
use crate::routes::Route;
use crate::texts::t;
use domain::staff::Member;
use leptos::prelude::*;

/// The list of members.
#[component]
pub fn StaffPage() -> impl IntoView {
    let staff = Resource::new_blocking(|| (), |()| list_staff());
    let rows = move || {
        Suspend::new(async move {
            match staff.await {
                Ok(members) => view! { <Members members=members /> }.into_any(),
                Err(fault) => view! { <ErrorState fault=fault retry=move || staff.refetch() /> }.into_any(),
            }
        })
    };
    view! {
        <PageHead title=move || t().staff.title>
            <LinkButton route=Route::Teams label=move || t().teams.title icon=icondata_lu::LuUsersRound />
            <LinkButton route=Route::Rights label=move || t().rights.title icon=icondata_lu::LuShieldCheck />
            <LinkButton route=Route::Audit label=move || t().audit.title icon=icondata_lu::LuScrollText />
            <LinkButton
                route=Route::NewMember
                label=move || t().staff.new
                kind=ButtonKind::Primary
                icon=icondata_lu::LuUserPlus
            />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton /> }>{rows}</Transition>
    }
}

#[component]
fn Members(members: Vec<Member>) -> impl IntoView {
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().staff.title>
            <table class="table staff">
                <thead>
                    <tr>
                        <th scope="col">{move || t().staff.name}</th>
                        <th scope="col">{move || t().staff.role}</th>
                        <th scope="col" class="staff__team">{move || t().teams.of_member}</th>
                        <th scope="col">{move || t().staff.seat}</th>
                        <th scope="col" class="staff__state">{move || t().staff.state}</th>
                        <th scope="col" class="staff__seen">{move || t().staff.last_seen}</th>
                    </tr>
                </thead>
                <tbody>{members.into_iter().map(|member| view! { <MemberRow member=member /> }).collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn MemberRow(member: Member) -> impl IntoView {
    let Member { id, email, name, role, provider, seat, team, leads, active, last_seen_at } = member;
    let teams = team.into_iter().chain(leads).map(|team| team.name).collect::<Vec<_>>().join(", ");
    let seen = match last_seen_at {
        Some(at) => view! { <Ago at=at /> }.into_any(),
        None => view! { <span>{move || t().times.never}</span> }.into_any(),
    };
    let seat = match seat {
        Some(seat) => {
            view! { <span class="staff__seat"><Icon icon=icondata_lu::LuHeadset />{seat}" · "{provider.name()}</span> }
                .into_any()
        }
        None => view! { <span class="table__dim">{move || t().staff.no_seat}</span> }.into_any(),
    };
    view! {
        <tr class:staff__row--inactive=!active>
            <td>
                <a class="table__who" href=Route::Member(id).href()>
                    <Avatar name=name.clone() />
                    <span>{name}<span class="staff__email">{email}</span></span>
                </a>
            </td>
            <td>{move || role_name(role)}</td>
            <td class="staff__team">{teams}</td>
            <td class="number">{seat}</td>
            <td class="staff__state"><Activity active=active /></td>
            <td class="staff__seen table__dim">{seen}</td>
        </tr>
    }
}

/// Whether a member may sign in.
#[component]
pub(super) fn Activity(active: bool) -> impl IntoView {
    if active {
        view! { <Badge label=move || t().staff.active tone=Tone::Ok icon=icondata_lu::LuCheck /> }.into_any()
    } else {
        view! { <Badge label=move || t().staff.inactive tone=Tone::Neutral icon=icondata_lu::LuBan /> }.into_any()
    }
}

//! A member's day: what they do now, and a timeline of what they did.

use super::api;
use super::clock::Clock;
use super::reach::ReachPanel;
use super::row::{CallBrief, Figures};
use super::status::{LineState, StatusBadge, StatusTimer, in_call};
use super::timeline::{Stretches, Sums, Timeline};
use crate::components::{Avatar, AvatarSize, ErrorState, LinkButton, PageHead, Skeleton};
use crate::customers::query_here::query_here;
use crate::live;
use crate::routes::Route;
use crate::texts::t;
use domain::floor::{FloorMember, MemberDay, Status};
use domain::ids::StaffId;
use domain::live::Push;
use domain::times::{self, DAY, Millis};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

/// A member's day.
#[component]
pub fn FloorMemberPage() -> impl IntoView {
    let (params, query) = (use_params_map(), query_here());
    let id = Memo::new(move |_| StaffId::new(params.with(|params| params.get("id").unwrap_or_default())));
    let day = Memo::new(move |_| query.with(|query| times::parse_date(query.get_str("day").unwrap_or_default())));
    let loaded = Resource::new_blocking(move || (id.get(), day.get()), |(id, day)| api::member_day(id, day));
    let again = Callback::new(move |()| loaded.refetch());
    live::on_floor(move |push| {
        let concerns = match push {
            Push::Floor(update) => update.members.iter().any(|one| id.with_untracked(|id| one.member.id == *id)),
            Push::Everything => true,
            _ => false,
        };
        if concerns {
            loaded.refetch();
        }
    });
    view! {
        <PageHead title=move || t().floor.member_day>
            <LinkButton route=Route::Floor label=move || t().floor.back icon=icondata_lu::LuArrowLeft />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(day) => view! { <Day day=day /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Day(
    /// All of it.
    day: MemberDay,
) -> impl IntoView {
    let MemberDay { member, day: began, at, stretches } = day;
    let clock = Clock::new(at);
    let until = at.min(began.plus(DAY));
    let is_today = at.since(began) < DAY;
    let id = member.member.id.clone();
    let reach = member.reach.clone();
    view! {
        <article class="member-day">
            <Now member=member.clone() clock=clock />
            {reach.map(|reach| view! { <ReachPanel reach=reach /> })}
            <div class="member-day__head">
                <h2 class="section-heading">{times::date(began)}</h2>
                <Days id=id began=began is_today=is_today />
            </div>
            <Timeline stretches=stretches.clone() day=began until=until />
            <Sums stretches=stretches.clone() day=began until=until />
            <Stretches stretches=stretches until=until />
        </article>
    }
}

/// What they do now.
#[component]
fn Now(member: FloorMember, clock: Clock) -> impl IntoView {
    let (name, team) = (member.member.name.clone(), member.team.clone());
    let today = Memo::new({
        let today = member.today;
        move |_| today
    });
    let call = member.call.clone().filter(|_| in_call(member.status));
    let is_there = member.status != Status::Offline;
    let (status, line) = (Signal::stored(member.status), Signal::stored(member.line.clone()));
    let member = Signal::stored(member);
    view! {
        <header class="member-day__who">
            <Avatar name=name.clone() size=AvatarSize::Large />
            <div>
                <p class="member-day__name">{name}</p>
                <p class="floor__team">{team.map(|team| team.name)}</p>
            </div>
            <span class="floor__status">
                <StatusBadge status=status />
                <StatusTimer member=member clock=clock />
            </span>
            {call.map(|call| view! { <CallBrief call=call clock=clock /> })}
            {is_there.then(|| view! { <LineState line=line status=status /> })}
        </header>
        <dl class="totals">
            <Figures today=today />
        </dl>
    }
}

/// The day before and the day after.
#[component]
fn Days(id: StaffId, began: Millis, is_today: bool) -> impl IntoView {
    let to = move |day: Millis| format!("{}?day={}", Route::FloorMember(id.clone()).href(), times::iso_date(day));
    let (before, after) = (to(began.plus(-DAY)), to(began.plus(DAY)));
    view! {
        <nav class="member-day__days" aria-label=move || t().floor.days>
            <A href=before attr:class="button button--secondary">{move || t().floor.day_before}</A>
            {(!is_today)
                .then(|| view! { <A href=after attr:class="button button--secondary">{move || t().floor.day_after}</A> })}
        </nav>
    }
}

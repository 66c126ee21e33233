//! The board: totals, who is waiting, and a row for each member; each update changes only what it is about.

use super::api;
use super::clock::Clock;
use super::row::{Figures, MemberRow};
use super::status::{StatusBadge, word};
use super::waiting::Waiting;
use crate::components::form;
use crate::customers::filters::FilterSelect;
use crate::customers::query_here::query_here;
use crate::live::{self, Connection};
use crate::routes::Route;
use crate::texts::t;
use domain::floor::{Floor, FloorMember, Status, Today};
use domain::ids::StaffId;
use domain::live::Push;
use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::location::Url;

/// Everybody, kept up to date.
#[component]
pub(super) fn Board(
    /// As it was when the page was asked for.
    floor: Floor,
    /// Whether it is kept up to date.
    connection: Signal<Connection>,
) -> impl IntoView {
    let clock = Clock::new(floor.at);
    let floor = RwSignal::new(floor);
    follow(floor, clock);
    let query = query_here();
    let team = Memo::new(move |_| query.with(|query| query.get_str("team").unwrap_or_default().to_owned()));
    let seen = Memo::new(move |_| floor.with(|floor| in_team(floor, &team.get())));
    let stale = move || connection.get() == Connection::Lost;
    view! {
        <div class="floor" class:floor--stale=stale>
            <Show when=stale>
                <p class="notice notice--warn">{move || t().floor.stale}</p>
            </Show>
            <div class="floor__head">
                <TeamFilter floor=floor team=team />
                <Counts members=seen />
            </div>
            <Totals members=seen />
            <Waiting members=seen clock=clock />
            <Members members=seen clock=clock />
        </div>
    }
}

/// Takes in what is told; asks for everything anew when something may have been missed.
fn follow(floor: RwSignal<Floor>, clock: Clock) {
    live::on_floor(move |push| match push {
        Push::Floor(update) => {
            clock.set(update.at);
            floor.update(|floor| floor.take(update.clone()));
        }
        Push::Everything => spawn_local(async move {
            match api::floor().await {
                Ok(new) => {
                    // Gone when the page was left meanwhile.
                    let _ = floor.try_update(|floor| floor.replace(new));
                }
                Err(fault) if fault.0 == Problem::SignedOut => form::to_sign_in(),
                // The connection is there: it will be told again, or the page says that it is lost.
                Err(_) => {}
            }
        }),
        _ => {}
    });
}

fn in_team(floor: &Floor, team: &str) -> Vec<FloorMember> {
    let of_team = |one: &&FloorMember| team.is_empty() || one.team.as_ref().is_some_and(|its| its.id.as_str() == team);
    floor.members.iter().filter(of_team).cloned().collect()
}

/// Whose members to show; only where there are several teams.
#[component]
fn TeamFilter(floor: RwSignal<Floor>, team: Memo<String>) -> impl IntoView {
    let navigate = use_navigate();
    let teams = Memo::new(move |_| {
        let mut teams: Vec<(String, String)> = floor.with(|floor| {
            let team = |one: &FloorMember| one.team.as_ref().map(|team| (team.name.clone(), team.id.to_string()));
            floor.members.iter().filter_map(team).collect()
        });
        teams.sort();
        teams.dedup();
        teams
    });
    let options = move || {
        let all = (String::new(), t().floor.all_teams.to_owned());
        std::iter::once(all).chain(teams.get().into_iter().map(|(name, id)| (id, name))).collect::<Vec<_>>()
    };
    let go = Callback::new(move |team: String| {
        let path = Route::Floor.href();
        let address = if team.is_empty() { path } else { format!("{path}?team={}", Url::escape(&team)) };
        navigate(&address, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    view! {
        <Show when=move || teams.with(|teams| teams.len() > 1)>
            <FilterSelect
                name="team"
                label=move || t().floor.team
                value=team
                options=Signal::derive(options)
                on_change=go
            />
        </Show>
    }
}

/// How many do what.
#[component]
fn Counts(members: Memo<Vec<FloorMember>>) -> impl IntoView {
    let count = move |status: Status| members.with(|all| all.iter().filter(|one| one.status == status).count());
    let part = move |status: Status| {
        let count = Memo::new(move |_| count(status));
        view! {
            <li class="counts__part" class:counts__part--none=move || count.get() == 0>
                <StatusBadge status=Signal::stored(status) />
                <span class="counts__figure" title=move || word(status)>{count}</span>
            </li>
        }
    };
    view! {
        <ul class="counts" aria-label=move || t().floor.counts>{Status::ALL.map(part).into_iter().collect_view()}</ul>
    }
}

/// Everybody's day in numbers.
#[component]
fn Totals(members: Memo<Vec<FloorMember>>) -> impl IntoView {
    let sum = Memo::new(move |_| members.with(|all| all.iter().map(|one| one.today).sum::<Today>()));
    view! {
        <section aria-label=move || t().floor.today>
            <dl class="totals">
                <Figures today=sum />
            </dl>
        </section>
    }
}

/// A row for each, in the order of what needs looking at.
#[component]
fn Members(members: Memo<Vec<FloorMember>>, clock: Clock) -> impl IntoView {
    let ids = Memo::new(move |_| members.with(|all| all.iter().map(|one| one.member.id.clone()).collect::<Vec<_>>()));
    let row = move |id: StaffId| {
        let find = move |all: &Vec<FloorMember>| all.iter().find(|one| one.member.id == id).cloned();
        // The row of whoever has left is taken away, not emptied: until then it shows what it showed.
        let member = Memo::new(move |before: Option<&Option<FloorMember>>| {
            members.with(&find).or_else(|| before.cloned().flatten())
        });
        member.get_untracked().map(|first| {
            let member = Signal::derive(move || member.get().unwrap_or_else(|| first.clone()));
            view! { <MemberRow member=member clock=clock /> }
        })
    };
    view! {
        <div class="list">
            <table class="table floor__table">
                <thead>
                    <tr>
                        <th scope="col">{move || t().floor.member}</th>
                        <th scope="col">{move || t().floor.status}</th>
                        <th scope="col">{move || t().floor.call}</th>
                        <th scope="col">{move || t().floor.line}</th>
                        <th scope="col" class="table__figure">{move || t().floor.calls}</th>
                        <th scope="col" class="table__figure">{move || t().floor.answered}</th>
                        <th scope="col" class="table__figure">{move || t().floor.missed}</th>
                        <th scope="col" class="table__figure">{move || t().floor.talk}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=StaffId::clone children=row />
                </tbody>
            </table>
        </div>
    }
}

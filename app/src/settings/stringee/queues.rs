//! Which team serves which queue of the contact centre: its members are tried after those whom the caller knows.

use super::{save_served_queues, served_queues};
use crate::components::form::{send, tell};
use crate::components::{Button, ButtonKind, ErrorState, Select, Skeleton, toasts};
use crate::teams::list_teams;
use crate::texts::t;
use domain::ids::TeamId;
use domain::routing::ServedQueue;
use domain::teams::Team;
use leptos::prelude::*;

/// The queues' panel, loaded by itself: the provider is asked.
#[component]
pub(super) fn QueuesPanel() -> impl IntoView {
    let queues = Resource::new(|| (), |()| served_queues());
    let teams = Resource::new(|| (), |()| list_teams());
    let again = move || {
        queues.refetch();
        teams.refetch();
    };
    view! {
        <section class="panel" aria-labelledby="queues-heading">
            <h2 class="panel__title" id="queues-heading">{move || t().settings.stringee.queues}</h2>
            <p class="panel__text">{move || t().settings.stringee.queues_text}</p>
            <Suspense fallback=|| view! { <Skeleton rows=3 /> }>
                {move || Suspend::new(async move {
                    match (queues.await, teams.await) {
                        (Ok(queues), Ok(teams)) => view! { <Queues queues=queues teams=teams /> }.into_any(),
                        (Err(fault), _) | (_, Err(fault)) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Suspense>
        </section>
    }
}

#[component]
fn Queues(queues: Vec<ServedQueue>, teams: Vec<Team>) -> impl IntoView {
    if queues.is_empty() {
        return view! { <p class="panel__text">{move || t().settings.stringee.no_queues}</p> }.into_any();
    }
    let chosen: Vec<(String, RwSignal<String>)> =
        queues.iter().map(|queue| (queue.id.clone(), team_of(queue))).collect();
    let teams = StoredValue::new(teams);
    let select = move |(queue, (id, team)): (ServedQueue, (String, RwSignal<String>))| {
        view! { <Select name=format!("queue-{id}") label=queue.name value=team options=Signal::derive(move || choices(teams)) /> }
    };
    let fields = queues.into_iter().zip(chosen.clone()).map(select).collect_view();
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send(busy, save_served_queues(served(&chosen)), move |answer| match answer {
            Ok(()) => toasts::tell(t().settings.stringee.queues_saved),
            Err(fault) => tell(&fault),
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <div class="settings__pair">{fields}</div>
            <div class="form__actions">
                <Button label=move || t().settings.stringee.save_queues kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
    .into_any()
}

fn team_of(queue: &ServedQueue) -> RwSignal<String> {
    RwSignal::new(queue.team.as_ref().map(ToString::to_string).unwrap_or_default())
}

/// Any team, or that of whoever is responsible for the caller.
fn choices(teams: StoredValue<Vec<Team>>) -> Vec<(String, String)> {
    let of_owner = (String::new(), t().settings.stringee.team_of_owner.to_owned());
    let named = |team: &Team| (team.id.to_string(), team.name.clone());
    teams.with_value(|teams| std::iter::once(of_owner).chain(teams.iter().map(named)).collect())
}

/// The queues that a team was chosen for.
fn served(chosen: &[(String, RwSignal<String>)]) -> Vec<(String, TeamId)> {
    let team = |team: &RwSignal<String>| Some(team.get_untracked()).filter(|id| !id.is_empty()).map(TeamId::new);
    chosen.iter().filter_map(|(queue, chosen)| Some((queue.clone(), team(chosen)?))).collect()
}

//! The agents: the list, and which of them a page is about.

use super::agent::AgentFields;
use super::desk::desk;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::groups::names;
use super::sips::Sips;
use super::thing::{Gone, ThingPage, id_here};
use super::words;
use crate::components::{ButtonKind, EmptyState, LinkButton, PageHead};
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Agent, AgentForm, Ref};
use domain::ids::Seat;
use leptos::prelude::*;

/// The list, and the SIP telephones below it.
#[component]
pub fn AgentsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Agents>
            <PageHead title=move || t().centre.agents>
                <NewAgent />
            </PageHead>
            <div class="centre-parts">
                <Agents />
                <Sips />
            </div>
        </CentreFrame>
    }
}

#[component]
fn NewAgent() -> impl IntoView {
    view! {
        <LinkButton
            route=Route::from(CentrePage::Agent(None))
            label=move || t().centre.things.new_agent
            kind=ButtonKind::Primary
            icon=icondata_lu::LuPlus
        />
    }
}

#[component]
fn Agents() -> impl IntoView {
    let desk = desk();
    let agents = Memo::new(move |_| desk.draft(|draft| draft.agents().cloned().collect::<Vec<_>>()));
    let rows = move || agents.get().into_iter().map(|agent| view! { <Row agent=agent /> }).collect_view();
    view! {
        <Show when=move || agents.with(|all| !all.is_empty()) fallback=|| view! { <NoAgents /> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.agents>
                <table class="table centre-list">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().centre.parts.agent}</th>
                            <th scope="col">{move || t().centre.things.staff}</th>
                            <th scope="col" class="centre-list__wide">{move || t().centre.parts.rings_at}</th>
                            <th scope="col" class="centre-list__wide">{move || t().centre.things.in_groups}</th>
                            <th scope="col">{move || t().centre.things.checks}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Show>
    }
}

#[component]
fn NoAgents() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuHeadset
            title=move || t().centre.things.no_agents
            text=move || t().centre.things.no_agents_text
        >
            <NewAgent />
        </EmptyState>
    }
}

#[component]
fn Row(agent: Agent) -> impl IntoView {
    let desk = desk();
    let Agent { seat, name, rings_at, .. } = agent;
    let of = seat.clone();
    let groups = move || {
        let groups = desk.draft(|draft| {
            let theirs = draft.members().filter(|member| member.seat == of);
            theirs.map(|member| member.group.clone()).collect::<Vec<_>>()
        });
        if groups.is_empty() {
            t().centre.things.in_none.to_owned()
        } else {
            names(desk, groups.into_iter().map(Ref::Group))
        }
    };
    view! {
        <tr class="table__row">
            <th scope="row" class="centre-list__name">
                <a class="table__link" data-row="" href=Route::from(CentrePage::Agent(Some(seat.clone()))).href()>{name}</a>
                <span class="centre-list__more">{seat.to_string()}</span>
            </th>
            <td><StaffOf seat=seat.clone() /></td>
            <td class="centre-list__wide">{move || words::capital(words::rings_at(rings_at))}</td>
            <td class="centre-list__wide">{groups}</td>
            <td><FindingMark of=Ref::Agent(seat) /></td>
        </tr>
    }
}

/// The member of staff with a seat, and their page.
#[component]
fn StaffOf(seat: Seat) -> impl IntoView {
    let desk = desk();
    let member = move || desk.with(|desk| desk.member_at(&seat).map(|(id, name)| (id.clone(), name.to_owned())));
    move || match member() {
        Some((id, name)) => view! { <a class="centre-list__to" href=Route::Member(id).href()>{name}</a> }.into_any(),
        None => view! { <span class="table__dim">{t().centre.things.no_staff}</span> }.into_any(),
    }
}

/// One of them, or a new one.
#[component]
pub fn AgentPage() -> impl IntoView {
    let id = id_here();
    view! { <CentreFrame part=CentrePage::Agents>{move || view! { <OneAgent id=id.get() /> }}</CentreFrame> }
}

#[component]
fn OneAgent(id: String) -> impl IntoView {
    let was = (id != NEW).then(|| Seat::new(id));
    let form = match &was {
        None => Some(AgentForm::default()),
        Some(seat) => untrack(|| desk().draft(|draft| AgentForm::of(draft, seat))),
    };
    match form {
        None => view! { <Gone list=CentrePage::Agents lists=|| t().centre.agents /> }.into_any(),
        Some(form) => view! {
            <ThingPage
                at=was.clone().map(Ref::Agent)
                list=CentrePage::Agents
                lists=|| t().centre.agents
                new=|| t().centre.things.new_agent
            >
                <AgentFields was=was form=form />
            </ThingPage>
        }
        .into_any(),
    }
}

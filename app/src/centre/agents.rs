//! The agents: the list, and which of them a page is about.

use super::agent::AgentFields;
use super::desk::desk;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::groups::names;
use super::sips::Sips;
use super::thing::{Gone, ThingPage, id_here};
use super::things::{ThingTable, Things, ThingsHead, Words};
use super::words;
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Agent, AgentForm, Ref};
use domain::ids::Seat;
use leptos::prelude::*;

const THINGS: Things = Things {
    page: CentrePage::Agents,
    title: || t().centre.agents,
    one_more: CentrePage::Agent(None),
    new: || t().centre.things.new_agent,
    icon: icondata_lu::LuHeadset,
    none: || t().centre.things.no_agents,
    none_text: || t().centre.things.no_agents_text,
};

/// Above the columns; the last ones only where there is room.
const HEADS: [(Words, bool); 4] = [
    (|| t().centre.parts.agent, false),
    (|| t().centre.things.staff, false),
    (|| t().centre.parts.rings_at, true),
    (|| t().centre.things.in_groups, true),
];

/// The list, and the SIP telephones below it.
#[component]
pub fn AgentsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Agents>
            <ThingsHead of=THINGS />
            <div class="centre-parts">
                <ThingTable
                    of=THINGS
                    heads=&HEADS
                    all=|draft| draft.agents().cloned().collect()
                    row=|agent: Agent| view! { <Row agent=agent /> }.into_any()
                />
                <Sips />
            </div>
        </CentreFrame>
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
        None => view! { <Gone of=THINGS /> }.into_any(),
        Some(form) => view! {
            <ThingPage at=was.clone().map(Ref::Agent) of=THINGS>
                <AgentFields was=was form=form />
            </ThingPage>
        }
        .into_any(),
    }
}

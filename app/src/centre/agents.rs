//! The agents: the list, and the form of one.

use super::desk::desk;
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::groups::names;
use super::options::all;
use super::sips::Sips;
use super::thing::{Gone, SaveButton, Saving, ThingPage, id_here, show_new};
use super::words;
use crate::components::{ButtonKind, CheckList, EmptyState, LinkButton, PageHead, Select, TextField};
use crate::routes::{CentrePage, NEW, Route};
use crate::texts::t;
use domain::centre::{Agent, AgentForm, DraftEdit, Kind, Part, Ref};
use domain::fields::Field;
use domain::ids::{GroupId, Seat};
use domain::reach::RingsAt;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

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
                            <th scope="col">{move || t().centre.parts.rings_at}</th>
                            <th scope="col">{move || t().centre.things.in_groups}</th>
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
            <td>{move || words::rings_at(rings_at)}</td>
            <td>{groups}</td>
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
                <Fields was=was form=form />
            </ThingPage>
        }
        .into_any(),
    }
}

/// What is filled in.
#[derive(Clone, Copy)]
struct Filled {
    seat: RwSignal<String>,
    name: RwSignal<String>,
    rings_at: RwSignal<String>,
    phone: RwSignal<String>,
    groups: RwSignal<Vec<String>>,
}

impl Filled {
    fn of(form: &AgentForm) -> Self {
        Self {
            seat: RwSignal::new(form.seat.clone()),
            name: RwSignal::new(form.name.clone()),
            rings_at: RwSignal::new(rings_at_word(form.rings_at).to_owned()),
            phone: RwSignal::new(form.phone.clone()),
            groups: RwSignal::new(form.groups.iter().map(ToString::to_string).collect()),
        }
    }

    fn form(self) -> AgentForm {
        let rings_at = |word: &String| RingsAt::ALL.into_iter().find(|at| rings_at_word(*at) == word);
        AgentForm {
            seat: self.seat.get(),
            name: self.name.get(),
            rings_at: self.rings_at.with(rings_at).unwrap_or_default(),
            phone: self.phone.get(),
            groups: self.groups.with(|groups| groups.iter().map(GroupId::new).collect()),
        }
    }
}

fn rings_at_word(at: RingsAt) -> &'static str {
    match at {
        RingsAt::Anywhere => "anywhere",
        RingsAt::Number => "number",
        RingsAt::App => "app",
        RingsAt::DeskPhone => "desk_phone",
    }
}

#[component]
fn Fields(was: Option<Seat>, form: AgentForm) -> impl IntoView {
    let desk = desk();
    let filled = Filled::of(&form);
    let saving = Saving::new(form, move || filled.form());
    let errors = saving.errors;
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| filled.form());
        let saved = saving.save(desk, form.clone(), DraftEdit::Agent { was: was.clone(), form });
        if let Some(Ref::Agent(seat)) = saved.filter(|at| was.clone().map(Ref::Agent).as_ref() != Some(at)) {
            show_new(&navigate, CentrePage::Agent(Some(seat)));
        }
    };
    let rings = || RingsAt::ALL.map(|at| (rings_at_word(at).to_owned(), words::rings_at(at).to_owned())).to_vec();
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <SeatFields filled=filled errors=errors />
            <div class="settings__pair">
                <Select
                    name="rings-at"
                    label=move || t().centre.parts.rings_at
                    value=filled.rings_at
                    options=Signal::derive(rings)
                />
                <TextField
                    name="phone"
                    label=move || t().centre.parts.phone
                    value=filled.phone
                    error=errors.at(Field::Centre(Part::Phone))
                    hint=move || t().centre.things.phone_hint
                    kind="tel"
                />
            </div>
            <CheckList
                name="groups"
                label=move || t().centre.things.in_groups
                chosen=filled.groups
                on_choose=move |chosen| filled.groups.set(chosen)
                options=Signal::derive(move || all(desk, Kind::Group))
            />
            <SaveButton />
        </form>
    }
}

/// Who it is, here and at the provider.
#[component]
fn SeatFields(filled: Filled, errors: crate::components::form::FieldErrors) -> impl IntoView {
    let desk = desk();
    let staff = move || {
        let free = desk.with(|desk| {
            let without = desk.staff.iter().filter(|(seat, ..)| desk.draft.agent(seat).is_none());
            without.map(|(seat, _, name)| (seat.to_string(), name.clone())).collect::<Vec<_>>()
        });
        free.into_iter().map(|(seat, name)| view! { <option value=seat>{name}</option> }).collect_view()
    };
    let member = move || {
        let seat = Seat::new(filled.seat.with(|seat| seat.trim().to_owned()));
        desk.with(|desk| desk.member_at(&seat).map(|(_, name)| name.to_owned()))
    };
    // Whoever is chosen need not be written twice.
    Effect::new(move |_| {
        if let Some(name) = member()
            && filled.name.with_untracked(String::is_empty)
        {
            filled.name.set(name);
        }
    });
    view! {
        <div class="settings__pair">
            <TextField
                name="seat"
                label=move || t().centre.parts.seat
                value=filled.seat
                error=errors.at(Field::Centre(Part::Seat))
                hint=move || t().centre.things.seat_hint
                suggestions="free-seats"
                required=true
            />
            <TextField
                name="name"
                label=move || t().centre.parts.name
                value=filled.name
                error=errors.at(Field::Centre(Part::Name))
                required=true
            />
        </div>
        <datalist id="free-seats">{staff}</datalist>
    }
}

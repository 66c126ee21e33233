//! The groups: the list, and the form of one.

use super::desk::{Desk, desk};
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::options::all;
use super::thing::{Gone, SaveButton, Saving, ThingPage, id_here, show_new};
use crate::components::{ButtonKind, CheckList, EmptyState, LinkButton, PageHead, TextField};
use crate::routes::{CentrePage, NEW, Route};
use crate::softphone::fresh_id;
use crate::texts::t;
use domain::centre::{DraftEdit, Group, GroupForm, Kind, Part, Ref};
use domain::fields::Field;
use domain::ids::{GroupId, Seat};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The list.
#[component]
pub fn GroupsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Groups>
            <PageHead title=move || t().centre.groups>
                <NewGroup />
            </PageHead>
            <Groups />
        </CentreFrame>
    }
}

#[component]
fn NewGroup() -> impl IntoView {
    view! {
        <LinkButton
            route=Route::from(CentrePage::Group(None))
            label=move || t().centre.things.new_group
            kind=ButtonKind::Primary
            icon=icondata_lu::LuPlus
        />
    }
}

#[component]
fn Groups() -> impl IntoView {
    let desk = desk();
    let groups = Memo::new(move |_| desk.draft(|draft| draft.groups().cloned().collect::<Vec<_>>()));
    let rows = move || groups.get().into_iter().map(|group| view! { <Row group=group /> }).collect_view();
    view! {
        <Show when=move || groups.with(|all| !all.is_empty()) fallback=|| view! { <NoGroups /> }>
            <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().centre.groups>
                <table class="table centre-list">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().centre.parts.group}</th>
                            <th scope="col">{move || t().centre.things.members}</th>
                            <th scope="col" class="centre-list__wide">{move || t().centre.things.serves}</th>
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
fn NoGroups() -> impl IntoView {
    view! {
        <EmptyState
            icon=icondata_lu::LuUsersRound
            title=move || t().centre.things.no_groups
            text=move || t().centre.things.no_groups_text
        >
            <NewGroup />
        </EmptyState>
    }
}

#[component]
fn Row(group: Group) -> impl IntoView {
    let desk = desk();
    let Group { id, name } = group;
    let (of, by) = (id.clone(), id.clone());
    let members = move || {
        let seats = desk.draft(|draft| draft.members_of(&of).cloned().collect::<Vec<_>>());
        names(desk, seats.into_iter().map(Ref::Agent))
    };
    let queues = move || {
        let served = desk.draft(|draft| {
            let routes = draft.routes().filter(|route| route.group == by);
            routes.map(|route| route.queue.clone()).collect::<Vec<_>>()
        });
        names(desk, served.into_iter().map(Ref::Queue))
    };
    view! {
        <tr class="table__row">
            <th scope="row" class="centre-list__name">
                <a class="table__link" data-row="" href=Route::from(CentrePage::Group(Some(id.clone()))).href()>{name}</a>
            </th>
            <td>{members}</td>
            <td class="centre-list__wide">{queues}</td>
            <td><FindingMark of=Ref::Group(id) /></td>
        </tr>
    }
}

/// The names of things, one after the other.
pub(super) fn names(desk: Desk, all: impl Iterator<Item = Ref>) -> String {
    desk.named(|book| all.map(|at| book.name(&at)).collect::<Vec<_>>().join(", "))
}

/// One of them, or a new one.
#[component]
pub fn GroupPage() -> impl IntoView {
    let id = id_here();
    view! { <CentreFrame part=CentrePage::Groups>{move || view! { <OneGroup id=id.get() /> }}</CentreFrame> }
}

#[component]
fn OneGroup(id: String) -> impl IntoView {
    let id = (id != NEW).then(|| GroupId::new(id));
    let form = match &id {
        None => Some(GroupForm::default()),
        Some(id) => untrack(|| desk().draft(|draft| GroupForm::of(draft, id))),
    };
    match form {
        None => view! { <Gone list=CentrePage::Groups lists=|| t().centre.groups /> }.into_any(),
        Some(form) => view! {
            <ThingPage
                at=id.clone().map(Ref::Group)
                list=CentrePage::Groups
                lists=|| t().centre.groups
                new=|| t().centre.things.new_group
            >
                <Fields id=id form=form />
            </ThingPage>
        }
        .into_any(),
    }
}

#[component]
fn Fields(id: Option<GroupId>, form: GroupForm) -> impl IntoView {
    let desk = desk();
    let name = RwSignal::new(form.name.clone());
    let members = RwSignal::new(form.members.iter().map(ToString::to_string).collect::<Vec<_>>());
    let filled = move || GroupForm {
        name: name.get(),
        members: members.with(|members| members.iter().map(Seat::new).collect()),
    };
    let saving = Saving::new(form, filled);
    let errors = saving.errors;
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(filled);
        let at = id.clone().unwrap_or_else(|| GroupId::new(fresh_id()));
        let saved = saving.save(desk, form.clone(), DraftEdit::Group { id: at.clone(), form });
        if saved.is_some() && id.is_none() {
            show_new(&navigate, CentrePage::Group(Some(at)));
        }
    };
    let agents = Memo::new(move |_| all(desk, Kind::Agent));
    let hint = move || if agents.with(Vec::is_empty) { t().centre.things.needs_agents } else { "" };
    view! {
        <form class="panel form" novalidate on:submit=submit>
            <TextField
                name="name"
                label=move || t().centre.parts.name
                value=name
                error=errors.at(Field::Centre(Part::Name))
                required=true
            />
            <CheckList
                name="members"
                label=move || t().centre.things.members
                chosen=members
                on_choose=move |chosen| members.set(chosen)
                options=agents
                hint=hint
            />
            <SaveButton />
        </form>
    }
}

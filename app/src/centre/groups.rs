//! The groups: the list, and the form of one.

use super::desk::{Desk, desk};
use super::findings::FindingMark;
use super::frame::CentreFrame;
use super::options::all;
use super::thing::{Gone, SaveButton, Saving, ThingPage, id_here, show_new};
use super::things::{ThingTable, Things, ThingsHead, Words};
use crate::components::{CheckList, TextField};
use crate::routes::{CentrePage, NEW, Route};
use crate::softphone::fresh_id;
use crate::texts::t;
use domain::centre::{DraftEdit, Group, GroupForm, Kind, Part, Ref};
use domain::fields::Field;
use domain::ids::{GroupId, Seat};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const THINGS: Things = Things {
    page: CentrePage::Groups,
    title: || t().centre.groups,
    one_more: CentrePage::Group(None),
    new: || t().centre.things.new_group,
    icon: icondata_lu::LuUsersRound,
    none: || t().centre.things.no_groups,
    none_text: || t().centre.things.no_groups_text,
};

/// Above the columns; the last ones only where there is room.
const HEADS: [(Words, bool); 3] =
    [(|| t().centre.parts.group, false), (|| t().centre.things.members, false), (|| t().centre.things.serves, true)];

/// The list.
#[component]
pub fn GroupsPage() -> impl IntoView {
    view! {
        <CentreFrame part=CentrePage::Groups>
            <ThingsHead of=THINGS />
            <ThingTable
                of=THINGS
                heads=&HEADS
                all=|draft| draft.groups().cloned().collect()
                row=|group: Group| view! { <Row group=group /> }.into_any()
            />
        </CentreFrame>
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
        None => view! { <Gone of=THINGS /> }.into_any(),
        Some(form) => view! {
            <ThingPage at=id.clone().map(Ref::Group) of=THINGS>
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

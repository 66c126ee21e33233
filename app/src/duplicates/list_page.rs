//! The page of customers who may be one person.

use super::api::{dismiss_duplicates, list_duplicates};
use super::words::Signs;
use crate::components::{
    Ago, Avatar, Button, ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton, form, toasts,
};
use crate::customers::growing::{Growing, MoreRows};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::duplicates::{Person, Together};
use domain::ids::CustomerId;
use domain::paging::{Cursor, Page};
use leptos::prelude::*;

/// Groups of customers who may be one person, those most alike first.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let first = Resource::new_blocking(|| (), |()| list_duplicates(None));
    let again = Callback::new(move |()| first.refetch());
    view! {
        <PageHead title=move || t().duplicates.title />
        <p class="duplicates__intro">{move || t().duplicates.intro}</p>
        <Transition fallback=|| view! { <Skeleton rows=8 /> }>
            {move || Suspend::new(async move {
                match first.await {
                    Ok(page) => view! { <Groups first=page again=again /> }.into_any(),
                    Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Groups(first: Page<Together>, again: Callback<()>) -> impl IntoView {
    if first.rows.is_empty() && first.next.is_none() {
        return view! {
            <EmptyState
                icon=icondata_lu::LuUserCheck
                title=move || t().duplicates.none_title
                text=move || t().duplicates.none_text
            >
                <LinkButton route=Route::Customers label=move || t().customers.back kind=ButtonKind::Primary />
            </EmptyState>
        }
        .into_any();
    }
    let growing = Growing::new(first, |from: Cursor| list_duplicates(Some(from)));
    let key = |group: &Together| group.people.iter().map(|person| person.id.to_string()).collect::<String>();
    view! {
        <ul class="duplicates">
            <For each=move || growing.rows.get() key=key let(group)>
                <Group group=group again=again />
            </For>
        </ul>
        <MoreRows growing=growing />
    }
    .into_any()
}

#[component]
fn Group(group: Together, again: Callback<()>) -> impl IntoView {
    let all: Vec<CustomerId> = group.people.iter().map(|person| person.id.clone()).collect();
    let first = all.first().cloned();
    let line = |person: Person| {
        let kept = first.clone().filter(|first| *first != person.id);
        let others: Vec<CustomerId> = all.iter().filter(|id| **id != person.id).cloned().collect();
        view! { <Member person=person kept=kept others=others again=again /> }
    };
    let count = group.people.len();
    view! {
        <li class="panel duplicates__group">
            <p class="duplicates__head">
                <strong>{move || (t().duplicates.count)(count)}</strong>
                <Signs signs=group.signs />
            </p>
            <ul class="duplicates__people">{group.people.into_iter().map(line).collect_view()}</ul>
        </li>
    }
}

#[component]
fn Member(
    /// Who.
    person: Person,
    /// With whom they are compared; `None` for that one itself.
    kept: Option<CustomerId>,
    /// Who else is in the group.
    others: Vec<CustomerId>,
    again: Callback<()>,
) -> impl IntoView {
    let about: Vec<String> = [person.company.clone(), person.email.clone()].into_iter().flatten().collect();
    let numbers = person.numbers.into_iter().map(|number| view! { <Dialable number=number /> }).collect_view();
    let owner = person.owner.clone().map(|owner| owner.name);
    let id = person.id.clone();
    view! {
        <li class="duplicates__person">
            <Avatar name=person.name.clone() />
            <span class="duplicates__who">
                <a href=Route::Customer(person.id.clone()).href()>{person.name.clone()}</a>
                <span class="duplicates__numbers">{numbers}</span>
                <span class="duplicates__about">{about.join(" · ")}</span>
                <span class="duplicates__about">
                    {move || owner.clone().unwrap_or_else(|| t().customers.none_yet.to_owned())} " · "
                    <Ago at=person.last_activity_at />
                </span>
            </span>
            {kept.map(|kept| view! { <Choices name=person.name kept=kept id=id others=others again=again /> })}
        </li>
    }
}

/// To compare them, or to say that they are somebody else.
#[component]
fn Choices(
    /// What they are called.
    name: String,
    kept: CustomerId,
    id: CustomerId,
    others: Vec<CustomerId>,
    again: Callback<()>,
) -> impl IntoView {
    let compare = Route::Merge { kept, gone: id.clone() };
    let may_edit = viewer().may(Deed::EditCustomers);
    let dismiss = Action::new(move |()| {
        let (id, others, name) = (id.clone(), others.clone(), name.clone());
        async move {
            match dismiss_duplicates(id, others).await {
                Ok(()) => {
                    toasts::tell((t().duplicates.dismissed)(&name));
                    again.run(());
                }
                Err(fault) => form::tell(&fault),
            }
        }
    });
    view! {
        <span class="duplicates__choices">
            <LinkButton route=compare label=move || t().duplicates.compare />
            <Show when=move || may_edit.get()>
                <Button
                    label=move || t().duplicates.dismiss
                    kind=ButtonKind::Ghost
                    busy=dismiss.pending()
                    on_press=move |()| _ = dismiss.dispatch(())
                />
            </Show>
        </span>
    }
}

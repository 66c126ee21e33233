//! Every team.

use super::form::{DeleteDialog, TeamDialog};
use super::list_teams;
use crate::components::{Button, ButtonKind, EmptyState, ErrorState, LinkButton, PageHead, Skeleton};
use crate::routes::Route;
use crate::texts::t;
use domain::teams::Team;
use leptos::prelude::*;

/// The teams, and what an admin can do with them.
#[component]
pub fn TeamsPage() -> impl IntoView {
    let teams = Resource::new_blocking(|| (), |()| list_teams());
    let again = Callback::new(move |()| teams.refetch());
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let chosen = RwSignal::new(None::<Team>);
    let open = move |dialog: RwSignal<bool>| {
        Callback::new(move |team: Option<Team>| {
            chosen.set(team);
            dialog.set(true);
        })
    };
    let (edit, delete) = (open(editing), open(deleting));
    let rows = move || {
        Suspend::new(async move {
            match teams.await {
                Ok(teams) => view! { <Teams teams=teams edit=edit delete=delete /> }.into_any(),
                Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
            }
        })
    };
    view! {
        <PageHead title=move || t().teams.title>
            <LinkButton
                label=move || t().staff.title
                route=Route::Staff
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuArrowLeft
            />
            <Button
                label=move || t().teams.new
                kind=ButtonKind::Primary
                icon=icondata_lu::LuPlus
                on_press=move || edit.run(None)
            />
        </PageHead>
        <Transition fallback=|| view! { <Skeleton /> }>{rows}</Transition>
        <TeamDialog open=editing team=chosen.into() on_saved=again />
        <DeleteDialog open=deleting team=chosen.into() on_deleted=again />
    }
}

#[component]
fn Teams(teams: Vec<Team>, edit: Callback<Option<Team>>, delete: Callback<Option<Team>>) -> impl IntoView {
    if teams.is_empty() {
        return view! {
            <EmptyState
                icon=icondata_lu::LuUsersRound
                title=move || t().teams.none_title
                text=move || t().teams.none_text
            >
                <Button
                    label=move || t().teams.new
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuPlus
                    on_press=move || edit.run(None)
                />
            </EmptyState>
        }
        .into_any();
    }
    let row = move |team| view! { <TeamRow team=team edit=edit delete=delete /> };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || t().teams.title>
            <table class="table teams">
                <thead>
                    <tr>
                        <th scope="col">{move || t().teams.name}</th>
                        <th scope="col">{move || t().teams.leads}</th>
                        <th scope="col" class="table__figure">{move || t().teams.members}</th>
                        <th scope="col"><span class="visually-hidden">{move || t().teams.actions}</span></th>
                    </tr>
                </thead>
                <tbody>{teams.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn TeamRow(team: Team, edit: Callback<Option<Team>>, delete: Callback<Option<Team>>) -> impl IntoView {
    let Team { name, members, leads, .. } = team.clone();
    let leads = leads.into_iter().map(|lead| lead.name).collect::<Vec<_>>().join(", ");
    let (edited, deleted) = (team.clone(), team);
    let (edit_name, delete_name) = (name.clone(), name.clone());
    let nobody = leads.is_empty();
    let led_by = leads.clone();
    let leads = move || if nobody { t().teams.nobody.to_owned() } else { leads.clone() };
    view! {
        <tr>
            // Where there is no room for a column, who leads stands below the name.
            <th scope="row" class="teams__name">{name}<span class="teams__leads">{led_by}</span></th>
            <td class:table__dim=nobody>{leads}</td>
            <td class="table__figure">{members}</td>
            <td class="teams__actions">
                <Button
                    label=move || (t().teams.edit_named)(&edit_name)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuPencil
                    icon_only=true
                    on_press=move || edit.run(Some(edited.clone()))
                />
                <Button
                    label=move || (t().teams.delete_named)(&delete_name)
                    kind=ButtonKind::Ghost
                    icon=icondata_lu::LuTrash2
                    icon_only=true
                    on_press=move || delete.run(Some(deleted.clone()))
                />
            </td>
        </tr>
    }
}

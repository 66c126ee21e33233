//! The form of a team, and the question before one goes.

use super::{create_team, delete_team, possible_leads, update_team};
use crate::components::form::{FieldErrors, send, tell};
use crate::components::{Button, ButtonKind, CheckList, Dialog, TextField, toasts};
use crate::texts::t;
use domain::fields::Field;
use domain::ids::StaffId;
use domain::staff::StaffRef;
use domain::teams::{Team, TeamForm};
use leptos::prelude::*;

/// A new team, or the one that is given.
#[component]
pub(super) fn TeamDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Which team; none for a new one.
    team: Signal<Option<Team>>,
    /// Told when it was saved.
    on_saved: Callback<()>,
) -> impl IntoView {
    let title = move || if team.with(Option::is_some) { t().teams.edit } else { t().teams.new };
    view! {
        <Dialog open=open title=move || title().to_owned()>
            <Fields open=open team=team.get_untracked() on_saved=on_saved />
        </Dialog>
    }
}

#[component]
fn Fields(open: RwSignal<bool>, team: Option<Team>, on_saved: Callback<()>) -> impl IntoView {
    let form = team.as_ref().map(TeamForm::from).unwrap_or_default();
    let name = RwSignal::new(form.name);
    let leads = RwSignal::new(form.leads.iter().map(ToString::to_string).collect::<Vec<_>>());
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let (known, id) = (team.clone().map(|team| team.leads).unwrap_or_default(), team.map(|team| team.id));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let leads = leads.get_untracked().into_iter().map(StaffId::new).collect();
        let form = TeamForm { name: name.get_untracked(), leads };
        if let Err(problems) = form.parse() {
            return errors.set(problems);
        }
        let id = id.clone();
        let saving = async move {
            match id {
                Some(id) => update_team(id, form).await,
                None => create_team(form).await,
            }
        };
        send(busy, saving, move |answer| match answer {
            Ok(team) => {
                open.set(false);
                toasts::tell((t().teams.saved)(&team.name));
                on_saved.run(());
            }
            Err(fault) => errors.show(&fault),
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <TextField name="team-name" label=move || t().teams.name value=name error=errors.at(Field::Name) required=true />
            <Leads leads=leads known=known errors=errors />
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().frame.save kind=ButtonKind::Primary submit=true busy=busy />
            </div>
        </form>
    }
}

/// The managers; whoever leads the team already can be ticked off, also after they have left.
#[component]
fn Leads(leads: RwSignal<Vec<String>>, known: Vec<StaffRef>, errors: FieldErrors) -> impl IntoView {
    let managers = LocalResource::new(possible_leads);
    let options = move || {
        let mut all = managers.get().and_then(Result::ok).unwrap_or_default();
        all.extend(known.iter().filter(|lead| !all.contains(lead)).cloned().collect::<Vec<_>>());
        all.into_iter().map(|lead| (lead.id.to_string(), lead.name)).collect::<Vec<_>>()
    };
    view! {
        <CheckList
            name="team-leads"
            label=move || t().teams.leads
            chosen=leads
            on_choose=move |chosen| leads.set(chosen)
            options=Signal::derive(options)
            error=errors.at(Field::Leads)
            hint=move || t().teams.leads_hint
        />
    }
}

/// Asks before a team goes.
#[component]
pub(super) fn DeleteDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Which team.
    team: Signal<Option<Team>>,
    /// Told when it is gone.
    on_deleted: Callback<()>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let name = move || team.with(|team| team.as_ref().map(|team| team.name.clone()).unwrap_or_default());
    let delete = Callback::new(move |()| {
        let Some(team) = team.get_untracked() else { return };
        send(busy, delete_team(team.id), move |answer| match answer {
            Ok(()) => {
                toasts::tell((t().teams.deleted)(&team.name));
                on_deleted.run(());
            }
            Err(fault) => tell(&fault),
        });
        open.set(false);
    });
    view! {
        <Dialog open=open title=move || t().teams.delete>
            <p>{move || (t().teams.delete_question)(&name())}</p>
            <div class="dialog__actions">
                <Button label=move || t().frame.cancel on_press=move || open.set(false) />
                <Button label=move || t().teams.delete kind=ButtonKind::Danger busy=busy on_press=delete />
            </div>
        </Dialog>
    }
}

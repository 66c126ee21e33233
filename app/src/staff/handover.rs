//! What a member hands over: how much of each kind they own, to whom it goes, how far it is, and what went before.

use super::handover_api::{begin_hand_over, go_on_with_hand_over, hand_overs_of, undo_hand_over};
use crate::api::Answer;
use crate::components::form::{FieldErrors, send};
use crate::components::{Ago, Button, ButtonKind, ErrorState, Select, Skeleton, toasts};
use crate::customers::api::colleagues;
use crate::teams::teams_seen;
use crate::texts::{Texts, t};
use domain::fields::Field;
use domain::handover::{Desk, Got, HandOver, Kind, Plan, State, To};
use domain::ids::{StaffId, TeamId};
use domain::staff::{Member, StaffRef};
use domain::teams::TeamRef;
use futures_util::try_join;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// What the word of a member begins with; the id follows.
const MEMBER: &str = "member:";
/// What the word of a team begins with; the id follows.
const TEAM: &str = "team:";

/// A kind in words.
fn kind_name(texts: &Texts, kind: Kind) -> &'static str {
    let words = &texts.handover;
    match kind {
        Kind::Customers => texts.customers.title,
        Kind::Companies => texts.companies.title,
        Kind::Deals => texts.deals.title,
        Kind::Tasks => words.tasks,
        Kind::Missed => words.missed,
        Kind::Views => words.views,
    }
}

/// To whom something can go.
#[derive(Clone, Serialize, Deserialize)]
struct Offered {
    members: Vec<StaffRef>,
    teams: Vec<TeamRef>,
}

/// All of it, asked for at once: a resource within another's answer may be drawn a second time while it waits, and the
/// first asking then no longer knows who asks.
async fn everything(member: StaffId) -> Answer<(Desk, Offered)> {
    let (desk, mut members, teams) = try_join!(hand_overs_of(member.clone()), colleagues(), teams_seen())?;
    members.retain(|one| one.id != member);
    Ok((desk, Offered { members, teams }))
}

/// The panel of a member's page.
#[component]
pub(super) fn HandOverPanel(
    /// Whose.
    member: Member,
) -> impl IntoView {
    let (id, active) = (member.id, member.active);
    let asked = id.clone();
    let desk = Resource::new_blocking(move || asked.clone(), everything);
    let again = Callback::new(move |()| desk.refetch());
    let name = StoredValue::new(member.name);
    let id = StoredValue::new(id);
    view! {
        <section class="panel" aria-labelledby="hand-over-heading">
            <h2 class="panel__title" id="hand-over-heading">{move || t().handover.title}</h2>
            <p class="panel__text">{move || t().handover.text}</p>
            <Transition fallback=|| view! { <Skeleton rows=3 /> }>
                {move || Suspend::new(async move {
                    match desk.await {
                        Ok((desk, offered)) => {
                            let leaves = !active && desk.owned.iter().any(|(_, count)| *count > 0);
                            let note = move || name.with_value(|name| (t().handover.still_owns)(name));
                            view! {
                                {leaves.then(|| view! { <p class="hand-over__note">{note}</p> })}
                                <Shown member=id desk=desk offered=offered again=again />
                            }
                                .into_any()
                        }
                        Err(fault) => view! { <ErrorState fault=fault retry=again /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

/// How far what goes on is: what waits now, and what waited at first.
type Running = RwSignal<Option<(i64, i64)>>;

#[component]
fn Shown(member: StoredValue<StaffId>, desk: Desk, offered: Offered, again: Callback<()>) -> impl IntoView {
    let running: Running = RwSignal::new(None);
    let Desk { owned, past } = desk;
    let owns = owned.iter().any(|(_, count)| *count > 0);
    let begun = past.iter().any(|one| one.state.goes_on());
    let form = (owns && !begun)
        .then(|| view! { <Choices member=member owned=owned offered=offered running=running again=again /> });
    view! {
        {(!owns && past.is_empty()).then(|| view! { <p class="panel__text">{move || t().handover.nothing}</p> })}
        {form}
        <Progress running=running />
        {(!past.is_empty())
            .then(|| {
                let row = move |one: HandOver| view! { <Past hand_over=one running=running again=again /> };
                view! {
                    <h3 class="hand-over__heading">{move || t().handover.past}</h3>
                    <ul class="hand-over__past">{past.into_iter().map(row).collect_view()}</ul>
                }
            })}
    }
}

/// To whom each kind goes.
#[component]
fn Choices(
    member: StoredValue<StaffId>,
    owned: Vec<(Kind, i64)>,
    offered: Offered,
    running: Running,
    again: Callback<()>,
) -> impl IntoView {
    let (errors, busy) = (FieldErrors::new(), RwSignal::new(false));
    let offered = StoredValue::new(offered);
    let rows: Vec<(Kind, i64, RwSignal<String>)> = owned
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| (kind, count, RwSignal::new(String::new())))
        .collect();
    let chosen = rows.clone();
    let total = Memo::new(move |_| {
        chosen.iter().filter(|(_, _, to)| to.with(|to| !to.is_empty())).map(|(_, count, _)| count).sum::<i64>()
    });
    let plan = rows.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        errors.clear();
        let plan = Plan(plan.iter().map(|(kind, _, to)| (*kind, goes_to(&to.get_untracked()))).collect());
        send(busy, begin_hand_over(member.get_value(), plan), move |answer| match answer {
            Ok(begun) => to_the_end(begun, running, again),
            Err(fault) => errors.show(&fault),
        });
    };
    let wrong = errors.at(Field::Owner);
    view! {
        <form class="hand-over" novalidate on:submit=submit>
            {rows.into_iter().map(|row| view! { <Row row=row offered=offered /> }).collect_view()}
            <p class="field__error" aria-live="polite" hidden=move || wrong.with(Option::is_none)>{wrong}</p>
            <div class="form__actions">
                <Button
                    label=move || (t().handover.begin)(total.get())
                    kind=ButtonKind::Primary
                    icon=icondata_lu::LuArrowRightLeft
                    submit=true
                    busy=busy
                    disabled=Signal::derive(move || total.get() == 0 || running.with(Option::is_some))
                />
            </div>
        </form>
    }
}

/// To whom something goes, by the word of its option.
fn goes_to(word: &str) -> To {
    match (word.strip_prefix(MEMBER), word.strip_prefix(TEAM)) {
        (Some(id), _) => To::Member(StaffId::new(id)),
        (_, Some(id)) => To::Team(TeamId::new(id)),
        _ => To::Nobody,
    }
}

/// One kind: how much there is, and to whom it goes.
#[component]
fn Row(row: (Kind, i64, RwSignal<String>), offered: StoredValue<Offered>) -> impl IntoView {
    let (kind, count, to) = row;
    let options = move || {
        let mut options = vec![(String::new(), t().handover.stays.to_owned())];
        offered.with_value(|offered| {
            let team = |team: &TeamRef| (format!("{TEAM}{}", team.id), (t().handover.evenly)(&team.name));
            options.extend(offered.teams.iter().map(team));
            let member = |member: &StaffRef| (format!("{MEMBER}{}", member.id), member.name.clone());
            options.extend(offered.members.iter().map(member));
        });
        options
    };
    view! {
        <Select
            name=format!("hand-over-{}", kind.as_str())
            label=move || (t().handover.owned)(kind_name(t(), kind), count)
            value=to
            options=Signal::derive(options)
        />
    }
}

/// Asks the server part by part until nothing is left, and shows how far it is.
fn to_the_end(begun: HandOver, running: Running, again: Callback<()>) {
    let whole = begun.left.max(1);
    spawn_local(async move {
        let mut now = begun;
        while now.state.goes_on() {
            running.try_set(Some((now.left, whole)));
            match go_on_with_hand_over(now.id.clone()).await {
                Ok(next) => now = next,
                Err(fault) => {
                    crate::components::form::tell(&fault);
                    break;
                }
            }
        }
        match now.state {
            State::Done => toasts::tell(t().handover.done),
            State::Undone => toasts::tell(t().handover.undone),
            State::Going | State::Undoing => {}
        }
        // The page may have been left meanwhile: what is not done is gone on with from there.
        if running.try_set(None).is_none() {
            again.run(());
        }
    });
}

#[component]
fn Progress(running: Running) -> impl IntoView {
    let label = move || running.get().map(|(left, _)| (t().handover.left)(left)).unwrap_or_default();
    view! {
        <Show when=move || running.with(Option::is_some)>
            <div class="hand-over__progress">
                <progress
                    aria-label=move || t().handover.title
                    max=move || running.get().map_or(1, |(_, whole)| whole).to_string()
                    value=move || running.get().map_or(0, |(left, whole)| (whole - left).max(0)).to_string()
                ></progress>
                <span>{label}</span>
            </div>
        </Show>
    }
}

/// A hand-over that was begun: who got what of it; gone on with, or taken back.
#[component]
fn Past(hand_over: HandOver, running: Running, again: Callback<()>) -> impl IntoView {
    let HandOver { id, at, by, state, got, .. } = hand_over.clone();
    let busy = RwSignal::new(false);
    let go_on = move |()| to_the_end(hand_over.clone(), running, again);
    let undo = move |()| {
        send(busy, undo_hand_over(id.clone()), move |answer| match answer {
            Ok(begun) => to_the_end(begun, running, again),
            Err(fault) => crate::components::form::tell(&fault),
        });
    };
    let waits = Signal::derive(move || running.with(Option::is_some));
    let said = move |got: Got| {
        view! { <li>{move || (t().handover.got)(&got.to.name, kind_name(t(), got.kind), got.records)}</li> }
    };
    let word = move || match state {
        State::Going => t().handover.is_going,
        State::Done => t().handover.is_done,
        State::Undoing => t().handover.is_undoing,
        State::Undone => t().handover.is_undone,
    };
    view! {
        <li class="hand-over__one">
            <p class="hand-over__head">
                <strong>{word}</strong>
                " · "
                {by.name}
                " · "
                <Ago at=at />
            </p>
            <ul class="hand-over__got">{got.into_iter().map(said).collect_view()}</ul>
            {state
                .goes_on()
                .then(|| {
                    view! {
                        <Button label=move || t().handover.go_on icon=icondata_lu::LuPlay disabled=waits on_press=go_on />
                    }
                })}
            {(state == State::Done)
                .then(|| {
                    view! {
                        <Button
                            label=move || t().handover.undo
                            icon=icondata_lu::LuUndo2
                            busy=busy
                            disabled=waits
                            on_press=undo
                        />
                    }
                })}
        </li>
    }
}

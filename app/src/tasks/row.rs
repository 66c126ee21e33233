//! One task: done with one press, and taken back with another.

use super::api::{finish_task, reopen_task};
use super::due_today::on_change;
use super::fields::kind_in_words;
use super::form::EditTask;
use crate::components::form::{self, send};
use crate::components::{Ago, Badge, Button, ButtonKind, Glyph, Icon, Tone};
use crate::routes::Route;
use crate::softphone::Dialable;
use crate::surroundings::viewer;
use crate::texts::t;
use domain::access::Action as Deed;
use domain::tasks::{Task, TaskKind, Urgency};
use domain::times;
use leptos::prelude::*;

/// A task in a list.
#[component]
pub(crate) fn TaskRow(
    /// As it is.
    task: Task,
    /// Whether the list is of one customer or call, which then need not be named.
    #[prop(optional)]
    of_one: bool,
    /// As it is later, where the list learns of it; while somebody changes it, what they type stays.
    #[prop(optional, into)]
    newest: Option<Signal<Option<Task>>>,
    /// Told when it has another time: its place may be another.
    #[prop(optional, into)]
    on_moved: Option<Callback<()>>,
) -> impl IntoView {
    let task = RwSignal::new(task);
    let editing = RwSignal::new(false);
    Effect::new(move |_| {
        let now = newest.and_then(|newest| newest.get());
        if let Some(now) = now.filter(|_| !editing.get_untracked()) {
            task.set(now);
        }
    });
    let saved = Callback::new(move |saved: Task| {
        let moved = task.with_untracked(|before| before.due_at != saved.due_at);
        editing.set(false);
        task.set(saved);
        if let (true, Some(on_moved)) = (moved, on_moved) {
            on_moved.run(());
        }
    });
    let cancel = Callback::new(move |()| editing.set(false));
    view! {
        <li class="task" class:is-done=move || task.with(|task| task.done.is_some())>
            {move || match editing.get() {
                true => {
                    view! { <EditTask task=task.get_untracked() on_saved=saved on_cancel=cancel /> }.into_any()
                }
                false => view! { <Shown task=task editing=editing of_one=of_one /> }.into_any(),
            }}
        </li>
    }
}

#[component]
fn Shown(task: RwSignal<Task>, editing: RwSignal<bool>, of_one: bool) -> impl IntoView {
    let title = move || task.with(|task| task.title.clone());
    let note = move || task.with(|task| task.note.clone());
    let (owner, me) = (task.with_untracked(|task| task.owner.id.clone()), viewer().me);
    let leads = viewer().may(Deed::SeeTeamCalls);
    let changes = Memo::new(move |_| leads.get() || me.with(|me| me.as_ref().is_some_and(|me| me.id == owner)));
    view! {
        <Tick task=task may=changes />
        <div class="task__body">
            <p class="task__title">
                {move || {
                    task.with(|task| task.kind == TaskKind::CallBack)
                        .then(|| {
                            view! {
                                <span class="task__kind">
                                    <Icon icon=icondata_lu::LuPhoneOutgoing />
                                    <span class="visually-hidden">{move || kind_in_words(TaskKind::CallBack)} ": "</span>
                                </span>
                            }
                        })
                }} {title}
            </p>
            <p class="task__note">{note}</p>
            <Facts task=task of_one=of_one />
        </div>
        <Due task=task />
        <Show when=move || changes.get() && task.with(|task| task.done.is_none())>
            <Button
                label=move || (t().tasks.edit)(&title())
                kind=ButtonKind::Ghost
                icon=icondata_lu::LuPencil
                icon_only=true
                on_press=move |()| editing.set(true)
            />
        </Show>
    }
}

/// Done, or not after all.
#[component]
fn Tick(task: RwSignal<Task>, may: Memo<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let changed = on_change();
    let is_done = Memo::new(move |_| task.with(|task| task.done.is_some()));
    let label = move || {
        let words = if is_done.get() { t().tasks.reopen } else { t().tasks.finish };
        task.with(|task| words(&task.title))
    };
    let press = move |_| {
        let id = task.with_untracked(|task| task.id.clone());
        let reopens = is_done.get_untracked();
        let answer = async move { if reopens { reopen_task(id).await } else { finish_task(id).await } };
        send(busy, answer, move |answer| match answer {
            Ok(now) => {
                task.set(now);
                changed.run(());
            }
            Err(fault) => form::tell(&fault),
        });
    };
    let icon = Signal::derive(move || -> Glyph {
        if is_done.get() { icondata_lu::LuCircleCheck } else { icondata_lu::LuCircle }
    });
    view! {
        <button
            type="button"
            class="task__tick"
            aria-pressed=move || if is_done.get() { "true" } else { "false" }
            aria-label=label
            title=label
            disabled=move || !may.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            <Icon icon=icon />
        </button>
    }
}

/// For whom, what to dial, and which call left it.
#[component]
fn Facts(task: RwSignal<Task>, of_one: bool) -> impl IntoView {
    let Task { customer, company, deal, number, do_not_call, call, owner, .. } = task.get_untracked();
    let owner = owner.name;
    let link = |route: Route, name: String| view! { <a class="task__customer" href=route.href()>{name}</a> };
    let customer = customer.filter(|_| !of_one).map(|one| link(Route::Customer(one.id), one.name));
    let company = company.filter(|_| !of_one && customer.is_none()).map(|one| link(Route::Company(one.id), one.name));
    // A deal's task is also shown at its customer: there it says for which deal.
    let deal = deal.map(|one| link(Route::Deal(one.id), one.title));
    let number = number.map(|number| view! { <Dialable number=number do_not_call=do_not_call /> });
    let owner = of_one.then(|| view! { <span>{move || (t().tasks.of)(&owner)}</span> });
    let call = call.map(|call| {
        view! { <a href=Route::Call(call).href()>{move || t().tasks.call}</a> }
    });
    view! { <p class="task__facts">{deal} {customer} {company} {number} {owner} {call}</p> }
}

/// By when, or by whom it was done.
#[component]
fn Due(task: RwSignal<Task>) -> impl IntoView {
    let urgency = Memo::new(move |_| task.with(|task| task.urgency(viewer().now.get())));
    let at = move || task.with(|task| times::date_time(task.due_at));
    let open = move || {
        let (tone, icon): (Tone, Glyph) = match urgency.get() {
            Urgency::Overdue => (Tone::Danger, icondata_lu::LuClockAlert),
            Urgency::Today => (Tone::Warn, icondata_lu::LuClock),
            Urgency::Later => (Tone::Neutral, icondata_lu::LuCalendar),
        };
        view! { <Badge tone=tone icon=icon label=Signal::derive(at) /> }
    };
    move || match task.with(|task| task.done.clone()) {
        None => view! { <span class="task__due">{open}</span> }.into_any(),
        Some(done) => {
            let by = done.by.name;
            view! { <span class="task__due task__meta">{move || (t().tasks.done_by)(&by)} " · " <Ago at=done.at /></span> }
                .into_any()
        }
    }
}

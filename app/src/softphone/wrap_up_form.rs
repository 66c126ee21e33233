//! What a member fills in after a call: what it came to, and what is to be done next. The note of the call stands
//! between the two.

use super::ids;
use super::phone::{Phone, phone};
use crate::components::form::FieldErrors;
use crate::components::{Button, ButtonKind, TextField, keyboard, toasts};
use crate::surroundings::{now, viewer};
use crate::tasks::QuickTimes;
use crate::texts::t;
use domain::access::Action;
use domain::fields::{Field, FieldError, FieldProblem};
use domain::ids::{CallId, DispositionId, TaskId};
use domain::outbox::Parcel;
use domain::tasks::{TaskForm, TaskKind};
use domain::times::{self, DAY, HOUR};
use domain::wrap_up::{DispositionRef, FollowUp, WrapUpForm};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Choices that have a key.
const KEYS: usize = 9;

/// What is filled in so far, as the browser keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    disposition: Option<DispositionId>,
    /// Whether something is to be done next.
    plans: bool,
    task: TaskForm,
    /// The id of the task, so that it is one however often it is sent.
    id: Option<TaskId>,
}

/// What is filled in so far of one call.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    call: StoredValue<CallId>,
    disposition: RwSignal<Option<DispositionId>>,
    plans: RwSignal<bool>,
    title: RwSignal<String>,
    due_at: RwSignal<String>,
    task: StoredValue<Option<TaskId>>,
    errors: FieldErrors,
}

impl Draft {
    /// What an earlier page left of it, or nothing; kept from now on whenever it changes.
    pub(super) fn of(phone: Phone, call: &CallId) -> Self {
        let left = untrack(|| phone.wrap_ups.draft(call)).and_then(|text| serde_json::from_str::<Kept>(&text).ok());
        let Kept { disposition, plans, task, id } = left.unwrap_or_default();
        let draft = Self {
            call: StoredValue::new(call.clone()),
            disposition: RwSignal::new(disposition),
            plans: RwSignal::new(plans),
            title: RwSignal::new(task.title),
            due_at: RwSignal::new(task.due_at),
            task: StoredValue::new(id),
            errors: FieldErrors::new(),
        };
        Effect::new(move |before: Option<Kept>| {
            let kept = draft.kept();
            if before.is_some_and(|before| before != kept)
                && let Ok(text) = serde_json::to_string(&kept)
            {
                draft.call.with_value(|call| phone.wrap_ups.keep_draft(call, &text));
            }
            kept
        });
        draft
    }

    fn kept(self) -> Kept {
        Kept {
            disposition: self.disposition.get(),
            plans: self.plans.get(),
            task: TaskForm {
                title: self.title.get(),
                due_at: self.due_at.get(),
                kind: TaskKind::CallBack,
                ..TaskForm::default()
            },
            id: self.task.get_value(),
        }
    }

    /// What the call came to, unless somebody said so on its page before.
    fn chosen(self, phone: Phone) -> Option<DispositionId> {
        let said = || {
            let call = self.call.get_value();
            phone.wrap_ups.known(&call, |open| open.call.disposition.as_ref().map(|one| one.id.clone())).flatten()
        };
        self.disposition.get().or_else(said)
    }

    /// Takes a choice; the server learns of it at once.
    fn choose(self, phone: Phone, disposition: DispositionId) {
        self.errors.clear();
        self.disposition.set(Some(disposition.clone()));
        let form = WrapUpForm { disposition: Some(disposition), ..WrapUpForm::default() };
        phone.outbox.put(Parcel::WrapUp { call: self.call.get_value(), form });
    }

    /// Something is to be done, at this time.
    fn plan(self, phone: Phone, due_at: String) {
        if self.task.with_value(Option::is_none) {
            self.task.set_value(Some(TaskId::new(ids::fresh())));
        }
        if self.title.with_untracked(|title| title.trim().is_empty()) {
            let whose = untrack(|| phone.whose(&self.call.get_value()));
            self.title.set((t().wrap_up.call_back)(&whose));
        }
        self.due_at.set(due_at);
        self.plans.set(true);
    }

    /// What is sent when the member is done; `None`, with the fields marked, when something must be mended first.
    fn checked(self, phone: Phone) -> Option<WrapUpForm> {
        let disposition = untrack(|| self.chosen(phone));
        let Kept { plans, task, id, .. } = untrack(|| self.kept());
        let mut errors = Vec::new();
        if disposition.is_none() && phone.wrap_ups.needs_choice() {
            errors.push(FieldError::new(Field::Disposition, FieldProblem::Required));
        }
        if plans {
            errors.extend(task.parse(now()).err().unwrap_or_default());
        }
        let flawless = errors.is_empty();
        self.errors.set(errors);
        let follow_up = id.filter(|_| plans).map(|id| FollowUp { id, task });
        flawless.then_some(WrapUpForm { disposition, follow_up, done: true })
    }

    /// Hands everything in and puts the card away; whether nothing stands against it.
    pub(super) fn finish(self, phone: Phone) -> bool {
        let Some(form) = self.checked(phone) else { return false };
        let call = self.call.get_value();
        if form != (WrapUpForm { done: true, ..WrapUpForm::default() }) {
            toasts::tell(t().wrap_up.kept);
        }
        phone.outbox.put(Parcel::WrapUp { call: call.clone(), form });
        phone.wrap_ups.finish(&call);
        true
    }
}

/// What the call came to, and how much time is left.
#[component]
pub(super) fn Choices(
    /// What is filled in.
    draft: Draft,
) -> impl IntoView {
    let phone = phone();
    let call = draft.call;
    let choices = Memo::new(move |_| phone.wrap_ups.choices());
    let time = move || {
        let due = call.with_value(|call| phone.wrap_up_due(call))?;
        let left = due.since(phone.clock.get());
        Some(if left > 0 { (t().wrap_up.left)(&times::duration(left)) } else { t().wrap_up.time_up.to_owned() })
    };
    let required = draft.errors.at(Field::Disposition);
    let problem = move || required.get().map(|_| t().wrap_up.choose);
    listen(phone, draft, choices);
    let choice = move |(place, choice): (usize, DispositionRef)| {
        view! { <Choice draft=draft place=place choice=choice /> }
    };
    view! {
        <fieldset class="wrap-up">
            <legend class="wrap-up__legend">
                <span>{move || t().wrap_up.disposition}</span>
                <span class="wrap-up__time" role="timer">{time}</span>
            </legend>
            <div class="chips">{move || choices.get().into_iter().enumerate().map(choice).collect_view()}</div>
            <Show when=move || choices.with(Vec::is_empty)>
                <p class="call-card__advice">{move || t().wrap_up.no_choices}</p>
            </Show>
            <p class="field__error" role="alert">{problem}</p>
        </fieldset>
    }
}

#[component]
fn Choice(draft: Draft, place: usize, choice: DispositionRef) -> impl IntoView {
    let phone = phone();
    let DispositionRef { id, name } = choice;
    let taken = id.clone();
    let is_chosen = move || draft.chosen(phone).as_ref() == Some(&id);
    let key = (place < KEYS).then(|| view! { <kbd class="key" aria-hidden="true">{place + 1}</kbd> });
    view! {
        <label class="chip chip--choice">
            <input
                type="radio"
                class="chip__radio"
                name=format!("disposition-{}", draft.call.get_value())
                prop:checked=is_chosen
                on:change=move |_| draft.choose(phone, taken.clone())
            />
            {key}
            <span>{name}</span>
        </label>
    }
}

/// Number keys choose, anywhere outside text fields, in the call that is written up now.
fn listen(phone: Phone, draft: Draft, choices: Memo<Vec<DispositionRef>>) {
    let listening = window_event_listener(leptos::ev::keydown, move |event| {
        if keyboard::is_typing(&event) || untrack(|| phone.wrap_up()) != Some(draft.call.get_value()) {
            return;
        }
        let place = event.key().parse::<usize>().ok().filter(|place| (1..=KEYS).contains(place));
        let choice = place.and_then(|place| choices.with_untracked(|all| all.get(place - 1).cloned()));
        if let Some(choice) = choice {
            event.prevent_default();
            draft.choose(phone, choice.id);
        }
    });
    on_cleanup(move || listening.remove());
}

/// What is to be done next, for whoever may set themselves tasks.
#[component]
pub(super) fn Next(
    /// What is filled in.
    draft: Draft,
) -> impl IntoView {
    let may = viewer().may(Action::CreateTasks);
    view! {
        <Show when=move || may.get()>
            <FollowUpTask draft=draft />
        </Show>
    }
}

#[component]
fn FollowUpTask(draft: Draft) -> impl IntoView {
    let phone = phone();
    let name = format!("next-{}", draft.call.get_value());
    let another = move |_| draft.plan(phone, times::field(now().day_start().plus(DAY + 9 * HOUR)));
    let due_at = Signal::derive(move || if draft.plans.get() { draft.due_at.get() } else { String::new() });
    view! {
        <div class="wrap-up">
            <p class="wrap-up__legend">{move || t().wrap_up.follow_up}</p>
            <QuickTimes chosen=due_at on_choose=move |at| draft.plan(phone, at)>
                <Show when=move || !draft.plans.get()>
                    <button type="button" class="chip" on:click=another>{move || t().tasks.another_time}</button>
                </Show>
            </QuickTimes>
            <Show when=move || draft.plans.get()>
                <div class="wrap-up__task">
                    <TextField
                        name=format!("{name}-title")
                        label=move || t().tasks.name
                        value=draft.title
                        error=draft.errors.at(Field::Title)
                    />
                    <TextField
                        name=format!("{name}-due")
                        label=move || t().tasks.due
                        value=draft.due_at
                        error=draft.errors.at(Field::DueAt)
                        kind="datetime-local"
                    />
                    <Button
                        label=move || t().wrap_up.no_follow_up
                        kind=ButtonKind::Ghost
                        icon=icondata_lu::LuX
                        on_press=move |()| draft.plans.set(false)
                    />
                </div>
            </Show>
        </div>
    }
}

//! The form of a queue.

use super::desk::{Desk, desk};
use super::options::{caller_ids, sounds};
use super::queue_groups::{GroupRows, Rows};
use super::thing::{SaveButton, Saving, show_new};
use super::words;
use crate::components::form::FieldErrors;
use crate::components::{Checkbox, Segmented, Select, TextField};
use crate::routes::CentrePage;
use crate::softphone::fresh_id;
use crate::texts::t;
use domain::centre::{DraftEdit, Online, Part, QueueForm, Schedule};
use domain::fields::Field;
use domain::ids::QueueId;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What is filled in.
#[derive(Clone, Copy)]
struct Filled {
    name: RwSignal<String>,
    records: RwSignal<bool>,
    wraps_up: RwSignal<bool>,
    wrap_up_seconds: RwSignal<String>,
    schedule: RwSignal<String>,
    answer_seconds: RwSignal<String>,
    waiting_sound: RwSignal<String>,
    hold_sound: RwSignal<String>,
    caller_id: RwSignal<String>,
    asks: RwSignal<String>,
    online: RwSignal<String>,
    groups: Rows,
}

impl Filled {
    fn of(form: &QueueForm) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            name: text(&form.name),
            records: RwSignal::new(form.records),
            wraps_up: RwSignal::new(form.wraps_up),
            wrap_up_seconds: text(&form.wrap_up_seconds),
            schedule: text(schedule_word(form.schedule)),
            answer_seconds: text(&form.answer_seconds),
            waiting_sound: text(&form.waiting_sound),
            hold_sound: text(&form.hold_sound),
            caller_id: text(&form.caller_id),
            asks: text(&form.asks),
            online: text(online_word(form.online)),
            groups: Rows::of(&form.groups),
        }
    }

    fn form(self) -> QueueForm {
        QueueForm {
            name: self.name.get(),
            records: self.records.get(),
            wraps_up: self.wraps_up.get(),
            wrap_up_seconds: self.wrap_up_seconds.get(),
            schedule: chosen(SCHEDULES, &self.schedule.get(), schedule_word),
            answer_seconds: self.answer_seconds.get(),
            waiting_sound: self.waiting_sound.get(),
            hold_sound: self.hold_sound.get(),
            caller_id: self.caller_id.get(),
            asks: self.asks.get(),
            online: chosen(ONLINES, &self.online.get(), online_word),
            groups: self.groups.form(),
        }
    }
}

const SCHEDULES: [Schedule; 2] = [Schedule::Always, Schedule::BusinessHours];
const ONLINES: [Online; 2] = [Online::App, Online::AppOrSip];

fn schedule_word(schedule: Schedule) -> &'static str {
    match schedule {
        Schedule::Always => "always",
        Schedule::BusinessHours => "business_hours",
    }
}

fn online_word(online: Online) -> &'static str {
    match online {
        Online::App => "app",
        Online::AppOrSip => "app_or_sip",
    }
}

/// The choice that has this word; the usual one for any other text.
fn chosen<T: Copy + Default>(all: [T; 2], text: &str, word: fn(T) -> &'static str) -> T {
    all.into_iter().find(|one| word(*one) == text).unwrap_or_default()
}

/// The form.
#[component]
pub(super) fn QueueFields(
    /// Which; none for a new one.
    id: Option<QueueId>,
    /// As it is in the draft.
    form: QueueForm,
) -> impl IntoView {
    let desk = desk();
    let filled = Filled::of(&form);
    let saving = Saving::new(form, move || filled.form());
    let errors = saving.errors;
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = untrack(|| filled.form());
        let at = id.clone().unwrap_or_else(|| QueueId::new(fresh_id()));
        let saved = saving.save(desk, form.clone(), DraftEdit::Queue { id: at.clone(), form });
        if saved.is_some() && id.is_none() {
            show_new(&navigate, CentrePage::Queue(Some(at)));
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <div class="panel form">
                <TextField
                    name="name"
                    label=move || t().centre.parts.name
                    value=filled.name
                    error=errors.at(Field::Centre(Part::Name))
                    required=true
                />
                <Chooser desk=desk filled=filled errors=errors />
                <GroupRows rows=filled.groups errors=errors />
            </div>
            <Timing filled=filled errors=errors />
            <Hears desk=desk filled=filled errors=errors />
            <SaveButton />
        </form>
    }
}

/// Who decides who is rung.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Alo,
    Groups,
    Other,
}

impl By {
    const fn word(self) -> &'static str {
        match self {
            Self::Alo => "alo",
            Self::Groups => "groups",
            Self::Other => "other",
        }
    }

    fn of_word(word: &str) -> Self {
        [Self::Alo, Self::Groups].into_iter().find(|by| by.word() == word).unwrap_or(Self::Other)
    }

    /// As an address says it, and ours.
    fn of(asks: &str, ours: Option<&str>) -> Self {
        match asks {
            "" => Self::Groups,
            asks if ours == Some(asks) => Self::Alo,
            _ => Self::Other,
        }
    }

    fn said(self) -> &'static str {
        let words = &t().centre.things;
        match self {
            Self::Alo => words.by_alo,
            Self::Groups => words.by_groups,
            Self::Other => words.by_other,
        }
    }

    fn hint(self, knows_ours: bool) -> &'static str {
        let words = &t().centre.things;
        match self {
            Self::Alo => words.by_alo_text,
            _ if !knows_ours => words.no_our_addresses,
            Self::Groups => words.by_groups_text,
            Self::Other => "",
        }
    }
}

/// Who decides who is rung; our own answer is one click.
#[component]
fn Chooser(desk: Desk, filled: Filled, errors: FieldErrors) -> impl IntoView {
    let ours = Memo::new(move |_| desk.with(|desk| desk.around.ours.as_ref().map(|ours| ours.agents.clone())));
    // Another server's address is asked for also while there is nothing of it yet.
    let by = RwSignal::new(untrack(|| filled.asks.with(|asks| By::of(asks, ours.get().as_deref()))));
    let options = move || {
        let possible =
            [By::Alo, By::Groups, By::Other].into_iter().filter(|by| *by != By::Alo || ours.with(Option::is_some));
        possible.map(|by| (by.word().to_owned(), by.said().to_owned())).collect::<Vec<_>>()
    };
    let choose = move |word: String| {
        let chosen = By::of_word(&word);
        let asks = if chosen == By::Alo { ours.get_untracked() } else { None };
        filled.asks.set(asks.unwrap_or_default());
        by.set(chosen);
    };
    view! {
        <div class="form__choice">
            <span class="field__label">{move || t().centre.things.chooser}</span>
            <Segmented
                name="chooser"
                label=move || t().centre.things.chooser
                chosen=Signal::derive(move || by.get().word().to_owned())
                on_choose=choose
                options=Signal::derive(options)
            />
            <p class="field__hint">{move || by.get().hint(ours.with(Option::is_some))}</p>
        </div>
        <Show when=move || by.get() == By::Other>
            <TextField
                name="asks"
                label=move || t().centre.parts.asks
                value=filled.asks
                error=errors.at(Field::Centre(Part::Asks))
                kind="url"
                placeholder="https://"
            />
        </Show>
    }
}

/// When it takes calls, and how long everything takes.
#[component]
fn Timing(filled: Filled, errors: FieldErrors) -> impl IntoView {
    let schedules =
        || SCHEDULES.map(|one| (schedule_word(one).to_owned(), words::capital(words::schedule(one)))).to_vec();
    let onlines = || ONLINES.map(|one| (online_word(one).to_owned(), words::capital(words::online(one)))).to_vec();
    view! {
        <section class="panel form" aria-labelledby="queue-timing">
            <h2 class="panel__title" id="queue-timing">{move || t().centre.things.timing}</h2>
            <div class="settings__pair">
                <Select
                    name="schedule"
                    label=move || t().centre.parts.schedule
                    value=filled.schedule
                    options=Signal::derive(schedules)
                />
                <Select
                    name="online"
                    label=move || t().centre.parts.online
                    value=filled.online
                    options=Signal::derive(onlines)
                />
                <TextField
                    name="answer-seconds"
                    label=move || t().centre.parts.answer_seconds
                    value=filled.answer_seconds
                    error=errors.at(Field::Centre(Part::AnswerSeconds))
                    hint=move || t().centre.things.answer_hint
                    required=true
                />
                <TextField
                    name="wrap-up-seconds"
                    label=move || t().centre.parts.wrap_up_seconds
                    value=filled.wrap_up_seconds
                    error=errors.at(Field::Centre(Part::WrapUpSeconds))
                    hint=move || t().centre.things.wrap_up_hint
                    required=true
                />
            </div>
            <Checkbox label=move || t().centre.parts.wraps_up checked=filled.wraps_up />
        </section>
    }
}

/// What callers and agents hear and see, and whether it is recorded.
#[component]
fn Hears(desk: Desk, filled: Filled, errors: FieldErrors) -> impl IntoView {
    // What is in the draft can be chosen again after another choice.
    let (waiting, hold, shown) =
        untrack(|| (filled.waiting_sound.get(), filled.hold_sound.get(), filled.caller_id.get()));
    view! {
        <section class="panel form" aria-labelledby="queue-hears">
            <h2 class="panel__title" id="queue-hears">{move || t().centre.things.hears}</h2>
            <div class="settings__pair">
                <Select
                    name="waiting-sound"
                    label=move || t().centre.parts.waiting_sound
                    value=filled.waiting_sound
                    options=Signal::derive(move || sounds(desk, &waiting))
                />
                <Select
                    name="hold-sound"
                    label=move || t().centre.parts.hold_sound
                    value=filled.hold_sound
                    options=Signal::derive(move || sounds(desk, &hold))
                />
                <Select
                    name="caller-id"
                    label=move || t().centre.parts.caller_id
                    value=filled.caller_id
                    options=Signal::derive(move || caller_ids(desk, &shown))
                    error=errors.at(Field::Centre(Part::CallerId))
                    hint=move || t().centre.things.caller_id_hint
                />
            </div>
            <Checkbox label=move || t().centre.parts.records checked=filled.records />
        </section>
    }
}

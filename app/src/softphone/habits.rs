//! How the member calls out: from which of our numbers, and whether they are called first. Kept for them by the server.

use super::api;
use super::channel::{self, Said};
use super::phone::{Phone, phone};
use super::provider::adapter;
use crate::components::{Checkbox, Icon, toasts};
use crate::surroundings::viewer;
use crate::texts::t;
use domain::phone::Number;
use domain::telephone::{DialHabits, Hotline};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is known of the member's way.
#[derive(Clone, Copy)]
pub(super) struct Habits {
    kept: RwSignal<DialHabits>,
    /// Our numbers that may be called out from, the usual one first; none until a tab of this browser is signed in.
    pub(super) hotlines: RwSignal<Vec<Hotline>>,
}

impl Habits {
    /// As it usually is.
    pub(super) fn new() -> Self {
        Self { kept: RwSignal::new(DialHabits::default()), hotlines: RwSignal::new(Vec::new()) }
    }

    /// Asks the server for them.
    pub(super) fn start(self, phone: Phone) {
        spawn_local(async move {
            if let Ok(habits) = api::dial_habits().await {
                phone.answers_own_leg(habits.answers_itself);
                self.kept.set(habits);
            }
        });
    }

    /// The number that is called out from; empty where the provider chooses.
    pub(super) fn hotline_now(self) -> String {
        let chosen = self.kept.with_untracked(|habits| self.hotlines.with_untracked(|ours| number(habits, ours)));
        chosen.unwrap_or_default()
    }

    /// Whether the provider calls the member first.
    pub(super) fn rings_first_now(self) -> bool {
        self.kept.with_untracked(|habits| habits.rings_first)
    }

    /// Whether the member's telephone answers by itself when it is called first.
    pub(super) fn answers_itself_now(self) -> bool {
        self.kept.with_untracked(|habits| habits.answers_itself)
    }

    /// Another tab of the member has changed them.
    pub(super) fn take(self, phone: Phone, habits: DialHabits) {
        phone.answers_own_leg(habits.answers_itself);
        self.kept.set(habits);
    }

    /// These numbers may be called out from; what is drawn is drawn anew only when they are others.
    pub(super) fn offer(self, hotlines: Vec<Hotline>) {
        if self.hotlines.with_untracked(|known| *known != hotlines) {
            self.hotlines.set(hotlines);
        }
    }

    /// The tab that has the telephone hears of it before any wish to dial that comes after it.
    fn change(self, phone: Phone, habits: DialHabits) {
        self.take(phone, habits.clone());
        channel::say(&Said::CallsOut(habits.clone()));
        spawn_local(async move {
            if api::keep_dial_habits(habits).await.is_err() {
                toasts::warn(t().softphone.habits.not_kept);
            }
        });
    }
}

fn number(habits: &DialHabits, ours: &[Hotline]) -> Option<String> {
    habits.hotline(ours).map(|one| one.number.clone())
}

/// From which of our numbers the next call goes out. Nothing where there is no choice.
#[component]
pub(super) fn HotlineChoice() -> impl IntoView {
    let phone = phone();
    let habits = phone.habits;
    let chosen = move || habits.kept.with(|kept| habits.hotlines.with(|ours| number(kept, ours))).unwrap_or_default();
    let choose = move |event: web_sys::Event| {
        let hotline = Some(event_target_value(&event));
        habits.change(phone, DialHabits { hotline, ..habits.kept.get_untracked() });
    };
    let option = move |Hotline { number, name }: Hotline| {
        let mine = number.clone();
        let shown = format!("{name} · {}", Number::from_stored(format!("+{number}")).grouped());
        view! { <option value=number selected=move || chosen() == mine>{shown}</option> }
    };
    view! {
        <Show when=move || { habits.hotlines.with(Vec::len) > 1 }>
            <div class="dial-pad__hotline">
                <label class="device__label" for="softphone-hotline">
                    <Icon icon=icondata_lu::LuPhoneOutgoing />
                    <span>{move || t().softphone.habits.call_from}</span>
                </label>
                <select
                    class="field__input field__input--select"
                    id="softphone-hotline"
                    prop:value=chosen
                    on:change=choose
                >
                    {move || habits.hotlines.get().into_iter().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

/// Whether the provider calls the member first, on their profile; nothing where theirs cannot.
#[component]
pub fn DialHabitsPanel() -> impl IntoView {
    let can_ring_first = viewer().me.with_untracked(|me| {
        me.as_ref().is_some_and(|me| me.seat.is_some() && adapter(me.provider).manner().can_ring_member_first)
    });
    can_ring_first.then(|| view! { <Choices /> })
}

#[component]
fn Choices() -> impl IntoView {
    let phone = phone();
    let habits = phone.habits;
    let (rings_first, answers) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| {
        let kept = habits.kept.get();
        rings_first.set(kept.rings_first);
        answers.set(kept.answers_itself);
    });
    Effect::new(move |before: Option<(bool, bool)>| {
        let now = (rings_first.get(), answers.get());
        let kept = habits.kept.get_untracked();
        if before.is_some() && now != (kept.rings_first, kept.answers_itself) {
            habits.change(phone, DialHabits { rings_first: now.0, answers_itself: now.1, ..kept });
        }
        now
    });
    view! {
        <section class="panel">
            <h2 class="panel__title">{move || t().softphone.habits.title}</h2>
            <Checkbox label=move || t().softphone.habits.rings_first.to_owned() checked=rings_first />
            <p class="panel__text">{move || t().softphone.habits.rings_first_text}</p>
            <Checkbox
                label=move || t().softphone.habits.answers_itself.to_owned()
                checked=answers
                disabled=Signal::derive(move || !rings_first.get())
            />
        </section>
    }
}

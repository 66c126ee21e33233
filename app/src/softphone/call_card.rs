//! The card of one call, from the ring until it is put away.

use super::call_buttons::CallButtons;
use super::call_note::CallNote;
use super::dock::running_time;
use super::keypad::Keypad;
use super::keys::Panel;
use super::person::Person;
use super::phone::{Phone, phone};
use super::transfer::Transfer;
use super::wrap_up_form::{Choices, Draft, Next};
use super::{forbidden, words};
use crate::components::{Badge, Button, ButtonKind};
use crate::texts::t;
use domain::calls::{Ability, Command, Direction, LiveCall, Phase, State};
use domain::ids::CallId;
use leptos::prelude::*;

/// A call.
#[component]
pub(super) fn CallCard(
    /// Which.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call.clone());
    let live = Memo::new(move |_| seen(phone, id, LiveCall::is_live).unwrap_or(false));
    let phase = Memo::new(move |_| seen(phone, id, |call| call.state.phase));
    let wraps_up = Memo::new(move |_| id.with_value(|id| phone.wraps_up(id)));
    let draft = Draft::of(phone, &call);
    let title = move || (t().softphone.card)(&id.with_value(|id| phone.whose(id)));
    let class = move || match phase.get() {
        Some(Phase::Ringing) => "call-card is-ringing",
        Some(Phase::Dialing) => "call-card is-dialing",
        Some(Phase::Talking) => "call-card is-talking",
        Some(Phase::Ended) | None => "call-card is-ended",
    };
    let (person, buttons, note) = (call.clone(), call.clone(), call);
    view! {
        <article class=class aria-label=title data-call=id.get_value().to_string()>
            <CardHead id=id />
            <Person call=person />
            <Show when=move || live.get()>
                <CallButtons call=buttons.clone() />
                <Panels id=id />
            </Show>
            <Show when=move || wraps_up.get()>
                <Choices draft=draft />
            </Show>
            <Show when=move || phone.voice.speaks() fallback=|| view! { <SoundElsewhere /> }>
                <CallNote call=note.clone() />
            </Show>
            <Show when=move || wraps_up.get()>
                <Next draft=draft />
            </Show>
            <Show when=move || !live.get()>
                <Put id=id draft=draft wraps_up=wraps_up />
            </Show>
        </article>
    }
}

/// What `read` sees of the card's call; `None` once it has left the desk.
fn seen<T>(phone: Phone, id: StoredValue<CallId>, read: impl FnOnce(&LiveCall) -> T) -> Option<T> {
    id.with_value(|id| phone.call(id, read))
}

/// Direction and our number in small, the state, the time.
#[component]
fn CardHead(id: StoredValue<CallId>) -> impl IntoView {
    let phone = phone();
    // Drawn, and said aloud, only when the call has got further.
    let stands = Memo::new(move |_| seen(phone, id, |call| call.state.clone()));
    let shown = move || stands.with(|state| state.as_ref().map(words::call));
    let from = move || stands.with(|state| state.as_ref().map(from));
    let state = move || shown().map(|shown| view! { <Badge label=shown.word tone=shown.tone icon=shown.icon /> });
    let writes_up = move || {
        let is = id.with_value(|id| phone.wrap_up().as_ref() == Some(id));
        is.then(words::wrap_up).map(|shown| view! { <Badge label=shown.word tone=shown.tone icon=shown.icon /> })
    };
    let cut_off = Memo::new(move |_| seen(phone, id, |call| call.cut_off).unwrap_or(false));
    let advice = move || match cut_off.get() {
        true => Some(t().softphone.place.cut_off.to_owned()),
        // What our own rules forbid is not mended at the provider.
        false => id
            .with_value(|id| forbidden::on_card(phone, id))
            .or_else(|| shown().map(|shown| shown.text).filter(|text| !text.is_empty())),
    };
    view! {
        <header class="call-card__head">
            <span class="call-card__from">{from}</span>
            <span class="call-card__time" role="timer">{move || seen(phone, id, |call| running_time(phone, call))}</span>
        </header>
        <div class="call-card__state">{state} " " {writes_up}</div>
        {move || advice().map(|advice| view! { <p class="call-card__advice" role="alert">{advice}</p> })}
    }
}

/// A card of another tab's call: what is written about it is written there.
#[component]
fn SoundElsewhere() -> impl IntoView {
    view! { <p class="call-card__advice">{move || t().softphone.place.sound_elsewhere}</p> }
}

/// In or out, and which of our queues or numbers.
fn from(state: &State) -> String {
    let direction = crate::calls::words::direction(state.direction);
    match state.queue.clone().or_else(|| state.hotline.as_deref().map(words::number)) {
        Some(ours) => format!("{direction} · {ours}"),
        None => direction.to_owned(),
    }
}

/// What is open below the buttons.
#[component]
fn Panels(id: StoredValue<CallId>) -> impl IntoView {
    let phone = phone();
    let open = Memo::new(move |_| {
        let panel = phone.panel.get();
        id.with_value(|id| panel.filter(|(call, _)| call == id).map(|(_, panel)| panel))
    });
    let refused = move || id.with_value(|id| phone.refusal(Ability::Tone, Some(id))).map(words::refused);
    let send = move |key| phone.press(Command::Tone { call: id.get_value(), key });
    view! {
        {move || match open.get() {
            None => ().into_any(),
            Some(Panel::Transfer) => view! { <Transfer call=id.get_value() /> }.into_any(),
            Some(Panel::Keypad) => {
                view! {
                    <div class="call-card__panel">
                        <Keypad on_key=send />
                        <p class="call-card__advice">{refused}</p>
                    </div>
                }
                    .into_any()
            }
        }}
    }
}

/// What is left to do after a call: call back, or put the card away, and hand in what was filled in.
#[component]
fn Put(id: StoredValue<CallId>, draft: Draft, wraps_up: Memo<bool>) -> impl IntoView {
    let phone = phone();
    let number = move || id.with_value(|id| phone.callers.card(id)).and_then(|card| card.number);
    let was_in =
        move || seen(phone, id, |call| call.state.direction == Direction::Inbound && call.state.answered_at.is_none());
    let again = move |_| {
        if let Some(number) = untrack(number) {
            phone.dial(number.as_str());
        }
    };
    let refused = Signal::derive(move || phone.refusal(Ability::Dial, None).map(|why| words::refused(why).to_owned()));
    let put_away = move |()| {
        if !wraps_up.get_untracked() || draft.finish(phone) {
            phone.press(Command::Dismiss { call: id.get_value() });
        }
    };
    let label = move || if was_in().unwrap_or(false) { t().softphone.call_back } else { t().softphone.call_again };
    view! {
        <div class="call-card__after">
            <Show when=move || number().is_some()>
                <Button
                    label=move || label().to_owned()
                    icon=icondata_lu::LuPhone
                    disabled=Signal::derive(move || refused.get().is_some())
                    reason=refused
                    on_press=again
                />
            </Show>
            <Button
                label=move || t().softphone.done
                kind=ButtonKind::Primary
                icon=icondata_lu::LuCheck
                on_press=put_away
            />
        </div>
    }
}

//! The buttons of a running call, each with its key; one that is off says why.

use super::keys::{Key, Panel, hang_up, toggle_hold, toggle_mute};
use super::phone::phone;
use super::words;
use crate::components::{Glyph, Icon};
use crate::texts::t;
use domain::calls::{Ability, Command, Refused};
use domain::ids::CallId;
use leptos::prelude::*;

/// What a button is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tint {
    Answer,
    End,
    Plain,
}

/// The buttons that belong to where the call is now.
#[component]
pub(super) fn CallButtons(
    /// Which call.
    call: CallId,
) -> impl IntoView {
    let phone = phone();
    let id = StoredValue::new(call);
    let rings_here = Memo::new(move |_| {
        let can = id.with_value(|id| phone.desk(|desk| desk.can(Ability::Reject, Some(id))));
        // It rings here also while it cannot be refused: beside a conversation, or when that was asked for already.
        !matches!(can, Err(Refused::NotRinging | Refused::NoSuchCall))
    });
    view! {
        <div class="call-buttons">
            <Show when=move || rings_here.get() fallback=move || view! { <InConversation id=id /> }>
                <CallButton
                    id=id
                    what=Ability::Answer
                    key=Key::Answer
                    tint=Tint::Answer
                    icon=icondata_lu::LuPhone
                    label=move || t().softphone.words.answer
                    on_press=move |call| phone.press(Command::Answer { call })
                />
                <CallButton
                    id=id
                    what=Ability::Reject
                    key=Key::HangUp
                    tint=Tint::End
                    icon=icondata_lu::LuPhoneOff
                    label=move || t().softphone.words.reject
                    on_press=move |call| phone.press(Command::Reject { call })
                />
            </Show>
        </div>
    }
}

/// The buttons of a call that is being dialled or talked.
#[component]
fn InConversation(id: StoredValue<CallId>) -> impl IntoView {
    let phone = phone();
    let held = move || id.with_value(|id| phone.call(id, |call| call.state.held_since.is_some())).unwrap_or(false);
    let muted = move || id.with_value(|id| phone.call(id, |call| call.state.muted)).unwrap_or(false);
    let hold_icon = Signal::derive(move || -> Glyph {
        if held() { icondata_lu::LuPlay } else { icondata_lu::LuPause }
    });
    let mute_icon = Signal::derive(move || -> Glyph {
        if muted() { icondata_lu::LuMic } else { icondata_lu::LuMicOff }
    });
    let own_leg_rings =
        Memo::new(move |_| id.with_value(|id| phone.call(id, |call| call.own_leg_rings)).unwrap_or(false));
    view! {
        <Show when=move || own_leg_rings.get()>
            <p class="call-card__advice">{move || t().softphone.habits.own_leg}</p>
            <CallButton
                id=id
                what=Ability::Answer
                key=Key::Answer
                tint=Tint::Answer
                icon=icondata_lu::LuPhone
                label=move || t().softphone.words.answer
                on_press=move |call| phone.press(Command::Answer { call })
            />
        </Show>
        <CallButton
            id=id
            what=Ability::HangUp
            key=Key::HangUp
            tint=Tint::End
            icon=icondata_lu::LuPhoneOff
            label=move || t().softphone.words.hang_up
            on_press=move |call| {
                hang_up(phone, call);
            }
        />
        <CallButton
            id=id
            what=Ability::Hold
            key=Key::Hold
            icon=hold_icon
            label=move || if held() { t().softphone.words.resume } else { t().softphone.words.hold }
            on_press=move |call: CallId| {
                toggle_hold(phone, &call);
            }
        />
        <CallButton
            id=id
            what=Ability::Mute
            key=Key::Mute
            icon=mute_icon
            label=move || if muted() { t().softphone.words.unmute } else { t().softphone.words.mute }
            on_press=move |call: CallId| {
                toggle_mute(phone, &call);
            }
        />
        <CallButton
            id=id
            what=Ability::Tone
            key=Key::Keypad
            icon=icondata_lu::LuGrip
            label=move || t().softphone.words.tones
            on_press=move |call: CallId| phone.toggle_panel(&call, Panel::Keypad)
        />
        <CallButton
            id=id
            what=Ability::Transfer
            key=Key::Transfer
            icon=icondata_lu::LuPhoneForwarded
            label=move || t().softphone.words.transfer
            on_press=move |call: CallId| phone.toggle_panel(&call, Panel::Transfer)
        />
    }
}

/// One button: a drawing, its word, its key.
#[component]
fn CallButton(
    /// Of which call.
    id: StoredValue<CallId>,
    /// What it does.
    what: Ability,
    /// The key that does the same.
    key: Key,
    /// Its colour.
    #[prop(default = Tint::Plain)]
    tint: Tint,
    /// Its drawing.
    #[prop(into)]
    icon: Signal<Glyph>,
    /// Its word.
    #[prop(into)]
    label: Signal<&'static str>,
    /// Told the call when it is pressed and not off.
    #[prop(into)]
    on_press: Callback<CallId>,
) -> impl IntoView {
    let phone = phone();
    let refused = Memo::new(move |_| id.with_value(|id| phone.refusal(what, Some(id))));
    let why = move || refused.get().map(words::refused);
    let why_id = format!("why-{}-{}", id.get_value(), key.cap());
    let described_by = why_id.clone();
    let class = match tint {
        Tint::Answer => "call-button call-button--answer",
        Tint::End => "call-button call-button--end",
        Tint::Plain => "call-button",
    };
    let press = move |_| {
        if refused.get_untracked().is_none() {
            on_press.run(id.get_value());
        }
    };
    view! {
        <button
            type="button"
            class=class
            aria-disabled=move || refused.get().is_some().then_some("true")
            aria-keyshortcuts=key.cap()
            aria-describedby=move || refused.get().is_some().then(|| described_by.clone())
            title=why
            on:click=press
        >
            <Icon icon=icon />
            <span class="call-button__label">{label}</span>
            <kbd class="key" aria-hidden="true">{key.cap()}</kbd>
        </button>
        <span class="visually-hidden" id=why_id>{why}</span>
    }
}

//! The telephone is somewhere else: where, and how it comes here.

use super::announce::ask_for_notifications;
use super::phone::{Phone, phone};
use super::voice::Place;
use crate::components::{Button, ButtonKind, Dialog};
use crate::texts::t;
use domain::calls::{LineState, LiveCall};
use domain::times;
use domain::voice::Lease;
use leptos::prelude::*;

/// Says where the telephone is, with the button that brings it here; nothing while it is here.
#[component]
pub(super) fn Elsewhere() -> impl IntoView {
    let phone = phone();
    let away = move || phone.voice.is_elsewhere() || phone.desk(|desk| desk.line().state == LineState::Elsewhere);
    let asks = RwSignal::new(false);
    let asked = Memo::new(move |_| phone.voice.asks.with(Option::is_some));
    Effect::new(move |_| asks.set(asked.get()));
    Effect::new(move |_| {
        if !asks.get() && asked.get_untracked() {
            phone.voice.asks.set(None);
        }
    });
    view! {
        <Show when=away>
            <TakeHere />
        </Show>
        <Dialog open=asks title=move || question(phone).0>
            <p>{move || question(phone).1}</p>
            <div class="dialog__actions">
                <Button
                    label=move || t().softphone.place.ask_no
                    kind=ButtonKind::Primary
                    on_press=move |()| asks.set(false)
                />
                <Button
                    label=move || t().softphone.place.ask_yes
                    kind=ButtonKind::Danger
                    icon=icondata_lu::LuHeadset
                    on_press=move |()| phone.voice.take_in_spite(phone)
                />
            </div>
        </Dialog>
    }
}

#[component]
fn TakeHere() -> impl IntoView {
    let phone = phone();
    let press = move |()| {
        ask_for_notifications();
        phone.voice.take_here(phone);
    };
    let busy = move || phone.voice.moves.get() || phone.desk(|desk| desk.waits_for(domain::calls::Ability::TakeVoice));
    view! {
        <div class="elsewhere">
            <p class="line-head__text">{move || place_words(phone)}</p>
            <Button
                label=move || t().softphone.take_voice
                kind=ButtonKind::Primary
                icon=icondata_lu::LuHeadset
                busy=Signal::derive(busy)
                on_press=press
            />
        </div>
    }
}

/// Where the telephone is.
fn place_words(phone: Phone) -> String {
    let words = &t().softphone.place;
    match phone.voice.place() {
        Place::AnotherTab if phone.desk(|desk| desk.calls().iter().any(LiveCall::is_live)) => {
            words.call_in_another_tab.to_owned()
        }
        Place::AnotherTab => words.another_tab.to_owned(),
        Place::AnotherComputer(lease) => {
            let say = if lease.calls.is_empty() { words.another_computer } else { words.call_on_another_computer };
            say(name(&lease), &times::clock(lease.since))
        }
        // The provider itself gave the voice to somebody our server knows nothing of.
        Place::Here | Place::Unknown => t().softphone.take_voice_text.to_owned(),
    }
}

/// The question before a call is cut off: its title, and what will happen.
fn question(phone: Phone) -> (String, &'static str) {
    let words = &t().softphone.place;
    match phone.voice.asks.get() {
        Some(Place::AnotherComputer(lease)) => ((words.ask_computer_title)(name(&lease)), words.ask_computer_text),
        _ => (words.ask_tab_title.to_owned(), words.ask_tab_text),
    }
}

fn name(lease: &Lease) -> &str {
    if lease.computer.is_empty() { t().softphone.place.some_computer } else { &lease.computer }
}

//! Keys of the telephone, anywhere outside text fields. The buttons show them.

use super::phone::{Phone, phone};
use super::{storage, words};
use crate::components::keyboard;
use domain::calls::{Ability, Command, LiveCall};
use domain::ids::CallId;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// A key of the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Takes the call.
    Answer,
    /// Refuses or ends the call.
    HangUp,
    /// On hold and off.
    Hold,
    /// Microphone shut and open.
    Mute,
    /// Opens the keypad.
    Keypad,
    /// Opens the transfer panel.
    Transfer,
    /// Puts the cursor in the number field.
    Dial,
}

impl Key {
    const ALL: [Self; 7] =
        [Self::Answer, Self::HangUp, Self::Hold, Self::Mute, Self::Keypad, Self::Transfer, Self::Dial];

    /// What is written on the keyboard.
    pub(super) fn cap(self) -> &'static str {
        match self {
            Self::Answer => "A",
            Self::HangUp => "X",
            Self::Hold => "H",
            Self::Mute => "M",
            Self::Keypad => "P",
            Self::Transfer => "T",
            Self::Dial => "D",
        }
    }

    /// What it is for.
    fn ability(self) -> Ability {
        match self {
            Self::Answer => Ability::Answer,
            Self::HangUp => Ability::HangUp,
            Self::Hold => Ability::Hold,
            Self::Mute => Ability::Mute,
            Self::Keypad => Ability::Tone,
            Self::Transfer => Ability::Transfer,
            Self::Dial => Ability::Dial,
        }
    }

    fn of(pressed: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.cap().eq_ignore_ascii_case(pressed))
    }
}

/// Every key of the telephone and what it does, for the page that shows all keys.
pub(crate) fn shown() -> [(&'static str, &'static str); 7] {
    Key::ALL.map(|key| (key.cap(), words::ability(key.ability())))
}

/// Where the browser keeps that the keys are off.
const OFF: &str = "alo.phone-keys";

/// Whether the keys work in this browser.
pub(crate) fn are_on() -> bool {
    storage::read(storage::for_all_tabs().as_ref(), OFF).is_none()
}

/// Switches the keys on or off in this browser.
pub(crate) fn switch(on: bool) {
    let storage = storage::for_all_tabs();
    if on {
        storage::forget(storage.as_ref(), OFF);
    } else {
        storage::keep(storage.as_ref(), OFF, "off");
    }
}

/// Listens as long as the component lives that calls this.
pub(super) fn listen() {
    let phone = phone();
    Effect::new(move |_| {
        let listening = window_event_listener(leptos::ev::keydown, move |event| {
            let key = if keyboard::is_typing(&event) || event.repeat() { None } else { Key::of(&event.key()) };
            if key.is_some_and(|key| are_on() && press(phone, key)) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listening.remove());
    });
}

/// Whether the key did something.
fn press(phone: Phone, key: Key) -> bool {
    if key == Key::Dial {
        phone.open.set(true);
        return focus_number();
    }
    let Some(call) = untrack(|| phone.foremost()) else { return false };
    match key {
        Key::Keypad => phone.toggle_panel(&call, Panel::Keypad),
        Key::Transfer => phone.toggle_panel(&call, Panel::Transfer),
        Key::Answer => return phone.wish(Command::Answer { call }).is_ok(),
        Key::HangUp => return hang_up(phone, call),
        Key::Hold => return toggle_hold(phone, &call),
        Key::Mute => return toggle_mute(phone, &call),
        Key::Dial => {}
    }
    true
}

/// What is open below a call's buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    /// Keys to send.
    Keypad,
    /// Colleagues and queues.
    Transfer,
}

impl Phone {
    /// Opens a panel of a call, or closes it.
    pub(super) fn toggle_panel(self, call: &CallId, panel: Panel) {
        let wanted = Some((call.clone(), panel));
        let is_open = self.panel.with_untracked(|open| *open == wanted);
        self.panel.set(if is_open { None } else { wanted });
        let can_list = self.desk_now(|desk| desk.can(Ability::ListColleagues, None).is_ok());
        if panel == Panel::Transfer && !is_open && can_list {
            self.press(Command::ListColleagues);
        }
    }
}

/// Refuses a call that rings here, ends any other.
pub(super) fn hang_up(phone: Phone, call: CallId) -> bool {
    let rings_here = phone.desk_now(|desk| desk.can(Ability::Reject, Some(&call)).is_ok());
    phone.wish(if rings_here { Command::Reject { call } } else { Command::HangUp { call } }).is_ok()
}

/// On hold and off.
pub(super) fn toggle_hold(phone: Phone, call: &CallId) -> bool {
    let held = is(phone, call, |call| call.state.held_since.is_some());
    let call = call.clone();
    phone.wish(if held { Command::Resume { call } } else { Command::Hold { call } }).is_ok()
}

/// Microphone shut and open.
pub(super) fn toggle_mute(phone: Phone, call: &CallId) -> bool {
    let muted = is(phone, call, |call| call.state.muted);
    let call = call.clone();
    phone.wish(if muted { Command::Unmute { call } } else { Command::Mute { call } }).is_ok()
}

fn is(phone: Phone, call: &CallId, what: impl FnOnce(&LiveCall) -> bool) -> bool {
    untrack(|| phone.call(call, what)).unwrap_or(false)
}

fn focus_number() -> bool {
    let field = document().get_element_by_id(super::dial_pad::FIELD);
    field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()).is_some_and(|field| field.focus().is_ok())
}

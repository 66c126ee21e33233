//! What the tabs of one member in one browser tell each other.

use super::voice::Place;
use domain::calls::{Card, Command, Desk};
use domain::ids::StaffId;
use domain::telephone::{DialHabits, Hotline};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use web_sys::{BroadcastChannel, MessageEvent};

/// One message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Said {
    /// A tab has been opened: how does the telephone stand?
    Asks,
    /// How it stands, by the tab that speaks for this browser.
    Stands(Box<Standing>),
    /// A wish of the member, for the tab that has the telephone.
    Wishes(Command),
    /// The telephone is being taken to another tab: whoever has it gives it up now.
    Takes,
    /// Somebody gave a call to a customer.
    Caller(Box<Card>),
    /// The member calls out in another way from now on; said before a wish to dial that shall go that way.
    CallsOut(DialHabits),
}

/// How the telephone stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Standing {
    /// Where the member telephones, as the tab that says this sees it.
    pub(super) place: Place,
    /// The line, and the calls that run.
    pub(super) desk: Desk,
    /// Who is calling.
    pub(super) cards: Vec<Card>,
    /// Our numbers that may be called out from.
    pub(super) hotlines: Vec<Hotline>,
}

/// A channel and what listens to it.
type Open = (BroadcastChannel, Closure<dyn Fn(MessageEvent)>);

thread_local! {
    /// A page has one.
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Listens to the other tabs of this member. Where the browser has no channels, each tab is alone.
pub(super) fn open(member: &StaffId, heard: impl Fn(Said) + 'static) {
    let Ok(channel) = BroadcastChannel::new(&format!("alo.voice.{member}")) else { return };
    let listen = Closure::new(move |event: MessageEvent| {
        // A tab of another version may say something else.
        if let Some(said) = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok()) {
            heard(said);
        }
    });
    channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    OPEN.set(Some((channel, listen)));
}

/// Tells all other tabs of this member.
pub(super) fn say(said: &Said) {
    OPEN.with_borrow(|open| {
        if let (Some((channel, _)), Ok(text)) = (open, serde_json::to_string(said)) {
            // Fails only for what cannot be copied, and text can.
            let _ = channel.post_message(&text.into());
        }
    });
}

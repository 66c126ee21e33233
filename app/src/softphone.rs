//! The telephone: a dock on every page, the machine of `domain::calls` behind it, the provider in a frame of its own.
//!
//! ```text
//! provider's page --messages--> threec, stringee (their words) --events--> phone (the driver of the desk)
//!   phone --orders--> threec, stringee --messages--> provider's page, or by_server --> server
//!   phone --facts--> outbox --> server      phone --pop--> callers <-- server      phone --signals--> the dock
//! ```

mod announce;
mod api;
mod by_server;
mod call_buttons;
mod call_card;
mod call_note;
mod called_first;
mod callers;
mod channel;
mod computer;
mod device;
mod dial_pad;
mod dialable;
mod dialing;
mod dock;
mod elsewhere;
mod forbidden;
mod habits;
mod heart;
mod ids;
mod kept;
mod keypad;
mod keys;
mod leaving;
mod line_head;
mod microphone;
mod offer;
mod outbox;
mod person;
mod phone;
mod phone_account;
mod provider;
mod provider_frame;
mod reach;
mod recent;
mod registration;
mod sitting;
mod stringee;
mod tabs;
mod threec;
mod tone;
mod transfer;
mod transfer_choices;
mod undelivered;
mod voice;
mod words;
mod wrap_up;
mod wrap_up_card;
mod wrap_up_form;

use crate::{backoff, storage};

pub use dialable::Dialable;
pub use dock::Dock;
pub use habits::DialHabitsPanel;
pub(crate) use ids::fresh as fresh_id;
pub(crate) use keys::{are_on as keys_are_on, shown as keys, switch as switch_keys};
pub use phone::{Phone, phone, provide};
pub use phone_account::PhoneAccountPanel;
pub(crate) use reach::{ReachConditions, word as condition};
pub(crate) use tabs::keep_lock;
pub(crate) use words::{device as device_name, number as grouped};

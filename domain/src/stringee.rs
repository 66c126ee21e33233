//! Stringee's programmable contact centre: its words, and what they mean in ours.
//!
//! Pure, like everything here. Source: the official guide to the contact centre's API, the public documentation of its
//! REST services, and what its published browser kit does. Where sources differ, both are understood.

mod account;
mod answers;
mod callbacks;
mod centre;
mod events;
mod examination;
mod hooks;
mod legs;
mod numbers;
mod orders;
mod problems;
mod sign_in;

pub use account::{AccountDraft, AccountForm, AccountSettings, CALL_API, CONTACT_CENTRE_API, SIP_DOMAIN};
pub use answers::{Connected, Offered, Waiting, connect, given_to, refuse, waiting};
pub use callbacks::{Incoming, MANNER, MakeCall, Said, SignalingState, callback};
pub use centre::{
    Listing, Method, Refusal, Request, SeatRow, USUAL_VOICE, VOICES, call_first_failure, centre_answer, list_page,
    made_id, manual_status, phone_names, question_problem, queue, request, seat_row, seat_rows, sound_files, uploaded,
};
pub use events::{CallEvent, Event, Kind, Status, Unreadable, event};
pub use examination::{Examined, Finding, Ours, Theirs, Wrong, compare};
pub use hooks::{HOOKS_PATH, Hook};
pub use legs::{legs, nobodys_part};
pub use numbers::{call_first_alias, call_first_customer, dialable};
pub use orders::{order, sign_in};
pub use problems::{call_failure, ending_failure, sign_in_problem, sip_failure, transfer_failure};
pub use sign_in::{
    CLIENT_TOKEN_LIFE, ClientPayload, REST_TOKEN_LIFE, RestPayload, TOKEN_CONTENT, client_payload, rest_payload,
};

//! Stringee's own contract, as its documents and its clients have it: the contact centre, its REST interface, its
//! webhooks, and the agents' socket.
//!
//! Where the contract is silent, this company decides so:
//! * A queue's `get_list_agents_url` is asked when a caller joins, when a round is over, and every two seconds. While it
//!   names nobody, or does not answer, nobody is rung; groups never stand in for it.
//! * A round ends when everybody who is free has not answered; after twenty, or five minutes, the caller is sent away.
//! * `callout_answer_url` is asked for calls from pages and SIP telephones, not for `call/callout`, which the customer's
//!   server itself wants. Actions without `connect`, or an object, refuse; what they give as `customData`, or the object,
//!   reaches the page as `customDataFromYourServer`.
//! * A target of a transfer that does not answer gives the customer back; who gives is free when the target has answered.
//! * Every webhook is signed. One that nobody answers in five seconds comes three times; another status than 200 is taken
//!   for an answer. The events of a call go out in order, and the recording's beside them: before or after `ended`.
//! * Business hours are Monday to Friday, 8:00 to 17:30 in Vietnam.

pub(crate) mod centre;
mod control;
mod demo;
mod hooks;
mod log;
pub(crate) mod packets;
pub(crate) mod pages;
mod rest;
pub(crate) mod sdk;
mod sounds;
pub(crate) mod token;
mod work;

pub(crate) use centre::words::Input;
pub(crate) use work::Stringee;

//! Stringee's own contract, as its documents and its clients have it: the contact centre, its REST interface, its
//! webhooks, and the agents' socket.

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

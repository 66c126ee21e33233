//! Stringee's own contract, as its documents and its clients have it: the contact centre, its REST interface, its
//! webhooks, and the agents' socket.

pub(crate) mod centre;
pub(crate) mod packets;
pub(crate) mod pages;
pub(crate) mod sdk;
pub(crate) mod token;

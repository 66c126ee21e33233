//! The contact centre: hotlines, menus, queues, agents and calls as one state machine. It does nothing itself: inputs go
//! in with the time, effects come out. No clock, no network, no randomness.

pub(crate) mod setup;
pub(crate) mod words;

//! Calls: the fold over facts, and the desk of one tab.

#[path = "calls/any.rs"]
mod any;
#[path = "calls/desk.rs"]
mod desk;
#[path = "calls/fold.rs"]
mod fold;
#[path = "calls/tab.rs"]
mod tab;

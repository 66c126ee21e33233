//! Calls: the fold over facts, and the desk of one tab.
#![expect(clippy::expect_used, reason = "a story that does not begin as told is a failed test")]

#[path = "calls/any.rs"]
mod any;
#[path = "calls/belonging.rs"]
mod belonging;
#[path = "calls/delivery.rs"]
mod delivery;
#[path = "calls/fold.rs"]
mod fold;
#[path = "calls/history.rs"]
mod history;
#[path = "calls/line.rs"]
mod line;
#[path = "calls/passing_on.rs"]
mod passing_on;
#[path = "calls/pressed.rs"]
mod pressed;
#[path = "calls/presumed.rs"]
mod presumed;
#[path = "calls/scenes.rs"]
mod scenes;
#[path = "calls/tab.rs"]
mod tab;
#[path = "calls/wishes.rs"]
mod wishes;

//! Stringee's words: what its browser kit says and is told, and whole stories of messages.
#![expect(clippy::expect_used, reason = "a story that does not begin as told is a failed test")]

#[path = "centre/any.rs"]
mod any;
#[path = "calls/tab.rs"]
mod tab;

#[path = "stringee/centre.rs"]
mod centre;
#[path = "stringee/disorder.rs"]
mod disorder;
#[path = "stringee/events.rs"]
mod events;
#[path = "stringee/page.rs"]
mod page;
#[path = "stringee/sequences.rs"]
mod sequences;
#[path = "stringee/words.rs"]
mod words;

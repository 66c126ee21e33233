//! 3C's words: what its scripts say and are told, and whole stories of callbacks.
#![expect(clippy::expect_used, reason = "a story that does not begin as told is a failed test")]

#[path = "calls/tab.rs"]
mod tab;

#[path = "threec/disorder.rs"]
mod disorder;
#[path = "threec/history.rs"]
mod history;
#[path = "threec/page.rs"]
mod page;
#[path = "threec/sequences.rs"]
mod sequences;
#[path = "threec/words.rs"]
mod words;

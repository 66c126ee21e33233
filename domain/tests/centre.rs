//! The contact centre: what is wanted, what is there, and the way from the one to the other.
#![expect(clippy::expect_used, reason = "a story that does not begin as told is a failed test")]

#[path = "centre/any.rs"]
mod any;
#[path = "centre/changes.rs"]
mod changes;
#[path = "centre/checking.rs"]
mod checking;
#[path = "centre/drawing.rs"]
mod drawing;
#[path = "centre/editing.rs"]
mod editing;
#[path = "centre/exchange.rs"]
mod exchange;
#[path = "centre/filling.rs"]
mod filling;
#[path = "centre/publishing.rs"]
mod publishing;
#[path = "centre/sounds.rs"]
mod sounds;
#[path = "centre/town.rs"]
mod town;
#[path = "centre/trying.rs"]
mod trying;

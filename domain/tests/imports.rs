//! Imports: what columns are, how rows are read, whom they mean, and that nothing is lost when they meet somebody.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

#[path = "imports/any.rs"]
mod any;
#[path = "imports/columns.rs"]
mod columns;
#[path = "imports/duplicates.rs"]
mod duplicates;
#[path = "imports/rows.rs"]
mod rows;

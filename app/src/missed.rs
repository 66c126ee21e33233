//! The missed-call inbox: who has called and not been reached since, and who calls them back.

mod address;
pub mod api;
mod badge;
mod closing;
mod giving;
mod page;
mod rows;
mod words;

pub use badge::{Inbox, TodoBadge};
pub use page::MissedPage;

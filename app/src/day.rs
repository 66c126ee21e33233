//! A member's own day, on one page.

pub mod api;
mod page;

pub use page::DayPage;

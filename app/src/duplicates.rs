//! Customers who may be one person: listed, hinted at, compared side by side, made one, and two again.

mod alike;
pub mod api;
mod compare_page;
mod list_page;
mod merges;
pub(crate) mod words;

pub(crate) use alike::{AlikeTo, AlikeToForm};
pub use compare_page::ComparePage;
pub use list_page::DuplicatesPage;
pub(crate) use merges::MergedInto;
